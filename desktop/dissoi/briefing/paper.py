# SPDX-License-Identifier: MIT
"""Paper sizes, and where the type area lies on a page. All lengths are points (1/72 inch)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

MM = 72 / 25.4


class Paper(NamedTuple):
    """A sheet, upright."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210 * MM, 297 * MM)
LETTER = Paper("Letter", 8.5 * 72, 11 * 72)
A5 = Paper("A5", 148 * MM, 210 * MM)
PAPERS: Mapping[str, Paper] = MappingProxyType({"a4": A4, "letter": LETTER, "a5": A5})
"""The sizes offered, by the name a command line uses."""


_SMALL = 160 * MM
"""Sheets narrower than this have small margins, and one column in place of two."""


def half_of(paper: Paper) -> Paper:
    """The page of a booklet: half a sheet, upright when the sheet lies on its side."""
    return Paper(f"half {paper.name}", paper.height / 2, paper.width)


class Format(NamedTuple):
    """The type area on a sheet; the inner margin leaves room for binding."""

    paper: Paper
    inner: float = 22 * MM
    outer: float = 18 * MM
    top: float = 20 * MM
    bottom: float = 22 * MM
    gutter: float = 22
    labels: float = 40 * MM
    """Width of the column beside prose in which headings and labels hang."""
    mirrored: bool = True
    """Whether left pages have their inner margin on the right, as sheets printed on both sides want it."""

    @property
    def width(self) -> float:
        """Width of the type area."""
        return self.paper.width - self.inner - self.outer

    @property
    def height(self) -> float:
        """Height of the type area."""
        return self.paper.height - self.top - self.bottom

    @property
    def column(self) -> float:
        """Width of one of two facing columns."""
        return (self.width - self.gutter) / 2

    @property
    def facing(self) -> bool:
        """Whether there is room for two facing columns."""
        return self.paper.width >= _SMALL

    @property
    def single(self) -> tuple[float, float]:
        """Where a column that stands alone begins, and its width."""
        return (self.labels, self.measure) if self.facing else (0.0, self.width)

    @property
    def measure(self) -> float:
        """Width of prose beside the label column."""
        return self.width - self.labels

    def left(self, page: int) -> float:
        """Where the type area begins on a page; pages count from 1 and odd ones lie on the right."""
        return self.inner if self.right_hand(page) else self.outer

    def right_hand(self, page: int) -> bool:
        """Whether a page lies on the right, or is bound as those are."""
        return bool(page % 2) or not self.mirrored


def page_format(paper: Paper) -> Format:
    """The type area on a page of this size."""
    if paper.width >= _SMALL:
        return Format(paper)
    return Format(paper, inner=16 * MM, outer=12 * MM, top=18 * MM, bottom=17 * MM, gutter=16, labels=27 * MM)
