# SPDX-License-Identifier: MIT
"""What the article pane shows while there is no article."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dissoi.gui.article.colours import ReaderColours

_WIDTH, _MARGIN = 380, 28
"""The width of the text and the least room around it, in pixels."""


class EmptyPage(QWidget):
    """A friendly hint, and the button that adds an article."""

    add_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = self._line(self.tr("No article yet"))
        hint = self.tr(
            "Add an article to read: a saved web page, a PDF or Word file, an e-book or text, or paste one. "
            "Then select its words to use them as evidence."
        )
        self._hint = self._line(hint)
        self.button = QPushButton(self.tr("Add article…"), self)
        self.button.setAccessibleDescription(hint)
        self.button.clicked.connect(self._ask)
        rows = QVBoxLayout(self)
        rows.setSpacing(14)
        rows.addStretch(2)
        rows.addWidget(self._title)
        rows.addWidget(self._hint)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self.setAutoFillBackground(True)

    def set_look(self, title: QFont, text: QFont, colours: ReaderColours) -> None:
        """Set fonts and colours."""
        self._title.setFont(title)
        self._hint.setFont(text)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.page))
        self.setPalette(palette)
        for label, colour in ((self._title, colours.heading), (self._hint, colours.muted)):
            inked = label.palette()
            inked.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(inked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(_MARGIN, (self.width() - _WIDTH) // 2)
        self.setContentsMargins(side, _MARGIN, side, _MARGIN)

    def _ask(self) -> None:
        self.add_requested.emit()

    def _line(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setForegroundRole(QPalette.ColorRole.WindowText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label
