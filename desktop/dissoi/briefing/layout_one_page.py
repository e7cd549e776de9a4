# SPDX-License-Identifier: MIT
"""The layout `one-page`: the case on one sheet, with as much of it as the sheet holds.

Positions stand with their weightiest claims, each with its cites, what follows from it, what supports it, and
what to say to the strongest attack. What does not fit is left out in steps, the same for all positions, until
the rest fits; arguments and answers that are left out are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from dissoi.briefing.argument import side_run, side_tab
from dissoi.briefing.authorship import made_marks
from dissoi.briefing.content import Brief, Point, Proof, Stand
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.front import UNASKED, UNSTATED, more_positions, number_width
from dissoi.briefing.layout_brief import Book, book_of
from dissoi.briefing.opposition import answers_in
from dissoi.briefing.pages import Press, ruled
from dissoi.briefing.paper import MM, Format, Paper, page_format
from dissoi.briefing.rows import FLUSH, Galley, Row, RuleMark, abreast, height_of, marks_of
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
_MOST_CITES = 3
_LOST, _OPEN = " (words not found)", " (words to be confirmed)"
_DOUBTS = ("", _OPEN, _LOST)
_MOST_LINES = 5
"""Of the question; it is set smaller when it takes more."""
_NOTES = 70.0
"""Room below the case from which on it is ruled for notes."""


class Detail(NamedTuple):
    """How much is said: so many claims of each side, what follows from each, what to say to its attack.

    `supports` is how many of those that support each are named.
    """

    claims: int
    impact: bool = True
    answers: bool = True
    supports: int = 3


DETAILS: Final = (
    Detail(6),
    Detail(6, supports=1),
    Detail(6, supports=0),
    Detail(5, supports=1),
    Detail(5, supports=0),
    Detail(4, supports=1),
    Detail(4, supports=0),
    Detail(4, answers=False, supports=0),
    Detail(3, supports=1),
    Detail(3, supports=0),
    Detail(3, answers=False, supports=0),
    Detail(3, impact=False, answers=False, supports=0),
    Detail(2, answers=False, supports=0),
    Detail(2, impact=False, answers=False, supports=0),
    Detail(1, impact=False, answers=False, supports=0),
    Detail(0),
)
"""From the most to the least; the first that fits is taken."""


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
        rows: list[Row] = []
        for place, stand in enumerate(stands):
            rows += case.stand(stand, detail, first=not place)
            if height_of(rows) > room:
                break
        else:
            return rows or case.nothing()
    rows = []
    for place, stand in enumerate(stands):
        more = [*rows, *case.stand(stand, Detail(0), first=not place)]
        if height_of(more) > room - NOTE.leading - NOTE.before:
            rows.append(case.rest(len(stands) - place))
            break
        rows = more
    return rows


def _head(desk: Desk, brief: Brief) -> list[Row]:
    galley, width = desk.galley(desk.format.width), desk.format.width
    galley.text(
        [desk.run("THE CASE ON ONE PAGE", KICKER)],
        KICKER._replace(after=2),
        marks=made_marks(desk, brief, 0.6),
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
        return [self._told("No positions yet.")]

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
        if not detail.claims:
            points = [point for side in sides for point in stand.of(side)]
            if told := _left_out(points, "argument", "arguments"):
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
        points = stand.of(side)
        answers = answers_in(points)
        heaviest = stand.weightiest(side, detail.claims)
        below = [list(_answers(point, answers, detail)) for point in heaviest]
        shown = {point.number for point in heaviest} | {each.number for told in below for _, each in told}
        told = _left_out([point for point in points if point.number not in shown], "more", "more")
        galley.row(side_tab(self.desk, side, width, told))
        for point, said in zip(heaviest, below, strict=True):
            self._point(galley, point, said, detail)
        if not stand.arguments(side):
            galley.text([self.desk.run("No arguments yet.", NOTE)], NOTE)
        return galley.rows

    def _point(
        self, galley: Galley, point: Point, answers: Sequence[tuple[str, Point]], detail: Detail
    ) -> None:
        desk = self.desk
        galley.shows(point.record)
        number = desk.line(
            f"{point.number} ", CLAIM._replace(family=Family.SANS, ink=desk.ink(point.side)), 0, _NUMBER * 2
        )
        inset = FLUSH.by(max(_NUMBER, number_width(number) + 4))
        galley.text([desk.run(point.claim, CLAIM)], CLAIM, inset, marks=(number,), at_most=3)
        if point.proofs:
            galley.text([desk.run(_cites(point.proofs), CITE)], CITE, inset, at_most=2)
        if detail.impact and point.impact:
            runs = [desk.run("So what: ", TEXT, italic=True), desk.run(point.impact, TEXT)]
            galley.text(runs, TEXT, inset, at_most=2)
        for label, said in answers:
            runs = [side_run(desk, said, TEXT), desk.run(label, TEXT, italic=True)]
            runs.append(desk.run(said.claim, TEXT))
            galley.text(runs, TEXT, inset, at_most=2)
        galley.space(_APART)


def _answers(
    point: Point, answers: Mapping[str, Sequence[Point]], detail: Detail
) -> Iterator[tuple[str, Point]]:
    """What is said below a claim, each behind its label: what supports it, the heaviest attack, the reply."""
    for support in _heaviest(point, answers, Side.PRO)[: detail.supports]:
        yield "Also: ", support
    for attack in _heaviest(point, answers, Side.CON)[: int(detail.answers)]:
        yield "If they say: ", attack
        for reply in _heaviest(attack, answers, Side.CON)[:1]:
            yield "Say: ", reply


def _heaviest(point: Point, answers: Mapping[str, Sequence[Point]], relation: Side) -> list[Point]:
    """The answers for or against something that have a claim, by weight, then in order."""
    claimed = [each for each in answers.get(point.number, ()) if each.relation is relation and each.claim]
    return sorted(claimed, key=lambda each: -each.weight)


def _left_out(points: Sequence[Point], one: str, several: str) -> str:
    """Tells how many arguments, named so, and answers to arguments are left out; "" where there are none."""
    answers = sum(point.depth > 0 for point in points)
    arguments = len(points) - answers
    told = [f"{arguments} {one if arguments == 1 else several}"] if arguments else []
    told += [f"{answers} answer{'' if answers == 1 else 's'}"] if answers else []
    return f"{', '.join(told)} in the brief" if told else ""


def _cites(proofs: Sequence[Proof]) -> str:
    """Who shows it, and whether the words are still there."""
    cites: dict[str, str] = {}
    for proof in proofs:
        doubt = _LOST if not proof.found else "" if proof.confirmed else _OPEN
        cites[proof.cite] = max(cites.get(proof.cite, ""), doubt, key=_DOUBTS.index)
    # What is in doubt is named before what is not, so that it is not left out.
    named = [f"{cite}{doubt}" for cite, doubt in sorted(cites.items(), key=lambda each: not each[1])]
    rest = len(named) - _MOST_CITES
    return "; ".join(named[:_MOST_CITES]) + (f" and {rest} more" if rest > 0 else "")
