# SPDX-License-Identifier: MIT
"""Links of a PDF: where they lie, where they lead, and what they say to those who do not see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dissoi.briefing.printing.objects import text_string
from dissoi.briefing.structure import Part

Place = tuple[int, float]
"""A page, from 0, and how far up on it, in points."""


@dataclass(eq=False)
class Link:
    """An area of a page that leads somewhere: "#key" to one of `places`, anything else is an address.

    `told` are the texts that it is drawn with. `key` is where the parent tree has it, `number` that of its
    object: both are given out once the link is on a page.
    """

    page: int
    area: tuple[float, float, float, float]
    target: str
    part: Part
    told: Sequence[str]
    places: Mapping[str, Place]
    key: int = 0
    number: int = 0

    def written(self, pages: Sequence[int]) -> str:
        """The object that says so; `pages` are the numbers of all pages' objects."""
        area = " ".join(f"{edge:.2f}" for edge in self.area)
        told = " ".join("".join(self.told).split()) or self.target
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{area}]/Border[0 0 0]/F 4/StructParent {self.key}"
            f"/Contents{text_string(told)}{self._leads(pages)}>>"
        )

    def _leads(self, pages: Sequence[int]) -> str:
        if not self.target.startswith("#"):
            return f"/A<</S/URI/URI{text_string(self.target)}>>"
        return f"/Dest{destination(self.places[self.target[1:]], pages)}"


def destination(place: Place, pages: Sequence[int]) -> str:
    """A place as what leads to it has it."""
    page, up = place
    return f"[{pages[page]} 0 R/XYZ 0 {up:.2f} 0]"
