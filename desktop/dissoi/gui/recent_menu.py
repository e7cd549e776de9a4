# SPDX-License-Identifier: MIT
"""The dossiers opened before, as a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from dissoi.gui.file_commands import FileCommands

NUMBERED = 9
"""So many dossiers have a digit to press."""


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
            self.addAction(f"{key}  {path.stem.replace('&', '&&')}", open_).setToolTip(str(path))
        if self.isEmpty():
            self.addAction(self.tr("No other dossier was opened yet")).setEnabled(False)

    def offer(self) -> None:
        """Open below the upper edge of the window."""
        self.popup(self._window.mapToGlobal(QPoint(80, 80)))
