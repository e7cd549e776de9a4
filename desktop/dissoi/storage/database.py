# SPDX-License-Identifier: MIT
"""The SQLite underneath a dossier's file: how it is told from other files, opened, and when it fails.

Everything that SQLite or the system report leaves this module as a `StorageError`.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from dissoi.storage.errors import (
    DamagedError,
    DiskFullError,
    DiskTroubleError,
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
    read_error,
)

APPLICATION_ID = 0x44495353
"""“DISS”, at bytes 68 to 71 of the file, where the program `file` looks too."""
FORMAT = 5
"""The newest format this program knows: `user_version`, at bytes 60 to 63 of the file."""
SIDECARS = ("-journal", "-wal", "-shm")
"""What SQLite adds to a file's name for files of its own."""

SCHEMA = """
CREATE TABLE record (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE change (
  sequence INTEGER PRIMARY KEY NOT NULL,
  id TEXT UNIQUE NOT NULL,
  time TEXT NOT NULL,
  label TEXT NOT NULL,
  who TEXT NOT NULL,
  differences TEXT NOT NULL
) STRICT;
CREATE TABLE attachment (
  digest TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;
"""
TABLES = frozenset({"record", "change", "attachment", "meta"})

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_WAIT = 2.0
"""Seconds to wait for another program that has the file locked."""


def identify(path: Path) -> None:
    """Raise a `StorageError` unless `path` looks like a dossier of a format that is known."""
    header = _header(path)
    if not header:
        raise EmptyFileError(path)
    if not header.startswith(_MAGIC[: len(header)]):
        raise NotADossierError(path)
    if len(header) < _HEADER:
        raise DamagedError(path, "the file ends within its header")
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise NotADossierError(path)
    version = int.from_bytes(header[60:64])
    if version > FORMAT:
        raise NewerFormatError(path)
    if version < 1:
        raise DamagedError(path, "the file names no format")


def _header(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsFolderError(path)
        if not stat.S_ISREG(mode):
            # Reading from a pipe or a device could wait for ever.
            raise NotADossierError(path)
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as error:
        raise read_error(error, path) from error


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """One unchanging view of the whole file. A save that was cut short is rolled back first."""
    identify(path)
    with _connected(path) as database:
        # Not opened as mode=ro: SQLite must be free to roll back what a killed program left half done.
        database.execute("PRAGMA query_only=ON")
        with _transaction(database, "BEGIN"):
            _check_whole(path, database)
            yield database


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction: on the disk when the block has ended, undone when it raises."""
    with _connected(path, to_write=True) as database:
        # One file at rest: no write-ahead log. EXTRA also syncs the folder, without which the last
        # commit could come undone in a power failure.
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("PRAGMA synchronous=EXTRA")
        with _transaction(database, "BEGIN IMMEDIATE"):
            # What is written may be of the newest format only, so a file of an older one becomes newer.
            if database.execute("PRAGMA user_version").fetchone()[0] < FORMAT:
                database.execute(f"PRAGMA user_version={FORMAT}")
            yield database


@contextmanager
def making(path: Path) -> Iterator[sqlite3.Connection]:
    """A new dossier in the empty file `path`, which the caller forces to the disk and gives its name."""
    with _connected(path, to_write=True) as database:
        database.execute("PRAGMA journal_mode=OFF")
        database.execute("PRAGMA synchronous=OFF")
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database.execute(f"PRAGMA user_version={FORMAT}")
        database.executescript(SCHEMA)
        with _transaction(database, "BEGIN IMMEDIATE"):
            yield database


def copy(source: Path, target: Path) -> None:
    """Make the empty file `target` a copy of the database `source`, whoever else is using that."""
    with reading(source) as original, _connected(target, to_write=True) as database:
        original.backup(database)


def remove_sidecars(path: Path) -> None:
    """Remove what SQLite left beside a file that is to be replaced.

    An old rollback journal would be played back into the new file.
    """
    real = os.path.realpath(path)
    for suffix in SIDECARS:
        Path(real + suffix).unlink(missing_ok=True)


@contextmanager
def _connected(path: Path, *, to_write: bool = False) -> Iterator[sqlite3.Connection]:
    try:
        connection = sqlite3.connect(_uri(path), uri=True, timeout=_WAIT, isolation_level=None)
        with closing(connection) as database:
            database.execute("PRAGMA trusted_schema=OFF")
            database.execute("PRAGMA cell_size_check=ON")
            yield database
    except sqlite3.Error as error:
        raise _meaning(error, path, to_write=to_write) from error
    except (UnicodeDecodeError, OverflowError) as error:
        # Python's sqlite3 trips over some of what a damaged file makes SQLite say.
        raise DamagedError(path, str(error)) from error
    except OSError as error:
        raise read_error(error, path) from error


def _uri(path: Path) -> str:
    """An address that opens `path` and never creates it."""
    posix = path.absolute().as_posix()
    start = "//" if posix.startswith("//") else "" if posix.startswith("/") else "/"
    return f"file:{start}{quote(os.fsencode(posix))}?mode=rw"


@contextmanager
def _transaction(database: sqlite3.Connection, begin: str) -> Iterator[None]:
    database.execute(begin)
    try:
        yield
        database.execute("COMMIT")
    finally:
        if database.in_transaction:
            database.execute("ROLLBACK")


def _check_whole(path: Path, database: sqlite3.Connection) -> None:
    """Find what reading alone might pass over: a file cut short, tables that are not a dossier's."""
    (pages,), (size,) = (
        database.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )
    if path.stat().st_size < pages * size:
        raise DamagedError(path, "the file is shorter than it says")
    schema = database.execute("SELECT type, name FROM sqlite_schema").fetchall()
    if not {name for kind, name in schema if kind == "table"} >= TABLES:
        raise DamagedError(path, "tables are missing")
    if not {kind for kind, _ in schema} <= {"table", "index"}:
        # A trigger could take back what is written, and what is shown as saved would not be.
        raise DamagedError(path, "it has triggers or views")
    for (problem,) in database.execute("PRAGMA quick_check(1)"):
        if problem != "ok":
            raise DamagedError(path, str(problem))


_MEANINGS: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_BUSY: LockedError,
    sqlite3.SQLITE_LOCKED: LockedError,
    sqlite3.SQLITE_FULL: DiskFullError,
}


def _meaning(error: sqlite3.Error, path: Path, *, to_write: bool) -> StorageError:
    """The cause of what SQLite reports."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in _MEANINGS:
        return _MEANINGS[code](path)
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return _not_allowed(path, to_write=to_write)
    if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS}:
        return DiskTroubleError(path, str(error))
    return DamagedError(path, str(error))


def _not_allowed(path: Path, *, to_write: bool) -> StorageError:
    """Why the file, or the journal beside it, could not be opened or written."""
    folder = Path(os.path.realpath(path)).parent
    if not path.exists():
        return MissingFileError(path)
    if not os.access(path, os.R_OK):
        return UnreadableError(path)
    if to_write and os.access(path, os.W_OK) and not os.access(folder, os.W_OK):
        return UnwritableFolderError(folder)
    return UnwritableError(path)
