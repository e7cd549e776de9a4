# SPDX-License-Identifier: MIT
"""The layout `crossfire`: what to ask the other side, in funnels, and what it may ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from dissoi.briefing.content import Brief, Point, Query, Stand
from dissoi.briefing.desk import Desk, apart
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.layout_brief import Book
from dissoi.briefing.marks import Mark
from dissoi.briefing.questions import (
    NO_QUESTION,
    NOTHING_TO_ASK,
    NOTHING_TO_EXPECT,
    TO_ASK,
    TO_EXPECT,
    Asked,
    Expected,
    to_ask,
    to_expect,
)
from dissoi.briefing.rows import FLUSH, Galley, Inset
from dissoi.briefing.sheets import Sheets, SidePart, also_runs, set_sides, support_inset
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import QUIET, Style
from dissoi.dossier.records import Side

ABOUT: Final = Style(Family.SANS, 11.5, 14, Cut.BOLD, after=3, keep=True, role=Role.H3)
ASK: Final = Style(Family.SERIF, 11, 14.5, after=2, before=4, keep=True)
HOPED: Final = Style(Family.SERIF, 9.5, 12.5, ink=QUIET, after=2)
_HANG = 24.0


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
        asked = [partial(self._asking, each) for each in to_ask(self.stand, self.side)]
        expected = [partial(self._expected, each) for each in to_expect(self.stand, self.side)]
        return [
            SidePart(self.side, TO_ASK, asked, NOTHING_TO_ASK, apart=14),
            SidePart(self.side, TO_EXPECT, expected, NOTHING_TO_EXPECT, apart=14),
        ]

    def _asking(self, asked: Asked, galley: Galley) -> None:
        if asked.about is None:
            galley.shows(self.stand.record)
        else:
            self._head(galley, self.side.other, asked.about)
        self.sheets.told(galley, self.stand, asked.told)
        self._funnels(galley, asked.queries)
        self._prompts(galley, asked)

    def _head(self, galley: Galley, side: Side, point: Point) -> None:
        galley.shows(point.record)
        galley.row(self.sheets.numbered(self.stand, point, side, galley.width))
        galley.text([self.sheets.desk.run(point.claim or NO_CLAIM, ABOUT)], ABOUT)

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
        galley.text([desk.run(query.question or NO_QUESTION, ASK)], ASK, inset, marks=marks)
        if query.hoped:
            told = [desk.run("Hoped for: ", HOPED, italic=True), desk.run(apart(query.hoped), HOPED)]
            galley.text(told, HOPED, inset, keep=True)

    def _prompts(self, galley: Galley, asked: Asked) -> None:
        """What can be asked of any argument, and what it is to lead to."""
        desk = self.sheets.desk
        for label, prompt in asked.prompts:
            if not label:
                galley.text([desk.run(prompt, ASK)], ASK)
                continue
            self.sheets.label(galley, label, [desk.run(prompt, HOPED)], HOPED, keep=True)
            self.sheets.room_to_write(galley, "", 1)
            galley.space(6)
        if asked.leads_to is not None:
            reply = asked.leads_to.point
            runs = [desk.run(f"{reply.number} {reply.claim or NO_CLAIM}", HOPED)]
            galley.space(4)
            galley.hold()
            galley.shows(reply.record)
            self.sheets.label(galley, "LEADS TO", runs, HOPED)
            for place, support in enumerate(asked.leads_to.supports):
                if not place and support.claim:
                    galley.hold()
                self._also(galley, support, asked.leads_to.level(support), bold=False)

    def _also(self, galley: Galley, support: Point, level: int, *, bold: bool = True) -> Inset:
        """What supports what we say, set in below it; returns how far."""
        inset = support_inset(FLUSH, level)
        galley.shows(support.record)
        if support.claim:
            galley.text(also_runs(self.sheets.desk, support, HOPED, bold=bold), HOPED, inset)
        return inset

    def _expected(self, expected: Expected, galley: Galley) -> None:
        """An attack on us as the other side may ask it, with what to say."""
        desk = self.sheets.desk
        self._head(galley, self.side.other, expected.attack)
        self.sheets.told(galley, self.stand, expected.told)
        for place, answer in enumerate(expected.answers):
            reply = answer.point
            galley.shows(reply.record)
            claim = [desk.run(reply.claim or NO_CLAIM, ASK)]
            self.sheets.label(galley, "" if place else "SAY", claim, ASK)
            self._proofs(galley, reply, FLUSH)
            for support in answer.supports:
                inset = self._also(galley, support, answer.level(support))
                self._proofs(galley, support, inset)
        if not expected.answers:
            self.sheets.room_to_write(galley, "SAY", 2)

    def _proofs(self, galley: Galley, point: Point, inset: Inset) -> None:
        """Quotations to say, each behind its cite."""
        desk = self.sheets.desk
        for proof in point.proofs:
            runs = [
                desk.run(f"{proof.cite}: ", HOPED, bold=True),
                desk.run(apart(proof.said), HOPED),
            ]
            galley.text(runs, HOPED, inset)
