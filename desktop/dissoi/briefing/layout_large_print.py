# SPDX-License-Identifier: MIT
"""The layout `large-print`: the brief in one column of 14 points on 20, for tired eyes and dim halls.

After RNIB's Clear Print: nothing smaller than 12 points, ragged right, no capitals for whole words, italics
only where the writer put them, labels and page numbers in the same place on every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from dissoi.briefing.argument import WORDED, quoted_runs
from dissoi.briefing.authorship import made_within
from dissoi.briefing.back import NO_GAPS, cite_runs
from dissoi.briefing.content import Brief, OpenGaps, Point, Proof, Source, Stand, Talk
from dissoi.briefing.desk import QUOTE_BAR, Desk, apart, hung, reference
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.front import (
    OPENING,
    STANCES,
    UNASKED,
    UNSTATED,
    Heading,
    defined,
    is_held,
    stand_key,
    unheld_told,
)
from dissoi.briefing.layout_brief import Book, aside, book_of
from dissoi.briefing.marks import AnchorMark, BoxMark, Mark, RuleMark
from dissoi.briefing.options import Section
from dissoi.briefing.pages import Page, Press, ruled
from dissoi.briefing.paper import MM, Format, Paper, page_format
from dissoi.briefing.rows import FLUSH, Galley, Inset, Row
from dissoi.briefing.speeches import (
    FLOORS,
    NO_CLAIM,
    NOT_IN_FORMAT,
    foreign_told,
    set_told,
    strays_of,
    time_told,
)
from dissoi.briefing.structure import Role
from dissoi.briefing.styles import WHITE, Style
from dissoi.dossier.debate import in_minutes
from dissoi.dossier.prose import Span
from dissoi.dossier.records import QUESTION_ID, Side
from dissoi.dossier.sides import relation_told

TEXT: Final = Style(Family.SERIF, 14, 20, after=9)
BIG: Final = Style(Family.SANS, 26, 31, Cut.BOLD, after=12, keep=True, role=Role.H1)
CHAPTER: Final = Style(Family.SANS, 22, 27, Cut.BOLD, before=24, after=9, keep=True, role=Role.H1)
PART: Final = Style(Family.SANS, 17, 22, Cut.BOLD, before=18, after=6, keep=True, role=Role.H2)
CLAIM: Final = Style(Family.SANS, 15.5, 20, Cut.BOLD, before=12, after=5, keep=True, role=Role.H3)
ANSWER: Final = CLAIM._replace(size=14, role=Role.H4)
LABEL: Final = Style(Family.SANS, 13, 18, Cut.BOLD, before=3, after=1, keep=True)
CITE: Final = Style(Family.SANS, 12.5, 17, after=8)
FOOT: Final = Style(Family.SANS, 12, 16)
_STEP = 14.0
_MADE_LINES = 1.8
"""Lines that name and date take together; a little less than two, which end where words do."""
_DEEPEST = 4


def large_format(paper: Paper) -> Format:
    """Even margins; the same on both sides, so that everything stays in its place from page to page."""
    margin = 20 * MM if page_format(paper).facing else 13 * MM
    return Format(paper, inner=margin, outer=margin, top=margin, bottom=22 * MM, labels=0.0)


def large_furniture(desk: Desk, _brief: Brief, page: Page, number: int, total: int) -> list[Mark]:
    """The number of the page and the section, always at the same place."""
    foot = desk.format.height + desk.format.bottom - 10 * MM
    told = aside(desk, f"Page {number} of {total}", FOOT, foot, right=True)
    return [told, aside(desk, page.section, FOOT, foot, right=False)] if page.section else [told]


def set_large_print(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> Book:
    """The whole brief, pro before con, answers below what they answer."""
    large = _Large(desk, Press(desk.format, on_page), [])
    large.title(brief)
    for part in desk.options.parts:
        large.section(part, brief)
    if brief.gaps is not None:
        large.gaps(brief.gaps)
    if desk.options.notes:
        large.notes()
    return book_of(large.press.pages, large.headings)


class _Large(NamedTuple):
    """Sets one column of large print."""

    desk: Desk
    press: Press
    headings: list[Heading]

    def galley(self) -> Galley:
        """An empty column."""
        return self.desk.galley(self.desk.format.width)

    def title(self, brief: Brief) -> None:
        """The question, and when it was made."""
        self.press.turn("")
        galley = self.galley()
        galley.shows(QUESTION_ID)
        galley.text([self.desk.run(brief.question or UNASKED, BIG)], BIG)
        made = made_within(self.desk, brief, TEXT, _MADE_LINES * galley.width)
        if made:
            galley.text([self.desk.run(made, TEXT)], TEXT)
        galley.row(Row(6, marks=(RuleMark(0, 3, galley.width, 3, 2),)), 8)
        self.press.flow(galley.rows)

    def section(self, part: Section, brief: Brief) -> None:
        """One part of the brief under its heading."""
        match part:
            case Section.ARGUMENTS:
                for stand in brief.stands:
                    self._stand(stand)
            case Section.SOURCES:
                self._sources([*brief.sources, *brief.also_read])
            case Section.SPEECHES if not brief.has_speeches:
                return
            case Section.DEFINITIONS if not brief.terms:
                return
            case Section.BACKGROUND if not brief.background:
                return
            case _:
                self._opening(part, brief)

    def _chapter(self, title: str, key: str, *, fresh: bool, number: str = "", record: str = "") -> Galley:
        section = number or title
        if fresh:
            self.press.turn(section)
        else:
            self.press.space(14)
        self.press.named(section)
        self.headings.append(Heading(0, title, key, number.upper()))
        galley = self.galley()
        galley.shows(record)
        anchor = AnchorMark(0, 0, key)
        if number:
            galley.text([self.desk.run(number, LABEL)], LABEL, marks=(anchor,))
        marks: tuple[Mark, ...] = () if number else (anchor,)
        style = self.desk.fitted(title, CHAPTER, galley.width, ((17, 22),))
        galley.text([self.desk.run(title, style)], style._replace(before=0 if number else 24), marks=marks)
        return galley

    def _opening(self, part: Section, brief: Brief) -> None:
        galley = self._chapter(OPENING[part], part.value, fresh=False)
        match part:
            case Section.BACKGROUND:
                self.desk.set_blocks(galley, brief.background, TEXT)
            case Section.DEFINITIONS:
                for term in brief.terms:
                    self.desk.set_blocks(galley, defined(term), TEXT)
            case Section.HOLDERS:
                for stand in filter(is_held, brief.stands):
                    self._holders(galley, stand)
                if told := unheld_told(brief.stands):
                    galley.text([self.desk.run(told, TEXT)], TEXT)
            case _:
                self._speeches(galley, brief)
        self.press.flow(galley.rows)

    def _if_nothing(self, galley: Galley, there: Sequence[object], told: str) -> None:
        if not there:
            galley.text([self.desk.run(told, TEXT)], TEXT)

    def _holders(self, galley: Galley, stand: Stand) -> None:
        title = f"{stand.number}. {stand.statement or UNSTATED}"
        galley.text([self.desk.run(title, ANSWER)], ANSWER)
        for stance, word in STANCES:
            for held in stand.holders:
                if held.stance is stance:
                    role = f", {held.role}" if held.role else ""
                    runs = [self.desk.run(f"{word}: {held.name}{role} ", TEXT)]
                    runs.append(self.desk.sign(held.source or 0, TEXT))
                    galley.text(runs, TEXT._replace(after=3))

    def _speeches(self, galley: Galley, brief: Brief) -> None:
        for talk in brief.talks:
            if talk.speech is not None:
                speaker = talk.speaker or talk.speech.speaker
                told = f"{in_minutes(talk.speech.minutes)}  {FLOORS[talk.speech.side]}  {talk.speech.name}"
                self._talk(galley, talk, f"{told}{f', {speaker}' if speaker else ''}")
        strays = strays_of(brief.talks)
        if strays:
            galley.text([self.desk.run(f"{NOT_IN_FORMAT}:", TEXT)], TEXT._replace(after=3, keep=True))
        for talk in strays:
            self._talk(galley, talk, f"{talk.name}{f': {talk.speaker}' if talk.speaker else ''}")
        set_told(self.desk, galley, brief, TEXT)

    def _talk(self, galley: Galley, talk: Talk, told: str) -> None:
        """A speech: its line, what it says with the time of each and of all, and the note about it."""
        lines = [
            f"{said.reference} {said.claim or NO_CLAIM}{foreign_told(said)} ({in_minutes(said.seconds / 60)})"
            for said in talk.said
        ]
        below = [*lines, *filter(None, [time_told(talk), talk.note])]
        galley.text([self.desk.run(told, TEXT)], TEXT._replace(after=3), keep=bool(below))
        for place, line in enumerate(below, 1):
            style = TEXT if place == len(below) else TEXT._replace(after=3)
            galley.text([self.desk.run(line, TEXT)], style, FLUSH.by(_STEP))

    def _stand(self, stand: Stand) -> None:
        key, title = stand_key(stand), stand.statement or UNSTATED
        galley = self._chapter(title, key, fresh=True, number=f"Position {stand.number}", record=stand.record)
        for side in self.desk.options.sides.chosen:
            galley.shows(stand.record)
            galley.row(self._tab(side, galley.width), 8)
            points = stand.of(side)
            for point in points:
                self._point(galley, stand, point)
            self._if_nothing(galley, points, "No arguments yet.")
        self.press.flow(galley.rows)

    def _tab(self, side: Side, width: float) -> Row:
        """The head of a side: filled under a thick rule for pro, outlined under a double rule for con."""
        ink, pro = self.desk.ink(side), side is Side.PRO
        style = LABEL._replace(size=14, ink=WHITE if pro else ink)
        word = self.desk.line(f"{side.sign} {side.upper()}", style, 10, width)
        rules = (
            [RuleMark(0, 1, width, 1, 3, ink)]
            if pro
            else [RuleMark(0, y, width, y, 1.1, ink) for y in (0.5, 4)]
        )
        box = BoxMark(0.5, 1 if pro else 4, 74, 23, filled=pro, ink=ink)
        return Row(30, 24, keep=True, marks=(*rules, box, word._replace(y=word.y + (4 if pro else 6))))

    def _point(self, galley: Galley, stand: Stand, point: Point) -> None:
        desk, inset = self.desk, FLUSH.by(min(point.depth, _DEEPEST) * _STEP)
        style = ANSWER if point.depth else CLAIM
        key = f"large-{stand.number}{point.number}"
        galley.shows(point.record)
        if not point.depth:
            self.headings.append(Heading(1, point.claim or "No claim yet", key, point.number))
        said = f"{point.number}  "
        if point.depth:
            told = relation_told(point.relation, point.number)
            said = f"{point.side.sign} {point.side.capitalize()}  {point.number}, {told}:  "
        number = desk.run(said, style._replace(ink=desk.ink(point.side)))
        anchor = (AnchorMark(0, 0, key),)
        galley.text([number, desk.run(point.claim or "No claim yet.", style)], style, inset, marks=anchor)
        desk.set_blocks(galley, point.reasoning, TEXT, inset)
        for proof in point.proofs:
            self._proof(galley, proof, inset)
        if point.impact:
            runs = [desk.run("So what: ", TEXT, bold=True), desk.run(apart(point.impact), TEXT)]
            galley.text(runs, TEXT, inset)

    def _proof(self, galley: Galley, proof: Proof, inset: Inset) -> None:
        desk, bar = self.desk, QUOTE_BAR._replace(weight=2.5)
        quoted = hung(galley, inset, proof.words, _STEP, bar)
        style = TEXT._replace(after=3, role=Role.QUOTATION)
        galley.text(quoted_runs(desk, proof, style), style, quoted, keep=True)
        kind = f", {WORDED[proof.sort].lower()}" if proof.sort in WORDED else ""
        where = ", ".join(filter(None, [proof.publisher, proof.paragraphs]))
        told = f"{f', {where}' if where else ''}{kind} "
        runs = [desk.run(proof.cite, CITE, bold=True), desk.run(told, CITE), desk.sign(proof.source, CITE)]
        galley.text(runs, CITE, inset.by(_STEP))
        if trouble := proof.trouble:
            galley.text([desk.run(trouble, CITE, bold=True)], CITE, inset.by(_STEP))

    def _sources(self, sources: Iterable[Source]) -> None:
        galley = self._chapter("Sources", "sources", fresh=True)
        listed = list(sources)
        for source in listed:
            marks: tuple[Mark, ...] = ()
            if source.number is not None:
                number = self.desk.line(f"{source.number} ", TEXT._replace(cut=Cut.BOLD), 0, 40)
                marks = (AnchorMark(0, 0, reference(source.number).removeprefix("#")), number)
            runs = cite_runs(self.desk, source.cite or (Span(text="Untitled"),), TEXT)
            if source.lacking:
                runs.append(self.desk.run(f" Not given: {', '.join(source.lacking)}.", TEXT))
            galley.text(runs, TEXT, FLUSH.by(32), marks=marks)
        self._if_nothing(galley, listed, "No sources yet.")
        self.press.flow(galley.rows)

    def gaps(self, gaps: Sequence[OpenGaps]) -> None:
        """What is still open."""
        galley = self._chapter("Open gaps", "gaps", fresh=True)
        self._if_nothing(galley, gaps, NO_GAPS)
        for each in gaps:
            galley.text([self.desk.run(each.heading, PART)], PART)
            for line in each.lines:
                box = BoxMark(1, 4.5, 11, 11, filled=False)
                galley.text([self.desk.run(line, TEXT)], TEXT._replace(after=4), FLUSH.by(24), marks=(box,))
        self.press.flow(galley.rows)

    def notes(self) -> None:
        """A page of lines to write on."""
        galley = self._chapter("Notes", "notes", fresh=True)
        self.press.flow(galley.rows)
        self.press.flow(ruled(galley.width, self.press.room))
