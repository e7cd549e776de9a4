# SPDX-License-Identifier: MIT
"""The one model of rich text, for articles and for what users write: blocks of spans.

A block is a paragraph, heading, quotation, list item, code, table row, picture, caption or footnote; a
span is a run of characters of one look. Offsets into text are Python code points. `LINE_BREAK` (U+2028)
stands for a line break inside a block, so that the newline is free to join the blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import accumulate

from dissoi.dossier.value import Value, value

LINE_BREAK = "\u2028"
MAX_LEVEL = 8
_ENDS_A_BLOCK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2029]")
_BYTE_ORDER_MARK = "\ufeff"
_OBJECT = "\ufffc"
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufdd0\ufdd1\ufffc]")
"""Controls, halves of characters, and what Qt keeps for itself: none of them is seen, some break a file."""


def inline(text: str) -> str:
    """`text` made fit for a span: line ends become `LINE_BREAK`, controls and lone surrogates U+FFFD."""
    return _fit(text, LINE_BREAK)


def clean(text: str) -> str:
    """`text` made fit to keep: line ends become newlines, controls and lone surrogates U+FFFD."""
    return _fit(text, "\n")


def _fit(text: str, line_end: str) -> str:
    if text.isprintable() and _OBJECT not in text:
        # As nearly all texts are: none of what is looked for below can be printed.
        return text
    return _FORBIDDEN.sub("\ufffd", _ENDS_A_BLOCK.sub(line_end, text.replace(_BYTE_ORDER_MARK, "")))


class BlockKind(StrEnum):
    """What a block is in the article."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    CODE = "code"
    ROW = "row"
    RULE = "rule"
    PICTURE = "picture"
    CAPTION = "caption"
    NOTE = "note"


@value
class Span(Value):
    """A run of characters of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""

    def __post_init__(self) -> None:
        self._fit(inline, "text", "link")

    def like(self, other: Span) -> bool:
        """Whether both spans look the same."""
        return self.model_copy(update={"text": other.text}) == other


_UNNUMBERED = {BlockKind.HEADING, BlockKind.RULE}


@value
class Block(Value):
    """A paragraph or its like. `level` is a heading's rank (1 highest) or the depth of a quote or item.

    `marker` is what stands before a list item ("•" or "3.") or a footnote ("2"), which is not part of the
    text. A picture has no text: `picture` is the digest of its attachment, `alt` says what it shows.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    spans: tuple[Span, ...] = ()
    level: int = 1
    marker: str = ""
    picture: str = ""
    alt: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.level <= MAX_LEVEL:
            raise ValueError(f"a level is 1 to {MAX_LEVEL}, not {self.level}")
        self._fit(inline, "marker", "alt")

    @property
    def text(self) -> str:
        """The block's characters without their look."""
        return "".join(span.text for span in self.spans)

    @property
    def numbered(self) -> bool:
        """Whether it has a paragraph number: it has text, and is no heading or rule."""
        return self.kind not in _UNNUMBERED and any(span.text for span in self.spans)


Blocks = tuple[Block, ...]


def plain_block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 1) -> Block:
    """A block of unadorned text."""
    return Block(kind=kind, level=level, spans=(Span(text=text),) if text else ())


def plain_text(blocks: Iterable[Block]) -> str:
    """The text of blocks, joined by one newline: what offsets count in."""
    return "\n".join(block.text for block in blocks)


def block_starts(blocks: Iterable[Block]) -> tuple[int, ...]:
    """Where each block starts in `plain_text`, in code points."""
    lengths = [len(block.text) + 1 for block in blocks]
    return tuple(accumulate([0, *lengths[:-1]])) if lengths else ()


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans with neighbours of the same look made one and empty ones left out."""
    result: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if result and result[-1].like(span):
            result[-1] = span.model_copy(update={"text": result[-1].text + span.text})
        else:
            result.append(span)
    return tuple(result)
