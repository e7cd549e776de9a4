# SPDX-License-Identifier: MIT
"""Pages of a PDF as pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from math import ceil
from threading import Lock
from typing import Self

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw
from PySide6.QtGui import QImage

PDFIUM = Lock()
"""Held while PDFium works: it is not made for two threads at once."""
_WHITE = (255, 255, 255, 255)


class PrintedPages:
    """The pages of a PDF. All lengths are points (1/72 inch), all scales pixels for a point."""

    def __init__(self, pdf: bytes) -> None:
        with PDFIUM:
            self._document = pypdfium2.PdfDocument(pdf)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with PDFIUM:
            self._document.close()

    def __len__(self) -> int:
        with PDFIUM:
            return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """The width and height in points of a page, counted from 0."""
        with PDFIUM:
            width, height = self._document.get_page_size(page)
        return width, height

    def picture(self, page: int, scale: float) -> QImage:
        """A whole page; `scale` is in pixels a point."""
        _, height = self.size(page)
        return next(picture for _, picture in self.bands(page, scale, ceil(height * scale)))

    def bands(self, page: int, scale: float, most: int) -> Iterator[tuple[int, QImage]]:
        """A page in strips of at most so many pixels in height, each with the pixels above it."""
        width, height = (round(side * scale) for side in self.size(page))
        for top in range(0, height, most):
            yield top, self._strip(page, width, height, top, min(most, height - top))

    def _strip(self, page: int, width: int, height: int, top: int, rows: int) -> QImage:
        with PDFIUM:
            opened = self._document[page]
            bitmap = pypdfium2.PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx)
            bitmap.fill_rect(_WHITE, 0, 0, width, rows)
            raw.FPDF_RenderPageBitmap(bitmap, opened, 0, -top, width, height, 0, raw.FPDF_ANNOT)
            pixels, stride = memoryview(bitmap.buffer), bitmap.stride
            picture = QImage(pixels, width, rows, stride, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            opened.close()
        return picture


def pages_of(pdf: bytes, wanted: Sequence[int]) -> bytes:
    """A PDF of some pages of another, counted from 0; that very one where all are wanted."""
    with PDFIUM, pypdfium2.PdfDocument(pdf) as whole:
        if list(wanted) == list(range(len(whole))):
            return pdf
        with pypdfium2.PdfDocument.new() as part:
            part.import_pages(whole, pages=list(wanted))
            target = BytesIO()
            part.save(target)
    return target.getvalue()
