# SPDX-License-Identifier: MIT
"""What the parts of a brief are, for those who have it read to them: headings, paragraphs, lists, tables.

Text belongs to a part, and a part to the part around it. Parts stand in the order in which they are first
drawn, each within its own; so a column that goes on over pages is read to its end before the one beside it.
What belongs to no part is a paragraph, and what is `ARTIFACT` is not read at all.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final


class Role(StrEnum):
    """What a part is, as PDF names it (ISO 32000-1, 14.8.4).

    Headings are ranked as they are meant. Where a rank is skipped, what is written is moved up.
    """

    DOCUMENT = "Document"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    PARAGRAPH = "P"
    QUOTATION = "BlockQuote"
    CODE = "Code"
    SECTION = "Sect"
    DIVISION = "Div"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    CONTENTS = "TOC"
    ENTRY = "TOCI"
    LINK = "Link"
    SPAN = "Span"
    ARTIFACT = "Artifact"


class Part:
    """A part of a brief; two parts are never the same one, however alike.

    `language` is a tag of BCP 47, empty where it is that of the part around it. `name` is what a division
    is called by programs that name them, as "Pro" and "Con"; of a head cell, what it is the head of: "Row" or
    "Column". `alt` says in words what signs show, `actual` all the text where it is drawn in another order.
    """

    __slots__ = ("actual", "alt", "language", "name", "role", "within")

    def __init__(
        self,
        role: Role,
        within: Part | None = None,
        language: str = "",
        name: str = "",
        *,
        alt: str = "",
        actual: str = "",
    ) -> None:
        self.role: Final = role
        self.within: Final = within
        self.language: Final = language
        self.name: Final = name
        self.alt: Final = alt
        self.actual: Final = actual

    def __reduce__(self) -> tuple[Callable[..., Part], tuple[object, ...]]:
        # Thousands are told from one half of a brief to the other; this takes half the time of what is usual.
        return _part, (self.role, self.within, self.language, self.name, self.alt, self.actual)

    def holds(self, role: Role, language: str = "", name: str = "") -> Part:
        """A new part within this one."""
        return Part(role, self, language, name)


def _part(*told: Any) -> Part:
    role, within, language, name, alt, actual = told
    return Part(role, within, language, name, alt=alt, actual=actual)


ARTIFACT: Final = Part(Role.ARTIFACT)
"""What is drawn and not read: running heads, page numbers, what is repeated where a column goes on."""
