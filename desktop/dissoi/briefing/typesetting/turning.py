# SPDX-License-Identifier: MIT
"""Lines whose pieces stand from left to right as their text is read."""

from __future__ import annotations

from itertools import groupby

from dissoi.briefing.typesetting.order import levels, visual
from dissoi.briefing.typesetting.pieces import Line, Piece


def turned(line: Line, measure: float, *, leftwards: bool) -> Line:
    """A line with its pieces as they stand from left to right."""
    found = levels("".join(piece.text for piece in line.pieces), leftwards=leftwards)
    parts: list[Piece] = []
    depths: list[int] = []
    at = 0
    for piece in line.pieces:
        for level, group in groupby(zip(found[at:], piece.text, strict=False), lambda pair: pair[0]):
            text = "".join(char for _, char in group)
            parts.append(_directed(text, piece, leftwards=level % 2 == 1))
            depths.append(level)
        at += len(piece.text)
    width = sum(part.width for part in parts)
    ending = _space_at_end(parts[-1]) if parts else 0.0
    pieces = tuple(parts[place] for place in visual(depths))
    return Line(pieces, width - ending, max(0.0, measure - width + ending) - ending if leftwards else 0.0)


def _space_at_end(piece: Piece) -> float:
    """The width of the space that ends a line, at its left in text from the right."""
    if not piece.text.endswith(" "):
        return 0.0
    return piece.face.shaper.width(" ") * piece.look.size / 1000 + piece.look.track


def _directed(text: str, piece: Piece, *, leftwards: bool) -> Piece:
    width = piece.face.shaper.width(text, leftwards=leftwards) * piece.look.size / 1000
    return piece._replace(text=text, width=width + piece.look.track * len(text), leftwards=leftwards)
