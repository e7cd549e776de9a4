# SPDX-License-Identifier: MIT
"""A change is all that differs between two dossiers, and can be taken back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import dossiers, edits_of

from dissoi.dossier import edits
from dissoi.dossier.change import Change, Difference, difference
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Position, RecordId

ONE = Position(id=RecordId("one"), statement="Send a force")
OTHER = ONE.model_copy(update={"statement": "Send no force"})
THIRD = ONE.model_copy(update={"statement": "Too early to say"})


def change(before: Position | None, after: Position | None) -> Change:
    return Change("Edit", {ONE.id: Difference(before, after)})


@settings(max_examples=25)
@given(dossiers(), dossiers())
def test_a_difference_leads_from_one_dossier_to_the_other(before: Dossier, after: Dossier) -> None:
    assert difference(before, after).applied_to(before) == after


@settings(max_examples=25)
@given(dossiers(), dossiers())
def test_an_inverse_leads_back(before: Dossier, after: Dossier) -> None:
    there = difference(before, after, "Edit", "Anna")
    assert there.inverse().applied_to(after) == before
    assert there.inverse().inverse() == there
    assert (there.inverse().label, there.inverse().who) == ("Edit", "Anna")


@settings(max_examples=20)
@given(dossiers(), dossiers(), dossiers())
def test_two_changes_joined_lead_where_both_lead(one: Dossier, two: Dossier, three: Dossier) -> None:
    both = difference(one, two, "First").then(difference(two, three, "Second"))
    assert both.applied_to(one) == three
    assert both == difference(one, three, "First")


@settings(max_examples=25)
@given(dossiers(), dossiers())
def test_a_change_and_its_inverse_are_nothing(before: Dossier, after: Dossier) -> None:
    there = difference(before, after)
    assert not there.then(there.inverse())


@settings(max_examples=40)
@given(st.data())
def test_only_what_an_edit_altered_is_in_its_change(data: st.DataObject) -> None:
    before = data.draw(dossiers())
    after = data.draw(edits_of(before, lambda: RecordId("new"))).run(before)
    altered = {
        key
        for key in before.records.keys() | after.records.keys()
        if before.records.get(key) != after.records.get(key)
    }
    assert difference(before, after).differences.keys() == altered


def test_nothing_differs_between_equals() -> None:
    copy = Dossier.of([ONE.model_copy()])
    assert not difference(Dossier.of([ONE]), copy)


def test_a_removal_is_seen_beside_an_addition() -> None:
    new = Position(id=RecordId("new"))
    found = difference(Dossier.of([ONE]), Dossier.of([new])).differences
    assert found == {ONE.id: Difference(ONE, None), new.id: Difference(None, new)}


def test_joining_keeps_the_first_before_and_the_last_after() -> None:
    joined = change(ONE, OTHER).then(change(OTHER, THIRD))
    assert joined.differences == {ONE.id: Difference(ONE, THIRD)}


def test_what_was_added_and_removed_was_never_there() -> None:
    assert not change(None, ONE).then(change(ONE, None))


def test_an_edit_of_nothing_makes_no_change() -> None:
    dossier = Dossier.of([ONE])
    same = edits.state_position(ONE.id, ONE.statement).run(dossier)
    assert not difference(dossier, same)
