# SPDX-License-Identifier: MIT
"""Cards as teams cut them: whole paragraphs of an article, in which the words to be read are marked.

What is not read stays readable, so that the other side can see the context (NSDA evidence rules).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dissoi.dossier.prose import Block, BlockKind, Blocks, Span
from dissoi.dossier.records import Article

LEFT_OUT = "[…]"
"""What stands between paragraphs that do not follow one another."""


def card_of(
    article: Article, ranges: Sequence[tuple[int, int]], read: Sequence[tuple[int, int]] | None = None
) -> Blocks:
    """The blocks that `ranges` touch (code points of the article's text).

    What is to be read aloud is bold: what lies in `read`, or in `ranges` where that is None. What else lies
    in `ranges` is italic. Blocks between them are left out, and their place is marked.
    """
    cut: list[Block] = []
    skipped = False
    for block, start in zip(article.blocks, article.starts, strict=True):
        inside = _inside(ranges, start, len(block.text))
        if not inside:
            # Nothing is left out where a rule or a picture has no words.
            skipped = skipped or bool(block.text)
            continue
        if cut and skipped:
            cut.append(Block(spans=(Span(text=LEFT_OUT),)))
        aloud = inside if read is None else _inside(read, start, len(block.text))
        spans = tuple(_marked(block.text, inside, aloud))
        cut.append(Block(kind=BlockKind.PARAGRAPH, spans=spans))
        skipped = False
    return tuple(cut)


def _inside(ranges: Sequence[tuple[int, int]], start: int, length: int) -> list[tuple[int, int]]:
    """The parts of `ranges` that lie within a block, counted from its start, joined where they meet."""
    found: list[tuple[int, int]] = []
    for left, right in sorted((max(a - start, 0), min(b - start, length)) for a, b in ranges):
        if left >= right:
            continue
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _marked(text: str, quoted: Sequence[tuple[int, int]], read: Sequence[tuple[int, int]]) -> Iterator[Span]:
    edges = sorted({0, len(text), *(edge for both in (*quoted, *read) for edge in both)})
    for left, right in pairwise(edges):
        bold, inside = _covers(read, left), _covers(quoted, left)
        yield Span(text=text[left:right], bold=bold and inside, italic=inside and not bold)


def _covers(ranges: Sequence[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in ranges)
