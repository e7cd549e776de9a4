# SPDX-License-Identifier: MIT
"""The words of an article, in which one place is shown and another can be selected."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from dissoi.gui.article.offsets import Offsets


class ArticleText(QPlainTextEdit):
    """Shows a text to read and select in; offsets are code points."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("The article"))
        self._text = ""
        self._offsets = Offsets()

    def show_text(self, text: str) -> None:
        """Show this text; nothing is done when it is shown already."""
        if text != self._text:
            self._text = text
            self._offsets = Offsets.of(text)
            self.setPlainText(text)

    def show_place(self, place: tuple[int, int] | None) -> None:
        """Mark a place and scroll to it; None marks nothing."""
        if place is None:
            self.setExtraSelections([])
            return
        cursor = self._cursor(*place)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(self.palette().highlight())
        mark.format.setForeground(self.palette().highlightedText())
        self.setExtraSelections([mark])
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        self.setTextCursor(start)
        self.centerCursor()

    def selected(self) -> tuple[int, int] | None:
        """The selected range in code points of the text; None where nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._offsets.offset(cursor.selectionStart()), self._offsets.offset(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select a range of code points of the text."""
        self.setTextCursor(self._cursor(start, end))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.position(start))
        cursor.setPosition(self._offsets.position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor
