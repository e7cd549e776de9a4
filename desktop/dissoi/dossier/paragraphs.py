# SPDX-License-Identifier: MIT
"""The numbers beside an article's paragraphs, as in "¶3". No Qt, so that any view can show them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dissoi.dossier.prose import Block
from dissoi.dossier.records import Article


def paragraph_numbers(blocks: Iterable[Block]) -> tuple[int, ...]:
    """The number of each block, counted from 1; 0 for blocks without a number."""
    numbers: list[int] = []
    last = 0
    for block in blocks:
        numbered = block.numbered
        last += numbered
        numbers.append(last if numbered else 0)
    return tuple(numbers)


class Paragraphs:
    """Numbers places of one article."""

    def __init__(self, article: Article) -> None:
        self._starts = article.starts
        self._before = article.numbered_before

    def number(self, offset: int) -> int:
        """The number of the paragraph that holds `offset` (code points of the article's text).

        A heading counts to the paragraph that follows it. 0 when the article has no numbered paragraph.
        """
        if not self._starts:
            return 0
        before = self._before[max(0, bisect_right(self._starts, offset) - 1)]
        return min(before + 1, self._before[-1])

    def named(self, ranges: Iterable[tuple[int, int]]) -> str:
        """The paragraphs that hold some ranges, as in "¶3", "¶2–3" or "¶2, 9"; "" for none."""
        named = dict.fromkeys(self._between(start, end) for start, end in ranges)
        told = ", ".join(name for name in named if name)
        return f"¶{told}" if told else ""

    def _between(self, start: int, end: int) -> str:
        first, last = self.number(start), self.number(max(start, end - 1))
        if not first:
            return ""
        return str(first) if last <= first else f"{first}–{last}"


def paragraphs_of(article: Article, ranges: Iterable[tuple[int, int]]) -> str:
    """The paragraphs of `article` that hold some ranges (see `Paragraphs.named`)."""
    return Paragraphs(article).named(ranges)
