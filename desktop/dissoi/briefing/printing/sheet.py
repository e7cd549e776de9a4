# SPDX-License-Identifier: MIT
"""A page of the PDF under way: what is drawn on it, where it leads, and what leads to it."""

from __future__ import annotations

import zlib
from collections.abc import Container
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFStream
from reportlab.pdfgen.canvas import Canvas

from dissoi.briefing.printing.links import Link
from dissoi.briefing.structure import Part


@dataclass
class Sheet:
    """One page, or two side by side in a booklet. `number` counts from 0.

    `code` are operators that draw. `parts` are those that its marks belong to, in the order of their numbers.
    `anchors` are the keys of places on it, each with how far up it lies.
    """

    number: int
    code: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[tuple[str, float]] = field(default_factory=list)

    def write(self, canvas: Canvas, outlined: Container[str]) -> None:
        """Add the page to a document. Only places that are `outlined` get an object of their own.

        What was drawn is kept compressed, so that a long brief takes little memory.
        """
        for link in self.links:
            canvas._addAnnotation(link)  # type: ignore[attr-defined]  # noqa: SLF001
        for key, up in self.anchors:
            if key in outlined:
                canvas.bookmarkPage(key, fit="XYZ", left=0, top=up, zoom=0)
        canvas.showPage()
        page = canvas._doc.Pages.pages[-1]  # type: ignore[attr-defined]  # noqa: SLF001
        page.Contents = _compressed("\n".join(self.code).encode("ascii"))
        page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
        page.StructParents, page.Tabs = self.number, "/S"
        page.stream = None
        self.code.clear()


def _compressed(code: bytes) -> PDFStream:
    stream = PDFStream(content=zlib.compress(code))
    stream.dictionary["Filter"] = PDFArray(["/FlateDecode"])
    return stream
