# SPDX-License-Identifier: MIT
"""Sets what stands behind the positions: the sources with their full cites, and notes pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dissoi.briefing.content import OpenGaps, Source
from dissoi.briefing.desk import Desk, address, reference
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.lines import Run
from dissoi.briefing.marks import AnchorMark, BoxMark, Mark
from dissoi.briefing.pages import ruled
from dissoi.briefing.rows import FLUSH, Galley, Row
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import CELL, H2, NOTE, PROSE, QUIET, SOURCE, Style
from dissoi.dossier.prose import Span

NO_GAPS: Final = "No gaps were found."
_HANG = 24.0
_NUMBER: Final = SOURCE._replace(family=Family.SANS, cut=Cut.BOLD)


class Back(NamedTuple):
    """Sets the pages behind the positions."""

    desk: Desk

    def sources(self, sources: Sequence[Source], also_read: Sequence[Source]) -> list[Row]:
        """The sources in the order of their numbers, then what was read and is not quoted."""
        galley = self.desk.galley(self.desk.format.width)
        with galley.within(Role.LIST):
            for source in sources:
                self._set_source(galley, source)
        if not sources:
            galley.text([self.desk.run("No sources yet.", SOURCE)], SOURCE)
        if also_read:
            galley.text([self.desk.run("Also read", H2)], H2)
        with galley.within(Role.LIST):
            for source in also_read:
                self._set_source(galley, source)
        return galley.rows

    def _set_source(self, galley: Galley, source: Source) -> None:
        marks: tuple[Mark, ...] = ()
        inset, item = FLUSH.by(_HANG), Part(Role.ITEM, galley.part)
        if source.number is not None:
            number = self.desk.line_to_right(str(source.number), _NUMBER, _HANG - 8, _HANG)
            label = number._replace(part=item.holds(Role.LABEL))
            marks = (AnchorMark(0, 0, reference(source.number).removeprefix("#")), label)
        tight = SOURCE._replace(after=0.5, keep=True) if source.lacking else SOURCE
        runs = cite_runs(self.desk, source.cite, SOURCE) or [self.desk.run("Untitled", SOURCE)]
        body = item.holds(Role.BODY)
        galley.text(runs, tight, inset, marks=marks, part=body.holds(Role.PARAGRAPH))
        if source.lacking:
            note: Style = NOTE._replace(before=0.0)
            lacking = self.desk.run(f"Not given: {', '.join(source.lacking)}.", note)
            galley.text([lacking], note, inset, part=body.holds(Role.PARAGRAPH))

    def gaps(self, gaps: Sequence[OpenGaps]) -> list[Row]:
        """What is still open: a box to tick before each gap."""
        galley = self.desk.galley(self.desk.format.width)
        if not gaps:
            galley.text([self.desk.run(NO_GAPS, PROSE)], PROSE)
        for each in gaps:
            count = self.desk.run(f"  {len(each.lines)}", H2._replace(cut=Cut.REGULAR))
            galley.text([self.desk.run(each.heading, H2), count], H2)
            for line in each.lines:
                box = BoxMark(0.5, 3, 7, 7, filled=False, ink=QUIET)
                galley.text([self.desk.run(line, CELL)], CELL, FLUSH.by(16), marks=(box,))
        return galley.rows

    def notes(self, height: float) -> list[Row]:
        """Lines to write on."""
        return ruled(self.desk.format.width, height)


def cite_runs(desk: Desk, spans: Sequence[Span], style: Style) -> list[Run]:
    """A full cite as runs, its address leading to the page."""
    runs = []
    for span in spans:
        target = address(span.link)
        plain = desk.run(span.text, style, bold=span.bold, italic=span.italic)
        runs.append(desk.link(span.text, style, target) if target else plain)
    return runs
