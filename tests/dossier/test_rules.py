# SPDX-License-Identifier: MIT
"""Records that do not fit each other are not let in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.strategies import dossiers

from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.errors import RecordRuleError
from dissoi.dossier.records import (
    Argument,
    Article,
    Assignment,
    CrossQuestion,
    Evidence,
    Passage,
    Position,
    Question,
    RecordId,
    Side,
    SpeechPlan,
)
from dissoi.dossier.rules import checked
from dissoi.dossier.speech_plan import SpeechName


def argument(name: str, parent: str) -> Argument:
    return Argument(id=RecordId(name), parent=RecordId(parent), side=Side.PRO)


def passage(name: str, article: str) -> Passage:
    return Passage(id=RecordId(name), article=RecordId(article), start=0, end=2, exact="So")


def evidence(name: str, argument_id: str, *passages: str) -> Evidence:
    return Evidence(
        id=RecordId(name), argument=RecordId(argument_id), passages=tuple(map(RecordId, passages))
    )


OPENING = SpeechName("Opening")


def plan(name: SpeechName, key: RecordId | None = None) -> SpeechPlan:
    return SpeechPlan(id=key or name.plan, speech=name.name, nth=name.nth)


def assigned(argument_id: str, name: SpeechName, key: str = "") -> Assignment:
    made = name.assignment(RecordId(argument_id))
    return Assignment(id=RecordId(key or made), plan=name.plan, argument=RecordId(argument_id))


def asked(name: str, about: str) -> CrossQuestion:
    return CrossQuestion(id=RecordId(name), about=RecordId(about))


FITTING: tuple[Record, ...] = (
    Article(id=RecordId("article")),
    Article(id=RecordId("other")),
    passage("passage", "article"),
    passage("elsewhere", "other"),
    Position(id=RecordId("position")),
    argument("argument", "position"),
    argument("answer", "argument"),
    evidence("evidence", "argument", "passage"),
    plan(OPENING),
    assigned("argument", OPENING),
    asked("asked", "argument"),
    asked("follow-up", "asked"),
)


@settings(max_examples=25)
@given(dossiers())
def test_what_was_reached_by_edits_fits(dossier: Dossier) -> None:
    assert checked(dossier) is dossier


def test_a_passage_whose_words_are_elsewhere_is_let_in() -> None:
    dossier = Dossier.of(FITTING)
    assert checked(dossier) is dossier


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (argument("new", "nowhere"), "belongs to no position"),
        (argument("new", "article"), "belongs to no position"),
        (passage("new", "nowhere"), "has no article"),
        (passage("new", "position"), "has no article"),
        (evidence("new", "nowhere", "passage"), "belongs to no argument"),
        (evidence("new", "position", "passage"), "belongs to no argument"),
        (evidence("new", "argument", "nowhere"), "does not exist"),
        (evidence("new", "argument", "passage", "elsewhere"), "one article"),
        (plan(OPENING, RecordId("new")), "id is not that of its name"),
        (assigned("argument", SpeechName("Closing")), "said in no speech"),
        (assigned("nowhere", OPENING), "argument that does not exist"),
        (assigned("argument", OPENING, "new"), "id is not that of its speech and argument"),
        (asked("new", "nowhere"), "about nothing"),
        (asked("new", "article"), "about nothing"),
        (asked("new", "new"), "follow-ups of its own"),
        (asked("new", "follow-up"), "follow-ups of its own"),
        (argument("new", "new"), "in a circle"),
        (argument("question", "position"), "an id that is not its own"),
        (Position(id=RecordId("format")), "an id that is not its own"),
        (Question(id=RecordId("new")), "an id that is not its own"),
        (argument("argument", "answer"), "in a circle"),
    ],
)
def test_what_does_not_fit_is_refused(wrong: Record, sentence: str) -> None:
    with pytest.raises(RecordRuleError, match=sentence):
        checked(Dossier.of((*FITTING, wrong)))
