# SPDX-License-Identifier: MIT
"""The layout `cards`: an argument a card to hold in the hand, four to a sheet, with marks to cut along.

Each card says claim, why, proof, why it matters, what supports it, and what to say to each attack and to what
the other side may add to it: all answers with their proofs, the weightiest first, and then what to say to the
attacks on those. What does not fit goes on on the next card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from dissoi.briefing.argument import side_run, side_tab
from dissoi.briefing.card_text import Told, told_on_card
from dissoi.briefing.content import Brief, Point, Stand
from dissoi.briefing.desk import Desk, apart
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.lines import Run
from dissoi.briefing.marks import Mark, RuleMark, unread
from dissoi.briefing.opposition import Tree
from dissoi.briefing.options import CardSize
from dissoi.briefing.pages import Page, Press
from dissoi.briefing.paper import MM, Format, Paper
from dissoi.briefing.rows import Galley, Row, filled, height_of, marks_of
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import NOTE, QUIET, Style
from dissoi.dossier.records import Side

_CUT = 6 * MM
"""Length of the marks at which to cut."""
_HEAD = 26.0
INCH = 72.0
_INDEX = (5 * INCH, 3 * INCH)
"""Width and height of an index card."""


class Face(NamedTuple):
    """The size of a card, how far its text stands from its edge, and the type it is set in."""

    width: float
    height: float
    inside: float
    claim: Style
    text: Style


_CLAIM: Final = Style(Family.SANS, 14, 17, Cut.BOLD, after=5, keep=True, role=Role.H1)
_TEXT: Final = Style(Family.SERIF, 11, 14, after=4)
"""Not hyphenated, however narrow the card: it is spoken from, and a divided word is stumbled over."""
_TOO_MUCH = 1.35
"""What takes more than so many cards gets onto none by being set smaller."""
_SMALL = 90 * MM
"""A card that is narrower or lower than this is set in smaller type."""


def face_of(layout: Format, size: CardSize) -> Face:
    """What the cards are like: a quarter of the sheet, or index cards of 3 by 5 inches."""
    wide, high = (layout.width / 2, layout.height / 2) if size is CardSize.QUARTER else _INDEX
    if min(wide, high) >= _SMALL:
        return Face(wide, high, 9 * MM, _CLAIM, _TEXT)
    claim = _CLAIM._replace(size=11.5, leading=13.5, after=3)
    return Face(wide, high, 6 * MM, claim, _TEXT._replace(size=9, leading=11.25, after=2.5))


class Card(NamedTuple):
    """One card: whose it is, what its head says, and its lines. `goes_on` is what began on the one before."""

    side: Side
    told: str
    rows: Sequence[Row]
    goes_on: bool


def card_format(paper: Paper) -> Format:
    """The whole sheet: cards have margins of their own."""
    return Format(paper, inner=0, outer=0, top=0, bottom=0)


def set_cards(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> list[Page]:
    """All cards, position by position, pro before con, on as many sheets as they need."""
    press, face = Press(desk.format, on_page), face_of(desk.format, desk.options.card)
    across, down = int(desk.format.width // face.width), int((desk.format.height + 0.1) // face.height)
    left, top = (desk.format.width - across * face.width) / 2, (desk.format.height - down * face.height) / 2
    for place, card in enumerate(_cards(brief, desk, face)):
        row, column = divmod(place % (across * down), across)
        if not row and not column:
            press.turn("")
            xs = [left + face.width * each for each in range(across + 1)]
            ys = [top + face.height * each for each in range(down + 1)]
            press.place(list(_cut_marks(desk.format, xs, ys)))
        head = marks_of([side_tab(desk, card.side, face.width - 2 * face.inside, card.told)])
        # Else it would be read within the paragraph that goes on.
        marks = unread(head) if card.goes_on else head
        marks += marks_of(card.rows, 0, _HEAD)
        x, y = left + column * face.width + face.inside, top + row * face.height + face.inside
        press.place(marks_of([Row(face.height, marks=tuple(marks))], x), y)
    if not press.pages:
        press.turn("")
        nothing = desk.galley(face.width)
        nothing.text([desk.run("No arguments yet.", NOTE)], NOTE)
        press.place(marks_of(nothing.rows, face.inside), face.inside)
    return press.pages


def _cards(brief: Brief, desk: Desk, face: Face) -> Iterator[Card]:
    height = face.height - 2 * face.inside - _HEAD
    for stand in brief.stands:
        for side in desk.options.sides.chosen:
            tree = Tree(stand.of(side))
            for point in stand.arguments(side):
                yield from _split(_fitted(desk, tree, point, face, height), stand, point, height)


def _fitted(desk: Desk, tree: Tree, point: Point, face: Face, height: float) -> list[Row]:
    """The rows of an argument, larger where its card has room: cards are read from far.

    Credentials are said beside cites where they need no further card. What is a little too much for one card
    is set up to a point smaller, with less space between; only what is more goes on on another.
    """
    tried: list[list[Row]] = []
    large = (
        [face._replace(text=_TEXT._replace(leading=13.25, after=3))] if face.text.size < _TEXT.size else []
    )
    for each in (*large, face, *_tighter(face)):
        for credentials in (True, False):
            rows = _rows(desk, point, each, told_on_card(tree, point, credentials=credentials))
            if height_of(rows) <= height:
                return rows
            tried.append(rows)
        if each is face and height_of(tried[-1]) > height * _TOO_MUCH:
            break
    qualified, plain = tried[2 * len(large) : 2 * len(large) + 2]
    return qualified if _count(qualified, height) <= _count(plain, height) else plain


def _tighter(face: Face) -> Iterator[Face]:
    """A face in steps down to a point smaller."""
    for smaller in (0.5, 1.0):
        claim, text = (
            each._replace(
                size=each.size - smaller, leading=each.leading - 1.6 * smaller, after=each.after - smaller
            )
            for each in (face.claim, face.text)
        )
        yield face._replace(claim=claim, text=text)


def _count(rows: Sequence[Row], height: float) -> int:
    """How many cards the rows of an argument fill."""
    return len(list(_parts(rows, height)))


def _parts(rows: Sequence[Row], height: float) -> Iterator[Sequence[Row]]:
    """The rows of an argument as cards hold them."""
    start = 0
    while start < len(rows):
        stop = filled(rows, start, height, forced=True)
        yield rows[start:stop]
        start = stop


def _split(rows: Sequence[Row], stand: Stand, point: Point, height: float) -> Iterator[Card]:
    """The cards that the rows of one argument fill."""
    name = f"Position {stand.number}, {point.number}"
    for place, part in enumerate(_parts(rows, height)):
        yield Card(point.side, f"{name}, continued" if place else name, part, goes_on=place > 0)


def _rows(desk: Desk, point: Point, face: Face, told: Iterable[Told]) -> list[Row]:
    galley = desk.galley(face.width - 2 * face.inside)
    galley.shows(point.record)
    galley.text([desk.run(point.claim or "No claim yet.", face.claim)], face.claim)
    for each in told:
        _say(desk, galley, face.text, each)
    return galley.rows


def _say(desk: Desk, galley: Galley, style: Style, told: Told) -> None:
    """A labelled paragraph; of an answer it says whose it is."""
    name = style._replace(family=Family.SANS, cut=Cut.BOLD, size=style.size * 0.87, ink=QUIET)
    runs: list[Run] = [desk.run(f"{told.label}\u00a0 ", name), desk.run(told.cite, style)]
    runs.append(desk.run(apart(told.words), style))
    if told.answer is not None:
        runs.insert(0, side_run(desk, told.answer, style))
    galley.shows(told.of.record)
    galley.text(runs, style)


def _cut_marks(layout: Format, xs: Sequence[float], ys: Sequence[float]) -> Iterator[Mark]:
    """Short lines at the edges of the sheet, and crosses where the corners of cards meet within it."""
    wide, high = layout.width, layout.height
    inner_xs = [x for x in xs if 1 < x < wide - 1]
    inner_ys = [y for y in ys if 1 < y < high - 1]
    for x in inner_xs:
        yield RuleMark(x, 0, x, _CUT, 0.4)
        yield RuleMark(x, high - _CUT, x, high, 0.4)
    for y in inner_ys:
        yield RuleMark(0, y, _CUT, y, 0.4)
        yield RuleMark(wide - _CUT, y, wide, y, 0.4)
    for x in inner_xs:
        for y in inner_ys:
            yield RuleMark(x, y - _CUT / 2, x, y + _CUT / 2, 0.4)
            yield RuleMark(x - _CUT / 2, y, x + _CUT / 2, y, 0.4)
