# SPDX-License-Identifier: MIT
"""The layout `blocks`: each argument of the other side with our answers in order, to speak from.

After the files that teams print: first blocks, which answer what the other side argues for itself, then
frontlines, which answer what it says against one's own arguments, and extend what it attacks: the evidence,
and what supports it. Each argument of the other side has a block, also those that only support others.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from dissoi.briefing.argument import proofs_of
from dissoi.briefing.content import Brief, Point, Proof, Stand
from dissoi.briefing.desk import Desk, apart
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.frontlines import KINDS, Frontline, Kind, frontlines
from dissoi.briefing.layout_brief import Book
from dissoi.briefing.marks import Mark, RuleMark
from dissoi.briefing.opposition import Answer
from dissoi.briefing.rows import FLUSH, Galley, Inset, Row
from dissoi.briefing.sheets import Sheets, SidePart, also_runs, set_sides, support_inset
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import TAG, Style
from dissoi.dossier.records import Side

_FEW = 2
"""Below so many answers there is room to write more of them."""
_SHORT = 300
"""Of a quotation so many characters are printed where its evidence is to be extended."""
THEY: Final = Style(Family.SANS, 12.5, 15.5, Cut.BOLD, after=4, keep=True, role=Role.H3)
REPLY: Final = Style(Family.SERIF, 10.5, 13.5, Cut.BOLD, after=2, before=5, keep=True, role=Role.H4)
TEXT: Final = Style(Family.SERIF, 10, 13.25, after=3, hyphenated=True)
_HANG = 18.0


def set_blocks(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> Book:
    """All blocks and frontlines of the chosen sides, position by position."""

    def parts_of(sheets: Sheets, stand: Stand, side: Side) -> list[SidePart]:
        return [_Blocks(sheets, stand, side).part(kind) for kind in KINDS]

    return set_sides(brief, desk, on_page, ("Blocks and frontlines", _told(desk)), parts_of)


def _told(desk: Desk) -> str:
    sides = " and ".join(side.upper() for side in desk.options.sides.chosen)
    return f"For those who speak {sides}. Each block: what the other side argues, and our answers in order."


class _Blocks(NamedTuple):
    """Sets what one side has to answer in one position."""

    sheets: Sheets
    stand: Stand
    side: Side

    def part(self, kind: Kind) -> SidePart:
        """All blocks of a kind under the tab of the side that they are for."""
        found = [
            partial(self._block, block, ruled_off=place > 0)
            for place, block in enumerate(frontlines(self.stand, self.side, kind))
        ]
        return SidePart(self.side, f"{kind.name}: {kind.told}", found, kind.nothing, apart=16)

    def _block(self, block: Frontline, galley: Galley, *, ruled_off: bool) -> None:
        desk = self.sheets.desk
        galley.shows(block.attack.record)
        galley.row(self._head(galley.width, block.attack, ruled_off=ruled_off))
        galley.text([desk.run(block.attack.claim or NO_CLAIM, THEY)], THEY)
        self.sheets.told(galley, self.stand, block.told)
        if block.extended is not None:
            self._extend(galley, block.extended)
        for place, answer in enumerate(block.answers, 1):
            self._reply(galley, answer, place)
        if len(block.answers) < _FEW:
            galley.shows(block.attack.record)
            galley.space(6)
            galley.hold()
            none = "NO ANSWER YET" if not block.answers else "ALSO"
            self.sheets.room_to_write(galley, none, 3 - len(block.answers))

    def _extend(self, galley: Galley, attacked: Answer) -> None:
        """What to say again of an argument of ours: its evidence, and what supports it with its own."""
        desk, label = self.sheets.desk, "EXTEND"
        for point in (attacked.point, *attacked.supports):
            galley.shows(point.record)
            if point is not attacked.point and point.claim:
                runs = also_runs(desk, point, TEXT)
                self.sheets.label(galley, label, runs, TEXT, keep=bool(point.proofs))
                label = ""
            for proof in point.proofs:
                self._extend_proof(galley, proof, label)
                label = ""

    def _extend_proof(self, galley: Galley, proof: Proof, label: str) -> None:
        """Evidence to repeat: its words, or the first of them where they are many."""
        desk = self.sheets.desk
        said = proof._replace(words=_first_words(proof.aloud), cut=()).said
        runs = [desk.run(proof.cite, TEXT, bold=True), desk.run(f": {apart(said)}", TEXT)]
        self.sheets.label(galley, label, runs, TEXT, keep=True)

    def _head(self, width: float, attack: Point, *, ruled_off: bool) -> Row:
        """A tab with the number of the hostile argument: filled for pro, outlined for con.

        A rule is over it, but for the top of a page.
        """
        row = self.sheets.numbered(self.stand, attack, self.side.other, width)
        rule = RuleMark(-self.sheets.left, 0, width, 0, 1)
        return row._replace(over=(rule,) if ruled_off else ())

    def _reply(self, galley: Galley, answer: Answer, place: int) -> None:
        desk, reply, inset = self.sheets.desk, answer.point, FLUSH.by(_HANG)
        galley.shows(reply.record)
        number = desk.line(f"{place}. ", REPLY._replace(family=Family.SANS), 0, _HANG)
        marks: tuple[Mark, ...] = (number,)
        if place == 1 and self.sheets.left > 0:
            marks = (self.sheets.beside(galley, "WE ANSWER", REPLY), number)
        elif place == 1:
            galley.text([desk.run("WE ANSWER", TAG)], TAG)
        alone = not (reply.reasoning or reply.proofs or reply.impact)
        claim = desk.run(reply.claim or NO_CLAIM, REPLY)
        galley.text([claim], REPLY._replace(keep=not alone), inset, marks=marks)
        self._carry(galley, reply, inset)
        for support in answer.supports:
            self._support(galley, support, support_inset(inset, answer.level(support)))

    def _support(self, galley: Galley, support: Point, inset: Inset) -> None:
        """What supports an answer, set in below it."""
        galley.shows(support.record)
        if support.claim:
            runs = also_runs(self.sheets.desk, support, TEXT)
            galley.text(runs, TEXT, inset, keep=bool(support.reasoning or support.proofs))
        self._carry(galley, support, inset)

    def _carry(self, galley: Galley, point: Point, inset: Inset) -> None:
        """What carries an answer: reasoning, quotations, impact."""
        desk = self.sheets.desk
        desk.set_blocks(galley, point.reasoning, TEXT, inset)
        proofs_of(desk, galley, point.proofs, inset)
        if point.impact:
            runs = [desk.run("So what: ", TEXT, italic=True), desk.run(apart(point.impact), TEXT)]
            galley.text(runs, TEXT, inset)


def _first_words(text: str) -> str:
    """A text, or its first words and an ellipsis where it is long."""
    if len(text) <= _SHORT:
        return text
    whole, space, _ = text[: _SHORT + 1].rpartition(" ")
    return f"{whole if space else text[:_SHORT]} …"
