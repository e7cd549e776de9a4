# SPDX-License-Identifier: MIT
"""Who is against whom in a position: what a side has to answer, and what it has to answer with.

An argument of one's own side is a friend, one of the other side is hostile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dissoi.briefing.content import Point
from dissoi.dossier.records import Side


class Exchange(NamedTuple):
    """A hostile argument with what answers it, and `supports`, further arguments that it leans on.

    `against` is what of ours it attacks, itself or as a support of what does; None where it attacks nothing.
    `backs` is the hostile argument that it supports, None where it supports none.
    """

    attack: Point
    against: Point | None
    backs: Point | None
    replies: tuple[Point, ...]
    supports: tuple[Point, ...]


class Line(NamedTuple):
    """What is told of a hostile argument, and the other one that it names, if any: `of` may be looked up."""

    words: str
    of: Point | None = None


class Answer(NamedTuple):
    """What answers something, with all that supports it behind it, to any depth."""

    point: Point
    supports: tuple[Point, ...]

    def level(self, support: Point) -> int:
        """How far below it a support stands, from 1."""
        return support.depth - self.point.depth


class Tree:
    """Arguments with their answers, as a position has them for one of its sides.

    What is empty is left out, unless there is something below it.
    """

    def __init__(self, points: Sequence[Point]) -> None:
        self._answers = answers_in(points)
        self._worded = _worded(points)

    def answers(self, point: Point, relation: Side) -> list[Point]:
        """The answers to an argument that are for it, or against it, in order."""
        return [each for each in self._all(point) if each.relation is relation]

    def supports(self, point: Point) -> Iterator[Point]:
        """What supports an argument, each with what supports that behind it, to any depth."""
        pending = self.answers(point, Side.PRO)[::-1]
        while pending:
            support = pending.pop()
            yield support
            pending += self.answers(support, Side.PRO)[::-1]

    def answer(self, point: Point) -> Answer:
        """An argument with what supports it."""
        return Answer(point, tuple(self.supports(point)))

    def exchanges(self, side: Side, roots: Sequence[Point]) -> Iterator[Exchange]:
        """What `side` has to answer in `roots` and below.

        What an attack leans on stands behind it, and before what attacks the answers to it.
        """
        pending: list[tuple[Point, Point | None, Point | None]] = [
            (each, None, None) for each in reversed(roots) if each.number in self._worded
        ]
        while pending:
            point, above, target = pending.pop()
            if point.side is side:
                target = point
            else:
                yield self._exchange(point, above, target)
            hostile_first = sorted(self._all(point), key=lambda each: each.side is side)
            pending += [(each, point, target) for each in reversed(hostile_first)]

    def _exchange(self, attack: Point, above: Point | None, target: Point | None) -> Exchange:
        return Exchange(
            attack=attack,
            against=target,
            backs=above if attack.relation is Side.PRO else None,
            replies=tuple(self.answers(attack, Side.CON)),
            supports=tuple(self.answers(attack, Side.PRO)),
        )

    def _all(self, point: Point) -> list[Point]:
        return [each for each in self._answers.get(point.number, ()) if each.number in self._worded]


def connected(exchange: Exchange) -> list[Line]:
    """What a hostile argument goes against or supports, in words."""
    if exchange.backs is not None:
        return [Line(f"supports their {_named(exchange.backs)}", exchange.backs)]
    return [Line(f"against our {_named(exchange.against)}")] if exchange.against is not None else []


def may_add(supports: Iterable[Point]) -> list[Line]:
    """What a hostile argument leans on, in words."""
    return [Line(f"They may add {each.number}: {each.claim}", each) for each in supports if each.claim]


def _named(point: Point) -> str:
    return f"{point.number} {point.claim}".rstrip()


def answers_in(points: Sequence[Point]) -> Mapping[str, Sequence[Point]]:
    """The answers to each argument of a tree, by its number."""
    found: dict[str, list[Point]] = {}
    for point in points:
        if point.depth:
            found.setdefault(_above(point), []).append(point)
    return found


def _worded(points: Sequence[Point]) -> set[str]:
    """The numbers of arguments that say something, or have below them what does."""
    found: set[str] = set()
    for point in reversed(points):
        said = point.claim or point.reasoning or point.proofs or point.impact or point.queries
        if said or point.number in found:
            found |= {point.number, _above(point)}
    return found


def _above(point: Point) -> str:
    return point.number.rpartition(".")[0]
