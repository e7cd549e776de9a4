# SPDX-License-Identifier: MIT
"""Cut, copy and paste wherever the caret stands, and the ways to the question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from dissoi.gui.editor.pane import EditorPane


class ClipboardCommands(QObject):
    """Acts on the text that has the focus."""

    def __init__(self, pane: EditorPane, add_article: Callable[[], None]) -> None:
        super().__init__(pane)
        self._add_article = add_article
        self._pane = pane

    def _text(self) -> QTextEdit | QLineEdit | None:
        focus: QWidget | None = QApplication.focusWidget()
        return focus if isinstance(focus, QTextEdit | QLineEdit) else None

    def cut(self) -> None:
        """Cut the selected text."""
        if text := self._text():
            text.cut()

    def copy(self) -> None:
        """Copy the selected text."""
        if text := self._text():
            text.copy()

    def paste(self) -> None:
        """Paste text at the caret; where nothing can be written, add it as an article."""
        text = self._text()
        if text is not None and not text.isReadOnly():
            text.paste()
        else:
            self._add_article()

    def select_all(self) -> None:
        """Select all of the text that has the caret."""
        if text := self._text():
            text.selectAll()

    def edit_question(self) -> None:
        """Go to the question."""
        self._pane.show_question()

    def add_definition(self) -> None:
        """Add a definition."""
        self._pane.add_definition()
