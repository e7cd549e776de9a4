# SPDX-License-Identifier: MIT
"""What stands on a speaking card below its claim: why, proof, why it matters, what supports it, what to say.

What to say to each attack, and to what the other side may add to it, is there with all proofs, the weightiest
first, and then what to say to the attacks on that.
"""

from __future__ import annotations

from collections.abc import Iterator

from dissoi.briefing.content import Point, Proof
from dissoi.briefing.opposition import Tree
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.dossier.prose import LINE_BREAK, Blocks
from dissoi.dossier.records import Side

Told = tuple[str, str, Point | None]
"""A label, what is said, and the answer that says it; None of its proofs."""


def told_on_card(tree: Tree, point: Point) -> Iterator[Told]:
    """All that is told of an argument, in order."""
    if reasoning := _plain(point.reasoning):
        yield "Because", reasoning, None
    for proof in point.proofs:
        yield "Proof", _proved(proof), None
    if point.impact:
        yield "So what", point.impact, None
    yield from _supports(tree, point)
    yield from _exchanges(tree, point)


def _exchanges(tree: Tree, point: Point) -> Iterator[Told]:
    """What the other side says below an argument, each with all that answers it, the weightiest first.

    What it may add and nothing answers stands beside what that supports, before what to say.
    """
    told: set[str] = set()
    for exchange in tree.exchanges(point.side, [point]):
        attack = exchange.attack
        if attack.number in told:
            continue
        yield "If they say" if exchange.backs is None else "They may add", attack.claim or NO_CLAIM, attack
        added = [each for each in tree.supports(attack) if not tree.answers(each, Side.CON)]
        for support in added:
            if support.number not in told:
                yield "They may add", support.claim or NO_CLAIM, support
        told |= {each.number for each in added}
        for reply in sorted(exchange.replies, key=lambda each: -each.weight):
            yield from _argued("Say", reply)
            yield from _supports(tree, reply)


def _supports(tree: Tree, point: Point) -> Iterator[Told]:
    """What supports an argument, and what supports that."""
    for support in tree.supports(point):
        yield from _argued("Also", support)


def _argued(label: str, answer: Point) -> Iterator[Told]:
    """An answer with what carries it."""
    if words := " ".join(filter(None, [answer.claim, _plain(answer.reasoning)])):
        yield label, words, answer
    for proof in answer.proofs:
        yield "Proof", _proved(proof), None
    if answer.impact:
        yield "So what", answer.impact, None


def _proved(proof: Proof) -> str:
    return f"{proof.cite}: {proof.said}"


def _plain(blocks: Blocks) -> str:
    return " ".join(block.text.replace(LINE_BREAK, " ") for block in blocks).strip()
