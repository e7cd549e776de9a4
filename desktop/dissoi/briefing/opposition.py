# SPDX-License-Identifier: MIT
"""Who is against whom in a position: what a side has to answer, and what it has to answer with.

An argument of one's own side is a friend, one of the other side is hostile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dissoi.briefing.content import Point, Stand
from dissoi.dossier.records import Side


class Exchange(NamedTuple):
    """A hostile argument with what answers it. `against` is what it attacks, None when it attacks no answer.

    `supports` are further arguments that it leans on.
    """

    attack: Point
    against: Point | None
    replies: tuple[Point, ...]
    supports: tuple[Point, ...]


def answers_in(points: Sequence[Point]) -> Mapping[str, Sequence[Point]]:
    """The answers to each argument of a tree, by its number."""
    found: dict[str, list[Point]] = {}
    for point in points:
        if point.depth:
            found.setdefault(point.number.rpartition(".")[0], []).append(point)
    return found


def supports_of(stand: Stand, point: Point) -> list[Point]:
    """What supports an argument of a position, in order."""
    return [
        each
        for root in Side
        for each in stand.of(root)
        if each.depth and each.relation is Side.PRO and each.number.rpartition(".")[0] == point.number
    ]


def exchanges(stand: Stand, side: Side, root: Side) -> Iterator[Exchange]:
    """What `side` has to answer in the tree of `root`, in order. Arguments without a claim are left out."""
    points = stand.of(root)
    answers = answers_in(points)
    by_number = {point.number: point for point in points}
    for point in points:
        if point.side is side or not point.claim:
            continue
        below = answers.get(point.number, ())
        above = by_number.get(point.number.rpartition(".")[0]) if point.depth else None
        yield Exchange(
            attack=point,
            against=above if point.relation is Side.CON else None,
            replies=tuple(each for each in below if each.relation is Side.CON and each.claim),
            supports=tuple(each for each in below if each.relation is Side.PRO and each.claim),
        )
