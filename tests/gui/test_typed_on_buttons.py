# SPDX-License-Identifier: MIT
"""Letters typed on a button that opens a field go into that field, from the first one on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import first_argument, first_position

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import CrossQuestion, Holder, Stance
from dissoi.gui.assembly import Assembly

WORDS = "Labour United, 2 of 3"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_words(words: str = WORDS) -> None:
    """Type as hands do: each letter goes to what has the keyboard by then."""
    for letter in words:
        QTest.keyClicks(focused(), letter)


def on_button(window: QWidget, text: str) -> None:
    found = [each for each in window.findChildren(QAbstractButton) if text in each.text().replace("&", "")]
    button = next(each for each in found if each.isVisible())
    button.setFocus()
    assert focused() is button


def in_field() -> str:
    field = focused()
    assert isinstance(field, QTextEdit | QPlainTextEdit)
    return field.toPlainText()


@pytest.mark.parametrize(
    "text",
    ["Add pro argument", "Add con argument", "Add definition", "Add position", "Attack it", "Support it"],
)
def test_words_go_into_the_field_that_a_button_opens(sample_window: Assembly, text: str) -> None:
    window, desk = sample_window.window, sample_window.desk
    if text in {"Add definition", "Add position"}:
        window.editor.show_question()
    else:
        window.editor.reveal(first_argument(desk.dossier).id)
    before = desk.dossier
    on_button(window, text)
    type_words()
    assert in_field() == WORDS
    assert len(desk.dossier.records) == len(before.records) + 1
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    desk.undo()
    desk.undo()
    assert desk.dossier == before


@pytest.mark.parametrize("text", ["Add Question", "Add Follow-up"])
def test_words_go_into_a_question_for_crossfire(sample_window: Assembly, qtbot: QtBot, text: str) -> None:
    sample_window.commands.crossfire.position()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not sample_window.window)
    dialog = QApplication.activeWindow()
    assert dialog is not None
    on_button(dialog, "Add Question")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    type_words("First?")
    on_button(dialog, text)
    type_words()
    assert in_field() == WORDS
    asked = [each.question for each in sample_window.desk.dossier.all(CrossQuestion)]
    assert {"First?", WORDS} <= set(asked)
    dialog.close()


@pytest.fixture
def alone(opened: Callable[[Dossier], Assembly]) -> Assembly:
    """A window with a new position, whose sentence is being typed."""
    assembly = opened(Dossier())
    assembly.commands.arguments.add_position()
    type_words("We pay.")
    return assembly


def held(assembly: Assembly) -> tuple[Holder, ...]:
    return first_position(assembly.desk.dossier).holders


def line(assembly: Assembly) -> QAbstractButton:
    buttons = assembly.window.editor.findChildren(QAbstractButton)
    (button,) = [each for each in buttons if each.toolTip() == "Edit who holds this position"]
    return button


def test_who_holds_a_position_is_typed_straight_after_it(alone: Assembly) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_words()
    assert held(alone) == (Holder(name=WORDS),)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert line(alone).isVisible()
    assert line(alone).text() == f"Held by: {WORDS}"
    assert first_position(alone.desk.dossier).statement == "We pay."
    type_words("Because.")
    (argument,) = alone.desk.dossier.arguments_of(first_position(alone.desk.dossier).id)
    assert argument.claim == "Because."


def test_another_holder_is_typed_beside_the_first(alone: Assembly) -> None:
    first = Holder(name="Greens", role="party", stance=Stance.AGAINST)
    position = first_position(alone.desk.dossier).id
    alone.desk.apply(edits.name_holders(position, (first,)))
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_words("Anna")
    assert line(alone).isVisible()
    assert held(alone) == (first, Holder(name="Anna"))
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert line(alone).hasFocus()
    assert "Anna" in line(alone).text()
    assert "Greens" in line(alone).text()
    alone.desk.undo()
    assert held(alone) == (first,)


def test_escape_keeps_a_name_and_goes_back_to_the_line(alone: Assembly) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_words("Anna")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert line(alone).hasFocus()
    assert line(alone).text() == "Held by: Anna"


def test_undo_takes_a_name_out_of_its_field(alone: Assembly) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_words("Anna")
    alone.actions["undo"].trigger()
    assert held(alone) == ()
    assert line(alone).hasFocus()
    type_words("Bob")
    assert held(alone) == (Holder(name="Bob"),)


def test_a_name_without_letters_is_nobody(alone: Assembly) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_words("A")
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    type_words("  ")
    assert held(alone) == ()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert "nobody named yet" in line(alone).text()


def test_keys_with_control_open_nothing(alone: Assembly) -> None:
    before = alone.desk.dossier
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert line(alone).hasFocus()
    assert alone.desk.dossier == before
