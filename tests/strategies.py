# SPDX-License-Identifier: MIT
"""Hypothesis strategies for dossiers: such as users reach by edits, with the texts that break programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from dissoi.dossier import (
    article_edits,
    crossfire_edits,
    definition_edits,
    edits,
    speech_plan,
    text_edits,
    tree_edits,
)
from dissoi.dossier.debate import FORMAT_ID, DebateFormat, Floor, Speech, SpeechKind
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.format_edits import choose_format
from dissoi.dossier.passages import passage_at, passage_for
from dissoi.dossier.prose import Block, BlockKind, Span, inline
from dissoi.dossier.reading_aloud import mark_read, read_whole
from dissoi.dossier.records import (
    KIND_DETAILS,
    Argument,
    Article,
    ArticleKind,
    Author,
    CrossQuestion,
    Evidence,
    EvidenceKind,
    Holder,
    Label,
    Passage,
    RecordId,
    Side,
    Stance,
)
from dissoi.dossier.speech_plan import SpeechName

PIECES = (
    "Europe",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\u2028",
    "\u00a0",
    "\u200d",
    "\ufeff",
    "’",
    "…",
    "a\u0301",
    "👩‍👩‍👧",
    "🇺🇦",
    "𝔄",
    "سلام",
    "\u202eabc\u202c",
    "שלום",
    "Ελλάδα",
    "Київ",
    "中文",
    "<b>&amp;</b>",
    '"\\',
    "'; --",
    "{}",
    "%s",
    "\x00",
    "\r\n",
    "\x85",
    "*_`[](x)",
)
"""What has broken programs before: characters outside the first plane, joiners, marks, markup, controls."""

pieces = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
texts = pieces | st.text(max_size=8)
"""Any text a user may type or paste."""

words = st.lists(
    st.sampled_from([each for each in PIECES if inline(each).strip()]), min_size=1, max_size=4
).map(" ".join)
"""Texts that are not only white space."""

dates = st.sampled_from(("", "2025", "2025-02", "2025-02-18"))
sides = st.sampled_from(Side)
spans = st.builds(Span, text=texts, bold=st.booleans(), italic=st.booleans(), link=pieces)
blocks = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    spans=st.lists(spans, max_size=2).map(tuple),
    level=st.integers(1, 8),
    marker=st.sampled_from(("", "•", "3.")),
)
authors = st.builds(Author, name=texts, credentials=texts)

speeches = st.builds(
    Speech,
    name=st.sampled_from(("Constructive", "Rebuttal", "Crossfire")) | words,
    speaker=texts,
    side=st.sampled_from(Floor),
    minutes=st.sampled_from((0.5, 2, 4.0, 120)),
    kind=st.sampled_from(SpeechKind),
)
debates = st.builds(
    DebateFormat,
    id=st.just(FORMAT_ID),
    name=texts,
    preparation=texts,
    sources=st.lists(texts, max_size=2).map(tuple),
    speeches=st.lists(speeches, max_size=4).map(tuple),
)
speech_names = st.builds(
    SpeechName, name=st.sampled_from(("Constructive", "Rebuttal", "Crossfire")), nth=st.integers(1, 2)
)
"""Few names, so that most are of a speech that another edit names too."""


class Counter:
    """Draws ids that are the same in every run, and sort as they were drawn."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self) -> RecordId:
        self._count += 1
        return RecordId(f"00000000-0000-7000-8000-{self._count:012x}")


def articles(article: RecordId) -> st.SearchStrategy[Article]:
    """Articles of this id, the first block of which always has words."""
    first = words.map(lambda text: Block(spans=(Span(text=text),)))
    return st.builds(
        Article,
        id=st.just(article),
        sort=st.sampled_from(ArticleKind),
        title=texts,
        authors=st.lists(authors, max_size=2).map(tuple),
        publisher=texts,
        **dict.fromkeys(KIND_DETAILS, texts),
        published=dates,
        accessed=dates,
        language=st.sampled_from(("", "en", "uk")),
        blocks=st.tuples(first, st.lists(blocks, max_size=2)).map(lambda both: (both[0], *both[1])),
    )


def ranges(article: Article) -> st.SearchStrategy[tuple[int, int]]:
    """Ranges of an article's text (code points) that hold more than white space."""
    place = st.sampled_from([at for at, character in enumerate(article.text) if not character.isspace()])
    return st.tuples(place, place).map(lambda both: (min(both), max(both) + 1))


@st.composite
def passages(draw: st.DrawFn, article: Article, passage: RecordId) -> Passage:
    """Passages of this article."""
    return passage_at(article, *draw(ranges(article)), passage, draw(st.sampled_from(Label)))


@st.composite
def edits_of(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    """Edits that can be made to this dossier, of every kind that it has the records for."""
    made = draw(st.sampled_from(_possible(dossier)))
    return draw(made(dossier, new_id))


@st.composite
def journeys(draw: st.DrawFn, max_edits: int = 12) -> tuple[Edit, ...]:
    """Edits that can be made to an empty dossier one after the other.

    Most begin with what every dossier soon has, and make up to `max_edits` more.
    """
    dossier, new_id, made = Dossier(), Counter(), list[Edit]()
    beginning = draw(st.sampled_from(((), _BEGINNING, _BEGINNING)))
    further = draw(st.integers(0, max_edits))
    for making in (*beginning, *(None,) * further):
        edit = draw(making(dossier, new_id) if making else edits_of(dossier, new_id))
        dossier = edit.run(dossier)
        made.append(edit)
    return tuple(made)


def dossiers(max_edits: int = 12) -> st.SearchStrategy[Dossier]:
    """Dossiers reached by at most so many edits."""
    return journeys(max_edits).map(after)


def after(made: Sequence[Edit], dossier: Dossier | None = None) -> Dossier:
    """`dossier`, or an empty one, after these edits."""
    return edits.together("", *made).run(dossier or Dossier())


Making = Callable[[Dossier, Callable[[], RecordId]], st.SearchStrategy[Edit]]
Drawn = Callable[[st.DrawFn, Dossier, Callable[[], RecordId]], Edit]


def _making(drawn: Drawn) -> Making:
    return st.composite(drawn)


def _any_id(draw: st.DrawFn, dossier: Dossier, *kinds: type[Argument | Article | Passage]) -> RecordId:
    return draw(st.sampled_from(sorted(each.id for kind in kinds for each in dossier.all(kind))))


def _parent(draw: st.DrawFn, dossier: Dossier) -> RecordId:
    known = (*dossier.positions, *dossier.arguments)
    return draw(st.sampled_from(sorted(each.id for each in known)))


@_making
def _words(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    write = draw(st.sampled_from((edits.ask_question, edits.write_background)))
    return write(draw(texts))


@_making
def _article(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    return article_edits.add_article(draw(articles(new_id())))


@_making
def _described(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    old = dossier.get(Article, _any_id(draw, dossier, Article))
    return article_edits.describe_article(draw(articles(old.id)))


@_making
def _position(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    return edits.add_position(new_id(), draw(texts), draw(st.integers(0, 4)))


@_making
def _of_position(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    position = draw(st.sampled_from([each.id for each in dossier.positions]))
    shown = st.sampled_from([None, *(each.id for each in dossier.all(Passage))])
    holders = st.builds(Holder, name=texts, role=texts, stance=st.sampled_from(Stance), passage=shown)
    return draw(
        st.one_of(
            texts.map(lambda text: edits.state_position(position, text)),
            st.integers(0, 4).map(lambda index: edits.move_position(position, index)),
            st.lists(holders, max_size=3).map(lambda named: edits.name_holders(position, named)),
            st.just(edits.remove_position(position)),
        )
    )


@_making
def _argument(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    parent, side, claim = _parent(draw, dossier), draw(sides), draw(texts)
    return edits.add_argument(new_id(), parent, side, claim, draw(st.integers(0, 4)))


@_making
def _of_argument(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    argument = _any_id(draw, dossier, Argument)
    write = draw(st.sampled_from((edits.write_claim, edits.write_reasoning, edits.write_impact)))
    return draw(
        st.one_of(
            texts.map(lambda text: write(argument, text)),
            st.integers(-1, 7).map(lambda weight: edits.weigh_argument(argument, weight)),
            st.just(edits.switch_side(argument)),
            st.just(edits.remove_argument(argument)),
        )
    )


@_making
def _moved(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    argument = _any_id(draw, dossier, Argument)
    below = {argument, *(node.id for node in dossier.tree_of(argument))}
    known = sorted(each.id for each in (*dossier.positions, *dossier.arguments) if each.id not in below)
    return edits.move_argument(argument, draw(st.sampled_from(known)), draw(sides), draw(st.integers(0, 4)))


@_making
def _taken(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    argument = _any_id(draw, dossier, Argument)
    position = draw(st.sampled_from(sorted(each.id for each in dossier.positions)))
    copy = tree_edits.copy_to_position(argument, position, new_id)
    return draw(st.sampled_from((copy, tree_edits.move_to_position(argument, position))))


@_making
def _passage(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    article = dossier.get(Article, _any_id(draw, dossier, Article))
    return article_edits.quote_passage(draw(passages(article, new_id())))


@_making
def _of_passage(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    passage = _any_id(draw, dossier, Passage)
    return draw(
        st.one_of(
            texts.map(lambda note: article_edits.note_passage(passage, note)),
            st.sampled_from(Label).map(lambda label: article_edits.label_passage(passage, label)),
            st.just(article_edits.remove_passage(passage)),
            _range_in(dossier, passage).map(lambda place: text_edits.change_passage(passage, *place)),
        )
    )


def _range_in(dossier: Dossier, passage: RecordId) -> st.SearchStrategy[tuple[int, int]]:
    return ranges(dossier.get(Article, dossier.get(Passage, passage).article))


@_making
def _evidence(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    argument = _any_id(draw, dossier, Argument)
    article = dossier.get(Article, _any_id(draw, dossier, Article))
    marked = [
        passage_for(dossier, article, *each, new_id)
        for each in draw(st.lists(ranges(article), min_size=1, max_size=3))
    ]
    used = {(each.start, each.end): each for each in marked}.values()
    evidence = Evidence(
        id=new_id(),
        argument=argument,
        passages=tuple(each.id for each in used),
        sort=draw(st.sampled_from(EvidenceKind)),
    )
    quoting = (article_edits.quote_passage(each) for each in used)
    return edits.together("Add Evidence", *quoting, edits.add_evidence(evidence))


@_making
def _of_evidence(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    evidence = draw(st.sampled_from(sorted(each.id for each in dossier.all(Evidence))))
    argument = _any_id(draw, dossier, Argument)
    places = st.integers(0, len(dossier.quotation(dossier.get(Evidence, evidence))))
    return draw(
        st.one_of(
            st.sampled_from(EvidenceKind).map(lambda sort: edits.sort_evidence(evidence, sort)),
            st.tuples(places, places).map(lambda both: mark_read(evidence, min(both), max(both))),
            st.just(read_whole(evidence)),
            st.integers(0, 3).map(lambda index: edits.move_evidence(evidence, argument, index)),
            st.just(edits.remove_evidence(evidence)),
        )
    )


@_making
def _definition(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    return edits.add_definition(new_id(), draw(texts), draw(texts))


@_making
def _defined(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    passage = draw(st.sampled_from(sorted(dossier.all(Passage), key=lambda each: each.id)))
    return definition_edits.define_by(new_id(), passage)


@_making
def _of_definition(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    definition = draw(st.sampled_from([each.id for each in dossier.definitions]))
    return draw(
        st.one_of(
            texts.map(lambda term: edits.name_term(definition, term)),
            texts.map(lambda meaning: edits.define(definition, meaning)),
            st.just(edits.remove_definition(definition)),
        )
    )


@_making
def _format(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    chosen = choose_format(draw(texts), draw(st.none() | debates))
    return draw(st.just(chosen) | st.integers(0, 500).map(speech_plan.set_pace))


@_making
def _of_speech(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    write = draw(st.sampled_from((speech_plan.name_speaker, speech_plan.note_speech)))
    return write(draw(speech_names), draw(texts))


@_making
def _assigned(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    argument, index = _any_id(draw, dossier, Argument), draw(st.integers(0, 3))
    first, second = draw(speech_names), draw(speech_names)
    return draw(
        st.sampled_from(
            (
                speech_plan.say_in_speech(argument, first, index),
                speech_plan.say_in_speech(argument, first),
                speech_plan.move_to_speech(argument, first, second, index),
                speech_plan.take_from_speech(argument, first),
            )
        )
    )


@_making
def _cross_question(draw: st.DrawFn, dossier: Dossier, new_id: Callable[[], RecordId]) -> Edit:
    firsts = [each.id for each in dossier.all(CrossQuestion) if not dossier.find(CrossQuestion, each.about)]
    known = (*dossier.positions, *dossier.arguments)
    about = draw(st.sampled_from(sorted([*(each.id for each in known), *firsts])))
    index = draw(st.integers(0, 3))
    return crossfire_edits.add_cross_question(new_id(), about, draw(texts), draw(texts), index)


@_making
def _of_cross_question(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    question = draw(st.sampled_from(sorted(each.id for each in dossier.all(CrossQuestion))))
    return draw(
        st.one_of(
            texts.map(lambda text: crossfire_edits.word_cross_question(question, text)),
            texts.map(lambda text: crossfire_edits.write_hoped_answer(question, text)),
            st.integers(0, 3).map(lambda index: crossfire_edits.move_cross_question(question, index)),
            st.just(crossfire_edits.remove_cross_question(question)),
        )
    )


@_making
def _article_gone(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    return article_edits.remove_article(_any_id(draw, dossier, Article))


@_making
def _restored(draw: st.DrawFn, dossier: Dossier, _new_id: Callable[[], RecordId]) -> Edit:
    earlier = (Dossier(), Dossier.of(dossier.articles), Dossier.of(dossier.definitions), dossier)
    return edits.restore(draw(st.sampled_from(earlier)))


def _possible(dossier: Dossier) -> list[Making]:
    """What can be done, what makes a dossier grow first and twice."""
    growing: list[Making] = [_article, _position, _definition]
    other: list[Making] = [_words, _format, _of_speech, _restored]
    if dossier.positions:
        growing += [_argument, _cross_question]
        other.append(_of_position)
    if dossier.articles:
        growing.append(_passage)
        other += [_described, _article_gone]
    if dossier.arguments:
        other += [_of_argument, _moved, _taken, _assigned]
    if dossier.arguments and dossier.articles:
        growing.append(_evidence)
    if any(dossier.all(CrossQuestion)):
        other.append(_of_cross_question)
    if any(dossier.all(Passage)):
        other += [_of_passage, _defined]
    if any(dossier.all(Evidence)):
        other.append(_of_evidence)
    if dossier.definitions:
        other.append(_of_definition)
    return growing + growing + other


_BEGINNING: tuple[Making, ...] = (_article, _position, _argument, _argument, _evidence)
