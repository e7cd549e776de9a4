# SPDX-License-Identifier: MIT
"""The speech plan: who says what in which speech, through changes of the tree and of the format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import after, debates, dossiers, speech_names

from dissoi.dossier import edits
from dissoi.dossier import speech_plan as plan
from dissoi.dossier.debate import FORMAT_ID, DebateFormat, Floor, Speech
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import UnknownRecordError
from dissoi.dossier.format_edits import choose_format
from dissoi.dossier.records import Argument, Assignment, RecordId, Side
from dissoi.dossier.session import Session
from dissoi.dossier.speech_plan import SpeechName, planned_speeches, unassigned
from dissoi.dossier.speech_plan import speech_names as names_of

POSITION, FIRST, SECOND, REPLY = map(RecordId, ("position", "first", "second", "reply"))


def speech(name: str, side: Floor = Floor.PRO) -> Speech:
    return Speech(name=name, side=side, minutes=4)


FORUM = DebateFormat(
    id=FORMAT_ID,
    name="Forum",
    speeches=(speech("Opening"), speech("Crossfire", Floor.BOTH), speech("Reply"), speech("Crossfire")),
)
OPENING, CROSSFIRE, REPLYING, AGAIN = names_of(FORUM)
BASE = after(
    [
        choose_format("forum", FORUM),
        edits.add_position(POSITION, "Yes"),
        edits.add_argument(FIRST, POSITION, Side.PRO, "It deters"),
        edits.add_argument(SECOND, POSITION, Side.PRO, "It is cheap"),
        edits.answer(REPLY, FIRST, claim="It does not"),
    ]
)


def said(dossier: Dossier, debate: DebateFormat | None = FORUM) -> dict[tuple[str, int], list[str]]:
    """What each speech says, by its name."""
    planned = planned_speeches(dossier, debate)
    return {(each.name.name, each.name.nth): [one.id for one in each.arguments] for each in planned}


def test_speeches_of_one_name_are_told_apart() -> None:
    assert (SpeechName("Crossfire", 1), SpeechName("Crossfire", 2)) == (CROSSFIRE, AGAIN)
    assert len({each.plan for each in names_of(FORUM)}) == 4


def test_arguments_are_said_in_the_order_they_are_put() -> None:
    planned = after(
        [
            plan.say_in_speech(FIRST, OPENING),
            plan.say_in_speech(SECOND, OPENING, 0),
            plan.say_in_speech(REPLY, AGAIN),
            plan.say_in_speech(FIRST, REPLYING),
        ],
        BASE,
    )
    assert said(planned) == {
        ("Opening", 1): [SECOND, FIRST],
        ("Crossfire", 1): [],
        ("Reply", 1): [FIRST],
        ("Crossfire", 2): [REPLY],
    }
    assert unassigned(planned) == ()
    assert plan.said_in(planned, FIRST) == (OPENING, REPLYING)
    moved = plan.move_to_speech(FIRST, OPENING, OPENING, 0).run(planned)
    assert said(moved)["Opening", 1] == [FIRST, SECOND]


def test_an_argument_is_said_in_a_speech_once() -> None:
    twice = after([plan.say_in_speech(FIRST, OPENING), plan.say_in_speech(FIRST, OPENING)], BASE)
    assert said(twice)["Opening", 1] == [FIRST]
    assert len(list(twice.all(Assignment))) == 1


def test_moving_to_another_speech_takes_it_from_the_first() -> None:
    planned = after([plan.say_in_speech(FIRST, OPENING), plan.move_to_speech(FIRST, OPENING, REPLYING)], BASE)
    assert (said(planned)["Opening", 1], said(planned)["Reply", 1]) == ([], [FIRST])
    assert [each.id for each in unassigned(plan.take_from_speech(FIRST, REPLYING).run(planned))] == [
        FIRST,
        REPLY,
        SECOND,
    ]


def test_who_speaks_and_the_note_are_one_step_of_typing() -> None:
    session = Session(BASE)
    for typed in ("M", "Ma", "Maya"):
        session.apply(plan.name_speaker(OPENING, typed))
    session.apply(plan.note_speech(OPENING, "Slowly"))
    first = planned_speeches(session.dossier, FORUM)[0]
    assert (first.speaker, first.note) == ("Maya", "Slowly")
    session.undo()
    session.undo()
    assert session.dossier == BASE


def test_what_is_planned_for_a_speech_the_format_lacks_is_kept_and_shown() -> None:
    planned = after(
        [
            plan.say_in_speech(FIRST, AGAIN),
            plan.name_speaker(OPENING, "Maya"),
            plan.note_speech(REPLYING, ""),
        ],
        BASE,
    )
    other = DebateFormat(id=FORMAT_ID, key="other", speeches=(speech("Opening"), speech("Crossfire")))
    changed = choose_format("other", other).run(planned)
    shown = planned_speeches(changed, changed.debate)
    assert [(each.name, each.speech is None) for each in shown] == [
        (OPENING, False),
        (CROSSFIRE, False),
        (AGAIN, True),
    ]
    assert shown[0].speaker == "Maya"
    assert said(choose_format("forum", FORUM).run(changed)) == said(planned)


def test_an_argument_that_is_removed_is_said_no_more_until_that_is_undone() -> None:
    session = Session(after([plan.say_in_speech(REPLY, OPENING), plan.say_in_speech(SECOND, OPENING)], BASE))
    before = session.dossier
    session.apply(edits.remove_argument(FIRST))
    assert said(session.dossier)["Opening", 1] == [SECOND]
    session.undo()
    assert session.dossier == before


def test_nothing_unknown_is_planned() -> None:
    with pytest.raises(UnknownRecordError):
        plan.say_in_speech(RecordId("nowhere"), OPENING).run(BASE)
    with pytest.raises(UnknownRecordError):
        plan.say_in_speech(POSITION, OPENING).run(BASE)


@given(dossiers(), st.data())
@settings(max_examples=40)
def test_two_copies_that_plan_the_same_agree_on_it(dossier: Dossier, data: st.DataObject) -> None:
    arguments = [each.id for each in dossier.all(Argument)]
    if not arguments:
        return
    argument = data.draw(st.sampled_from(sorted(arguments)))
    name = data.draw(speech_names)
    here = plan.say_in_speech(argument, name).run(dossier)
    there = plan.say_in_speech(argument, name).run(dossier)
    assert here == there
    merged = dossier.with_records(*here.records.values(), *there.records.values())
    assert merged == here


@given(dossiers(), debates)
@settings(max_examples=40)
def test_every_assignment_is_shown_in_one_speech(dossier: Dossier, debate: DebateFormat) -> None:
    shown = [(each.name, one.id) for each in planned_speeches(dossier, debate) for one in each.arguments]
    assert len(shown) == len(set(shown)) == len(list(dossier.all(Assignment)))
    assert {one for _, one in shown} | {each.id for each in unassigned(dossier)} == {
        each.id for each in dossier.arguments
    }
