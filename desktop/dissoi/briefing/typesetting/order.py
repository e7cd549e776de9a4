# SPDX-License-Identifier: MIT
"""The order in which text of both directions stands on a line (Unicode Standard Annex 9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import Any

_JOINER = re.compile("(.)[\u200c\u200d]")
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def has_leftwards(text: str) -> bool:
    """Whether any of `text` is read from right to left."""
    return _LEFTWARDS.search(text) is not None


def begins_leftwards(text: str) -> bool:
    """Whether the first letter of `text` is read from right to left, and so its paragraph."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def levels(text: str, *, leftwards: bool) -> list[int]:
    """How deep each character is embedded; those of odd levels are read from right to left."""
    from bidi import algorithm  # type: ignore[import-untyped]

    text = "".join([char if unicodedata.bidirectional(char) else "A" for char in text])  # yet unassigned
    text = _JOINER.sub(r"\1\1", text)  # joiners would be left out; they go with the letter before
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if leftwards else (0, "L")
    algorithm.get_embedding_levels(text, storage)
    for resolve in (algorithm.explicit_embed_and_overrides, algorithm.resolve_weak_types):
        resolve(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    base = int(leftwards)
    found = [int(char["level"]) for char in storage["chars"]]
    if len(found) != len(text):
        return [base] * len(text)
    bare = len(text.rstrip())
    return [*found[:bare], *[base] * (len(text) - bare)]


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
