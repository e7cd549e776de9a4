# SPDX-License-Identifier: MIT
"""What stands on a speaking card below its claim: why, proof, why it matters, what supports it, what to say.

What to say to each attack, and to what the other side may add to it, is there with all proofs, the weightiest
first, and then what to say to the attacks on that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dissoi.briefing.content import Point, Proof
from dissoi.briefing.joining import is_open, joined, pauses_of
from dissoi.briefing.opposition import Tree
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind, Blocks
from dissoi.dossier.records import Side


class Told(NamedTuple):
    """A label, what is said, and the answer that says it; None of its proofs. `of` is whose it is.

    Words that are quoted stand behind a `cite`.
    """

    label: str
    words: str
    answer: Point | None
    of: Point
    cite: str = ""

    @property
    def said(self) -> str:
        """The words, behind their cite if they have one."""
        return f"{self.cite}{self.words}"


class _Said(NamedTuple):
    """What is said `of` an argument behind a label: a quotation, or words, with the answer that says them."""

    label: str
    of: Point
    words: str = ""
    answer: Point | None = None
    proof: Proof | None = None


def told_on_card(tree: Tree, point: Point, *, credentials: bool = True) -> Iterator[Told]:
    """All that is told of an argument, in order; `credentials` where a source is first cited."""
    cited = set[str]()
    for said in (*_of_claim(point), *_supports(tree, point), *_exchanges(tree, point)):
        if said.proof is None:
            yield Told(said.label, said.words, said.answer, said.of)
        else:
            known = said.proof.credentials if credentials and said.proof.cite not in cited else ""
            yield Told(said.label, said.proof.said, None, said.of, _cited(said.proof, known))
            cited.add(said.proof.cite)


def _of_claim(point: Point) -> Iterator[_Said]:
    """What carries the argument of a card."""
    if reasoning := _plain(point.reasoning):
        yield _Said("Because", point, reasoning)
    yield from _carried(point)


def _exchanges(tree: Tree, point: Point) -> Iterator[_Said]:
    """What the other side says below an argument, each with all that answers it, the weightiest first.

    What it may add and nothing answers stands beside what that supports, before what to say.
    """
    told: set[str] = set()
    for exchange in tree.exchanges(point.side, [point]):
        attack = exchange.attack
        if attack.number in told:
            continue
        label = "If they say" if exchange.backs is None else "They may add"
        yield _Said(label, attack, attack.claim or NO_CLAIM, attack)
        added = [each for each in tree.supports(attack) if not tree.answers(each, Side.CON)]
        for support in added:
            if support.number not in told:
                yield _Said("They may add", support, support.claim or NO_CLAIM, support)
        told |= {each.number for each in added}
        for reply in sorted(exchange.replies, key=lambda each: -each.weight):
            yield from _argued("Say", reply)
            yield from _supports(tree, reply)


def _supports(tree: Tree, point: Point) -> Iterator[_Said]:
    """What supports an argument, and what supports that."""
    for support in tree.supports(point):
        yield from _argued("Also", support)


def _argued(label: str, answer: Point) -> Iterator[_Said]:
    """An answer with what carries it."""
    if words := joined(answer.claim.strip(), _plain(answer.reasoning)):
        yield _Said(label, answer, words, answer)
    yield from _carried(answer)


def _carried(point: Point) -> Iterator[_Said]:
    for proof in point.proofs:
        yield _Said("Proof", point, proof=proof)
    if point.impact:
        yield _Said("So what", point, point.impact)


def _cited(proof: Proof, credentials: str) -> str:
    return f"{proof.cite}{f' ({credentials})' if credentials else ''}: "


def _plain(blocks: Blocks) -> str:
    """Blocks in one run of words, to be spoken: lists stay told apart from what is around them."""
    told = [block for block in blocks if _words(block)]
    parts = [_words(block) + _pause(block, following) for block, following in pairwise(told)]
    return "".join([*parts, *map(_words, told[-1:])])


def _words(block: Block) -> str:
    """The words of a block, an item of a numbered list behind its number."""
    text = " ".join(block.text.replace(LINE_BREAK, " ").split())
    counted = block.kind is BlockKind.ITEM and block.marker not in {"", "•"}
    return f"{block.marker} {text}" if text and counted else text


def _pause(block: Block, following: Block) -> str:
    """What stands between two blocks: a mark only where the first ends in a word."""
    pauses = pauses_of(_words(block))
    if not is_open(_words(block)):
        return pauses.space
    leads_on = following.kind is BlockKind.ITEM
    if block.kind is BlockKind.ITEM:
        return pauses.item if leads_on else pauses.stop
    return pauses.colon if leads_on or block.kind is BlockKind.HEADING else pauses.stop
