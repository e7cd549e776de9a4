# SPDX-License-Identifier: MIT
"""The pictures on the pages of a PDF file, and behind which of its lines each belongs."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from dissoi.dossier.attachments import Attachment
from dissoi.reading.pdf_lines import Box, Line
from dissoi.reading.pictures import picture_of

_SMALLEST = 40
"""How wide and high a picture is at least, in points on the page and in dots."""
_MOST_DOTS, _ALL_DOTS = 8_000_000, 40_000_000
"""How many dots a picture has at most, and how many all of a file."""
_MOST_PICTURES, _MOST_OBJECTS = 60, 500
"""How many pictures of a file are kept, and how many of one page are looked at."""
_MOST_BYTES = 30_000_000
_WHOLE_PAGE = 0.85
"""Which share of a page a scan of it covers, whose words stand behind it."""
_OFTEN = 3
"""On so many pages the same picture is an ornament of them."""
_JPEG = ["DCTDecode"]
_FAST = 3
"""How hard a PNG file is packed: more takes longer than reading the article does."""
_COLOURS, _CLEAR = {1: 0, 3: 2, 4: 2}, 6
"""The kind of PNG file for so many bytes a dot, and the kind for dots that may be clear."""


@dataclass(frozen=True)
class Drawn:
    """A picture and its box on the page."""

    picture: Attachment
    box: Box


@dataclass
class Gallery:
    """Takes the pictures of a file, page by page, as long as there is room and time for more."""

    bytes_left: int = _MOST_BYTES
    dots_left: int = _ALL_DOTS

    def of(self, page: Any) -> list[Drawn]:
        """The pictures on a page that is not turned."""
        if page.get_rotation():
            return []
        x, y = page.get_bbox()[:2]
        found = []
        figures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        for figure in islice(figures, _MOST_OBJECTS):
            with suppress(pypdfium2.PdfiumError, ValueError):
                left, bottom, right, top = figure.get_bounds()
                fits = _fits(right - left, top - bottom, page.get_size())
                if fits and (picture := picture_of("picture", self._data(figure))):
                    self.bytes_left -= len(picture.data)
                    found.append(Drawn(picture, (left - x, bottom - y, right - x, top - y)))
        return found

    def _data(self, figure: Any) -> bytes:
        """A picture as a JPEG file, when the PDF file has it as one, or as a PNG file; empty when unfit."""
        across, down = figure.get_px_size()
        dots = across * down
        if min(across, down) < _SMALLEST or dots > min(_MOST_DOTS, self.dots_left) or self.bytes_left < 0:
            return b""
        self.dots_left -= dots
        bitmap = figure.get_bitmap(render=True, scale_to_original=True)
        channels, shown = bitmap.n_channels, bytes(bitmap.buffer)
        is_clear = bitmap.mode == "BGRA" and shown[3::4].count(255) < len(shown) // 4
        if figure.get_filters() == _JPEG and not is_clear:
            return bytes(figure.get_data())
        if channels not in _COLOURS:
            return b""
        return _png(bitmap, shown, _CLEAR if is_clear else _COLOURS[channels])


def _fits(across: float, up: float, page: tuple[float, float]) -> bool:
    """Whether a picture of this size on a page is more than an ornament, and no scan of all of it."""
    return min(across, up) >= _SMALLEST and across * up <= _WHOLE_PAGE * page[0] * page[1]


def _png(bitmap: Any, shown: bytes, colours: int) -> bytes:
    stride, channels = bitmap.stride, bitmap.n_channels
    rows = bytearray()
    for at in range(bitmap.height):
        row = shown[at * stride : at * stride + bitmap.width * channels]
        rows.append(0)
        rows += row if channels == 1 else _red_first(row, channels, 4 if colours == _CLEAR else 3)
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, colours, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), _FAST)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _red_first(row: bytes, channels: int, kept: int) -> bytes:
    """A row of dots, which PDFium has with blue first, with so many bytes each."""
    dots = bytearray(len(row) // channels * kept)
    for at, place in enumerate((2, 1, 0, 3)[:kept]):
        dots[at::kept] = row[place::channels]
    return bytes(dots)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def without_ornaments(pages: Sequence[Sequence[Drawn]]) -> list[list[Drawn]]:
    """The pictures of each page without those that stand on several, and no more of them than are kept."""
    counts = Counter(digest for page in pages for digest in {each.picture.digest for each in page})
    kept, left = [], _MOST_PICTURES
    for page in pages:
        own = [each for each in page if counts[each.picture.digest] < _OFTEN][:left]
        left -= len(own)
        kept.append(own)
    return kept


def line_above(drawn: Drawn, lines: Sequence[Line]) -> Line | None:
    """The line of a page behind which a picture belongs: the lowest above it, or else the first of all."""
    left, _, right, top = drawn.box
    above = [
        line for line in lines if line.bottom > top - line.height and line.left < right and line.right > left
    ]
    return min(above, key=lambda line: line.bottom, default=next(iter(lines), None))
