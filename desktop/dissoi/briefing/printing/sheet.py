# SPDX-License-Identifier: MIT
"""A page of the PDF under way: what is drawn on it, and what leads from it."""

from __future__ import annotations

from dissoi.briefing.printing.links import Link
from dissoi.briefing.structure import Part


class Sheet:
    """One page, or two side by side in a booklet. `number` counts from 0.

    `code` are operators that draw. `parts` are those that its marks belong to, in the order of their numbers.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.code: list[str] = []
        self.parts: list[Part] = []
        self.links: list[Link] = []
