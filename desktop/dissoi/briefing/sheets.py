# SPDX-License-Identifier: MIT
"""What the layouts of one column share: how they begin, and how they head positions and sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dissoi.briefing.argument import anchor_of, side_chip, side_tab
from dissoi.briefing.authorship import made_marks
from dissoi.briefing.content import Brief, Point, Stand
from dissoi.briefing.desk import QUOTE_BAR, Desk
from dissoi.briefing.front import UNASKED, UNSTATED, Heading, stand_key
from dissoi.briefing.layout_brief import Book, OnPage, book_of, ending_headings, ending_pages
from dissoi.briefing.lines import Run
from dissoi.briefing.marks import AnchorMark, Mark, RuleMark, TextMark, shifted
from dissoi.briefing.opposition import Line
from dissoi.briefing.pages import Press, ruled
from dissoi.briefing.rows import Galley, Inset, Row, closed_up, height_of
from dissoi.briefing.speeches import positions_numbered
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import H1, KICKER, NOTE, SMALL, TAG, Style
from dissoi.dossier.records import QUESTION_ID, Side


def set_sides(
    brief: Brief,
    desk: Desk,
    on_page: OnPage,
    head: tuple[str, str],
    parts_of: Callable[[Sheets, Stand, Side], Sequence[SidePart]],
) -> Book:
    """A document of one column: what it is and is for (`head`), each side of each position, and its ends.

    Positions for which there is nothing are named together at the start, and have no page.
    """
    sheets = Sheets(Press(desk.format, on_page), desk, [])
    sides = desk.options.sides.chosen
    parts = [
        (stand, [part for side in sides for part in parts_of(sheets, stand, side)]) for stand in brief.stands
    ]
    full = [(stand, each) for stand, each in parts if any(part.blocks for part in each)]
    empty = [stand for stand, each in parts if not any(part.blocks for part in each)]
    sheets.open(brief, *head)
    sheets.lacking(empty)
    for place, (stand, each) in enumerate(full):
        sheets.stand(stand, [part for part in each if not part.blocks], fresh=bool(place))
        sheets.blocks(each)
    if not brief.stands:
        nothing = desk.galley(sheets.width)
        nothing.text([desk.run("No positions yet.", NOTE)], NOTE)
        sheets.together(nothing.rows)
    return book_of(
        [*sheets.press.pages, *ending_pages(brief, desk, on_page)],
        [*sheets.headings, *ending_headings(desk.options)],
    )


def lacking_told(stands: Sequence[Stand]) -> str:
    """Names positions for which there is nothing, in a sentence."""
    return f"Nothing here yet for {positions_numbered([stand.number for stand in stands])}."


class Block(NamedTuple):
    """Rows that stand on one page if they can, and how far apart from them what follows stands."""

    rows: Sequence[Row]
    apart: float


class SidePart(NamedTuple):
    """What belongs to a side under its tab: blocks, each on one page if it can be, and so far apart.

    `nothing` is said where there are none.
    """

    side: Side
    title: str
    blocks: Sequence[Callable[[Galley], None]]
    nothing: str
    apart: float


@dataclass
class Sheets:
    """A document of one column: a press, and the headings that were set so far."""

    press: Press
    desk: Desk
    headings: list[Heading]
    _keys: set[str] = field(default_factory=set)

    @property
    def left(self) -> float:
        """Where text begins; labels stand to the left of it where there is room for them."""
        return self.desk.format.single[0]

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.desk.format.single[1]

    def open(self, brief: Brief, kind: str, told: str = "") -> None:
        """Begin: what it is, the question, and `told`."""
        desk, width = self.desk, self.desk.format.width
        self.press.turn("")
        galley = desk.galley(width)
        galley.shows(QUESTION_ID)
        galley.text(
            [desk.run(kind.upper(), KICKER)],
            KICKER,
            behind=made_marks(desk, brief, 0.6),
        )
        galley.text([desk.run(brief.question or UNASKED, H1)], H1, at_most=6)
        galley.row(Row(10, marks=(RuleMark(0, 0, width, 0, 1.5),)))
        if told:
            galley.text([desk.run(told, SMALL)], SMALL)
        self.press.flow(galley.rows)
        self.press.space(8)

    def lacking(self, stands: Sequence[Stand]) -> None:
        """Name the positions for which there is nothing, in a line."""
        if not stands:
            return
        galley = self.desk.galley(self.desk.format.width)
        galley.text([self.desk.run(lacking_told(stands), NOTE)], NOTE)
        self.press.flow(galley.rows)
        self.press.space(8)

    def stand(self, stand: Stand, empty: Sequence[SidePart], *, fresh: bool) -> None:
        """Head a position, on a page of its own if it is `fresh`, and say of which parts there is nothing."""
        key = stand_key(stand)
        title = stand.statement or UNSTATED
        section = f"Position {stand.number}"
        if fresh:
            self.press.turn(section)
        self.press.named(section)
        self.headings.append(Heading(0, title, key, f"POSITION {stand.number}"))
        galley = self.desk.galley(self.desk.format.width)
        galley.shows(stand.record)
        anchor: tuple[Mark, ...] = (AnchorMark(0, 0, key),)
        galley.text(
            [self.desk.run(f"POSITION {stand.number}", KICKER)], KICKER._replace(after=2), marks=anchor
        )
        style = self.desk.fitted(title, STATEMENT, galley.width, ((12.5, 16),))
        galley.text([self.desk.run(title, style)], style)
        told = "  ".join(f"{part.side.sign} {part.side.upper()}: {part.nothing}" for part in empty)
        if told:
            galley.text([self.desk.run(told, NOTE)], NOTE)
        self.together(galley.rows, 0.0, at_least=_LEAST)
        self.press.space(STATEMENT.after)

    def side_row(self, side: Side, told: str) -> Row:
        """The tab above what belongs to a side, as wide as the page, for a column that begins at `left`."""
        row = side_tab(self.desk, side, self.desk.format.width, told)
        return row._replace(keep=True, marks=tuple(shifted(mark, -self.left, 0) for mark in row.marks))

    def together(self, rows: Sequence[Row], x: float | None = None, at_least: float = 0.0) -> None:
        """Place rows on one page if a page can hold them, with `at_least` so much room below them.

        They are divided where else much of a page would stay empty.
        """
        rows = closed_up(rows, self.press.room - at_least)
        high, page = height_of(rows) + at_least, self.desk.format.height
        apart = high > page or (not at_least and self.press.room > page * _MUCH)
        if high > self.press.room and (not apart or self.press.room < _LEAST):
            self.press.turn()
        self.press.flow(rows, self.left if x is None else x)

    def blocks(self, parts: Sequence[SidePart]) -> None:
        """All blocks of a position, closer together if that saves a page that would hold little."""
        placed = [block for part in parts if part.blocks for block in self._set(part)]
        begun, height = self.press.state, self.desk.format.height
        pages = self._place(placed, 1.0)
        if len(self.press.pages) > begun.pages and self.press.room > height * _BARE:
            self.press.undo(begun)
            if self._place(placed, _CLOSE) == pages:
                self.press.undo(begun)
                self._place(placed, 1.0)

    def _set(self, part: SidePart) -> Iterator[Block]:
        """The blocks of a part, the first under its tab."""
        galley = self.desk.galley(self.width)
        galley.row(self.side_row(part.side, part.title))
        for place, block in enumerate(part.blocks, 1):
            block(galley)
            yield Block(galley.rows, part.apart + (_AFTER_SIDE if place == len(part.blocks) else 0.0))
            galley = self.desk.galley(self.width)

    def _place(self, blocks: Sequence[Block], share: float) -> int:
        """Place blocks with that share of the space between them; returns how many pages there are then."""
        for rows, apart in blocks:
            self.together(rows)
            self.press.space(apart * share)
        return len(self.press.pages)

    def told(self, galley: Galley, stand: Stand, lines: Sequence[Line]) -> None:
        """What is told of a hostile argument, a line each; what names another one leads to that."""
        style = SMALL._replace(after=2)
        for words, of in lines:
            target = f"#{anchor_of(stand, of)}" if of is not None else ""
            galley.text([self.desk.link(words, SMALL, target)], style, keep=True)

    def label(
        self, galley: Galley, text: str, runs: Sequence[Run], style: Style, *, keep: bool = False
    ) -> None:
        """A paragraph with its label beside it, or above it where there is no room beside."""
        desk = self.desk
        if not text or self.left <= 0:
            if text:
                galley.text([desk.run(text, TAG)], TAG)
            galley.text(runs, style, keep=keep)
            return
        galley.text(runs, style, marks=(self.beside(galley, text, style),), keep=keep)

    def beside(self, galley: Galley, text: str, style: Style) -> TextMark:
        """A label to the left of the first line of a paragraph, read before it."""
        mark = self.desk.line(text, TAG, -self.left, self.left - 6)
        return mark._replace(y=style.baseline, part=Part(Role.PARAGRAPH, galley.part))

    def room_to_write(self, galley: Galley, text: str, lines: int, x: float = 0.0) -> None:
        """Lines to write on, labelled."""
        desk = self.desk
        for place in range(lines):
            row = ruled(galley.width, _LINE)[0]
            marks: list[Mark] = [mark._replace(x=x) for mark in row.marks]
            if not place and text:
                marks.append(
                    desk.line(text, TAG, -self.left if self.left > 0 else 0, 100)._replace(y=_LINE - 2)
                )
            galley.row(row._replace(marks=tuple(marks), keep=place < lines - 1))

    def numbered(self, stand: Stand, point: Point, side: Side, width: float) -> Row:
        """The tab of `side` with the number of an argument, above its claim.

        Bookmarks lead to it: below it the number would be out of sight.
        """
        row = side_chip(self.desk, side, point.number, -self.left, width)
        return row._replace(marks=(self._argument_heading(stand, point), *row.marks))

    def _argument_heading(self, stand: Stand, point: Point) -> AnchorMark:
        """Note an argument for the bookmarks; returns the mark of its place.

        Links to an argument lead to where it is headed first.
        """
        key = anchor_of(stand, point)
        if key in self._keys:
            key = f"{key}-{len(self.headings)}"
        self._keys.add(key)
        self.headings.append(Heading(1, point.claim or "No claim yet", key, point.number))
        return AnchorMark(0, 0, key)


STATEMENT = H1._replace(size=15, leading=19, after=8)
_LEAST = 110.0
_MUCH = 0.4
"""A page of which more than this part is left is not left empty for what a page could hold."""
_AFTER_SIDE = 12.0
_BARE = 0.7
"""A last page of which more than this part is empty is worth to be saved,"""
_CLOSE = 0.5
"""by as little of the space between blocks as this part."""
_LINE = 22.7
"""From line to line where one writes by hand: 8 mm."""
_SUPPORT = 10.0
_DEEPEST = 6


def support_inset(around: Inset, level: int) -> Inset:
    """How far what supports an answer is set in below it, at a level from 1; deep ones no further."""
    inset = around
    for _ in range(min(level, _DEEPEST)):
        inset = inset.by(_SUPPORT, QUOTE_BAR)
    return inset


def also_runs(desk: Desk, support: Point, style: Style, *, bold: bool = True) -> list[Run]:
    """What supports an argument, with its number: "Also +1.2 The other cable is as old"."""
    told = desk.run(f"Also {support.number} ", style, italic=True)
    return [told, desk.run(support.claim, style, bold=bold)]
