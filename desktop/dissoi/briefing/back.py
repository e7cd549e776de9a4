# SPDX-License-Identifier: MIT
"""Sets what stands behind the positions: the sources with their full cites, and notes pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dissoi.briefing.content import Source
from dissoi.briefing.desk import Desk, address, reference
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.lines import Run
from dissoi.briefing.pages import ruled
from dissoi.briefing.rows import FLUSH, AnchorMark, Galley, Mark, Row
from dissoi.briefing.styles import H2, NOTE, SOURCE, Style

_HANG = 24.0
_NUMBER: Final = replace(SOURCE, family=Family.SANS, cut=Cut.BOLD)


@dataclass(frozen=True)
class Back:
    """Sets the pages behind the positions."""

    desk: Desk

    def sources(self, sources: Sequence[Source], also_read: Sequence[Source]) -> list[Row]:
        """The sources in the order of their numbers, then what was read and is not quoted."""
        galley = self.desk.galley(self.desk.format.width)
        for source in sources:
            self._source(galley, source)
        if not sources:
            galley.text([self.desk.run("No sources yet.", SOURCE)], SOURCE)
        if also_read:
            galley.text([self.desk.run("Also read", H2)], H2)
        for source in also_read:
            self._source(galley, source)
        return galley.rows

    def _source(self, galley: Galley, source: Source) -> None:
        marks: tuple[Mark, ...] = ()
        inset = FLUSH.by(_HANG)
        if source.number is not None:
            number = self.desk.line_to_right(str(source.number), _NUMBER, _HANG - 8, _HANG)
            marks = (AnchorMark(0, 0, reference(source.number).removeprefix("#")), number)
        tight = replace(SOURCE, after=0.5, keep=True) if source.lacking else SOURCE
        runs = self._cite(source) or [self.desk.run("Untitled", SOURCE)]
        galley.text(runs, tight, inset, marks=marks)
        if source.lacking:
            note: Style = replace(NOTE, before=0.0)
            galley.text([self.desk.run(f"Not given: {', '.join(source.lacking)}.", note)], note, inset)

    def _cite(self, source: Source) -> list[Run]:
        """The full cite as runs, its parts separated by commas."""
        desk, runs = self.desk, list[Run]()
        for name, text in source.parts:
            if runs:
                runs.append(desk.run(", ", SOURCE))
            target = address(text) if name == "url" else ""
            if name == "title":
                runs.append(desk.run(text, SOURCE, italic=True))
            elif target:
                runs.append(desk.link(text, SOURCE, target))
            else:
                runs.append(desk.run(f"accessed {text}" if name == "accessed" else text, SOURCE))
        ends = bool(source.parts) and source.parts[-1][1].endswith((".", "?", "!", "…"))
        return runs if ends or not runs else [*runs, desk.run(".", SOURCE)]

    def notes(self, height: float) -> list[Row]:
        """Lines to write on."""
        return ruled(self.desk.format.width, height)
