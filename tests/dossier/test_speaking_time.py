# SPDX-License-Identifier: MIT
"""How long it takes to say something: by words as they are spoken, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.briefing.cases import bridge
from tests.strategies import after, dossiers, texts

from dissoi.dossier import edits
from dissoi.dossier.debate import over_or_left
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import RecordId
from dissoi.dossier.speaking_time import seconds_to_say, speaking_time, spoken_words, time_used
from dissoi.dossier.speech_plan import SpeechName, planned_speeches, say_in_speech, set_pace


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("It deters — so what?", 4),
        ("a full-scale war", 4),
        ("don’t", 1),
        ("2025", 3),
        ("2000", 2),
        ("1,500", 4),
        ("30\u202f000", 2),
        ("24.5", 4),
        ("31 %", 4),
        ("0", 1),
        ("٣", 1),
        ("10–15", 3),
        ("the 18th", 2),
        ("$5 billion", 3),
        ("EU", 2),
        ("the U.S.", 3),
        ("the UN’s", 3),
        ("NATO", 1),
        ("THE WHOLE CLAIM", 3),
        ("Bundesverfassungsgericht", 4),
        ("see https://example.org/a?b=1 there", 2),
        ("हिन्दी भाषा", 2),
        ("中文字数测试吗呢", 5),
        ("\x00 … ·", 0),
    ],
)
def test_words_count_as_they_are_spoken(text: str, words: float) -> None:
    assert spoken_words(text) == words


def test_a_minute_is_as_many_words_as_the_pace_says() -> None:
    assert seconds_to_say("word " * 150, 150) == 60
    assert seconds_to_say("word " * 150, 300) == 30


def test_an_argument_is_said_with_its_cites_and_without_its_answers() -> None:
    dossier, argument = bridge(), RecordId("a1")
    said = "It may fall. A cable is gone. Ruiz 24. Lives. The north cable has lost 31 % of its section."
    said += " Nobody knows how long it will hold."
    assert speaking_time(dossier, argument) == pytest.approx(seconds_to_say(said, 150))
    alone = after([edits.remove_argument(RecordId("b1")), edits.remove_argument(RecordId("b2"))], dossier)
    assert speaking_time(alone, argument) == speaking_time(dossier, argument)
    faster = set_pace(300).run(dossier)
    assert speaking_time(faster, argument) == pytest.approx(speaking_time(dossier, argument) / 2)


def test_a_speech_takes_as_long_as_all_it_says() -> None:
    opening = SpeechName("Opening")
    said = [say_in_speech(RecordId(each), opening) for each in ("a1", "c1")]
    dossier = after(said, bridge())
    (planned,) = planned_speeches(dossier, None)
    one, other = (speaking_time(dossier, RecordId(each)) for each in ("a1", "c1"))
    assert time_used(dossier, planned) == pytest.approx(one + other)


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "4:00 left"), (200, "0:40 left"), (240.4, "0:00 left"), (275, "0:35 over")]
)
def test_over_and_left_are_told(seconds: float, told: str) -> None:
    assert over_or_left(seconds, 4) == told


@pytest.mark.parametrize(("asked", "kept"), [(0, 60), (170, 170), (1000, 400)])
def test_a_pace_nobody_speaks_at_is_brought_within_reach(asked: int, kept: int) -> None:
    assert set_pace(asked).run(Dossier()).question.pace == kept


@given(texts, st.text(max_size=30))
def test_any_text_can_be_timed_whatever_stands_in_it(one: str, other: str) -> None:
    assert spoken_words(one) >= 0
    assert spoken_words(f"{other} words") >= 1


@given(dossiers(), st.integers(60, 400))
def test_any_argument_can_be_timed(dossier: Dossier, pace: int) -> None:
    paced = set_pace(pace).run(dossier)
    assert all(speaking_time(paced, each.id) >= 0 for each in paced.arguments)
