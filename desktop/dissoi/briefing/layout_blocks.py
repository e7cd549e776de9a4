# SPDX-License-Identifier: MIT
"""The layout `blocks`: each argument of the other side with our answers in order, to speak from.

After the files that teams print: first blocks, which answer what the other side argues for itself, then
frontlines, which answer what it says against one's own arguments, and extend the evidence that it attacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from dissoi.briefing.argument import doubt_of, proofs_of, side_chip
from dissoi.briefing.content import Brief, Point, Proof, Stand
from dissoi.briefing.desk import QUOTE_BAR, Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.layout_brief import Book
from dissoi.briefing.opposition import Exchange, exchanges, supports_of
from dissoi.briefing.rows import FLUSH, Galley, Inset, Mark, Row, RuleMark
from dissoi.briefing.sheets import Sheets, SidePart, set_sides
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import SMALL, Style
from dissoi.dossier.citation import in_quotes
from dissoi.dossier.records import Side

_FEW = 2
"""Below so many answers there is room to write more of them."""
_SHORT = 160
"""A quotation of up to so many characters is printed where its evidence is to be extended."""
THEY: Final = Style(Family.SANS, 12.5, 15.5, Cut.BOLD, after=4, keep=True, role=Role.H3)
REPLY: Final = Style(Family.SERIF, 10.5, 13.5, Cut.BOLD, after=2, before=5, keep=True, role=Role.H4)
TEXT: Final = Style(Family.SERIF, 10, 13.25, after=3, hyphenated=True)
_HANG = 18.0
_SUPPORT = 10.0
_PARTS = (
    ("Blocks: answers to what they argue", "Nothing to block yet.", False),
    ("Frontlines: answers to what they say against us", "No attacks on our arguments yet.", True),
)


def set_blocks(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> Book:
    """All blocks and frontlines of the chosen sides, position by position."""

    def parts_of(sheets: Sheets, stand: Stand, side: Side) -> list[SidePart]:
        blocks = _Blocks(sheets, stand, side)
        return [
            blocks.part(title, nothing, side if at_home else side.other) for title, nothing, at_home in _PARTS
        ]

    return set_sides(brief, desk, on_page, ("Blocks and frontlines", _told(desk)), parts_of)


def _told(desk: Desk) -> str:
    sides = " and ".join(side.upper() for side in desk.options.sides.chosen)
    return f"For those who speak {sides}. Each block: what the other side argues, and our answers in order."


class _Blocks(NamedTuple):
    """Sets what one side has to answer in one position."""

    sheets: Sheets
    stand: Stand
    side: Side

    def part(self, title: str, nothing: str, root: Side) -> SidePart:
        """All blocks of one tree under the tab of the side that they are for."""
        found = [
            partial(self._block, exchange, ruled_off=place > 0)
            for place, exchange in enumerate(exchanges(self.stand, self.side, root))
        ]
        return SidePart(self.side, title, found, nothing, apart=16)

    def _block(self, exchange: Exchange, galley: Galley, *, ruled_off: bool) -> None:
        desk = self.sheets.desk
        galley.shows(exchange.attack.record)
        galley.row(self._head(galley.width, exchange.attack, ruled_off=ruled_off))
        galley.text([desk.run(exchange.attack.claim, THEY)], THEY)
        for told in _carried(exchange):
            galley.text([desk.run(told, SMALL)], SMALL._replace(after=2), keep=True)
        extended = list(self._extended(exchange.against)) if exchange.against is not None else []
        for place, proof in enumerate(extended):
            self._extend(galley, proof, "" if place else "EXTEND")
        for place, reply in enumerate(exchange.replies, 1):
            self._reply(galley, reply, place)
        if len(exchange.replies) < _FEW:
            galley.space(6)
            none = "NO ANSWER YET" if not exchange.replies else "ALSO"
            self.sheets.room_to_write(galley, none, 3 - len(exchange.replies))

    def _extended(self, attacked: Point) -> Iterator[Proof]:
        """The evidence of an argument of ours, and of what supports it."""
        yield from attacked.proofs
        for support in supports_of(self.stand, attacked):
            yield from self._extended(support)

    def _extend(self, galley: Galley, proof: Proof, label: str) -> None:
        """Evidence to repeat: its words, or a line for what it says where they are many."""
        desk, short = self.sheets.desk, len(proof.aloud) <= _SHORT
        told = f": {in_quotes(proof.aloud)}{doubt_of(proof)}" if short else f"{doubt_of(proof)} says"
        runs = [desk.run(proof.cite, TEXT, bold=True), desk.run(told, TEXT)]
        self.sheets.label(galley, label, runs, TEXT, keep=True)
        if not short:
            self.sheets.room_to_write(galley, "", 1)
            galley.space(6)

    def _head(self, width: float, attack: Point, *, ruled_off: bool) -> Row:
        """A rule, and a tab with the number of the hostile argument: filled for pro, outlined for con."""
        hostile, x = self.side.other, -self.sheets.left
        row = side_chip(self.sheets.desk, hostile, attack.number, x, width)
        marks = [self.sheets.argument_heading(self.stand, attack), *row.marks]
        marks += [RuleMark(x, 0, width, 0, 1)] if ruled_off else []
        return row._replace(marks=tuple(marks))

    def _reply(self, galley: Galley, reply: Point, place: int) -> None:
        desk, inset = self.sheets.desk, FLUSH.by(_HANG)
        galley.shows(reply.record)
        number = desk.line(f"{place}. ", REPLY._replace(family=Family.SANS), 0, _HANG)
        marks: tuple[Mark, ...] = (number,)
        if place == 1 and self.sheets.left > 0:
            marks = (self.sheets.beside(galley, "WE ANSWER", REPLY), number)
        alone = not (reply.reasoning or reply.proofs or reply.impact)
        galley.text([desk.run(reply.claim, REPLY)], REPLY._replace(keep=not alone), inset, marks=marks)
        desk.set_blocks(galley, reply.reasoning, TEXT, inset)
        proofs_of(desk, galley, reply.proofs, inset)
        if reply.impact:
            runs = [desk.run("So what: ", TEXT, italic=True), desk.run(reply.impact, TEXT)]
            galley.text(runs, TEXT, inset)
        for support in supports_of(self.stand, reply):
            self._support(galley, support, inset)

    def _support(self, galley: Galley, support: Point, around: Inset) -> None:
        """What supports an answer, set in below it, with what supports that."""
        desk, inset = self.sheets.desk, around.by(_SUPPORT, QUOTE_BAR)
        galley.shows(support.record)
        if support.claim:
            runs = [
                desk.run(f"Also {support.number} ", TEXT, italic=True),
                desk.run(support.claim, TEXT, bold=True),
            ]
            galley.text(runs, TEXT, inset, keep=bool(support.reasoning or support.proofs))
        desk.set_blocks(galley, support.reasoning, TEXT, inset)
        proofs_of(desk, galley, support.proofs, inset)
        for deeper in supports_of(self.stand, support):
            self._support(galley, deeper, inset)


def _carried(exchange: Exchange) -> list[str]:
    """What a hostile argument attacks, and what carries it."""
    told = []
    if exchange.against is not None:
        told.append(f"against our {exchange.against.number} {exchange.against.claim}".rstrip())
    cites = list(dict.fromkeys(proof.cite for proof in exchange.attack.proofs))
    if cites:
        told.append(f"They cite {', '.join(cites)}")
    told += [f"They may add {each.number}: {each.claim}" for each in exchange.supports]
    return told
