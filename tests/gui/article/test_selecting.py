# SPDX-License-Identifier: MIT
"""Selecting words and quoting them: mouse, keys, bar, menu, clipboard, drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton

from dissoi.gui.article.dragging import dragged_range
from dissoi.gui.article.geometry import block_place, slot_of
from dissoi.gui.article.quoting import QUOTINGS
from dissoi.gui.article.reader import ArticleReader

from .conftest import LEFT, Hand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
WORDS = "neutral mission 🕊🕊 could keep the peace"
KEYS = {"pro": Qt.Key.Key_P, "con": Qt.Key.Key_C, "highlight": Qt.Key.Key_H, "evidence": Qt.Key.Key_E}


def test_dragging_over_words_selects_them(hand: Hand) -> None:
    hand.drag(WORDS)
    assert hand.reader.selected_range() == hand.place(WORDS)


def test_between_two_lines_the_nearer_is_pointed_at(hand: Hand) -> None:
    reader, viewport = hand.reader, hand.reader.viewport()
    offset = hand.place("Paragraph 1 goes on")[0]
    block = reader.document().findBlock(reader.offsets.position(offset))
    layout, origin = block.layout(), block_place(block).topLeft()
    slots = [slot_of(block, layout.lineAt(at), origin) for at in range(layout.lineCount())]
    assert len(slots) > 2
    pressed = hand.point(offset + 4)
    for down in range(round(slots[1].top()), round(slots[-1].top())):
        on = next(at for at, slot in enumerate(slots) if slot.top() <= down < slot.bottom())
        end = QPoint(round(slots[0].left()) + 90, down - reader.verticalScrollBar().value())
        for start in (pressed, end - QPoint(60, 0)):
            QTest.mousePress(viewport, LEFT, pos=start)
            QTest.mouseMove(viewport, end)
            QTest.mouseRelease(viewport, LEFT, pos=end)
            line = layout.lineAt(on)
            place = reader.textCursor().position() - block.position()
            assert line.textStart() + 5 < place < line.textStart() + line.textLength(), down
            assert reader.selected_range() is not None
            reader.clear_selection()


def test_white_space_at_the_ends_is_left_out(hand: Hand) -> None:
    start, end = hand.place("mission could deter ")
    hand.caret_to(start - 1)
    for _ in range(end - start + 1):
        hand.press(Qt.Key.Key_Right, SHIFT)
    assert hand.reader.selected_range() == (start, end - 1)


def test_white_space_alone_is_no_selection(hand: Hand) -> None:
    hand.caret_to(hand.place("mission could")[0] - 1)
    hand.press(Qt.Key.Key_Right, SHIFT)
    assert hand.reader.textCursor().hasSelection()
    assert hand.reader.selected_range() is None


def test_selecting_across_paragraphs(hand: Hand) -> None:
    hand.caret_to(hand.place("said one")[0])
    hand.press(Qt.Key.Key_Down, SHIFT)
    hand.press(Qt.Key.Key_End, SHIFT)
    selected = hand.reader.selected_range()
    assert selected is not None
    assert hand.reader.article is not None
    assert "\n" in hand.reader.article.text[slice(*selected)]


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_a_key_quotes_the_words(hand: Hand, qtbot: QtBot, kind: str, modifier: Qt.KeyboardModifier) -> None:
    hand.drag(WORDS)
    with qtbot.waitSignal(hand.reader.quote_requested) as asked:
        hand.press(KEYS[kind], modifier)
    assert asked.args == [kind, *hand.place(WORDS)]


@pytest.mark.parametrize("key", KEYS.values())
def test_without_words_a_key_only_says_how(hand: Hand, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.assertNotEmitted(hand.reader.quote_requested), qtbot.waitSignal(hand.reader.hint) as told:
        hand.press(key)
    assert told.args == ["Select words in the article first, then press P, C, E, H, L, N or 1 to 5."]


def test_keys_with_control_quote_nothing(hand: Hand, qtbot: QtBot) -> None:
    hand.drag(WORDS)
    with qtbot.assertNotEmitted(hand.reader.quote_requested):
        hand.press(Qt.Key.Key_H, CONTROL)


def test_the_words_cannot_be_changed(hand: Hand) -> None:
    before = hand.reader.toPlainText()
    hand.drag(WORDS)
    for key in (Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        hand.press(key)
    hand.press(Qt.Key.Key_X, CONTROL)
    hand.press(Qt.Key.Key_V, CONTROL)
    assert hand.reader.toPlainText() == before


def test_escape_selects_nothing(hand: Hand) -> None:
    hand.drag(WORDS)
    hand.press(Qt.Key.Key_Escape)
    assert hand.reader.selected_range() is None
    assert not hand.reader.bar.isVisible()


def test_copying_takes_plain_text_and_its_place(hand: Hand) -> None:
    hand.drag(WORDS)
    hand.press(Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == WORDS
    assert not copied.hasHtml()
    assert dragged_range(copied) == ("a1", *hand.place(WORDS), WORDS)


def selected_lines(hand: Hand) -> QRect:
    """The lines of the selection, as the text edit itself has them."""
    cursor = hand.reader.textCursor()
    area = QRect()
    for position in range(cursor.selectionStart(), cursor.selectionEnd() + 1):
        cursor.setPosition(position)
        area = area.united(hand.reader.cursorRect(cursor))
    return area


def test_the_bar_appears_beside_the_words(hand: Hand) -> None:
    hand.drag(WORDS)
    bar = hand.reader.bar
    assert bar.isVisible()
    assert hand.reader.viewport().rect().contains(bar.geometry())
    assert not bar.geometry().intersects(selected_lines(hand))


def test_the_bar_waits_for_a_pause_of_the_keyboard(hand: Hand, qtbot: QtBot) -> None:
    hand.caret_to(hand.place("neutral")[0])
    hand.press(Qt.Key.Key_Right, SHIFT)
    assert not hand.reader.bar.isVisible()
    qtbot.waitUntil(hand.reader.bar.isVisible, timeout=2000)
    hand.press(Qt.Key.Key_Right, SHIFT)
    assert not hand.reader.bar.isVisible()


def test_scrolling_hides_the_bar(hand: Hand) -> None:
    hand.drag(WORDS)
    hand.reader.verticalScrollBar().setValue(40)
    assert not hand.reader.bar.isVisible()


def test_a_selection_that_fills_the_window_has_no_bar(hand: Hand, qtbot: QtBot) -> None:
    hand.reader.verticalScrollBar().setValue(900)
    hand.press(Qt.Key.Key_A, CONTROL)
    qtbot.wait(250)
    assert hand.reader.verticalScrollBar().value() == 900
    assert hand.reader.selected_range() is not None
    assert not hand.reader.bar.isVisible()


@pytest.mark.parametrize("index", range(4))
def test_a_button_of_the_bar_quotes_the_words(hand: Hand, qtbot: QtBot, index: int) -> None:
    hand.drag(WORDS)
    with qtbot.waitSignal(hand.reader.quote_requested) as asked:
        QTest.mouseClick(hand.reader.bar.buttons[index], LEFT)
    assert asked.args == [QUOTINGS[index].kind, *hand.place(WORDS)]
    assert hand.reader.hasFocus()
    assert not hand.reader.bar.isVisible()


def test_buttons_are_named_and_leave_the_focus_alone(hand: Hand) -> None:
    hand.drag(WORDS)
    for button, quoting in zip(hand.reader.bar.buttons, QUOTINGS, strict=True):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert button.accessibleName() == quoting.name
        assert quoting.letter in button.accessibleDescription()


def test_a_narrow_window_has_a_compact_bar(hand: Hand) -> None:
    hand.drag("neutral")
    wide = hand.reader.bar.width()
    hand.press(Qt.Key.Key_Escape)
    hand.reader.resize(300, 600)
    hand.drag("neutral")
    assert hand.reader.bar.isVisible()
    assert hand.reader.bar.width() < wide
    assert hand.reader.viewport().rect().contains(hand.reader.bar.geometry())


def test_the_bar_goes_when_the_focus_goes(hand: Hand, qtbot: QtBot) -> None:
    button = QPushButton(hand.reader)
    button.show()
    hand.drag(WORDS)
    button.setFocus()
    assert not hand.reader.bar.isVisible()
    assert hand.reader.selected_range() is not None


def open_menu(reader: ArticleReader) -> QMenu:
    point = QPoint(200, 200)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, reader.mapToGlobal(point))
    QGuiApplication.sendEvent(reader.viewport(), event)
    menu = reader.findChild(QMenu)
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_does_what_the_keys_do(hand: Hand, qtbot: QtBot) -> None:
    hand.drag(WORDS)
    menu = open_menu(hand.reader)
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.data() for action in actions] == [
        "pro",
        "con",
        "evidence",
        "highlight",
        "label",
        "define",
        "copy",
        "correct",
    ]
    with qtbot.waitSignal(hand.reader.quote_requested) as asked:
        actions[1].trigger()
    assert asked.args == ["con", *hand.place(WORDS)]
    actions[6].trigger()
    assert QGuiApplication.clipboard().text() == WORDS
    menu.close()


def test_without_words_the_menu_offers_to_correct_the_text_alone(hand: Hand) -> None:
    menu = open_menu(hand.reader)
    usable = [action.data() for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    assert usable == ["correct"]
    menu.close()


def test_undo_belongs_to_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    reader = ArticleReader(window)
    window.setCentralWidget(reader)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    window.addAction(undo)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    reader.setFocus()
    with qtbot.waitSignal(undo.triggered):
        QTest.keyClick(reader, Qt.Key.Key_Z, CONTROL)


def test_dragged_words_name_their_place_and_are_only_copied(hand: Hand) -> None:
    hand.drag(WORDS)
    assert dragged_range(hand.reader.createMimeDataFromSelection()) == ("a1", *hand.place(WORDS), WORDS)
    # Qt offers moving, which would remove the words, for editable text only.
    assert not hand.reader.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable
