# SPDX-License-Identifier: MIT
"""Questions under what they are about, follow-ups under the question they follow up."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from dissoi.dossier.crossfire_edits import move_cross_question, remove_cross_question
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, CrossQuestion, Position, RecordId
from dissoi.dossier.sides import reference_of
from dissoi.gui.beside import step_of
from dissoi.gui.letters import is_letter
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.theme import Colours

QUESTION, HOPED = range(2)
_KEY = Qt.ItemDataRole.UserRole
_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Wrapped(PlainRows):
    """Makes rows as high as their words need, broken into lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        tree, depth = self.parent(), 1
        above = index.parent()
        while above.isValid():
            above, depth = above.parent(), depth + 1
        if isinstance(tree, QTreeWidget):
            spans = depth == 1
            width = tree.viewport().width() if spans else tree.columnWidth(index.column())
            inset = tree.indentation() * depth if spans or index.column() == QUESTION else 0
            # Qt breaks lines only within an area that has a height.
            option.rect.setRect(0, 0, width - inset, 1)
        return super().sizeHint(option, index)


class QuestionTree(QTreeWidget):
    """Shows all questions of a dossier. `edit_wanted` carries an `Edit`; `record_chosen` tells of a look."""

    edit_wanted = Signal(object)
    record_chosen = Signal()
    letter_typed = Signal(object)
    """(key event): something that belongs into the words of a question."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours
        self._dossier = Dossier()
        self.setHeaderLabels([self.tr("Question"), self.tr("Answer hoped for")])
        self.setAccessibleName(self.tr("Questions for crossfire"))
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.header().sectionResized.connect(self.scheduleDelayedItemsLayout)
        for column in (QUESTION, HOPED):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self._choose)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        for item in self._items():
            if question := self._dossier.find(CrossQuestion, item.data(QUESTION, _KEY)):
                self._word(item, question)

    @property
    def record(self) -> RecordId | None:
        """What is looked at: a question, or what questions are about."""
        item = self.currentItem()
        return item.data(QUESTION, _KEY) if item else None

    def _choose(self) -> None:
        self.record_chosen.emit()

    def show_questions(self, dossier: Dossier, subject: RecordId) -> None:
        """Show all questions, and `subject` even while none is about it."""
        kept, scrolled = self.record, self.verticalScrollBar().value()
        self._dossier = dossier
        self.blockSignals(True)
        self.clear()
        for about in _subjects(dossier, subject):
            self._add_subject(about)
        self.expandAll()
        self.blockSignals(False)
        self.verticalScrollBar().setValue(scrolled)
        self.look_at(kept if kept in dossier.records else subject)

    def show_words(self, question: CrossQuestion) -> None:
        """Show a question as it is worded now; all else stays."""
        for item in self._items():
            if item.data(QUESTION, _KEY) == question.id:
                self._word(item, question)

    def look_at(self, record: RecordId | None) -> None:
        """Look at the line of a record, if there is one."""
        for item in self._items():
            if item.data(QUESTION, _KEY) == record:
                self.setCurrentItem(item)
        self.record_chosen.emit()

    def _items(self) -> Iterator[QTreeWidgetItem]:
        pending = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while pending:
            if item := pending.pop(0):
                yield item
                pending += [item.child(at) for at in range(item.childCount())]

    def _add_subject(self, about: Position | Argument) -> None:
        words = about.statement if isinstance(about, Position) else about.claim
        number = self._dossier.number_of(about.id)
        if isinstance(about, Argument):
            number = reference_of(self._dossier, about.id)
        item = QTreeWidgetItem(self, [f"{number}   {words.strip() or self.tr('No words yet')}"])
        item.setData(QUESTION, _KEY, about.id)
        item.setFlags(_ROW)
        item.setFirstColumnSpanned(True)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        item.setFont(QUESTION, bold)
        for question in self._dossier.questions_about(about.id):
            self._add_question(item, question)

    def _add_question(self, above: QTreeWidgetItem, question: CrossQuestion) -> None:
        item = QTreeWidgetItem(above)
        item.setData(QUESTION, _KEY, question.id)
        item.setFlags(_ROW)
        self._word(item, question)
        for follow_up in self._dossier.questions_about(question.id):
            self._add_question(item, follow_up)

    def _word(self, item: QTreeWidgetItem, question: CrossQuestion) -> None:
        faint, ink = QBrush(QColor(self._colours.faint)), QBrush(QColor(self._colours.ink))
        item.setText(QUESTION, question.question or self.tr("Not worded yet"))
        item.setForeground(QUESTION, ink if question.question else faint)
        item.setText(HOPED, question.hoped)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := step_of(event):
            self.step(by)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif is_letter(event):
            self.letter_typed.emit(event)
        else:
            super().keyPressEvent(event)

    @property
    def question(self) -> CrossQuestion | None:
        """The question looked at."""
        return self._dossier.find(CrossQuestion, self.record) if self.record else None

    def step(self, by: int) -> None:
        """Move the question looked at up (-1) or down (1) among those about the same."""
        if (question := self.question) is None:
            return
        index = self._dossier.questions_about(question.about).index(question) + by
        if 0 <= index < len(self._dossier.questions_about(question.about)):
            self.edit_wanted.emit(move_cross_question(question.id, index))

    def remove(self) -> None:
        """Remove the question looked at with its follow-ups; what stands beside it is looked at then."""
        if (question := self.question) is None:
            return
        beside = [each.id for each in self._dossier.questions_about(question.about) if each != question]
        self.edit_wanted.emit(remove_cross_question(question.id))
        self.look_at(beside[-1] if beside else question.about)


def _subjects(dossier: Dossier, subject: RecordId) -> Iterator[Position | Argument]:
    """Positions and arguments that questions are about, in order, and `subject`."""
    every: list[Position | Argument] = []
    for position in dossier.positions:
        every += [position, *dossier.tree_of(position.id)]
    return (each for each in every if each.id == subject or dossier.questions_about(each.id))
