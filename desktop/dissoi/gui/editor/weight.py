# SPDX-License-Identifier: MIT
"""The weight of an argument as five dots; a click on a dot, its digit or the arrows give a weight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dissoi.gui.theme import Colours

HEAVIEST = 5
_DOT = 3.0
_STEP = 10
_LIGHTER = {Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Minus}
_HEAVIER = {Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Plus}


class WeightDots(QWidget):
    """Shows a weight from 1 to 5."""

    weighed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._weight = 3
        self._ink = QColor("black")
        self._faint = QColor("grey")
        self._over = 0
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(HEAVIEST * _STEP, 18)

    def show_weight(self, weight: int, colours: Colours) -> None:
        """Show this weight."""
        self._weight = weight
        self.dress(colours)
        text = self.tr("Weight {0} of 5").format(weight)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._ink, self._faint = QColor(colours.muted), QColor(colours.border)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self._dot_at(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = 0
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.weighed.emit(self._dot_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        weight = self._weight_for(Qt.Key(event.key()))
        if weight is None or not self.isEnabled():
            super().keyPressEvent(event)
        elif weight != self._weight:
            self.weighed.emit(weight)

    def _weight_for(self, key: Qt.Key) -> int | None:
        """What a key makes of the weight; None for a key that has nothing to do with it."""
        if key in _LIGHTER:
            return max(1, self._weight - 1)
        if key in _HEAVIER:
            return min(HEAVIEST, self._weight + 1)
        digit = key.value - Qt.Key.Key_0.value
        return digit if 1 <= digit <= HEAVIEST else None

    def _dot_at(self, place: QPointF) -> int:
        return min(HEAVIEST, max(1, int(place.x() // _STEP) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        filled = self._over or self._weight
        for dot in range(HEAVIEST):
            painter.setBrush(self._ink if dot < filled else self._faint)
            painter.drawEllipse(QPointF(dot * _STEP + _STEP / 2, self.height() / 2), _DOT, _DOT)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._ink, 1.0, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
