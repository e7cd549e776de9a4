# SPDX-License-Identifier: MIT
"""Debate formats: ours are whole, users add their own, and a bad file is told and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from dissoi.dossier.debate import FORMAT_ID, Floor, SpeechKind, in_minutes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.format_edits import choose_format
from dissoi.dossier.records import QUESTION_ID, Question, Side
from dissoi.storage.errors import AlreadyExistsError, MissingFileError, NoFolderError
from dissoi.storage.formats import add_format, debate_of, load_formats


def changed(old: str, new: str) -> bytes:
    """The user's own format with one thing changed in it."""
    assert old in OWN
    return OWN.replace(old, new, 1).encode()


OURS = load_formats(Path("nowhere")).known
OWN = """
name = "Club night"
[[speeches]]
name = "Opening"
side = "pro"
minutes = 1.5
"""


def test_all_of_ours_can_be_read() -> None:
    found = load_formats(Path("nowhere"))
    assert not found.troubles
    assert len(found.known) == 16
    assert [each.name for each in found.known.values()] == sorted(each.name for each in OURS.values())


@pytest.mark.parametrize("key", OURS)
def test_a_format_names_its_source_and_hears_both_sides(key: str) -> None:
    debate = OURS[key]
    assert debate.sources
    assert {each.side for each in debate.speeches} >= {Floor.PRO, Floor.CON}
    for kind in set(SpeechKind) - {SpeechKind.CROSSFIRE}:
        assert all(each.side is not Floor.BOTH for each in debate.speeches if each.kind is kind)


@pytest.mark.parametrize("key", OURS)
def test_both_sides_speak_as_long(key: str) -> None:
    assert OURS[key].minutes_of(Side.PRO) == OURS[key].minutes_of(Side.CON)


def test_times_as_debaters_write_them() -> None:
    assert [in_minutes(each) for each in (4, 1.5, 12, 0.25)] == ["4:00", "1:30", "12:00", "0:15"]


def test_a_format_of_the_users_own_is_there_and_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "club.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "public-forum.toml").write_text(OWN.replace("night", "day"), encoding="utf-8")
    known = load_formats(tmp_path).known
    assert known["club"].name == "Club night"
    assert known["public-forum"].name == "Club day"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"name = ", "Line 1 is not valid TOML: invalid value."),
        (b"\n\nname = 'a' b", "Line 3 is not valid TOML: "),
        (b"\xff", "It is not text in UTF-8."),
        (changed("1.5", "-1"), "Line 6: Speech 1: “minutes” must be a number above 0 and up to 120."),
        (changed("1.5", "nan"), "Line 6: Speech 1: “minutes” must be a number above 0 and up to 120."),
        (changed("1.5", "9" * 5000), "It has a number that is too long to be read."),
        (changed("1.5", "true"), "Line 6: Speech 1: “minutes” must be a number"),
        (changed("minutes = 1.5", ""), "Line 3: Speech 1: “minutes” is missing."),
        (changed("minutes", "hours"), "Line 6: Speech 1: “hours” is not known here; there can be name,"),
        (changed('"pro"', '"left"'), "Line 5: Speech 1: “side” can be “pro”, “con” or “both”."),
        (changed('"pro"', "[1]"), "Line 5: Speech 1: “side” can be “pro”, “con” or “both”."),
        (changed('name = "Club night"', ""), "The file: “name” is missing."),
        (changed('name = "Club night"', "name = 3"), "Line 2: “name” must be text in quotation marks."),
        (b"name = 'a'\nspeeches = []", "Line 2: there must be speeches, each under a line [[speeches]]."),
        (changed("night", "n" * 300), "Line 2: “name” is longer than 200 characters."),
        (b"#" * 200_000, "too large"),
    ],
)
def test_a_bad_file_is_told_and_the_others_stay(tmp_path: Path, text: bytes, reason: str) -> None:
    (tmp_path / "bad.toml").write_bytes(text)
    found = load_formats(tmp_path)
    assert found.known == OURS
    assert len(found.troubles) == 1
    assert reason in found.troubles[0]
    assert "bad.toml" in found.troubles[0]


def test_choosing_a_format_is_one_step_and_keeps_a_copy() -> None:
    edit = choose_format("public-forum", OURS["public-forum"])
    chosen = edit.run(Dossier())
    assert chosen.question.format == "public-forum"
    assert chosen.debate == OURS["public-forum"]
    assert edit.label == "Choose Format"
    assert choose_format("").run(chosen).debate is None
    assert FORMAT_ID not in choose_format("").run(chosen).records


def test_a_dossier_has_the_format_it_keeps_wherever_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "club.toml").write_text(OWN, encoding="utf-8")
    club = load_formats(tmp_path).known["club"]
    kept = choose_format("club", club).run(Dossier())
    elsewhere = tmp_path / "none"
    assert debate_of(kept, elsewhere) == club
    named = Dossier.of([Question(id=QUESTION_ID, format="club")])
    assert debate_of(named, elsewhere) is None
    assert debate_of(named, tmp_path) == club
    assert debate_of(Dossier(), tmp_path) is None


def test_a_format_can_be_added_once(tmp_path: Path) -> None:
    file, own = tmp_path / "club.toml", tmp_path / "own" / "formats"
    file.write_text(OWN, encoding="utf-8")
    assert add_format(file, own).name == "Club night"
    assert load_formats(own).known["club"].speeches[0].minutes == 1.5
    with pytest.raises(AlreadyExistsError):
        add_format(file, own)
    file.write_text(OWN.replace("night", "day"), encoding="utf-8")
    add_format(file, own, force=True)
    assert load_formats(own).known["club"].name == "Club day"


def test_what_is_no_format_is_not_added(tmp_path: Path) -> None:
    file, own = tmp_path / "club.toml", tmp_path / "own"
    file.write_bytes(changed("1.5", "-1"))
    with pytest.raises(DissoiError, match="“club"):
        add_format(file, own)
    with pytest.raises(MissingFileError):
        add_format(tmp_path / "nowhere.toml", own)
    assert not own.exists()


def test_a_format_without_a_place_to_be_kept_in_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "club.toml"
    file.write_text(OWN, encoding="utf-8")
    with pytest.raises(NoFolderError, match="folder"):
        add_format(file, file / "formats")
