# SPDX-License-Identifier: MIT
"""Blocks and frontlines in the ranks that files of evidence have: position, kind, block, tag.

These are Verbatim's Pocket, Hat, Block and Tag. Our answers are tags, with their cards below them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dissoi.briefing.content import Brief, Point, Stand
from dissoi.briefing.frontlines import KINDS, Frontline, frontlines
from dissoi.briefing.opposition import Answer
from dissoi.briefing.options import Options, Section
from dissoi.briefing.outputs.by_side import SidePart, in_sides
from dissoi.briefing.outputs.cut_cards import card_of_proof
from dissoi.briefing.outputs.elements import (
    Lead,
    below_heading,
    bold,
    heading,
    italic,
    item,
    paragraph,
    plain,
)
from dissoi.briefing.outputs.ends import gaps, sources
from dissoi.briefing.outputs.wording import NO_ANSWER, also_told, said_by
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.dossier.prose import Block, Blocks
from dissoi.dossier.records import Side

_POCKET, _BLOCK, _TAG = 1, 3, 4


def blocks_in_order(brief: Brief, options: Options) -> Blocks:
    """All blocks and frontlines of the chosen sides, position by position."""
    return tuple(_parts(brief, options))


def _parts(brief: Brief, options: Options) -> Iterator[Block]:
    yield from in_sides(brief, options.sides.chosen, _sides, _POCKET)
    if Section.SOURCES in options.parts:
        yield from sources(brief, _POCKET)
    yield from gaps(brief, _POCKET)


def _sides(stand: Stand, side: Side) -> Iterator[SidePart]:
    for kind in KINDS:
        entries = tuple(tuple(_block(each)) for each in frontlines(stand, side, kind))
        yield SidePart(side, f"{kind.name}: {kind.told}", entries, kind.nothing)


def _block(block: Frontline) -> Iterator[Block]:
    yield heading(_BLOCK, said_by(block.attack))
    for told in block.told:
        yield Lead(spans=(plain(told.words),))
    if block.extended is not None:
        yield from _extended(block.extended)
    for place, answer in enumerate(block.answers, 1):
        yield from _answer(answer, place)
    if not block.answers:
        yield paragraph(italic(NO_ANSWER))


def _extended(attacked: Answer) -> Iterator[Block]:
    """What to say again of an argument of ours: its evidence, and what supports it with its own."""
    for point in (attacked.point, *attacked.supports):
        if point is not attacked.point and point.claim:
            yield item(1, "•", bold("Extend: "), plain(f"{point.number} {point.claim}"))
        for proof in point.proofs:
            yield item(1, "•", bold(f"Extend: {proof.cite}: "), plain(proof.said))


def _answer(answer: Answer, place: int) -> Iterator[Block]:
    yield heading(_TAG, f"{place}. {answer.point.claim or NO_CLAIM}")
    yield from _carried(answer.point)
    for support in answer.supports:
        yield heading(_TAG, also_told(support))
        yield from _carried(support)


def _carried(point: Point) -> Iterator[Block]:
    """What carries an answer: reasoning, cards, impact."""
    yield from below_heading(point.reasoning, _TAG)
    for proof in point.proofs:
        yield from card_of_proof(proof)
    if point.impact:
        yield paragraph(bold("So what: "), plain(point.impact))
