# SPDX-License-Identifier: MIT
"""Links of a PDF: where they lie, where they lead, and what they say to those who do not see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dissoi.briefing.structure import Part

_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})

Place = tuple[int, float]
"""A page, from 0, and how far up on it, in points."""


@dataclass(eq=False)
class Link:
    """An area of a page, counted from 0, that leads somewhere: "#key" to a place, else to an address.

    `told` are the texts that it is drawn with. `key` is where the parent tree has it, and `name` what
    ReportLab calls it, once it is in a document.
    """

    page: int
    area: tuple[float, float, float, float]
    target: str
    part: Part
    told: Sequence[str]
    key: int = 0
    name: str = ""

    def written(self, document: Any, places: Mapping[str, Place]) -> bytes:
        """The link as an object of a document of ReportLab whose pages are all there."""
        area = " ".join(f"{edge:.2f}" for edge in self.area)
        told = " ".join("".join(self.told).split()) or self.target
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{area}]/Border[0 0 0]/F 4/StructParent {self.key}"
            f"/Contents{text_string(told)}{self._leads(document, places)}>>"
        ).encode()

    def _leads(self, document: Any, places: Mapping[str, Place]) -> str:
        if not self.target.startswith("#"):
            return f"/A<</S/URI/URI{text_string(self.target)}>>"
        page, up = places[self.target[1:]]
        sheet = document.Pages.pages[page]
        number, _ = document.idToObjectNumberAndVersion[getattr(sheet, "name", "") or sheet.__InternalName__]
        return f"/Dest[{number} 0 R/XYZ 0 {up:.2f} 0]"


def text_string(text: str) -> str:
    """A text as PDF has it (ISO 32000-1, 7.9.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
