# SPDX-License-Identifier: MIT
"""A line over the panes for what must not be missed: read-only, or changes that could not be saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from dissoi.gui.theme import Colours


class Banner(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._run: dict[QPushButton, Callable[[], object]] = {}
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.dress(colours)
        self.setAutoFillBackground(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.addWidget(self._text, 1)
        self.hide()

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.quote))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colours.quote_ink))
        self.setPalette(palette)

    @property
    def text(self) -> str:
        """What the banner says; "" while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, sentence: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Say something, with a button for each of `choices`: its text and what it does."""
        self._text.setText(sentence)
        for button in self._run:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._run.clear()
        for text, run in choices:
            self._offer(text, run)
        self.show()

    def _offer(self, text: str, run: Callable[[], object]) -> None:
        button = QPushButton(text, self)
        button.clicked.connect(self._chosen)
        self._row.addWidget(button)
        self._run[button] = run

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._run[button]()
