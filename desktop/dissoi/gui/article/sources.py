# SPDX-License-Identifier: MIT
"""What articles are read from: files, and what was pasted or dropped."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData

from dissoi.dossier.records import NewId
from dissoi.gui.article.dragging import PASSAGE_TYPE
from dissoi.identity import today

if TYPE_CHECKING:
    from dissoi.reading.reading import Reading

Cancelled = Callable[[], bool]
"""Whether what is being read is no longer wanted."""

_ADDRESS = re.compile(r"https?://\S+")


class Source(NamedTuple):
    """One thing to read. `read` runs beside the window and raises a `DissoiError`; `name` is shown."""

    name: str
    read: Callable[[NewId, Cancelled], Reading]


def file_source(file: Path) -> Source:
    """A file, to be read as an article."""
    return Source(file.name, partial(_read_file, file))


def pasted_source(html: str, text: str, name: str) -> Source:
    """Text that was pasted or dropped; `html` has its headings, lists and emphasis, or is "".

    `name` is what it is called while it is read, and afterwards where it shows no title.
    """
    return Source(name, partial(_read_pasted, html, text, name))


def files_in(mime: QMimeData) -> list[Path]:
    """The files on this computer that are dragged or pasted."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def text_in(mime: QMimeData) -> tuple[str, str]:
    """What is dragged or pasted as HTML and as plain text; words of an article shown are none."""
    if mime.hasFormat(PASSAGE_TYPE):
        return "", ""
    return (mime.html() if mime.hasHtml() else ""), mime.text()


def is_address(text: str) -> bool:
    """Whether text is nothing but an address, which nobody here can follow."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def _read_file(file: Path, new_id: NewId, cancelled: Cancelled) -> Reading:
    from dissoi.reading import read

    return read(file, new_id, today=today(), cancelled=cancelled)


def _read_pasted(html: str, text: str, name: str, new_id: NewId, cancelled: Cancelled) -> Reading:
    from dissoi.reading import read_pasted

    return read_pasted(html, text, new_id, name=name, today=today(), cancelled=cancelled)
