# SPDX-License-Identifier: MIT
"""Simple tables on the pages of PDF files: rows of one line each whose cells stand below one another.

A PDF file says nothing of tables. So only what can hardly be anything else is taken for one.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dissoi.reading.pdf_lines import Line

_FEWEST_ROWS, _MOST_CELLS = 3, 6
_ALIGNED = 3.0
_FAR = 3.0
"""From which distance on, in heights, two rows are of different tables."""
_LONGEST_CELL = 40
"""In cells of more characters, on average, text stands side by side."""
_MARKER = re.compile(r"(?:\W|\(?\w{1,3}[.)])$")


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells from the left."""

    cells: tuple[Line, ...]


def with_rows(lines: Sequence[Line], before: Sequence[Line], after: Sequence[Line]) -> list[Line | Row]:
    """Lines in reading order, those of tables gathered in rows.

    `before` and `after` are lines at the end of the column before and at the start of the one behind: a table
    may go on there.
    """
    context = list(_levels(before[-_FEWEST_ROWS * _MOST_CELLS :]))
    own = list(_levels(lines))
    levels = [*context, *own, *_levels(after[: _FEWEST_ROWS * _MOST_CELLS])]
    first, last = len(context), len(context) + len(own)
    result: list[Line | Row] = []
    at = 0
    while at < last:
        end = _table_end(levels, at)
        for level in levels[max(at, first) : min(end or at + 1, last)]:
            result += [Row(tuple(_cells(level)))] if end else level
        at = end or at + 1
    return result


def _levels(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that stand at one height."""
    level: list[Line] = []
    for line in lines:
        if level and not (line.is_beside(level[0]) and line.left >= level[-1].right):
            yield level
            level = []
        level.append(line)
    if level:
        yield level


def _cells(level: Sequence[Line]) -> list[Line]:
    return [cell for line in level for cell in line.cells or (line,)]


def _table_end(levels: Sequence[Sequence[Line]], start: int) -> int:
    """Where a table that begins at one of the levels ends; 0 where none begins."""
    rows = [_cells(levels[start])]
    if len(rows[0]) < 2:  # noqa: PLR2004 - one cell is no row
        return 0
    for level in levels[start + 1 :]:
        row = _cells(level)
        # The next row of a table that goes on in another column is higher up.
        is_far = rows[-1][0].top - row[0].top > _FAR * row[0].height
        if len(row) != len(rows[0]) or is_far or not _are_below(rows[1:] or rows, row):
            break
        rows.append(row)
    return start + len(rows) if len(rows) >= _FEWEST_ROWS and _is_table(rows) else 0


def _are_below(rows: Sequence[Sequence[Line]], row: Sequence[Line]) -> bool:
    """Whether the cells of a row stand below those of the others, at an edge or in the middle.

    A single row is the head of a table perhaps, whose words may stand anywhere above its columns.
    """
    for at, cell in enumerate(row):
        above = [other[at] for other in rows]
        if len(above) == 1:
            if not _overlap(above[0], cell):
                return False
        elif not any(
            all(abs(edge(other) - edge(cell)) < _ALIGNED for other in above)
            for edge in (_left, _right, _middle)
        ):
            return False
    return True


def _overlap(one: Line, other: Line) -> bool:
    return min(one.right, other.right) > max(one.left, other.left) - _ALIGNED


def _left(line: Line) -> float:
    return line.left


def _right(line: Line) -> float:
    return line.right


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2


def _is_table(rows: Sequence[Sequence[Line]]) -> bool:
    cells = [cell.text for row in rows for cell in row]
    is_list = all(_MARKER.match(row[0].text) for row in rows)
    return statistics.fmean(map(len, cells)) <= _LONGEST_CELL and not is_list
