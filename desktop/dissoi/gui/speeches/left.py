# SPDX-License-Identifier: MIT
"""The arguments that no speech says yet, to be dragged into one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from dissoi.dossier.debate import in_minutes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, RecordId
from dissoi.dossier.sides import number_of
from dissoi.dossier.speaking_time import speaking_time
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.plain_words import plain_words
from dissoi.gui.speeches.dragging import MIME, Dragged

_KEY = Qt.ItemDataRole.UserRole


class LeftTree(QTreeWidget):
    """Shows arguments by position. `chosen` carries the id of one to be said."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderLabels([self.tr("Argument"), self.tr("Time")])
        self.setAccessibleName(self.tr("Arguments that no speech says yet"))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, 52)
        self.setIndentation(10)
        self.setItemDelegate(PlainRows(self))
        self.setRootIsDecorated(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.itemDoubleClicked.connect(self._choose)

    @property
    def argument(self) -> RecordId | None:
        """The argument looked at."""
        item = self.currentItem()
        return item.data(0, _KEY) if item else None

    def show_arguments(self, dossier: Dossier, arguments: Sequence[Argument]) -> None:
        """Show these arguments, in their order; the one looked at, or the one in its place, stays so."""
        at = self._arguments().index(self.argument) if self.argument else 0
        self.clear()
        ids = {each.id for each in arguments}
        for position in dossier.positions:
            mine = [each for each in dossier.tree_of(position.id) if each.id in ids]
            if mine:
                self._add_position(f"{dossier.number_of(position.id)}  {position.statement}")
            for each in mine:
                self._add_argument(dossier, each)
        self._look_at(at)

    def _arguments(self) -> list[RecordId]:
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [key for item in items if item and (key := item.data(0, _KEY))]

    def _look_at(self, at: int) -> None:
        items = [self.topLevelItem(each) for each in range(self.topLevelItemCount())]
        lines = [item for item in items if item and item.data(0, _KEY)]
        if lines:
            self.setCurrentItem(lines[min(at, len(lines) - 1)])

    def _add_position(self, text: str) -> None:
        item = QTreeWidgetItem(self, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        item.setFont(0, bold)
        item.setToolTip(0, plain_words(text))

    def _add_argument(self, dossier: Dossier, argument: Argument) -> None:
        claim = argument.claim.strip() or self.tr("No claim yet")
        text = f"{number_of(dossier, argument.id)}   {claim}"
        item = QTreeWidgetItem(self, [text, in_minutes(speaking_time(dossier, argument.id) / 60)])
        item.setData(0, _KEY, argument.id)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )
        item.setToolTip(0, plain_words(claim))

    def _choose(self) -> None:
        if self.argument:
            self.chosen.emit(self.argument)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        else:
            super().keyPressEvent(event)

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        return Dragged(RecordId(items[0].data(0, _KEY))).data()

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction
