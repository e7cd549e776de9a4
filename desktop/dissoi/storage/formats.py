# SPDX-License-Identifier: MIT
"""Finds debate formats: those that come with the program, and files in a folder of the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from dissoi import resources
from dissoi.dossier.debate import DebateFormat
from dissoi.dossier.dossier import Dossier
from dissoi.storage.atomic import write_atomically
from dissoi.storage.errors import read_error, write_error
from dissoi.storage.format_files import FormatFileError, format_of

_MUCH = 1_000_000
"""Bytes read of a file, which is far more than a format has."""


class Formats(NamedTuple):
    """The formats by the name of their file, and a sentence for each file that is none."""

    known: Mapping[str, DebateFormat]
    troubles: tuple[str, ...] = ()


class UnusableFormatError(FormatFileError):
    """A file that was to be added describes no format; nothing was added."""

    def __init__(self, path: Path, reason: FormatFileError) -> None:
        super().__init__(f"The format file “{path.name}” cannot be used. {reason}")


def formats_folder() -> Path:
    """Where users put format files of their own; it need not exist."""
    import platformdirs

    return platformdirs.user_data_path("dissoi", appauthor=False) / "formats"


def load_formats(own: Path | None = None) -> Formats:
    """All formats, sorted by what they are called; a user's file takes the place of ours of its name."""
    known: dict[str, DebateFormat] = {}
    troubles: list[str] = []
    for path in _files([resources.resource("formats"), own or formats_folder()]):
        try:
            known[path.stem] = format_of(_start_of(path), path.stem)
        except FormatFileError as error:
            troubles.append(f"The format file “{path}” cannot be used. {error}")
        except OSError as error:
            troubles.append(f"The format file “{path}” cannot be used. {error.strerror}.")
    by_name = sorted(known.items(), key=lambda item: item[1].name.casefold())
    return Formats(dict(by_name), tuple(troubles))


def add_format(path: Path, own: Path | None = None, *, force: bool = False) -> DebateFormat:
    """Put a copy of a format file into the user's own folder, and return the format.

    Raises `UnusableFormatError` when it describes none, and a `StorageError` when it cannot be read or
    written, or when there is a file of that name and not `force`.
    """
    folder = own or formats_folder()
    try:
        data = _start_of(path)
    except OSError as error:
        raise read_error(error, path) from error
    try:
        added = format_of(data, path.stem)
    except FormatFileError as error:
        raise UnusableFormatError(path, error) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, folder) from error
    write_atomically(folder / f"{path.stem}.toml", data, force=force)
    return added


def debate_of(dossier: Dossier, own: Path | None = None) -> DebateFormat | None:
    """The format that a dossier keeps, or else that is here under the name it gives; None without one."""
    key = dossier.question.format
    return dossier.debate or (load_formats(own).known.get(key) if key else None)


def _start_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MUCH)


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            yield from sorted(folder.glob("*.toml"))
