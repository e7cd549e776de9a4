# SPDX-License-Identifier: MIT
"""A disk that fills up: what was saved stays, and what was not is told and kept."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from tests.storage.test_file import ARGUMENT, claim

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument
from dissoi.storage.atomic import write_atomically
from dissoi.storage.errors import DiskFullError, StorageError
from dissoi.storage.file import append, create, load, save_copy
from dissoi.storage.saver import Saver, Saving

LONG = "It deters. " * 20_000


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let the system refuse to make any file larger than `size` bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes SQLite report a full disk as soon as a file has to grow."""
    connect = sqlite3.connect

    def connect_to_full(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **named)
        connection.execute("PRAGMA max_page_count=1")
        return connection

    return lambda: monkeypatch.setattr("dissoi.storage.database.sqlite3.connect", connect_to_full)


def test_a_change_that_finds_no_room(tmp_path: Path, dossier: Dossier, full: Callable[[], None]) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    full()
    with pytest.raises(DiskFullError, match=r"no space left on the disk to save “.*a\.dissoi”"):
        append(head, claim(dossier, LONG))
    assert load(head.path) == dossier


def test_a_new_file_that_finds_no_room(tmp_path: Path, dossier: Dossier, full: Callable[[], None]) -> None:
    full()
    with pytest.raises(DiskFullError, match=r"a\.dissoi”"):
        create(tmp_path / "a.dissoi", dossier)
    assert not list(tmp_path.iterdir())


def test_a_file_that_may_not_grow(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    size = head.path.stat().st_size
    with largest_file(size):
        with pytest.raises(StorageError):
            append(head, claim(dossier, LONG))
        assert load(head.path) == dossier
        with pytest.raises(StorageError, match=r"b\.dissoi”"):
            save_copy(head, tmp_path / "b.dissoi", dossier, [claim(dossier, LONG)])
    assert [each.name for each in tmp_path.iterdir()] == ["a.dissoi"]
    assert append(head, claim(dossier, LONG)) != head


def test_nothing_is_lost_while_the_disk_is_full(tmp_path: Path, dossier: Dossier) -> None:
    head = create(tmp_path / "a.dissoi", dossier)
    saver = Saver(head, lambda _state: None)
    with largest_file(head.path.stat().st_size):
        saver.submit(claim(dossier, LONG).change)
        assert saver.wait().saving is Saving.FAILED
    saver.flush()
    assert saver.close().saving is Saving.SAVED
    assert load(head.path).get(Argument, ARGUMENT).claim == LONG


def test_any_other_file_that_finds_no_room(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    with largest_file(1000), pytest.raises(DiskFullError, match=r"brief\.pdf"):
        write_atomically(path, b"new" * 5000, force=True)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_disk_that_is_full_only_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(DiskFullError):
        write_atomically(tmp_path / "brief.pdf", b"new")
    assert not list(tmp_path.iterdir())
