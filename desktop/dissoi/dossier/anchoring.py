# SPDX-License-Identifier: MIT
"""Finds a passage again in the text of its article.

By position first, checked against the exact words; then by the exact words in their context. Never
silently at a wrong place: rivals that the context cannot tell apart are a passage not found. What this
finds it finds quickly and to the letter; `planting.py` finds passages in a text that was altered.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from dissoi.dossier.records import Passage

_SURE = 8
"""How many code points of context must agree before one of several places is believed."""


class Found(StrEnum):
    """How a passage was found again."""

    IN_PLACE = "in place"
    MOVED = "moved"
    NOT_FOUND = "not found"


class Anchor(NamedTuple):
    """Where a passage stands now, in code points; both 0 when it was not found."""

    how: Found
    start: int = 0
    end: int = 0


NOT_FOUND = Anchor(Found.NOT_FOUND)


def anchor(passage: Passage, text: str) -> Anchor:
    """Where the words of `passage` stand in `text`; a loose passage stands nowhere."""
    if passage.loose:
        return NOT_FOUND
    if text[passage.start : passage.end] == passage.exact:
        return Anchor(Found.IN_PLACE, passage.start, passage.end)
    ranked = sorted((_context(passage, text, at), at) for at in _places(passage.exact, text))
    if not ranked:
        return NOT_FOUND
    best, start = ranked[-1]
    rival = ranked[-2][0] if len(ranked) > 1 else -1
    if rival >= 0 and (best < _SURE or best == rival):
        return NOT_FOUND
    return Anchor(Found.MOVED, start, start + len(passage.exact))


def _places(exact: str, text: str) -> Iterator[int]:
    at = text.find(exact)
    while at >= 0:
        yield at
        at = text.find(exact, at + 1)


def _context(passage: Passage, text: str, start: int) -> int:
    """How many code points before and after agree with the passage's prefix and suffix."""
    end = start + len(passage.exact)
    before = text[max(0, start - len(passage.prefix)) : start]
    after = text[end : end + len(passage.suffix)]
    return _agreeing(before[::-1], passage.prefix[::-1]) + _agreeing(after, passage.suffix)


def _agreeing(one: str, other: str) -> int:
    """How many code points two texts share from their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
