# SPDX-License-Identifier: MIT
"""A button that looks like text or an outline, and is pressed by Return as links are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkButton(QPushButton):
    """Pressed by Return too, which Qt leaves to buttons of dialogs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in RETURN and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            self.click()
        else:
            super().keyPressEvent(event)
