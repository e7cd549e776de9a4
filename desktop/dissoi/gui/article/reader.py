# SPDX-License-Identifier: MIT
"""The article pane: select words and quote them, click passages, drag words to a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from dissoi.dossier.passages import trimmed
from dissoi.dossier.records import Article
from dissoi.gui.article.colours import ReaderColours
from dissoi.gui.article.dragging import passage_mime
from dissoi.gui.article.empty_page import EmptyPage
from dissoi.gui.article.geometry import blocks_within, line_slot, runs_of
from dissoi.gui.article.marks import Mark, ShownPassage
from dissoi.gui.article.menu import COPY, CORRECT, quoting_menu
from dissoi.gui.article.page import ArticlePage
from dissoi.gui.article.quoting import for_passages_too, quoting_of
from dissoi.gui.article.selection_bar import SelectionBar

__all__ = ["ArticleReader", "ShownPassage"]

PAUSE = 150
"""Milliseconds without a change of the selection after which the bar appears."""
_NOTCH = 120
"""What one notch of a wheel turns, in eighths of a degree."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_WINDOW_KEYS = {Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_V}
_FOLLOW = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ArticleReader(ArticlePage):
    """Reads an article and reports what its reader wants; it never changes a record itself.

    `quote_requested` carries "pro", "con", "evidence" or "highlight" and the range in code points.
    """

    quote_requested = Signal(str, int, int)
    passage_clicked = Signal(str)
    passages_clicked = Signal(list)
    passage_menu_wanted = Signal(str, object)
    """(passage, global position): a right click on a passage while nothing is selected."""
    correction_wanted = Signal()
    """The paragraph that the caret is in should be corrected."""
    link_clicked = Signal(str)
    add_article_requested = Signal()
    zoom_requested = Signal(int)
    contents_wanted = Signal()
    hint = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._pressed: QPoint | None = None
        self._had_selection = False
        self._turned = 0
        super().__init__(parent)
        self.setAccessibleName(self.tr("Article"))
        self.viewport().setMouseTracking(True)
        self.bar = SelectionBar(self.viewport())
        self.bar.chosen.connect(self.quote)
        self._header.contents.clicked.connect(self.contents_wanted)
        self.empty_page = EmptyPage(self)
        self.empty_page.add_requested.connect(self.add_article_requested)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._offer_bar)
        self.selectionChanged.connect(self._selection_moved)
        self._dress()
        self._show_whether_empty()

    def selected_range(self) -> tuple[int, int] | None:
        """The selected words without white space at their ends, in code points; None without any."""
        cursor = self.textCursor()
        if self.article is None or not cursor.hasSelection():
            return None
        ends = (self.offsets.offset(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        start, end = trimmed(self.article.text, *ends)
        return (start, end) if start < end else None

    def clear_selection(self) -> None:
        """Select nothing; the caret stays, or goes back to the end of the words selected before it."""
        cursor, words = self.textCursor(), self.selected_range()
        behind = cursor.hasSelection() and cursor.position() == cursor.selectionEnd()
        cursor.clearSelection()
        if words is not None and behind:
            # With the end of a paragraph selected, the caret stands in the next one.
            cursor.setPosition(self.offsets.position(words[1]))
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Select the words from `start` to `end` (code points)."""
        cursor = self.textCursor()
        cursor.setPosition(self.offsets.position(start))
        cursor.setPosition(self.offsets.position(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def quote(self, kind: str) -> None:
        """Ask for the selected words to be quoted as `kind`; without any, say how it is done."""
        words = self.selected_range() or (self._marked_range() if for_passages_too(kind) else None)
        self.bar.hide()
        if words is None:
            self.hint.emit(
                self.tr("Select words in the article first, then press P, C, E, H, L, N or 1 to 5.")
            )
        else:
            self.quote_requested.emit(kind, *words)

    def _marked_range(self) -> tuple[int, int] | None:
        """The words of the passage at the caret, in code points; None where there is none."""
        at = self.textCursor().position()
        marks = self._marks.between(at, at + 1) or self._marks.between(at - 1, at)
        return (marks[-1].passage.start, marks[-1].passage.end) if marks else None

    def show_article(self, article: Article, passages: Sequence[ShownPassage] = ()) -> None:
        super().show_article(article, passages)
        self._show_whether_empty()

    def clear(self) -> None:
        super().clear()
        self._show_whether_empty()

    def set_colours(self, colours: ReaderColours) -> None:
        super().set_colours(colours)
        self._dress()

    def set_zoom(self, zoom: float) -> None:
        self.bar.hide()
        super().set_zoom(zoom)
        self._dress()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim_key(event)
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tell_about(event)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        quoting = quoting_of(event.key()) if event.modifiers() in _PLAIN else None
        if quoting is not None and self.article is not None:
            if not event.isAutoRepeat():
                self.quote(quoting.kind)
        elif event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.clear_selection()
        elif event.key() in _FOLLOW and not event.modifiers() and self._follow_caret():
            pass
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._had_selection = self.textCursor().hasSelection()
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._pressed = None
            point = event.position().toPoint()
            is_target = bool(self.marks_at(point) or self.anchorAt(point))
            shape = Qt.CursorShape.PointingHandCursor if is_target else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, None
        if self.textCursor().hasSelection():
            self._offer_bar()
        elif pressed is not None and not self._had_selection:
            self._click(pressed, event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        marks = self.marks_at(event.pos())
        if marks and self.selected_range() is None:
            self.passage_menu_wanted.emit(marks[-1].passage.id, event.globalPos())
            return
        if not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = quoting_menu(self, has_selection=self.selected_range() is not None, has_passage=bool(marks))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._choose)
        self.bar.hide()
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._pause.stop()
            self.bar.hide()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._wait_with_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.empty_page.setGeometry(self.rect())
        self._wait_with_bar()

    def createMimeDataFromSelection(self) -> QMimeData:
        words = self.selected_range()
        if self.article is None or words is None:
            return super().createMimeDataFromSelection()
        return passage_mime(self.article, *words)

    def _dress(self) -> None:
        self.bar.set_look(self.colours, self.font())
        title = self._typography.title_font(self._column.width)
        self.empty_page.set_look(title, self.font(), self.colours)

    def _show_whether_empty(self) -> None:
        self.empty_page.setGeometry(self.rect())
        self.empty_page.setVisible(self.article is None)
        self.bar.hide()

    def _claim_key(self, event: QKeyEvent) -> bool:
        """Whether a key is the reader's although the window has a shortcut on it."""
        if event.modifiers() in _PLAIN and quoting_of(event.key()) is not None:
            event.accept()
            return True
        if event.modifiers() not in _PLAIN and event.key() in _WINDOW_KEYS:
            # A text edit would claim undo and the like for itself, although it is read-only.
            event.ignore()
            return False
        return super().event(event)

    def _selection_moved(self) -> None:
        self._repaint()
        self._wait_with_bar()

    def _wait_with_bar(self) -> None:
        """Hide the bar until the selection and the page have come to rest."""
        self.bar.hide()
        self._pause.stop()
        if self._pressed is None and self.textCursor().hasSelection():
            self._pause.start()

    def _offer_bar(self) -> None:
        if self.selected_range() is None or self._pressed is not None or not self.hasFocus():
            return
        window = self.viewport().rect()
        first, last, seen = self._selected_lines()
        if seen:
            whole = QRect(QPoint(window.left(), first.top()), QPoint(window.right(), last.bottom()))
            self.bar.show_beside(window, whole, seen[0], seen[-1])

    def _selected_lines(self) -> tuple[QRect, QRect, list[QRect]]:
        """The first and the last line of the selection, and its stretches in view, in the viewport."""
        cursor, document, window = self.textCursor(), self.document(), self.viewport().rect()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        scrolled = self.verticalScrollBar().value()
        seen = (
            run.slot
            for block, _ in blocks_within(document, scrolled, scrolled + window.height())
            for run in runs_of(block, start, end)
        )
        ends = (line_slot(document, start), line_slot(document, end - 1))
        first, last, *lines = (slot.toAlignedRect().translated(0, -scrolled) for slot in (*ends, *seen))
        return first, last, [line for line in lines if line.intersects(window)]

    def _click(self, pressed: QPoint, released: QPoint) -> None:
        if (released - pressed).manhattanLength() < QApplication.startDragDistance():
            link = self.anchorAt(released)
            if not self._open_marks(self.marks_at(released)) and link:
                self.link_clicked.emit(link)

    def _follow_caret(self) -> bool:
        """Do for the caret what a click does for the pointer; False where there is nothing to do."""
        at = self.textCursor().position()
        link = self.textCursor().charFormat().anchorHref()
        if self._open_marks(self._marks.between(at, at + 1)):
            return True
        if link:
            self.link_clicked.emit(link)
        return bool(link)

    def _open_marks(self, marks: tuple[Mark, ...]) -> bool:
        found = [mark.passage.id for mark in reversed(marks)]
        if len(found) == 1:
            self.passage_clicked.emit(found[0])
        elif found:
            self.passages_clicked.emit(found)
        return bool(found)

    def _tell_about(self, event: QHelpEvent) -> bool:
        QToolTip.showText(event.globalPos(), self.told_about(event.pos()), self.viewport())
        return True

    def told_about(self, point: QPoint) -> str:
        """What the tool tip says at a point of the viewport, as rich text: passages, or a link's address."""
        labels = [mark.passage.label for mark in self.marks_at(point) if mark.passage.label]
        link = self.anchorAt(point)
        from html import escape

        # A tool tip takes text that looks like markup for markup, and these words are not ours.
        lines = [escape(line) for line in labels or [link] if line]
        return f"<p>{'<br>'.join(lines)}</p>" if lines else ""

    def _choose(self, action: QAction) -> None:
        if action.data() == COPY:
            self.copy()
        elif action.data() == CORRECT:
            self.correction_wanted.emit()
        else:
            self.quote(action.data())
