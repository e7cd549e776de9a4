# SPDX-License-Identifier: MIT
"""Opens the questions for crossfire from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dissoi.dossier.records import Argument, RecordId
from dissoi.gui.desk import Desk
from dissoi.gui.main_window import MainWindow

if TYPE_CHECKING:
    from dissoi.gui.crossfire.dialog import CrossfireDialog


class CrossfireCommands(QObject):
    """Acts on the argument being edited, or else on the position shown."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._dialog: CrossfireDialog | None = None

    def argument(self) -> None:
        """Show what to ask of the argument being edited, or else of the position."""
        active = self._window.editor.active
        if self._desk.dossier.find(Argument, active) is not None:
            self._show(active)
        else:
            self.position()

    def position(self) -> None:
        """Show what to ask of the position shown."""
        if position := self._window.editor.position:
            self._show(position)

    def show_question(self, question: RecordId) -> None:
        """Show a question among those asked of the same position or argument."""
        from dissoi.dossier.crossfire_edits import subject_of

        self._show(subject_of(self._desk.dossier, question))
        if self._dialog is not None:
            self._dialog.tree.look_at(question)

    def _show(self, subject: RecordId) -> None:
        from dissoi.gui.crossfire.dialog import CrossfireDialog

        if self._dialog is None:
            self._dialog = CrossfireDialog(self._desk, self._window.colours, self._window)
        self._dialog.show_subject(subject)
        self._dialog.come_forward()
