# SPDX-License-Identifier: MIT
"""What stands above the panes: that changes are not saved, that nothing can be changed, where a brief is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from dissoi.gui.desk import Desk
from dissoi.gui.main_window import MainWindow
from dissoi.gui.showing_files import open_outside, show_in_folder
from dissoi.gui.window_state import saving_text
from dissoi.storage.saver import SaveState, Saving


class Notices(QObject):
    """Follows the saving of a desk. `save_as` asks for another file to go on in."""

    def __init__(self, desk: Desk, window: MainWindow, save_as: Callable[[], object]) -> None:
        super().__init__(window)
        self._desk = desk
        self._banner = window.banner
        self._saved = window.saved
        self._save_as = save_as
        self._hint = window.hint
        self._brief: tuple[Path, str] | None = None
        """Where a brief is, with its notice, until that was read."""
        desk.saving.connect(self._follow)
        desk.moved.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Say what matters most: changes not saved, else where a brief is, else that all is only read."""
        state = self._desk.save_state
        if state is not None:
            self._follow(state)
        elif self._brief is not None:
            self._show_brief(*self._brief)
        elif self._desk.locked:
            self._banner.say(self._desk.locked, (self.tr("Save a Copy…"), self._save_as))
        if self._desk.locked:
            self._saved.setText(self.tr("Read only"))

    def _follow(self, state: SaveState) -> None:
        self._saved.setText(saving_text(state.saving))
        if state.saving is Saving.FAILED:
            told = self.tr("{0} Your changes are kept in this window.").format(state.error)
            again, elsewhere = self.tr("Try Again"), self.tr("Save Elsewhere…")
            self._banner.say(told, (again, self._desk.flush), (elsewhere, self._save_as))
        elif self._brief is not None:
            self._show_brief(*self._brief)
        else:
            self._banner.hide()

    def tell_of_brief(self, path: Path, notice: str) -> None:
        """Say where a brief is now, with what does not look in it as it should, until that was read.

        Changes that are not saved matter more: until they are, the status line alone tells of the brief.
        """
        self._brief = (path, notice)
        if (state := self._desk.save_state) and state.saving is Saving.FAILED:
            self._hint(self.tr("The brief is in {0}").format(path))
        self._show()

    def _show_brief(self, path: Path, notice: str) -> None:
        told = f"{self.tr('The brief is in {0}').format(path)}\n{notice}".rstrip()
        if self._banner.text == told:
            # Its buttons stay: one of them may be pressed at this moment.
            return
        self._banner.say(
            told,
            (self.tr("Open"), partial(open_outside, path)),
            (self.tr("Show in Folder"), partial(show_in_folder, path, self)),
            (self.tr("Close"), self._close),
        )

    def _close(self) -> None:
        self._brief = None
        self._banner.hide()
        self._show()
