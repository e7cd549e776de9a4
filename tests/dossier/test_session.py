# SPDX-License-Identifier: MIT
"""The one door: edits, undo and redo of the open dossier."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.strategies import Counter, edits_of, journeys

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.errors import UnknownRecordError
from dissoi.dossier.records import Position, RecordId
from dissoi.dossier.rules import checked
from dissoi.dossier.session import Cause, Event, Session

ONE, TWO = RecordId("one"), RecordId("two")


def session_with(*positions: RecordId) -> Session:
    return Session(Dossier.of([Position(id=each, order=each) for each in positions]))


def type_into(session: Session, position: RecordId, *statements: str) -> None:
    for statement in statements:
        session.apply(edits.state_position(position, statement))


def statement_of(session: Session, position: RecordId) -> str:
    return session.dossier.get(Position, position).statement


@settings(max_examples=50)
@given(journeys())
def test_undoing_everything_leads_back_and_redoing_forth(made: tuple[Edit, ...]) -> None:
    session = Session(Dossier())
    for edit in made:
        session.apply(edit)
    end = session.dossier
    while session.undo():
        pass
    assert session.dossier == Dossier()
    while session.redo():
        pass
    assert session.dossier == end


def test_typing_is_one_step() -> None:
    session = session_with(ONE)
    type_into(session, ONE, "S", "Se", "Sen", "Send")
    session.undo()
    assert statement_of(session, ONE) == ""
    session.redo()
    assert statement_of(session, ONE) == "Send"


def test_typing_elsewhere_is_another_step() -> None:
    session = session_with(ONE, TWO)
    type_into(session, ONE, "S", "Se")
    type_into(session, TWO, "N", "No")
    type_into(session, ONE, "Sen")
    session.undo()
    assert (statement_of(session, ONE), statement_of(session, TWO)) == ("Se", "No")
    session.undo()
    assert (statement_of(session, ONE), statement_of(session, TWO)) == ("Se", "")


def test_a_pause_makes_a_new_step() -> None:
    session = session_with(ONE)
    type_into(session, ONE, "Send")
    session.end_typing()
    type_into(session, ONE, "Send a force")
    session.undo()
    assert statement_of(session, ONE) == "Send"


def test_typing_after_undo_does_not_join_what_was_before_it() -> None:
    session = session_with(ONE)
    type_into(session, ONE, "Send")
    session.end_typing()
    type_into(session, ONE, "Send a force")
    session.undo()
    type_into(session, ONE, "Send none")
    session.undo()
    assert statement_of(session, ONE) == "Send"


def test_typing_that_is_taken_back_by_hand_leaves_no_step() -> None:
    session = session_with(ONE)
    type_into(session, ONE, "S", "")
    assert session.undo_label == ""
    assert session.undo() is None


def test_a_new_edit_forgets_what_could_be_redone() -> None:
    session = session_with(ONE)
    type_into(session, ONE, "Send")
    session.undo()
    session.apply(edits.add_position(TWO))
    assert session.redo_label == ""
    assert session.redo() is None


def test_labels_name_what_undo_and_redo_would_do() -> None:
    session = session_with(ONE)
    session.apply(edits.add_position(TWO))
    assert (session.undo_label, session.redo_label) == ("Add Position", "")
    session.undo()
    assert (session.undo_label, session.redo_label) == ("", "Add Position")


def test_an_edit_that_fails_leaves_all_as_it_was() -> None:
    session = session_with(ONE)
    before, heard = session.dossier, list[Event]()
    session.listen(heard.append)
    with pytest.raises(UnknownRecordError):
        session.apply(edits.together("Both", edits.add_position(TWO), edits.remove_position(RecordId("?"))))
    assert session.dossier is before
    assert not heard
    assert session.undo_label == ""


def test_an_edit_of_nothing_is_neither_told_nor_remembered() -> None:
    session = session_with(ONE)
    heard = list[Event]()
    session.listen(heard.append)
    session.apply(edits.state_position(ONE, ""))
    assert not heard
    assert session.undo_label == ""


def test_listeners_hear_what_happened_and_who_asked() -> None:
    session, me = session_with(ONE), object()
    heard = list[Event]()
    stop = session.listen(heard.append)
    session.apply(edits.add_position(TWO), me)
    session.undo(me)
    session.redo()
    stop()
    session.undo()
    assert [(each.cause, each.initiator) for each in heard] == [
        (Cause.EDIT, me),
        (Cause.UNDO, me),
        (Cause.REDO, None),
    ]
    assert [TWO in each.dossier.records for each in heard] == [True, False, True]


def test_a_listener_may_stop_listening_when_it_hears_something() -> None:
    session = session_with(ONE)
    heard = list[str]()

    def hear_once(_event: Event) -> None:
        heard.append("first")
        stop()

    stop = session.listen(hear_once)
    session.listen(lambda _event: heard.append("second"))
    session.apply(edits.add_position(TWO))
    session.undo()
    assert heard == ["first", "second", "second"]


def test_changes_carry_who_made_them() -> None:
    session = Session(Dossier(), who="Anna")
    assert session.apply(edits.add_position(ONE)).who == "Anna"


class Editing(RuleBasedStateMachine):
    """Edits, undo and redo in any order, against a list of the dossiers that there were."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session(Dossier())
        self.new_id = Counter()
        self.past: list[Dossier] = [self.session.dossier]
        self.place = 0

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        self.session.end_typing()
        if self.session.apply(data.draw(edits_of(self.session.dossier, self.new_id))):
            self.past = [*self.past[: self.place + 1], self.session.dossier]
            self.place += 1

    @precondition(lambda self: self.place > 0)
    @rule()
    def undo(self) -> None:
        assert self.session.undo()
        self.place -= 1

    @precondition(lambda self: self.place < len(self.past) - 1)
    @rule()
    def redo(self) -> None:
        assert self.session.redo()
        self.place += 1

    @invariant()
    def stands_where_it_should(self) -> None:
        assert self.session.dossier == self.past[self.place]
        assert bool(self.session.undo_label) == (self.place > 0)
        assert bool(self.session.redo_label) == (self.place < len(self.past) - 1)

    @invariant()
    def breaks_no_rule(self) -> None:
        checked(self.session.dossier)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=20, stateful_step_count=20)


def test_typing_that_cancels_out_does_not_open_the_step_before_it() -> None:
    position = RecordId("p")
    session = Session(edits.add_position(position, "a").run(Dossier()))
    session.apply(edits.state_position(position, "ab"))
    session.end_typing()
    session.apply(edits.state_position(position, "abc"))
    session.apply(edits.state_position(position, "ab"))
    session.apply(edits.state_position(position, "abd"))
    session.undo()
    assert session.dossier.get(Position, position).statement == "ab"
