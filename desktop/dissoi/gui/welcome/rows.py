# SPDX-License-Identifier: MIT
"""How dossiers are listed on the welcome page: a line that says which, and a muted one that says where."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.theme import Colours

ACROSS, DOWN = 10, 7
"""Pixels beside the words of a row, and above and below them."""
Index = QModelIndex | QPersistentModelIndex


class DossierRows(PlainRows):
    """Cuts what is too long for a row: names at their end, folders in the middle."""

    def __init__(self, colours: Colours, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.dress(colours)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = str(index.data()).count("\n") + 1
        # No width of its own: a row is as wide as the list.
        return QSize(0, lines * option.fontMetrics.lineSpacing() + 2 * DOWN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        if self.is_focused:
            option.state |= QStyle.StateFlag.State_HasFocus  # what the style sheet asks for
        words, option.text = option.text, ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        room = option.rect.adjusted(ACROSS, DOWN, -ACROSS, -DOWN)
        # Qt hands lines of an item on as lines of a paragraph.
        for number, line in enumerate(words.replace("\u2028", "\n").split("\n")):
            self._write(painter, option, QRect(room), number, line)

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, number: int, line: str
    ) -> None:
        metrics = option.fontMetrics
        room.translate(0, number * metrics.lineSpacing())
        room.setHeight(metrics.lineSpacing())
        cut = Qt.TextElideMode.ElideMiddle if number else Qt.TextElideMode.ElideRight
        painter.setPen(QColor(self._ink(option, number)))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(line, cut, room.width()))

    def _ink(self, option: QStyleOptionViewItem, number: int) -> str:
        if option.state & QStyle.StateFlag.State_Selected and self.is_focused:
            return self._colours.on_accent
        is_there = option.state & QStyle.StateFlag.State_Enabled
        return self._colours.ink if is_there and not number else self._colours.muted
