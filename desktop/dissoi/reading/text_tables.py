# SPDX-License-Identifier: MIT
"""Tables in plain text: with bars between cells, or with columns that lines of dashes show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dissoi.dossier.markup_settling import cells_joined
from dissoi.dossier.prose import Block, BlockKind, Blocks, Span

_FEWEST_LINES = 3
_BARRED = re.compile(r"\s*(?:[|+]\s*)?:?[-=]{2,}:?\s*(?:[|+]\s*:?[-=]{2,}:?\s*)*[|+]?$")
"""Matches the rule of a table with bars: |---|---|, or +---+---+."""
_DASHED = re.compile(r"\s*[-=]{2,}(?:\s+[-=]{2,})+$")
"""Matches a rule that shows where columns stand: -----  -----."""
_ALL_DASHES = re.compile(r"[\s|+:=-]+$")
_DASHES = re.compile(r"[-=]+")


def table_rows(lines: Sequence[str]) -> Blocks:
    """The rows of the table that a stretch of lines is; none when it is no table."""
    if len(lines) < _FEWEST_LINES:
        return ()
    texts = [line for line in lines if not _ALL_DASHES.match(line)]
    barred = [line for line in lines if _BARRED.match(line) and re.search(r"[|+]", line)]
    dashed = next((line for line in lines if _DASHED.match(line)), "")
    if barred and all("|" in line for line in texts):
        return tuple(_row(line.strip().removeprefix("|").removesuffix("|").split("|")) for line in texts)
    starts = [found.start() for found in _DASHES.finditer(dashed)]
    if texts and starts and not any(_is_cut(line, starts) for line in texts):
        return tuple(_row(_cells(line, starts)) for line in texts)
    return ()


def _is_cut(line: str, starts: Sequence[int]) -> bool:
    """Whether a column begins in the middle of a word, as where dashes part what is no table."""
    return any(
        not line[start - 1 : start].isspace() and line[start : start + 1].strip() for start in starts[1:]
    )


def _cells(line: str, starts: Sequence[int]) -> Iterator[str]:
    for start, end in pairwise([0, *starts[1:], len(line)]):
        yield line[start:end]


def _row(cells: Sequence[str] | Iterator[str]) -> Block:
    words = [" ".join(cell.split()) for cell in cells]
    return Block(
        kind=BlockKind.ROW, spans=cells_joined([(Span(text=each),) if each else () for each in words])
    )
