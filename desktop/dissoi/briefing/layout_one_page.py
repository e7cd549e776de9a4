# SPDX-License-Identifier: MIT
"""The layout `one-page`: the case on one sheet, with as much of it as the sheet holds.

Positions stand with their weightiest claims, each with its cites, what follows from it, what supports it, and
what to say to the strongest attack. What does not fit is left out in steps, the same for all positions, until
the rest fits; arguments and answers that are left out are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final, NamedTuple

from dissoi.briefing.argument import side_run, side_tab
from dissoi.briefing.authorship import made_marks
from dissoi.briefing.content import Brief, Stand
from dissoi.briefing.desk import Desk, apart
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.front import UNASKED, UNSTATED, more_positions, number_width
from dissoi.briefing.layout_brief import Book, book_of
from dissoi.briefing.marks import RuleMark
from dissoi.briefing.pages import Press, ruled
from dissoi.briefing.paper import MM, Format, Paper, page_format
from dissoi.briefing.rows import FLUSH, Galley, Row, abreast, height_of, marks_of
from dissoi.briefing.short_case import (
    DETAILS,
    NO_ARGUMENTS,
    NO_POSITIONS,
    Claim,
    Detail,
    count_told,
    half_of,
)
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import DARK, HAIR, KICKER, NOTE, TAG, Style
from dissoi.dossier.records import Side

QUESTION: Final = Style(Family.SANS, 19, 23, Cut.BOLD, after=5, keep=True, role=Role.H1)
STATEMENT: Final = Style(Family.SANS, 11, 13.5, Cut.BOLD, after=3, keep=True, role=Role.H2)
CLAIM: Final = Style(Family.SERIF, 9, 11.25, Cut.BOLD, after=1, role=Role.H3)
TEXT: Final = Style(Family.SERIF, 8.5, 10.75, after=1, hyphenated=True)
CITE: Final = Style(Family.SANS, 7.5, 9.5, ink=DARK, after=1)
_NUMBER = 16.0
_APART = 6.0
"""Between claims, in points."""
_MOST_LINES = 5
"""Of the question; it is set smaller when it takes more."""
_NOTES = 70.0
"""Room below the case from which on it is ruled for notes."""


def one_page_format(paper: Paper) -> Format:
    """A page with narrow margins."""
    side = 15 * MM if page_format(paper).facing else 10 * MM
    return Format(paper, inner=side, outer=side, top=14 * MM, bottom=14 * MM, gutter=18)


def set_one_page(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> Book:
    """The case on one page."""
    press = Press(desk.format, on_page)
    press.turn("")
    head = _head(desk, brief)
    press.flow(head)
    room = press.room
    rows = _fitting(_Case(desk), brief.stands, room)
    press.flow(rows)
    if desk.options.notes and press.room > _NOTES:
        press.space(10)
        press.place([desk.line("NOTES", TAG, 0, 80)], desk.format.height - press.room)
        press.space(TAG.leading)
        press.flow(ruled(desk.format.width, press.room))
    return book_of(press.pages)


def _fitting(case: _Case, stands: Sequence[Stand], room: float) -> list[Row]:
    """All positions with as much detail as fits, else as many positions as fit with their names alone."""
    for detail in DETAILS:
        made: list[Sequence[Row]] = []
        for place, stand in enumerate(stands):
            made.append(case.stand(stand, detail, first=not place))
            if _height(made) > room:
                break
        else:
            return list(chain.from_iterable(_filled_up(case, stands, made, detail, room))) or case.nothing()
    rows: list[Row] = []
    for place, stand in enumerate(stands):
        more = [*rows, *case.stand(stand, Detail(0), first=not place)]
        if height_of(more) > room - NOTE.leading - NOTE.before:
            rows.append(case.rest(len(stands) - place))
            break
        rows = more
    return rows


def _filled_up(
    case: _Case, stands: Sequence[Stand], made: Sequence[Sequence[Row]], detail: Detail, room: float
) -> Sequence[Sequence[Row]]:
    """Positions that fit, some with more claims of this detail: one after the other, as there is room."""
    for count in range(detail.claims + 1, DETAILS[0].claims + 1):
        for place, stand in enumerate(stands):
            more = case.stand(stand, detail._replace(claims=count), first=not place)
            tried = [*made[:place], more, *made[place + 1 :]]
            if _height(tried) <= room:
                made = tried
    return made


def _height(made: Iterable[Sequence[Row]]) -> float:
    return height_of(chain.from_iterable(made))


def _head(desk: Desk, brief: Brief) -> list[Row]:
    galley, width = desk.galley(desk.format.width), desk.format.width
    galley.text(
        [desk.run("THE CASE ON ONE PAGE", KICKER)],
        KICKER._replace(after=2),
        behind=made_marks(desk, brief, 0.6),
    )
    question, style = brief.question or UNASKED, QUESTION
    if len(desk.setter.lines([desk.run(question, style)], width)) > _MOST_LINES:
        style = QUESTION._replace(size=12, leading=14.5)
    galley.text([desk.run(question, style)], style, at_most=_MOST_LINES)
    galley.row(Row(9, marks=(RuleMark(0, 2, width, 2, 1.5),)))
    return galley.rows


class _Case(NamedTuple):
    """Sets positions in rows that no page divides."""

    desk: Desk

    def nothing(self) -> list[Row]:
        """What stands in place of positions."""
        return [self._told(NO_POSITIONS)]

    def rest(self, count: int) -> Row:
        """How many positions are left out."""
        return self._told(more_positions(count))

    def _told(self, text: str) -> Row:
        return Row(NOTE.leading, NOTE.before, marks=(self.desk.line(text, NOTE, 0, self.desk.format.width),))

    def stand(self, stand: Stand, detail: Detail, *, first: bool) -> list[Row]:
        """A position: its statement, and its sides beside one another."""
        desk, layout = self.desk, self.desk.format
        galley = desk.galley(layout.width)
        galley.shows(stand.record)
        named = desk.run(f"{stand.number}  ", STATEMENT._replace(ink=DARK))
        galley.text([named, desk.run(stand.statement or UNSTATED, STATEMENT)], STATEMENT, at_most=2)
        sides = desk.options.sides.chosen
        if not detail.claims and (told := count_told(stand, sides)):
            galley.text([desk.run(told, NOTE)], NOTE)
        rows = [self._whole(galley.rows)]
        if detail.claims:
            width = layout.column if len(sides) > 1 else layout.width
            columns = [self._side(stand, side, detail, width) for side in sides]
            if len(columns) > 1:
                rows.append(abreast(columns[0], columns[1], layout.column + layout.gutter))
            else:
                rows.append(self._whole(columns[0]))
        if first:
            return rows
        return [rows[0]._replace(gap=12.0, over=(RuleMark(0, -5, layout.width, -5, 0.5, HAIR),)), *rows[1:]]

    def _whole(self, rows: Sequence[Row]) -> Row:
        return Row(height_of(rows) + 2, marks=tuple(marks_of(rows)))

    def _side(self, stand: Stand, side: Side, detail: Detail, width: float) -> list[Row]:
        galley = self.desk.galley(width)
        half = half_of(stand, side, detail)
        galley.row(side_tab(self.desk, side, width, half.left_out))
        for claim in half.claims:
            self._claim(galley, claim)
        if half.is_empty:
            galley.text([self.desk.run(NO_ARGUMENTS, NOTE)], NOTE)
        return galley.rows

    def _claim(self, galley: Galley, claim: Claim) -> None:
        desk, point = self.desk, claim.point
        galley.shows(point.record)
        number = desk.line(
            f"{point.number} ", CLAIM._replace(family=Family.SANS, ink=desk.ink(point.side)), 0, _NUMBER * 2
        )
        inset = FLUSH.by(max(_NUMBER, number_width(number) + 4))
        galley.text([desk.run(point.claim, CLAIM)], CLAIM, inset, marks=(number,), at_most=3)
        if claim.cites:
            galley.text([desk.run(claim.cites, CITE)], CITE, inset, at_most=2)
        if claim.impact:
            runs = [desk.run("So what: ", TEXT, italic=True), desk.run(apart(claim.impact), TEXT)]
            galley.text(runs, TEXT, inset, at_most=2)
        for label, said in claim.below:
            galley.shows(said.record)
            runs = [side_run(desk, said, TEXT), desk.run(label, TEXT, italic=True)]
            runs.append(desk.run(said.claim, TEXT))
            galley.text(runs, TEXT, inset, at_most=2)
        galley.space(_APART)
