# SPDX-License-Identifier: MIT
"""The list of passages as Qt's table shows it."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dissoi.gui.article.labels import labelling_of
from dissoi.gui.passages.rows import Filter, PassageRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns in order."""

    LABEL = 0
    WORDS = 1
    NOTE = 2
    PLACE = 3
    USED = 4


_KEYS: dict[Column, Callable[[PassageRow], Any]] = {
    Column.LABEL: lambda row: row.label.value,
    Column.WORDS: lambda row: row.words.casefold(),
    Column.NOTE: lambda row: (not row.note, row.note.casefold()),
    Column.PLACE: lambda row: row.place,
    Column.USED: lambda row: (bool(row.uses), row.used_in),
}


class PassageTable(QAbstractTableModel):
    """Shows lines that pass a filter, sorted by a column; what is equal there stands as in the articles."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[PassageRow, ...] = ()
        self._filter = Filter()
        self._column, self._order = Column.PLACE, Qt.SortOrder.AscendingOrder
        self.rows: list[PassageRow] = []
        self._heads = {
            Column.LABEL: self.tr("Label"),
            Column.WORDS: self.tr("Words"),
            Column.NOTE: self.tr("Note"),
            Column.PLACE: self.tr("Article"),
            Column.USED: self.tr("Used in"),
        }

    @property
    def total(self) -> int:
        """How many passages there are, shown or not."""
        return len(self._all)

    def show_rows(self, rows: tuple[PassageRow, ...]) -> None:
        """Show these lines."""
        if rows != self._all:
            self._all = rows
            self._sift()

    def show_only(self, chosen: Filter) -> None:
        """Show the lines that a filter keeps."""
        if chosen != self._filter:
            self._filter = chosen
            self._sift()

    def _sift(self) -> None:
        self.beginResetModel()
        self.rows = [row for row in self._all if self._filter.keeps(row)]
        is_reversed = self._order is Qt.SortOrder.DescendingOrder
        self.rows.sort(key=_KEYS[self._column], reverse=is_reversed)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self._column, self._order = Column(column), order
        self._sift()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[Column(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[column]}: {self._shown(row, column)}"
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.USED and row.uses:
            return self.tr("Click to go there")
        return None

    def _said_of_uses(self, row: PassageRow) -> str:
        shows = self.tr("shows who holds position {0}").format(", ".join(row.shows)) if row.shows else ""
        return "; ".join(part for part in (row.used_in, shows) if part) or self.tr("nowhere")

    def _shown(self, row: PassageRow, column: Column) -> str:
        if column is Column.LABEL:
            labelling = labelling_of(row.label)
            return f"{labelling.sign}  {labelling.name}" if labelling.sign else "—"
        if column is Column.PLACE:
            return f"{row.paragraphs}  {row.title}".strip()
        if column is Column.USED:
            return self._said_of_uses(row)
        return row.words if column is Column.WORDS else " ".join(row.note.split())
