# SPDX-License-Identifier: MIT
"""Dialogs that stay open beside the window, and follow its dossier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QWidget

from dissoi.dossier.session import Event
from dissoi.gui.desk import Desk


def step_of(event: QKeyEvent) -> int:
    """Which way a key moves the line looked at: up (-1) with Alt+↑, down (1) with Alt+↓; 0 for other keys."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return 0
    steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
    return steps.get(event.key(), 0)


class DialogBeside(QDialog):
    """Shows a part of a desk's dossier, and has the window's undo and redo.

    `follow` is called with each change of the dossier while the dialog is seen.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.changed.connect(self._hear)
        for keys, run in (("Ctrl+Z", desk.undo), ("Ctrl+Shift+Z", desk.redo), ("Ctrl+Y", desk.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def come_forward(self) -> None:
        """Show the dialog, in front of whatever covers it."""
        self.show()
        self.raise_()
        self.activateWindow()

    def follow(self, event: Event) -> None:
        """Show the dossier as it is now."""
        raise NotImplementedError

    def _hear(self, event: Event) -> None:
        if self.isVisible():
            self.follow(event)

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        """A button that Enter does not press from elsewhere in the dialog."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _foot(self, text: str, *first: QWidget) -> QHBoxLayout:
        """The last row: what stands `first`, then at the right the button that closes the dialog."""
        row = QHBoxLayout()
        for widget in first:
            row.addWidget(widget)
        box = QDialogButtonBox(self)
        box.addButton(text, QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        box.rejected.connect(self.reject)
        row.addStretch(1)
        row.addWidget(box)
        return row
