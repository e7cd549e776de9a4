# SPDX-License-Identifier: MIT
"""What a reader does in the article shown: look for words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dissoi.gui.main_window import MainWindow


class ReadingCommands(QObject):
    """Acts on the article pane of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def find(self) -> None:
        """Ask for words to find in the article."""
        self._window.article.find_bar().open()

    def find_next(self) -> None:
        """Go to the next place of the words looked for."""
        self._window.article.find_bar().step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._window.article.find_bar().step(-1)
