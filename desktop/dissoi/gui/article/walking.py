# SPDX-License-Identifier: MIT
"""How the keyboard takes the caret from paragraph to paragraph. Qt has no such keys but on macOS."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def by_paragraph(cursor: QTextCursor, event: QKeyEvent) -> QTextCursor | None:
    """The cursor after Ctrl+Up or Ctrl+Down, with Shift selecting; None for every other key.

    Down leads to the start of the next paragraph, up to that of this one and then of the one before.
    """
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in {Qt.Key.Key_Up, Qt.Key.Key_Down} or keys not in {_CONTROL, _CONTROL | _SHIFT}:
        return None
    mode = QTextCursor.MoveMode.KeepAnchor if keys & _SHIFT else QTextCursor.MoveMode.MoveAnchor
    moved = QTextCursor(cursor)
    moved.movePosition(_down(cursor) if event.key() == Qt.Key.Key_Down else _up(cursor), mode)
    return moved


def _down(cursor: QTextCursor) -> QTextCursor.MoveOperation:
    moves = QTextCursor.MoveOperation
    return moves.NextBlock if cursor.block().next().isValid() else moves.End


def _up(cursor: QTextCursor) -> QTextCursor.MoveOperation:
    moves = QTextCursor.MoveOperation
    return moves.PreviousBlock if cursor.atBlockStart() else moves.StartOfBlock
