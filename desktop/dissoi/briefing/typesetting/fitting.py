# SPDX-License-Identifier: MIT
"""Where the lines of a paragraph end, chosen for the whole paragraph.

The edge is as even as it can be: least sum of squared gaps, after Knuth and Plass, "Breaking Paragraphs
into Lines", 1981. A divided word costs something, two lines in a row that end so cost more, and three in a
row never are where anything else will do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import add

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
_TOO_MUCH = 1e9
"""More than any way to break lines costs."""
_NOTHING = 1e-6
"""A part of the measure that no one could see."""


class Boxes:
    """What no line of a paragraph divides, in points; each argument has an entry for each of them.

    `widths` are theirs within a line, `spaces` those behind them, 0 within a word, `hyphens` what is added at
    the end of a line, 0 without a hyphen, `leads` what is added at the beginning of one, without the letter
    before that they are kerned to. What `shuns` should not begin a line, as a dash should not.
    """

    def __init__(
        self,
        widths: Sequence[float],
        spaces: Sequence[float],
        hyphens: Sequence[float],
        leads: Sequence[float],
        shuns: Sequence[bool],
    ) -> None:
        self.count = len(widths)
        self.spaces, self.leads, self.shuns = spaces, leads, shuns
        places = list(accumulate(chain.from_iterable(zip(widths, spaces, strict=True)), initial=0.0))
        self.starts = places[::2]
        """Where each begins if all stand in one line; last of all, where another would."""
        self.ends = [0.0, *places[1::2]]
        """How far boxes reach, by their number: what lies before each stop of a line."""
        self.hyphens = [0.0, *hyphens[:-1], 0.0]
        """The hyphen of each stop; none at the end of the paragraph."""

    @property
    def length(self) -> float:
        """How long all are in one line."""
        return self.ends[-1]


def stops(boxes: Boxes, measure: float) -> list[int]:
    """Behind which boxes lines end, from the first to the last; a box too wide stands alone."""
    best = _best_stops(boxes, measure)
    found, at = [], 0
    while at < boxes.count:
        at = best[at]
        found.append(at)
    return found


def even_stops(boxes: Boxes, measure: float, most: float) -> list[int]:
    """The same `stops` if no line but the last leaves more than this part of the measure empty, else none."""
    if not _may_be_even(boxes, measure, most):
        return []
    found = stops(boxes, measure)
    return found if widest_gap(boxes, found, measure) <= most else []


def widest_gap(boxes: Boxes, ends: Sequence[int], measure: float) -> float:
    """The most that any line but the last leaves empty, as a part of the measure."""
    lines = zip([0, *ends], ends[:-1], strict=False)
    return (
        max([measure - boxes.ends[end] + boxes.starts[start] for start, end in lines], default=0.0) / measure
    )


def _may_be_even(boxes: Boxes, measure: float, most: float) -> bool:
    """False where no way to break the lines is even, which is found out far sooner than the best way."""
    seen, waiting = {0}, [0]
    while waiting:
        start = waiting.pop()
        full = bisect_right(boxes.ends, boxes.starts[start] - boxes.leads[start] + measure) - 1
        if full >= boxes.count:
            return True
        least = bisect_left(boxes.ends, boxes.starts[start] + measure * (1 - most - _NOTHING))
        found = set(range(max(least, start + 1), max(full, start + 1) + 1)) - seen
        seen |= found
        waiting += found
    return False


def _best_stops(boxes: Boxes, measure: float) -> list[int]:
    """Where a line best ends that begins with each box, learned from the end of the paragraph backwards."""
    count, ends, hyphens = boxes.count, boxes.ends, boxes.hyphens
    starts, leads = boxes.starts, boxes.leads
    reaches = list(map(add, ends, hyphens))
    costs, in_a_row, best_stops = _costs_of_ends(boxes), [0] * (count + 1), [count] * count
    loose, filled, scale = _LOOSE * measure, (1 - _RUNT) * measure, measure**-2
    last = count
    for start in _beginnings(boxes, measure):
        room, first = starts[start] - leads[start] + measure, start + 1
        while last > first and ends[last] > room:
            last -= 1
        best, at, most = _TOO_MUCH, last, last
        if last == count:
            best = _RUNT_COST if room - ends[count] > filled else 0.0
            most = count - 1 if best else start
        for stop in range(most, start, -1):
            gap = room - reaches[stop]
            if gap < 0.0 and stop > first:
                continue
            cost = gap * gap * scale
            if cost > best or (gap > loose and best < _TOO_MUCH):
                break
            cost += costs[stop]
            if cost < best:
                best, at = cost, stop
        best_stops[start] = at
        row = in_a_row[start] = min(2, in_a_row[at] + 1) if hyphens[at] else 0
        costs[start] += best
        if hyphens[start]:
            costs[start] += _HYPHENS_COST[row] + (_STUB_COST if at == count else 0.0)
    return best_stops


def _beginnings(boxes: Boxes, measure: float) -> Iterator[int]:
    """What a line may begin with, from the last box on: none that stands well within the first line."""
    room, first = measure - boxes.leads[0], boxes.count
    while first > 1 and boxes.ends[first] + boxes.hyphens[first] >= room - _LOOSE * measure:
        first -= 1
    return chain(range(boxes.count - 1, first - 1, -1), (0,))


def _costs_of_ends(boxes: Boxes) -> list[float]:
    """What it costs that a line ends at each stop, by itself and without a hyphen."""
    within = _LINE_COST + _WITHIN_COST
    ends = zip(boxes.hyphens, (1.0, *boxes.spaces), strict=True)
    costs = [_LINE_COST if hyphen or space else within for hyphen, space in ends]
    if True in boxes.shuns:
        for place, shuns in enumerate(boxes.shuns):
            costs[place] += _SHUNNED_COST if shuns and not boxes.hyphens[place] else 0.0
    return costs
