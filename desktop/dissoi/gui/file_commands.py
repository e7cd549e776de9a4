# SPDX-License-Identifier: MIT
"""What a user does to whole dossiers: make, open, save under a name, close, export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dissoi.dossier.errors import DissoiError
from dissoi.gui.article.adding import ArticleAdding
from dissoi.gui.brief.choosing import Choosing
from dissoi.gui.brief.export import BriefExport
from dissoi.gui.desk import CLOSING, Desk
from dissoi.gui.dialogs import DOSSIER_SUFFIX, Dialogs
from dissoi.gui.library import Library
from dissoi.gui.preferences import Preferences
from dissoi.gui.services import Opener
from dissoi.storage.saver import Saving

if TYPE_CHECKING:
    from dissoi.storage.formats import Formats


class FileCommands(QObject):
    """Acts on the dossier of a window."""

    hint = Signal(str)
    close_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        library: Library,
        opener: Opener,
        dialogs: Dialogs,
        preferences: Preferences,
        export: BriefExport,
        choosing: Choosing,
        adding: ArticleAdding,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._library = library
        self._opener = opener
        self._dialogs = dialogs
        self._preferences = preferences
        self._export = export
        self._choosing = choosing
        self._adding = adding

    def new(self) -> None:
        """Make a new dossier in a window of its own."""
        self._open_or_tell(self._opener.new)

    def open(self) -> None:
        """Ask which dossier to open."""
        path = self._dialogs.dossier_to_open(self._preferences.now.last_folder)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a file in a window of its own."""
        self._open_or_tell(partial(self._opener.open, path))

    def _open_or_tell(self, open_: Callable[[], None]) -> None:
        try:
            open_()
        except DissoiError as error:
            self._dialogs.tell(self.tr("This file was not opened"), str(error))

    def sample(self) -> None:
        """Open a copy of the sample dossier."""
        self._open_or_tell(self._opener.open_sample)

    def save(self) -> None:
        """Save now; a dossier without a name is asked for one."""
        if self._desk.draft or self._desk.locked:
            self.save_as()
            return
        self._desk.flush()
        state = self._desk.save_state
        if state is not None and state.saving is not Saving.FAILED:
            self.hint.emit(self.tr("Dissoi saves every change by itself."))

    def save_as(self) -> bool:
        """Ask for a file and go on there; says whether that was done."""
        path = self._dialogs.dossier_to_write(str(self._proposed(DOSSIER_SUFFIX)))
        if path is None:
            return False
        try:
            other = self._library.save_as(self._desk, path)
        except DissoiError as error:
            self._dialogs.tell(self.tr("The dossier was not saved there"), str(error))
            return False
        self._preferences.remember(path)
        if other is not None:
            self._opener.show(other)
        return True

    def _proposed(self, suffix: str, folder: str = "") -> Path:
        desk = self._desk
        usual = self._preferences.now.last_folder or Path.home() if desk.draft else desk.path.parent
        return Path(folder or usual) / f"{desk.path.stem}{suffix}"

    def close(self) -> None:
        """Close the window."""
        self.close_wanted.emit()

    def quit(self) -> None:
        """Close all windows."""
        self._opener.quit()

    def may_close(self) -> bool:
        """Bring everything to rest before the window goes; False when the user wants to stay."""
        self._export.cancel()
        self._adding.cancel()
        state = self._desk.settle(CLOSING)
        if state is not None and state.saving is not Saving.SAVED:
            return self._leave_unsaved(str(state.error or ""))
        if self._desk.draft and not self._desk.locked:
            return self._leave_draft()
        return True

    def _leave_unsaved(self, reason: str) -> bool:
        choices = (self.tr("Save Elsewhere…"), self.tr("Close Without Saving"), self.tr("Cancel"))
        sentence = self.tr("The latest changes could not be saved.")
        chosen = self._dialogs.choose(self.tr("Changes Not Saved"), sentence, reason, choices)
        return self.save_as() if chosen == 0 else chosen == 1

    def _leave_draft(self) -> bool:
        if not self._desk.dossier.records:
            self._desk.close()
            self._library.discard(self._desk.path)
            return True
        choices = (self.tr("Save As…"), self.tr("Keep as Draft"), self.tr("Delete"), self.tr("Cancel"))
        sentence = self.tr("This dossier has no name yet.")
        details = self.tr("A draft stays on this computer; the welcome page lists it.")
        chosen = self._dialogs.choose(self.tr("Close Dossier"), sentence, details, choices)
        if chosen == 2:  # noqa: PLR2004 - the third of the choices above
            self._desk.close()
            self._library.discard(self._desk.path)
        return self.save_as() if chosen == 0 else chosen < len(choices) - 1

    def export(self) -> None:
        """Ask where to write the brief, and write it."""
        if not self._desk.dossier.positions and not self._desk.dossier.question.text:
            self.hint.emit(self.tr("Ask the question or add a position first: the brief would be empty."))
            return
        if self._export.busy:
            self.hint.emit(self.tr("A brief is being written; the next can follow when it is done."))
            return
        path = self._dialogs.brief_to_write(str(self._proposed(".pdf", self._preferences.now.export_folder)))
        if path is not None:
            self._preferences.change(export_folder=str(path.parent))
            dossier = self._desk.dossier
            self._export.start(dossier, path, self._choosing.options(dossier))

    def choose_format(self) -> None:
        """Ask in which format the question is debated."""
        from dissoi.dossier.format_edits import choose_format
        from dissoi.gui.brief.debate_format import FormatDialog
        from dissoi.storage.formats import load_formats

        now = self._desk.dossier.question.format
        dialog = FormatDialog(
            load_formats(), now, self._export.window, self._desk.dossier.debate, self._add_format
        )
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
            choices = (self.tr("Replace"), self.tr("Cancel"))
            if self._dialogs.choose(self.tr("Add Debate Format"), told, "", choices) != 0:
                return False
            add_format(path, force=True)
        return True
