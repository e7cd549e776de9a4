# SPDX-License-Identifier: MIT
"""The direction in which a paragraph of a file is read."""

from __future__ import annotations

import unicodedata

_FROM_THE_RIGHT = frozenset({"R", "AL"})


def is_from_right(text: str) -> bool | None:
    """Whether most letters of a text are read from the right; None where it has no letters.

    Not the first letter, as where nothing is known but the words (Unicode Standard Annex 9, P2): before what
    a user wrote there often stands a label of ours.
    """
    if text.isascii():
        return False if any(map(str.isalpha, text)) else None
    kinds = [unicodedata.bidirectional(char) for char in text]
    right, left = sum(kind in _FROM_THE_RIGHT for kind in kinds), kinds.count("L")
    return right > left if right or left else None
