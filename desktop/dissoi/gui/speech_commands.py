# SPDX-License-Identifier: MIT
"""What a user does to the speech plan from the window: open it, and say an argument in a speech."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from dissoi.dossier.records import Argument, RecordId
from dissoi.gui.desk import Desk
from dissoi.gui.main_window import MainWindow

if TYPE_CHECKING:
    from dissoi.dossier.debate import DebateFormat
    from dissoi.dossier.speech_plan import SpeechName
    from dissoi.gui.speeches.dialog import SpeechPlanDialog


class SpeechCommands(QObject):
    """Opens the plan beside the window. `choose_format` asks for the debate format."""

    hint = Signal(str)

    def __init__(self, desk: Desk, window: MainWindow, choose_format: Callable[[], None]) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._choose_format = choose_format
        self._dialog: SpeechPlanDialog | None = None

    def plan(self) -> None:
        """Show the speech plan, and stay open beside it."""
        from dissoi.gui.speeches.dialog import SpeechPlanDialog

        if self._dialog is None:
            self._dialog = SpeechPlanDialog(self._desk, self._debate(), self._window.colours, self._window)
            self._dialog.format_wanted.connect(self._change_format)
            self._dialog.argument_wanted.connect(self._go_to)
        self._dialog.show_format(self._debate())
        self._dialog.come_forward()

    def show_speech(self, plan: RecordId) -> None:
        """Show what is planned for a speech."""
        from dissoi.dossier.records import SpeechPlan
        from dissoi.dossier.speech_plan import SpeechName

        found = self._desk.dossier.find(SpeechPlan, plan)
        self.plan()
        if found is not None and self._dialog is not None:
            self._dialog.tree.look_at((SpeechName(found.speech, found.nth), None))

    def _debate(self) -> DebateFormat | None:
        from dissoi.storage.formats import debate_of

        return debate_of(self._desk.dossier)

    def _change_format(self) -> None:
        self._choose_format()
        if self._dialog is not None:
            self._dialog.show_format(self._debate())
            self._dialog.come_forward()

    def _go_to(self, argument: RecordId) -> None:
        self._window.guide.show_record(argument)
        self._window.activateWindow()

    def say(self) -> None:
        """Ask in which speeches the argument being edited is said."""
        menu = self.menu()
        if menu is None:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        page = self._window.editor
        menu.popup(page.mapToGlobal(QPoint(page.width() // 4, page.height() // 4)))

    def menu(self) -> QMenu | None:
        """The speeches to say the argument being edited in; those that say it are ticked."""
        from dissoi.dossier.speech_plan import said_in, speech_names
        from dissoi.gui.speeches.tree import SIGNS

        active = self._desk.dossier.find(Argument, self._window.editor.active)
        if active is None:
            return None
        if self._debate() is None:
            self._choose_format()
        debate = self._debate()
        if debate is None:
            self.hint.emit(self.tr("An argument is said in a speech of a debate format: choose one first."))
            return None
        menu = QMenu(self._window)
        said = set(said_in(self._desk.dossier, active.id))
        for number, (name, speech) in enumerate(zip(speech_names(debate), debate.speeches, strict=True), 1):
            key = f"&{number}  " if number <= 9 else ""  # noqa: PLR2004 - digits are keys
            text = f"{key}{SIGNS[speech.side]} {name.name.replace('&', '&&')}"
            action = menu.addAction(f"{text}, {speech.speaker}" if speech.speaker else text)
            action.setCheckable(True)
            action.setChecked(name in said)
            action.triggered.connect(partial(self._change, active.id, name, debate, to_say=name not in said))
        return menu

    def _change(self, argument: RecordId, name: SpeechName, debate: DebateFormat, *, to_say: bool) -> None:
        from dissoi.dossier.edits import together
        from dissoi.dossier.format_edits import keep_format
        from dissoi.dossier.speech_plan import say_in_speech, take_from_speech

        edit = say_in_speech(argument, name) if to_say else take_from_speech(argument, name)
        if self._desk.dossier.debate is None:
            edit = together(edit.label, keep_format(debate), edit)
        if self._desk.apply(edit):
            told = self.tr("Said in {0}.") if to_say else self.tr("No longer said in {0}.")
            self.hint.emit(told.format(name.name))
