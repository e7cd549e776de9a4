# SPDX-License-Identifier: MIT
"""The layout `flow`: a landscape sheet for each position, a column for each speech, to take notes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from dissoi.briefing.content import Brief, Stand
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.front import UNSTATED
from dissoi.briefing.lanes import Lane, flows_of, lanes_of
from dissoi.briefing.lines import BLACK
from dissoi.briefing.marks import Mark, RuleMark, TextMark
from dissoi.briefing.pages import Page, Press
from dissoi.briefing.paper import MM, Format, Paper
from dissoi.briefing.rows import height_of, marks_of
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import HAIR, HEAD, Style, grey
from dissoi.dossier.debate import Floor

_MARGIN = 10 * MM
_TOP = 26.0
_ROW = 34 * MM
_PAD = 4.0
_MOST_PLANNED = 5
"""Lines for the speech that an answer is planned for; they leave three for the claim."""
_BESIDE = 12.0
"""Points at least between the heading of a sheet and what is told at its right."""
_STATEMENT: Final = HEAD._replace(size=10, leading=12, cut=Cut.BOLD, ink=BLACK)
_HEAD: Final = Style(Family.SANS, 8, 10, Cut.BOLD)
_NARROW_HEAD: Final = _HEAD._replace(size=6.5, leading=7)
_SPEAKER: Final = Style(Family.SANS, 7.5, 9, ink=grey(0.35))
_PLANNED: Final = Style(Family.SANS, 7, 9, Cut.ITALIC, ink=grey(0.35))
_SEED: Final = Style(Family.SERIF, 8.5, 11, after=2, hyphenated=True)


def flow_format(paper: Paper) -> Format:
    """The sheet laid on its side, with narrow margins."""
    on_its_side = Paper(paper.name, max(paper.width, paper.height), min(paper.width, paper.height))
    return Format(on_its_side, inner=_MARGIN, outer=_MARGIN, top=_MARGIN, bottom=_MARGIN)


def set_flow(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> list[Page]:
    """A flow for each position, over as many sheets as its claims need; one blank flow without positions."""
    press = Press(desk.format, on_page)
    rows = int((desk.format.height - _TOP) // _ROW)
    for stand in flows_of(brief):
        lanes = lanes_of(brief, stand, rows, seeded=desk.options.seeded)
        sheets = max(1, *(-(-len(lane.seeds) // rows) for lane in lanes))
        for sheet in range(sheets):
            part = [lane._replace(seeds=lane.seeds[sheet * rows :][:rows]) for lane in lanes]
            press.turn("")
            press.place(list(_heading(desk, stand, f"Sheet {sheet + 1} of {sheets}" if sheets > 1 else "")))
            press.place(list(_sheet(desk, part, rows)))
    return press.pages


def _heading(desk: Desk, stand: Stand, told: str) -> Iterator[Mark]:
    """What the sheet is for, and at the right what is `told` of it."""
    width = desk.format.width
    right = desk.line_to_right(told, _SPEAKER, width, width)
    room = right.x - (_BESIDE if told else 0)
    label = f"{stand.number}  {stand.statement or UNSTATED}" if stand.number else stand.statement
    yield desk.line(label, _STATEMENT, 0, room)._replace(part=Part(Role.H1))
    if told:
        yield right._replace(y=_STATEMENT.baseline, part=Part(Role.PARAGRAPH))


def _sheet(desk: Desk, lanes: Sequence[Lane], rows: int) -> Iterator[Mark]:
    layout = desk.format
    wide = layout.width / len(lanes)
    style = _head_style(desk, lanes, wide - 2 * _PAD)
    columns = list(_columns(lanes, wide))
    for column in columns:
        yield from _head(desk, column, style)
        yield from _rules(desk, column)
    # Row by row, as the table is read.
    for row in range(len(columns[0].cells)):
        for column in columns:
            yield from _cell(desk, column, row)
    for row in range(1, rows):
        y = _TOP + 12 + row * _ROW
        yield RuleMark(0, y, layout.width, y, 0.3, grey(0.75))


def _head_style(desk: Desk, lanes: Sequence[Lane], wide: float) -> Style:
    """The type of the names of speeches: small enough for two lines where one does not hold each of them."""
    runs = ([desk.run(lane.head, _HEAD)] for lane in lanes)
    return _NARROW_HEAD if any(len(desk.setter.lines(each, wide)) > 1 for each in runs) else _HEAD


class _Column(NamedTuple):
    """A lane, where it lies, and its cells of the table that is read."""

    lane: Lane
    x: float
    width: float
    head: Part
    cells: Sequence[Part]

    @property
    def text(self) -> float:
        """Where its text begins."""
        return self.x + _PAD

    @property
    def measure(self) -> float:
        """How wide its text is."""
        return self.width - 2 * _PAD


def _columns(lanes: Sequence[Lane], width: float) -> Iterator[_Column]:
    table = Part(Role.TABLE)
    named, *lines = (table.holds(Role.ROW) for _ in range(1 + max(len(lane.seeds) for lane in lanes)))
    for place, lane in enumerate(lanes):
        head = named.holds(Role.HEAD_CELL, name="Column")
        yield _Column(lane, place * width, width, head, [line.holds(Role.CELL) for line in lines])


def _head(desk: Desk, column: _Column, style: Style) -> Iterator[Mark]:
    """The name of a speech, right above the rules of its column, and who gives it."""
    galley = desk.galley(column.measure, column.head)
    galley.text([desk.run(column.lane.head, style)], style, at_most=2)
    yield from marks_of(galley.rows, column.text, _TOP + 2 - height_of(galley.rows))
    speaker = desk.line(column.lane.speaker, _SPEAKER, column.text, column.measure)
    yield speaker._replace(y=speaker.y + _TOP + 6, part=column.head.holds(Role.PARAGRAPH))


def _rules(desk: Desk, column: _Column) -> Iterator[Mark]:
    """The lines below the name of a speech, which say whose it is, and left of its column."""
    floor, x = column.lane.floor, column.x
    for y in {Floor.PRO: (1.0,), Floor.CON: (0.0, 2.0), Floor.BOTH: ()}[floor]:
        weight = 1.6 if floor is Floor.PRO else 0.6
        yield RuleMark(column.text, _TOP + 3 + y, x + column.width - _PAD, _TOP + 3 + y, weight)
    if x:
        yield RuleMark(x, _TOP - 4, x, desk.format.height, 0.5, HAIR)


def _cell(desk: Desk, column: _Column, row: int) -> list[Mark]:
    seed, cell, top = column.lane.seeds[row], column.cells[row], _TOP + 16 + row * _ROW
    if seed is None:
        # Said to be empty, so that those who have the table read to them hear what is below what.
        return [TextMark(column.text, top, (), cell)]
    galley, told = desk.galley(column.measure, cell), [desk.run(seed.told, _PLANNED)]
    lines = min(len(desk.setter.lines(told, column.measure)), _MOST_PLANNED) if seed.told else 0
    galley.shows(seed.record)
    number = desk.run(f"{seed.number} ", _SEED, bold=True)
    most = int((_ROW - 14 - lines * _PLANNED.leading) // _SEED.leading)
    galley.text([number, desk.run(seed.claim, _SEED)], _SEED, at_most=most)
    if lines:
        galley.text(told, _PLANNED, at_most=lines)
    lower = 4 if column.lane.speaker and not row else 0
    return marks_of(galley.rows, column.text, top + lower)
