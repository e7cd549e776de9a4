# SPDX-License-Identifier: MIT
"""Crossfire as lists: questions with the answers hoped for and their follow-ups; what to say to theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dissoi.briefing.content import Brief, Point, Query, Stand
from dissoi.briefing.opposition import Answer, Line
from dissoi.briefing.options import Options
from dissoi.briefing.outputs.by_side import SidePart, in_sides
from dissoi.briefing.outputs.elements import bold, heading, italic, item, paragraph, plain
from dissoi.briefing.outputs.ends import gaps
from dissoi.briefing.outputs.wording import NO_ANSWER, also_told, said_by
from dissoi.briefing.questions import (
    NO_QUESTION,
    NOTHING_TO_ASK,
    NOTHING_TO_EXPECT,
    TO_ASK,
    TO_EXPECT,
    Asked,
    Expected,
    to_ask,
    to_expect,
)
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.dossier.prose import Block, Blocks
from dissoi.dossier.records import Side


def crossfire_in_order(brief: Brief, options: Options) -> Blocks:
    """All questions of the chosen sides, position by position."""
    return (*in_sides(brief, options.sides.chosen, _sides), *gaps(brief))


def _sides(stand: Stand, side: Side) -> Iterator[SidePart]:
    asked = tuple(tuple(_asked(each)) for each in to_ask(stand, side))
    yield SidePart(side, TO_ASK, asked, NOTHING_TO_ASK)
    expected = tuple(tuple(_expected(each)) for each in to_expect(stand, side))
    yield SidePart(side, TO_EXPECT, expected, NOTHING_TO_EXPECT)


def _asked(asked: Asked) -> Iterator[Block]:
    if asked.about is not None:
        yield heading(4, said_by(asked.about))
    yield from _told(asked.told)
    for place, query in enumerate(asked.queries, 1):
        yield from _query(query, place, 1)
    for label, prompt in asked.prompts:
        yield item(1, "•", bold(f"{label.capitalize()}: " if label else ""), plain(prompt))
    if asked.leads_to is not None:
        reply = asked.leads_to.point
        yield item(1, "•", bold("Leads to: "), plain(f"{reply.number} {reply.claim or NO_CLAIM}"))
        for support in asked.leads_to.supports:
            yield from _also(asked.leads_to, support)


def _query(query: Query, place: int, level: int) -> Iterator[Block]:
    """A question, the answer hoped for, and what follows it up."""
    yield item(level, f"{place}.", plain(query.question or NO_QUESTION))
    if query.hoped:
        yield item(level + 1, "•", italic("Hoped for: "), plain(query.hoped))
    for number, below in enumerate(query.followups, 1):
        yield from _query(below, number, level + 1)


def _expected(expected: Expected) -> Iterator[Block]:
    yield heading(4, said_by(expected.attack))
    yield from _told(expected.told)
    for answer in expected.answers:
        yield item(1, "•", bold("Say: "), plain(answer.point.claim or NO_CLAIM))
        yield from _proofs(answer.point, 2)
        for support in answer.supports:
            yield from _also(answer, support)
            yield from _proofs(support, answer.level(support) + 2)
    if not expected.answers:
        yield paragraph(italic(NO_ANSWER))


def _told(told: Sequence[Line]) -> Iterator[Block]:
    return (paragraph(plain(each.words)) for each in told)


def _also(answer: Answer, support: Point) -> Iterator[Block]:
    """What supports what we say, below it."""
    if support.claim:
        yield item(answer.level(support) + 1, "•", plain(also_told(support)))


def _proofs(point: Point, level: int) -> Iterator[Block]:
    """Quotations to say, each behind its cite."""
    return (item(level, "•", bold(f"{proof.cite}: "), plain(proof.said)) for proof in point.proofs)
