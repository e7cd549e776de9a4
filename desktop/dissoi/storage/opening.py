# SPDX-License-Identifier: MIT
"""Opens a dossier to be edited, or only read when it cannot be, and then says why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from dissoi.dossier.dossier import Dossier
from dissoi.storage.errors import StorageError, UnwritableError
from dissoi.storage.file import Contents, Head, head_of, read
from dissoi.storage.lock import DossierLock, Owner, take_lock


class Opened(NamedTuple):
    """A dossier from its file. There is either a `lock`, or the reason why it can only be read."""

    dossier: Dossier
    head: Head
    lock: DossierLock | None
    read_only: StorageError | None = None


def open_dossier(path: Path, owner: Owner) -> Opened:
    """Open the dossier at `path` for `owner` to edit.

    Raises a `StorageError` when it cannot even be read; a file that cannot be read is never locked.
    """
    contents = read(path)
    try:
        lock = _lock(path, owner)
    except StorageError as reason:
        return Opened(contents.dossier, contents.head, None, reason)
    try:
        # Whoever held the lock a moment ago may have written since the file was read.
        newest = contents if head_of(path) == contents.head else read(path)
    except BaseException:
        lock.release()
        raise
    return Opened(newest.dossier, newest.head, lock)


@contextmanager
def editing(path: Path, owner: Owner) -> Iterator[Contents]:
    """The dossier at `path`, which nobody else can edit until the block ends.

    Raises a `StorageError` when it cannot be read, or only read.
    """
    opened = open_dossier(path, owner)
    if opened.lock is None:
        raise opened.read_only or UnwritableError(path)
    with opened.lock:
        yield Contents(opened.dossier, opened.head)


def _lock(path: Path, owner: Owner) -> DossierLock:
    if not os.access(path, os.W_OK):
        raise UnwritableError(path)
    return take_lock(path, owner)
