# SPDX-License-Identifier: MIT
"""What a user does to whole dossiers: make, open, save under a name, close."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dissoi.dossier.errors import DissoiError
from dissoi.gui.desk import CLOSING, Desk
from dissoi.gui.dialogs import DOSSIER_SUFFIX, Dialogs
from dissoi.gui.library import Library, file_name
from dissoi.gui.preferences import Preferences
from dissoi.gui.services import Opener
from dissoi.storage.presence import is_there
from dissoi.storage.saver import Saving


class FileCommands(QObject):
    """Acts on the dossier of a window."""

    hint = Signal(str)
    close_wanted = Signal()
    recent_wanted = Signal()
    """Offer the dossiers opened before."""

    def __init__(
        self,
        desk: Desk,
        *,
        library: Library,
        opener: Opener,
        dialogs: Dialogs,
        preferences: Preferences,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._library = library
        self._opener = opener
        self._dialogs = dialogs
        self._preferences = preferences

    def new(self) -> None:
        """Make a new dossier in a window of its own."""
        self._open_or_tell(self._opener.new)

    def open(self) -> None:
        """Ask which dossier to open."""
        path = self._dialogs.dossier_to_open(str(self._preferences.folder()))
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
        path = self._dialogs.dossier_to_write(str(self._proposed()))
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

    def _proposed(self) -> Path:
        desk = self._desk
        folder = self._preferences.folder(None if desk.draft else desk.path)
        words = file_name(desk.dossier.question.text) if desk.draft else ""
        return folder / f"{words or desk.path.stem}{DOSSIER_SUFFIX}"

    def recent(self) -> list[Path]:
        """The dossiers opened before that are still there, the last one first, without the one shown."""
        paths = (Path(name) for name in self._preferences.now.recent)
        return [path for path in paths if is_there(path) and path != self._desk.path]

    def motion_of(self, path: Path) -> str:
        """The question that the dossier at `path` asks; "" where none can be read."""
        return self._library.motion_of(path)

    def open_recent(self) -> None:
        """Ask which dossier opened before to open."""
        self.recent_wanted.emit()

    def close(self) -> None:
        """Close the window."""
        self.close_wanted.emit()

    def quit(self) -> None:
        """Close all windows."""
        self._opener.quit()

    def may_close(self) -> bool:
        """Bring everything to rest before the window goes; False when the user wants to stay."""
        if not self._leave_saved():
            return False
        return self._leave_draft() if self._desk.draft and not self._desk.locked else True

    def _leave_saved(self) -> bool:
        """Save all there is, also what came while a question was open; False when the user wants to stay."""
        state = self._desk.settle(CLOSING)
        if state is None or state.saving is Saving.SAVED:
            return True
        return self._leave_unsaved(str(state.error or ""))

    def _leave_unsaved(self, reason: str) -> bool:
        save, close, cancel = self.tr("Save Elsewhere…"), self.tr("Close Without Saving"), self.tr("Cancel")
        choices, sentence = (save, close, cancel), self.tr("The latest changes could not be saved.")
        chosen = choices[self._dialogs.choose(self.tr("Changes Not Saved"), sentence, reason, choices)]
        if chosen == save:
            return self.save_as() and self._leave_saved()
        return chosen == close

    def _leave_draft(self) -> bool:
        if not self._desk.dossier.records:
            self._desk.close()
            self._library.discard(self._desk.path)
            return True
        save, keep = self.tr("Save As…"), self.tr("Keep as Draft")
        delete, cancel = self.tr("Delete"), self.tr("Cancel")
        choices, sentence = (save, keep, delete, cancel), self.tr("This dossier has no name yet.")
        details = self.tr("A draft stays on this computer; the welcome page lists it.")
        chosen = choices[self._dialogs.choose(self.tr("Close Dossier"), sentence, details, choices)]
        if chosen == delete:
            self._desk.close()
            self._library.discard(self._desk.path)
            return True
        if chosen == save and not self.save_as():
            return False
        return chosen != cancel and self._leave_saved()
