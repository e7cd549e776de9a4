# SPDX-License-Identifier: MIT
"""The dossiers opened before, as a menu."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from dissoi.gui.file_commands import FileCommands
from dissoi.gui.plain_words import plain_words

NUMBERED = 9
"""So many dossiers have a digit to press."""
LONGEST = 60
"""So many characters of a name, and of a question, are shown."""


class RecentMenu(QMenu):
    """Lists the dossiers opened before whenever it opens."""

    def __init__(self, files: FileCommands, window: QWidget) -> None:
        super().__init__(window)
        self._files = files
        self._window = window
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        files.recent_wanted.connect(self.offer)

    def fill(self) -> None:
        """List the dossiers as they are now."""
        self.clear()
        for number, path in enumerate(self._files.recent(), 1):
            key = f"&{number}" if number <= NUMBERED else str(number)
            open_ = partial(self._files.open_file, path)
            self.addAction(f"{key}  {self._named(path)}", open_).setToolTip(plain_words(str(path)))
        if self.isEmpty():
            self.addAction(self.tr("No other dossier was opened yet")).setEnabled(False)

    def _named(self, path: Path) -> str:
        """A file's name and what its dossier asks, both cut where they are long."""
        motion = " ".join(self._files.motion_of(path).split())
        parts = (_cut(each) for each in (path.stem, motion) if each)
        return " — ".join(parts).replace("&", "&&")

    def offer(self) -> None:
        """Open below the upper edge of the window."""
        self.popup(self._window.mapToGlobal(QPoint(80, 80)))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
