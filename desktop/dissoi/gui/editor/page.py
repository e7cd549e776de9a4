# SPDX-License-Identifier: MIT
"""What the pages of the editor have in common: a column of content that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QTextEdit, QWidget

from dissoi.gui.theme import Colours, scroll_style

MARGIN = 60
"""Pixels shown above and below what is looked at."""
SETTLED = 300
"""Milliseconds after which a page that was opened has its height."""


class EditorPage(QScrollArea):
    """Scrolls `content`, which a page fills; the focus goes to what is in it."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setAutoFillBackground(True)

    def look_at(self, field: QTextEdit) -> None:
        """Scroll to the caret of a field once what is on the page has found its height."""

        def scroll() -> None:
            at = field.mapTo(self._page, field.cursorRect().center())
            self.ensureVisible(at.x(), at.y(), 0, MARGIN)

        scroll()
        QTimer.singleShot(SETTLED, field, scroll)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        palette = self._page.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.window))
        self._page.setPalette(palette)
        self.verticalScrollBar().setStyleSheet(scroll_style(colours))
