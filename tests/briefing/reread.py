# SPDX-License-Identifier: MIT
"""What files other than PDF say, read back without how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO

import docx
from docx.document import Document
from docx.table import Table

from dissoi.dossier.markup import blocks_of

_PATIENCE = 60
"""Seconds for Markdown that holds texts made to take long."""


class Page(HTMLParser):
    """The tags, attributes and words of a web page; `open` are the tags that nothing closes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in {"meta", "br", "hr"}:
            self.open.append(tag)
        if tag in {"br", "td", "th", "p", "li", "h1", "h2", "h3", "h4", "h5", "h6"}:
            self.words += " "

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words += data


def worded(text: str) -> str:
    """Text with white space made one space."""
    return " ".join(text.split())


def words_in(data: bytes, ending: str) -> str:
    """All words of a file of that kind, in order."""
    if ending == ".docx":
        return worded("\n".join(_texts(docx.Document(BytesIO(data)))))
    text = data.decode()
    if ending == ".html":
        return worded(Page(text).words)
    return worded("\n".join(block.text for block in blocks_of(text, _PATIENCE)) if ending == ".md" else text)


def _texts(document: Document) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from (cell.text for row in part.rows for cell in row.cells)
        else:
            yield part.text
