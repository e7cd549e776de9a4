# SPDX-License-Identifier: MIT
"""Files in which each position has parts for the sides that were chosen; what there is none of is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dissoi.briefing.content import Brief, Stand
from dissoi.briefing.front import UNSTATED
from dissoi.briefing.outputs.elements import heading, italic, paragraph
from dissoi.briefing.outputs.ends import opening
from dissoi.briefing.outputs.wording import SIDES
from dissoi.briefing.sheets import lacking_told
from dissoi.briefing.short_case import NO_POSITIONS
from dissoi.dossier.prose import Block, Blocks
from dissoi.dossier.records import Side


class SidePart(NamedTuple):
    """What belongs to a side under its heading. `nothing` is said where there are no entries."""

    side: Side
    title: str
    entries: Sequence[Blocks]
    nothing: str


def in_sides(
    brief: Brief,
    sides: Sequence[Side],
    parts_of: Callable[[Stand, Side], Iterable[SidePart]],
    rank: int = 2,
) -> Iterator[Block]:
    """All parts of all positions, which are headings of that rank, the parts of the next.

    Positions for which there is nothing are named together at the start.
    """
    yield from opening(brief)
    found = [(stand, [part for side in sides for part in parts_of(stand, side)]) for stand in brief.stands]
    empty = [stand for stand, parts in found if not any(part.entries for part in parts)]
    yield from missing(brief, empty)
    for stand, parts in found:
        if stand not in empty:
            yield heading(rank, f"{stand.number}. {stand.statement or UNSTATED}")
            yield from _parts(parts, rank + 1)


def missing(brief: Brief, empty: Sequence[Stand]) -> Iterator[Block]:
    """What is said at the start of a file: for which positions there is nothing, or that there are none."""
    if empty:
        yield paragraph(italic(lacking_told(empty)))
    if not brief.stands:
        yield paragraph(italic(NO_POSITIONS))


def _parts(parts: Iterable[SidePart], rank: int) -> Iterator[Block]:
    for part in parts:
        yield heading(rank, f"{SIDES[part.side]} – {part.title}")
        if not part.entries:
            yield paragraph(italic(part.nothing))
        for entry in part.entries:
            yield from entry
