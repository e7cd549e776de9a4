# SPDX-License-Identifier: MIT
"""A small form for who holds a position: name, role and stance, a row each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.records import Holder, Position, Stance
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.plain_words import plain_words
from dissoi.gui.sizes import keep_size
from dissoi.gui.without_icons import without_icons

STANCE = 2
"""The column of stances."""


class StanceBox(QComboBox):
    """The stance of one holder. Tab goes on in the table: `left` says whether forwards."""

    left = Signal(bool)
    entered = Signal()

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.left.emit(forward)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class HoldersDialog(QDialog):
    """Asks who holds a position. `holders()` is the answer once it was accepted."""

    def __init__(self, position: Position, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who Holds This Position"))
        self.resize(560, 320)
        keep_size(self, "holders")
        self._stances = {
            Stance.FOR: self.tr("for it"),
            Stance.CONDITIONAL: self.tr("on conditions"),
            Stance.AGAINST: self.tr("against it"),
        }
        heading = QLabel(plain_words(position.statement) or self.tr("New position"), self)
        heading.setWordWrap(True)
        self._table = QTableWidget(0, 3, self)
        self._table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Role"), self.tr("Stance")])
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(STANCE, 130)
        self._table.setItemDelegate(PlainRows(self._table))
        self._table.verticalHeader().setVisible(False)
        self._table.setAccessibleName(self.tr("Holders"))
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.currentCellChanged.connect(self._reach)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._buttons())
        for holder in position.holders:
            self.add_row(holder)
        if not position.holders:
            self.add_row()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._add = QPushButton(self.tr("&Add"), self)
        self._add.clicked.connect(self._add_empty)
        remove = QPushButton(self.tr("&Remove"), self)
        remove.clicked.connect(self.remove_row)
        for button in (self._add, remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel, parent=self)
        without_icons(box)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        row.addWidget(box)
        return row

    def _add_empty(self) -> None:
        row = self.add_row()
        self._table.setCurrentCell(row, 0)
        if name := self._table.item(row, 0):
            self._table.editItem(name)

    def add_row(self, holder: Holder | None = None) -> int:
        """Add a row at the end, and say which it is."""
        row = self._table.rowCount()
        self._table.insertRow(row)
        name = QTableWidgetItem(holder.name if holder else "")
        name.setData(Qt.ItemDataRole.UserRole, holder.passage if holder else None)
        self._table.setItem(row, 0, name)
        self._table.setItem(row, 1, QTableWidgetItem(holder.role if holder else ""))
        stance = StanceBox(self._table)
        stance.setAccessibleName(self.tr("Stance"))
        stance.left.connect(partial(self._leave_stance, stance))
        stance.entered.connect(lambda: self._table.setCurrentCell(self._row_of(stance), STANCE))
        for value, text in self._stances.items():
            stance.addItem(text, value)
        stance.setCurrentIndex(list(self._stances).index(holder.stance if holder else Stance.FOR))
        self._table.setCellWidget(row, STANCE, stance)
        return row

    def _row_of(self, stance: QWidget) -> int:
        rows = range(self._table.rowCount())
        return next((row for row in rows if self._table.cellWidget(row, STANCE) is stance), -1)

    def _reach(self, row: int, column: int) -> None:
        """A stance has a box of its own, which takes the keyboard."""
        if column == STANCE and self._table.hasFocus():
            self._table.cellWidget(row, column).setFocus(Qt.FocusReason.TabFocusReason)

    def _leave_stance(self, stance: QWidget, forward: bool) -> None:
        """Go to the cell behind or before a stance; behind the last one, out of the table."""
        row = self._row_of(stance)
        if forward and row + 1 == self._table.rowCount():
            self._add.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._table.setFocus(Qt.FocusReason.TabFocusReason)
        self._table.setCurrentCell(row + 1 if forward else row, 0 if forward else STANCE - 1)

    def remove_row(self) -> None:
        """Remove the current row."""
        if self._table.currentRow() >= 0:
            self._table.removeRow(self._table.currentRow())

    def holders(self) -> tuple[Holder, ...]:
        """The rows that have a name."""
        rows = (self._holder(row) for row in range(self._table.rowCount()))
        return tuple(holder for holder in rows if holder is not None)

    def _holder(self, row: int) -> Holder | None:
        name = self._table.item(row, 0)
        role = self._table.item(row, 1)
        stance = self._table.cellWidget(row, STANCE)
        if name is None or not name.text().strip() or not isinstance(stance, QComboBox):
            return None
        return Holder(
            name=name.text().strip(),
            role=role.text().strip() if role else "",
            stance=Stance(stance.currentData()),
            passage=name.data(Qt.ItemDataRole.UserRole),
        )
