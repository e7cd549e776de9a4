# SPDX-License-Identifier: MIT
"""The layout `evidence`: every quotation as a card, under the claim that it carries.

A card is tag, full cite, text (NSDA evidence rules): whole paragraphs, in which the quotation is underlined,
what is read aloud of it large and bold, and the rest small, so that it can be checked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from dissoi.briefing.argument import WORDED
from dissoi.briefing.back import cite_runs
from dissoi.briefing.content import Brief, Point, Proof, Stand
from dissoi.briefing.desk import QUOTE_BAR, STEP, Desk, hung
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.layout_brief import Book
from dissoi.briefing.lines import Run
from dissoi.briefing.rows import FLUSH, Galley
from dissoi.briefing.sheets import Sheets, SidePart, set_sides
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import NOTE, QUIET, Style
from dissoi.dossier.prose import Span
from dissoi.dossier.records import Side

TAGLINE: Final = Style(Family.SANS, 11.5, 14, Cut.BOLD, after=2, keep=True, role=Role.H3)
FULL: Final = Style(Family.SERIF, 8.75, 11.25, after=3, keep=True)
# Quotations are read aloud here, and their column is never so narrow that words need be divided.
READ: Final = Style(Family.SERIF, 11, 15, Cut.BOLD, after=4, role=Role.QUOTATION)
SKIPPED: Final = READ._replace(size=9.5, cut=Cut.REGULAR)
UNREAD: Final = READ._replace(size=8, cut=Cut.REGULAR, ink=QUIET)
_TOLD = "Underlined: to be read aloud. The rest of each paragraph is printed small, for whoever checks it."

_TOLD_CUT = (
    "Underlined: quoted. Large and bold: to be read aloud. "
    "The rest of each paragraph is printed small, for whoever checks it."
)


def set_evidence(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> Book:
    """All cards, position by position, those that speak for pro before those for con."""
    head = ("Evidence", _explained(brief, desk.options.sides.chosen))
    return set_sides(brief, desk, on_page, head, lambda sheets, stand, side: _Cards(sheets, stand).of(side))


class _Cards(NamedTuple):
    """Sets the cards of one position."""

    sheets: Sheets
    stand: Stand

    def of(self, side: Side) -> list[SidePart]:
        """All cards that speak for one side, in the order of its arguments."""
        cards = [
            partial(self._card, side, point, place)
            for point in self._speaking(side)
            for place in range(len(point.proofs))
        ]
        count = "1 card" if len(cards) == 1 else f"{len(cards)} cards"
        return [SidePart(side, count, cards, "No evidence yet.", apart=12)]

    def _speaking(self, side: Side) -> list[Point]:
        return [point for root in Side for point in self.stand.of(root) if point.side is side]

    def _card(self, side: Side, point: Point, place: int, galley: Galley) -> None:
        """One of the cards of an argument, by its place; where there are several, their tags count them."""
        desk, proof, count = self.sheets.desk, point.proofs[place], len(point.proofs)
        galley.shows(point.record)
        galley.row(self.sheets.numbered(self.stand, point, side, galley.width))
        claim = f"{point.claim or 'No claim yet'}{f' ({place + 1} of {count})' if count > 1 else ''}"
        galley.text([desk.run(claim, TAGLINE)], TAGLINE)
        runs = cite_runs(desk, proof.full or (Span(text=proof.cite, bold=True),), FULL)
        where = f" {proof.paragraphs}" if proof.paragraphs else ""
        kind = f" {WORDED[proof.sort]}." if proof.sort in WORDED else ""
        galley.text([*runs, desk.run(f"{where}{kind}", FULL)], FULL)
        trouble = proof.trouble
        if trouble:
            galley.text([desk.run(trouble, NOTE)], NOTE, keep=True)
        self._text(galley, proof)

    def _text(self, galley: Galley, proof: Proof) -> None:
        desk = self.sheets.desk
        if not proof.card:
            unread = SKIPPED if proof.cut else READ
            runs = [self._underlined(each.text, READ if each.read else unread) for each in proof.quoted]
            galley.text(runs, READ, hung(galley, FLUSH, proof.words, STEP, QUOTE_BAR))
        for block in proof.card:
            quoted = hung(galley, FLUSH, block.text, STEP, QUOTE_BAR)
            galley.text(self._runs(block.spans), READ, quoted)
        if desk.options.notes:
            galley.space(4)

    def _runs(self, spans: Sequence[Span]) -> list[Run]:
        return [self._run(span) for span in spans]

    def _run(self, span: Span) -> Run:
        if span.bold or span.italic:
            return self._underlined(span.text, READ if span.bold else SKIPPED)
        return self.sheets.desk.run(span.text, UNREAD)

    def _underlined(self, words: str, style: Style) -> Run:
        return Run(words, self.sheets.desk.type.look(style)._replace(underline=True))


def _explained(brief: Brief, sides: Sequence[Side]) -> str:
    """What underlining means on the cards of these sides; "" where there are no cards."""
    points = (point for stand in brief.stands for root in Side for point in stand.of(root))
    proofs = [proof for point in points if point.side in sides for proof in point.proofs]
    if not proofs:
        return ""
    return _TOLD_CUT if any(proof.cut for proof in proofs) else _TOLD
