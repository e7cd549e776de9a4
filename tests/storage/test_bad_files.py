# SPDX-License-Identifier: MIT
"""Whatever stands where a dossier should be: a sentence that names the file, and nothing written."""

from __future__ import annotations

import os
import random
import re
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from tests.storage.conftest import Unprivileged
from tests.storage.test_file import claim

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.storage.errors import (
    DamagedError,
    EmptyFileError,
    IsFolderError,
    LockedError,
    MissingFileError,
    NewerFormatError,
    NotADossierError,
    StorageError,
    UnreadableError,
    UnwritableError,
    UnwritableFolderError,
)
from dissoi.storage.file import Head, append, create, load
from dissoi.storage.history import dossier_at, history

SENTENCE = re.compile(r"^[A-Z“][^\n]*\.$")


def refused(path: Path, *causes: type[StorageError]) -> StorageError:
    """The error that opening `path` raises, which names it in a sentence and leaves it as it is."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(causes) as caught:
        load(path)
    assert SENTENCE.match(str(caught.value))
    assert str(path) in str(caught.value)
    assert before is None or path.read_bytes() == before
    return caught.value


def alter(path: Path, *statements: str) -> None:
    database = sqlite3.connect(path)
    with database:
        for statement in statements:
            database.execute(statement)
    database.close()


@pytest.fixture
def path(tmp_path: Path, dossier: Dossier) -> Path:
    """The small dossier's file."""
    return create(tmp_path / "a.dissoi", dossier).path


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    refused(tmp_path / "none.dissoi", MissingFileError)
    refused(tmp_path / "no" / "folder.dissoi", MissingFileError)
    (tmp_path / "file").write_text("text")
    refused(tmp_path / "file" / "a.dissoi", MissingFileError)


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, IsFolderError)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.dissoi").touch()
    refused(tmp_path / "a.dissoi", EmptyFileError)


@pytest.mark.parametrize("content", [b"x", b"\0" * 5000, b"%PDF-1.7 " * 99, random.Random(1).randbytes(9000)])
def test_rubbish(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.dissoi").write_bytes(content)
    refused(tmp_path / "a.dissoi", NotADossierError)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    alter(tmp_path / "a.dissoi", "CREATE TABLE record (id)")
    refused(tmp_path / "a.dissoi", NotADossierError)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "a.dissoi")
    refused(tmp_path / "a.dissoi", NotADossierError)


def test_a_newer_format(path: Path) -> None:
    alter(path, "PRAGMA user_version=99")
    assert "made by a newer Dissoi" in str(refused(path, NewerFormatError))


def test_no_format_at_all(path: Path) -> None:
    alter(path, "PRAGMA user_version=0")
    refused(path, DamagedError)


def test_a_file_cut_short_anywhere(path: Path) -> None:
    whole = path.read_bytes()
    for length in {
        *range(1, len(whole), 173),
        *range(1, 120),
        *range(4096, len(whole), 4096),
        len(whole) - 1,
    }:
        path.write_bytes(whole[:length])
        refused(path, DamagedError)


def test_a_file_with_wrong_bytes_is_refused_or_read_and_nothing_else(path: Path) -> None:
    whole, chance = path.read_bytes(), random.Random(2)
    for _ in range(400):
        wrong = bytearray(whole)
        for at in chance.sample(range(100, len(whole)), chance.choice((1, 8, 64))):
            wrong[at] = chance.randrange(256)
        path.write_bytes(wrong)
        for look in (load, history, lambda path: dossier_at(path, 1)):
            with suppress(DissoiError):
                look(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET body = 'no json' WHERE id = 'argument'",
        "UPDATE record SET body = '[]' WHERE id = 'argument'",
        "UPDATE record SET body = '{}' WHERE id = 'argument'",
        "UPDATE record SET id = 'other' WHERE id = 'evidence'",
        "UPDATE record SET body = json_set(body, '$.new', 1) WHERE id = 'argument'",
        "UPDATE record SET body = json_set(body, '$.weight', 9) WHERE id = 'argument'",
        "UPDATE record SET body = CAST(x'7bff7d' AS TEXT) WHERE id = 'argument'",
        "DELETE FROM record WHERE id = 'position'",
        "DELETE FROM record WHERE id = 'passage'",
        "DROP TABLE record",
        "DROP TABLE meta",
        "CREATE TRIGGER t AFTER UPDATE ON record BEGIN UPDATE record SET body = old.body; END",
        "CREATE VIEW v AS SELECT * FROM record",
        "UPDATE record SET id = 'format', body = json_set(body, '$.id', 'format') WHERE id = 'evidence'",
    ],
)
def test_records_that_make_no_dossier(path: Path, statement: str) -> None:
    alter(path, statement)
    refused(path, DamagedError)


@pytest.mark.parametrize(
    "differences", ["no json", "[]", "{}{}", '{"x": 1}', '{"none": {"before": null, "after": {}}}']
)
def test_a_history_that_makes_no_sense_does_not_keep_the_dossier_from_opening(
    path: Path, dossier: Dossier, differences: str
) -> None:
    alter(path, f"INSERT INTO change VALUES (2, 'x', 'never', '', '', '{differences}')")
    assert load(path) == dossier
    with pytest.raises(DamagedError):
        history(path)
    if differences != "[]":
        with pytest.raises(DamagedError):
            dossier_at(path, 1)


def test_a_file_that_may_not_be_read(shared: Path, dossier: Dossier, unprivileged: Unprivileged) -> None:
    create(shared / "a.dissoi", dossier).path.chmod(0)
    with unprivileged(), pytest.raises(UnreadableError, match="no permission to read"):
        load(shared / "a.dissoi")


def test_a_file_that_may_not_be_written(shared: Path, dossier: Dossier, unprivileged: Unprivileged) -> None:
    head = create(shared / "a.dissoi", dossier)
    head.path.chmod(0o444)
    with unprivileged():
        assert load(head.path) == dossier
        with pytest.raises(UnwritableError, match="no permission to write"):
            append(head, claim(dossier, "It deters"))
        with pytest.raises(UnwritableError):
            create(head.path, dossier, force=True)
    assert load(head.path) == dossier


def test_a_folder_that_may_not_be_written(shared: Path, dossier: Dossier, unprivileged: Unprivileged) -> None:
    head = create(shared / "a.dissoi", dossier)
    head.path.chmod(0o666)
    shared.chmod(0o555)
    with unprivileged():
        assert load(head.path) == dossier
        with pytest.raises(UnwritableFolderError, match="no permission to write in the folder"):
            append(head, claim(dossier, "It deters"))
        with pytest.raises(UnwritableFolderError):
            create(shared / "b.dissoi", dossier)
    assert load(head.path) == dossier


def test_a_file_that_another_program_keeps_to_itself(
    path: Path, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dissoi.storage.database._WAIT", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    refused(path, LockedError)
    with pytest.raises(LockedError, match="used by another program"):
        append(Head(path, ""), claim(dossier, "It deters"))
    other.close()
    assert load(path) == dossier
