# SPDX-License-Identifier: MIT
"""Sets the list of what is in a brief. Entries are set before it is known where their pages are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.front import NUMBER, Heading
from dissoi.briefing.marks import LinkMark, Mark, belonging
from dissoi.briefing.rows import Row, height_of, marks_of
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import ENTRY, TAG, Style

_LAST = 6
"""So many entries at the end stand on one page: sources and notes have none to themselves."""


class Contents(NamedTuple):
    """Sets the entries of the contents."""

    desk: Desk

    def entries(self, headings: Sequence[Heading]) -> list[Row]:
        """The list of headings, each leading to its page, which is not told yet."""
        rows: list[Row] = []
        listed = Part(Role.CONTENTS)
        for place, heading in enumerate(headings):
            leads = headings[place + 1 : place + 2]
            stays = bool(leads) and (leads[0].rank > heading.rank == 0 or place >= len(headings) - _LAST)
            set_entry = partial(self._entry, heading, listed.holds(Role.ENTRY))
            entry = self.desk.recalled(("entry", heading.key), heading, set_entry)
            rows.append(entry._replace(gap=0.0 if heading.rank else 9.0, keep=stays))
        return rows

    def numbered(self, entry: Row, heading: Heading, page: int) -> Row:
        """The entry of a heading with the number of its page, beside the last line."""
        style = _entry_style(heading)
        width = self.desk.format.width
        folio = self.desk.line_to_right(str(page), style._replace(family=Family.SANS), width, 36)
        last = entry.height - style.after - style.leading
        folio = folio._replace(y=folio.y + last, part=_part_of(entry))
        return entry._replace(marks=(*entry.marks, folio))

    def _entry(self, heading: Heading, part: Part) -> Row:
        desk, layout = self.desk, self.desk.format
        style = _entry_style(heading)
        start = layout.labels + (NUMBER + 6 if heading.rank and heading.number else 0)
        galley, link = desk.galley(layout.width - start - 36), part.holds(Role.LINK)
        galley.text([desk.run(f"{heading.title} ", style)], style, at_most=3, part=link)
        height = height_of(galley.rows)
        marks: list[Mark] = [LinkMark(0, 0, layout.width, height, f"#{heading.key}")]
        if heading.rank and heading.number:
            bold = style._replace(family=Family.SANS, cut=Cut.BOLD)
            marks.append(desk.line(f"{heading.number} ", bold, layout.labels, NUMBER + 8))
        elif heading.number:
            label = desk.line(f"{heading.number} ", TAG, 0, layout.labels)
            marks.append(label._replace(y=style.baseline))
        marks += marks_of(galley.rows, start)
        return Row(height + style.after, marks=tuple(belonging(marks, link)))


def _entry_style(heading: Heading) -> Style:
    return ENTRY if heading.rank else ENTRY._replace(size=10.5, leading=14, cut=Cut.SEMIBOLD)


def _part_of(entry: Row) -> Part | None:
    """The link that an entry of the contents is."""
    return next(mark.part for mark in entry.marks if isinstance(mark, LinkMark))
