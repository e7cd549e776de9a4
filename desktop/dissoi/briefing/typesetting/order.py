# SPDX-License-Identifier: MIT
"""The order in which text of both directions stands on a line (Unicode Standard Annex 9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

_REORDERED = re.compile("[\u0900-\u109f\u1780-\u17ff]")
"""Scripts of India and around it, whose vowels may stand before the letter they follow, or over it."""


def is_reordered(text: str) -> bool:
    """Whether glyphs of `text` may stand in another order than its letters."""
    return not text.isascii() and _REORDERED.search(text) is not None


def has_leftwards(text: str) -> bool:
    """Whether any of `text` is read from right to left."""
    return _LEFTWARDS.search(text) is not None


def shows_nothing(char: str) -> bool:
    """Whether a character only tells others how to look: joiners, selectors, direction marks, skin."""
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"
    return is_selector or unicodedata.category(char) == "Cf"


def visual(found: Sequence[int]) -> list[int]:
    """The places of parts with these levels, as they stand from left to right (rule L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        order = [
            place
            for deep, group in groupby(order, lambda place, level=level: found[place] >= level)  # type: ignore[misc]
            for place in (list(group)[::-1] if deep else group)
        ]
    return order
