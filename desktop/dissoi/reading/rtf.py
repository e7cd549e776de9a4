# SPDX-License-Identifier: MIT
"""RTF files as drafts of articles: paragraphs and line breaks without looks, tables as rows."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from dissoi.dossier.markup_settling import CELL
from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind, Blocks, plain_block
from dissoi.reading import properties
from dissoi.reading.credits import Credits, take_credits, with_closing
from dissoi.reading.errors import (
    ArticleTooLargeError,
    DamagedArticleError,
    EmptyArticleError,
    TooDeepArticleError,
)
from dissoi.reading.reading import Detail, Draft, Origin, Proposal

MOST_BYTES = 20_000_000
"""The largest file that is read, without the pictures in it."""
_DEEPEST = 500
_PICTURE = re.compile(r"\{\\\*?\\?(?:pict|objdata|themedata|colorschememapping|datastore)\b[^{}]*\}")
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_BRACES = re.compile(r"\\[\\{}]|[{}]")
_LINE = re.compile(r"\\line(?![a-z]) ?")
_FIELD = r"\{{\\{}(?![a-z])\s*((?:[^{{}}\\]|\\[^{{}}])*)\}}"
_SPACE = re.compile(r"[ \t\xa0]+")


def read_rtf(data: bytes, name: str) -> Draft:
    """What an RTF file says. Raises a `ReadingError` when it is damaged, too large or nested too deeply."""
    text = _PICTURE.sub("", _without_binaries(data).decode("latin-1"))
    if len(text) > MOST_BYTES:
        raise ArticleTooLargeError(name, f"{MOST_BYTES // 1_000_000} MB")
    if _depth(text) > _DEEPEST:
        raise TooDeepArticleError(name)
    said = {key: _plain(f"{{\\rtf1\\ansi {_found(text, key)}}}", name) for key in ("title", "author")}
    found, blocks = take_credits(_blocks(_plain(_LINE.sub(r"\\u8232?", text), name)), Credits())
    if not blocks:
        raise EmptyArticleError(name)
    closed = with_closing(found, blocks)
    people = (Proposal(closed.authors, Origin.BYLINE if found.authors else Origin.TEXT),)
    dates = (Proposal(closed.published, Origin.BYLINE),) if closed.published else ()
    proposals = properties.given(
        {
            Detail.TITLE: properties.titles(said["title"]),
            Detail.AUTHORS: (*(people if closed.authors else ()), *properties.authors([said["author"]])),
            Detail.PUBLISHED: dates,
        }
    )
    return Draft(blocks, proposals)


def _without_binaries(data: bytes) -> bytes:
    """The file without what stands in it as it is, which may hold braces."""
    pieces, at = [], 0
    while found := _BINARY.search(data, at):
        pieces.append(data[at : found.start()])
        at = found.end() + int(found[1])
    return b"".join((*pieces, data[at:]))


def _depth(text: str) -> int:
    depth = deepest = 0
    for found in _BRACES.finditer(text):
        depth += (found[0] == "{") - (found[0] == "}")
        deepest = max(deepest, depth)
    return deepest


def _found(text: str, key: str) -> str:
    """What the information group of a file says of a key, still as RTF."""
    start = text.find("{\\info")
    found = re.compile(_FIELD.format(key)).search(text, start, start + 20_000) if start >= 0 else None
    return found[1] if found else ""


def _plain(text: str, name: str) -> str:
    try:
        return str(rtf_to_text(text, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise DamagedArticleError(name) from error


def _blocks(text: str) -> Blocks:
    return tuple(_block(line) for line in text.split("\n") if line.strip(" \t\xa0|" + LINE_BREAK))


def _block(line: str) -> Block:
    line = _SPACE.sub(" ", line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).strip()
    if line.endswith("|") and line.count("|") > 1:
        cells = [cell.strip() for cell in line.rstrip("|").split("|")]
        return plain_block(CELL.join(cells), BlockKind.ROW)
    return plain_block(line.strip(LINE_BREAK + " "))
