# SPDX-License-Identifier: MIT
"""Questions for crossfire in the window: worded, followed up, moved, removed; cards tell of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dissoi.dossier.crossfire_edits import write_hoped_answer
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import RecordId
from dissoi.dossier.speech_plan import SpeechName, move_to_speech, said_in
from dissoi.gui.assembly import Assembly
from dissoi.gui.crossfire.dialog import CrossfireDialog
from dissoi.gui.editor.planned import planned_names, planned_text

UNGUARDED, ELECTIONS = RecordId("unguarded"), RecordId("elections")
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(sample_window: Assembly, qtbot: QtBot) -> CrossfireDialog:
    """The questions of the sample, open at an argument about which nothing is asked yet."""
    sample_window.window.guide.show_record(ELECTIONS)
    sample_window.actions["ask"].trigger()
    found = sample_window.window.findChildren(CrossfireDialog)[0]
    qtbot.waitExposed(found)
    return found


def asked(assembly: Assembly, about: RecordId) -> list[str]:
    return [each.question for each in assembly.desk.dossier.questions_about(about)]


def add(dialog: CrossfireDialog, words: str) -> None:
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.words, words)


def test_a_question_is_worded_with_the_answer_hoped_for(
    dialog: CrossfireDialog, sample_window: Assembly
) -> None:
    assert dialog.tree.record == ELECTIONS
    assert "another question" in dialog.words.placeholderText()
    assert dialog.words.hasFocus()
    add(dialog, "Who votes?")
    assert not dialog.words.placeholderText()
    QTest.keyClick(dialog.words, Qt.Key.Key_Tab)
    assert dialog.hoped.hasFocus()
    QTest.keyClicks(dialog.hoped, "Parliaments.")
    (question,) = sample_window.desk.dossier.questions_about(ELECTIONS)
    assert (question.question, question.hoped) == ("Who votes?", "Parliaments.")
    item = dialog.tree.currentItem()
    assert item is not None
    assert [item.text(0), item.text(1)] == ["Who votes?", "Parliaments."]


@pytest.mark.parametrize("on_a_line", [False, True])
def test_what_is_typed_at_once_is_a_question(
    dialog: CrossfireDialog, sample_window: Assembly, *, on_a_line: bool
) -> None:
    desk = sample_window.desk
    before = desk.dossier
    if on_a_line:
        dialog.tree.setFocus()
    for letter in "Who pays, and when?":
        field = dialog.focusWidget()
        assert field is not None
        QTest.keyClicks(field, letter)
    assert asked(sample_window, ELECTIONS) == ["Who pays, and when?"]
    assert dialog.tree.question is not None
    desk.undo()
    assert desk.dossier == before
    assert dialog.words.toPlainText() == ""


def test_a_question_begins_with_its_hoped_answer_too(
    dialog: CrossfireDialog, sample_window: Assembly
) -> None:
    QTest.keyClicks(dialog.hoped, "Nobody.")
    (question,) = sample_window.desk.dossier.questions_about(ELECTIONS)
    assert (question.question, question.hoped) == ("", "Nobody.")
    assert dialog.hoped.toPlainText() == "Nobody."


def test_no_break_spaces_stay_what_they_are(dialog: CrossfireDialog, sample_window: Assembly) -> None:
    add(dialog, "")
    (question,) = sample_window.desk.dossier.questions_about(ELECTIONS)
    dialog.words.setPlainText("10\u00a0000 «\u00a0votes\u00a0»?")
    dialog.words.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(dialog.words, "!")
    assert asked(sample_window, ELECTIONS) == ["10\u00a0000 «\u00a0votes\u00a0»?!"]
    sample_window.desk.apply(write_hoped_answer(question.id, "Yes."))
    assert dialog.words.textCursor().position() == len("10\u00a0000 «\u00a0votes\u00a0»?!")


def test_typing_a_question_is_one_step_to_undo(dialog: CrossfireDialog, sample_window: Assembly) -> None:
    add(dialog, "Who votes?")
    sample_window.desk.undo()
    assert asked(sample_window, ELECTIONS) == [""]
    assert dialog.words.toPlainText() == ""
    sample_window.desk.undo()
    assert asked(sample_window, ELECTIONS) == []


def test_undo_and_redo_are_at_hand_while_a_question_is_typed(
    dialog: CrossfireDialog, sample_window: Assembly
) -> None:
    add(dialog, "Who votes?")
    for field in (dialog.words, dialog.hoped):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
        assert asked(sample_window, ELECTIONS) == [""]
        QTest.keyClick(field, Qt.Key.Key_Y, CONTROL)
        assert asked(sample_window, ELECTIONS) == ["Who votes?"]


def test_follow_ups_stand_below_their_question(dialog: CrossfireDialog, sample_window: Assembly) -> None:
    add(dialog, "Who votes?")
    first = sample_window.desk.dossier.questions_about(ELECTIONS)[0].id
    for words in ("And then?", "And last?"):
        QTest.mouseClick(dialog.follow_up, Qt.MouseButton.LeftButton)
        QTest.keyClicks(dialog.words, words)
    assert asked(sample_window, first) == ["And then?", "And last?"]
    assert asked(sample_window, ELECTIONS) == ["Who votes?"]


def test_questions_are_moved_and_removed_by_keys(dialog: CrossfireDialog, sample_window: Assembly) -> None:
    for words in ("One?", "Two?", "Three?"):
        add(dialog, words)
    dialog.tree.setFocus()
    QTest.keyClick(dialog.tree, Qt.Key.Key_Up, ALT)
    assert asked(sample_window, ELECTIONS) == ["One?", "Three?", "Two?"]
    QTest.keyClick(dialog.tree, Qt.Key.Key_Up, ALT)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Up, ALT)
    assert asked(sample_window, ELECTIONS) == ["Three?", "One?", "Two?"]
    QTest.keyClick(dialog.tree, Qt.Key.Key_Delete)
    assert asked(sample_window, ELECTIONS) == ["One?", "Two?"]
    assert dialog.tree.question is not None
    assert dialog.tree.question.question == "Two?"


def test_a_question_that_is_undone_away_is_looked_at_no_more(
    dialog: CrossfireDialog, sample_window: Assembly
) -> None:
    add(dialog, "One?")
    sample_window.desk.undo()
    sample_window.desk.undo()
    assert dialog.tree.question is None
    assert dialog.words.toPlainText() == ""
    add(dialog, "Again?")
    assert asked(sample_window, ELECTIONS) == ["Again?"]


def test_the_position_can_be_asked_about(dialog: CrossfireDialog, sample_window: Assembly) -> None:
    sample_window.actions["ask_position"].trigger()
    position = sample_window.desk.dossier.positions[0].id
    assert dialog.tree.record == position
    add(dialog, "For how long?")
    assert asked(sample_window, position) == ["For how long?"]


def test_nothing_is_asked_in_a_dossier_that_is_only_read(
    dialog: CrossfireDialog, sample_window: Assembly
) -> None:
    sample_window.desk.locked = "Somebody else has it open."
    dialog.show_subject(UNGUARDED)
    assert not dialog.add.isEnabled()
    dialog.tree.look_at(sample_window.desk.dossier.questions_about(UNGUARDED)[0].id)
    assert dialog.words.isReadOnly()
    assert not dialog.remove.isEnabled()


def test_questions_are_read_also_where_nothing_can_be_changed(sample_window: Assembly) -> None:
    sample_window.desk.locked = "Somebody else has it open."
    sample_window.window.guide.show_record(UNGUARDED)
    sample_window.refresh()
    sample_window.actions["ask"].trigger()
    (dialog,) = sample_window.window.findChildren(CrossfireDialog)
    assert dialog.tree.record == UNGUARDED


def test_a_card_tells_of_its_speeches_and_questions(sample_window: Assembly, sample: Dossier) -> None:
    assert planned_text(sample, UNGUARDED) == "In 3 speeches · 3 questions for crossfire"
    assert planned_names(sample, UNGUARDED) == "First constructive\nFirst summary\nFirst final focus"
    (said,) = said_in(sample, ELECTIONS)
    assert planned_text(sample, ELECTIONS) == f"In {said.name}"
    other = SpeechName("A speech with a name too long for a card, as of a format of one’s own", 2)
    moved = move_to_speech(ELECTIONS, said, other).run(sample)
    assert planned_text(moved, ELECTIONS) == "In A speech with a name too long for a c…"
    assert planned_names(moved, ELECTIONS) == f"{other.name} (2)"
    assert planned_text(sample, sample.positions[1].id) == ""
    shown = [each.text() for each in sample_window.window.editor.findChildren(QLabel)]
    assert "In 3 speeches · 3 questions for crossfire" in shown


def test_no_two_parts_of_the_dialog_have_one_key(dialog: CrossfireDialog) -> None:
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.buddy() is not None]
    buttons = [each.text() for each in dialog.findChildren(QPushButton)]
    keys = [QKeySequence.mnemonic(text).toString() for text in (*labels, *buttons)]
    used = [key for key in keys if key]
    assert len(used) == 5
    assert len(set(used)) == len(used)
