# SPDX-License-Identifier: MIT
"""Signs of direction, which show nothing and tell readers of a PDF how text is turned (decision 0012)."""

from __future__ import annotations

import re
import unicodedata

LEFT, RIGHT = "\u200e", "\u200f"
"""Left-to-right mark and right-to-left mark."""
APART = "\u202c"
"""The end of an embedding that nobody began, which parts two signs."""
SIGNS = LEFT + RIGHT + APART
_KINDS = {"L": "L", "R": "R", "AL": "R"} | dict.fromkeys(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), "W")
"""Classes of characters as PDFium groups them; what is not here is neutral."""
_SIGNS = re.compile(f"[{SIGNS}]+")
_WITH_BEFORE = re.compile(f"[{SIGNS}]*[^{SIGNS}](?:[{SIGNS}]+$)?")
_WITH_BEHIND = re.compile(f"{LEFT}?[^{SIGNS}][{RIGHT}{APART}]*")


def kind_of(char: str) -> str:
    """L, R, W as figures and their signs are, or N as spaces are."""
    return _KINDS.get(unicodedata.bidirectional(char), "N")


def told(text: str, *, leftwards: bool) -> tuple[str, list[str]]:
    """Text without signs, and what each character stands for, with the signs around it as they are seen.

    They are seen before it. In text that is read `leftwards` they are written behind it, `LEFT` before.
    """
    parts = [part[::-1] for part in _WITH_BEHIND.findall(text)] if leftwards else _WITH_BEFORE.findall(text)
    return "".join(map(without_signs, parts)), parts


def without_signs(text: str) -> str:
    """The text as it was typed."""
    return _SIGNS.sub("", text)


def has_signs(text: str) -> bool:
    """Whether any sign of direction is among the text."""
    return not text.isascii() and _SIGNS.search(text) is not None
