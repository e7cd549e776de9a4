# SPDX-License-Identifier: MIT
"""The direction of a page as Poppler finds it: that of most letters on it (docs/decisions/0012)."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from dissoi.briefing.marks import TextMark
from dissoi.briefing.typesetting.pieces import Piece
from dissoi.briefing.typesetting.signing import closed_off
from dissoi.briefing.typesetting.signs import LEFT, RIGHT

_MOST = 4
"""A page with more than so many times as many letters that are read from the left is left as it is."""


def is_of_both(marks: Iterable[TextMark]) -> bool:
    """Whether anything of a page is read from the right."""
    return any(piece.leftwards for mark in marks for piece in mark.pieces)


def closed(mark: TextMark) -> TextMark:
    """A text that Poppler takes to end with its last sign, also on a page mostly read from the right."""
    return mark if is_of_both((mark,)) else mark._replace(pieces=closed_off(mark.pieces))


def lacking(marks: Iterable[TextMark]) -> int | None:
    """How many letters from the right a page lacks for Poppler to read it from there; None if it is not to.

    It has to where lines from the right have words or figures of the other direction, and must not where
    lines from the left have words from the right.
    """
    marks = list(marks)
    found = Counter(_letters(marks))
    more = found["L"] - found["R"] + 1
    if more <= 0:
        return 0
    lines = [_turned(mark.pieces) for mark in marks]
    if RIGHT not in lines or LEFT in lines or found["L"] > _MOST * found["R"]:
        return None
    return more


def _turned(pieces: Iterable[Piece]) -> str:
    """The sign of the direction of a line of both directions; "" of others."""
    texts = "".join(piece.text for piece in pieces)
    signs = {piece.against.sign for piece in pieces if piece.against}
    if RIGHT in texts or LEFT in signs:
        return RIGHT
    return LEFT if RIGHT in signs or (LEFT in texts and any(piece.leftwards for piece in pieces)) else ""


def _letters(marks: Iterable[TextMark]) -> Iterator[str]:
    for mark in marks:
        for piece in mark.pieces:
            text = piece.text + (piece.against.signs + piece.against.last if piece.against else "")
            yield from ("R" if kind == "AL" else kind for kind in map(unicodedata.bidirectional, text))
