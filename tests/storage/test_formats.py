# SPDX-License-Identifier: MIT
"""Debate formats: ours are whole, users add their own, and a bad file is told and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from dissoi.dossier.debate import Floor, SpeechKind, choose_format, in_minutes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Side
from dissoi.storage.formats import load_formats

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
    assert len(found.known) == 14
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
        (b"name = ", "Invalid value"),
        (b"\xff", "utf-8"),
        (OWN.replace("1.5", "-1").encode(), "speeches.0.minutes"),
        (OWN.replace("minutes", "hours").encode(), "speeches.0.minutes"),
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


def test_choosing_a_format_is_one_step() -> None:
    edit = choose_format("public-forum")
    assert edit.run(Dossier()).question.format == "public-forum"
    assert edit.label == "Choose Format"
