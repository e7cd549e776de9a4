# SPDX-License-Identifier: MIT
"""Sets the arguments of one side as a column, each with its answers below it.

Pro and con are told apart by sign, word and shape: a filled tab under a thick rule, an outlined
tab under a double rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dissoi.briefing.content import Point, Proof, Stand
from dissoi.briefing.desk import NARROWEST, QUOTE_BAR, STEP, Desk, apart, hung
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.lines import Run
from dissoi.briefing.marks import (
    AnchorMark,
    BoxMark,
    Mark,
    RuleMark,
    TextMark,
    belonging,
    shifted,
    unread,
)
from dissoi.briefing.pages import RULED, Column, ruled
from dissoi.briefing.rows import FLUSH, Bar, Galley, Inset, Row
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import (
    ANSWER,
    CELL,
    CITE,
    CLAIM,
    HAIR,
    NOTE,
    QUOTE,
    SMALL,
    TAG,
    WHITE,
    Style,
)
from dissoi.dossier.records import EvidenceKind, Side
from dissoi.dossier.sides import relation_told, shortened_number

TAB: Final = Style(Family.SANS, 8.5, 15, Cut.BOLD, track=0.5)
CHIP: Final = Style(Family.SANS, 6.5, 9.5, Cut.BOLD, track=0.4)
NUMBER: Final = Style(Family.SANS, 9.5, 12.5, Cut.BOLD)
WEIGHT: Final = Style(Family.SANS, 7, 12.5, ink=TAG.ink)
_GUIDE: Final = Bar(2.5, 0.5, HAIR)
WORDED = {
    EvidenceKind.STATISTIC: "Statistic",
    EvidenceKind.TESTIMONY: "Testimony",
    EvidenceKind.EXAMPLE: "Example",
}
_NONE_YET = {
    Side.PRO: "No arguments for this position yet.",
    Side.CON: "No arguments against this position yet.",
}
_HEAVIEST = 5
_PARTS_SHOWN = 7
"""Numbers of more parts than this would not fit."""
_TAB, _BESIDE = 44.0, 6.0
"""Points across the tab of a side, and between it and what is told at the right."""


def anchor_of(stand: Stand, point: Point) -> str:
    """The key by which an argument is found in the brief."""
    return f"argument-{stand.number}{point.number}"


def shown_number(number: str) -> str:
    """The number of an argument, shortened where it has very many parts."""
    return shortened_number(number, _PARTS_SHOWN)


class Columns(NamedTuple):
    """Sets the columns of a position, each `width` points wide."""

    desk: Desk
    width: float

    def of(self, stand: Stand, side: Side) -> Column:
        """The column of one side."""
        width = self.width
        galley = self.desk.galley(width)
        galley.part = Part(Role.DIVISION, name=side.capitalize())
        heading = galley.part.holds(Role.H2)
        points = stand.of(side)
        for place, point in enumerate(points):
            self._set(galley, stand, point, answered=_is_answer(points, place + 1))
        if not points:
            galley.text([self.desk.run(_NONE_YET[side], NOTE)], NOTE)
        return Column(
            rows=galley.rows,
            head=lambda continued: [side_tab(self.desk, side, width, _continued(continued), part=heading)],
            empty=lambda height: self._empty(width, height),
        )

    def _empty(self, width: float, height: float) -> list[Row]:
        """Lines for notes; counted from below, so that those of two columns are level."""
        label = self.desk.line("NOTES", TAG, 0, width)
        room = height - TAG.leading
        return [Row(TAG.leading + room % RULED, marks=tuple(unread([label]))), *ruled(width, room)]

    def _set(self, galley: Galley, stand: Stand, point: Point, *, answered: bool) -> None:
        galley.shows(point.record)
        if point.depth:
            self._set_answer(galley, stand, point)
        else:
            galley.owned_by(point.number)
            self._set_argument(galley, stand, point)
            if answered:
                self._tag(galley, "ANSWERS")

    def _set_argument(self, galley: Galley, stand: Stand, point: Point) -> None:
        desk = self.desk
        heading = Part(CLAIM.role, galley.part)
        opening = self._opening(galley, stand, point, heading)
        galley.row(opening)
        weight = self._weight(galley, point, "Weight ")
        self._claim(galley, point, CLAIM, FLUSH, heading, above=(weight,))
        if point.reasoning:
            self._tag(galley, "REASONING")
            desk.set_blocks(galley, point.reasoning, CELL)
        if point.proofs:
            self._tag(galley, "EVIDENCE")
            proofs_of(self.desk, galley, point.proofs, FLUSH)
        if point.impact:
            self._tag(galley, "IMPACT")
            galley.text([desk.run(point.impact, CELL)], CELL)

    def _opening(self, galley: Galley, stand: Stand, point: Point, heading: Part) -> Row:
        """The row above a claim, for its number and weight, under a thin rule unless it is the first."""
        style = NUMBER._replace(ink=self.desk.ink(point.side))
        number = self.desk.line(f"{point.number} ", style, 0, galley.width / 2)
        marks = (AnchorMark(0, 0, anchor_of(stand, point)), number._replace(part=heading))
        over = (RuleMark(0, -5, galley.width, -5, 0.4, HAIR),)
        return Row(14, 19, keep=True, marks=marks, over=over)

    def _weight(self, galley: Galley, point: Point, label: str = "") -> Mark:
        """The weight of an argument in dots, at the right edge."""
        right = galley.width
        line = self.desk.line_to_right(f"{label}{_dots(point)}", WEIGHT, right, right)
        alt = f"Weight {point.weight} of {_HEAVIEST}"
        return line._replace(part=Part(Role.PARAGRAPH, galley.part, alt=alt))

    def _set_answer(self, galley: Galley, stand: Stand, point: Point) -> None:
        desk = self.desk
        inset = self._inset(galley, point.depth)
        heading = Part(ANSWER.role, galley.part)
        chip, told = self._chip(galley, stand, point, inset, heading)
        galley.row(chip)
        self._claim(galley, point, ANSWER, inset, heading, above=told)
        desk.set_blocks(galley, point.reasoning, CELL, inset)
        proofs_of(self.desk, galley, point.proofs, inset)
        if point.impact:
            label = desk.run("IMPACT  ", TAG)
            galley.text([label, desk.run(apart(point.impact), CELL)], CELL, inset)

    def _chip(
        self, galley: Galley, stand: Stand, point: Point, inset: Inset, heading: Part
    ) -> tuple[Row, tuple[Mark, ...]]:
        """The row above an answer: a small tab that says which side speaks, and its number.

        Besides what stands there and is read behind the claim: what it is to what it answers, and its weight.
        """
        ink, x = self.desk.ink(point.side), inset.x
        pro = point.side is Side.PRO
        style = CHIP._replace(ink=WHITE if pro else ink)
        label = self.desk.line(f"{point.side.sign} {point.side.upper()} ", style, x + 4.5, 60)
        box = BoxMark(x, 1.75, 32, 9.5, filled=True, ink=ink)
        if not pro:
            box = BoxMark(x + 0.3, 2.05, 31.4, 8.9, filled=False, ink=ink)
        anchor = AnchorMark(x, 0, anchor_of(stand, point))
        number, *relation = self._address(point, x + 38, galley.width - x - 38 - 30)
        named = belonging([label._replace(y=label.y + 1.5), number], heading)
        told = belonging(relation, Part(Role.PARAGRAPH, galley.part))
        row = Row(13.5, 6, keep=True, marks=(anchor, box, *named), bars=inset.bars)
        return row, (*told, self._weight(galley, point))

    def _address(self, point: Point, x: float, room: float) -> list[TextMark]:
        """The number of an answer, and where there is room what it is to what it answers."""
        style, small = NUMBER._replace(size=8.5), WEIGHT._replace(size=7.5)
        number = self.desk.line(f"{shown_number(point.number)} ", style, x, room)
        wide = sum(piece.width for piece in number.pieces)
        relation = self.desk.line(
            f"{relation_told(point.relation, point.number)} ", small, x + wide + 4, room
        )
        fits = wide + 4 + sum(piece.width for piece in relation.pieces) <= room
        return [number, relation] if fits else [number]

    def _inset(self, galley: Galley, depth: int) -> Inset:
        """How far an answer is set in; deep ones no further than leaves room for their text."""
        deepest = int(galley.width * (1 - NARROWEST) / STEP)
        inset = FLUSH
        for _ in range(min(depth, deepest)):
            inset = inset.by(STEP, _GUIDE)
        return inset

    def _claim(
        self,
        galley: Galley,
        point: Point,
        style: Style,
        inset: Inset,
        heading: Part,
        *,
        above: tuple[Mark, ...],
    ) -> None:
        """A claim; `above` stands in the row above it and is read behind it."""
        alone = not (point.reasoning or point.proofs or point.impact)
        style = style._replace(keep=style.keep and not alone)
        if point.claim:
            run = self.desk.run(point.claim, style)
        else:
            style = NOTE._replace(keep=not alone)
            run = self.desk.run("No claim yet.", style)
        up = galley.rows[-1].height + style.before
        behind = tuple(shifted(mark, 0, -up) for mark in above)
        galley.text([run], style, inset, behind=behind, part=heading)

    def _tag(self, galley: Galley, text: str) -> None:
        galley.text([self.desk.run(text, TAG)], TAG)


def proofs_of(desk: Desk, galley: Galley, proofs: Sequence[Proof], inset: Inset) -> None:
    """Quotations with their cites; what does not stand in its article is marked."""
    for proof in proofs:
        quoted = hung(galley, inset, proof.words, STEP, QUOTE_BAR)
        cited = hung(galley, inset, proof.cite, STEP)
        galley.text(quoted_runs(desk, proof, QUOTE), QUOTE, quoted, keep=True)
        runs = [desk.run(proof.cite, CITE, bold=True)]
        if proof.publisher and not proof.cite.startswith(proof.publisher):
            runs += [desk.run(", ", CITE), desk.run(proof.publisher, CITE, italic=True)]
        if proof.paragraphs:
            runs.append(desk.run(f", {proof.paragraphs}", CITE))
        if proof.sort in WORDED:
            runs.append(desk.run(f" · {WORDED[proof.sort]}", CITE))
        runs += [desk.run(" ", CITE), desk.sign(proof.source, CITE)]
        galley.text(runs, CITE, cited)
        if trouble := proof.trouble:
            galley.text([desk.run(trouble, NOTE)], NOTE, cited)


def quoted_runs(desk: Desk, proof: Proof, style: Style) -> list[Run]:
    """A quotation in its marks; where it is cut, what is read aloud is bold."""
    return [desk.run(each.text, style, bold=each.read, language=proof.language) for each in proof.quoted]


def side_chip(desk: Desk, side: Side, number: str, x: float, width: float) -> Row:
    """The row above what belongs to an argument: a small tab of its side and its number, beginning at `x`.

    Left of the column (`x` below 0) it stands level with what follows, else above it.
    """
    ink, pro = desk.ink(side), side is Side.PRO
    style = CHIP._replace(size=8, leading=11, ink=WHITE if pro else ink)
    tab = desk.line(f"{side.sign} {side.upper()} ", style, x + 5, 60)
    room = (-x if x < 0 else width) - 46
    told = desk.line(shown_number(number), NUMBER._replace(size=9), x + 42, room)
    box = BoxMark(x + 0.4, 7, 36, 12, filled=pro, ink=ink)
    marks = (box, tab._replace(y=16), told._replace(y=16))
    return Row(22 if x >= 0 else 5, keep=True, marks=marks)


def side_run(desk: Desk, point: Point, style: Style) -> Run:
    """Which side speaks in an answer, and its number, at the head of a line of `style`: "− CON +1.1"."""
    small = style._replace(family=Family.SANS, cut=Cut.BOLD, size=style.size * 0.8, ink=desk.ink(point.side))
    told = f"{point.side.sign} {point.side.upper()} {shown_number(point.number)}".replace(" ", "\u00a0")
    return desk.run(f"{told}\u00a0 ", small)


def side_tab(desk: Desk, side: Side, width: float, told: str = "", *, part: Part | None = None) -> Row:
    """What stands above all that speaks for one side: a tab under a rule, and `told` small at the right.

    Together they are `part`, or one paragraph.
    """
    ink = desk.ink(side)
    text = f"{side.sign} {side.upper()} "
    marks: list[Mark]
    if side is Side.PRO:
        rules: list[Mark] = [RuleMark(0, 1, width, 1, 2, ink)]
        marks = [BoxMark(0, 1, _TAB, 15, filled=True, ink=ink)]
        style, top = TAB._replace(ink=WHITE), 1.0
    else:
        rules = [RuleMark(0, y, width, y, 0.7, ink) for y in (0.35, 2.55)]
        marks = [BoxMark(0.4, 2.55, _TAB - 0.8, 14.2, filled=False, ink=ink)]
        style, top = TAB._replace(ink=ink), 2.0
    label = desk.line(text, style, 7, width)
    marks = [*rules, *marks, label._replace(y=label.y + top)]
    if told:
        line = desk.line_to_right(told, SMALL, width, width - _TAB - _BESIDE)
        marks.append(line._replace(y=line.y + 6))
    return Row(26, marks=tuple(belonging(marks, part or Part(Role.PARAGRAPH))))


def _continued(number: str) -> str:
    return f"{shown_number(number)}, continued" if number else ""


def _dots(point: Point) -> str:
    """The weight of an argument, from one to five dots."""
    return "●" * point.weight + "○" * (_HEAVIEST - point.weight)


def _is_answer(points: Sequence[Point], place: int) -> bool:
    return place < len(points) and points[place].depth > 0
