# SPDX-License-Identifier: MIT
"""The bar below an article in which words are looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from dissoi.gui.article.finding import Folded, Hits
from dissoi.gui.article.reader import ArticleReader

_LONGEST = 100
"""How many selected characters are still proposed as words to find."""


class FindBar(QWidget):
    """Finds in the article that a reader shows, marks every place and goes from one to the next."""

    def __init__(self, reader: ArticleReader, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader = reader
        self._folded: Folded | None = None
        self._begin = 0
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Find in the article"))
        self.line.setAccessibleName(self.tr("Find in the article"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._find)
        self.count = QLabel(self)
        self.count.setAccessibleName(self.tr("Places found"))
        rows = QHBoxLayout(self)
        rows.setContentsMargins(12, 6, 8, 6)
        rows.addWidget(self.line, 1)
        rows.addWidget(self.count)
        rows.addWidget(self._button("↑", self.tr("Previous place (Shift+F3)"), -1))
        rows.addWidget(self._button("↓", self.tr("Next place (F3)"), 1))
        rows.addWidget(self._button("✕", self.tr("Close (Escape)"), 0))
        self.setAutoFillBackground(True)
        reader.article_shown.connect(self._another_article)
        self.hide()

    def _button(self, sign: str, tip: str, steps: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.step(steps) if steps else self.close_bar())
        return button

    def open(self) -> None:
        """Ask for words to find; words that are selected are proposed."""
        words = self._reader.selected_range()
        cursor = self._reader.textCursor()
        self._begin = cursor.selectionStart() if words else self._reader.top_position()
        self.show()
        if words and self._reader.article is not None:
            selected = self._reader.article.text[slice(*words)]
            if len(selected) <= _LONGEST and "\n" not in selected:
                self.line.setText(selected)
        self._find()
        self.line.setFocus()
        self.line.selectAll()

    def step(self, steps: int) -> None:
        """Go to the next place (or back, below 0); asks for words first when there are none."""
        if self.isHidden() or not self.line.text():
            self.open()
            if not self.line.text():
                return
        self._show(self._reader.hits.stepped(steps))

    def close_bar(self) -> None:
        """Put the bar away. The place found stays selected, ready to be quoted."""
        # The caret goes first: a bar that hides with it hands it to whatever comes next, a card perhaps.
        self._reader.setFocus()
        self.hide()
        hits, offset = self._reader.hits, self._reader.offsets.offset
        self._reader.set_hits(Hits())
        if hits.ranges:
            self._reader.select(*map(offset, hits.ranges[hits.current]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            action = QAbstractSlider.SliderAction
            is_up = event.key() == Qt.Key.Key_PageUp
            bar = self._reader.verticalScrollBar()
            bar.triggerAction(action.SliderPageStepSub if is_up else action.SliderPageStepAdd)
        else:
            super().keyPressEvent(event)

    def _another_article(self) -> None:
        self._folded = None
        self._begin = 0
        if not self.isHidden():
            self._find()

    def _find(self) -> None:
        article = self._reader.article
        if article is None:
            self._show(Hits())
            return
        if self._folded is None:
            self._folded = Folded.of(article.text)
        position = self._reader.offsets.position
        found = tuple((position(a), position(b)) for a, b in self._folded.find(self.line.text()))
        self._show(Hits(found).nearest(self._begin))

    def _show(self, hits: Hits) -> None:
        self._reader.set_hits(hits)
        if hits.ranges:
            self._begin = hits.ranges[hits.current][0]
            number, all_ = f"{hits.current + 1:,}", f"{len(hits.ranges):,}"
            self.count.setText(self.tr("{0} of {1}").format(number, all_))
        else:
            self.count.setText(self.tr("Not found") if self.line.text().strip() else "")
