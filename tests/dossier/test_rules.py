# SPDX-License-Identifier: MIT
"""Records that do not fit each other are not let in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.strategies import dossiers

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import RecordRuleError
from dissoi.dossier.records import (
    Argument,
    Article,
    Evidence,
    Passage,
    Position,
    Record,
    RecordId,
    Side,
)
from dissoi.dossier.rules import checked


def argument(name: str, parent: str) -> Argument:
    return Argument(id=RecordId(name), parent=RecordId(parent), side=Side.PRO)


def passage(name: str, article: str) -> Passage:
    return Passage(id=RecordId(name), article=RecordId(article), start=0, end=2, exact="So")


def evidence(name: str, argument_id: str, *passages: str) -> Evidence:
    return Evidence(
        id=RecordId(name), argument=RecordId(argument_id), passages=tuple(map(RecordId, passages))
    )


FITTING: tuple[Record, ...] = (
    Article(id=RecordId("article")),
    Article(id=RecordId("other")),
    passage("passage", "article"),
    passage("elsewhere", "other"),
    Position(id=RecordId("position")),
    argument("argument", "position"),
    argument("answer", "argument"),
    evidence("evidence", "argument", "passage"),
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
        (argument("new", "new"), "in a circle"),
        (argument("argument", "answer"), "in a circle"),
    ],
)
def test_what_does_not_fit_is_refused(wrong: Record, sentence: str) -> None:
    with pytest.raises(RecordRuleError, match=sentence):
        checked(Dossier.of((*FITTING, wrong)))
