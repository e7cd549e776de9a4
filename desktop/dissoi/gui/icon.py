# SPDX-License-Identifier: MIT
"""The program's icon, painted: a filled sheet with a plus beside an outlined one with a minus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

_GROUND, _PRO, _CON = "#1b2130", "#7fb2f0", "#f0a067"


def app_icon() -> QIcon:
    """The icon in the usual sizes."""
    icon = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        icon.addPixmap(_painted(size))
    return icon


def _painted(size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 128, size / 128)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_GROUND))
    painter.drawRoundedRect(QRectF(6, 6, 116, 116), 24, 24)
    painter.setBrush(QColor(_PRO))
    painter.drawRoundedRect(QRectF(26, 30, 34, 68), 5, 5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(_CON), 4))
    painter.drawRoundedRect(QRectF(70, 32, 30, 64), 4, 4)
    pen = QPen(QColor(_CON), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(77, 64), QPointF(93, 64))
    pen.setColor(QColor(_GROUND))
    painter.setPen(pen)
    painter.drawLine(QPointF(34, 64), QPointF(52, 64))
    painter.drawLine(QPointF(43, 55), QPointF(43, 73))
    painter.end()
    return pixmap
