# SPDX-License-Identifier: MIT
"""The small bar beside selected words, with a button for each way to quote them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from dissoi.gui.article.colours import LIGHT, ReaderColours
from dissoi.gui.article.quoting import QUOTINGS, Quoting

GAP = 7
"""Pixels between the bar and the selected words."""
MARGIN = 4
"""Pixels between the bar and the edges of the window."""
_SHADOW = 3
_PADDING = 7


def bar_place(bar: QSize, window: QRect, selected: QRect, first: QRect, last: QRect) -> QPoint | None:
    """Where the bar goes: above the selected words, else below them; None where neither has room.

    `selected` bounds the words in the window's coordinates, `first` and `last` their first and last
    lines, over whose middle the bar is set.
    """
    above = selected.top() - GAP - bar.height()
    below = selected.bottom() + 1 + GAP
    if above >= window.top() + MARGIN and above + bar.height() <= window.bottom() - MARGIN:
        return QPoint(_clamped(first.center().x(), bar, window), above)
    if below + bar.height() <= window.bottom() - MARGIN and below >= window.top() + MARGIN:
        return QPoint(_clamped(last.center().x(), bar, window), below)
    return None


def _clamped(middle: int, bar: QSize, window: QRect) -> int:
    most = window.right() + 1 - MARGIN - bar.width()
    return max(window.left() + MARGIN, min(middle - bar.width() // 2, most))


class SelectionBar(QWidget):
    """A floating rounded bar. It never takes the focus, so that the selection stays as it is."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = LIGHT
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Use the selected words"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.buttons = tuple(BarButton(each, self) for each in QUOTINGS)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SHADOW + 4, _SHADOW + 3, _SHADOW + 4, _SHADOW + 5)
        row.setSpacing(0)
        for button in self.buttons:
            button.chosen.connect(self.chosen)
            row.addWidget(button)
        self.hide()

    def set_look(self, colours: ReaderColours, font: QFont) -> None:
        """Set colours and the buttons' font."""
        self._colours = colours
        for button in self.buttons:
            button.set_look(colours, font)
        self.update()

    def show_beside(self, window: QRect, selected: QRect, first: QRect, last: QRect) -> bool:
        """Show the bar beside the selected words (see `bar_place`); False where it has no room."""
        for button in self.buttons:
            button.set_compact(compact=False)
        if self._needed().width() > window.width() - 2 * MARGIN:
            for button in self.buttons:
                button.set_compact(compact=True)
        size = self._needed()
        place = bar_place(size, window, selected, first, last)
        if place is None:
            self.hide()
            return False
        self.setGeometry(QRect(place, size))
        self.show()
        self.raise_()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW - 1, -_SHADOW, -_SHADOW - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 12))
            painter.drawRoundedRect(body.adjusted(-spread, 2 - spread, spread, 1 + spread), 9, 9)
        painter.setPen(QPen(QColor(self._colours.bar_border), 1))
        painter.setBrush(QColor(self._colours.bar_background))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _needed(self) -> QSize:
        row = self.layout()
        assert row is not None
        row.invalidate()
        return row.sizeHint()


class BarButton(QAbstractButton):
    """A sign, a word, and the key that does the same."""

    chosen = Signal(str)

    def __init__(self, quoting: Quoting, parent: QWidget) -> None:
        super().__init__(parent)
        self.quoting = quoting
        self._colours = LIGHT
        self._compact = False
        self.setText(f"{quoting.sign} {quoting.label}".strip())
        self.setAccessibleName(quoting.name)
        self.setAccessibleDescription(self.tr("Key {0}").format(quoting.letter))
        self.setToolTip(f"{quoting.name} ({quoting.letter})")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._choose)

    def set_look(self, colours: ReaderColours, font: QFont) -> None:
        """Set colours and font."""
        self._colours = colours
        self.setFont(font)
        self.updateGeometry()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the key alone beside the sign, for narrow windows."""
        self._compact = compact
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font())
        is_bare = self._compact or not self.quoting.label
        word = 0 if is_bare else text.horizontalAdvance(self.quoting.label) + 5
        return QSize(2 * _PADDING + self._sign_width() + word + self._cap(), text.height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.bar_hover))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        x = _PADDING
        self._paint_sign(painter, QRect(x, 0, self._sign_width(), self.height()))
        x += self._sign_width()
        if not self._compact:
            painter.setPen(QColor(self._colours.bar_ink))
            room = QRect(x, 0, self.width() - x, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.quoting.label)
        self._paint_key(painter)

    def _paint_sign(self, painter: QPainter, room: QRect) -> None:
        if self.quoting.kind == "highlight":
            side = QFontMetrics(self.font()).xHeight() + 3
            top = (self.height() - side) // 2
            painter.setPen(QPen(QColor(self._colours.bar_ink), 1))
            painter.setBrush(QColor(self._colours.plain_mark))
            painter.drawRoundedRect(QRectF(room.left() + 0.5, top + 0.5, side, side), 2, 2)
            return
        tints = {"pro": self._colours.pro_mark, "con": self._colours.con_mark}
        bold = QFont(self.font())
        bold.setBold(True)
        painter.save()
        painter.setFont(bold)
        painter.setPen(QColor(tints.get(self.quoting.kind, self._colours.bar_ink)))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.quoting.sign)
        painter.restore()

    def _paint_key(self, painter: QPainter) -> None:
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * 0.84)
        side = self._cap() - 1
        cap = QRectF(self.width() - _PADDING - side, (self.height() - side) / 2, side, side)
        painter.setFont(small)
        painter.setPen(QPen(QColor(self._colours.bar_border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(self._colours.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.quoting.letter)

    def _sign_width(self) -> int:
        bold = QFont(self.font())
        bold.setBold(True)
        return max(QFontMetrics(bold).horizontalAdvance(self.quoting.sign), 9) + 5

    def _cap(self) -> int:
        return QFontMetrics(self.font()).height() + 1

    def _choose(self) -> None:
        self.chosen.emit(self.quoting.kind)
