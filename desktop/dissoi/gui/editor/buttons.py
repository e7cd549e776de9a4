# SPDX-License-Identifier: MIT
"""Buttons that look like text or an outline: Return presses them as links, letters go where they lead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
)

from dissoi.gui.letters import is_letter

RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_by(event: QKeyEvent, button: QAbstractButton) -> bool:
    """Press a button by Return, or by a letter, which is typed into the field that the button opens.

    Says whether that was done. Who types straight on after Tab would lose what buttons do not take,
    until a space pressed them.
    """
    is_return = event.key() in RETURN and event.modifiers() in {
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    }
    if is_return or is_letter(event):
        button.click()
    if is_letter(event):
        go_on_in_field(event)
    return is_return or is_letter(event)


def go_on_in_field(event: QKeyEvent) -> None:
    """Type a letter into the field that has the keyboard now, if one has."""
    field = QApplication.focusWidget()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        QApplication.sendEvent(field, event)


class LinkButton(QPushButton):
    """Pressed by Return too, which Qt leaves to buttons of dialogs, and by what is typed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(event, self):
            super().keyPressEvent(event)


class LinkToolButton(QToolButton):
    """The same, as small as what stands beside it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(event, self):
            super().keyPressEvent(event)
