# SPDX-License-Identifier: MIT
"""The cards of a brief as blocks, in the form in which teams trade files: tag, full cite, text.

Each tag is a heading of the fourth rank, as files of evidence have them. Of a card that nobody cut, all that
is quoted is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from dissoi.briefing.argument import WORDED
from dissoi.briefing.content import Brief, Point, Proof, Stand
from dissoi.briefing.front import UNSTATED
from dissoi.briefing.options import Options
from dissoi.briefing.outputs.by_side import missing
from dissoi.briefing.outputs.elements import CardText, Cite, bold, heading, italic, plain
from dissoi.briefing.outputs.ends import gaps, opening
from dissoi.briefing.outputs.wording import SIDES
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.dossier.prose import Block, BlockKind, Blocks, Span
from dissoi.dossier.records import Side


def cards_in_order(brief: Brief, options: Options) -> Blocks:
    """All cards, position by position, those that speak for pro before those for con.

    Positions and sides without evidence are left out; where there is none at all, that is said.
    """
    cards = tuple(_cards(brief, options)) or tuple(missing(brief, brief.stands))
    return (*opening(brief), *cards, *gaps(brief))


def card_of_proof(proof: Proof) -> Iterator[Block]:
    """What stands below the tag of a card: full cite, what is wrong with it, and its text."""
    cite = proof.full or (bold(proof.cite),)
    kind = f" {WORDED[proof.sort]}." if proof.sort in WORDED else ""
    yield Cite(spans=(*cite, plain(f" {proof.paragraphs}{kind}".rstrip())))
    if trouble := proof.trouble:
        yield Cite(spans=(italic(trouble),))
    for spans in [block.spans for block in proof.card] or [_words(proof)]:
        yield CardText(kind=BlockKind.QUOTE, spans=spans)


def _cards(brief: Brief, options: Options) -> Iterator[Block]:
    for stand in brief.stands:
        made = [(side, tuple(_of_side(stand, side))) for side in options.sides.chosen]
        if any(blocks for _, blocks in made):
            yield heading(2, f"{stand.number}. {stand.statement or UNSTATED}")
        for side, blocks in made:
            if blocks:
                yield heading(3, SIDES[side])
            yield from blocks


def _of_side(stand: Stand, side: Side) -> Iterator[Block]:
    for root in Side:
        for point in stand.of(root):
            if point.side is side:
                for proof in point.proofs:
                    yield from _card(point, proof)


def _card(point: Point, proof: Proof) -> Iterator[Block]:
    yield heading(4, f"{point.claim or NO_CLAIM} ({point.number})")
    yield from card_of_proof(proof)


def _words(proof: Proof) -> tuple[Span, ...]:
    """The quotation alone, where the paragraphs that it stood in are not known."""
    pieces = ((each.text, each.read) for each in proof.quoted)
    return tuple(Span(text=text, bold=read, italic=not read) for text, read in pieces)
