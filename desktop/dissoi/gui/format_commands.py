# SPDX-License-Identifier: MIT
"""What a user does about the format of the debate: choose it, and add a file of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dissoi.dossier.errors import DissoiError
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs

if TYPE_CHECKING:
    from dissoi.storage.formats import Formats


class FormatCommands(QObject):
    """Acts on the format of a desk's dossier, and on the user's own format files."""

    hint = Signal(str)

    def __init__(self, desk: Desk, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._dialogs = dialogs
        self._window = window

    def choose(self) -> None:
        """Ask in which format the question is debated."""
        from dissoi.dossier.format_edits import choose_format
        from dissoi.gui.brief.debate_format import FormatDialog
        from dissoi.storage.formats import load_formats

        now = self._desk.dossier.question.format
        dialog = FormatDialog(load_formats(), now, self._window, self._desk.dossier.debate, self._add_format)
        if dialog.exec():
            chosen = load_formats().known.get(dialog.chosen)
            differs = dialog.chosen != now or chosen is not None
            if differs and self._desk.apply(choose_format(dialog.chosen, chosen)):
                self._tell_of_lost_speeches()
        dialog.deleteLater()

    def _tell_of_lost_speeches(self) -> None:
        """Say that what is planned for speeches that the new format lacks is kept."""
        from dissoi.dossier.speech_plan import planned_speeches

        dossier = self._desk.dossier
        lost = [each for each in planned_speeches(dossier, dossier.debate) if each.speech is None]
        if lost:
            told = self.tr("{0} planned speeches are not in this format; the speech plan keeps them.")
            one = self.tr("A planned speech is not in this format; the speech plan keeps it.")
            self.hint.emit(told.format(len(lost)) if len(lost) > 1 else one)

    def _add_format(self) -> tuple[str, Formats] | None:
        """Ask for a format file, and keep a copy of it among the user's own."""
        from dissoi.storage.formats import load_formats

        path = self._dialogs.format_to_add()
        try:
            return (path.stem, load_formats()) if path and self._keep_format(path) else None
        except DissoiError as error:
            self._dialogs.tell(self.tr("The format was not added"), str(error))
            return None

    def _keep_format(self, path: Path) -> bool:
        from dissoi.storage.errors import AlreadyExistsError
        from dissoi.storage.formats import add_format

        try:
            add_format(path)
        except AlreadyExistsError:
            told = self.tr("You have a format file “{0}” already.").format(path.stem)
            if not self._dialogs.confirm(self.tr("Add Debate Format"), told, "", self.tr("Replace")):
                return False
            add_format(path, force=True)
        return True
