# SPDX-License-Identifier: MIT
"""The layout `crossfire`: what to ask the other side, in funnels, and what it may ask.

Where no questions are prepared for an argument, the three that most concessions come from stand there to be
written: by which steps, by when, and how surely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from dissoi.briefing.argument import doubt_of, side_chip
from dissoi.briefing.content import Brief, Point, Query, Stand
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.layout_brief import Book
from dissoi.briefing.opposition import Exchange, exchanges
from dissoi.briefing.rows import FLUSH, Galley, Mark
from dissoi.briefing.sheets import Sheets, SidePart, set_sides
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import QUIET, SMALL, Style
from dissoi.dossier.citation import in_quotes
from dissoi.dossier.records import Side

ABOUT: Final = Style(Family.SANS, 11.5, 14, Cut.BOLD, after=3, keep=True, role=Role.H3)
ASK: Final = Style(Family.SERIF, 11, 14.5, after=2, before=4, keep=True)
HOPED: Final = Style(Family.SERIF, 9.5, 12.5, ink=QUIET, after=2)
_HANG = 24.0
_PROMPTS = (
    ("MECHANISM", "By which steps does it come about?"),
    ("TIMEFRAME", "By when does it happen?"),
    ("PROBABILITY", "How likely is it, and who says so?"),
)


def set_crossfire(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> Book:
    """All questions of the chosen sides, position by position."""
    sides = " and ".join(side.upper() for side in desk.options.sides.chosen)
    head = ("Crossfire", f"For those who speak {sides}. One funnel, one concession.")
    return set_sides(
        brief, desk, on_page, head, lambda sheets, stand, side: _Crossfire(sheets, stand, side).parts()
    )


class _Crossfire(NamedTuple):
    """Sets what one side asks and is asked about one position."""

    sheets: Sheets
    stand: Stand
    side: Side

    def parts(self) -> list[SidePart]:
        """First the questions to ask, then those to expect."""
        asked = list(self._to_ask())
        expected = [
            self._expected(each) for each in exchanges(self.stand, self.side, self.side) if each.against
        ]
        return [
            SidePart(self.side, "Questions to ask", asked, "Nothing to ask about yet.", apart=14),
            SidePart(
                self.side, "Questions to expect", expected, "No attacks on your arguments yet.", apart=14
            ),
        ]

    def _to_ask(self) -> Iterator[Callable[[Galley], None]]:
        if self.stand.queries:
            yield self._of_position
        for exchange in exchanges(self.stand, self.side, self.side.other):
            if exchange.attack.queries or not exchange.attack.depth:
                yield self._asking(exchange)
        for exchange in exchanges(self.stand, self.side, self.side):
            if exchange.attack.queries:
                yield self._asking(exchange)

    def _of_position(self, galley: Galley) -> None:
        galley.shows(self.stand.record)
        self._funnels(galley, self.stand.queries)

    def _asking(self, exchange: Exchange) -> Callable[[Galley], None]:
        def block(galley: Galley) -> None:
            point = exchange.attack
            self._head(galley, self.side.other, point)
            if point.queries:
                self._funnels(galley, point.queries)
            else:
                self._prompts(galley, exchange)

        return block

    def _head(self, galley: Galley, side: Side, point: Point) -> None:
        desk, sheets = self.sheets.desk, self.sheets
        galley.shows(point.record)
        galley.row(side_chip(desk, side, point.number, -sheets.left, galley.width))
        anchor = sheets.argument_heading(self.stand, point)
        galley.text([desk.run(point.claim, ABOUT)], ABOUT, marks=(anchor,))

    def _funnels(self, galley: Galley, queries: Sequence[Query]) -> None:
        """Prepared questions: each with what is hoped for, its follow-ups, and a line for what was said."""
        for number, query in enumerate(queries, 1):
            self._query(galley, query, f"{number}.", 0)
            for place, below in enumerate(query.followups, 1):
                self._query(galley, below, f"{number}.{place}", 1)
            galley.space(4)
            self.sheets.room_to_write(galley, "THEY SAID", 1)

    def _query(self, galley: Galley, query: Query, number: str, depth: int) -> None:
        desk, inset = self.sheets.desk, FLUSH.by(_HANG * (depth + 1))
        bold = ASK._replace(family=Family.SANS, cut=Cut.BOLD)
        marks: tuple[Mark, ...] = (desk.line(f"{number} ", bold, _HANG * depth, _HANG),)
        galley.text([desk.run(query.question or "No question yet.", ASK)], ASK, inset, marks=marks)
        if query.hoped:
            told = [desk.run("Hoped for: ", HOPED, italic=True), desk.run(query.hoped, HOPED)]
            galley.text(told, HOPED, inset, keep=True)

    def _prompts(self, galley: Galley, exchange: Exchange) -> None:
        """What can be asked of any argument, and what it is to lead to."""
        desk, point = self.sheets.desk, exchange.attack
        cites = ", ".join(dict.fromkeys(proof.cite for proof in point.proofs))
        opener = f"They cite {cites}: does it say so in these words?" if cites else "What shows this?"
        galley.text([desk.run(opener, ASK)], ASK)
        for label, prompt in _PROMPTS:
            self.sheets.label(galley, label, [desk.run(prompt, HOPED)], HOPED, keep=True)
            self.sheets.room_to_write(galley, "", 1)
            galley.space(6)
        heaviest = sorted(exchange.replies, key=lambda each: -each.weight)[:1]
        for reply in heaviest:
            runs = [desk.run(f"{reply.number} {reply.claim}", HOPED)]
            galley.space(4)
            self.sheets.label(galley, "LEADS TO", runs, HOPED)

    def _expected(self, exchange: Exchange) -> Callable[[Galley], None]:
        """An attack on our own argument as the other side may ask it, with what to say."""

        def block(galley: Galley) -> None:
            desk = self.sheets.desk
            self._head(galley, self.side.other, exchange.attack)
            assert exchange.against is not None
            ours = f"against our {exchange.against.number} {exchange.against.claim}".rstrip()
            galley.text([desk.run(ours, SMALL)], SMALL, keep=True)
            for place, reply in enumerate(exchange.replies):
                self.sheets.label(galley, "" if place else "SAY", [desk.run(reply.claim, ASK)], ASK)
                for proof in reply.proofs:
                    runs = [
                        desk.run(f"{proof.cite}: ", HOPED, bold=True),
                        desk.run(f"{in_quotes(proof.aloud)}{doubt_of(proof)}", HOPED),
                    ]
                    galley.text(runs, HOPED)
            if not exchange.replies:
                self.sheets.room_to_write(galley, "SAY", 2)

        return block
