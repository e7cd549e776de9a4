# SPDX-License-Identifier: MIT
"""Where the lines of a paragraph end, chosen for the whole paragraph.

The edge is as even as it can be: least sum of squared gaps, after Knuth and Plass, "Breaking Paragraphs
into Lines", 1981. A divided word costs something, two lines in a row that end so cost more, and three in a
row never are where anything else will do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

_RUNT = 0.2
"""A last line shorter than this part of the measure is worth avoiding."""
_LOOSE = 0.45
"""A line shorter than the measure by more than this part of it is not considered if another will do."""
_LINE_COST, _RUNT_COST, _WITHIN_COST = 0.01, 0.12, 0.02
"""What a line costs, a short last line, an end within a word; a gap its part of the measure, squared."""
_HYPHENS_COST = (0.02, 0.05, 1.0)
"""What a hyphen costs, by how many of the next lines end with one."""
_SHUNNED_COST = 0.3
"""What it costs to begin a line with what should not."""
_STUB_COST = 0.04
"""What a hyphen costs before the last line."""


class Box(Protocol):
    """What no line divides, in points."""

    @property
    def width(self) -> float:
        """Its width within a line."""

    @property
    def space(self) -> float:
        """The space behind it, 0 within a word."""

    @property
    def hyphen(self) -> float:
        """The width of the hyphen that it has at the end of a line, 0 without one."""

    @property
    def lead(self) -> float:
        """How much wider it is at the beginning of a line, without the letter before that it is kerned to."""

    @property
    def shuns(self) -> bool:
        """Whether it should not begin a line, as a dash should not."""


def stops(boxes: Sequence[Box], measure: float) -> list[int]:
    """Behind which boxes lines end, from the first to the last; a box too wide stands alone."""
    best = _best_stops(boxes, measure)
    found, at = [], 0
    while at < len(boxes):
        at = best[at]
        found.append(at)
    return found


def widest_gap(boxes: Sequence[Box], ends: Sequence[int], measure: float) -> float:
    """The most that any line but the last leaves empty, as a part of the measure."""
    start, least = 0, measure
    for end in ends[:-1]:
        width = sum([box.width + box.space for box in boxes[start:end]]) - boxes[end - 1].space
        least = min(least, width)
        start = end
    return (measure - least) / measure


def _best_stops(boxes: Sequence[Box], measure: float) -> list[int]:
    """Where a line best ends that begins with each box, learned from the end of the paragraph backwards."""
    count = len(boxes)
    starts, ends, hyphens, inside = _places(boxes)
    costs, in_a_row, best_stops = [0.0] * (count + 1), [0] * (count + 1), [count] * count
    last = count
    for start in range(count - 1, -1, -1):
        room = measure + starts[start]
        while last > start + 1 and ends[last] > room:
            last -= 1
        best = -1.0
        for stop in range(last, start, -1):
            hyphen = hyphens[stop]
            gap = (room - ends[stop] - hyphen) / measure
            if gap < 0.0 and hyphen and stop > start + 1:
                continue
            if gap > _LOOSE and best >= 0.0:
                break
            if stop == count:
                cost = _RUNT_COST if 1.0 - gap < _RUNT else 0.0
            else:
                cost = gap * gap + _LINE_COST + costs[stop]
                if not hyphen:
                    cost += inside[stop]
                else:
                    cost += _HYPHENS_COST[in_a_row[stop]]
                    cost += _STUB_COST if best_stops[stop] == count else 0.0
            if best < 0.0 or cost < best:
                best, best_stops[start] = cost, stop
        costs[start] = best
        stop = best_stops[start]
        in_a_row[start] = min(2, in_a_row[stop] + 1) if hyphens[stop] else 0
    return best_stops


def _places(boxes: Sequence[Box]) -> tuple[list[float], list[float], list[float], list[float]]:
    """Where boxes begin and end if all stand in one line; how wide a hyphen is there; what an end costs."""
    starts, ends, hyphens, inside, total = [], [0.0], [0.0], [0.0], 0.0
    for box in boxes:
        if box.shuns:
            inside[-1] += _SHUNNED_COST
        starts.append(total - box.lead)
        total += box.width
        ends.append(total)
        hyphens.append(box.hyphen)
        inside.append(0.0 if box.space else _WITHIN_COST)
        total += box.space
    hyphens[-1] = 0.0
    return starts, ends, hyphens, inside
