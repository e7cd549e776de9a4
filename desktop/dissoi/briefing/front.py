# SPDX-License-Identifier: MIT
"""Sets what stands before the positions: the case on one page, the question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from dissoi.briefing.argument import anchor_of
from dissoi.briefing.authorship import made_marks
from dissoi.briefing.content import Brief, Held, Point, Stand, Term
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.marks import Mark, RuleMark, TextMark, shifted
from dissoi.briefing.options import Section
from dissoi.briefing.rows import FLUSH, Galley, Row, abreast, height_of, marks_of
from dissoi.briefing.speeches import positions_numbered, speech_rows
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import (
    CELL,
    CLAIM,
    HAIR,
    KICKER,
    LEAD,
    NOTE,
    PROSE,
    QUIET,
    SMALL,
    TAG,
    TITLE,
    Style,
)
from dissoi.dossier.prose import Block, BlockKind, Blocks, Span, plain_block
from dissoi.dossier.records import Side, Stance

UNASKED = "No question yet"
UNSTATED = "Not stated yet"
UNNAMED = "No term yet"
NO_MEANING = "No meaning yet."
_TITLE_SIZES = ((30, 34, 3), (24, 28, 4), (19, 23, 6), (14, 18, 12))
"""Size, leading and most lines of a question on the title page: the first that holds it is taken."""
_DROP = 48.0
"""Points of white space above the title where the page has room for it; a little more on a bare page."""
_SLACK = 0.5
"""Points by which a sum of heights may be wrong, so that a full page does not run over."""
_MOST_CLAIMS = 4
_TOGETHER = 8
"""So many holders of a position stand on one page with it."""
NUMBER = 18.0
"""Width in which the numbers of claims stand."""
TERM: Final = PROSE._replace(after=7)
BESIDE: Final = Style(Family.SANS, 13, 16, Cut.BOLD, role=Role.H2)
OPENING: Final[Mapping[Section, str]] = MappingProxyType(
    {
        Section.BACKGROUND: "Background",
        Section.DEFINITIONS: "Definitions",
        Section.HOLDERS: "Who holds what",
        Section.SPEECHES: "Speaking order",
    }
)
"""The sections about the question, each with its heading."""
STANCES: Final = ((Stance.FOR, "For"), (Stance.AGAINST, "Against"), (Stance.CONDITIONAL, "On conditions"))


class Heading(NamedTuple):
    """A heading as bookmarks and contents name it: its rank from 0, and the key of its place."""

    rank: int
    title: str
    key: str
    number: str = ""


class _Case:
    """Positions as the title page shows them, each set when it is first asked for."""

    def __init__(self, stands: Sequence[Stand], set_stand: Callable[[Stand], list[Row]]) -> None:
        self.stands = stands
        self._set_stand = set_stand
        self._set: list[list[Row]] = []

    def count_within(self, room: float) -> int:
        """How many of the positions, from the first on, this height holds."""
        used = 0.0
        for place, stand in enumerate(self.stands):
            if place == len(self._set):
                self._set.append(self._set_stand(stand))
            used += height_of(self._set[place])
            if used > room:
                return place
        return len(self.stands)

    def fits(self, room: float) -> bool:
        """Whether this height holds all of them; those behind the first that it does not hold are not set."""
        return self.count_within(room) == len(self.stands)

    def rows(self, count: int | None = None) -> list[Row]:
        """The first positions, or all, which were counted before."""
        return list(chain.from_iterable(self._set[:count]))


class Front(NamedTuple):
    """Sets the pages before the positions."""

    desk: Desk

    def title(self, brief: Brief) -> list[Row]:
        """The whole case on one page, if need be with fewer claims, a smaller question, fewer positions."""
        styles = self._title_styles(brief.question or UNASKED)
        if not brief.stands:
            return self._dropped(self._title_head(brief, styles[0]), self._no_stands())
        cases = [
            _Case(brief.stands, partial(self._recalled_stand, claims=claims))
            for claims in range(_MOST_CLAIMS + 1)
        ]
        for style in styles:
            head = self._title_head(brief, style)
            room = self.desk.format.height - height_of(head) - _SLACK
            if cases[1].fits(room):
                # One claim of each side takes the least room, and so tells whether to look for more.
                full = next(
                    cases[claims] for claims in range(_MOST_CLAIMS, 0, -1) if cases[claims].fits(room)
                )
                return self._dropped(head, full.rows())
        head = self._title_head(brief, styles[0])
        room = self.desk.format.height - height_of(head) - _SLACK
        return self._dropped(head, self._as_many_stands(cases[0], room))

    def _dropped(self, head: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
        """The page, with white space above the title where there is room for it."""
        spare = self.desk.format.height - height_of(head) - height_of(rows) - _SLACK
        return [Row(min(spare, _DROP + max(0.0, spare - 4 * _DROP) * 0.15)), *head, *rows]

    def _title_head(self, brief: Brief, style: Style) -> list[Row]:
        desk, width = self.desk, self.desk.format.width
        galley = desk.galley(width)
        galley.text(
            [desk.run("BRIEFING", KICKER)],
            KICKER,
            behind=made_marks(desk, brief, 0.7),
        )
        galley.text([desk.run(brief.question or UNASKED, style)], style, at_most=_TITLE_SIZES[-1][2])
        galley.row(Row(12, marks=(RuleMark(0, 0, width, 0, 1.5),)))
        return galley.rows

    def _title_styles(self, question: str) -> list[Style]:
        """The style of the question, and the smaller ones that make room for claims on a small page."""
        styles = [
            TITLE._replace(size=size, leading=leading, after=leading / 3) for size, leading, _ in _TITLE_SIZES
        ]
        width = self.desk.format.width
        for place, (style, (_, _, most)) in enumerate(zip(styles, _TITLE_SIZES, strict=True)):
            if len(self.desk.setter.lines([self.desk.run(question, style)], width)) <= most:
                return styles[place:-1] or styles[-1:]
        return styles[-1:]

    def _recalled_stand(self, stand: Stand, claims: int) -> list[Row]:
        """A position on the title page with so many claims of each side."""
        name = ("case", stand.number, claims)
        return self.desk.recalled(name, stand, lambda: self._stand(stand, claims))

    def _no_stands(self) -> list[Row]:
        """What the title page says where there are no positions."""
        note = self.desk.galley(self.desk.format.width)
        note.text([self.desk.run("No positions yet.", NOTE)], NOTE)
        return note.rows

    def _as_many_stands(self, case: _Case, room: float) -> list[Row]:
        """The positions that have room, and how many have none."""
        if case.fits(room):
            return case.rows()
        count = case.count_within(room - NOTE.leading)
        rest = more_positions(len(case.stands) - count)
        mark = self.desk.line(rest, NOTE, self.desk.format.labels, self.desk.format.measure)
        return [*case.rows(count), Row(NOTE.leading, marks=(mark,))]

    def _stand(self, stand: Stand, claims: int) -> list[Row]:
        """A position on the title page: statement, who holds it, and its weightiest claims."""
        desk, layout = self.desk, self.desk.format
        galley = desk.galley(layout.measure)
        label = desk.line(f"POSITION {stand.number} ", TAG, 0, layout.labels)
        label = label._replace(y=CLAIM.baseline)
        statement = stand.statement or UNSTATED
        run = desk.link(statement, CLAIM, f"#{stand_key(stand)}")
        tight = CLAIM._replace(after=1.5, role=Role.H2)
        galley.text([run], tight, marks=(label._replace(x=-layout.labels),), at_most=3)
        if stand.holders:
            galley.text([desk.run(self._held_by(stand.holders), SMALL)], SMALL, at_most=2)
        more = self._left_out(stand, claims)
        below = CLAIM.leading + NOTE.leading if more else 0.0
        if below > height_of(galley.rows):
            galley.row(Row(below - height_of(galley.rows)))
        if claims:
            galley.row(self._claims_of(stand, desk.options.sides.chosen, claims))
        end = RuleMark(0, 7.5, layout.width, 7.5, 0.4, HAIR)
        marks = (*marks_of(galley.rows, layout.labels), *more)
        return [Row(height_of(galley.rows), marks=marks), Row(16, marks=(end,))]

    def _left_out(self, stand: Stand, claims: int) -> list[Mark]:
        """Below the number of a position: how many arguments of each side it has no room for here."""
        sides = self.desk.options.sides.chosen
        counts = [len(stand.arguments(side)) - len(stand.weightiest(side, claims)) for side in sides]
        told = ", ".join(f"{count} {side}" for side, count in zip(sides, counts, strict=True) if count)
        if not told:
            return []
        line = self.desk.line(f"{told} more" if claims else told, NOTE, 0, self.desk.format.labels - 4)
        return [line._replace(y=line.y + CLAIM.leading, part=Part(Role.PARAGRAPH))]

    def _held_by(self, holders: Sequence[Held]) -> str:
        grouped = (
            (word, [held.name for held in holders if held.stance is stance]) for stance, word in STANCES
        )
        # A label stands on one line with the first word behind it.
        labelled = ((f"{word}: ".replace(" ", "\u00a0"), names) for word, names in grouped if names)
        return " · ".join(f"{label}{', '.join(names)}" for label, names in labelled)

    def _claims_of(self, stand: Stand, sides: Sequence[Side], claims: int) -> Row:
        """Claims of each side beside one another; on a small page as wide as it is, else in the measure."""
        layout = self.desk.format
        x = 0.0 if layout.facing else -layout.labels
        width = layout.measure - x
        if len(sides) == 1:
            rows = self._claims(stand, sides[0], claims, width)
            return Row(height_of(rows), marks=tuple(marks_of(rows, x)))
        half = (width - layout.gutter) / 2
        left, right = (self._claims(stand, side, claims, half) for side in sides)
        both = abreast(left, right, half + layout.gutter)
        return both._replace(marks=tuple(shifted(mark, x, 0) for mark in both.marks))

    def _claims(self, stand: Stand, side: Side, count: int, width: float) -> list[Row]:
        galley = self.desk.galley(width)
        style = CELL._replace(size=9, leading=11.5, after=2, hyphenated=False)
        with galley.within(Role.LIST, name=side.capitalize()):
            for point in stand.weightiest(side, count):
                self._claim(galley, stand, point, style, at_most=3)
        if not stand.arguments(side):
            galley.text([self.desk.run(f"No {side} arguments yet.", NOTE)], NOTE)
        return galley.rows

    def _claim(self, galley: Galley, stand: Stand, point: Point, style: Style, at_most: int) -> None:
        bold = style._replace(family=Family.SANS, cut=Cut.BOLD)
        number = self.desk.line(point.number, bold, 0, NUMBER * 2)
        run = self.desk.link(point.claim, style, f"#{anchor_of(stand, point)}")
        inset = FLUSH.by(max(NUMBER, number_width(number) + 4))
        item = Part(Role.ITEM, galley.part)
        label = number._replace(part=item.holds(Role.LABEL))
        galley.text([run], style, inset, marks=(label,), at_most=at_most, part=item.holds(Role.BODY))

    def lead(self, brief: Brief) -> list[Row]:
        """The question, large."""
        galley = self.desk.galley(self.desk.format.measure)
        galley.text([self.desk.run(brief.question or f"{UNASKED}.", LEAD)], LEAD)
        return galley.rows

    def opening(self, part: Section, brief: Brief) -> list[Row]:
        """A section about the question under its heading; none where there is nothing of it."""
        match part:
            case Section.BACKGROUND:
                rows = self._background(brief.background) if brief.background else []
            case Section.DEFINITIONS:
                rows = self._terms(brief.terms) if brief.terms else []
            case Section.HOLDERS:
                rows = self._holders(brief.stands)
            case _:
                rows = speech_rows(self.desk, brief) if brief.has_speeches else []
        return self._beside(OPENING[part], rows) if rows else []

    def _background(self, blocks: Blocks) -> list[Row]:
        galley = self.desk.galley(self.desk.format.measure)
        self.desk.set_blocks(galley, blocks, PROSE)
        return galley.rows

    def _beside(self, heading: str, rows: list[Row]) -> list[Row]:
        """Rows with a heading in the label column, level with the first of them."""
        galley = self.desk.galley(self.desk.format.labels - 12)
        style = BESIDE if self.desk.format.facing else BESIDE._replace(size=10, leading=13)
        galley.text([self.desk.run(heading, style)], style)
        down = PROSE.baseline - style.baseline
        marks = marks_of(galley.rows, -self.desk.format.labels, down)
        first = rows[0]._replace(marks=(*marks, *rows[0].marks), keep=True)
        short = height_of(galley.rows) - height_of(rows)
        return [first, *rows[1:], *([Row(short)] if short > 0 else [])]

    def _absent(self, galley: Galley, text: str) -> None:
        quiet = PROSE._replace(ink=QUIET)
        galley.text([self.desk.run(text, quiet, italic=True)], quiet)

    def _terms(self, terms: Sequence[Term]) -> list[Row]:
        desk = self.desk
        galley = desk.galley(desk.format.measure)
        for each in terms:
            desk.set_blocks(galley, defined(each), TERM)
        return galley.rows

    def _holders(self, stands: Sequence[Stand]) -> list[Row]:
        desk = self.desk
        galley = desk.galley(desk.format.measure)
        name = PROSE._replace(cut=Cut.BOLD, after=2, before=5, keep=True, role=Role.H3)
        for stand in filter(is_held, stands):
            number = desk.line(f"{stand.number} ", name._replace(family=Family.SANS), 0, 30)
            statement = stand.statement or UNSTATED
            galley.text([desk.run(statement, name)], name, FLUSH.by(NUMBER), marks=(number,), at_most=4)
            self._held(galley, stand.holders)
        if told := unheld_told(stands):
            self._absent(galley, told)
        return galley.rows

    def _held(self, galley: Galley, holders: Sequence[Held]) -> None:
        desk, inset = self.desk, FLUSH.by(NUMBER)
        style = CELL._replace(after=2)
        quiet = style._replace(ink=QUIET)
        listed = Part(Role.LIST, galley.part)
        grouped = [(word, held) for stance, word in STANCES for held in holders if held.stance is stance]
        for place, (word, held) in enumerate(grouped, 1):
            role = desk.run(f", {held.role}" if held.role else "", style)
            runs = [desk.run(f"{word}: ", quiet, italic=True), desk.run(held.name, style), role]
            if held.source is not None:
                runs += [desk.run(" ", style), desk.sign(held.source, style)]
            body = listed.holds(Role.ITEM).holds(Role.BODY)
            galley.text(runs, style, inset, keep=place < min(len(grouped), _TOGETHER), part=body)
        galley.space(8)


def more_positions(count: int) -> str:
    """Tells how many positions a page leaves out."""
    return "and one more position" if count == 1 else f"and {count} more positions"


def is_held(stand: Stand) -> bool:
    """Whether anybody is named who holds a position."""
    return bool(stand.holders)


def unheld_told(stands: Sequence[Stand]) -> str:
    """Names the positions for which nobody is named together; "" where there are none such."""
    numbers = [stand.number for stand in stands if not is_held(stand)]
    if not stands:
        return "No positions yet."
    if len(numbers) == len(stands):
        return "Nobody named yet."
    return f"Nobody named yet for {positions_numbered(numbers)}." if numbers else ""


def stand_key(stand: Stand) -> str:
    """The key by which a position is found in the brief."""
    return f"position-{stand.number}"


def number_width(mark: TextMark) -> float:
    """The width of a line of text."""
    return sum(piece.width for piece in mark.pieces)


def defined(term: Term) -> Blocks:
    """A term, bold, at the head of its meaning."""
    head = Span(text=f"{term.term or UNNAMED}\u00a0 ", bold=True)
    first, *rest = term.meaning or (plain_block(NO_MEANING),)
    if first.kind is BlockKind.PARAGRAPH:
        return (first.model_copy(update={"spans": (head, *first.spans)}), *rest)
    return (Block(spans=(head,)), first, *rest)
