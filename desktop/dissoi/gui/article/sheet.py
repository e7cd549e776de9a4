# SPDX-License-Identifier: MIT
"""The bare sheet that an article is shown on: read-only text that can be scrolled to any place."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from dissoi.gui.article.geometry import line_slot, on_a_line
from dissoi.gui.article.walking import by_paragraph

_REVEAL_AT = 1 / 3
"""How far down the window a revealed passage comes to stand."""

_CARET = 2
"""The width of the caret in pixels."""


class Sheet(QTextEdit):
    """Shows a document read-only, with a caret that the keyboard moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(_viewport(self))
        # The first document still measures by the viewport that is gone.
        self.document().documentLayout().setPaintDevice(self.viewport())
        self._set_up()

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change the width of the column, and with it every line.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(False)

    def setDocument(self, document: QTextDocument) -> None:
        super().setDocument(document)
        # The width of the caret belongs to the document.
        self.setCursorWidth(_CARET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if moved := by_paragraph(self.textCursor(), event):
            self.setTextCursor(moved)
        else:
            super().keyPressEvent(event)

    def _on_page(self, point: QPoint) -> QPointF:
        """A point of the viewport in the document's coordinates."""
        return QPointF(point.x(), point.y() + self.verticalScrollBar().value())

    def aimed(self, event: QMouseEvent) -> QMouseEvent:
        """A mouse event as Qt should take it: what is pointed at between two lines is the nearer of them."""
        scrolled = QPointF(0, self.verticalScrollBar().value())
        place = on_a_line(self.document(), event.position() + scrolled) - scrolled
        return QMouseEvent(
            event.type(),
            place,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self.aimed(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self.aimed(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self.aimed(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self.aimed(event))

    def _scroll_to(self, top: float) -> None:
        bar = self.verticalScrollBar()
        if top > bar.maximum():
            # Only what has been seen is laid out and known to the bar; asking for the size does the rest.
            height = self.document().documentLayout().documentSize().height()
            bar.setMaximum(max(0, ceil(height) - self.viewport().height()))
        bar.setValue(round(top))

    def go_to_block(self, number: int) -> None:
        """Bring a block to the top of the window, and the caret into it."""
        position = self.document().findBlockByNumber(number).position()
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        place = line_slot(self.document(), position)
        self._scroll_to(place.top() - place.height() / 2)

    def _bring_into_view(self, start: int, end: int) -> None:
        """Scroll a range of the document to a third from the top, unless it is in view."""
        first, last = (line_slot(self.document(), at) for at in (start, end))
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        if first.top() < top or last.bottom() > top + height:
            self._scroll_to(first.top() - height * _REVEAL_AT)

    def _show_caret_at(self, position: int) -> None:
        """Set the caret, unless words are selected, so that the keyboard goes on from there."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.setPosition(position)
            self.setTextCursor(cursor)

    def _repaint(self) -> None:
        self.viewport().update()


def _viewport(parent: QWidget) -> QWidget:
    """A viewport like Qt's own, but of a class that the binding knows.

    To find out what Qt's own is, the binding makes a Python class for each kind of widget there is, which
    takes a good part of the time in which the window opens.
    """
    viewport = QWidget(parent)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    viewport.setCursor(Qt.CursorShape.IBeamCursor)
    return viewport
