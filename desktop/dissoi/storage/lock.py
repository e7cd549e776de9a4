# SPDX-License-Identifier: MIT
"""One dossier is edited in one window: the lock that sees to it, and the note of who holds it.

The system drops the lock with the program that took it, however that ended. What a killed program leaves
beside the dossier, `.NAME.dissoi.lock` and `.NAME.dissoi.lock.json`, locks nobody out.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from filelock import BaseFileLock, FileLock, Timeout

from dissoi.storage.errors import NoFolderError, StorageError, UnwritableFolderError, write_error

if TYPE_CHECKING:
    from types import TracebackType

_EVERYBODY = 0o666
"""Partners who share a folder lock the same file, whose ever it is."""


class Owner(NamedTuple):
    """Who has a dossier open for editing, where, in which process, and since when."""

    user: str
    host: str
    pid: int
    since: datetime

    def __str__(self) -> str:
        since = self.since.astimezone().strftime("%Y-%m-%d %H:%M")
        return f"{self.user} on {self.host} since {since}"


class HeldError(StorageError):
    """The dossier is open for editing elsewhere; `owner` is by whom, if that is known."""

    sentence = "“{}” is open in another window{}."

    def __init__(self, path: Path, owner: Owner | None = None) -> None:
        super().__init__(path, f", used by {owner}" if owner else "")
        self.owner = owner


class DossierLock:
    """The right to edit a dossier, until `release` or the end of the program."""

    def __init__(self, lock: BaseFileLock, note: Path) -> None:
        self._lock = lock
        self._note = note

    def release(self) -> None:
        """Let others edit, and clear away what told them not to. A second call does nothing."""
        if not self._lock.is_locked:
            return
        with suppress(OSError):
            self._note.unlink()
        # While it is still held, so that whoever waits for it notices. Windows removes it only later.
        with suppress(OSError):
            Path(self._lock.lock_file).unlink()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def this_owner(since: datetime) -> Owner:
    """This process, as others are told of it."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "somebody"
    return Owner(user=user, host=platform.node(), pid=os.getpid(), since=since)


def take_lock(path: Path, owner: Owner) -> DossierLock:
    """Take the right to edit the dossier at `path`, which was opened well.

    Raises `HeldError` when someone else has it, `UnwritableFolderError` when the folder cannot be written
    to, and another `StorageError` when the drive cannot lock.
    """
    real = Path(os.path.realpath(path))
    file, note = real.with_name(f".{real.name}.lock"), real.with_name(f".{real.name}.lock.json")
    if not real.parent.is_dir():
        # filelock would make the folder, and so a mistyped name would become one.
        raise NoFolderError(real.parent)
    lock = FileLock(file, mode=_EVERYBODY, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise HeldError(path, _noted(note)) from error
    except OSError as error:
        raise _refusal(error, path, real.parent, _noted(note)) from error
    with suppress(OSError):
        note.write_text(json.dumps(owner._asdict(), default=datetime.isoformat), encoding="utf-8")
    return DossierLock(lock, note)


def _refusal(error: OSError, path: Path, folder: Path, owner: Owner | None) -> StorageError:
    if not os.access(folder, os.W_OK):
        return UnwritableFolderError(folder)
    if isinstance(error, PermissionError):
        return HeldError(path, owner)
    return write_error(error, path)


def _noted(note: Path) -> Owner | None:
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
        since = datetime.fromisoformat(found["since"])
        return Owner(str(found["user"]), str(found["host"]), int(found["pid"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return None
