# SPDX-License-Identifier: MIT
"""Blocks as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dissoi.briefing.outputs.elements import Opening, Table
from dissoi.dossier.markup import markdown_of
from dissoi.dossier.markup_writing import table_of
from dissoi.dossier.prose import Block, BlockKind, Blocks


def markdown_file_of(blocks: Blocks) -> str:
    """Markdown that ends with a newline. What begins a page elsewhere is ruled off."""
    return "\n\n".join(_parts(ruled_off(blocks))) + "\n"


def ruled_off(blocks: Blocks) -> Iterator[Block]:
    """Blocks with a rule before each that begins a page, for forms without pages."""
    for block in blocks:
        if isinstance(block, Opening):
            yield Block(kind=BlockKind.RULE)
        yield block


def _parts(blocks: Iterator[Block]) -> Iterator[str]:
    for are_tables, group in groupby(blocks, key=lambda block: isinstance(block, Table)):
        if are_tables:
            yield from (table_of((each.head, *each.rows)) for each in group if isinstance(each, Table))
        else:
            yield markdown_of(group)
