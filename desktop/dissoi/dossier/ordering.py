# SPDX-License-Identifier: MIT
"""Keys that sort siblings, so that moving one record changes that record alone.

A key is a fraction between 0 and 1 written in base 62 without trailing zeros; there is always room
for another between two. (Fractional indexing, as described by David Greenspan, 2017.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_STEP = 4
"""How far a key at the end goes on: small steps keep keys short when a list grows at its end."""


class Sibling(Protocol):
    """A record that is sorted among others of its kind."""

    @property
    def id(self) -> str:
        """Which record it is."""

    @property
    def order(self) -> str:
        """Its key, as `key_at` makes them; "" for none yet."""


def place_of(sibling: Sibling) -> tuple[str, str]:
    """What siblings are sorted by: two copies merged may hold equal keys, which their ids then tell apart."""
    return (sibling.order, sibling.id)


def order_at(siblings: Iterable[Sibling], index: int, moved: str = "") -> str:
    """A key for the place `index` among siblings in order; `moved` is the id of one that leaves its own."""
    return key_at([each.order for each in siblings if each.id != moved], index)


def key_between(before: str = "", after: str = "") -> str:
    """A key that sorts after `before` ("" for the start) and before `after` ("" for the end)."""
    if after and before >= after:
        # Two copies merged may hold equal keys; behind the first is then the nearest honest place.
        return key_between(before, "")
    return _past(before) if not after else _middle(before, after)


def _past(before: str) -> str:
    """A key after `before`, of the same length where a digit has room to step on."""
    for place, digit in enumerate(before):
        value = DIGITS.index(digit)
        if value + _STEP < len(DIGITS):
            return before[:place] + DIGITS[value + _STEP]
    return before + DIGITS[_STEP]


def _middle(before: str, after: str) -> str:
    place = 0
    while place < len(after) and (before[place : place + 1] or "0") == after[place]:
        place += 1
    shared = after[:place]
    low = DIGITS.index(before[place]) if place < len(before) else 0
    high = DIGITS.index(after[place])
    if high - low > 1:
        return shared + DIGITS[(low + high) // 2]
    if len(after) > place + 1 and before <= shared + after[place] and shared + after[place] != before:
        return shared + after[place]
    return shared + DIGITS[low] + _half_above(before[place + 1 :])


def _half_above(rest: str) -> str:
    """A key strictly between `rest` and 1, halfway up."""
    for place, digit in enumerate(rest):
        value = DIGITS.index(digit)
        if value < len(DIGITS) - 1:
            return rest[:place] + DIGITS[(value + len(DIGITS)) // 2]
    return rest + DIGITS[len(DIGITS) // 2]


def key_at(keys: Sequence[str], index: int) -> str:
    """A key for the place `index` among siblings whose keys are `keys`, in order."""
    index = max(0, min(index, len(keys)))
    before = keys[index - 1] if index else ""
    after = keys[index] if index < len(keys) else ""
    return key_between(before, after)
