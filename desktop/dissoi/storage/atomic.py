# SPDX-License-Identifier: MIT
"""Writes files so that at every moment either the old one or the whole new one is there.

The new file is written beside the old one, forced to the disk, and put in its place in one step.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dissoi.storage.errors import (
    AlreadyExistsError,
    IsFolderError,
    NoFolderError,
    SpecialFileError,
    StorageError,
    UnwritableError,
    UnwritableFolderError,
    write_error,
)

_NEW_FILE = 0o666
"""The permissions of a new file, before the user's umask."""


def write_atomically(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write `data` to `path`: all of it or nothing. An existing file stays unless `force`.

    Raises a `StorageError` that says why it could not be written.
    """
    with open_atomically(path, force=force) as file:
        file.write(data)


@contextmanager
def open_atomically(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A stream that becomes the file `path` when the block ends well, and vanishes when it does not.

    Raises a `StorageError` that says why it could not be written.
    """
    with replacing(path, force=force) as temporary, temporary.open("wb") as file:
        yield file


@contextmanager
def replacing(path: Path, *, force: bool = False) -> Iterator[Path]:
    """The path of a new empty file that becomes `path` when the block ends well.

    The permissions of a file that is replaced are kept, and a symbolic link stays one. For programs that
    insist on opening files themselves; others use `open_atomically`. Raises a `StorageError`.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".dissoi-{os.urandom(6).hex()}.tmp")
    try:
        _check_place(path, target, force=force)
        _make(temporary, target)
        yield temporary
        _force_to_disk(temporary)
        _put(temporary, target, force=force)
    except StorageError as error:
        if error.path != temporary:
            raise
        raise error.about(path) from error
    except OSError as error:
        if error.filename not in {None, str(temporary), str(target), str(target.parent)}:
            raise
        raise write_error(error, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def check_place(path: Path, *, force: bool = False) -> None:
    """Say before any work is done what will not go well; nothing is written. Raises a `StorageError`."""
    try:
        _check_place(path, Path(os.path.realpath(path)), force=force)
    except OSError as error:
        raise write_error(error, path) from error


def _check_place(path: Path, target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise IsFolderError(path)
    if target.exists() and not target.is_file():
        raise SpecialFileError(path)
    if not target.parent.is_dir():
        raise NoFolderError(path.parent)
    if target.exists() and not force:
        raise AlreadyExistsError(path)
    if target.exists() and not os.access(target, os.W_OK):
        raise UnwritableError(path)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise UnwritableFolderError(path.parent)


def _make(temporary: Path, target: Path) -> None:
    os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _NEW_FILE))
    if target.exists():
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _force_to_disk(path: Path) -> None:
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _put(temporary: Path, target: Path, *, force: bool) -> None:
    if force:
        temporary.replace(target)
    else:
        _link(temporary, target)
    _force_folder_to_disk(target.parent)


def _link(temporary: Path, target: Path) -> None:
    """Give the new file its name, unless another program took that name in the meantime."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError as error:
        # FAT and some network drives have no links; Windows' rename refuses to overwrite by itself.
        if target.exists():
            raise AlreadyExistsError(target) from error
        temporary.rename(target)


def _force_folder_to_disk(folder: Path) -> None:
    """Make a new name last through a power failure, where the system has a way to ask for it."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
