# SPDX-License-Identifier: MIT
"""Set lines stacked into columns, and where a column may be divided between pages.

A row is one line with what is drawn in it, placed from the left edge of its column and its own top,
downwards, in points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from dissoi.briefing.languages import language_of
from dissoi.briefing.lines import Ink, Line, Piece, Run, Setter, tidy
from dissoi.briefing.linking import Links, links_said
from dissoi.briefing.marks import (
    AreaMark,
    LinkMark,
    Mark,
    RuleMark,
    TextMark,
    belonging,
    shifted,
)
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import Style
from dissoi.briefing.typesetting.latin import is_latin
from dissoi.briefing.typesetting.levels import begins_leftwards


class Bar(NamedTuple):
    """A vertical line beside rows, unbroken from row to row."""

    x: float
    weight: float
    ink: Ink


class Row(NamedTuple):
    """One line of a column. `gap` is the space above it, left out at the top of a column.

    `over` is drawn in that space, and left out with it. `keep` forbids a page to end behind the row.
    `owner` says what it belongs to, for the heads of columns, `record` whose words it shows.
    """

    height: float
    gap: float = 0.0
    keep: bool = False
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    owner: str = ""
    over: tuple[Mark, ...] = ()
    record: str = ""


class Inset(NamedTuple):
    """How far rows are set in from the left and from the right (`behind`), and the bars beside them."""

    x: float = 0.0
    bars: tuple[Bar, ...] = ()
    behind: float = 0.0

    def by(self, x: float, *bars: Bar) -> Inset:
        """Set in by `x` more; bars are placed from the edge that was."""
        placed = (bar._replace(x=bar.x + self.x) for bar in bars)
        return Inset(self.x + x, (*self.bars, *placed), self.behind)


FLUSH = Inset()


class Galley:
    """Stacks paragraphs into the rows of one column.

    `part` is what they stand in; None is the whole brief.
    """

    def __init__(self, setter: Setter, width: float, part: Part | None = None) -> None:
        self.setter = setter
        self.width = width
        self.part = part
        self.rows: list[Row] = []
        self._after = 0.0
        self._owner = ""
        self._record = ""

    def shows(self, record: str) -> None:
        """From here on, rows show what the record of this id says."""
        self._record = record

    def owned_by(self, owner: str) -> None:
        """From here on, rows belong to `owner`."""
        self._owner = owner

    @contextmanager
    def within(self, role: Role, language: str = "", name: str = "") -> Iterator[Part]:
        """What is added meanwhile stands in a new part."""
        around = self.part
        self.part = Part(role, around, language, name)
        try:
            yield self.part
        finally:
            self.part = around

    def text(
        self,
        runs: Sequence[Run],
        style: Style,
        inset: Inset = FLUSH,
        *,
        marks: tuple[Mark, ...] = (),
        behind: tuple[Mark, ...] = (),
        at_most: int = 0,
        keep: bool = False,
        part: Part | None = None,
    ) -> None:
        """Add a paragraph. `marks` are drawn with its first line, even if it has no text.

        `behind` stands level with that line too, and is drawn and read after the paragraph.

        It is `part`, else a new part of the role of its style, and so are `marks` that do not say otherwise.

        No page ends behind its first or before its last line, nor within it if it is of three lines or a
        heading.
        """
        lines = self.setter.lines(runs, self.width - inset.x - inset.behind, at_most) or [Line((), 0.0)]
        gap = max(self._after, style.before) if self.rows else 0.0
        last = len(lines) - 1
        chained = (style.keep or keep or style.role in _HEADINGS) and len(lines) < _LONG
        language = self._language(runs)
        whole = part or self._new_part(style, language)
        turned = any(piece.leftwards for line in lines for piece in line.pieces)
        said = _said(runs, lines) if turned and not at_most else ""
        apart = language if part else ""
        links = Links(
            Part(Role.SPAN, whole, apart, actual=said) if apart or said else whole,
            leftwards=turned and begins_leftwards("".join(text for text, _ in runs)),
            said=links_said(runs) if turned and not at_most else (),
        )
        for place, line in enumerate(lines):
            stays = chained or place in {0, last - 1}
            held = stays if place < last else style.keep or keep
            own = line_marks(line, inset.x, style, links)
            if place == 0 and marks:
                own = (*belonging(marks, whole), *own)
            above = 0.0 if place else gap
            row = Row(style.leading, above, held, own, inset.bars, self._owner, (), self._record)
            self.rows.append(row)
        if behind:
            self._draw_behind(behind, last + 1)
        self._after = style.after

    def _draw_behind(self, marks: tuple[Mark, ...], count: int) -> None:
        """Draw marks, placed from the first of the last rows, with the last of them if one page holds all."""
        rows = self.rows[-count:]
        at = len(self.rows) - 1 if all(row.keep for row in rows[:-1]) else len(self.rows) - count
        down = sum(row.height for row in self.rows[len(self.rows) - count : at])
        drawn = tuple(shifted(mark, 0, -down) for mark in marks)
        self.rows[at] = self.rows[at]._replace(marks=(*self.rows[at].marks, *drawn))

    def _new_part(self, style: Style, language: str) -> Part:
        part = Part(style.role, self.part, language)
        return part.holds(Role.PARAGRAPH) if style.role is Role.QUOTATION else part

    def _language(self, runs: Sequence[Run]) -> str:
        """The language of a paragraph where it is not that of the brief: as told, or as its letters tell."""
        told = {look.language for _, look in runs if look.language}
        if not told and not all(is_latin(text) for text, _ in runs):
            told = {language_of("".join(text for text, _ in runs))}
        language = told.pop() if len(told) == 1 else ""
        return "" if language == self.setter.language else language

    def row(self, row: Row, after: float = 0.0) -> None:
        """Add a row made elsewhere; its gap is widened to the space due above it.

        What in it says nothing of a part is one paragraph.
        """
        gap = max(self._after, row.gap) if self.rows else 0.0
        marks = tuple(belonging(row.marks, Part(Role.PARAGRAPH, self.part)))
        self.rows.append(row._replace(gap=gap, marks=marks, owner=self._owner, record=self._record))
        self._after = after

    def hold(self) -> None:
        """No page ends behind what was added last: what comes next belongs to it."""
        if self.rows:
            self.rows[-1] = self.rows[-1]._replace(keep=True)

    def space(self, height: float) -> None:
        """At least this much space before what comes next."""
        self._after = max(self._after, height)


def _said(runs: Sequence[Run], lines: Sequence[Line]) -> str:
    """The text of a paragraph that is drawn in another order, as from the right.

    It is "" where there are links, whose own text is read instead.
    """
    if any(piece.look.link for line in lines for piece in line.pieces):
        return ""
    return tidy("".join(text for text, _ in runs))


_HEADINGS = frozenset({Role.H1, Role.H2, Role.H3, Role.H4, Role.H5, Role.H6})
_LONG = 9
"""Paragraphs of this many lines may be divided even if they are to stay with what follows."""


class _Lines(NamedTuple):
    """What lines under and through a piece depend on."""

    underline: bool
    strike: bool
    ink: Ink
    size: float


def line_marks(line: Line, x: float, style: Style, links: Links | None = None) -> tuple[Mark, ...]:
    """What is drawn for a line: its text, lines under or through it, and where it leads."""
    base, x, links = style.baseline, x + line.shift, links or Links(None)
    if not any(piece.look.adorned for piece in line.pieces):
        links.end()
        return (TextMark(x, base, line.pieces, links.part),) if line.pieces else ()
    marks: list[Mark] = []
    parts = links.parts_of(line.pieces)
    for part, group in groupby(zip(parts, line.pieces, strict=True), itemgetter(0)):
        together = tuple(piece for _, piece in group)
        marks.append(TextMark(x, base, together, part))
        marks += _areas_of_link(together, x, base, part)
        # Under neighbours of another font or cut goes one line, without seams.
        for look, alike in groupby(together, _line_look):
            width = sum(piece.width for piece in alike)
            marks += _adornments(look, x, width, base)
            x += width
    return tuple(marks)


def _areas_of_link(pieces: Sequence[Piece], x: float, base: float, part: Part | None) -> Iterator[Mark]:
    """Where pieces that begin at `x` lead, if they are of a link; not the space that is read with it."""
    for target, group in groupby(pieces, lambda piece: piece.look.link):
        alike = list(group)
        width = sum(piece.width for piece in alike)
        if target:
            size = max(piece.look.size for piece in alike)
            yield LinkMark(x, base - size * 0.8, width, size * 1.05, target, part)
        x += width


def _line_look(piece: Piece) -> _Lines:
    look = piece.look
    return _Lines(look.underline, look.strike, look.ink, look.size)


def _adornments(look: _Lines, x: float, width: float, base: float) -> Iterator[Mark]:
    if look.underline:
        yield RuleMark(x, base + 1.6, x + width, base + 1.6, 0.35, look.ink)
    if look.strike:
        y = base - 0.26 * look.size
        yield RuleMark(x, y, x + width, y, 0.5, look.ink)


def height_of(rows: Iterable[Row]) -> float:
    """The height of rows that stand in one column."""
    return sum(row.height + (row.gap if place else 0.0) for place, row in enumerate(rows))


_CLOSER = 0.3
"""The most of the space between rows that is taken so that all of them stand on one page."""


def closed_up(rows: Sequence[Row], height: float) -> Sequence[Row]:
    """Rows with less space between them where that lets all of them go into `height`, else as they are."""
    over = height_of(rows) - height
    spare = sum(row.gap for row in rows[1:])
    if not 0 < over <= spare * _CLOSER:
        return rows
    # A little more than need be, lest sums of heights differ.
    share = 1 - min(over + 0.01, spare) / spare
    return [rows[0], *(row._replace(gap=row.gap * share) for row in rows[1:])]


def marks_of(rows: Sequence[Row], x: float = 0.0, y: float = 0.0, *, at_top: bool = True) -> list[Mark]:
    """All that is drawn for rows stacked below (x, y); what is over the first too, unless it is `at_top`."""
    marks: list[Mark] = [*_areas(rows, x, y)]
    standing: dict[Bar, tuple[float, float]] = {}
    for place, row in enumerate(rows):
        above = y
        y += row.gap if place else 0.0
        if standing:
            marks += _ended(standing, row.bars, x)
        for bar in row.bars:
            top = standing[bar][0] if bar in standing else y
            standing[bar] = (top, max(above, y) + row.height)
        marks.extend(shifted(mark, x, y) for mark in row.marks)
        if row.over and (place or not at_top):
            marks.extend(shifted(mark, x, y) for mark in row.over)
        y += row.height
    return marks + _ended(standing, (), x)


def _areas(rows: Sequence[Row], x: float, y: float) -> Iterator[AreaMark]:
    """One area for all neighbouring rows of one record."""
    top, record = y, ""
    for place, row in enumerate(rows):
        if row.record != record:
            if record:
                yield AreaMark(x, top, y - top, record)
            top, record = y, row.record
        y += row.height + (row.gap if place else 0.0)
    if record:
        yield AreaMark(x, top, y - top, record)


def _ended(standing: dict[Bar, tuple[float, float]], going_on: tuple[Bar, ...], x: float) -> list[Mark]:
    """The lines of bars that do not go on; they stand no longer."""
    ended = [bar for bar in standing if bar not in going_on]
    spans = [(bar, standing.pop(bar)) for bar in ended]
    return [
        RuleMark(x + bar.x, top + 1, x + bar.x, bottom - 1, bar.weight, bar.ink)
        for bar, (top, bottom) in spans
    ]


def filled(rows: Sequence[Row], start: int, height: float, *, forced: bool) -> int:
    """The index behind the last row from `start` on that goes into a column of `height`.

    It is `start` when nothing may stand there. `forced` divides what nowhere may be divided.
    """
    used, stop = 0.0, start
    for place in range(start, len(rows)):
        row = rows[place]
        used += row.height + (row.gap if place > start else 0.0)
        if used > height:
            return max(place, start + 1) if stop == start and forced else stop
        if not row.keep:
            stop = place + 1
    return len(rows)


def abreast(left: Sequence[Row], right: Sequence[Row], offset: float) -> Row:
    """Two stacks side by side as one row that no page divides."""
    marks = [*marks_of(left), *marks_of(right, offset)]
    return Row(max(height_of(left), height_of(right)), marks=tuple(marks))
