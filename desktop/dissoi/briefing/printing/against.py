# SPDX-License-Identifier: MIT
"""Writes words that are read the other way than their line, in the order in which PDFium needs them.

PDFium takes the letters of a line as they come and turns its words round, so that a phrase of several words
came out with its last word first. We write that first, and go back for the others; nothing is seen of it.
Something without width stands where the pen has gone on, for PDFium puts a space into a gap before anything
that has width (docs/decisions/0012).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dissoi.briefing.typesetting.embedding import Carried
from dissoi.briefing.typesetting.pieces import Against, Piece
from dissoi.briefing.typesetting.shaping import Glyph
from dissoi.briefing.typesetting.signs import SIGNS, kind_of

_ASIDE = 20.0
"""So far before its place stands a sign: of what begins at one place, Poppler may read the later first."""
_LEAST = 0.01
"""Thousandths of the type size that no one could see."""

_Placed = tuple[float, Glyph]


def written_against(glyphs: Sequence[Glyph], piece: Piece, against: Against, carried: Carried) -> str:
    """A TJ array of glyphs, which stand from left to right; their places are as they would be otherwise."""
    scale = 1000 / piece.look.size
    track = piece.look.track * scale
    placed: list[_Placed] = []
    width = 0.0
    for glyph in glyphs:
        placed.append((width, glyph))
        width += glyph.advance + track
    groups = _groups(placed, leftwards=piece.leftwards)
    stop = carried.unseen()
    drawn = [pair for each in groups for pair in each]
    codes = [
        (against.start * scale - _ASIDE, carried.seen(against.signs), carried.space),
        (groups[0][0][0], stop, 0.0),
        *((x + glyph.right, carried.code(glyph), carried.advance(glyph)) for x, glyph in drawn),
        (width + against.end * scale - _ASIDE, carried.unseen(against.last), 0.0),
    ]
    return "".join(_moved(codes, width, track)).replace("><", "")


def _groups(placed: Sequence[_Placed], *, leftwards: bool) -> list[list[_Placed]]:
    """Groups of one kind, the last one seen first."""
    kind = "N"
    kinds: list[str] = []
    for _, glyph in placed:
        bare = glyph.text.strip(SIGNS)
        kind = kind_of(bare[0]) if bare else kind
        kinds.append(kind)
    found = []
    for kind, group in groupby(zip(kinds, placed, strict=True), lambda pair: pair[0]):
        each = [pair[1] for pair in group]
        found.append(each[::-1] if leftwards and kind == "W" else each)
    return found[::-1]


def _moved(codes: Sequence[tuple[float, int, float]], end: float, track: float) -> Iterator[str]:
    """Codes, each at its place, with what moves the pen between them."""
    at = 0.0
    for x, code, advance in codes:
        yield _gap(at - x)
        yield f"<{code:04X}>"
        at = x + advance + track
    yield _gap(at - end)


def _gap(number: float) -> str:
    return f"{number:.2f}" if abs(number) > _LEAST else ""
