# SPDX-License-Identifier: MIT
"""Lines whose pieces stand from left to right as their text is read."""

from __future__ import annotations

from itertools import groupby

from dissoi.briefing.typesetting.breaks import SPACES
from dissoi.briefing.typesetting.levels import begins_leftwards, levels
from dissoi.briefing.typesetting.order import shows_nothing, visual
from dissoi.briefing.typesetting.pieces import Line, Piece
from dissoi.briefing.typesetting.signing import signed
from dissoi.dossier.prose import LINE_BREAK

_NOT_OF_A_WORD = frozenset(SPACES + LINE_BREAK)


class Turner:
    """Turns the lines of a paragraph one after the other; their directions are those of the whole paragraph.

    `text` has all marks of direction, which lines do not.
    """

    def __init__(self, text: str) -> None:
        self._leftwards = begins_leftwards(text)
        found = levels(text, leftwards=self._leftwards)
        self._shown = [
            (char, found[place], found[min(place + 1, len(found) - 1)])
            for place, char in enumerate(text)
            if char not in _NOT_OF_A_WORD and not shows_nothing(char)
        ]
        """Each character of a word, with its level and that of the space behind it, if there is one."""
        self._next = 0

    def turned(self, line: Line, measure: float) -> Line:
        """A line with its pieces as they stand from left to right."""
        found = self._levels("".join(piece.text for piece in line.pieces))
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
        order = visual(depths)
        seen = [parts[place] for place in order]
        pieces = signed(seen, [depths[place] for place in order], leftwards=self._leftwards)
        shift = max(0.0, measure - width + ending) - ending if self._leftwards else 0.0
        return Line(pieces, width - ending, shift)

    def _levels(self, text: str) -> list[int]:
        """The levels of a line; its end has that of the paragraph (L1), what was put in that before it."""
        base = int(self._leftwards)
        found: list[int] = []
        level = behind = base
        for char in text:
            if char == " ":
                level = behind
            elif self._next < len(self._shown) and self._shown[self._next][0] == char:
                _, level, behind = self._shown[self._next]
                self._next += 1
            found.append(level)
        bare = len(text.rstrip(" "))
        return [*found[:bare], *[base] * (len(text) - bare)]


def _space_at_end(piece: Piece) -> float:
    """The width of the space that ends a line, at its left in text from the right."""
    if not piece.text.endswith(" "):
        return 0.0
    return piece.face.shaper.width(" ") * piece.look.size / 1000 + piece.look.track


def _directed(text: str, piece: Piece, *, leftwards: bool) -> Piece:
    width = piece.face.shaper.width(text, leftwards=leftwards) * piece.look.size / 1000
    return piece._replace(text=text, width=width + piece.look.track * len(text), leftwards=leftwards)
