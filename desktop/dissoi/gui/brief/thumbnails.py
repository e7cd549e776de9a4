# SPDX-License-Identifier: MIT
"""All pages of a brief, small, to see where one is and to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from dissoi.gui.brief.pages_area import PagesArea

WIDTH = 84
"""Pixels across the widest page."""
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class Thumbnails(PagesArea):
    """A strip of small pages; `chosen` carries the page that was clicked, counted from 0."""

    chosen = Signal(int)
    gap = 20
    ahead = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._current = 0
        self.setFixedWidth(WIDTH + 2 * self.gap + 12)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Small pages"))

    def scale(self) -> float:
        return WIDTH / max((page.width for page in self.sheets.pages), default=WIDTH)

    def show_page(self, page: int) -> None:
        """Mark the page that is read, and bring it into view."""
        self._current = page
        if 0 <= page < len(self.sheets.pages):
            bar = self.verticalScrollBar()
            top = self.column.top_of(page) - self.gap
            bottom = top + self.column.height_of(page) + 2 * self.gap
            if top < bar.value() or bottom > bar.value() + self.viewport().height():
                bar.setValue(top - (self.viewport().height() - (bottom - top)) // 2)
        self.viewport().update()

    def paint_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        super().paint_page(painter, page, rect)
        current = page == self._current
        role = QPalette.ColorRole.Highlight if current else QPalette.ColorRole.WindowText
        colour = self.palette().color(role)
        if current:
            painter.setPen(QPen(colour, 2))
            painter.drawRect(rect.adjusted(-2, -2, 2, 2))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        number = QRect(rect.left(), rect.bottom() + 3, rect.width(), self.gap - 4)
        painter.drawText(
            number, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.told(page)
        )

    def told(self, page: int) -> str:
        """What stands below a page: its number; below a booklet's sheet those of both, "–" if blank."""
        numbers = self.sheets.pages[page].numbers or (page + 1,)
        return "  ·  ".join(str(number or "–") for number in numbers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.sheets.pages:
            y = round(event.position().y()) + self.verticalScrollBar().value()
            self.chosen.emit(self.column.page_at(y))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.sheets.pages:
            super().keyPressEvent(event)
            return
        self.chosen.emit(max(0, min(self._current + step, len(self.sheets.pages) - 1)))
