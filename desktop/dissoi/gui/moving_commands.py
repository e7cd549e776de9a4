# SPDX-License-Identifier: MIT
"""Takes arguments, or copies of them, to other positions, and evidence to other arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from dissoi.dossier import edits, tree_edits
from dissoi.dossier.records import Argument, Evidence, RecordId
from dissoi.dossier.sides import reference_of
from dissoi.gui.desk import Desk
from dissoi.gui.editor.tabs import NUMBERED, in_menu
from dissoi.gui.main_window import MainWindow


class PositionMenu(QMenu):
    """Lists the positions whenever it opens; one is chosen for the argument being edited."""

    def __init__(self, commands: MovingCommands, take: Callable[[RecordId, RecordId], object]) -> None:
        super().__init__(commands.window)
        self._commands = commands
        self._take = take
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the positions as they are now."""
        self.clear()
        argument, dossier = self._commands.window.editor.active, self._commands.desk.dossier
        for number, position in enumerate(dossier.positions, 1):
            words = position.statement or self.tr("New position")
            text = in_menu(f"{number}  {words}", key=number <= NUMBERED)
            self.addAction(text, partial(self._take, argument, position.id))


class MovingCommands(QObject):
    """Acts on the argument being edited, on what was dropped, and on evidence that is named."""

    hint = Signal(str)

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self.desk = desk
        self.window = window
        self.move_menu = PositionMenu(self, self.move_to)
        self.copy_menu = PositionMenu(self, self.copy_to)

    def ask_move(self) -> None:
        """Ask to which position the argument being edited goes."""
        self._pop_up(self.move_menu)

    def ask_copy(self) -> None:
        """Ask to which position a copy of the argument being edited goes."""
        self._pop_up(self.copy_menu)

    def _pop_up(self, menu: QMenu) -> None:
        card = self.window.editor.card_of(self.window.editor.active)
        menu.popup(card.mapToGlobal(QPoint(24, 32)) if card else self.window.mapToGlobal(QPoint(80, 80)))

    def move_to(self, argument: RecordId, position: RecordId) -> None:
        """Move an argument with its answers to the end of the same side of a position, and show it there."""
        moved = self._argument(argument)
        if moved is None:
            return
        if moved.parent == position:
            self.hint.emit(self.tr("The argument stands in this position already."))
        elif self.desk.apply(tree_edits.move_to_position(argument, position)):
            self.window.editor.reveal(argument)
            self.hint.emit(self.tr("Argument moved. Undo brings it back."))

    def copy_to(self, argument: RecordId, position: RecordId) -> None:
        """Copy an argument with its answers to the end of the same side of a position, and show the copy."""
        if self._argument(argument) is None:
            return
        before = self.desk.dossier
        if self.desk.apply(tree_edits.copy_to_position(argument, position, self.desk.new_id)):
            after = self.desk.dossier.arguments_of(position)
            self.window.editor.reveal(next(each.id for each in after if each.id not in before.records))
            self.hint.emit(self.tr("Argument copied with its answers and evidence."))

    def _argument(self, argument: RecordId) -> Argument | None:
        found = self.desk.dossier.find(Argument, argument)
        if found is None:
            self.hint.emit(self.tr("This argument belongs to another dossier."))
        return found

    def ask_for_evidence(self, evidence: RecordId) -> None:
        """Ask to which argument evidence goes."""
        from dissoi.gui.palette.palette import Entry, choose

        dossier = self.desk.dossier
        entries = [
            Entry(each.claim, reference_of(dossier, each.id), partial(self.give_evidence, each.id, evidence))
            for each in dossier.arguments
            if each.claim and each.id != dossier.get(Evidence, evidence).argument
        ]
        choose(entries, self.window, self.tr("To which argument does this evidence go?"))

    def give_evidence(self, argument: RecordId, evidence: RecordId) -> None:
        """Make evidence that of another argument, behind what it has."""
        dossier = self.desk.dossier
        moved = dossier.find(Evidence, evidence)
        if moved is None:
            self.hint.emit(self.tr("This evidence belongs to another dossier."))
        elif any(each.passages == moved.passages for each in dossier.evidence_of(argument)):
            self.hint.emit(self.tr("This argument has that evidence already."))
        elif self.desk.apply(edits.move_evidence(evidence, argument)):
            self.window.editor.reveal(argument)
            self.hint.emit(self.tr("Evidence moved."))
