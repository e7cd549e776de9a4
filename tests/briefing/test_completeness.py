# SPDX-License-Identifier: MIT
"""Nothing is lost in print: each layout and each form has what it is for, to any depth, or counts it.

What a layout leaves out on purpose is told by the rule here that names what it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.briefing.cases import CON, PRO, argument, place, position, question, rid
from tests.briefing.printed import page_texts, running
from tests.briefing.reread import words_in
from tests.strategies import after

from dissoi.briefing.content import Occasion, Point, Stand
from dissoi.briefing.gather import brief_of
from dissoi.briefing.options import PDF, CardSize, LayoutName, Options, PaperName, Sides, fitting, is_made
from dissoi.briefing.output import make_file
from dissoi.briefing.outputs import WRITERS, make_output
from dissoi.briefing.pdf import make_brief
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.passages import quoted
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, CrossQuestion, Evidence, Side
from dissoi.dossier.speech_plan import SpeechName, say_in_speech, speech_names
from dissoi.storage.formats import load_formats

DEBATE = load_formats(Path("nowhere")).known["public-forum"]
_DEEPER = 3
"""One in so many arguments answers none of the last two, so that trees grow deep."""


@st.composite
def argued(draw: st.DrawFn) -> Dossier:
    """Positions with arguments and answers of any shape, each text of which is a word of its own."""
    positions = draw(st.integers(1, 2))
    records: list[Record] = [question(), *(position(f"p{each}", f"stand{each}") for each in range(positions))]
    ids = [f"p{each}" for each in range(positions)]
    for number in range(draw(st.integers(1, 12))):
        deep = draw(st.integers(1, _DEEPER)) < _DEEPER
        parent = draw(st.sampled_from(ids[-2:] if deep else ids))
        name = f"a{number:02}"
        records += _argument(draw, name, parent)
        ids.append(name)
    return Dossier.of(records)


def _argument(draw: st.DrawFn, name: str, parent: str) -> Iterator[Record]:
    """An argument with what carries it, each text written or not."""
    claim, because, so = (draw(st.integers(0, 4)) < often for often in (4, 2, 2))
    yield argument(
        name,
        parent,
        draw(st.sampled_from((PRO, CON))),
        f"claim{name}" if claim else "",
        reasoning=f"because{name}" if because else "",
        impact=f"so{name}" if so else "",
        weight=draw(st.integers(1, 5)),
    )
    for nth in range(draw(st.sampled_from((0, 0, 1, 2)))):
        article = Article(
            id=rid(f"x{name}{nth}"), title="T", blocks=(plain_block(f"words{name}n{nth} stood there."),)
        )
        passage = quoted(article, f"words{name}n{nth}", rid(f"q{name}{nth}"))
        yield from (article, passage)
        yield Evidence(
            id=rid(f"e{name}{nth}"), argument=rid(name), passages=(passage.id,), order=place(f"{nth}")
        )
    if draw(st.integers(0, 6)) == 6:
        yield CrossQuestion(id=rid(f"c{name}"), about=rid(name), question=f"ask{name}", order="1")


class Placed(NamedTuple):
    """An argument, and all that it answers from its root on, itself last."""

    line: tuple[Point, ...]

    @property
    def point(self) -> Point:
        """The argument itself."""
        return self.line[-1]

    @property
    def root(self) -> Side:
        """The side of the column that it stands in."""
        return self.line[0].side

    @property
    def backed(self) -> tuple[Point, ...]:
        """The argument and what it supports, itself or through others, from itself on."""
        found = [self.point]
        for above, below in zip(self.line[-2::-1], self.line[:0:-1], strict=True):
            if below.relation is not Side.PRO:
                break
            found.append(above)
        return tuple(found)


def placed(stand: Stand) -> list[Placed]:
    """All arguments and answers of a position, each where it stands."""
    found: list[Placed] = []
    for root in Side:
        line: list[Point] = []
        for point in stand.of(root):
            line = [*line[: point.depth], point]
            found.append(Placed(tuple(line)))
    return found


def every(dossier: Dossier) -> list[list[Placed]]:
    """All that is argued, position by position."""
    return [placed(stand) for stand in brief_of(dossier, blocks_of).stands]


def quotations(points: Iterable[Point]) -> set[str]:
    """The words of all quotations of these arguments."""
    return {proof.words for point in points for proof in point.proofs}


def texts(points: Iterable[Point]) -> set[str]:
    """All that is written in these arguments."""
    written: set[str] = set()
    for point in points:
        written |= {point.claim, point.impact, *(block.text for block in point.reasoning)}
    return written | quotations(points)


def has_whole(stand: list[Placed], sides: tuple[Side, ...]) -> set[str]:
    """The brief, its large print and its other forms have everything in the columns of the chosen sides."""
    return texts([each.point for each in stand if each.root in sides])


def has_cards(stand: list[Placed], sides: tuple[Side, ...]) -> set[str]:
    """Cards are spoken from: all that one’s side says there, and of the other side the claims."""
    there = [each for each in stand if each.root in sides]
    ours = [each.point for each in there if each.point.side is each.root]
    return texts(ours) | {each.point.claim for each in there}


def has_blocks(stand: list[Placed], sides: tuple[Side, ...]) -> set[str]:
    """Blocks have all claims of the other side, our answers with what supports them, and what is attacked.

    Of the other side’s evidence they have the cites. What we argue for ourselves and nobody attacks is not
    theirs; of what is attacked they extend the quotations and have the claims of what supports it.
    """
    found: set[str] = set()
    for side in sides:
        found |= {each.point.claim for each in stand if each.point.side is not side}
        ours = [each for each in stand if each.point.side is side]
        found |= texts([each.point for each in ours if is_answer(each.backed[-1])])
        extended = [each.point for each in ours if any(is_attacked(up, stand) for up in each.backed)]
        found |= {point.claim for point in extended} | quotations(extended)
    return found


def has_crossfire(stand: list[Placed], sides: tuple[Side, ...]) -> set[str]:
    """Crossfire has what the other side argues with what supports it, and all questions about it.

    Of attacks it has what to say: our answers with what supports them, and the quotations; and the claim
    that is attacked. What else we argue and answer is of the blocks.
    """
    found: set[str] = set()
    for side in sides:
        theirs = [each for each in stand if each.point.side is not side]
        found |= {query.question for each in theirs for query in each.point.queries}
        found |= {each.point.claim for each in theirs}
        answered = {each.point.number for each in theirs if each.point.depth and is_answer(each.backed[-1])}
        for each in stand:
            if each.point.side is side:
                up = each.backed[-1]
                if is_answer(up) and up.number.rpartition(".")[0] in answered:
                    found |= {each.point.claim, *quotations([each.point])}
                if is_attacked(each.point, stand):
                    found.add(each.point.claim)
    return found


def has_evidence(stand: list[Placed], sides: tuple[Side, ...]) -> set[str]:
    """Every quotation that speaks for a chosen side, in either column, under the claim it carries."""
    carried = [each.point for each in stand if each.point.side in sides and each.point.proofs]
    return {point.claim for point in carried} | quotations(carried)


def has_flow(stand: list[Placed], sides: tuple[Side, ...]) -> set[str]:
    """Flow sheets are written on: they have the claims, and of answers those that a speech is to say."""
    return {each.point.claim for each in stand if each.root in sides and not each.point.depth}


def is_answer(point: Point) -> bool:
    """Whether it is against what it answers."""
    return bool(point.depth) and point.relation is Side.CON


def is_attacked(point: Point, stand: list[Placed]) -> bool:
    """Whether anything that says something, or has below it what does, is against it."""
    return any(
        is_answer(each.point) and each.line[-2] is point and any(texts(below_of(each.point, stand)) - {""})
        for each in stand
    )


def below_of(point: Point, stand: list[Placed]) -> list[Point]:
    """An argument and all below it."""
    return [each.point for each in stand if point in each.line]


HAS: dict[LayoutName, Callable[[list[Placed], tuple[Side, ...]], set[str]]] = {
    LayoutName.BRIEF: has_whole,
    LayoutName.LARGE_PRINT: has_whole,
    LayoutName.CARDS: has_cards,
    LayoutName.BLOCKS: has_blocks,
    LayoutName.CROSSFIRE: has_crossfire,
    LayoutName.EVIDENCE: has_evidence,
    LayoutName.FLOW: has_flow,
}


def printed(dossier: Dossier, options: Options) -> str:
    return running("\n".join(page_texts(make_brief(dossier, fitting(options)))))


def lacking(text: str, wanted: set[str]) -> list[str]:
    """What of the words that are wanted a text does not have."""
    return sorted(word for word in wanted if not re.search(rf"\b{word}\b", text))


@pytest.mark.parametrize("layout", HAS)
@settings(max_examples=25, deadline=None)
@given(
    dossier=argued(),
    sides=st.sampled_from(Sides),
    paper=st.sampled_from(PaperName),
    card=st.sampled_from(CardSize),
)
def test_each_layout_has_all_that_it_is_for(
    layout: LayoutName, dossier: Dossier, sides: Sides, paper: PaperName, card: CardSize
) -> None:
    text = printed(dossier, Options(layout=layout, sides=sides, paper=paper, card=card))
    wanted = {word for stand in every(dossier) for word in HAS[layout](stand, sides.chosen)}
    assert lacking(text, wanted - {""}) == []


def test_every_layout_is_looked_at() -> None:
    assert {*HAS, LayoutName.ONE_PAGE} == set(LayoutName)


@pytest.mark.parametrize(("layout", "ending"), [each for each in product(HAS, WRITERS) if is_made(*each)])
@settings(max_examples=15, deadline=None)
@given(dossier=argued(), sides=st.sampled_from(Sides))
def test_each_layout_has_the_same_in_every_other_form(
    layout: LayoutName, ending: str, dossier: Dossier, sides: Sides
) -> None:
    text = words_in(make_output(dossier, ending, Options(layout=layout, sides=sides)), ending)
    wanted = {word for stand in every(dossier) for word in HAS[layout](stand, sides.chosen)}
    assert lacking(text, wanted - {""}) == []


@pytest.mark.parametrize("ending", [PDF, *(each for each in WRITERS if is_made(LayoutName.FLOW, each))])
@settings(max_examples=25, deadline=None)
@given(dossier=argued(), sides=st.sampled_from(Sides), data=st.data())
def test_flow_sheets_have_each_answer_that_a_speech_is_to_say(
    ending: str, dossier: Dossier, sides: Sides, data: st.DataObject
) -> None:
    speech = st.sampled_from([*speech_names(DEBATE), SpeechName("None of this format")])
    said = data.draw(st.lists(st.sampled_from([each.id for each in dossier.arguments]), unique=True))
    planned = after([say_in_speech(each, data.draw(speech)) for each in said], dossier)
    options, occasion = Options(layout=LayoutName.FLOW, sides=sides), Occasion(debate=DEBATE)
    made = make_file(planned, ending, options, occasion)
    text = running("\n".join(page_texts(made))) if ending == PDF else words_in(made, ending)
    there = [each for stand in every(dossier) for each in stand if each.root in sides.chosen]
    wanted = {each.point.claim for each in there if not each.point.depth or each.point.record in said}
    assert lacking(text, wanted - {""}) == []


@settings(max_examples=80, deadline=None)
@given(dossier=argued(), sides=st.sampled_from(Sides), paper=st.sampled_from(PaperName))
def test_one_page_has_each_claim_or_counts_it(dossier: Dossier, sides: Sides, paper: PaperName) -> None:
    text = printed(dossier, Options(layout=LayoutName.ONE_PAGE, sides=sides, paper=paper))
    assert_claims_or_counts(text, dossier, sides)


@pytest.mark.parametrize("ending", WRITERS)
@settings(max_examples=20, deadline=None)
@given(dossier=argued(), sides=st.sampled_from(Sides))
def test_the_short_case_has_each_claim_or_counts_it(ending: str, dossier: Dossier, sides: Sides) -> None:
    options = Options(layout=LayoutName.ONE_PAGE, sides=sides)
    assert_claims_or_counts(words_in(make_output(dossier, ending, options), ending), dossier, sides)


def assert_claims_or_counts(text: str, dossier: Dossier, sides: Sides) -> None:
    """See that a text has each claim or counts it."""
    there = [each.point for stand in every(dossier) for each in stand if each.root in sides.chosen]
    shown = [point for point in there if point.claim and not lacking(text, {point.claim})]
    tops, answers = ([p for p in there if bool(p.depth) is deep] for deep in (False, True))
    assert counted(text, r"Left out: (\d+) arguments?") == len(tops) - sum(not p.depth for p in shown)
    assert counted(text, r"Left out: (?:\d+ arguments?, )?(\d+) answers?") == len(answers) - sum(
        bool(p.depth) for p in shown
    )


def counted(text: str, told: str) -> int:
    """The sum of all numbers that are told in these words."""
    return sum(map(int, re.findall(told, text)))
