# SPDX-License-Identifier: MIT
"""Where the pages of a brief stand in a column that is scrolled through. Plain numbers, no widgets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from dissoi.briefing.preview import Sheet, Sheets, Spot


@dataclass(frozen=True)
class PageColumn:
    """Pages one below the other; `scale` is pixels for a point, `gap` pixels between and around them."""

    pages: Sequence[Sheet]
    scale: float
    gap: int

    @cached_property
    def _tops(self) -> list[int]:
        heights = (self.height_of(page) + self.gap for page in range(len(self.pages)))
        return list(accumulate(heights, initial=self.gap))

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self._tops[-1]

    @cached_property
    def width(self) -> int:
        """Pixels that the widest page needs."""
        return max((self.width_of(page) for page in range(len(self.pages))), default=0) + 2 * self.gap

    def width_of(self, page: int) -> int:
        """Pixels across a page."""
        return round(self.pages[page].width * self.scale)

    def height_of(self, page: int) -> int:
        """Pixels down a page."""
        return round(self.pages[page].height * self.scale)

    def top_of(self, page: int) -> int:
        """Pixels above a page."""
        return self._tops[page]

    def page_at(self, y: int) -> int:
        """The page that stands at `y`, or that above the gap there; the first and last reach on for ever."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self.pages) - 1))

    def between(self, top: int, bottom: int) -> range:
        """The pages of which something stands between two heights."""
        if not self.pages:
            return range(0)
        first = self.page_at(top)
        if self.top_of(first) + self.height_of(first) <= top:
            first += 1
        last = self.page_at(bottom - 1)
        return range(first, last + 1 if self.top_of(last) < bottom else last)

    def spot_at(self, y: int) -> Spot:
        """The place on paper that stands at `y`."""
        page = self.page_at(y)
        return Spot(page, (y - self.top_of(page)) / self.scale)

    def y_of(self, spot: Spot) -> int:
        """Pixels above a place on paper."""
        page = max(0, min(spot.page, len(self.pages) - 1))
        return round(self.top_of(page) + spot.y * self.scale) if self.pages else 0


def carried(spot: Spot, old: Sheets, new: Sheets) -> Spot:
    """Where that stands in a new setting of a brief what stood at `spot` in the old one.

    It is found by the last record that begins above it and is still there.
    """
    best, record = Spot(-1, 0.0), ""
    for name, place in old.records.items():
        if name in new.records and (best.page, best.y) < (place.page, place.y) <= (spot.page, spot.y):
            best, record = place, name
    if not record:
        return spot
    now = new.records[record]
    if best.page == spot.page:
        return Spot(now.page, now.y + spot.y - best.y)
    return Spot(now.page + spot.page - best.page, spot.y)
