# SPDX-License-Identifier: MIT
"""What lines are made of: runs of text of one look go in, pieces that one font can show come out."""

from __future__ import annotations

from typing import NamedTuple

from dissoi.briefing.fonts import Face

Ink = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

BLACK: Ink = (0.0, 0.0, 0.0)


class Look(NamedTuple):
    """How a run is shown; sizes in points, `track` is added to each character's advance."""

    face: Face
    size: float
    ink: Ink = BLACK
    track: float = 0.0
    underline: bool = False
    strike: bool = False
    link: str = ""
    """"#key" leads to an anchor of the brief, anything else is an address."""
    hyphenated: bool = False
    """Whether its words may be divided where a narrow column would be ragged otherwise."""
    language: str = ""
    """A language tag (BCP 47) where the language is known."""

    @property
    def adorned(self) -> bool:
        """Whether even a space of this look would show."""
        return self.underline or self.strike or bool(self.link)


class Run(NamedTuple):
    """Text of one look."""

    text: str
    look: Look


class Against(NamedTuple):
    """How words are written that are read the other way than their line (docs/decisions/0012).

    `start` is where the pen comes from, in points from the left edge of the piece, and `end` where it goes
    to, from the right edge. `signs` stand at the start, `last` at the end; `sign` is that of their direction.
    """

    start: float
    end: float
    signs: str
    sign: str
    last: str = ""


class Piece(NamedTuple):
    """Part of a line: text that one font can show, and its width in points.

    U+00AD is a hyphen that shows only because a line ends there; U+200B, which has no width, stands behind a
    hyphen of the text itself at the end of a line, so that readers do not take it for the other. In lines of
    both directions, signs of direction are among the text (`signing`).
    """

    text: str
    face: Face
    look: Look
    width: float
    leftwards: bool = False
    """Read from right to left."""
    against: Against | None = None
    """Of words that are read the other way than their line."""


class Line(NamedTuple):
    """A set line. `width` leaves out the space at its end, which is there for those who copy the text."""

    pieces: tuple[Piece, ...]
    width: float
    shift: float = 0.0
    """How far it is set in, as lines are that begin at the right."""


def measured(text: str, face: Face, look: Look) -> Piece:
    """A piece with its width."""
    return Piece(text, face, look, face.width(text) * look.size / 1000 + look.track * len(text))


def trimmed(piece: Piece) -> Piece:
    """A piece without what stands only at the end of a line."""
    text = piece.text.rstrip(" \u00ad\u200b")
    return piece if text == piece.text else measured(text, piece.face, piece.look)


def shortened(piece: Piece) -> Piece:
    """A piece without its last word; the last character where it is one word."""
    text = piece.text.rstrip(" \u00ad\u200b")
    before, space, _ = text.rpartition(" ")
    return measured(before if space else text[:-1], piece.face, piece.look)
