# SPDX-License-Identifier: MIT
"""Where lines end: nothing that is passed over on the way to the best lines would have been better."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissoi.briefing.typesetting.fitting import Boxes, even_stops, stops, widest_gap

MEASURE = 100.0


@st.composite
def paragraphs(draw: st.DrawFn) -> Boxes:
    """Words, some of them in parts with hyphens between, and dashes."""
    kinds = draw(st.lists(st.sampled_from("wwwwhhp-"), min_size=1, max_size=40))
    widths = [4.0 if kind == "-" else draw(st.floats(4, 45)) for kind in kinds]
    hyphens = [3.0 if kind == "h" else 0.0 for kind in kinds]
    spaces = [0.0 if kind in "hp" else 3.0 for kind in kinds]
    leads = [draw(st.sampled_from((0.0, 0.0, 0.5, -0.5))) for _ in kinds]
    return Boxes(widths, spaces, hyphens, leads, [kind == "-" for kind in kinds])


class Plainly:
    """The costs of lines that end with the paragraph, each found by looking at all that it may be."""

    def __init__(self, boxes: Boxes) -> None:
        self.boxes = boxes
        count = boxes.count
        self.costs, self.hyphens, self.ends = [0.0] * (count + 1), [0] * (count + 1), [count] * (count + 1)
        """By their first box: what lines cost, how many end in hyphens in a row, where the first ends."""
        for start in reversed(range(count)):
            self.costs[start], end = min((self.cost(start, end), -end) for end in self.choices(start))
            self.ends[start] = -end
            self.hyphens[start] = self.hyphens[-end] + 1 if boxes.hyphens[-end] else 0

    def gap(self, start: int, end: int) -> float:
        line = self.boxes.ends[end] - self.boxes.starts[start] + self.boxes.leads[start]
        return 1 - (line + self.boxes.hyphens[end]) / MEASURE

    def choices(self, start: int) -> list[int]:
        """Where a line may end: within the measure, and near its edge if there is such a place."""
        _, *more = range(start, self.boxes.count + 1)
        fits = [end for end in more if self.gap(start, end) >= 0] or [start + 1]
        return [end for end in fits if self.gap(start, end) <= 0.45 or end == self.boxes.count] or fits[-1:]

    def cost(self, start: int, end: int) -> float:
        """What the line from `start` to `end` costs with those behind it."""
        boxes, gap = self.boxes, self.gap(start, end)
        if end == boxes.count:
            return 0.12 if 1 - gap < 0.2 else 0.0
        cost = gap**2 + 0.01 + self.costs[end]
        if boxes.hyphens[end]:
            before_last = 0.04 if self.ends[end] == boxes.count else 0.0
            return cost + (0.02, 0.05, 1.0)[min(2, self.hyphens[end])] + before_last
        return cost + (0.0 if boxes.spaces[end - 1] else 0.02) + (0.3 if boxes.shuns[end] else 0.0)


@given(paragraphs())
def test_no_other_end_of_a_line_would_be_better(boxes: Boxes) -> None:
    plainly = Plainly(boxes)
    for start, end in pairwise([0, *stops(boxes, MEASURE)]):
        assert plainly.cost(start, end) == pytest.approx(plainly.costs[start])


@given(paragraphs(), st.sampled_from((0.05, 0.12, 0.3)))
def test_lines_are_even_where_the_best_ones_are(boxes: Boxes, most: float) -> None:
    best = stops(boxes, MEASURE)
    assert even_stops(boxes, MEASURE, most) == (best if widest_gap(boxes, best, MEASURE) <= most else [])


def test_gaps_are_told_as_parts_of_the_measure() -> None:
    boxes = Boxes([40.0] * 3, [10.0] * 3, [0.0] * 3, [0.0] * 3, [False] * 3)
    assert widest_gap(boxes, [1, 3], 100) == pytest.approx(0.6)
