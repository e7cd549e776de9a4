# SPDX-License-Identifier: MIT
"""The layout `cards`: an argument a card to hold in the hand, four to a sheet, with marks to cut along.

Each card says claim, why, proof, why it matters, and what to say to the strongest attack. What does not fit
goes on on the next card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dissoi.briefing.argument import side_tab
from dissoi.briefing.content import Brief, Point, Stand
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.lines import Run
from dissoi.briefing.pages import Page, Press
from dissoi.briefing.paper import MM, Format, Paper
from dissoi.briefing.rows import Galley, Mark, Row, RuleMark, filled, marks_of
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import NOTE, QUIET, Style
from dissoi.dossier.citation import in_quotes
from dissoi.dossier.prose import LINE_BREAK, Blocks
from dissoi.dossier.records import Side

CARDS = 4
_INSIDE = 9 * MM
"""From the edge of a card to its text."""
_CUT = 6 * MM
"""Length of the marks at which to cut."""
_HEAD = 26.0
_CLAIM: Final = Style(Family.SANS, 14, 17, Cut.BOLD, after=5, keep=True, role=Role.H1)
_TEXT: Final = Style(Family.SERIF, 11, 14, after=4)


@dataclass(frozen=True)
class Card:
    """One card: whose it is, what its head says, and its lines."""

    side: Side
    told: str
    rows: Sequence[Row]


def card_format(paper: Paper) -> Format:
    """The whole sheet: cards have margins of their own."""
    return Format(paper, inner=0, outer=0, top=0, bottom=0)


def set_cards(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> list[Page]:
    """All cards, position by position, pro before con, on as many sheets as they need."""
    press = Press(desk.format, on_page)
    wide, high = desk.format.width / 2, desk.format.height / 2
    for place, card in enumerate(_cards(brief, desk, wide - 2 * _INSIDE, high - 2 * _INSIDE - _HEAD)):
        if place % CARDS == 0:
            press.turn("")
            press.place(_cut_marks(desk.format))
        column, row = place % 2, place % CARDS // 2
        marks = [*marks_of([side_tab(desk, card.side, wide - 2 * _INSIDE, card.told)])]
        marks += marks_of(card.rows, 0, _HEAD)
        left = column * wide + _INSIDE
        press.place(marks_of([Row(high, marks=tuple(marks))], left), row * high + _INSIDE)
    if not press.pages:
        press.turn("")
        nothing = desk.galley(wide)
        nothing.text([desk.run("No arguments yet.", NOTE)], NOTE)
        press.place(marks_of(nothing.rows, _INSIDE), _INSIDE)
    return press.pages


def _cards(brief: Brief, desk: Desk, width: float, height: float) -> Iterator[Card]:
    for stand in brief.stands:
        for side in desk.options.sides.chosen:
            for point in stand.arguments(side):
                yield from _split(_rows(desk, stand, point, width), stand, point, height)


def _split(rows: Sequence[Row], stand: Stand, point: Point, height: float) -> Iterator[Card]:
    """The cards that the rows of one argument fill."""
    start, name = 0, f"Position {stand.number}, {point.number}"
    while start < len(rows):
        stop = filled(rows, start, height, forced=True)
        yield Card(point.side, name if not start else f"{name}, continued", rows[start:stop])
        start = stop


def _rows(desk: Desk, stand: Stand, point: Point, width: float) -> list[Row]:
    galley = desk.galley(width)
    galley.text([desk.run(point.claim or "No claim yet.", _CLAIM)], _CLAIM)
    if reasoning := _plain(point.reasoning):
        _say(desk, galley, "Because", reasoning)
    for proof in point.proofs:
        _say(desk, galley, "Proof", f"{proof.cite}: {in_quotes(proof.words)}")
    if point.impact:
        _say(desk, galley, "So what", point.impact)
    for attack, reply in _exchanges(stand.of(point.side), point):
        _say(desk, galley, "If they say", attack.claim)
        if reply is not None:
            _say(desk, galley, "Say", " ".join(filter(None, [reply.claim, _plain(reply.reasoning)])))
    return galley.rows


def _exchanges(points: Sequence[Point], point: Point) -> Iterator[tuple[Point, Point | None]]:
    """The attacks on an argument, each with the heaviest attack on it in turn."""
    for attack in _attacks(points, point):
        if attack.claim:
            replies = sorted(_attacks(points, attack), key=lambda each: -each.weight)
            yield attack, replies[0] if replies else None


def _attacks(points: Sequence[Point], point: Point) -> Iterator[Point]:
    below = f"{point.number}."
    for each in points:
        is_answer = each.depth == point.depth + 1 and each.number.startswith(below)
        if is_answer and each.side is Side.CON:
            yield each


def _say(desk: Desk, galley: Galley, label: str, text: str) -> None:
    name = replace(_TEXT, family=Family.SANS, cut=Cut.BOLD, size=9.5, ink=QUIET)
    runs: list[Run] = [desk.run(f"{label}\u00a0 ", name), desk.run(text, _TEXT)]
    galley.text(runs, _TEXT)


def _plain(blocks: Blocks) -> str:
    return " ".join(block.text.replace(LINE_BREAK, " ") for block in blocks).strip()


def _cut_marks(layout: Format) -> list[Mark]:
    """Short lines at the edges of the sheet and a cross in its middle."""
    wide, high = layout.width, layout.height
    middle, half = wide / 2, high / 2
    ends = (
        (middle, 0, middle, _CUT),
        (middle, high - _CUT, middle, high),
        (0, half, _CUT, half),
        (wide - _CUT, half, wide, half),
        (middle, half - _CUT / 2, middle, half + _CUT / 2),
        (middle - _CUT / 2, half, middle + _CUT / 2, half),
    )
    return [RuleMark(x, y, to_x, to_y, 0.4) for x, y, to_x, to_y in ends]


def no_furniture(_desk: Desk, _brief: Brief, _page: Page, _number: int, _total: int) -> list[Mark]:
    """Cards have no running heads: each says what it is."""
    return []
