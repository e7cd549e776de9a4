# SPDX-License-Identifier: MIT
"""The headings of a Word file: black and bold, by the names that Verbatim's template gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle

_RANKS = (("Pocket", 18), ("Hat", 16), ("Block", 14), ("Tag", 13))
"""What Verbatim calls the headings from the highest, and points of their type."""
_LOWEST = 9


def set_ranks(document: Document, *, as_verbatim: bool) -> None:
    """Give headings a look for paper, which the library makes blue, and if wanted the names of Verbatim."""
    from docx.shared import Pt, RGBColor

    for rank in range(1, _LOWEST + 1):
        document.styles[f"Heading {rank}"].font.color.rgb = RGBColor(0, 0, 0)
    for rank, (name, size) in enumerate(_RANKS, 1):
        style = document.styles[f"Heading {rank}"]
        style.font.size, style.font.italic, style.font.cs_italic = Pt(size), None, None
        style.hidden = False
        if as_verbatim:
            known_as(style, name)


def known_as(style: BaseStyle, name: str) -> None:
    """Give a style another name, by which macros find it."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    alias = OxmlElement("w:aliases")
    alias.set(qn("w:val"), name)
    style.element.find(qn("w:name")).addnext(alias)
