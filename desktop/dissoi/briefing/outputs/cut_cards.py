# SPDX-License-Identifier: MIT
"""The cards of a brief as blocks, in the form in which teams trade files: tag, full cite, text.

Each tag is a heading of the fourth rank, as files of evidence have them. A card is made of quotation
blocks, in which italic says “quoted” and bold “to be read aloud”, for writers that cannot underline. Of a
card that nobody cut, all that is quoted is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from dissoi.briefing.argument import WORDED, trouble_of
from dissoi.briefing.content import Brief, Point, Proof, Stand
from dissoi.briefing.front import UNASKED, UNSTATED
from dissoi.briefing.options import Options
from dissoi.briefing.outputs.wording import SIDES
from dissoi.dossier.prose import Block, BlockKind, Blocks, Span, plain_block
from dissoi.dossier.records import Side

_NO_CLAIM = "No claim yet"


def cards_in_order(brief: Brief, options: Options) -> Blocks:
    """All cards, position by position, those that speak for pro before those for con.

    Positions and sides without evidence are left out.
    """
    return (_heading(1, brief.question or UNASKED), *_cards(brief, options))


def _cards(brief: Brief, options: Options) -> Iterator[Block]:
    for stand in brief.stands:
        made = [(side, tuple(_of_side(stand, side))) for side in options.sides.chosen]
        if any(blocks for _, blocks in made):
            yield _heading(2, f"{stand.number}. {stand.statement or UNSTATED}")
        for side, blocks in made:
            if blocks:
                yield _heading(3, SIDES[side])
            yield from blocks


def _of_side(stand: Stand, side: Side) -> Iterator[Block]:
    for root in Side:
        for point in stand.of(root):
            if point.side is side:
                for proof in point.proofs:
                    yield from _card(point, proof)


def _card(point: Point, proof: Proof) -> Iterator[Block]:
    yield _heading(4, f"{point.claim or _NO_CLAIM} ({point.number})")
    cite = proof.full or (Span(text=proof.cite, bold=True),)
    kind = f" {WORDED[proof.sort]}." if proof.sort in WORDED else ""
    yield Block(spans=(*cite, Span(text=f" {proof.paragraphs}{kind}".rstrip())))
    if trouble := trouble_of(proof):
        yield Block(spans=(Span(text=trouble, italic=True),))
    for block in proof.card or (_words(proof),):
        yield Block(kind=BlockKind.QUOTE, level=1, spans=block.spans)


def _words(proof: Proof) -> Block:
    """The quotation alone, where the paragraphs that it stood in are not known."""
    pieces = ((each.text, each.read) for each in proof.quoted)
    return Block(spans=tuple(Span(text=text, bold=read, italic=not read) for text, read in pieces))


def _heading(level: int, text: str) -> Block:
    return plain_block(text, BlockKind.HEADING, level)
