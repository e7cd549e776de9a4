# SPDX-License-Identifier: MIT
"""What files other than PDF are made of: blocks, and some that mean more to a writer than their kind says.

A writer that has no way to show what they mean writes them as what their kind is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from dissoi.dossier.markup_writing import cells_of
from dissoi.dossier.prose import MAX_LEVEL, Block, BlockKind, Span
from dissoi.dossier.value import value

Cell = tuple[Span, ...]
_ROW = BlockKind.ROW


@value
class Opening(Block):
    """A heading with which a new page begins, where there are pages."""


@value
class Lead(Block):
    """A paragraph about what follows it, and on one page with that."""


@value
class Cite(Block):
    """A paragraph above a card: where it is from, what is wrong with it. What is bold is the short cite."""


@value
class CardText(Block):
    """A paragraph of a card, in which italic says “quoted” and bold “to be read aloud”."""


@value
class Item(Block):
    """An item of a list, so many lists deep: `level` goes no deeper than those of blocks."""

    kind: BlockKind = BlockKind.ITEM
    depth: int = 1


@value
class Table(Block):
    """A whole table. A `wide` one is written on: it wants a sheet on its side, and rows with room in them."""

    kind: BlockKind = BlockKind.ROW
    head: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    wide: bool = False

    @property
    def text(self) -> str:
        """The words of all cells."""
        return " ".join(span.text for row in (self.head, *self.rows) for cell in row for span in cell)


def with_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with rows that follow one another made a table, of which the first row is the head."""
    for are_rows, group in groupby(blocks, key=lambda block: type(block) is Block and block.kind is _ROW):
        if are_rows:
            head, *rows = map(cells_of, group)
            yield Table(head=head, rows=tuple(rows))
        else:
            yield from group


def heading(level: int, text: str, *, opens: bool = False) -> Block:
    """A heading, which `opens` a page or not."""
    kind = Opening if opens else Block
    return kind(kind=BlockKind.HEADING, level=level, spans=(Span(text=text),))


def paragraph(*spans: Span) -> Block:
    """A paragraph."""
    return Block(spans=spans)


def item(level: int, marker: str, *spans: Span) -> Block:
    """An item of a list, at any level from 1."""
    return Item(level=min(level, MAX_LEVEL), depth=level, marker=marker, spans=_spoken(spans))


def depth_of(block: Block) -> int:
    """How many lists deep an item stands."""
    return block.depth if isinstance(block, Item) else block.level


def as_items(blocks: Iterable[Block], level: int) -> Iterator[Block]:
    """What a user wrote, below an item. A rule, which would end the list, is left out."""
    return (_as_item(block, level) for block in blocks if block.kind is not BlockKind.RULE)


def below_heading(blocks: Iterable[Block], level: int) -> Iterator[Block]:
    """What a user wrote below a heading of that rank; its own headings rank below it."""
    return (_deeper(block, level) if block.kind is BlockKind.HEADING else block for block in blocks)


def plain(text: str) -> Span:
    """Text as it is."""
    return Span(text=text)


def bold(text: str) -> Span:
    """Text that stands out."""
    return Span(text=text, bold=True)


def italic(text: str) -> Span:
    """Text that nobody wrote: what is told of the content, and is not part of it."""
    return Span(text=text, italic=True)


def _as_item(block: Block, level: int) -> Block:
    """A block of what a user wrote, in its place below an item; its own depth is added."""
    deeper = level + block.level - 1 if block.kind is BlockKind.ITEM else level
    return item(deeper, block.marker or "•", *block.spans)


def _deeper(block: Block, by: int) -> Block:
    return block.model_copy(update={"level": min(MAX_LEVEL, block.level + by)})


def _spoken(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.text)
