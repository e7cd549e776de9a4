# SPDX-License-Identifier: MIT
"""A text that is edited where it stands: as high as its words, with its history kept by the session."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPalette,
    QShowEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from dissoi.dossier.edits import Edit
from dissoi.dossier.prose import Blocks
from dissoi.gui.article.offsets import Offsets
from dissoi.gui.editor.intents import Intents
from dissoi.gui.editor.list_lines import next_item
from dissoi.gui.editor.typeset import typeset
from dissoi.gui.letters import letters_in
from dissoi.gui.one_history import is_history

Write = Callable[[str], Edit]
_TALLEST = 10_000
"""Pixels in which what an empty field says surely has room."""
_WIDTH, _LEAST_WIDTH = 256, 76
"""Pixels; how wide a field would be, and must be."""


class Field(QTextEdit):
    """One text of a record. `write` makes the edit for what was typed.

    With `one_line`, Enter leaves the field instead of starting a line. With `formatted`, the text is
    Markdown: its look is shown while the field is left alone, its source while it is edited.
    """

    left = Signal()
    entered = Signal()

    def __init__(
        self,
        intents: Intents,
        name: str,
        write: Write,
        parent: QWidget,
        *,
        one_line: bool = False,
        formatted: Callable[[str], Blocks] | None = None,
    ) -> None:
        super().__init__(parent)
        self._intents = intents
        self._write = write
        self._one_line = one_line
        self._formatted = formatted
        self._text = ""
        self._showing = False
        self._heights: dict[int, int] = {}
        self.setAccessibleName(name)
        self._lay_out()
        self.document().contentsChanged.connect(self._grow)
        self.textChanged.connect(self._typed)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_letters(self, font: QFont) -> None:
        """The font of the text and of its placeholder."""
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._heights.clear()
        self.updateGeometry()

    def set_inks(self, ink: str, faint: str) -> None:
        """The colours of the text and of its placeholder."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, QColor(ink))
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(faint))
        self.setPalette(palette)

    @property
    def text(self) -> str:
        """The text of the record, as last shown or typed."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show what the record says now; the caret stays where the words around it stay."""
        if text == self._text and not (self._formatted and not self._source()):
            return
        self._text = text
        self._render()

    def select(self, start: int, end: int) -> None:
        """Take the keyboard and select the words from `start` to `end` (code points of the text)."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        offsets = Offsets.of(self._text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(offsets.position(start))
        cursor.setPosition(offsets.position(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _render(self) -> None:
        self._showing = True
        if self._formatted and not self.hasFocus() and self._text:
            typeset(self.document(), self._formatted(self._text), self.font())
        elif not self.hasFocus():
            self.setPlainText(self._text)
        else:
            self._merge_text()
        self._showing = False

    def _merge_text(self) -> None:
        """Put the record's text in place by changing only what differs, so that the caret stays."""
        old, new = self._source(), self._text
        start = _shared(old, new)
        end = _shared(old[start:][::-1], new[start:][::-1])
        cursor = QTextCursor(self.document())
        offsets = Offsets.of(old)
        cursor.setPosition(offsets.position(start))
        cursor.setPosition(offsets.position(len(old) - end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[start : len(new) - end])
        if old != new:
            self.setTextCursor(cursor)

    def _source(self) -> str:
        return letters_in(self.document())

    def _typed(self) -> None:
        if self._showing:
            return
        self._text = self._source()
        self._intents.edit.emit(self._write(self._text), self)
        self._intents.typed.emit()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._measured(width)
        return self._heights[width]

    def _measured(self, width: int) -> int:
        # On hearing of a new size, the text edit would set the old width again.
        with QSignalBlocker(self.document().documentLayout()):
            self._wrap(width)
            height = math.ceil(self.document().size().height())
            if self.isVisible():
                self._wrap(self.width())
        if self.document().isEmpty():
            flags = Qt.TextFlag.TextWordWrap
            told = self.fontMetrics().boundingRect(0, 0, width, _TALLEST, flags, self.placeholderText())
            height = max(height, told.height())
        return max(height, self._line())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wrap(self.width())

    def _wrap(self, width: int) -> None:
        if self.document().textWidth() != width:
            self.document().setTextWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self._line())

    def _line(self) -> int:
        return self.fontMetrics().height()

    def _grow(self) -> None:
        self._heights.clear()
        if self._showing or self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: there is one history."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_history(event):
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._leaves(event):
            self.focusNextChild()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._goes_on_with_list(event):
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        return self._one_line and _is_plain(event)

    def _goes_on_with_list(self, event: QKeyEvent) -> bool:
        """Begin the next item of the list that the caret is in, or end the list at an item without words."""
        if not self._formatted or not _is_plain(event):
            return False
        cursor = self.textCursor()
        start = QTextCursor(self.document())
        start.setPosition(cursor.selectionStart())
        before = start.block().text()[: start.positionInBlock()]
        mark = next_item(before)
        if mark is None or (not mark and (cursor.hasSelection() or before != start.block().text())):
            return False
        cursor.beginEditBlock()
        if not mark:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        # The empty line behind a list keeps what follows from being read as part of its last item.
        cursor.insertText(f"\n{mark}")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._formatted and self._source() != self._text:
            self._showing = True
            self.setPlainText(self._text)
            self._showing = False
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self._intents.left_field.emit()
        if self._formatted:
            self._render()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu without Qt's own undo and redo, which would be a second history."""
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions()[:3] if not self.isReadOnly() else []:
            menu.removeAction(action)
        self._intents.field_menu.emit(menu, self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.insertPlainText(" ".join(text.split()) if self._one_line else text)


def _is_plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed alone."""
    return event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


def _shared(one: str, other: str) -> int:
    """How many characters two texts share from their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
