# SPDX-License-Identifier: MIT
"""The gaps of a dossier: each kind alone, and how they are ordered."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from tests.strategies import after, dossiers

from dissoi.dossier.debate import FORMAT_ID, DebateFormat, Floor, Speech
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.format_edits import choose_format
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    Author,
    Evidence,
    Passage,
    Position,
    Question,
    RecordId,
    Side,
)
from dissoi.dossier.speech_plan import SpeechName, say_in_speech
from dissoi.reasoning.checks import Finding, Gap, attacks, gaps
from dissoi.reasoning.wording import in_words

ARTICLE = Article(
    id=RecordId("article"),
    title="T",
    authors=(Author(name="A", credentials="c"),),
    publisher="P",
    published="2025",
    blocks=(plain_block("one two three"),),
)
PASSAGE = passage_at(ARTICLE, 4, 7, RecordId("passage"))
QUESTION = Question(id=QUESTION_ID, text="Is it so?")
POSITION = Position(id=RecordId("position"), statement="s")


def argument(key: str, side: str, parent: str = "position", claim: str = "c") -> Argument:
    return Argument(id=RecordId(key), parent=RecordId(parent), side=Side(side), claim=claim, order=f"{key}1")


def evidence(argument: str) -> Evidence:
    return Evidence(id=RecordId(f"e {argument}"), argument=RecordId(argument), passages=(PASSAGE.id,))


def dossier(*records: Record) -> Dossier:
    return Dossier.of([QUESTION, ARTICLE, PASSAGE, POSITION, *records])


SOUND: tuple[Record, ...] = (
    argument("a", "pro"),
    argument("b", "con"),
    argument("b1", "con", "b"),
    *map(evidence, ("a", "b", "b1")),
)


def test_a_sound_dossier_has_no_gaps() -> None:
    assert gaps(dossier(*SOUND)) == ()


@pytest.mark.parametrize(
    ("records", "finding"),
    [
        ([argument("x", "pro")], Finding(Gap.CLAIM_WITHOUT_EVIDENCE, RecordId("x"))),
        ([argument("a1", "pro", "a")], Finding(Gap.ANSWER_WITHOUT_EVIDENCE, RecordId("a1"))),
        ([argument("x", "pro", claim=" \n")], Finding(Gap.EMPTY_CLAIM, RecordId("x"))),
        ([argument("x", "con", claim="")], Finding(Gap.EMPTY_CLAIM, RecordId("x"))),
        ([argument("x", "con"), evidence("x")], Finding(Gap.UNANSWERED_ATTACK, RecordId("x"))),
        (
            [argument("a1", "con", "a"), evidence("a1")],
            Finding(Gap.UNANSWERED_ATTACK, RecordId("a1")),
        ),
        (
            [Position(id=RecordId("bare"))],
            Finding(Gap.ONE_SIDED_POSITION, RecordId("bare"), ("pro", "con")),
        ),
        (
            [ARTICLE.model_copy(update={"publisher": "", "url": "u"})],
            Finding(Gap.INCOMPLETE_CITATION, ARTICLE.id, ("publisher", "date of access")),
        ),
        (
            [PASSAGE.model_copy(update={"exact": "tow"})],
            Finding(Gap.PASSAGE_NOT_FOUND, PASSAGE.id),
        ),
    ],
    ids=lambda each: str(each)[:60],
)
def test_each_gap_is_found_alone(records: Sequence[Record], finding: Finding) -> None:
    assert gaps(dossier(*SOUND, *records)) == (finding,)


def test_a_speech_that_takes_longer_than_it_may_is_found() -> None:
    opening = SpeechName("Opening")
    speeches = (Speech(name="Opening", side=Floor.PRO, minutes=0.01),)
    debate = DebateFormat(id=FORMAT_ID, key="club", speeches=speeches)
    planned = after([choose_format("club", debate), say_in_speech(RecordId("a"), opening)], dossier(*SOUND))
    # "c", "A 25" as three words, and "two" are five words: two seconds.
    assert gaps(planned) == (Finding(Gap.SPEECH_OVER_TIME, opening.plan, ("0:02", "0:01")),)
    assert in_words(planned, gaps(planned))[0].lines == ("Opening: 0:02 of 0:01",)
    longer = debate.model_copy(update={"speeches": (Speech(name="Opening", side=Floor.PRO, minutes=2),)})
    assert not gaps(choose_format("club", longer).run(planned))
    assert not gaps(choose_format("").run(planned))


def test_an_article_that_nothing_quotes_may_lack_anything() -> None:
    unread = Article(id=RecordId("unread"), blocks=(plain_block("words"),))
    marked = passage_at(unread, 0, 5, RecordId("marked"))
    assert gaps(dossier(*SOUND, unread, marked)) == ()


def test_a_passage_that_moved_is_found() -> None:
    moved = PASSAGE.model_copy(update={"start": 5, "end": 8})
    assert gaps(dossier(*SOUND, moved)) == ()


def test_attacks_are_con_moves_against_their_position() -> None:
    tree = (
        argument("a", "pro"),
        argument("a1", "con", "a"),  # attacks what supports
        argument("a11", "con", "a1"),  # defends
        argument("a111", "con", "a11"),  # attacks the defence
        argument("a12", "pro", "a1"),  # supports an attack
        argument("a121", "con", "a12"),  # defends
        argument("b", "con"),  # attacks the position
        argument("b1", "pro", "b"),
        argument("b2", "con", "b"),  # defends
    )
    made = dossier(*tree)
    assert [node.id for node in attacks(made)] == ["a1", "a111", "b"]
    unanswered = [each.record for each in gaps(made) if each.gap is Gap.UNANSWERED_ATTACK]
    assert unanswered == ["a111"]


def test_findings_stand_by_kind_and_then_in_order() -> None:
    made = dossier(argument("b", "con"), argument("a", "pro"), argument("c", "con", claim=""))
    assert [(each.gap, each.record) for each in gaps(made)] == [
        (Gap.EMPTY_CLAIM, "c"),
        (Gap.UNANSWERED_ATTACK, "b"),
        (Gap.CLAIM_WITHOUT_EVIDENCE, "a"),
        (Gap.CLAIM_WITHOUT_EVIDENCE, "b"),
    ]


@settings(max_examples=40)
@given(dossiers(12))
def test_whatever_is_found_is_there_and_found_once(made: Dossier) -> None:
    found = gaps(made)
    assert {each.record for each in found} <= made.records.keys() | {QUESTION_ID}
    assert len(set(found)) == len(found)


def test_a_large_dossier_has_its_gaps_found() -> None:
    text = " ".join(f"word{number}" for number in range(20_000))
    article = ARTICLE.model_copy(update={"blocks": (plain_block(text),)})
    passages = [passage_at(article, n * 100, n * 100 + 50, RecordId(f"p{n}")) for n in range(1000)]
    arguments = [argument(f"{n:03}", "pro" if n % 3 else "con") for n in range(300)]
    proofs = [
        Evidence(id=RecordId(f"e{n}"), argument=arguments[n % 300].id, passages=(passage.id,))
        for n, passage in enumerate(passages)
    ]
    large = Dossier.of([QUESTION, article, *passages, POSITION, *arguments, *proofs])
    assert len(list(large.all(Passage))) == 1000
    assert {each.gap for each in gaps(large)} == {Gap.UNANSWERED_ATTACK}


def test_a_question_that_was_not_asked_is_the_first_gap() -> None:
    assert gaps(Dossier()) == (Finding(Gap.NO_QUESTION, QUESTION_ID),)
