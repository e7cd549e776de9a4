# SPDX-License-Identifier: MIT
"""Whose words an argument is, told the same in everything that shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dissoi.dossier.debate import FORMAT_ID, DebateFormat, Floor, Speech
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Position, RecordId, Side
from dissoi.dossier.sides import (
    number_of,
    reference_of,
    relation_told,
    shortened_number,
    side_of,
    sides_in,
    tagged,
)
from dissoi.dossier.speech_plan import SpeechName, foreign_in, planned_speeches, say_in_speech


def chain(*relations: Side) -> Dossier:
    """A position with one line of answers, each so related to the one before it."""
    ids = [RecordId("p"), *(RecordId(f"a{place}") for place in range(len(relations)))]
    nodes = [
        Argument(id=own, parent=above, side=relation, claim=own)
        for own, above, relation in zip(ids[1:], ids, relations, strict=False)
    ]
    return Dossier.of([Position(id=ids[0]), *nodes])


def test_the_answer_to_an_attack_on_ones_own_argument_is_ones_own() -> None:
    dossier = chain(Side.PRO, Side.CON, Side.CON)
    assert [number_of(dossier, each.id) for each in dossier.arguments] == ["+1", "− CON +1.1", "+ PRO +1.1.1"]
    assert reference_of(dossier, RecordId("a1")) == "− CON +1.1"


def test_support_speaks_for_the_side_of_what_it_supports() -> None:
    dossier = chain(Side.CON, Side.PRO, Side.CON, Side.PRO)
    told = [(side_of(dossier, each.id), relation_told(each.side, "−1.1")) for each in dossier.arguments]
    assert [side for side, _ in told] == [Side.CON, Side.CON, Side.PRO, Side.PRO]
    assert {relation for _, relation in told} == {"answers −1", "supports −1"}


@given(st.lists(st.sampled_from(Side), min_size=1, max_size=12))
def test_the_side_changes_with_each_attack_below_the_top(relations: list[Side]) -> None:
    dossier = chain(*relations)
    attacks = sum(each is Side.CON for each in relations[1:])
    expected = relations[0] if attacks % 2 == 0 else relations[0].other
    assert side_of(dossier, dossier.arguments[-1].id) is expected
    assert sides_in(dossier, dossier.positions[0]) == {
        each.id: side_of(dossier, each.id) for each in dossier.arguments
    }


def test_the_number_of_an_answer_says_who_speaks_and_that_of_an_argument_begins_with_it() -> None:
    assert (tagged(Side.CON, "−2"), tagged(Side.CON, "2: +1.1")) == ("−2", "− CON 2: +1.1")


def test_a_number_of_very_many_parts_is_not_said_again() -> None:
    assert relation_told(Side.CON, "+1" + ".1" * 20) == "answers the one above"


OURS, THEIRS, BOTH = (SpeechName(name) for name in ("Case", "Reply", "Crossfire"))
DEBATE = DebateFormat(
    id=FORMAT_ID,
    name="d",
    speeches=tuple(
        Speech(name=name.name, side=floor, minutes=4)
        for name, floor in ((OURS, Floor.PRO), (THEIRS, Floor.CON), (BOTH, Floor.BOTH))
    ),
)


def foreign(dossier: Dossier, *said: tuple[str, SpeechName]) -> set[tuple[SpeechName, RecordId]]:
    for argument, speech in said:
        dossier = say_in_speech(RecordId(argument), speech).run(dossier)
    return set(foreign_in(dossier, planned_speeches(dossier, DEBATE)))


def test_deep_numbers_are_short_and_still_differ_from_those_around_them() -> None:
    deep = "+1" + ".1" * 20
    around = [deep, f"{deep}.1", f"{deep}.2", f"{deep}.1.1", f"{deep}.2.1"]
    told = [shortened_number(each, 7) for each in around]
    assert told == ["level 21 …1.1", "level 22 …1.1", "level 22 …1.2", "level 23 …1.1", "level 23 …2.1"]
    assert shortened_number("+10.2.3.4.5.6.70", 7) == "+10.2.3.4.5.6.70"


def test_what_the_other_team_says_of_the_one_position_is_foreign() -> None:
    dossier = chain(Side.PRO, Side.CON, Side.CON)
    said = (("a0", OURS), ("a1", OURS), ("a1", THEIRS), ("a2", OURS), ("a2", THEIRS), ("a1", BOTH))
    assert foreign(dossier, *said) == {(OURS, "a1"), (THEIRS, "a2")}
    assert foreign(dossier, ("a1", OURS)) == {(OURS, "a1")}


def test_a_team_may_stand_against_one_of_several_positions() -> None:
    rivals = chain(Side.CON, Side.CON, Side.CON).with_records(Position(id=RecordId("q"), order="b"))
    assert not foreign(rivals, ("a0", OURS), ("a2", OURS), ("a1", THEIRS))
    assert foreign(rivals, ("a0", OURS), ("a2", OURS), ("a1", OURS)) == {(OURS, "a1")}
    assert foreign(rivals, ("a0", OURS), ("a1", OURS)) == {(OURS, "a0")}
