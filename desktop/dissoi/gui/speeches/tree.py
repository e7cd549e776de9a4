# SPDX-License-Identifier: MIT
"""The speeches in order, each with what it says below it: dragged, moved by keys, named in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from dissoi.dossier.debate import Floor, in_minutes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import LAST, Edit
from dissoi.dossier.records import Argument, RecordId, Side
from dissoi.dossier.sides import reference_of, side_of
from dissoi.dossier.speaking_time import speaking_time
from dissoi.dossier.speech_plan import (
    Planned,
    SpeechName,
    foreign_in,
    move_to_speech,
    name_speaker,
    take_from_speech,
)
from dissoi.gui.beside import step_of
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.plain_words import plain_words
from dissoi.gui.speeches.dragging import TYPES, Dragged, dragged_in
from dissoi.gui.speeches.time_bar import TIME, Time, TimeBar
from dissoi.gui.theme import Colours

SIGNS = {Floor.PRO: "+", Floor.CON: "−", Floor.BOTH: "±"}
SPEECH, SPEAKER, TAKES = range(3)
_KEY = Qt.ItemDataRole.UserRole
_ITEM = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

Place = tuple[SpeechName, RecordId | None]
"""A line of the tree: a speech, or an argument that it says."""


def worded(name: SpeechName) -> str:
    """The name of a speech, with its number where it is not the first of that name."""
    return f"{name.name} ({name.nth})" if name.nth > 1 else name.name


class _Wide(PlainRows):
    """Lets the words of an argument run on through the column of speakers, where it has nothing."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tree = self.parent()
        if index.parent().isValid() and isinstance(tree, QTreeWidget):
            if index.column() == SPEAKER:
                return
            option.rect.setWidth(option.rect.width() + tree.columnWidth(SPEAKER))
        super().paint(painter, option, index)


class PlanTree(QTreeWidget):
    """Shows planned speeches. `edit_wanted` carries an `Edit`, `place_chosen` the `Place` looked at."""

    edit_wanted = Signal(object)
    place_chosen = Signal()
    menu_wanted = Signal(object)

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours
        self._editable = True
        self._planned: tuple[Planned, ...] = ()
        self._foreign: frozenset[tuple[SpeechName, RecordId]] = frozenset()
        self._dossier = Dossier()
        self.setHeaderLabels([self.tr("Speech"), self.tr("Speaker"), self.tr("Time")])
        self.setAccessibleName(self.tr("Speeches and what they say"))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(SPEECH, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(SPEAKER, 130)
        self.setColumnWidth(TAKES, 185)
        self.setItemDelegate(_Wide(self))
        self._bars = TimeBar(colours, self)
        self.setItemDelegateForColumn(TAKES, self._bars)
        self.setUniformRowHeights(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted.emit)
        self.currentItemChanged.connect(self._choose)
        self.itemChanged.connect(self._named)
        self.itemDoubleClicked.connect(self._edit_speaker)
        self.itemDelegate().closeEditor.connect(self._show_again)

    def dress(self, colours: Colours) -> None:
        """Be in these colours; a name that is being typed stays."""
        self._colours = colours
        self._bars.dress(colours)
        self.blockSignals(True)
        for at, planned in enumerate(self._planned):
            if item := self.topLevelItem(at):
                self._dress(item, planned)
                for place, argument in enumerate(planned.arguments):
                    if child := item.child(place):
                        self._tint(child, side_of(self._dossier, argument.id))
        self.blockSignals(False)
        self.viewport().update()

    @property
    def place(self) -> Place | None:
        """The line looked at."""
        item = self.currentItem()
        return item.data(SPEECH, _KEY) if item else None

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes."""
        self._editable = editable

    def show_plan(self, dossier: Dossier, planned: Sequence[Planned]) -> None:
        """Show these speeches; the line looked at stays so, if it is still there."""
        kept, scrolled = self.place, self.verticalScrollBar().value()
        self._dossier, self._planned = dossier, tuple(planned)
        self._foreign = foreign_in(dossier, self._planned)
        self.blockSignals(True)
        self.clear()
        for each in planned:
            self._add_speech(dossier, each)
        self.expandAll()
        self.blockSignals(False)
        self.verticalScrollBar().setValue(scrolled)
        self.look_at(kept or (self._planned[0].name, None) if self._planned else None)

    def look_at(self, place: Place | None) -> None:
        """Look at a line: the argument, or else its speech."""
        if place is None:
            self.place_chosen.emit()
            return
        lines = {item.data(SPEECH, _KEY): item for item in self._items()}
        if item := lines.get(place) or lines.get((place[0], None)):
            self.setCurrentItem(item)
        self.place_chosen.emit()

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        for at in range(self.topLevelItemCount()):
            if top := self.topLevelItem(at):
                found += [top, *filter(None, map(top.child, range(top.childCount())))]
        return found

    def _add_speech(self, dossier: Dossier, planned: Planned) -> None:
        speech = planned.speech
        lost = self.tr("? {0} – not in this format").format(worded(planned.name))
        text = f"{SIGNS[speech.side]} {planned.name.name}" if speech else lost
        item = QTreeWidgetItem(self, [text, planned.speaker])
        item.setData(SPEECH, _KEY, (planned.name, None))
        item.setFlags(_ITEM | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        item.setFont(SPEECH, bold)
        self._dress(item, planned)
        used = 0.0
        for argument in planned.arguments:
            used += self._add_argument(item, dossier, planned, argument)
        time = Time(used, speech.minutes * 60 if speech else 0)
        item.setData(TAKES, TIME, time)
        item.setText(TAKES, time.told)

    def _dress(self, item: QTreeWidgetItem, planned: Planned) -> None:
        """Whose the speech is, by colour too; whose turn it is, where nobody is named."""
        tints = {Floor.PRO: self._colours.pro, Floor.CON: self._colours.con}
        speech, muted = planned.speech, QBrush(QColor(self._colours.muted))
        if speech is None:
            item.setForeground(SPEECH, QBrush(QColor(self._colours.warning)))
            item.setToolTip(SPEECH, self.tr("The debate format has no such speech."))
        elif speech.side in tints:
            item.setForeground(SPEECH, QBrush(QColor(tints[speech.side])))
        if speech is not None and not planned.speaker:
            item.setText(SPEAKER, speech.speaker)
            item.setForeground(SPEAKER, muted)

    def _add_argument(
        self, above: QTreeWidgetItem, dossier: Dossier, planned: Planned, argument: Argument
    ) -> float:
        """Add a line for an argument; returns the seconds that it takes."""
        seconds = speaking_time(dossier, argument.id)
        claim = argument.claim.strip() or self.tr("No claim yet")
        foreign = (planned.name, argument.id) in self._foreign
        number = reference_of(dossier, argument.id)
        # Before the claim, whose end is cut where the window is narrow.
        number = self.tr("{0} (the other side’s)").format(number) if foreign else number
        text = f"{number}   {claim}"
        item = QTreeWidgetItem(above, [text, "", in_minutes(seconds / 60)])
        item.setData(SPEECH, _KEY, (planned.name, argument.id))
        item.setFlags(_ITEM | Qt.ItemFlag.ItemIsDragEnabled)
        told = self.tr("\nThis speaks for the other side than the speech.") if foreign else ""
        item.setToolTip(SPEECH, plain_words(claim) + told)
        self._tint(item, side_of(dossier, argument.id))
        return seconds

    def _tint(self, item: QTreeWidgetItem, side: Side) -> None:
        tint = self._colours.pro if side is Side.PRO else self._colours.con
        item.setForeground(SPEECH, QBrush(QColor(tint)))

    def _choose(self) -> None:
        self.place_chosen.emit()

    def edit_speaker(self) -> None:
        """Put the caret into the name of who gives the speech looked at."""
        if item := self.currentItem():
            self._edit_speaker(item.parent() or item)

    def _edit_speaker(self, item: QTreeWidgetItem) -> None:
        if not self._editable or item.parent() is not None:
            return
        name, _ = item.data(SPEECH, _KEY)
        self.blockSignals(True)
        item.setText(SPEAKER, next(each.speaker for each in self._planned if each.name == name))
        self.blockSignals(False)
        self.editItem(item, SPEAKER)

    def _show_again(self) -> None:
        """A name was typed or given up: the line may have to say again whose turn it is."""
        QTimer.singleShot(0, self, lambda: self.show_plan(self._dossier, self._planned))

    def _named(self, item: QTreeWidgetItem, column: int) -> None:
        if column == SPEAKER and item.parent() is None:
            name, _ = item.data(SPEECH, _KEY)
            self._ask(name_speaker(name, item.text(SPEAKER).strip()))

    def _ask(self, edit: Edit, then: Place | None = None) -> None:
        """Ask for an edit once Qt is done with what led to it: the lines are made anew by it."""

        def ask() -> None:
            self.edit_wanted.emit(edit)
            if then is not None:
                self.look_at(then)

        QTimer.singleShot(0, self, ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := step_of(event):
            self.step(by)
        elif event.key() == Qt.Key.Key_Delete:
            self.take()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_speaker()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """No longer say the argument looked at in its speech; the one in its place is looked at then."""
        if not self._editable or not self.place or not (argument := self.place[1]):
            return
        speech = self.place[0]
        said = self._said_in(speech)
        at = said.index(argument)
        beside = next(iter([*said[at + 1 :], *reversed(said[:at])]), None)
        self._ask(take_from_speech(argument, speech), (speech, beside))

    def _said_in(self, speech: SpeechName) -> list[RecordId]:
        planned = next(each for each in self._planned if each.name == speech)
        return [each.id for each in planned.arguments]

    def step(self, by: int) -> None:
        """Move the argument looked at up (-1) or down (1), at the end of a speech into the next."""
        if not self._editable or not self.place or not (argument := self.place[1]):
            return
        names = [each.name for each in self._planned]
        at = names.index(self.place[0])
        said = self._said_in(self.place[0])
        index, source = said.index(argument) + by, self.place[0]
        if 0 <= index < len(said):
            self._ask(move_to_speech(argument, source, source, index), self.place)
        elif 0 <= at + by < len(names):
            target = names[at + by]
            edit = move_to_speech(argument, source, target, LAST if by < 0 else 0)
            self._ask(edit, (target, argument))

    def mimeTypes(self) -> list[str]:
        return [*TYPES]

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        name, argument = items[0].data(SPEECH, _KEY)
        return Dragged(argument, name).data()

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def startDrag(self, _actions: Qt.DropAction) -> None:
        # Qt removes lines that were moved away; here the plan says which lines there are.
        super().startDrag(Qt.DropAction.CopyAction)

    def dropMimeData(
        self, parent: QTreeWidgetItem | None, index: int, data: QMimeData, _action: Qt.DropAction
    ) -> bool:
        dragged = dragged_in(data)
        if dragged is None or not self._editable or not self._planned:
            return False
        if parent is None:
            # Between two speeches: behind all that the first of them says.
            target, index = self._planned[max(0, index - 1)].name, LAST
        else:
            target, _ = parent.data(SPEECH, _KEY)
        self.drop(dragged, target, index if index >= 0 else LAST)
        return True

    def drop(self, dragged: Dragged, target: SpeechName, index: int) -> None:
        """Say what was dragged in a speech, before the `index`-th argument there."""
        said = self._said_in(target)
        if dragged.argument in said and said.index(dragged.argument) < index:
            index -= 1
        edit = move_to_speech(dragged.argument, dragged.source or target, target, index)
        self._ask(edit, (target, dragged.argument))
