# SPDX-License-Identifier: MIT
"""What is written to a dossier's file opens again as the same value."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.storage.conftest import MEMORY
from tests.strategies import dossiers, journeys

from dissoi.dossier import article_edits, edits
from dissoi.dossier.attachments import Attachment
from dissoi.dossier.change import Change, Difference, difference
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.prose import Block, BlockKind
from dissoi.dossier.records import Argument, Article, Author, Position, RecordId
from dissoi.dossier.session import Session
from dissoi.storage.database import writing
from dissoi.storage.errors import (
    AlreadyExistsError,
    GoneError,
    IsFolderError,
    NoFolderError,
    ReplacedError,
    UnknownVersionError,
)
from dissoi.storage.file import (
    Commit,
    Head,
    append,
    create,
    head_of,
    load,
    read,
    read_attachment,
    save_copy,
)
from dissoi.storage.history import dossier_at, history

NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
ARGUMENT = RecordId("argument")


def claim(dossier: Dossier, words: str) -> Commit:
    """The change of wording the claim of the small dossier's argument."""
    edit = edits.write_claim(ARGUMENT, words)
    return Commit(difference(dossier, edit.run(dossier), edit.label, "Anna"), NOON)


@settings(max_examples=40)
@given(dossiers())
def test_a_dossier_opens_as_the_same_value(dossier: Dossier) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "a.dissoi")
        create(path, dossier)
        assert load(path) == dossier


@settings(max_examples=25)
@given(journeys(8))
def test_every_change_is_in_the_file_and_can_be_gone_back_to(made: tuple[Edit, ...]) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "a.dissoi")
        session = Session(Dossier(), who="Anna")
        head, past, labels = create(path, session.dossier), [session.dossier], ["New Dossier"]
        for edit in made:
            if change := session.apply(edit):
                head = append(head, Commit(change, NOON))
                past.append(session.dossier)
                labels.append(change.label)
        assert read(path).head == head
        assert [each.label for each in history(path)] == labels
        assert [dossier_at(path, at) for at in range(1, len(past) + 1)] == past


def test_the_history_says_what_was_done_when_and_by_whom(tmp_path: Path, dossier: Dossier) -> None:
    path = tmp_path / "a.dissoi"
    append(create(path, dossier, label="Import", who="Ben"), claim(dossier, "It deters"))
    first, second = history(path)
    assert (first.sequence, first.label, first.who, first.count) == (1, "Import", "Ben", 0)
    assert (second.sequence, second.time, second.label, second.who, second.count) == (
        2,
        NOON,
        "Edit Claim",
        "Anna",
        1,
    )


def test_a_version_that_never_was_is_told(tmp_path: Path, dossier: Dossier) -> None:
    create(tmp_path / "a.dissoi", dossier)
    for sequence in (0, 2):
        with pytest.raises(UnknownVersionError, match="holds no such version"):
            dossier_at(tmp_path / "a.dissoi", sequence)


def test_going_back_over_a_record_that_became_another_kind(tmp_path: Path) -> None:
    one = Position(id=RecordId("x"), statement="Send one")
    other = Article(id=RecordId("x"), title="A force")
    head = create(tmp_path / "a.dissoi", Dossier.of([one]))
    append(head, Commit(Change("Replace", {one.id: Difference(one, other)}), NOON))
    assert load(tmp_path / "a.dissoi") == Dossier.of([other])
    assert dossier_at(tmp_path / "a.dissoi", 1) == Dossier.of([one])


def test_several_changes_are_written_together_and_in_order(tmp_path: Path, dossier: Dossier) -> None:
    first = claim(dossier, "It deters")
    then = first.change.applied_to(dossier)
    head = append(create(tmp_path / "a.dissoi", dossier), first, claim(then, "It provokes"))
    assert load(head.path).get(Argument, ARGUMENT).claim == "It provokes"
    assert len(history(head.path)) == 3


def test_nothing_to_write_writes_nothing(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    before = head.path.read_bytes()
    assert append(head) == head
    assert head.path.read_bytes() == before


def test_the_file_is_one_file_at_rest(tmp_path: Path, dossier: Dossier) -> None:
    append(create(tmp_path / "a.dissoi", dossier), claim(dossier, "It deters"))
    load(tmp_path / "a.dissoi")
    assert [each.name for each in tmp_path.iterdir()] == ["a.dissoi"]


def test_the_file_is_what_its_description_says(tmp_path: Path, dossier: Dossier) -> None:
    path = tmp_path / "a.dissoi"
    create(path, dossier)
    header = path.read_bytes()[:100]
    assert (header[:15], header[60:64], header[68:72]) == (b"SQLite format 3", b"\0\0\0\5", b"DISS")
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert database.execute("SELECT kind FROM record WHERE id = 'argument'").fetchone() == ("argument",)
    assert {key for (key,) in database.execute("SELECT key FROM meta")} == {"dossier", "created", "made_by"}
    database.close()


def test_a_file_with_a_log_at_its_side_becomes_one_file_again(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    database = sqlite3.connect(head.path)
    database.execute("PRAGMA journal_mode=WAL")
    database.close()
    append(head, claim(dossier, "It deters"))
    assert [each.name for each in tmp_path.iterdir()] == ["a.dissoi"]


def test_text_that_is_no_text_does_not_keep_the_rest_from_being_saved(tmp_path: Path) -> None:
    lone = Article(id=RecordId("a"), title="one \ud800", authors=(Author(name="\udfff"),))
    create(tmp_path / "a.dissoi", Dossier.of([lone]))
    assert load(tmp_path / "a.dissoi").articles[0].title == "one \ufffd"


def test_an_existing_file_is_not_overwritten_unless_asked(tmp_path: Path, dossier: Dossier) -> None:
    path = tmp_path / "a.dissoi"
    create(path, dossier)
    with pytest.raises(AlreadyExistsError, match=r"a\.dissoi” exists already"):
        create(path, Dossier())
    assert load(path) == dossier
    create(path, Dossier(), force=True)
    assert load(path) == Dossier()
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("force", [False, True])
def test_an_old_journal_is_not_played_back_into_a_new_file(
    tmp_path: Path, dossier: Dossier, *, force: bool
) -> None:
    path = tmp_path / "a.dissoi"
    journal = _left_behind_by_a_crash(path, dossier)
    if not force:
        path.unlink()
    assert journal.exists()
    create(path, Dossier(), force=force)
    assert not journal.exists()
    assert load(path) == Dossier()


def test_a_save_that_was_cut_short_is_rolled_back(tmp_path: Path, dossier: Dossier) -> None:
    path = tmp_path / "a.dissoi"
    journal = _left_behind_by_a_crash(path, dossier)
    assert load(path) == dossier
    assert not journal.exists()


def _left_behind_by_a_crash(path: Path, dossier: Dossier) -> Path:
    """A dossier whose last save was cut short: half written, with the journal to roll it back."""
    create(path, dossier)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA cache_size=1")
    database.execute("PRAGMA cache_spill=1")
    database.execute("BEGIN IMMEDIATE")
    database.execute("UPDATE record SET body = '{}'")
    for number in range(60):
        database.execute("INSERT INTO meta VALUES (?, ?)", (str(number), "x" * 4000))
    journal = path.with_name(f"{path.name}-journal")
    half, undo = path.read_bytes(), journal.read_bytes()
    database.execute("ROLLBACK")
    database.close()
    path.write_bytes(half)
    journal.write_bytes(undo)
    return journal


@pytest.mark.parametrize("make", ["create", "copy"])
def test_a_place_where_no_file_can_be(tmp_path: Path, dossier: Dossier, make: str) -> None:
    head = create(tmp_path / "a.dissoi", dossier)

    def put(path: Path) -> Head:
        return create(path, dossier) if make == "create" else save_copy(head, path, dossier)

    with pytest.raises(NoFolderError, match=r"The folder “.*nowhere” does not exist"):
        put(tmp_path / "nowhere" / "b.dissoi")
    with pytest.raises(NoFolderError):
        put(head.path / "b.dissoi")
    with pytest.raises(IsFolderError):
        put(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_is_gone_is_noticed(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    head.path.rename(tmp_path / "b.dissoi")
    with pytest.raises(GoneError, match=r"a\.dissoi” is no longer there"):
        append(head, claim(dossier, "It deters"))
    assert load(tmp_path / "b.dissoi") == dossier
    assert not head.path.exists()


@pytest.mark.parametrize("other", ["dossier", "copy", "rubbish", "nothing", "folder"])
def test_a_file_that_was_replaced_is_noticed_and_left_alone(
    tmp_path: Path, dossier: Dossier, other: str
) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    if other == "dossier":
        create(head.path, dossier, force=True)
    elif other == "copy":
        append(head, claim(dossier, "It deters"))
    elif other == "folder":
        head.path.unlink()
        head.path.mkdir()
    else:
        head.path.write_bytes(b"rubbish" * 900 if other == "rubbish" else b"")
    before = head.path.read_bytes() if other != "folder" else b""
    with pytest.raises(ReplacedError, match="was changed by another program"):
        append(head, claim(dossier, "It provokes"))
    assert other == "folder" or head.path.read_bytes() == before


def test_a_file_put_back_as_it_was_is_the_same_file(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    content = head.path.read_bytes()
    head.path.unlink()
    head.path.write_bytes(content)
    append(head, claim(dossier, "It deters"))
    assert load(head.path).get(Argument, ARGUMENT).claim == "It deters"


def test_a_copy_has_the_history_and_the_changes_that_were_waiting(tmp_path: Path, dossier: Dossier) -> None:
    old = create(tmp_path / "a.dissoi", dossier, label="Import")
    waiting = claim(dossier, "It deters")
    now = waiting.change.applied_to(dossier)
    head = save_copy(old, tmp_path / "b.dissoi", now, [waiting])
    assert load(head.path) == now
    assert load(old.path) == dossier
    assert [each.label for each in history(head.path)] == ["Import", "Edit Claim"]
    assert head_of(head.path) == head


@pytest.mark.parametrize("trouble", ["gone", "rubbish", "changed"])
def test_a_copy_is_made_even_when_the_old_file_is_no_help(
    tmp_path: Path, dossier: Dossier, trouble: str
) -> None:
    old = create(tmp_path / "a.dissoi", dossier)
    waiting = claim(dossier, "It deters")
    if trouble == "gone":
        old.path.unlink()
    elif trouble == "rubbish":
        old.path.write_bytes(b"rubbish")
    else:
        append(old, claim(dossier, "It provokes"))
    now = waiting.change.applied_to(dossier)
    head = save_copy(old, tmp_path / "b.dissoi", now, [waiting])
    assert load(head.path) == now
    assert [each.label for each in history(head.path)] == ["Save As"]


def test_files_are_kept_although_the_old_file_was_changed_by_others(tmp_path: Path, dossier: Dossier) -> None:
    kept = Attachment("a.pdf", "application/pdf", b"%PDF")
    picture = Attachment("p.png", "image/png", b"PNG")
    block = Block(kind=BlockKind.PICTURE, picture=picture.digest)
    article = Article(id=RecordId("kept"), original=kept.digest, blocks=(block,))
    now = dossier.with_records(article)
    head = create(tmp_path / "a.dissoi", now, kept, picture)
    append(head, claim(dossier, "It provokes"))
    made = save_copy(head, head.path, now, force=True)
    assert load(made.path) == now
    assert [read_attachment(made.path, each.digest) for each in (kept, picture)] == [kept, picture]


def test_files_that_wait_are_kept_although_the_old_file_is_gone(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    head.path.unlink()
    kept = Attachment("a.pdf", "application/pdf", b"%PDF")
    waiting = Commit(claim(dossier, "Changed").change, NOON, (kept,))
    made = save_copy(head, tmp_path / "b.dissoi", dossier, [waiting])
    assert read_attachment(made.path, kept.digest) == kept


def test_a_copy_can_take_the_place_of_the_file_itself(tmp_path: Path, dossier: Dossier) -> None:
    old = create(tmp_path / "a.dissoi", dossier)
    waiting = claim(dossier, "It deters")
    now = waiting.change.applied_to(dossier)
    head = save_copy(old, old.path, now, [waiting], force=True)
    assert load(head.path) == now
    assert len(history(head.path)) == 2


def test_the_file_an_article_came_from_is_kept_with_it(tmp_path: Path) -> None:
    original = Attachment("force.txt", "text/plain", b"Send a force.\r\n")
    article = Article(id=RecordId("a"), original=original.digest)
    edit = article_edits.add_article(article)
    change = difference(Dossier(), edit.run(Dossier()), edit.label)
    head = append(create(tmp_path / "a.dissoi", Dossier()), Commit(change, NOON, (original, original)))
    copied = save_copy(head, tmp_path / "b.dissoi", load(head.path))
    assert original.digest.startswith("sha256:")
    assert read_attachment(copied.path, original.digest) == original
    assert read_attachment(copied.path, "sha256:00") is None


def test_other_bytes_under_the_name_of_a_file_are_not_taken_for_it_and_give_way(tmp_path: Path) -> None:
    original = Attachment("force.txt", "text/plain", b"Send a force.")
    head = create(tmp_path / "a.dissoi", Dossier(), Attachment("else.txt", "text/plain", b"Else."))
    with closing(sqlite3.connect(head.path)) as database, database:
        database.execute("UPDATE attachment SET digest = ?", (original.digest,))
    assert read_attachment(head.path, original.digest) is None
    article = Article(id=RecordId("a"), original=original.digest)
    change = difference(Dossier(), article_edits.add_article(article).run(Dossier()), "Add")
    append(head, Commit(change, NOON, (original,)))
    found = read_attachment(head.path, original.digest)
    assert found is not None
    assert found.data == original.data


def test_a_link_to_a_dossier_stays_a_link(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    link = tmp_path / "link.dissoi"
    link.symlink_to(head.path)
    linked = append(read(link).head, claim(dossier, "It deters"))
    save_copy(linked, link, Dossier(), force=True)
    assert link.is_symlink()
    assert load(head.path) == Dossier()


@pytest.mark.parametrize("name", ["a?b#c%41.dissoi", "naïve 👩‍👩‍👧.dissoi", "{0}.dissoi", "'; --.dissoi"])
def test_any_name_will_do(tmp_path: Path, dossier: Dossier, name: str) -> None:
    head = create(tmp_path / name, dossier)
    append(head, claim(dossier, "It deters"))
    assert load(tmp_path / name).get(Argument, ARGUMENT).claim == "It deters"
    with pytest.raises(AlreadyExistsError) as caught:
        create(tmp_path / name, dossier)
    assert name in str(caught.value)


def test_a_commit_lasts_through_a_power_failure(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    with writing(head.path) as database:
        modes = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert modes == ["delete", 3]
