# SPDX-License-Identifier: MIT
"""The case in short, with as much detail as a sheet of paper can have; here nothing need fit it."""

from __future__ import annotations

from collections.abc import Iterator

from dissoi.briefing.content import Brief
from dissoi.briefing.front import UNSTATED
from dissoi.briefing.options import Options
from dissoi.briefing.outputs.elements import bold, heading, italic, item, paragraph, plain
from dissoi.briefing.outputs.ends import opening
from dissoi.briefing.outputs.wording import SIDES
from dissoi.briefing.short_case import DETAILS, NO_ARGUMENTS, NO_POSITIONS, Claim, Half, half_of
from dissoi.dossier.prose import Block, Blocks
from dissoi.dossier.sides import tagged


def short_case_in_order(brief: Brief, options: Options) -> Blocks:
    """All positions, each with the weightiest claims of the chosen sides."""
    return (*opening(brief), *(tuple(_positions(brief, options)) or [paragraph(italic(NO_POSITIONS))]))


def _positions(brief: Brief, options: Options) -> Iterator[Block]:
    for stand in brief.stands:
        yield heading(2, f"{stand.number}. {stand.statement or UNSTATED}")
        for side in options.sides.chosen:
            yield heading(3, SIDES[side])
            yield from _half(half_of(stand, side, DETAILS[0]))


def _half(half: Half) -> Iterator[Block]:
    for claim in half.claims:
        yield from _claim(claim)
    if half.is_empty:
        yield paragraph(italic(NO_ARGUMENTS))
    if half.left_out:
        yield paragraph(italic(half.left_out))


def _claim(claim: Claim) -> Iterator[Block]:
    yield item(1, "•", bold(f"{claim.point.number} {claim.point.claim}"))
    if claim.cites:
        yield item(2, "•", plain(claim.cites))
    if claim.impact:
        yield item(2, "•", italic("So what: "), plain(claim.impact))
    for label, said in claim.below:
        yield item(2, "•", bold(f"{tagged(said.side, said.number)} "), italic(label), plain(said.claim))
