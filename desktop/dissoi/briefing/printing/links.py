# SPDX-License-Identifier: MIT
"""Links of a PDF: where they lie, where they lead, and what they say to those who do not see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dissoi.briefing.structure import Part

_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})

Place = tuple[int, float]
"""A page, from 0, and how far up on it, in points."""


@dataclass(eq=False)
class Link:
    """An area of a page, counted from 0, that leads somewhere: "#key" to a place, else to an address.

    `told` are the texts that it is drawn with, in the order of drawing. `key` is where the parent tree has
    it, and `number` that of its object, once it is in a document.
    """

    page: int
    area: tuple[float, float, float, float]
    target: str
    part: Part
    told: Sequence[str]
    key: int = 0
    number: int = 0

    def written(self, places: Mapping[str, Place], pages: Sequence[int]) -> str:
        """The link as an object; `pages` are the numbers of those of the pages."""
        area = " ".join([f"{edge:.2f}" for edge in self.area])
        told = " ".join((self.part.actual or "".join(self.told)).split()) or self.target
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{area}]/Border[0 0 0]/F 4/StructParent {self.key}"
            f"/Contents{text_string(told)}{self._leads(places, pages)}>>"
        )

    def _leads(self, places: Mapping[str, Place], pages: Sequence[int]) -> str:
        if not self.target.startswith("#"):
            return f"/A<</S/URI/URI{text_string(self.target)}>>"
        return f"/Dest{leading_to(places[self.target[1:]], pages)}"


def leading_to(place: Place, pages: Sequence[int]) -> str:
    """A destination; `pages` are the numbers of the objects that the pages are."""
    page, up = place
    return f"[{pages[page]} 0 R/XYZ 0 {up:.2f} 0]"


def text_string(text: str) -> str:
    """A text as PDF has it (ISO 32000-1, 7.9.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
