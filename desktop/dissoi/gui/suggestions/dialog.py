# SPDX-License-Identifier: MIT
"""Shows who holds what in an article, by what it is about; nothing is added but what was ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.citation import in_quotes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article, Stance
from dissoi.dossier.suggestion_edits import AcceptedHolder, AcceptedPosition, is_held
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.plain_words import plain_words
from dissoi.gui.sizes import keep_size
from dissoi.gui.without_icons import without_icons
from dissoi.reasoning.attribution import Proposal, Suggestion

_DATA = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable
_ROW = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class SuggestionsDialog(QDialog):
    """Asks which suggestions to add. `accepted()` is the answer once it was accepted.

    `passage_chosen` tells the code points of the article that show the suggestion looked at.
    """

    passage_chosen = Signal(int, int)

    def __init__(
        self, article: Article, found: Sequence[Proposal], dossier: Dossier, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._article, self._dossier = article, dossier
        self._stances = {
            Stance.FOR: self.tr("for it"),
            Stance.CONDITIONAL: self.tr("on conditions"),
            Stance.AGAINST: self.tr("against it"),
        }
        self.setWindowTitle(self.tr("Suggest Positions"))
        self.resize(760, 560)
        keep_size(self, "suggestions")
        self.tree = _Tree(self)
        self.tree.setItemDelegate(PlainRows(self.tree))
        self.words = QLabel(self)
        self.target = QComboBox(self)
        self.merge = QPushButton(self.tr("&Merge with the One Above"), self)
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        without_icons(self._box)
        self._add = self._box.addButton(self.tr("Add &Ticked"), QDialogButtonBox.ButtonRole.AcceptRole)
        # Enter must not press Cancel, which asks to throw ticks away.
        self._add.setDefault(True)
        self._box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self._arrange(bool(found))
        for proposal in found:
            self._add_group(proposal)
        self.tree.currentItemChanged.connect(self._look_at)
        self.tree.itemChanged.connect(self._refresh)
        self._refresh()

    def reject(self) -> None:
        """Close, after asking where that would throw away ticks."""
        if self.may_go():
            self.put_away()

    def may_go(self) -> bool:
        """Whether nothing is lost by closing, or it may be lost."""
        return not self.ticked() or self._discards()

    def put_away(self) -> None:
        """Close without asking, and add nothing."""
        self.done(QDialog.DialogCode.Rejected)

    def _discards(self) -> bool:
        """Whether the ticks may go; Enter and Escape keep them."""
        button = QMessageBox.StandardButton
        title, told = self.windowTitle(), self.tr("Discard the ticks? Nothing was added yet.")
        both = button.Discard | button.Cancel
        return QMessageBox.question(self, title, told, both, button.Cancel) == button.Discard

    @property
    def article(self) -> Article:
        """The article as it was read."""
        return self._article

    def show_first(self) -> None:
        """Look at the first suggestion."""
        if group := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(group.child(0) or group)

    def _arrange(self, anything: bool) -> None:
        self.tree.setHeaderLabels([self.tr("Who, by position"), self.tr("Stance"), self.tr("What")])
        self.tree.setAccessibleName(self.tr("Suggested positions and their holders"))
        self.tree.setWordWrap(True)
        self.tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(0, 260)
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(54)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setMinimumContentsLength(20)
        self.target.setAccessibleName(self.tr("Position to add to"))
        self.target.addItem(self.tr("A new position"), None)
        for number, position in enumerate(self._dossier.positions, 1):
            self.target.addItem(f"{number}  {position.statement[:60]}", position.id)
        self.target.activated.connect(self._set_target)
        self.merge.setAutoDefault(False)
        self.merge.clicked.connect(self.merge_up)
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        self._place(anything)

    def _place(self, anything: bool) -> None:
        told = self.tr("Tick who is to be added. F2 words a position anew; what is not ticked is left out.")
        nobody = self.tr("Nobody is quoted in this article, and it demands nothing itself.")
        heading = QLabel(told if anything else nobody, self)
        heading.setWordWrap(True)
        row = QHBoxLayout()
        label = QLabel(self.tr("Add t&o"), self)
        label.setBuddy(self.target)
        row.addWidget(label)
        row.addWidget(self.target, 1)
        row.addWidget(self.merge)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.words)
        layout.addLayout(row)
        layout.addWidget(self._box)

    def _add_group(self, proposal: Proposal) -> None:
        group = QTreeWidgetItem(self.tree, [proposal.statement])
        group.setFlags(_GROUP)
        group.setFirstColumnSpanned(True)
        group.setExpanded(True)
        for each in proposal.members:
            self._add_row(group, each)

    def _add_row(self, group: QTreeWidgetItem, found: Suggestion) -> None:
        who = f"{found.name} ({found.role})" if found.role else found.name
        held = is_held(self._dossier, found.name, found.stance)
        stance = self._stances[found.stance]
        row = QTreeWidgetItem(group, [who, stance, found.statement])
        row.setData(0, _DATA, found)
        row.setToolTip(2, plain_words(found.statement))
        row.setFlags(_ROW if held else _ROW | Qt.ItemFlag.ItemIsUserCheckable)
        if held:
            row.setText(1, self.tr("{0}, named already").format(stance))
        else:
            row.setCheckState(0, Qt.CheckState.Unchecked)

    def _group(self) -> QTreeWidgetItem | None:
        item = self.tree.currentItem()
        return item and (item.parent() or item)

    def _look_at(self, item: QTreeWidgetItem | None) -> None:
        """Show the words of the suggestion looked at, here and in the article."""
        found = item.data(0, _DATA) if item else None
        self.words.clear()
        if isinstance(found, Suggestion):
            self.words.setText(in_quotes(self._article.text[found.start : found.end]))
            self.passage_chosen.emit(found.start, found.end)
        self._refresh()

    def _set_target(self) -> None:
        if group := self._group():
            group.setData(0, _DATA, self.target.currentData())

    def _refresh(self) -> None:
        group = self._group()
        chosen = group.data(0, _DATA) if group else None
        self.target.setCurrentIndex(max(0, self.target.findData(chosen)) if chosen else 0)
        self.target.setEnabled(group is not None)
        self.merge.setEnabled(group is not None and self.tree.indexOfTopLevelItem(group) > 0)
        self._add.setEnabled(bool(self.ticked()))

    def merge_up(self) -> None:
        """Make the group looked at and the one above it one position."""
        group = self._group()
        at = self.tree.indexOfTopLevelItem(group) if group else 0
        above = self.tree.topLevelItem(at - 1)
        if group is None or above is None or at < 1:
            return
        self.tree.takeTopLevelItem(at)
        above.addChildren(group.takeChildren())
        above.setExpanded(True)
        self.tree.setCurrentItem(above)
        self.tree.setFocus()

    def ticked(self) -> tuple[AcceptedPosition, ...]:
        """What is ticked, by position."""
        groups = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        made = (_accepted(group) for group in groups if group is not None)
        return tuple(each for each in made if each.holders)


class _Tree(QTreeWidget):
    """Words the position anew on F2, also from the line of somebody who holds it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_F2 and item is not None:
            self.editItem(item.parent() or item, 0)
        else:
            super().keyPressEvent(event)


def _accepted(group: QTreeWidgetItem) -> AcceptedPosition:
    rows = (group.child(at) for at in range(group.childCount()))
    ticked = (row.data(0, _DATA) for row in rows if row and row.checkState(0) is Qt.CheckState.Checked)
    holders = tuple(
        AcceptedHolder(each.name, each.role, each.stance, each.start, each.end) for each in ticked
    )
    position = group.data(0, _DATA)
    return AcceptedPosition(group.text(0).strip(), holders, position or None)
