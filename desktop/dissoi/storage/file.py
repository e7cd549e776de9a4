# SPDX-License-Identifier: MIT
"""A dossier's file: made, read, and added to one change at a time. docs/file-format.md describes it.

Nothing here keeps a file open. What was last read or written is a value, `Head`, and every write is
refused when the file holds anything else by then.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from dissoi import __version__
from dissoi.dossier.attachments import Attachment
from dissoi.dossier.change import Change, Difference
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.errors import RecordRuleError
from dissoi.dossier.records import QUESTION_ID, RecordId
from dissoi.dossier.rules import checked
from dissoi.identity import new_id, now
from dissoi.storage import database as sqlite
from dissoi.storage.atomic import replacing
from dissoi.storage.encoding import body_of, differences_of, record_of
from dissoi.storage.errors import (
    DamagedError,
    EmptyFileError,
    GoneError,
    IsFolderError,
    MissingFileError,
    NewerFormatError,
    NotADossierError,
    ReplacedError,
    StorageError,
)

NEW = "New Dossier"
"""The label of a file's first change, unless it is given another."""

_NOTHING: Mapping[RecordId, Difference] = MappingProxyType({})


class Head(NamedTuple):
    """A dossier's file as this program last read or wrote it: `change` is the id of its last change."""

    path: Path
    change: str


class Contents(NamedTuple):
    """What a file holds."""

    dossier: Dossier
    head: Head


class Commit(NamedTuple):
    """A change to be written, the time it was made, and the files that came with it."""

    change: Change
    time: datetime
    attachments: tuple[Attachment, ...] = ()


def create(
    path: Path,
    dossier: Dossier,
    *attachments: Attachment,
    label: str = NEW,
    who: str = "",
    force: bool = False,
) -> Head:
    """Write `dossier` to a new file with the files that came with it. An existing one stays unless `force`.

    Raises a `StorageError`, and then leaves `path` as it was.
    """
    with replacing(path, force=force) as temporary:
        change = _build(temporary, dossier, Commit(Change(label, _NOTHING, who), now(), attachments))
        sqlite.remove_sidecars(path)
    return Head(path, change)


def load(path: Path) -> Dossier:
    """The dossier that a file holds. Raises a `StorageError` when it holds no whole one."""
    return read(path).dossier


def read(path: Path) -> Contents:
    """The dossier that a file holds, and what to hand to `append`. Raises a `StorageError`."""
    with sqlite.reading(path) as database:
        rows = database.execute("SELECT id, body FROM record").fetchall()
        head = Head(path, _last_change(database))
    return Contents(dossier_of(path, rows), head)


def question_of(path: Path) -> str:
    """The words of the question of a dossier, read alone; "" while none is asked. Raises a `StorageError`."""
    with sqlite.reading(path) as database:
        rows = database.execute("SELECT id, body FROM record WHERE id = ?", (QUESTION_ID,)).fetchall()
    return dossier_of(path, rows).question.text


def dossier_of(path: Path, rows: Iterable[tuple[str, str]]) -> Dossier:
    """The dossier of records given as ids and bodies; raises `DamagedError` when they make none."""
    try:
        records = [_record(key, body) for key, body in rows]
        return checked(Dossier.of(records))
    except (ValueError, RecordRuleError) as error:
        raise DamagedError(path, str(error)) from error


def head_of(path: Path) -> Head:
    """Where the history of a file ends. Raises a `StorageError`."""
    with sqlite.reading(path) as database:
        return Head(path, _last_change(database))


def append(head: Head, *commits: Commit) -> Head:
    """Write changes to a file in one transaction; when this returns, they are on the disk.

    Raises `GoneError` or `ReplacedError` when the file is no longer what `head` says, and other
    `StorageError`s when it cannot be written; then nothing was.
    """
    try:
        _check_known(head.path)
        with sqlite.writing(head.path) as database:
            if _last_change(database) != head.change:
                raise ReplacedError(head.path)
            changes = [_write(database, commit) for commit in commits]
    except MissingFileError as error:
        raise GoneError(head.path) from error
    return Head(head.path, changes[-1]) if changes else head


def save_copy(
    head: Head, path: Path, dossier: Dossier, commits: Sequence[Commit] = (), *, force: bool = False
) -> Head:
    """Write `dossier` to another file, with the history of the file of `head` if that can still be had.

    `commits` are the changes that lead from `head` to `dossier`. Raises a `StorageError`, and then
    leaves `path` as it was.
    """
    with replacing(path, force=force) as temporary:
        change = _copied(head, temporary, dossier, commits)
        if not change:
            os.truncate(temporary, 0)
            kept = tuple(file for commit in commits for file in commit.attachments)
            files = (*kept, *_still_there(head.path, dossier, {each.digest for each in kept}))
            change = _build(temporary, dossier, Commit(Change("Save As", _NOTHING), now(), files))
        sqlite.remove_sidecars(path)
    return Head(path, change)


def read_attachment(path: Path, digest: str) -> Attachment | None:
    """The attachment of this digest, if the file holds it. Raises a `StorageError`."""
    wanted = "SELECT name, media_type, bytes FROM attachment WHERE digest = ?"
    with sqlite.reading(path) as database:
        row = database.execute(wanted, (digest,)).fetchone()
    found = Attachment(*row) if row else None
    # A name that other bytes were put under must not bring them.
    return found if found is not None and found.digest == digest else None


def _record(key: str, body: str) -> Record:
    record = record_of(body)
    if record.id != key:
        raise ValueError(f"the record {key} calls itself {record.id}")
    return record


def _last_change(database: sqlite3.Connection) -> str:
    row = database.execute("SELECT id FROM change ORDER BY sequence DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def _check_known(path: Path) -> None:
    """Find that the open file is none any longer that this program could have opened."""
    try:
        sqlite.identify(path)
    except (IsFolderError, EmptyFileError, NotADossierError, NewerFormatError, DamagedError) as error:
        raise ReplacedError(path) from error


def _build(temporary: Path, dossier: Dossier, first: Commit) -> str:
    """Fill an empty file; returns the id of its first change."""
    meta = {"dossier": new_id(), "created": _written(first.time), "made_by": f"Dissoi {__version__}"}
    with sqlite.making(temporary) as database:
        database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        database.executemany(_KEEP, (_row(record) for record in dossier.records.values()))
        return _write(database, first)


def _copied(head: Head, temporary: Path, dossier: Dossier, commits: Sequence[Commit]) -> str:
    """Copy the file of `head` and bring it up to `dossier`; returns "" when that cannot be done."""
    try:
        sqlite.copy(head.path, temporary)
        change = append(Head(temporary, head.change), *commits).change
        return change if load(temporary) == dossier else ""
    except ReplacedError:
        return ""
    except StorageError as error:
        if error.path == temporary:
            raise
        return ""


def _still_there(path: Path, dossier: Dossier, known: set[str]) -> Iterator[Attachment]:
    """The files that articles name, as far as the file at `path` can still be read and has them."""
    named = {article.original for article in dossier.articles}
    named |= {block.picture for article in dossier.articles for block in article.blocks}
    for digest in sorted(named - known - {""}):
        with suppress(StorageError):
            if found := read_attachment(path, digest):
                yield found


_KEEP = """INSERT INTO record (id, kind, body) VALUES (?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, body = excluded.body"""
_ATTACH = """INSERT INTO attachment (digest, name, media_type, bytes) VALUES (?, ?, ?, ?)
  ON CONFLICT (digest) DO UPDATE SET bytes = excluded.bytes WHERE bytes IS NOT excluded.bytes"""
_REMEMBER = "INSERT INTO change (id, time, label, who, differences) VALUES (?, ?, ?, ?, ?)"


def _write(database: sqlite3.Connection, commit: Commit) -> str:
    """Write one change and what it does to the records; returns the id it is given."""
    change, key = commit.change, new_id()
    gone = [(record_id,) for record_id, each in change.differences.items() if each.after is None]
    kept = [_row(each.after) for each in change.differences.values() if each.after is not None]
    files = [(each.digest, each.name, each.media_type, each.data) for each in commit.attachments]
    differences = differences_of(change, _bodies_before(database, change))
    database.executemany("DELETE FROM record WHERE id = ?", gone)
    database.executemany(_KEEP, kept)
    database.executemany(_ATTACH, files)
    row = (key, _written(commit.time), change.label, change.who, differences)
    database.execute(_REMEMBER, row)
    return key


def _bodies_before(database: sqlite3.Connection, change: Change) -> dict[str, str]:
    """The bodies in the file of those records that a change alters or removes."""
    known = [(record_id,) for record_id, each in change.differences.items() if each.before]
    rows = (database.execute("SELECT id, body FROM record WHERE id = ?", each).fetchone() for each in known)
    return dict(filter(None, rows))


def _row(record: Record) -> tuple[str, str, str]:
    return (record.id, record.kind, body_of(record))


def _written(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds")
