# SPDX-License-Identifier: MIT
"""The tabs over the editor: the question, then a tab for each position, then a sign that adds one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import QUESTION_ID, RecordId
from dissoi.gui.article.dragging import dragged_range
from dissoi.gui.editor.card_dragging import dragged_argument
from dissoi.gui.plain_words import plain_words
from dissoi.gui.theme import Colours, scaled, ui_font

PADDING, BESIDE = 24, 92
"""Pixels of a tab beside its text, and of the bar beside its tabs."""
LEAST, MOST = 44, 200
"""Pixels that the text of a tab has at least, and at most."""
TELLING = 70
"""Pixels of text that still tell a position; where there are fewer, the other tabs have numbers alone."""
LONGEST = 90
"""Characters of a position in a menu."""
NUMBERED = 9
"""So many positions have a digit to press."""


class _Bar(QTabBar):
    """Tabs without frames; the current one is bold and underlined."""

    released = Signal()
    carried_here = Signal(str, int)
    """(argument, tab): a card was dropped on a tab."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours
        self.setDrawBase(False)
        self.setMovable(True)
        self.setAcceptDrops(True)
        self.setChangeCurrentOnDrag(True)  # held over a tab, a card sees its page open
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._plain = scaled(ui_font(), 1.0, QFont.Weight.Normal)
        self._bold = scaled(ui_font(), 1.0, QFont.Weight.DemiBold)
        self.setFont(self._bold)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        self.update()

    def dress_arrows(self) -> None:
        """Let the arrows of tabs that have no room be flat and opaque. Qt makes them itself."""
        # A bar that was asked for its tabs before it is seen would not ask for room when it is.
        if self.isVisible() and self.count() and self.tabRect(self.count() - 1).right() > self.width():
            for arrow in self.findChildren(QToolButton):
                arrow.setAutoRaise(True)
                arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys walk the tabs
                arrow.setAutoFillBackground(True)
                arrow.setBackgroundRole(QPalette.ColorRole.Window)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.released.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_argument(event.mimeData()) or dragged_range(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dragged_argument(event.mimeData()) and self.tabAt(event.position().toPoint()) > 0:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        argument, tab = dragged_argument(event.mimeData()), self.tabAt(event.position().toPoint())
        if argument and tab > 0:
            event.acceptProposedAction()
            self.carried_here.emit(argument, tab)

    def words(self, index: int) -> str:
        """What a tab says. Qt would take a single “&” for the sign of a key."""
        return self.tabText(index).replace("&&", "&")

    def say(self, index: int, words: str) -> None:
        """Let a tab say these words."""
        if words != self.words(index):
            self.setTabText(index, words.replace("&", "&&"))

    def tabSizeHint(self, index: int) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.words(index)) + PADDING
        return QSize(width, 36)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        area = self.tabRect(index)
        current = index == self.currentIndex()
        painter.setFont(self._bold if current else self._plain)
        painter.setPen(QColor(self._colours.ink if current else self._colours.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.words(index))
        if current:
            painter.setPen(QPen(QColor(self._colours.accent), 2))
            painter.drawLine(area.left() + 8, area.bottom(), area.right() - 8, area.bottom())
        if current and self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(area.adjusted(3, 4, -4, -5))


class PositionTabs(QWidget):
    """Chooses the page of the editor. Ids are record ids; the question has its own."""

    chosen = Signal(str)
    moved = Signal(str, int)
    add_wanted = Signal()
    menu_wanted = Signal(str, object)
    argument_dropped = Signal(str, str)
    """(argument, position): a card was dropped on a tab."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: list[RecordId] = []
        self._showing = False
        self._dragged: RecordId | None = None
        self._shown_before = False
        self._texts: list[str] = []
        self._bar = _Bar(colours, self)
        self._bar.setAccessibleName(self.tr("Positions"))
        self._bar.currentChanged.connect(self._choose)
        self._bar.tabMoved.connect(self._follow_drag)
        self._bar.released.connect(self._end_drag)
        self._bar.carried_here.connect(self._take_argument)
        self._add = self._button("+", self.tr("Add a position"))
        self._add.clicked.connect(self.add_wanted)
        self._every = self._button("▾", self.tr("All positions"))
        self._every.clicked.connect(self._offer_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self._bar, 0)
        row.addWidget(self._add, 0)
        row.addWidget(self._every, 0)
        row.addStretch(1)
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._bar.customContextMenuRequested.connect(self._wish_menu)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    @property
    def current(self) -> RecordId:
        """Whose page is shown."""
        index = self._bar.currentIndex()
        return self._ids[index] if 0 <= index < len(self._ids) else QUESTION_ID

    def show_positions(self, dossier: Dossier) -> None:
        """Show a tab for the question and each position of `dossier`."""
        current = self.current if self._shown_before else None
        self._showing = True
        self._ids = [QUESTION_ID, *(position.id for position in dossier.positions)]
        texts = [self.tr("Question")]
        for number, position in enumerate(dossier.positions, 1):
            texts.append(f"{number}  {position.statement or self.tr('New position')}")
        while self._bar.count() > len(texts):
            self._bar.removeTab(self._bar.count() - 1)
        while self._bar.count() < len(texts):
            self._bar.addTab("")
        self._texts = texts
        self._every.setVisible(len(texts) > 1)
        self._fit()
        for index in range(len(texts)):
            self._bar.setTabToolTip(index, "" if not index else plain_words(texts[index]))
        self._showing = False
        # The first look at a dossier is at its first position; a page that is gone gives way to the last.
        first = self._ids[min(1, len(self._ids) - 1)]
        fallback = self._ids[-1] if self._shown_before else first
        self._shown_before = True
        self.choose(current if current in self._ids else fallback)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Cut the texts so that all tabs have room; where few letters would be left, others have numbers."""
        metrics = self._bar.fontMetrics()
        room = self.width() - BESIDE - PADDING * len(self._texts)
        # Widths are rounded, and a text that is wider by a fraction than its room would be cut.
        widths = [metrics.horizontalAdvance(text) + 1 for text in self._texts]
        texts, widest = self._texts, _fair_width(widths, room)
        if widest < min(TELLING, max(widths, default=0)):
            now = self._bar.currentIndex()
            texts = [text if at in {0, now} else str(at) for at, text in enumerate(texts)]
            others = (metrics.horizontalAdvance(text) + 1 for at, text in enumerate(texts) if at != now)
            widest = max(room - sum(others), LEAST, widths[0])
        for index, text in enumerate(texts):
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, min(widest, MOST))
            self._bar.say(index, cut)
        self._bar.dress_arrows()

    def choose(self, record: RecordId) -> None:
        """Make this the current page."""
        if record in self._ids:
            self._bar.setCurrentIndex(self._ids.index(record))

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) page, round and round."""
        self._bar.setCurrentIndex((self._bar.currentIndex() + by) % max(1, self._bar.count()))

    def go_to(self, number: int) -> None:
        """Go to the page of position `number` (1 is the first)."""
        if number < self._bar.count():
            self._bar.setCurrentIndex(number)

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes."""
        self._bar.setMovable(editable)
        self._add.setVisible(editable)

    def _choose(self, index: int) -> None:
        self._fit()
        if not self._showing and 0 <= index < len(self._ids):
            self.chosen.emit(self._ids[index])

    def _follow_drag(self, source: int, target: int) -> None:
        """A tab slid under another: remember what is dragged until it is let go."""
        if self._dragged is None:
            self._dragged = self.current
        self._ids.insert(target, self._ids.pop(source))

    def _end_drag(self) -> None:
        dragged, self._dragged = self._dragged, None
        if dragged is None:
            return
        positions = [each for each in self._ids if each != QUESTION_ID]
        if dragged in positions:
            self.moved.emit(dragged, positions.index(dragged))
        else:
            self.moved.emit("", 0)

    def _take_argument(self, argument: RecordId, tab: int) -> None:
        self.argument_dropped.emit(argument, self._ids[tab])

    def _offer_all(self) -> None:
        menu = self.every_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._every.mapToGlobal(self._every.rect().bottomLeft()))

    def every_menu(self) -> QMenu:
        """All pages in full words, to go to one; digits are keys."""
        menu = QMenu(self)
        for at, text in enumerate(self._texts):
            action = menu.addAction(in_menu(text, key=0 < at <= NUMBERED))
            action.setCheckable(True)
            action.setChecked(at == self._bar.currentIndex())
            action.triggered.connect(partial(self._bar.setCurrentIndex, at))
        return menu

    def _wish_menu(self, place: QPoint) -> None:
        index = self._bar.tabAt(place)
        if index > 0:
            self.menu_wanted.emit(self._ids[index], self._bar.mapToGlobal(place))


def in_menu(text: str, *, key: bool) -> str:
    """A page's number and words as the text of a menu; with a `key`, its first digit is to be pressed."""
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return ("&" if key else "") + shown.replace("&", "&&")


def _fair_width(widths: Sequence[int], room: int) -> int:
    """The most that each may have so that all fit into `room`; short ones leave theirs to long ones."""
    left = sorted(widths)
    while left and left[0] * len(left) <= room:
        room -= left.pop(0)
    return room // len(left) if left else max(widths, default=0)
