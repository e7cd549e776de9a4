# SPDX-License-Identifier: MIT
"""The caret goes through an article and selects in it by the keys that word processors have."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from .conftest import Hand

Key = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SECOND = "No mission could deter a new attack, said the other side."


def selected(hand: Hand) -> str:
    """The selected words, white space and all."""
    return hand.reader.textCursor().selectedText().replace("\u2029", "\n")


def here(hand: Hand) -> int:
    """Where the caret stands, in code points."""
    return hand.reader.offsets.offset(hand.reader.textCursor().position())


@pytest.mark.parametrize(
    ("key", "modifiers", "times", "words"),
    [
        (Key.Key_Right, SHIFT, 3, "mis"),
        (Key.Key_Left, SHIFT, 3, "No "),
        (Key.Key_Right, SHIFT | CONTROL, 2, "mission could "),
        (Key.Key_Left, SHIFT | CONTROL, 1, "No "),
        (Key.Key_End, SHIFT, 1, SECOND[3:]),
        (Key.Key_Home, SHIFT, 1, "No "),
        (Key.Key_Down, SHIFT | CONTROL, 1, SECOND[3:] + "\n"),
        (Key.Key_Down, SHIFT | CONTROL, 2, SECOND[3:] + "\nMore is told in a report of last year.\n"),
        (Key.Key_Up, SHIFT | CONTROL, 1, "No "),
    ],
)
def test_keys_with_shift_select(
    hand: Hand, key: Qt.Key, modifiers: Qt.KeyboardModifier, times: int, words: str
) -> None:
    hand.caret_to(hand.place("mission could")[0])
    for _ in range(times):
        hand.press(key, modifiers)
    assert selected(hand) == words


def test_control_and_up_or_down_go_by_paragraphs(hand: Hand) -> None:
    first, second = hand.place("A neutral")[0], hand.place(SECOND)[0]
    hand.caret_to(hand.place("mission could")[0])
    hand.press(Key.Key_Up, CONTROL)
    assert here(hand) == second
    hand.press(Key.Key_Up, CONTROL)
    assert here(hand) == first
    hand.press(Key.Key_Down, CONTROL)
    assert here(hand) == second
    assert not hand.reader.textCursor().hasSelection()


def test_paragraphs_end_with_the_article(hand: Hand) -> None:
    assert hand.reader.article is not None
    end = len(hand.reader.article.text)
    hand.caret_to(hand.place("The last words")[0] + 3)
    hand.press(Key.Key_Down, CONTROL | SHIFT)
    assert (here(hand), selected(hand)) == (end, " last words stand here.")
    hand.caret_to(4)
    hand.press(Key.Key_Up, CONTROL)
    hand.press(Key.Key_Up, CONTROL)
    assert here(hand) == 0


def test_the_caret_stays_in_view_by_paragraphs(hand: Hand) -> None:
    hand.caret_to(0)
    for _ in range(30):
        hand.press(Key.Key_Down, CONTROL)
    assert hand.reader.viewport().rect().contains(hand.reader.cursorRect())
    assert hand.reader.verticalScrollBar().value() > 0


def test_control_home_and_end_with_shift_select_the_rest(hand: Hand) -> None:
    assert hand.reader.article is not None
    place = hand.place("mission could")[0]
    hand.caret_to(place)
    hand.press(Key.Key_End, CONTROL | SHIFT)
    assert hand.reader.selected_range() == (place, len(hand.reader.article.text))
    hand.caret_to(place)
    hand.press(Key.Key_Home, CONTROL | SHIFT)
    assert hand.reader.selected_range() == (0, place - 1)


def test_all_is_selected_and_let_go(hand: Hand) -> None:
    hand.press(Key.Key_A, CONTROL)
    cursor = hand.reader.textCursor()
    assert (cursor.selectionStart(), cursor.selectionEnd()) == (0, _last(hand))
    hand.press(Key.Key_Escape)
    assert not hand.reader.textCursor().hasSelection()


def _last(hand: Hand) -> int:
    cursor = QTextCursor(hand.reader.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    return cursor.position()


def test_the_caret_can_be_seen_without_a_mouse(hand: Hand) -> None:
    hand.caret_to(hand.place("mission could")[0])
    hand.press(Key.Key_Right, NONE)
    assert hand.reader.hasFocus()
    assert hand.reader.cursorWidth() == 2
    flags = hand.reader.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
