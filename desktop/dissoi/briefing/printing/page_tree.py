# SPDX-License-Identifier: MIT
"""The pages of a PDF and the fonts that they share (ISO 32000-1, 7.7.3)."""

from __future__ import annotations

from collections.abc import Iterable

from dissoi.briefing.printing.objects import Objects
from dissoi.briefing.printing.sheet import Sheet
from dissoi.briefing.typesetting.embedding import Carried


class PageTree:
    """All pages in order; `pages` are the numbers of their objects, `number` is that of the tree."""

    def __init__(self, objects: Objects) -> None:
        self.pages: list[int] = []
        self.number = objects.number()
        self._objects = objects
        self._resources = objects.number()

    def add(self, sheet: Sheet, width: float, height: float) -> None:
        """Write a page, so many points wide and high, that all is drawn on.

        What was drawn is kept compressed, so that a long brief takes little memory. Of links, there are only
        the numbers yet: they may lead to pages that are not there.
        """
        content = self._objects.put_stream("\n".join(sheet.code).encode("ascii"))
        sheet.code.clear()
        for link in sheet.links:
            link.number = self._objects.number()
        links = " ".join(f"{link.number} 0 R" for link in sheet.links)
        page = self._objects.put(
            f"<</Type/Page/Parent {self.number} 0 R/MediaBox[0 0 {width:.7g} {height:.7g}]"
            f"/Resources {self._resources} 0 R/Contents {content} 0 R"
            f"{f'/Annots[{links}]' if links else ''}/StructParents {sheet.number}/Tabs/S>>"
        )
        self.pages.append(page)

    def close(self, fonts: Iterable[Carried]) -> None:
        """Write the tree, and the fonts that its pages are set in."""
        named = "".join(f"/{font.name} {font.put_into(self._objects)} 0 R" for font in fonts)
        self._objects.put(f"<</ProcSet[/PDF/Text]/Font<<{named}>>>>", self._resources)
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self._objects.put(f"<</Type/Pages/Count {len(self.pages)}/Kids[{kids}]>>", self.number)
