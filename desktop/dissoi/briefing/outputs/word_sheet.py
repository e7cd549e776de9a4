# SPDX-License-Identifier: MIT
"""The sheets of a Word file: their paper and margins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dissoi.briefing.paper import MM, Paper, page_format

if TYPE_CHECKING:
    from docx.document import Document

_NARROW, _NARROW_TOP = 12 * MM, 16 * MM
"""Margins of sheets on their side, where a column for each speech wants the room."""
_EDGE = 8 * MM
"""From the edge of the paper to what stands on every page."""


def lay_out(document: Document, paper: Paper, *, on_side: bool) -> None:
    """Give a document its paper, upright or `on_side`, with margins as a PDF has them."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    (sheet,) = document.sections
    layout = page_format(paper)
    side, top, bottom = (layout.inner + layout.outer) / 2, layout.top, layout.bottom
    wide, high = paper.width, paper.height
    if on_side:
        wide, high, side, top, bottom = high, wide, _NARROW, _NARROW_TOP, _NARROW_TOP
        sheet.orientation = WD_ORIENT.LANDSCAPE
    sheet.page_width, sheet.page_height = Pt(wide), Pt(high)
    sheet.left_margin = sheet.right_margin = Pt(side)
    sheet.top_margin, sheet.bottom_margin = Pt(top), Pt(bottom)
    sheet.header_distance = sheet.footer_distance = Pt(_EDGE)
