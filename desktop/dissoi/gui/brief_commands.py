# SPDX-License-Identifier: MIT
"""What a user does with the brief: write it to a file, and print it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dissoi.gui.brief.choosing import Choosing
from dissoi.gui.brief.export import BriefExport
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.preferences import Preferences

if TYPE_CHECKING:
    from dissoi.gui.brief.printing import BriefPrinting


class BriefCommands(QObject):
    """Acts on the brief of a desk's dossier, as `choosing` has it."""

    hint = Signal(str)
    written = Signal(object, str)
    """(file, notice): the brief is there, exported or printed; the notice is as in `BriefExport`."""

    def __init__(
        self, desk: Desk, choosing: Choosing, preferences: Preferences, dialogs: Dialogs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._choosing = choosing
        self._preferences = preferences
        self._dialogs = dialogs
        self._window = window
        self.exporting = BriefExport(window)
        self.exporting.done.connect(self._tell_written)
        self.exporting.failed.connect(self._tell_not_written)
        self._printing: BriefPrinting | None = None

    @property
    def busy(self) -> bool:
        """Whether a brief is being written or printed."""
        return self.exporting.busy or (self._printing is not None and self._printing.busy)

    def cancel(self) -> None:
        """Call off what is being written and printed, and wait until it has stopped."""
        self.exporting.cancel()
        if self._printing is not None:
            self._printing.cancel()

    def export(self) -> None:
        """Ask where to write the brief, and write it."""
        if self._is_empty():
            return
        if self.exporting.busy:
            self.hint.emit(self.tr("A brief is being written; the next can follow when it is done."))
            return
        path = self._dialogs.brief_to_write(str(self._proposed()))
        if path is not None:
            self._preferences.note_brief(self._desk.path, path)
            dossier = self._desk.dossier
            self.exporting.start(dossier, path, self._choosing.options(dossier), self._choosing.made_by)

    def print(self) -> None:
        """Ask for a printer, and print the brief."""
        if self._is_empty():
            return
        from dissoi.gui.brief.printing import BriefPrinting

        if self._printing is None:
            self._printing = BriefPrinting(self._window)
            self._printing.done.connect(self._tell_printed)
            self._printing.failed.connect(self._tell_not_printed)
        if self._printing.busy:
            self.hint.emit(self.tr("A brief is being printed; the next can follow when it is done."))
            return
        dossier = self._desk.dossier
        chosen = self._choosing.options(dossier)
        self._printing.start(dossier, chosen, self._proposed(), self._choosing.made_by)

    def _proposed(self) -> Path:
        """Where a PDF of the brief is offered to be written."""
        folder = self._preferences.brief_folder(self._desk.path, draft=self._desk.draft)
        return folder / f"{self._desk.path.stem}.pdf"

    def _is_empty(self) -> bool:
        """Whether there is nothing to make a brief of; then that is said."""
        is_empty = not self._desk.dossier.positions and not self._desk.dossier.question.text
        if is_empty:
            self.hint.emit(self.tr("Ask the question or add a position first: the brief would be empty."))
        return is_empty

    def _tell_written(self, path: Path) -> None:
        self.written.emit(path, self.exporting.notice)

    def _tell_not_written(self, sentence: str) -> None:
        self._tell(self.tr("The brief was not exported"), sentence)

    def _tell_printed(self, file: str) -> None:
        notice = self._printing.notice if self._printing is not None else ""
        if file:
            path = Path(file).absolute()
            self._preferences.note_brief(self._desk.path, path)
            self.written.emit(path, notice)
            return
        self.hint.emit(self.tr("The brief was sent to the printer."))
        if notice:
            self._dialogs.in_turn(lambda: self._dialogs.tell(self.tr("The brief was printed"), notice))

    def _tell_not_printed(self, sentence: str) -> None:
        self._tell(self.tr("The brief was not printed"), sentence)

    def _tell(self, title: str, sentence: str) -> None:
        self._dialogs.in_turn(lambda: self._dialogs.tell(title, sentence))
