# SPDX-License-Identifier: MIT
"""What can go wrong with files: one class per cause, each with a sentence that names the file."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import ClassVar

from dissoi.dossier.errors import DissoiError


class StorageError(DissoiError):
    """A file could not be read or written. `path` is the file that `str(error)` names."""

    sentence: ClassVar[str]

    def __init__(self, path: Path, *more: str) -> None:
        super().__init__(self.sentence.format(path, *more))
        self.path = path
        self.more = more

    def about(self, path: Path) -> StorageError:
        """The same error, naming the file that the user knows of instead of a temporary one."""
        return type(self)(path, *self.more)


class MissingFileError(StorageError):
    """There is no such file."""

    sentence = "“{}” does not exist."


class IsFolderError(StorageError):
    """A folder stands where a file was meant."""

    sentence = "“{}” is a folder, not a file."


class SpecialFileError(StorageError):
    """A device or a pipe stands where a file was meant; a file must not take its place."""

    sentence = "“{}” is a device or a pipe, not a file."


class EmptyFileError(StorageError):
    """The file holds nothing at all."""

    sentence = "“{}” is empty."


class NotADossierError(StorageError):
    """The file is of another kind."""

    sentence = "“{}” is not a Dissoi dossier."


class NewerFormatError(StorageError):
    """The file has a format that this program does not know yet."""

    sentence = "“{}” was made by a newer Dissoi. Please open it with that version."


class DamagedError(StorageError):
    """The file is a dossier, but not a whole one. `more` is for whoever wants to repair it."""

    sentence = "“{}” is damaged or incomplete and cannot be opened."


class UnreadableError(StorageError):
    """The file may not be read."""

    sentence = "There is no permission to read “{}”."


class UnwritableError(StorageError):
    """The file may not be written."""

    sentence = "There is no permission to write “{}”."


class UnwritableFolderError(StorageError):
    """Nothing may be written in the folder, whose path this error carries."""

    sentence = "There is no permission to write in the folder “{}”."


class DiskFullError(StorageError):
    """The disk, or what the user may use of it, is full."""

    sentence = "There is no space left on the disk to save “{}”."


class NoFolderError(StorageError):
    """The folder meant to hold the file does not exist; `path` is the folder."""

    sentence = "The folder “{}” does not exist."


class AlreadyExistsError(StorageError):
    """A file is there already and was not to be overwritten."""

    sentence = "“{}” exists already."


class LockedError(StorageError):
    """Another program keeps the file to itself just now."""

    sentence = "“{}” is being used by another program."


class GoneError(StorageError):
    """The open file was deleted, moved or renamed, or its drive is no longer there."""

    sentence = "“{}” is no longer there: it was moved or deleted, or its drive was removed."


class ReplacedError(StorageError):
    """The open file now holds something else than what was last read from or written to it."""

    sentence = "“{}” was changed by another program since it was opened."


class DiskTroubleError(StorageError):
    """The system reports an error of which no other class says more, in its own words."""

    sentence = "“{}” could not be read or written ({})."


class UnknownVersionError(StorageError):
    """The history of the file has no change of this number."""

    sentence = "“{}” holds no such version."


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_BUSY = frozenset({errno.EAGAIN, errno.EBUSY, errno.ETXTBSY})


def read_error(error: OSError, path: Path) -> StorageError:
    """What an `OSError` met when reading `path` means."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return MissingFileError(path)
    if error.errno in _FORBIDDEN:
        return UnreadableError(path)
    return _either_error(error, path)


def write_error(error: OSError, path: Path) -> StorageError:
    """What an `OSError` met when writing `path` means."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return NoFolderError(path.parent)
    if error.errno in _FORBIDDEN:
        return UnwritableError(path)
    if error.errno == errno.EEXIST:
        return AlreadyExistsError(path)
    return _either_error(error, path)


def _either_error(error: OSError, path: Path) -> StorageError:
    if error.errno in _FULL:
        return DiskFullError(path)
    if error.errno == errno.EISDIR:
        return IsFolderError(path)
    if error.errno in _BUSY:
        return LockedError(path)
    return DiskTroubleError(path, error.strerror or type(error).__name__)
