# SPDX-License-Identifier: MIT
"""A page of the PDF under way: what is drawn on it, where it leads, and what leads to it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dissoi.briefing.printing.appending import Update, to_come
from dissoi.briefing.printing.links import Link, Place
from dissoi.briefing.structure import Part

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_EFFORT = 2
"""Of 9. What is usual, 6, takes more than twice as long for pages that are a fifth smaller."""


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

    def write(self, canvas: Canvas) -> None:
        """Add the page, which is finished, to a document. Its links are written with the update."""
        from reportlab.pdfbase.pdfdoc import BasicFonts, PDFArray, PDFStream

        canvas.showPage()
        document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        page = document.Pages.pages[-1]
        page.Contents = PDFStream(content=self.drawn)
        page.Contents.dictionary["Filter"] = PDFArray(["/FlateDecode"])
        # ReportLab would make the same dictionary anew for each page.
        fonts, _ = document.idToObjectNumberAndVersion[BasicFonts]
        page.Resources = f"<</Font {fonts} 0 R/ProcSet[/PDF/Text]>>"
        page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
        page.StructParents, page.Tabs = self.number, "/S"
        page.stream = None
        if self.links:
            page.Annots = to_come(canvas, self._links)

    def add_links(self, update: Update, places: Mapping[str, Place]) -> None:
        """Write the links of the page; `places` is where they lead."""
        if not self.links:
            return
        for link in self.links:
            link.number = update.next
            update.add(link.written(places, update.pages))
        update.say(self._links, f"[{' '.join([f'{link.number} 0 R' for link in self.links])}]")

    @property
    def _links(self) -> str:
        return f"Links{self.number}"
