# SPDX-License-Identifier: MIT
"""A small form for who holds a position: name, role and stance, a row each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
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
        header.resizeSection(2, 130)
        self._table.setItemDelegate(PlainRows(self._table))
        self._table.verticalHeader().setVisible(False)
        self._table.setAccessibleName(self.tr("Holders"))
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
        add = QPushButton(self.tr("Add"), self)
        add.clicked.connect(self._add_empty)
        remove = QPushButton(self.tr("Remove"), self)
        remove.clicked.connect(self.remove_row)
        for button in (add, remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel, parent=self)
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
        stance = QComboBox(self._table)
        for value, text in self._stances.items():
            stance.addItem(text, value)
        stance.setCurrentIndex(list(self._stances).index(holder.stance if holder else Stance.FOR))
        self._table.setCellWidget(row, 2, stance)
        return row

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
        stance = self._table.cellWidget(row, 2)
        if name is None or not name.text().strip() or not isinstance(stance, QComboBox):
            return None
        return Holder(
            name=name.text().strip(),
            role=role.text().strip() if role else "",
            stance=Stance(stance.currentData()),
            passage=name.data(Qt.ItemDataRole.UserRole),
        )
