# SPDX-License-Identifier: MIT
"""The time that a speech takes of the time there is, as words above a bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from dissoi.dossier.debate import in_minutes
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.theme import Colours

TIME = Qt.ItemDataRole.UserRole + 1
"""The role under which an item holds its `Time`."""
_BAR = 4.0
_ROOM = 10
_FAINT = 0.22

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Time:
    """Seconds used, and seconds allowed: 0 where the format has no such speech."""

    used: float
    allowed: float

    @property
    def left(self) -> int:
        """The seconds left, as they are shown: below 0 where too much is planned."""
        return round(self.allowed) - round(self.used)

    @property
    def told(self) -> str:
        """Both as words: "2:40 of 4:00, 1:20 left"."""
        used, allowed = in_minutes(self.used / 60), in_minutes(self.allowed / 60)
        if not self.allowed:
            return used if self.used else ""
        if not self.used:
            return allowed
        over = QCoreApplication.translate("speeches", "{0} of {1}, {2} over")
        under = QCoreApplication.translate("speeches", "{0} of {1}, {2} left")
        return (over if self.left < 0 else under).format(used, allowed, in_minutes(abs(self.left) / 60))


class TimeBar(PlainRows):
    """Draws a bar below the words of an item that holds a `Time`; what is over is drawn as a warning."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours

    def dress(self, colours: Colours) -> None:
        """Draw in these colours."""
        self._colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return hint + QSize(0, _ROOM) if isinstance(index.data(TIME), Time) else hint

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        time = index.data(TIME)
        if isinstance(time, Time) and time.allowed:
            area: QRectF = QRectF(option.rect)
            selected = option.state & QStyle.StateFlag.State_Selected and self.is_focused
            tint = self._tint(time, option.palette.highlightedText().color() if selected else None)
            _paint_bar(painter, area.adjusted(4, area.height() - _BAR - 2, -8, -2), time, tint)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget | None:  # type: ignore[override]  # None is what Qt documents for "no editor"
        return None

    def _tint(self, time: Time, on_selection: QColor | None) -> QColor:
        over = time.left < 0
        return on_selection or QColor(self._colours.warning if over else self._colours.accent)


def _paint_bar(painter: QPainter, area: QRectF, time: Time, tint: QColor) -> None:
    """A track with its used part; the track is the same colour, faint, so that both show on any ground."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    track = QColor(tint)
    track.setAlphaF(_FAINT)
    painter.setBrush(track)
    painter.drawRoundedRect(area, _BAR / 2, _BAR / 2)
    if time.used:
        painter.setBrush(tint)
        area.setWidth(max(_BAR, area.width() * min(1.0, time.used / time.allowed)))
        painter.drawRoundedRect(area, _BAR / 2, _BAR / 2)
    painter.restore()
