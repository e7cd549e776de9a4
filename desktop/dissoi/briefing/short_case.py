# SPDX-License-Identifier: MIT
"""The case in short: positions with their weightiest claims, each with its cites and what to say around it.

How much of it is told is chosen; arguments and answers that are left out are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from dissoi.briefing.content import Point, Proof, Stand
from dissoi.briefing.opposition import answers_in
from dissoi.dossier.records import Side

NO_POSITIONS: Final = "No positions yet."
NO_ARGUMENTS: Final = "No arguments yet."
_MOST_CITES = 3
_LOST, _OPEN = " (words not found)", " (words to be confirmed)"
_DOUBTS = ("", _OPEN, _LOST)


class Detail(NamedTuple):
    """How much is said: so many claims of each side, what follows from each, what to say to its attack.

    `supports` is how many of those that support each are named.
    """

    claims: int
    impact: bool = True
    answers: bool = True
    supports: int = 3


DETAILS: Final = (
    Detail(6),
    Detail(6, supports=1),
    Detail(6, supports=0),
    Detail(5, supports=1),
    Detail(5, supports=0),
    Detail(4, supports=1),
    Detail(4, supports=0),
    Detail(4, answers=False, supports=0),
    Detail(3, supports=1),
    Detail(3, supports=0),
    Detail(3, answers=False, supports=0),
    Detail(3, impact=False, answers=False, supports=0),
    Detail(2, answers=False, supports=0),
    Detail(2, impact=False, answers=False, supports=0),
    Detail(1, impact=False, answers=False, supports=0),
    Detail(0),
)
"""From the most to the least; the first that fits is taken."""


class Claim(NamedTuple):
    """A claim, who shows it, what follows, and what is said below it, each behind its label."""

    point: Point
    cites: str
    impact: str
    below: tuple[tuple[str, Point], ...]


class Half(NamedTuple):
    """A side of a position: its weightiest claims, how many are left out, and whether it has no arguments."""

    claims: tuple[Claim, ...]
    left_out: str
    is_empty: bool


def half_of(stand: Stand, side: Side, detail: Detail) -> Half:
    """One side of a position in so much detail."""
    points = stand.of(side)
    answers = answers_in(points)
    claims = tuple(
        Claim(
            point,
            _cites(point.proofs),
            point.impact if detail.impact else "",
            tuple(_answers(point, answers, detail)),
        )
        for point in stand.weightiest(side, detail.claims)
    )
    shown = {each.point.number for each in claims}
    shown |= {said.number for each in claims for _, said in each.below}
    left_out = _left_out([point for point in points if point.number not in shown])
    return Half(claims, left_out, is_empty=not stand.arguments(side))


def count_told(stand: Stand, sides: Sequence[Side]) -> str:
    """How many arguments and answers a position has for those sides, none being shown; "" without any."""
    return _left_out([point for side in sides for point in stand.of(side)])


def _answers(
    point: Point, answers: Mapping[str, Sequence[Point]], detail: Detail
) -> Iterator[tuple[str, Point]]:
    """What is said below a claim, each behind its label: what supports it, the heaviest attack, the reply."""
    for support in _heaviest(point, answers, Side.PRO)[: detail.supports]:
        yield "Also: ", support
    for attack in _heaviest(point, answers, Side.CON)[: int(detail.answers)]:
        yield "If they say: ", attack
        for reply in _heaviest(attack, answers, Side.CON)[:1]:
            yield "Say: ", reply


def _heaviest(point: Point, answers: Mapping[str, Sequence[Point]], relation: Side) -> list[Point]:
    """The answers for or against something that have a claim, by weight, then in order."""
    claimed = [each for each in answers.get(point.number, ()) if each.relation is relation and each.claim]
    return sorted(claimed, key=lambda each: -each.weight)


def _left_out(points: Sequence[Point]) -> str:
    """Tells how many arguments, and answers to arguments, are left out; "" where there are none."""
    answers = sum(point.depth > 0 for point in points)
    counts = ((len(points) - answers, "argument"), (answers, "answer"))
    told = [f"{count} {what}{'' if count == 1 else 's'}" for count, what in counts if count]
    return f"Left out: {', '.join(told)}" if told else ""


def _cites(proofs: Sequence[Proof]) -> str:
    """Who shows it, and whether the words are still there."""
    cites: dict[str, str] = {}
    for proof in proofs:
        doubt = _LOST if not proof.found else "" if proof.confirmed else _OPEN
        cites[proof.cite] = max(cites.get(proof.cite, ""), doubt, key=_DOUBTS.index)
    # What is in doubt is named before what is not, so that it is not left out.
    named = [f"{cite}{doubt}" for cite, doubt in sorted(cites.items(), key=lambda each: not each[1])]
    rest = len(named) - _MOST_CITES
    return "; ".join(named[:_MOST_CITES]) + (f" and {rest} more" if rest > 0 else "")
