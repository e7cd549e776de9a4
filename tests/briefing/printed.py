# SPDX-License-Identifier: MIT
"""What a made PDF says and where it leads, read back by another library than the one that wrote it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from dissoi.gui.brief.rendering import PDFIUM

_WITHIN_WORD = re.compile("(?:[\ufffe\x02\u00ad]|\u200b)\\s*")
"""A line end within a word: how PDFium hands out a hyphen that only the line end made, or Poppler does, or
what stands behind a hyphen of the text itself."""


@contextmanager
def opened(brief: bytes | Path) -> Iterator[pdfium.PdfDocument]:
    """A brief as PDFium opens it, while no window that a test has open draws pages in its own thread."""
    with PDFIUM, pdfium.PdfDocument(brief) as pdf:
        yield pdf


def page_texts(brief: bytes) -> list[str]:
    """The text of each page as PDFium reads it, lines ended by a newline."""
    with opened(brief) as pdf:
        texts = []
        for page in pdf:
            with closing(page.get_textpage()) as text_page:
                texts.append(text_page.get_text_range().replace("\r\n", "\n"))
        return texts


def running(text: str) -> str:
    """Text with line ends and spaces made one space, and words put together that a line end divides."""
    return " ".join(_WITHIN_WORD.sub("", text).split())


@dataclass(frozen=True)
class Place:
    """A link or a bookmark: where it leads. `page` counts from 1, `uri` is "" for places in the brief."""

    title: str
    page: int
    uri: str = ""
    level: int = 0


def bookmarks(brief: bytes) -> list[Place]:
    """The bookmarks, in order."""
    with opened(brief) as pdf:
        return [
            Place(mark.get_title(), mark.get_dest().get_index() + 1, level=mark.level)
            for mark in pdf.get_toc()
        ]


def links(brief: bytes) -> list[tuple[int, Place]]:
    """Every link with the page it stands on; one that leads nowhere has page 0 and no uri."""
    with opened(brief) as pdf:
        return [(number, place) for number, page in enumerate(pdf, 1) for place in _links_on(pdf, page)]


def _links_on(pdf: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[Place]:
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, at, link):
        target = raw.FPDFLink_GetDest(pdf, link)
        index = raw.FPDFDest_GetDestPageIndex(pdf, target) if target else -1
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(pdf, action, None, 0) if action else 0
        buffer = ctypes.create_string_buffer(max(1, size))
        if size:
            raw.FPDFAction_GetURIPath(pdf, action, buffer, size)
        yield Place("", index + 1, buffer.value.decode("ascii"))


def characters(brief: bytes) -> list[tuple[int, str, tuple[float, float, float, float]]]:
    """Every visible character: its page, and its box as left, bottom, right, top in points."""
    with opened(brief) as pdf:
        return [
            (number, char, box) for number, page in enumerate(pdf, 1) for char, box in _characters_on(page)
        ]


def _characters_on(page: pdfium.PdfPage) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    with closing(page.get_textpage()) as text_page:
        for place in range(text_page.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(text_page, place))
            if not char.isspace() and not raw.FPDFText_IsGenerated(text_page, place):
                yield char, text_page.get_charbox(place)


def sizes(brief: bytes) -> set[tuple[float, float]]:
    """The sizes of the pages, in points."""
    with opened(brief) as pdf:
        return {page.get_size() for page in pdf}


def properties(brief: bytes) -> dict[str, str]:
    """The document's properties."""
    with opened(brief) as pdf:
        return dict(pdf.get_metadata_dict())


def unembedded_fonts(brief: bytes) -> set[str]:
    """Names of fonts that text uses and the file does not carry."""
    with opened(brief) as pdf:
        return {name for page in pdf for name, carried in _fonts_on(page) if not carried}


def _fonts_on(page: pdfium.PdfPage) -> Iterator[tuple[str, bool]]:
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        font = raw.FPDFTextObj_GetFont(each)
        buffer = ctypes.create_string_buffer(200)
        raw.FPDFFont_GetBaseFontName(font, buffer, 200)
        yield buffer.value.decode(), bool(raw.FPDFFont_GetIsEmbedded(font))


def colours(brief: bytes) -> set[tuple[int, int, int]]:
    """The colours on all pages that are no greys, as red, green and blue up to 255."""
    found: set[tuple[int, int, int]] = set()
    with opened(brief) as pdf:
        for page in pdf:
            shades = page.render(scale=0.5).to_pil().convert("RGB").getcolors(1 << 24)
            found |= {shade for _, shade in shades if max(shade) - min(shade) > _SHADE}
    return found


_SHADE = 6
