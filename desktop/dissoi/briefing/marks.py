# SPDX-License-Identifier: MIT
"""What is drawn on pages: text, lines, boxes, and what leads somewhere, placed in points, downwards.

Text says which part of the brief it belongs to (`structure.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from dissoi.briefing.lines import BLACK, Ink, Piece
from dissoi.briefing.structure import ARTIFACT, Part


class TextMark(NamedTuple):
    """Text with its baseline at `y`. Without a part it is a paragraph of its own."""

    x: float
    y: float
    pieces: tuple[Piece, ...]
    part: Part | None = None


class RuleMark(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float
    ink: Ink = BLACK


class BoxMark(NamedTuple):
    """A rectangle, filled or outlined."""

    x: float
    y: float
    width: float
    height: float
    filled: bool
    ink: Ink = BLACK


class LinkMark(NamedTuple):
    """An area that leads somewhere: "#key" within the brief, else an address."""

    x: float
    y: float
    width: float
    height: float
    target: str
    part: Part | None = None


class AnchorMark(NamedTuple):
    """A place that links and bookmarks lead to."""

    x: float
    y: float
    key: str


class AreaMark(NamedTuple):
    """How far down what shows a record reaches, from `y` on, in the column that begins at `x`.

    Nothing is drawn for it: it tells a preview what was clicked.
    """

    x: float
    y: float
    height: float
    record: str


Mark = TextMark | RuleMark | BoxMark | LinkMark | AnchorMark | AreaMark


_WITH_PART = (TextMark, LinkMark)


def shifted(mark: Mark, x: float, y: float) -> Mark:
    """A mark moved right and down."""
    match mark:
        # Called for each mark; `_replace` takes three times as long.
        case TextMark():
            return TextMark(mark.x + x, mark.y + y, mark.pieces, mark.part)
        case RuleMark():
            return RuleMark(mark.x + x, mark.y + y, mark.to_x + x, mark.to_y + y, mark.weight, mark.ink)
        case _:
            kind: Any = type(mark)
            moved: Mark = kind(mark.x + x, mark.y + y, *mark[2:])
            return moved


def belonging(marks: Iterable[Mark], part: Part) -> list[Mark]:
    """Marks of which those of no part yet belong to `part`."""
    return [
        mark._replace(part=part) if isinstance(mark, _WITH_PART) and mark.part is None else mark
        for mark in marks
    ]


def unread(marks: Iterable[Mark]) -> list[Mark]:
    """Marks whose text is not read, since it only repeats what was."""
    return [mark._replace(part=ARTIFACT) if isinstance(mark, TextMark) else mark for mark in marks]
