# SPDX-License-Identifier: MIT
"""Speech plans, formats and questions for crossfire as people write them by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.strategies import Counter

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import CrossQuestion, RecordId
from dissoi.dossier.speech_plan import SpeechName, planned_speeches
from dissoi.exchange.errors import InterchangeError
from dissoi.exchange.interchange import dossier_from, interchange_text

ARGUMENT = {
    "id": "deters",
    "side": "pro",
    "claim": "It deters",
    "questions": [
        {"question": "Whom?", "hoped": "Nobody.", "follow_ups": [{"id": "so", "question": "So why send it?"}]}
    ],
}
FORM: dict[str, Any] = {
    "dissoi": 1,
    "question": "Send a force?",
    "format": "club",
    "pace": 180,
    "debate": {
        "name": "Club night",
        "speeches": [
            {"name": "Opening", "side": "pro", "minutes": 2},
            {"name": "Opening", "side": "con", "minutes": 2.5, "kind": "rebuttal"},
        ],
    },
    "positions": [{"statement": "Yes", "arguments": [ARGUMENT]}],
    "speeches": [{"speech": "Opening", "nth": 2, "speaker": "Maya", "note": "Slow", "arguments": ["deters"]}],
}


def read(**changed: Any) -> Dossier:
    return dossier_from(json.dumps(FORM | changed), Counter())


def test_a_plan_can_be_written_by_hand() -> None:
    dossier = read()
    assert (dossier.question.pace, dossier.debate and dossier.debate.name) == (180, "Club night")
    first, second = planned_speeches(dossier, dossier.debate)
    assert not first
    assert (second.name, second.speaker, second.note) == (SpeechName("Opening", 2), "Maya", "Slow")
    assert [each.id for each in second.arguments] == ["deters"]
    asked = dossier.questions_about(RecordId("deters"))[0]
    assert (asked.question, asked.hoped) == ("Whom?", "Nobody.")
    assert dossier.get(CrossQuestion, RecordId("so")).about == asked.id


def test_it_is_written_as_it_was_read() -> None:
    again = json.loads(interchange_text(read()))
    assert again["speeches"] == FORM["speeches"]
    assert again["pace"] == 180
    assert [each["minutes"] for each in again["debate"]["speeches"]] == [2.0, 2.5]
    asked = again["positions"][0]["arguments"][0]["questions"][0]
    assert asked["follow_ups"] == [{"id": "so", "question": "So why send it?"}]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"speeches": [{"speech": "Opening", "arguments": ["nowhere"]}]},
            "speeches[0].arguments[0] is “nowhere”; there is no argument of that name.",
        ),
        (
            {"speeches": [{"speech": "Opening", "arguments": ["deters", "deters"]}]},
            "speeches[0].arguments[1] is “deters”, but speeches[0].arguments[0] has that already.",
        ),
        (
            {"speeches": [{"speech": "Opening"}, {"speech": "Opening", "nth": 1}]},
            "speeches[1].speech is “Opening”, but speeches[0] has that already.",
        ),
        ({"speeches": [{"speech": "Opening", "nth": 0}]}, "speeches[0].nth is 0; it must be at least 1."),
        ({"pace": 1000}, "pace is 1000; it must be at most 400."),
        (
            {"debate": {"name": "Club", "speeches": [{"name": "Opening", "side": "left", "minutes": 2}]}},
            "debate.speeches[0].side is “left”; it can be “pro”, “con” or “both”.",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(changed: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InterchangeError) as caught:
        read(**changed)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("minutes", "rule"),
    [
        (0, "must be more than 0"),
        (-1, "must be more than 0"),
        (121, "must be at most 120"),
        ("two", "must be a number"),
        (True, "must be a number"),
    ],
)
def test_minutes_are_a_number_that_a_speech_can_have(minutes: object, rule: str) -> None:
    speeches = [{"name": "Opening", "side": "pro", "minutes": minutes}]
    with pytest.raises(InterchangeError, match=rf"debate\.speeches\[0\]\.minutes is .*; it {rule}"):
        read(debate={"name": "Club", "speeches": speeches})
