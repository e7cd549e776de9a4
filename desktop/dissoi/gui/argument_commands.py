# SPDX-License-Identifier: MIT
"""What a user does to positions, arguments and evidence, in the words of the menus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import NO_RECORD, Argument, EvidenceKind, Position, RecordId, Side
from dissoi.gui.desk import Desk
from dissoi.gui.editor.pane import EditorPane
from dissoi.gui.window_state import no_position


class ArgumentCommands(QObject):
    """Acts on the position shown and on the argument being edited."""

    hint = Signal(str)
    menu_wanted = Signal()
    """Open the menu of the evidence that has the keyboard, or of the argument being edited."""

    def __init__(self, desk: Desk, pane: EditorPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane

    @property
    def _dossier(self) -> Dossier:
        return self._desk.dossier

    def _active(self) -> Argument | None:
        return self._dossier.find(Argument, self._pane.active)

    def open_menu(self) -> None:
        """Open the menu of the argument being edited, or of its evidence that has the keyboard."""
        self.menu_wanted.emit()

    def add_position(self) -> None:
        """Add a position and put the caret into its statement."""
        added = self._desk.new_id()
        if self._desk.apply(edits.add_position(added)):
            self._pane.edit_position(added)

    def remove_position(self) -> None:
        """Remove the position shown."""
        if self._pane.position:
            self._desk.apply(edits.remove_position(self._pane.position))

    def move_position(self, by: int) -> None:
        """Move the position shown among the others."""
        position = self._pane.position
        if position:
            places = [each.id for each in self._dossier.positions]
            self.place_position(position, places.index(position) + by)

    def place_position(self, position: RecordId, index: int) -> None:
        """Move a position to a place among the others; "" only shows them in their order again."""
        if position and 0 <= index < len(self._dossier.positions):
            self._desk.apply(edits.move_position(position, index))
        self._pane.show_dossier(self._dossier)

    def edit_holders(self, position: RecordId = NO_RECORD) -> None:
        """Ask who holds a position: the one shown, unless another is named."""
        record = self._dossier.find(Position, position or self._pane.position or NO_RECORD)
        if record is None:
            return
        from dissoi.gui.editor.holders import HoldersDialog

        dialog = HoldersDialog(record, self._pane)
        if dialog.exec():
            self._desk.apply(edits.name_holders(record.id, dialog.holders()))
        dialog.deleteLater()

    def add(self, side: Side) -> None:
        """Add an argument for or against the position shown."""
        if self._pane.position is None:
            self.hint.emit(no_position(self._dossier))
            return
        self.add_to(self._pane.position, side.value)

    def add_pro(self) -> None:
        """Add an argument for the position shown."""
        self.add(Side.PRO)

    def add_con(self) -> None:
        """Add an argument against the position shown."""
        self.add(Side.CON)

    def add_to(self, parent: RecordId, side: str) -> None:
        """Add an argument to a position, or an answer to an argument, and put the caret into it."""
        added = self._desk.new_id()
        is_answer = self._dossier.find(Argument, parent) is not None
        edit = edits.answer if is_answer else edits.add_argument
        done = self._desk.apply(edit(added, parent, Side(side)))
        if done:
            self._pane.edit_claim(added)

    def attack(self) -> None:
        """Answer the argument being edited with an attack."""
        self._answer(Side.CON)

    def support(self) -> None:
        """Answer the argument being edited with support."""
        self._answer(Side.PRO)

    def _answer(self, side: Side) -> None:
        active = self._active()
        if active:
            self.add_to(active.id, side.value)

    def weigh(self, weight: int) -> None:
        """Give the argument being edited a weight."""
        active = self._active()
        if active:
            self.weigh_one(active.id, weight)

    def weigh_one(self, argument: RecordId, weight: int) -> None:
        """Give an argument a weight."""
        self._desk.apply(edits.weigh_argument(argument, weight))

    def switch_side(self) -> None:
        """Turn the argument being edited to the other side."""
        active = self._active()
        if active and self._desk.apply(edits.switch_side(active.id)):
            self._pane.reveal(active.id)

    def move(self, by: int) -> None:
        """Move the argument being edited up (-1) or down (1) among its siblings."""
        active = self._active()
        if active is None:
            return
        is_answer = self._dossier.find(Argument, active.parent) is not None
        siblings = self._dossier.arguments_of(active.parent, None if is_answer else active.side)
        index = siblings.index(active) + by
        if 0 <= index < len(siblings):
            self._desk.apply(edits.move_argument(active.id, active.parent, active.side, index))
            self._pane.reveal(active.id)

    def place(self, argument: RecordId, parent: RecordId, side: str, index: int) -> None:
        """Move an argument with its answers before the `index`-th of a side of a position."""
        moved = self._dossier.find(Argument, argument)
        if moved is None:
            self.hint.emit(self.tr("This argument belongs to another dossier."))
            return
        siblings = self._dossier.arguments_of(parent, Side(side))
        place = siblings.index(moved) if moved in siblings else len(siblings)
        if place in {index, index - 1} and moved in siblings:
            return
        index -= place < index
        if self._desk.apply(edits.move_argument(moved.id, parent, Side(side), index)):
            self._pane.reveal(moved.id)

    def remove(self) -> None:
        """Remove the argument being edited with its answers and evidence."""
        active = self._active()
        if active is None:
            return
        beside = self._beside(active)
        if self._desk.apply(edits.remove_argument(active.id)):
            self.hint.emit(self.tr("Argument removed. Undo brings it back."))
            if beside is not None:
                self._pane.reveal(beside.id)

    def _beside(self, argument: Argument) -> Argument | None:
        """What is looked at once an argument is gone: the next one, the one before, or what it answered."""
        parent = self._dossier.find(Argument, argument.parent)
        there = self._dossier.arguments_of(argument.parent, None if parent else argument.side)
        place = there.index(argument)
        rest = there[place + 1 : place + 2] or there[max(0, place - 1) : place]
        return rest[0] if rest else parent

    def sort_evidence(self, evidence: RecordId, kind: EvidenceKind) -> None:
        """Say what sort of proof evidence is."""
        self._desk.apply(edits.sort_evidence(evidence, kind))

    def remove_evidence(self, evidence: RecordId) -> None:
        """Take evidence from its argument; the passage stays marked."""
        if self._desk.apply(edits.remove_evidence(evidence)):
            self.hint.emit(self.tr("Evidence removed. The passage stays marked in the article."))
