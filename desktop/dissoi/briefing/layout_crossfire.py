# SPDX-License-Identifier: MIT
"""The layout `crossfire`: what to ask the other side, in funnels, and what it may ask.

Where no questions are prepared for an argument, the three that most concessions come from stand there to be
written: by which steps, by when, and how surely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from dissoi.briefing.argument import doubt_of, side_chip
from dissoi.briefing.content import Brief, Point, Query, Stand
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.layout_brief import Book
from dissoi.briefing.opposition import Exchange, Tree, connected, may_add
from dissoi.briefing.rows import FLUSH, Galley, Inset, Mark
from dissoi.briefing.sheets import Sheets, SidePart, also_runs, set_sides, support_inset
from dissoi.briefing.speeches import NO_CLAIM
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


class _Crossfire:
    """Sets what one side asks and is asked about one position."""

    def __init__(self, sheets: Sheets, stand: Stand, side: Side) -> None:
        self.sheets = sheets
        self.stand = stand
        self.side = side
        self._trees = {root: Tree(stand.of(root)) for root in (side.other, side)}

    def parts(self) -> list[SidePart]:
        """First the questions to ask, then those to expect."""
        return [
            SidePart(
                self.side, "Questions to ask", list(self._to_ask()), "Nothing to ask about yet.", apart=14
            ),
            SidePart(
                self.side,
                "Questions to expect",
                list(self._to_expect()),
                "No attacks on your arguments yet.",
                apart=14,
            ),
        ]

    def _exchanges(self, root: Side) -> Iterator[Exchange]:
        return self._trees[root].exchanges(self.side, self.stand.arguments(root))

    def _to_ask(self) -> Iterator[Callable[[Galley], None]]:
        if self.stand.queries:
            yield self._of_position
        for root in self._trees:
            for exchange in self._exchanges(root):
                if exchange.attack.queries or not exchange.attack.depth:
                    yield partial(self._asking, self._trees[root], exchange)

    def _to_expect(self) -> Iterator[Callable[[Galley], None]]:
        """What attacks our arguments, then our answers; what supports an attack only if we answer it."""
        for root in (self.side, self.side.other):
            for exchange in self._exchanges(root):
                if exchange.against is not None and (exchange.replies or exchange.backs is None):
                    yield partial(self._expected, self._trees[root], exchange)

    def _of_position(self, galley: Galley) -> None:
        galley.shows(self.stand.record)
        self._funnels(galley, self.stand.queries)

    def _asking(self, tree: Tree, exchange: Exchange, galley: Galley) -> None:
        point = exchange.attack
        self._head(galley, self.side.other, point)
        self._told(galley, may_add(tree.supports(point)))
        if point.queries:
            self._funnels(galley, point.queries)
        else:
            self._prompts(galley, tree, exchange)

    def _head(self, galley: Galley, side: Side, point: Point) -> None:
        desk, sheets = self.sheets.desk, self.sheets
        galley.shows(point.record)
        galley.row(side_chip(desk, side, point.number, -sheets.left, galley.width))
        anchor = sheets.argument_heading(self.stand, point)
        galley.text([desk.run(point.claim or NO_CLAIM, ABOUT)], ABOUT, marks=(anchor,))

    def _told(self, galley: Galley, told: Sequence[str]) -> None:
        for each in told:
            galley.text([self.sheets.desk.run(each, SMALL)], SMALL._replace(after=2), keep=True)

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

    def _prompts(self, galley: Galley, tree: Tree, exchange: Exchange) -> None:
        """What can be asked of any argument, and what it is to lead to: the weightiest answer to it."""
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
            runs = [desk.run(f"{reply.number} {reply.claim or NO_CLAIM}", HOPED)]
            galley.space(4)
            self.sheets.label(galley, "LEADS TO", runs, HOPED)
            for support in tree.supports(reply):
                self._also(galley, support, support.depth - reply.depth, bold=False)

    def _also(self, galley: Galley, support: Point, level: int, *, bold: bool = True) -> Inset:
        """What supports what we say, set in below it; returns how far."""
        inset = support_inset(FLUSH, level)
        galley.shows(support.record)
        if support.claim:
            galley.text(also_runs(self.sheets.desk, support, HOPED, bold=bold), HOPED, inset)
        return inset

    def _expected(self, tree: Tree, exchange: Exchange, galley: Galley) -> None:
        """An attack on us as the other side may ask it, with what to say."""
        desk = self.sheets.desk
        self._head(galley, self.side.other, exchange.attack)
        self._told(galley, [*connected(exchange), *may_add(tree.supports(exchange.attack))])
        for place, reply in enumerate(exchange.replies):
            galley.shows(reply.record)
            claim = [desk.run(reply.claim or NO_CLAIM, ASK)]
            self.sheets.label(galley, "" if place else "SAY", claim, ASK)
            self._proofs(galley, reply, FLUSH)
            for support in tree.supports(reply):
                inset = self._also(galley, support, support.depth - reply.depth)
                self._proofs(galley, support, inset)
        if not exchange.replies:
            self.sheets.room_to_write(galley, "SAY", 2)

    def _proofs(self, galley: Galley, point: Point, inset: Inset) -> None:
        """Quotations to say, each behind its cite."""
        desk = self.sheets.desk
        for proof in point.proofs:
            runs = [
                desk.run(f"{proof.cite}: ", HOPED, bold=True),
                desk.run(f"{in_quotes(proof.aloud)}{doubt_of(proof)}", HOPED),
            ]
            galley.text(runs, HOPED, inset)
