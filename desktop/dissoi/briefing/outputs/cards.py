# SPDX-License-Identifier: MIT
"""Speaking cards one after the other, each on a page of its own where there are pages.

The first stands below the question.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dissoi.briefing.card_text import told_on_card
from dissoi.briefing.content import Brief, Point, Stand
from dissoi.briefing.opposition import Tree
from dissoi.briefing.options import Options
from dissoi.briefing.outputs.elements import bold, heading, italic, paragraph, plain
from dissoi.briefing.outputs.ends import opening
from dissoi.briefing.outputs.wording import SIDES
from dissoi.briefing.short_case import NO_ARGUMENTS
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.dossier.prose import Block, Blocks
from dissoi.dossier.sides import tagged


def speaking_cards_in_order(brief: Brief, options: Options) -> Blocks:
    """All cards, position by position, pro before con."""
    cards = chain.from_iterable(
        _card(*each, opens=place > 0) for place, each in enumerate(_found(brief, options))
    )
    return (*opening(brief), *(tuple(cards) or [paragraph(italic(NO_ARGUMENTS))]))


def _found(brief: Brief, options: Options) -> Iterator[tuple[Stand, Tree, Point]]:
    for stand in brief.stands:
        for side in options.sides.chosen:
            tree = Tree(stand.of(side))
            for point in stand.arguments(side):
                yield stand, tree, point


def _card(stand: Stand, tree: Tree, point: Point, *, opens: bool) -> Iterator[Block]:
    """A card. The first does not open a page: the question above it would be nearly all of another."""
    yield heading(2, f"{point.number} {point.claim or NO_CLAIM}", opens=opens)
    yield paragraph(italic(f"{SIDES[point.side]}, position {stand.number}"))
    for told in told_on_card(tree, point):
        speaker = f"{tagged(told.answer.side, told.answer.number)} " if told.answer is not None else ""
        yield paragraph(bold(f"{speaker}{told.label}: "), plain(told.said))
