# SPDX-License-Identifier: MIT
"""What stands in blocks and frontlines: an argument of the other side, and what to say again and to answer.

Each argument of the other side has a block, also those that only support others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dissoi.briefing.content import Point, Stand
from dissoi.briefing.opposition import Answer, Exchange, Line, Tree, connected, may_add
from dissoi.dossier.records import Side


class Kind(NamedTuple):
    """A kind of blocks, what they are, and what is said where there are none.

    They are against what the other side has for itself, or `at_home` against its attacks on ours.
    """

    name: str
    told: str
    nothing: str
    at_home: bool


KINDS: Final = (
    Kind("Blocks", "answers to what they argue", "Nothing to block yet.", at_home=False),
    Kind(
        "Frontlines", "answers to what they say against us", "No attacks on our arguments yet.", at_home=True
    ),
)


class Frontline(NamedTuple):
    """A hostile argument, what is told of it, what of ours is to be extended, and our answers in order."""

    attack: Point
    told: tuple[Line, ...]
    extended: Answer | None
    answers: tuple[Answer, ...]


def frontlines(stand: Stand, side: Side, kind: Kind) -> Iterator[Frontline]:
    """All that `side` has to answer of one kind in a position."""
    root = side if kind.at_home else side.other
    tree = Tree(stand.of(root))
    for exchange in tree.exchanges(side, stand.arguments(root)):
        attacked = exchange.against if exchange.backs is None else None
        yield Frontline(
            attack=exchange.attack,
            told=tuple(_carried(exchange)),
            extended=tree.answer(attacked) if attacked is not None else None,
            answers=tuple(map(tree.answer, exchange.replies)),
        )


def _carried(exchange: Exchange) -> list[Line]:
    """What a hostile argument attacks or supports, and what carries it."""
    told = connected(exchange)
    cites = list(dict.fromkeys(proof.cite for proof in exchange.attack.proofs))
    if cites:
        told.append(Line(f"They cite {', '.join(cites)}"))
    return [*told, *may_add(exchange.supports)]
