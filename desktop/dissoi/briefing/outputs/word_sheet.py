# SPDX-License-Identifier: MIT
"""The sheets of a Word file: their paper and margins, what stands on each of them, the language of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dissoi.briefing.outputs.language import EAST_ASIAN, FROM_THE_RIGHT, with_region
from dissoi.briefing.paper import MM, Paper, page_format

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_NARROW, _NARROW_TOP = 12 * MM, 16 * MM
"""Margins of sheets on their side, where a column for each speech wants the room."""
_EDGE = 8 * MM
"""From the edge of the paper to what stands on every page."""
_SMALL, _LARGE = 8, 12
"""Points of what stands on every page, as a rule and in large type."""
_GREY = "595959"
_ADVANCE = 0.615
"""How wide a letter of the question above a page may be, in ems: there is one line for it."""


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


def set_heads(document: Document, title: str, *, is_large: bool) -> None:
    """Put its number below each page, and the title above all but the first, which has it as its heading."""
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
    from docx.shared import Length, Pt, RGBColor

    size = _LARGE if is_large else _SMALL
    (sheet,) = document.sections
    sheet.different_first_page_header_footer = True
    for name in ("Header", "Footer"):
        looks = document.styles[name].font
        looks.size, looks.color.rgb = Pt(size), RGBColor.from_string(_GREY)
    room = Length((sheet.page_width or 0) - (sheet.left_margin or 0) - (sheet.right_margin or 0))
    sheet.header.paragraphs[0].add_run(_short(title, int(room.pt / (size * _ADVANCE))))
    for foot in (sheet.first_page_footer, sheet.footer):
        line = foot.paragraphs[0]
        line.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
        line.add_run("Page ")
        _add_field(line, "PAGE")
        line.add_run(" of ")
        _add_field(line, "NUMPAGES")


def set_language(document: Document, language: str) -> None:
    """Say the language of a document, by which it is spelled, hyphenated and read out."""
    from docx.oxml.ns import qn

    script = "w:bidi" if language in FROM_THE_RIGHT else "w:val"
    script = "w:eastAsia" if language.partition("-")[0] in EAST_ASIAN else script
    named = with_region(language)
    usual = next(document.styles.element.iter(qn("w:lang")))
    by_theme = next(document.settings.element.iter(qn("w:themeFontLang")))
    for each in (usual, by_theme):
        each.set(qn(script), named)
    document.core_properties.language = named


def _short(title: str, longest: int) -> str:
    line = " ".join(title.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _add_field(line: Paragraph, told: str) -> None:
    """Add what Word finds out; until it does, 1."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    field, run = OxmlElement("w:fldSimple"), line.add_run("1")
    field.set(qn("w:instr"), told)
    run._r.addprevious(field)  # noqa: SLF001 - there is no other way to the element
    field.append(run._r)  # noqa: SLF001
