# SPDX-License-Identifier: MIT
"""The lines of text on the pages of a PDF file, gathered from what PDFium says of each character.

A PDF file says where characters stand and nothing of lines.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from dissoi.reading.pdf_figures import Figures, figures, with_bullets
from dissoi.reading.pdf_lines import GAP, HYPHEN, SAME_LINE, SPACE, Box, Line, Page, Style, line_of
from dissoi.reading.pdf_right_to_left import Glyph, is_right_to_left, mirrored_lines

_LINE_ENDS = {10, 13}
_LINE_HYPHENS = {2, 0xFFFE, 0xAD}
"""What PDFium makes of a hyphen at the end of a line, and the soft hyphen."""
_NUMBERED_HYPHEN = 2
_SPACE_GLYPH = 3
"""The number that the space has in most fonts."""
_LAST_CHARACTER = 0x10FFFF
_PRINTABLE = range(0x21, 0xD800)
_UNKNOWN = "\ufffd"
_SURROGATES = range(0xD800, 0xE000)
_LIGATURES = {
    ord(sign): unicodedata.normalize("NFKC", sign) for sign in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ALONE = re.compile(r"\s*(?:[•◦▪‣●○■·–*-]|\d{1,3}[.)])\s*$")
"""Matches what may stand far before the text of its line: the marker of a list item."""
_WIDE_GAP = 0.75
"""From which gap on characters may be of different cells of a table."""
_RAISED_OVERLAP = 0.25
_SMALLER = 0.85
_RISE = 0.08
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 64
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|(?:^|[-,])bd|cmbx", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|obli|slanted|cmti|cmsl", re.IGNORECASE)
_LONGEST_NAME = 256
_QUARTER = 90


@dataclass
class _Open:
    """A line that is being gathered."""

    left: float
    bottom: float
    right: float
    top: float
    runs: list[tuple[str, Style]] = field(default_factory=list)
    breaks: list[tuple[int, float, float]] = field(default_factory=list)
    """Where wide gaps are: before which run, and between which places."""

    def takes(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a character at this box goes on with the line."""
        left, bottom, _right, top = box
        height = self.top - self.bottom
        if min(top, self.top) - max(bottom, self.bottom) < SAME_LINE * min(height, top - bottom):
            return False
        is_far = left - self.right > GAP * height and not _ALONE.match(self.text)
        return not is_far and left >= self.left - height

    def resumes(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a character goes on where PDFium ends the line, as it does around a raised number."""
        left, bottom, _right, top = box
        height = max(self.top - self.bottom, top - bottom)
        overlap = min(top, self.top) - max(bottom, self.bottom)
        return overlap > _RAISED_OVERLAP * min(self.top - self.bottom, top - bottom) and (
            -SPACE * height <= left - self.right <= height
        )

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)

    def add(self, text: str, style: Style, box: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = box
        height = self.top - self.bottom
        if self.runs and left - self.right > _WIDE_GAP * height:
            self.breaks.append((len(self.runs), self.right, left))
        if self.runs and left - self.right > SPACE * height and not self.runs[-1][0].endswith(" "):
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
        line = line_of((self.left, self.bottom, self.right, self.top), self.runs)
        return replace(line, cells=tuple(self._cells())) if self.breaks else line

    def _cells(self) -> Iterator[Line]:
        starts = [(0, self.left), *((at, left) for at, _, left in self.breaks)]
        ends = [*((at, right) for at, right, _ in self.breaks), (len(self.runs), self.right)]
        for (start, left), (end, right) in zip(starts, ends, strict=True):
            runs = self.runs[start:end]
            if any(text.strip() for text, _ in runs):
                yield line_of((left, self.bottom, right, self.top), runs)


class _Reader:
    """Reads one page of PDFium's, character by character."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._raw = text_page.raw
        self._count = text_page.count_chars()
        self._rotation = page.get_rotation()
        self._origin = page.get_bbox()[:2]
        self._size = page.get_size()
        self._styles: dict[tuple[str, int, int, float], Style] = {}
        self.unknown = 0

    def lines(self) -> Iterator[Line]:
        """The page's lines in the order of the file, which need not be that of reading."""
        line: _Open | None = None
        style, is_new_word, has_ended, is_spaced = Style(), True, False, False
        for at in range(self._count):
            number = pdfium.FPDFText_GetUnicode(self._raw, at)
            if number in _LINE_ENDS:
                has_ended = is_new_word = True
                continue
            text, box = self._character(number, at), self._box(at)
            if not text:
                continue
            if text.isspace() or box is None:
                if line and not has_ended:
                    line.runs.append((text, style))
                is_new_word = is_spaced = True
                continue
            if line and not (line.resumes(box) if has_ended else line.takes(box)):
                yield from _closed(line)
                line, is_new_word = None, True
            elif line and has_ended and is_spaced and not line.text.endswith(" "):
                # The space behind a raised number may stand in what seems another line.
                line.runs.append((" ", style))
            has_ended = is_spaced = False
            if is_new_word or pdfium.FPDFText_GetFontSize(self._raw, at) != style.size:
                style = self._style(at)
            is_new_word = False
            line = line or _Open(*box)
            line.add(text, style, box)
        if line:
            yield from _closed(line)

    def glyphs(self) -> Iterator[Glyph]:
        """All that is drawn on the page, in the order of the file."""
        for at in range(self._count):
            text, box = self._character(pdfium.FPDFText_GetUnicode(self._raw, at), at), self._box(at)
            if text and box is not None and box[0] < box[2]:
                yield Glyph(text, box, self._style(at))

    def _box(self, at: int) -> Box | None:
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

    def _character(self, number: int, at: int) -> str:
        """A character as text; one of unknown meaning is counted, and shows as such where it is no letter."""
        if number in _LINE_HYPHENS and number != _NUMBERED_HYPHEN:
            return HYPHEN
        if pdfium.FPDFText_HasUnicodeMapError(self._raw, at) == 1:
            self.unknown += 1
            if number == _SPACE_GLYPH:
                return " "
            return _LIGATURES.get(number) or (chr(number) if number in _PRINTABLE else _UNKNOWN)
        if number == _NUMBERED_HYPHEN:
            return HYPHEN
        if not number or number > _LAST_CHARACTER or number in _SURROGATES:
            return ""
        return _LIGATURES.get(number) or chr(number)

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


def _closed(line: _Open) -> Iterator[Line]:
    if line.text.strip():
        yield line.closed()


def page_lines(page: Any) -> Page:
    """The lines of a page of `pypdfium2`."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    try:
        reader = _Reader(page, text_page)
        if is_right_to_left(text_page.get_text_range()):
            drawn, lines = Figures(), tuple(mirrored_lines(reader.glyphs(), width))
        else:
            drawn = figures(page)
            lines = tuple(with_bullets(reader.lines(), drawn.dots))
        return Page(lines, width, height, reader.unknown, drawn.rules)
    finally:
        text_page.close()
