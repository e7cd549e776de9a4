# SPDX-License-Identifier: MIT
"""What stands in crossfire: what one side asks about a position, in funnels, and what it may be asked.

Where no questions are prepared for an argument, those stand there that most concessions come from: by which
steps, by when, and how surely.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dissoi.briefing.content import Point, Query, Stand
from dissoi.briefing.opposition import Answer, Exchange, Line, Tree, connected, may_add
from dissoi.dossier.records import Side

TO_ASK, NOTHING_TO_ASK = "Questions to ask", "Nothing to ask about yet."
TO_EXPECT, NOTHING_TO_EXPECT = "Questions to expect", "No attacks on your arguments yet."
NO_QUESTION: Final = "No question yet."
_PROMPTS: Final = (
    ("MECHANISM", "By which steps does it come about?"),
    ("TIMEFRAME", "By when does it happen?"),
    ("PROBABILITY", "How likely is it, and who says so?"),
)


class Asked(NamedTuple):
    """What is asked about a hostile argument, of which is `told` what supports it, or about the position.

    Where nothing is prepared there are prompts, of which the first has no label, and the weightiest answer
    that they lead to.
    """

    about: Point | None
    queries: tuple[Query, ...]
    told: tuple[Line, ...] = ()
    prompts: tuple[tuple[str, str], ...] = ()
    leads_to: Answer | None = None


class Expected(NamedTuple):
    """An attack on us as the other side may ask it, what is told of it, and what to say."""

    attack: Point
    told: tuple[Line, ...]
    answers: tuple[Answer, ...]


def to_ask(stand: Stand, side: Side) -> Iterator[Asked]:
    """All that a side asks, about the position first."""
    if stand.queries:
        yield Asked(None, stand.queries)
    for root in (side.other, side):
        tree = Tree(stand.of(root))
        for exchange in tree.exchanges(side, stand.arguments(root)):
            if exchange.attack.queries or not exchange.attack.depth:
                yield _asked(tree, exchange)


def to_expect(stand: Stand, side: Side) -> Iterator[Expected]:
    """What attacks our arguments, then our answers; what supports an attack only if we answer it."""
    for root in (side, side.other):
        tree = Tree(stand.of(root))
        for exchange in tree.exchanges(side, stand.arguments(root)):
            if exchange.against is not None and (exchange.replies or exchange.backs is None):
                yield Expected(
                    attack=exchange.attack,
                    told=(*connected(exchange), *may_add(tree.supports(exchange.attack))),
                    answers=tuple(map(tree.answer, exchange.replies)),
                )


def _asked(tree: Tree, exchange: Exchange) -> Asked:
    point = exchange.attack
    asked = Asked(point, point.queries, tuple(may_add(tree.supports(point))))
    if point.queries:
        return asked
    heaviest = max(exchange.replies, key=lambda each: each.weight, default=None)
    return asked._replace(
        prompts=(("", _opener(point)), *_PROMPTS),
        leads_to=tree.answer(heaviest) if heaviest is not None else None,
    )


def _opener(point: Point) -> str:
    cites = ", ".join(dict.fromkeys(proof.cite for proof in point.proofs))
    return f"They cite {cites}: does it say so in these words?" if cites else "What shows this?"
