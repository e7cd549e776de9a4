# SPDX-License-Identifier: MIT
"""The list of passages along the bottom of the window, with filters and keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import NO_RECORD, Label, RecordId
from dissoi.gui.article.labels import LABELLINGS
from dissoi.gui.passages.rows import Filter, PassageRow, passage_rows
from dissoi.gui.passages.table import Column, Index, PassageTable
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.sizes import sizes_for

PAUSE = 200
"""Milliseconds without a change after which the list is brought up to date."""
HEIGHT = 240
"""Pixels of height at first."""
_SHARES = {
    Column.LABEL: (0.14, 140),
    Column.NOTE: (0.14, 240),
    Column.PLACE: (0.17, 240),
    Column.USED: (0.1, 140),
}
"""The part of the width that a column has, and its most pixels; the words have the rest."""
_WIDTHS = "passages columns"
_KEYS: dict[int, str] = {
    Qt.Key.Key_Return: "reveal",
    Qt.Key.Key_Enter: "reveal",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_F2: "note",
}


class PassagesPanel(QDockWidget):
    """Lists passages. Its signals carry the id of a passage, and what is wanted of it."""

    reveal_wanted = Signal(str)
    uses_wanted = Signal(str)
    remove_wanted = Signal(str)
    note_wanted = Signal(str)
    label_wanted = Signal(str, str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Passages"))
        self.setObjectName("passages")
        self._dossier = Dossier()
        self._article = NO_RECORD
        self._dragged: set[int] = set()
        self._fitting = False
        self._late = QTimer(self, interval=PAUSE, singleShot=True)
        self._late.timeout.connect(self._catch_up)
        self.table = PassageTable(self)
        self.view = _View(self)
        self.words = QLineEdit(self)
        self.which = QComboBox(self)
        self.label = QComboBox(self)
        self.unused = QCheckBox(self.tr("Used &nowhere"), self)
        self.count = QLabel(self)
        self._fill_filters()
        self._set_up_view()
        self._arrange()
        self._take_widths()

    def _fill_filters(self) -> None:
        self.words.setPlaceholderText(self.tr("Find in words and notes"))
        self.words.setAccessibleName(self.words.placeholderText())
        self.words.setClearButtonEnabled(True)
        self.which.addItems([self.tr("All articles"), self.tr("This article")])
        self.which.setAccessibleName(self.tr("Articles"))
        self.label.addItem(self.tr("All labels"), None)
        for each in LABELLINGS:
            self.label.addItem(each.name, each.label.value)
        self.label.setAccessibleName(self.tr("Label"))
        self.words.textChanged.connect(self._sift)
        self.which.currentIndexChanged.connect(self._sift)
        self.label.currentIndexChanged.connect(self._sift)
        self.unused.toggled.connect(self._sift)

    def _set_up_view(self) -> None:
        view = self.view
        view.setAccessibleName(self.tr("Passages"))
        view.setModel(self.table)
        header = view.horizontalHeader()
        header.setSectionResizeMode(Column.WORDS, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(Column.PLACE, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(self._note_drag)
        view.setSortingEnabled(True)
        view.clicked.connect(self._click)
        view.key.connect(self._use_key)
        view.customContextMenuRequested.connect(self._ask_for_menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting = True
        header = self.view.horizontalHeader()
        for column, (share, most) in _SHARES.items():
            if column not in self._dragged:
                header.resizeSection(column, min(most, int(share * self.width())))
        self._fitting = False

    def _note_drag(self, column: int, _before: int, _width: int) -> None:
        """A width that the user gave to a column stays."""
        if column in _SHARES and not self._fitting:
            self._dragged.add(column)

    def _take_widths(self) -> None:
        """Let the columns be as wide as they were dragged before."""
        sizes = sizes_for(self)
        for column, width in zip(_SHARES, sizes.of(_WIDTHS) if sizes else (), strict=False):
            if width:
                self.view.horizontalHeader().resizeSection(column, width)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._dragged and (sizes := sizes_for(self)):
            header = self.view.horizontalHeader()
            kept = (header.sectionSize(each) if each in self._dragged else 0 for each in _SHARES)
            sizes.keep(_WIDTHS, tuple(kept))

    def _arrange(self) -> None:
        body = QWidget(self)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        for part in (self.which, self.label, self.unused, self.count):
            row.addWidget(part)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self.setWidget(body)

    def show_dossier(self, dossier: Dossier, article: RecordId) -> None:
        """Show the passages of `dossier`; `article` is the one that is being read. Soon, not at once."""
        self._dossier, self._article = dossier, article
        if not self.isHidden():
            self._late.start()

    def open(self, dossier: Dossier, article: RecordId) -> None:
        """Show the list with the caret in it."""
        self._dossier, self._article = dossier, article
        self.show()
        self._catch_up()
        if self.table.rows and not self.view.currentIndex().isValid():
            self.view.selectRow(0)
        self.view.setFocus()

    def _catch_up(self) -> None:
        self._keep_place(lambda: self.table.show_rows(passage_rows(self._dossier)))
        self._sift()

    def _sift(self) -> None:
        label = self.label.currentData()
        chosen = Filter(
            article=self._article if self.which.currentIndex() else NO_RECORD,
            label=None if label is None else Label(label),
            unused=self.unused.isChecked(),
            words=self.words.text().strip(),
        )
        self._keep_place(lambda: self.table.show_only(chosen))
        shown, total = len(self.table.rows), self.table.total
        self.view.nothing = self.tr("No passage fits what is chosen above.") if total else self._none()
        self.count.setText(self.tr("{0} of {1}").format(shown, total) if shown != total else str(total))

    def _none(self) -> str:
        return self.tr("No passages yet. Select words in an article, and press P, C, E or H.")

    def _keep_place(self, change: Callable[[], None]) -> None:
        """Make a change to the table; the passage chosen stays so, or else the line where it stood."""
        at, row = self.view.currentIndex().row(), self.current()
        change()
        ids = [each.id for each in self.table.rows]
        if row is not None and ids and not self.view.currentIndex().isValid():
            self.view.selectRow(ids.index(row.id) if row.id in ids else min(at, len(ids) - 1))

    def current(self) -> PassageRow | None:
        """The passage chosen in the list."""
        at = self.view.currentIndex().row()
        return self.table.rows[at] if 0 <= at < len(self.table.rows) else None

    def choose(self, passage: RecordId) -> None:
        """Choose a passage in the list, if it is shown there."""
        for at, row in enumerate(self.table.rows):
            if row.id == passage:
                self.view.selectRow(at)

    def _click(self, index: Index) -> None:
        row = self.table.rows[index.row()]
        wanted = self.uses_wanted if index.column() == Column.USED and row.uses else self.reveal_wanted
        wanted.emit(row.id)

    def _use_key(self, key: str) -> None:
        row = self.current()
        if row is None:
            return
        signals = {"reveal": self.reveal_wanted, "remove": self.remove_wanted, "note": self.note_wanted}
        if key in signals:
            signals[key].emit(row.id)
            return
        for each in LABELLINGS:
            if each.digit == key:
                self.label_wanted.emit(row.id, each.label.value)

    def _ask_for_menu(self, place: QPoint) -> None:
        row = self.current()
        if row is not None:
            self.menu_wanted.emit(row.id, self.view.viewport().mapToGlobal(place))


class _View(QTableView):
    """A table that says which of the list's keys was pressed."""

    key = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.nothing = ""
        """What is said where there are no rows."""
        self.setItemDelegate(PlainRows(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(12, 0, -12, 0), flags, self.nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        named = _KEYS.get(event.key(), event.text() if event.text() in "012345" else "")
        if named and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.key.emit(named)
        else:
            super().keyPressEvent(event)
