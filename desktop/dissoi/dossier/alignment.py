# SPDX-License-Identifier: MIT
"""Where a pattern fits a text best when letters may be wrong, missing or too many.

The bit-parallel method of Gene Myers (Journal of the ACM 46, 1999): one long integer holds a column of
the table of edit distances, so that a letter of the text costs a few operations on it.
"""

from __future__ import annotations

from typing import NamedTuple


class Alignment(NamedTuple):
    """The part of a text, from `start` to `end`, that needs the fewest letters altered: `errors`."""

    errors: int
    start: int
    end: int


def align(pattern: str, text: str) -> Alignment:
    """The part of `text` nearest to `pattern`; of several the last, and of its starts the first."""
    errors, end = _scan(pattern, text, anchored=False)
    if errors >= len(pattern):
        return Alignment(len(pattern), end, end)
    before = text[max(0, end - len(pattern) - errors) : end]
    _, length = _scan(pattern[::-1], before[::-1], anchored=True)
    return Alignment(errors, end - length, end)


def distance(pattern: str, text: str) -> int:
    """How many letters of `pattern` must be altered to make it some part of `text`."""
    return 0 if pattern in text else _scan(pattern, text, anchored=False)[0]


def likeness(pattern: str, text: str) -> float:
    """How much of `pattern` stands in `text` in one place: from 0 to 1."""
    return 1 - distance(pattern, text) / len(pattern) if pattern else 1.0


def _scan(pattern: str, text: str, *, anchored: bool) -> tuple[int, int]:
    """The fewest errors and the last end of a match; an anchored one begins where `text` begins."""
    length = best = errors = len(pattern)
    end = 0
    if not pattern:
        return 0, 0
    places: dict[str, int] = {}
    for at, letter in enumerate(pattern):
        places[letter] = places.get(letter, 0) | (1 << at)
    mask, last = (1 << length) - 1, 1 << (length - 1)
    up, down, carried = mask, 0, int(anchored)
    for at, letter in enumerate(text, 1):
        equal = places.get(letter, 0)
        diagonal = equal | down
        across = (((equal & up) + up) ^ up) | equal
        more = down | (~(across | up) & mask)
        less = up & across
        if more & last:
            errors += 1
        elif less & last:
            errors -= 1
        more = ((more << 1) | carried) & mask
        less = (less << 1) & mask
        up = less | (~(diagonal | more) & mask)
        down = more & diagonal
        if errors <= best:
            best, end = errors, at
    return best, end
