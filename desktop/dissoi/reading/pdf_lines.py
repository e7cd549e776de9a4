# SPDX-License-Identifier: MIT
"""The lines of text on the pages of a PDF file: where each stands, how large it is, and how it looks.

A PDF file says where characters stand and nothing of lines; what PDFium says of them is gathered here.
Lengths are points, measured from the lower left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import re
import statistics
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from dissoi.dossier.prose import Span, joined

HYPHEN = "\u00ad"
"""Stands for a hyphen at the end of a line, which may belong to the word or not."""

_LINE_ENDS = {10, 13}
_LINE_HYPHENS = {2, 0xFFFE, 0xAD}
"""What PDFium makes of a hyphen at the end of a line, and the soft hyphen."""
_LAST_CHARACTER = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
_LIGATURES = {
    ord(sign): unicodedata.normalize("NFKC", sign) for sign in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ALONE = re.compile(r"\s*(?:[•◦▪‣●○■·–*-]|\d{1,3}[.)])\s*$")
"""Matches what may stand far before the text of its line: the marker of a list item."""
_SPACE = 0.18
"""From which gap on, in heights of the line, a space lies between two characters."""
_GAP = 2.2
"""From which gap on two characters belong to different columns."""
_SAME_LINE = 0.4
_RAISED_OVERLAP = 0.25
_SMALLER = 0.85
_RISE = 0.08
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 64
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|(?:^|[-,])bd|cmbx", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|obli|slanted|cmti|cmsl", re.IGNORECASE)
_LONGEST_NAME = 256
_QUARTER = 90


@dataclass(frozen=True)
class Style:
    """How large characters are, in points, and how they look."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Line:
    """A line of one column: its box, and its characters with their looks."""

    left: float
    bottom: float
    right: float
    top: float
    spans: tuple[Span, ...]
    size: float

    @cached_property
    def text(self) -> str:
        """Its characters, without spaces around them."""
        return "".join(span.text for span in self.spans).strip()

    @property
    def height(self) -> float:
        """How high its box is."""
        return self.top - self.bottom

    @cached_property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(span.bold for span in self.spans if span.text.strip())

    def is_beside(self, other: Line) -> bool:
        """Whether both stand at the same height."""
        return min(self.top, other.top) - max(self.bottom, other.bottom) > _SAME_LINE * self.height


@dataclass(frozen=True)
class Page:
    """The lines of a page in the order of the file, and its size."""

    lines: tuple[Line, ...]
    width: float
    height: float


@dataclass
class _Open:
    """A line that is being gathered."""

    left: float
    bottom: float
    right: float
    top: float
    runs: list[tuple[str, Style]] = field(default_factory=list)

    def takes(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a character at this box goes on with the line."""
        left, bottom, _right, top = box
        height = self.top - self.bottom
        if min(top, self.top) - max(bottom, self.bottom) < _SAME_LINE * min(height, top - bottom):
            return False
        is_far = left - self.right > _GAP * height and not _ALONE.match(self.text)
        return not is_far and left >= self.left - height

    def resumes(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a character goes on where PDFium ends the line, as it does around a raised number."""
        left, bottom, _right, top = box
        height = max(self.top - self.bottom, top - bottom)
        overlap = min(top, self.top) - max(bottom, self.bottom)
        return overlap > _RAISED_OVERLAP * min(self.top - self.bottom, top - bottom) and (
            -_SPACE * height <= left - self.right <= height
        )

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)

    def add(self, text: str, style: Style, box: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = box
        height = self.top - self.bottom
        if self.runs and left - self.right > _SPACE * height and not self.runs[-1][0].endswith(" "):
            self.runs.append((" ", style))
        if (
            self.runs
            and style.size < _SMALLER * self.runs[0][1].size
            and bottom > self.bottom + _RISE * height
        ):
            text = text.translate(_RAISED)
        self.runs.append((text, style))
        self.left, self.bottom = min(self.left, left), min(self.bottom, bottom)
        self.right, self.top = max(self.right, right), max(self.top, top)

    def closed(self) -> Line:
        sizes = [style.size for text, style in self.runs if text.strip()]
        spans = (
            Span(text=text, bold=style.bold, italic=style.italic) for text, style in _gathered(self.runs)
        )
        size = round(statistics.median_high(sizes) * 2) / 2
        return Line(self.left, self.bottom, self.right, self.top, joined(spans), size)


def _gathered(runs: list[tuple[str, Style]]) -> Iterator[tuple[str, Style]]:
    """Runs with those of one look joined, before each is checked as a span."""
    texts: list[str] = []
    last = Style()
    for text, style in runs:
        if texts and (style.bold, style.italic) != (last.bold, last.italic) and text != " ":
            yield "".join(texts), last
            texts = []
        if not texts or text != " ":
            last = style
        texts.append(text)
    yield "".join(texts), last


class _Reader:
    """Reads one page of PDFium's, character by character."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._raw = text_page.raw
        self._count = text_page.count_chars()
        self._rotation = page.get_rotation()
        self._origin = page.get_bbox()[:2]
        self._size = page.get_size()
        self._styles: dict[tuple[str, int, int, float], Style] = {}

    def lines(self) -> Iterator[Line]:
        """The page's lines."""
        line: _Open | None = None
        style, is_new_word, has_ended = Style(), True, False
        for at in range(self._count):
            number = pdfium.FPDFText_GetUnicode(self._raw, at)
            if number in _LINE_ENDS:
                has_ended = is_new_word = True
                continue
            text, box = _character(number), self._box(at)
            if not text:
                continue
            if text.isspace() or box is None:
                if line and not has_ended:
                    line.runs.append((text, style))
                is_new_word = True
                continue
            if line and not (line.resumes(box) if has_ended else line.takes(box)):
                yield from _closed(line)
                line, is_new_word = None, True
            has_ended = False
            if is_new_word or pdfium.FPDFText_GetFontSize(self._raw, at) != style.size:
                style = self._style(at)
            is_new_word = False
            line = line or _Open(*box)
            line.add(text, style, box)
        if line:
            yield from _closed(line)

    def _box(self, at: int) -> tuple[float, float, float, float] | None:
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDFText_GetLooseCharBox(self._raw, at, rect):
            return None
        x, y = self._origin
        left, bottom, right, top = rect.left - x, rect.bottom - y, rect.right - x, rect.top - y
        width, height = self._size
        if self._rotation == _QUARTER:
            return bottom, height - right, top, height - left
        if self._rotation == 2 * _QUARTER:
            return width - right, height - top, width - left, height - bottom
        if self._rotation == 3 * _QUARTER:
            return width - top, left, width - bottom, right
        return left, bottom, right, top

    def _style(self, at: int) -> Style:
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        flags = ctypes.c_int(0)
        pdfium.FPDFText_GetFontInfo(self._raw, at, name, _LONGEST_NAME, flags)
        weight = pdfium.FPDFText_GetFontWeight(self._raw, at)
        size = pdfium.FPDFText_GetFontSize(self._raw, at)
        font = name.value.decode("utf-8", "replace")
        key = (font, flags.value, weight, size)
        if key not in self._styles:
            bold = bool(_BOLD_NAME.search(font)) if font else weight >= _BOLD_WEIGHT
            italic = bool(flags.value & _ITALIC_FLAG) or bool(_ITALIC_NAME.search(font))
            self._styles[key] = Style(size, bold, italic)
        return self._styles[key]


def _character(number: int) -> str:
    if number in _LINE_HYPHENS:
        return HYPHEN
    if not number or number > _LAST_CHARACTER or number in _SURROGATES:
        return ""
    return _LIGATURES.get(number) or chr(number)


def _closed(line: _Open) -> Iterator[Line]:
    if line.text.strip():
        yield line.closed()


def page_lines(page: Any) -> Page:
    """The lines of a page of `pypdfium2`."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        return Page(tuple(_Reader(page, text_page).lines()), width, height)
    finally:
        text_page.close()
