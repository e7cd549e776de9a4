# SPDX-License-Identifier: MIT
"""The names of people as catalogues and properties of files have them: several at once, the surname first."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s*(?:;|\s&\s|\sand\s|\sund\s|\set\s|\|)\s*")
_MOST_WORDS = 5
NOBODY = {
    "admin",
    "administrator",
    "author",
    "owner",
    "python-docx",
    "unknown",
    "user",
    "anonymous",
    "(anonymous)",
}
"""What programs call people whom they do not know."""


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text that may have several, each in the order in which it is spoken.

    “Doe, Jane” is one person, “Jane Doe, Max Poe” are two: a surname alone, or one that begins in small
    letters, stands before its comma only where the name is turned.
    """
    found = [name for part in _BETWEEN.split(text) for name in _parted(part.strip(" ,"))]
    return tuple(dict.fromkeys(name for name in found if name and name.lower() not in NOBODY))


def _parted(text: str) -> list[str]:
    parts = [part for part in re.split(r"\s*,\s*", text) if part]
    if len(parts) == 2 and _is_surname(parts[0]) and len(parts[1].split()) <= _MOST_WORDS:  # noqa: PLR2004 - one comma
        return [f"{parts[1]} {parts[0]}"]
    if len(parts) > 1 and all(" " in part for part in parts):
        return parts
    return [text]


def _is_surname(text: str) -> bool:
    return text[0].islower() or " " not in text
