# SPDX-License-Identifier: MIT
"""The flow of each position as a table: a column for each speech, a row for each line of argument."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from dissoi.briefing.content import Brief, Stand
from dissoi.briefing.front import UNSTATED
from dissoi.briefing.lanes import Lane, Seed, flows_of, lanes_of
from dissoi.briefing.options import Options
from dissoi.briefing.outputs.elements import Cell, Table, bold, heading, italic, plain
from dissoi.briefing.outputs.ends import opening
from dissoi.dossier.prose import LINE_BREAK, Block, Blocks

_LEAST_ROWS = 5
"""As many as a sheet of paper has: room to write in."""
_UNENDING: Final = sys.maxsize
"""Rows of a table, which no sheet ends."""


def flow_in_order(brief: Brief, options: Options) -> Blocks:
    """A flow for each position, each on pages of its own; one blank flow without positions."""
    return (*opening(brief), *_flows(brief, options))


def _flows(brief: Brief, options: Options) -> Iterator[Block]:
    for place, stand in enumerate(flows_of(brief)):
        if stand.number:
            named = f"{stand.number}. {stand.statement or UNSTATED}"
            yield heading(2, named, opens=place > 0)
        yield _table(brief, stand, seeded=options.seeded)


def _table(brief: Brief, stand: Stand, *, seeded: bool) -> Table:
    lanes = lanes_of(brief, stand, _UNENDING, seeded=seeded)
    rows = [tuple(map(_cell, row)) for row in zip_longest(*(lane.seeds for lane in lanes))]
    blank = [((),) * len(lanes)] * (_LEAST_ROWS - len(rows))
    return Table(head=tuple(map(_head, lanes)), rows=(*rows, *blank), wide=True)


def _head(lane: Lane) -> Cell:
    return (bold(lane.head), *((plain(f"{LINE_BREAK}{lane.speaker}"),) if lane.speaker else ()))


def _cell(seed: Seed | None) -> Cell:
    if seed is None:
        return ()
    planned = (italic(f"{LINE_BREAK}{seed.told}"),) if seed.told else ()
    return (bold(f"{seed.number} "), plain(seed.claim), *planned)
