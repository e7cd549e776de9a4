# SPDX-License-Identifier: MIT
"""Which pages lie side by side on the sheets of a booklet that is folded once through all its sheets."""

from __future__ import annotations

from collections.abc import Iterator

_PAGES = 4
"""Pages on a folded sheet."""


def sides_of_sheets(pages: int) -> Iterator[tuple[int, int]]:
    """For each side of a sheet, front before back: its left and its right page, counted from 1.

    Numbers above `pages` stand for blank pages: the last ones, up to a multiple of four.
    """
    count = -(-pages // _PAGES) * _PAGES
    for place in range(count // 2):
        low, high = place + 1, count - place
        yield (low, high) if place % 2 else (high, low)
