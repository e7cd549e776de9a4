# SPDX-License-Identifier: MIT
"""Reads debate formats: those that come with the program, and files in a folder of the user's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from pydantic import ValidationError

from dissoi import resources
from dissoi.dossier.debate import DebateFormat

_LARGEST = 100_000
"""Bytes; a format is a page of text."""


@dataclass(frozen=True)
class Formats:
    """The formats by the name of their file, and a sentence for each file that is none."""

    known: Mapping[str, DebateFormat]
    troubles: tuple[str, ...] = ()


def formats_folder() -> Path:
    """Where users put format files of their own; it need not exist."""
    return platformdirs.user_data_path("dissoi", appauthor=False) / "formats"


def load_formats(own: Path | None = None) -> Formats:
    """All formats, sorted by what they are called; a user's file takes the place of ours of its name."""
    known: dict[str, DebateFormat] = {}
    troubles: list[str] = []
    for path in _files([resources.resource("formats"), own or formats_folder()]):
        try:
            known[path.stem] = format_of(path.read_bytes()[: _LARGEST + 1])
        except (OSError, ValueError) as error:
            troubles.append(f"The format file “{path}” cannot be used: {_reason(error)}")
    by_name = sorted(known.items(), key=lambda item: item[1].name.casefold())
    return Formats(dict(by_name), tuple(troubles))


def format_of(data: bytes) -> DebateFormat:
    """The format that a file describes; raises `ValueError` when it describes none."""
    if len(data) > _LARGEST:
        raise ValueError("it is too large.")
    return DebateFormat.model_validate(tomllib.loads(data.decode()))


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            yield from sorted(folder.glob("*.toml"))


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        return f"{place}: {first['msg']}."
    if isinstance(error, OSError):
        return f"{error.strerror}."
    return f"{str(error).rstrip('.')}."
