# SPDX-License-Identifier: MIT
"""The history as it is looked through, and what is made of an earlier version."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.storage.conftest import MEMORY
from tests.storage.past import NOON
from tests.strategies import journeys

from dissoi.dossier import article_edits, edits
from dissoi.dossier.attachments import Attachment
from dissoi.dossier.change import Change, Difference
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.records import Argument, Article, Position, RecordId, Side
from dissoi.dossier.session import Session
from dissoi.storage.errors import AlreadyExistsError, DamagedError, UnknownVersionError
from dissoi.storage.file import Commit, Head, append, create, head_of, load, read, read_attachment
from dissoi.storage.history import dossier_at, history
from dissoi.storage.versions import OPENED, Version, copy_earlier, versions

ARGUMENT, ANSWER = RecordId("argument"), RecordId("answer")


def written(path: Path, dossier: Dossier, made: Iterable[tuple[Edit, float]]) -> Head:
    """A file to which edits were made, each so many minutes after noon."""
    session, head = Session(dossier), create(path, dossier)
    for edit, minute in made:
        head = append(head, Commit(session.apply(edit), NOON + timedelta(minutes=minute)))
    return head


def told(found: Iterable[Version]) -> list[tuple[int, str, str]]:
    return [(each.sequence, each.label, each.words) for each in found]


@settings(max_examples=25)
@given(journeys(8))
def test_each_version_counts_what_it_had(made: tuple[Edit, ...]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "a.dissoi")
        session = Session(Dossier())
        head = create(path, session.dossier)
        for number, edit in enumerate(made):
            if change := session.apply(edit):
                head = append(head, Commit(change, NOON + timedelta(hours=number)))
        found = versions(path)
        assert [each.sequence for each in found] == [each.sequence for each in reversed(history(path))]
        for each in found:
            then = dossier_at(path, each.sequence)
            counts = (len(then.positions), len(list(then.all(Argument))), len(then.articles))
            assert (each.positions, each.arguments, each.articles) == counts


def test_versions_say_what_was_done_to_what(tmp_path: Path, dossier: Dossier) -> None:
    made = (
        (edits.write_claim(ARGUMENT, "It deters"), 0),
        (edits.write_claim(ANSWER, "It provokes"), 1),
        (edits.write_claim(ARGUMENT, "It deters attacks"), 2),
        (edits.weigh_argument(ARGUMENT, 5), 3),
        (edits.remove_argument(ARGUMENT), 4),
        (edits.ask_question("Should Asia?"), 5),
        (article_edits.remove_article(RecordId("article")), 6),
    )
    path = written(tmp_path / "a.dissoi", dossier, made).path
    assert told(versions(path)) == [
        (8, "Remove Article", "A force"),
        (7, "Edit Question", "Should Asia?"),
        (6, "Remove Argument", "It deters attacks"),
        (5, "Change Weight", "It deters attacks"),
        (4, "Edit Claim", "It deters attacks"),
        (3, "Edit Claim", "It provokes"),
        (2, "Edit Claim", "It deters"),
        (1, "New Dossier", ""),
    ]


def test_evidence_is_named_by_its_argument(tmp_path: Path, dossier: Dossier) -> None:
    made = ((edits.write_claim(ARGUMENT, "It deters"), 0), (edits.remove_evidence(RecordId("evidence")), 1))
    found = versions(written(tmp_path / "a.dissoi", dossier, made).path)
    assert told(found)[0] == (3, "Remove Evidence", "It deters")


def test_typing_without_a_pause_is_one_version(tmp_path: Path, dossier: Dossier) -> None:
    typed = [(edits.write_claim(ARGUMENT, "It deters"[:end]), end) for end in range(1, 6)]
    paused = [(edits.write_claim(ARGUMENT, "It deters"[:end]), end + 10) for end in range(6, 9)]
    path = written(tmp_path / "a.dissoi", dossier, [*typed, *paused]).path
    assert told(versions(path)) == [
        (9, "Edit Claim", "It deter"),
        (6, "Edit Claim", "It de"),
        (1, "New Dossier", ""),
    ]


def test_an_hour_of_typing_can_be_gone_back_into(tmp_path: Path, dossier: Dossier) -> None:
    typed = [(edits.write_claim(ARGUMENT, f"It deters {minute}"), minute) for minute in range(61)]
    path = written(tmp_path / "a.dissoi", dossier, typed[:36]).path
    found = versions(path)
    assert [each.words for each in found[:-1]] == [f"It deters {minute}" for minute in (35, 32, 21, 10)]
    later = written(tmp_path / "b.dissoi", dossier, typed).path
    assert told(versions(later))[-4:] == told(found)[-4:]  # what goes on leaves them as they were


@pytest.mark.parametrize("differences", ["no json", '{"x": 1}', '{"none": {"before": null, "after": {}}}'])
def test_versions_end_where_the_history_is_damaged(
    tmp_path: Path, dossier: Dossier, differences: str
) -> None:
    made = [(edits.weigh_argument(ARGUMENT, weight), 10 * weight) for weight in (1, 2, 4)]
    path = written(tmp_path / "a.dissoi", dossier, made).path
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE change SET differences = ? WHERE sequence = 3", (differences,))
    found = versions(path)
    assert found[0].sequence == 4
    assert {each.sequence for each in found} <= {3, 4}
    for each in found:
        dossier_at(path, each.sequence)
    with pytest.raises(DamagedError):
        dossier_at(path, 2)


def test_an_earlier_version_is_copied_with_its_files_and_the_history(
    tmp_path: Path, dossier: Dossier
) -> None:
    kept = Attachment("force.txt", "text/plain", b"Send a force.")
    article = Article(id=RecordId("kept"), title="Kept", original=kept.digest)
    old = dossier.with_records(article)
    create(tmp_path / "a.dissoi", old, kept)
    gone = article_edits.remove_article(RecordId("kept")).run(old)
    head = head_of(tmp_path / "a.dissoi")
    session = Session(old)
    append(head, Commit(session.apply(article_edits.remove_article(RecordId("kept"))), NOON))
    copy = copy_earlier(tmp_path / "a.dissoi", 1, tmp_path / "b.dissoi")
    assert load(copy.path) == old
    assert load(tmp_path / "a.dissoi") == gone
    assert read_attachment(copy.path, kept.digest) == kept
    assert [each.label for each in history(copy.path)] == ["New Dossier", "Remove Article", OPENED]
    assert read(copy.path).head == copy


def test_the_newest_version_is_copied_as_it_is(tmp_path: Path, dossier: Dossier) -> None:
    create(tmp_path / "a.dissoi", dossier)
    copy = copy_earlier(tmp_path / "a.dissoi", 1, tmp_path / "b.dissoi")
    assert load(copy.path) == dossier
    assert [each.label for each in history(copy.path)] == ["New Dossier"]


def test_a_copy_takes_no_file_s_place_and_wants_a_version_that_was(tmp_path: Path, dossier: Dossier) -> None:
    create(tmp_path / "a.dissoi", dossier)
    with pytest.raises(AlreadyExistsError):
        copy_earlier(tmp_path / "a.dissoi", 1, tmp_path / "a.dissoi")
    with pytest.raises(UnknownVersionError):
        copy_earlier(tmp_path / "a.dissoi", 2, tmp_path / "b.dissoi")
    assert not (tmp_path / "b.dissoi").exists()


def test_a_record_that_became_another_kind_is_counted_as_what_it_was(tmp_path: Path) -> None:
    one = Position(id=RecordId("x"), statement="Send one")
    other = Argument(id=RecordId("x"), parent=RecordId("y"), side=Side.PRO, claim="It deters")
    above = Position(id=RecordId("y"), statement="Send none")
    head = create(tmp_path / "a.dissoi", Dossier.of([one, above]))
    append(head, Commit(Change("Replace", {one.id: Difference(one, other)}), NOON))
    newest, first = versions(head.path)
    assert (newest.words, newest.positions, newest.arguments) == ("It deters", 1, 1)
    assert (first.positions, first.arguments) == (2, 0)
