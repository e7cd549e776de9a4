# SPDX-License-Identifier: MIT
"""Rows placed on pages: text that flows from page to page, and facing columns that flow apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dissoi.briefing.marks import AnchorMark, Mark, RuleMark, shifted, unread
from dissoi.briefing.paper import MM, Format
from dissoi.briefing.rows import Row, closed_up, filled, height_of, marks_of
from dissoi.briefing.styles import HAIR, grey

_LEAST = 110.0
"""Points of room below a heading without which what follows it begins on the next page."""
_MUCH = 0.3
"""A column that leaves more than this part of the page empty is ruled for notes, `_APART` below its text."""
_APART = 14.0
_FEW = 8
"""So many rows at the end of a column are let onto the page before, with less space between all on it."""
_AFTER_COLUMNS = 20.0
RULED = 8 * MM
"""From line to line where one writes by hand."""


@dataclass
class Page:
    """A page under way: marks placed from the top left corner of its type area.

    `section` stands in its running head; a page without one has no running head. Of a page that is set and
    drawn `apart`, the marks are only the places that links may lead to.
    """

    section: str = ""
    marks: list[Mark] = field(default_factory=list)
    apart: bool = False

    def outline(self) -> Page:
        """What others need to know of a page that is set apart."""
        return Page(self.section, [mark for mark in self.marks if isinstance(mark, AnchorMark)], apart=True)


class Column(NamedTuple):
    """One of two facing columns. `head` makes what stands above it, told what is continued, if anything.

    `empty` makes what stands in it, in the height given, on pages that it does not reach.
    """

    rows: Sequence[Row]
    head: Callable[[str], Sequence[Row]]
    empty: Callable[[float], Sequence[Row]]


class State(NamedTuple):
    """So many pages there are, so many marks on the last of them, and how far down it is filled."""

    pages: int
    marks: int
    y: float


class Press:
    """Places rows on one page after the other. `on_page` is called for each page begun."""

    def __init__(self, layout: Format, on_page: Callable[[], None]) -> None:
        self.pages: list[Page] = []
        self._format = layout
        self._on_page = on_page
        self._y = 0.0
        self._section = ""

    @property
    def room(self) -> float:
        """The height that is left on the page."""
        return self._format.height - self._y if self.pages else 0.0

    def turn(self, section: str | None = None) -> None:
        """Begin a page, of the same section if none is named."""
        self._section = self._section if section is None else section
        self.pages.append(Page(self._section))
        self._y = 0.0
        self._on_page()

    @property
    def state(self) -> State:
        """How far things are placed."""
        return State(len(self.pages), len(self.pages[-1].marks), self._y)

    def undo(self, state: State) -> None:
        """Take away what was placed since."""
        del self.pages[state.pages :]
        del self.pages[-1].marks[state.marks :]
        self._y = state.y

    def named(self, section: str) -> None:
        """Name the section from here on, and of the page under way if it has none."""
        self._section = section
        if self.pages and not self.pages[-1].section:
            self.pages[-1].section = section

    def place(self, marks: Sequence[Mark], y: float = 0.0) -> None:
        """Draw on the page without moving on."""
        self.pages[-1].marks.extend(shifted(mark, 0, y) for mark in marks)

    def anchor(self, key: str) -> None:
        """Let links lead to where the next row will stand."""
        self.pages[-1].marks.append(AnchorMark(0, self._y, key))

    def space(self, height: float) -> None:
        """Leave white space."""
        self._y += height

    def flow(self, rows: Sequence[Row], x: float = 0.0) -> None:
        """Place rows one below the other over as many pages as they need."""
        start = 0
        while start < len(rows):
            stop = filled(rows, start, self.room, forced=self._y <= 0)
            rows, stop = _ended(rows, start, stop, self.room)
            if stop > start:
                self.pages[-1].marks += marks_of(rows[start:stop], x, self._y, at_top=self._y <= 0)
                self._y += height_of(rows[start:stop])
                start = stop
            if start < len(rows):
                self.turn()

    def face(self, columns: Sequence[Column], *, following: bool = False) -> None:
        """Place columns side by side, or one alone; each flows from page to page on its own.

        `following` leaves what is empty below them to what follows.
        """
        if self.room < _LEAST:
            self.turn()
        tops = [self._y]
        starts, first = [0] * len(columns), True
        while first or any(at < len(each.rows) for at, each in zip(starts, columns, strict=True)):
            if not first:
                self.turn()
            begun, tops = self.state, [self._y] * len(columns)
            for side, column in enumerate(columns):
                x = self._left(side, len(columns))
                starts[side], tops[side] = self._fill(column, starts[side], x, again=not first)
            if not any(starts) and self._y > 0:
                # Heads alone would stand here.
                self.undo(begun)
                self.turn()
                continue
            if not following:
                self._rule_rest(columns, tops)
            if len(columns) > 1:
                middle = self._format.column + self._format.gutter / 2
                bottom = self._format.height
                self.pages[-1].marks.append(RuleMark(middle, self._y, middle, bottom, 0.5, HAIR))
            first = False
        self._y = max(tops) + _AFTER_COLUMNS

    def _left(self, side: int, of: int) -> float:
        """Where one of two columns begins, or the only one."""
        return side * (self._format.column + self._format.gutter) if of > 1 else self._format.single[0]

    def _fill(self, column: Column, start: int, x: float, *, again: bool) -> tuple[int, float]:
        """Fill one column of the page; returns where it goes on, and how far down it reaches.

        Its head is read but once, not `again` on further pages.
        """
        rows = column.rows
        head = column.head(_continued(rows, start))
        marks = self.pages[-1].marks
        above = marks_of(head, x, self._y)
        marks += unread(above) if again else above
        y = self._y + height_of(head)
        room = self._format.height - y
        stop = filled(rows, start, room, forced=self._y <= 0)
        rows, stop = _ended(rows, start, stop, room)
        marks += marks_of(rows[start:stop], x, y)
        return stop, y + height_of(rows[start:stop])

    def _rule_rest(self, columns: Sequence[Column], tops: Sequence[float]) -> None:
        """Where a column leaves much of the page empty, make it good for notes."""
        for side, (column, top) in enumerate(zip(columns, tops, strict=True)):
            below = top + _APART if top > self._y + _APART else top
            room = self._format.height - below
            if room > self._format.height * _MUCH:
                x = self._left(side, len(columns))
                self.pages[-1].marks += marks_of(column.empty(room), x, below)


def _ended(rows: Sequence[Row], start: int, stop: int, height: float) -> tuple[Sequence[Row], int]:
    """The rows of a column, and behind which of them a page ends: a few at the end need none of their own."""
    if 0 < len(rows) - stop <= _FEW:
        last = closed_up(rows[start:], height)
        if height_of(last) <= height:
            return [*rows[:start], *last], len(rows)
    return rows, stop


def _continued(rows: Sequence[Row], start: int) -> str:
    """What began on an earlier page and goes on at `start`."""
    if not 0 < start < len(rows):
        return ""
    owner = rows[start].owner
    return owner if rows[start - 1].owner == owner else ""


def ruled(width: float, height: float) -> list[Row]:
    """Lines to write on, as many as the height holds."""
    line = RuleMark(0, RULED, width, RULED, 0.3, grey(0.7))
    return [Row(RULED, marks=(line,))] * int(height // RULED)
