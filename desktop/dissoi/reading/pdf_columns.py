# SPDX-License-Identifier: MIT
"""The order in which the lines of a PDF page are read: columns, and what runs at the edges of all pages."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dissoi.reading.pdf_lines import Line, Page

Column = tuple[Line, ...]
"""Lines that are read one after the other, from the top."""

_EDGE = 0.1
"""Which share of a page, at its top and at its bottom, may hold running heads and page numbers."""
_NUMBER_EDGE = 0.14
"""The same for page numbers, which stand by themselves."""
_CLOSE = 0.6
_PAGE_NUMBER = re.compile(
    r"[^\w$€£]*(?:(?:page|seite|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d+)?[^\w%€£]*",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\W*\w{1,6}\W*")
_PRINTED = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d+/\d+)?|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}, \d{1,2}:\d\d(?:\s?[AP]M)?",
    re.IGNORECASE,
)
"""Matches what browsers print at the edges of a page."""
_DIGITS = re.compile(r"\d+")
_OFTEN = 0.4
_FEWEST_PAGES, _ENOUGH_PAGES = 2, 3
_FEWEST_LINES = 8
"""A column has so many lines; otherwise it is a part of a table, or an address."""
_MOST_CROSSING = 0.5
_SHORTEST = 12
"""How many characters most lines of a column have at least."""
_SHARE = 0.15
_SLACK = 2.0
_NEXT_LINE = 1.6


def without_running_lines(pages: Sequence[Page]) -> list[tuple[Line, ...]]:
    """The lines of each page without running heads and feet and without page numbers."""
    counts = Counter(key for page in pages for key in {_key(line, page) for line in _edges(page)})
    often = max(_FEWEST_PAGES, min(_ENOUGH_PAGES, _OFTEN * len(pages)))
    running = {key for key, count in counts.items() if count >= often and key[0].strip("#%., ")}
    return [_without(page, list(_running(page, running))) for page in pages]


def _running(page: Page, running: set[tuple[str, bool]]) -> Iterator[Line]:
    """The lines of a page that repeat, number it, or stand beside what browsers print at its edges."""
    edges = list(_edges(page))
    printed = [line for line in edges if _PRINTED.fullmatch(line.text)]
    for line in edges:
        if _runs(line, page, running) or any(line.is_beside(other) for other in printed):
            yield line


def _without(page: Page, running: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page without running ones; a number beside or right below text stays."""
    out = {id(line) for line in running}
    for line in running:
        if _BARE_NUMBER.fullmatch(line.text):
            around = (other for other in page.lines if id(other) not in out and _is_close(line, other))
            out -= {id(line)} if any(around) else set()
    return tuple(line for line in page.lines if id(line) not in out)


def _is_close(number: Line, other: Line) -> bool:
    return number.is_beside(other) or -1 < other.bottom - number.top < _CLOSE * number.height


def _edges(page: Page) -> Iterable[Line]:
    return (line for line in page.lines if _is_at_edge(line, page))


def _is_at_edge(line: Line, page: Page) -> bool:
    edge = page.height * (_NUMBER_EDGE if _PAGE_NUMBER.fullmatch(line.text) else _EDGE)
    return line.bottom > page.height - edge or line.top < edge


def _key(line: Line, page: Page) -> tuple[str, bool]:
    return _DIGITS.sub("#", line.text).lower(), line.top > page.height / 2


def _runs(line: Line, page: Page, running: set[tuple[str, bool]]) -> bool:
    is_added = _PAGE_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text)
    return bool(is_added) or _key(line, page) in running


@dataclass
class Columns:
    """Finds the columns of one page after another; where gutters ran before, they run again."""

    known: list[float] = field(default_factory=list)

    def of(self, lines: Sequence[Line]) -> list[Column]:
        """The columns of a page in the order in which they are read; full-width lines part them."""
        if not lines:
            return []
        gutter = _gutter(lines)
        if gutter is not None:
            self.known.append(gutter)
        else:
            gutter = next((x for x in self.known if _parts(x, lines)), None)
        return [tuple(_in_rows(lines))] if gutter is None else self._parted(lines, gutter)

    def _parted(self, lines: Sequence[Line], gutter: float) -> list[Column]:
        crossing = sorted((line for line in lines if _crosses(line, gutter)), key=_from_top)
        sides = sorted((line for line in lines if not _crosses(line, gutter)), key=_from_top)
        result: list[Column] = []
        wide: list[Line] = []
        for line in [*crossing, None]:
            above = [other for other in sides if line is None or other.bottom >= line.bottom]
            sides = [other for other in sides if line is not None and other.bottom < line.bottom]
            above = _with_last_lines(wide, above, gutter)
            if above and wide:
                result.append(tuple(wide))
                wide = []
            for is_right in (False, True):
                side = [other for other in above if (other.right > gutter + _SLACK) is is_right]
                # a gutter may run along the edge of narrow lines and part nothing
                result += self.of(side) if len(side) < len(lines) else [tuple(_in_rows(side))]
            if line:
                wide.append(line)
        return [*result, tuple(wide)] if wide else result


def _parts(gutter: float, lines: Sequence[Line]) -> bool:
    """Whether a gutter of another page parts these lines: none crosses it, some stand side by side."""
    before = [line for line in lines if line.right <= gutter + _SLACK]
    behind = [line for line in lines if line.left >= gutter - _SLACK]
    if len(before) + len(behind) < len(lines):
        return False
    return any(line.is_beside(other) for line in behind for other in before)


def _with_last_lines(wide: list[Line], sides: list[Line], gutter: float) -> list[Line]:
    """Lines beside a gutter without those that end the full-width paragraph above, which get added to it."""
    rest = list(sides)
    while wide and rest:
        line, last = rest[0], wide[-1]
        is_alone = not any(line.is_beside(other) for other in rest[1:])
        if not (is_alone and line.right <= gutter + _SLACK and line.size == last.size):
            break
        if last.top - line.top > _NEXT_LINE * last.height:
            break
        wide.append(rest.pop(0))
    return rest


def _in_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines from the top, those at the same height from the left."""
    row: list[Line] = []
    for line in sorted(lines, key=_from_top):
        if row and not line.is_beside(row[0]):
            yield from sorted(row, key=lambda each: each.left)
            row = []
        row.append(line)
    yield from sorted(row, key=lambda each: each.left)


def _from_top(line: Line) -> tuple[float, float]:
    return (-line.top, line.left)


def _crosses(line: Line, gutter: float) -> bool:
    return line.left < gutter - _SLACK and line.right > gutter + _SLACK


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a gutter runs that few lines cross, and that has a column on either side."""
    if len(lines) < 2 * _FEWEST_LINES:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    fewest = max(_FEWEST_LINES, _SHARE * len(lines))
    best: tuple[int, float] | None = None
    for x in _candidates(lines, left, right):
        before = sum(line.right <= x + _SLACK for line in lines)
        behind = sum(line.left >= x - _SLACK for line in lines)
        crossing = len(lines) - before - behind
        if before < fewest or behind < fewest or crossing > _MOST_CROSSING * len(lines):
            continue
        if not _are_text(lines, x):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x)
    return best[1] if best else None


def _are_text(lines: Sequence[Line], x: float) -> bool:
    """Whether text stands on both sides of a gutter, and not the cells of a table."""
    sides = (
        [line for line in lines if line.right <= x + _SLACK],
        [line for line in lines if line.left >= x - _SLACK],
    )
    return all(statistics.median(len(line.text) for line in side) >= _SHORTEST for side in sides)


def _candidates(lines: Sequence[Line], left: float, right: float) -> list[float]:
    """Where columns may begin: left edges that many lines share, a little before each."""
    width = right - left
    shared = Counter(round(line.left) for line in lines)
    return [
        x - _SLACK
        for x, count in sorted(shared.items())
        if count >= _FEWEST_LINES / 2 and left + 0.2 * width < x < right - 0.15 * width
    ]
