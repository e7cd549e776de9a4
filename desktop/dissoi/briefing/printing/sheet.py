# SPDX-License-Identifier: MIT
"""A page of the PDF under way: what is drawn on it, where it leads, and what leads to it."""

from __future__ import annotations

import zlib
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dissoi.briefing.printing.links import Link, Place
from dissoi.briefing.structure import Part

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_EFFORT = 5
"""Of 9. What is usual, 6, takes half as long again for pages that are a twentieth smaller."""


@dataclass
class Sheet:
    """One page, or two side by side in a booklet. `number` counts from 0.

    `code` are operators that draw. `parts` are those that its marks belong to, in the order of their numbers.
    `anchors` are the keys of places on it, each with how far up it lies. `drawn` are the operators once all
    are there, compressed.
    """

    number: int
    code: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[tuple[str, float]] = field(default_factory=list)
    drawn: bytes = b""

    def finish(self) -> None:
        """All is drawn: it is kept compressed, so that a long brief takes little memory."""
        self.drawn = zlib.compress("\n".join(self.code).encode("ascii"), _EFFORT)
        self.code = []

    def write(self, canvas: Canvas, outlined: Container[str], places: Mapping[str, Place]) -> None:
        """Add the page, which is finished, to a document. `places` is where its links lead.

        Only places that are `outlined` get an object of their own.
        """
        from reportlab.pdfbase.pdfdoc import BasicFonts

        from dissoi.briefing.printing.objects import Annotation, compressed

        for link in self.links:
            annotated = Annotation(link, places)
            canvas._addAnnotation(annotated)  # type: ignore[attr-defined]  # noqa: SLF001
            link.name = annotated.name
        for key, up in self.anchors:
            if key in outlined:
                canvas.bookmarkPage(key, fit="XYZ", left=0, top=up, zoom=0)
        canvas.showPage()
        document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        page = document.Pages.pages[-1]
        page.Contents = compressed(self.drawn)
        # ReportLab would make the same dictionary anew for each page.
        fonts, _ = document.idToObjectNumberAndVersion[BasicFonts]
        page.Resources = f"<</Font {fonts} 0 R/ProcSet[/PDF/Text]>>"
        page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
        page.StructParents, page.Tabs = self.number, "/S"
        page.stream = None
