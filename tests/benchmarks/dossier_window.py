# SPDX-License-Identifier: MIT
# ruff: noqa: E402 - as in the command, the collector of garbage rests before the window is loaded
"""The program's own window on the dossier it is given. Says when all in view was painted, and ends.

With a second argument, shows besides how much of the first picture changed in the second after it.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

gc.disable()
from dissoi.gui.app import build, make_application

# isort: split
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.main_window import MainWindow

LATER = 1000
"""Milliseconds after which the second picture is taken."""


class Watch(QObject):
    """Notices when the article and all cards in view have been painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._watched: set[QWidget] = set()
        self._painted: set[QObject] = set()
        self._waiting = True
        self._attend(window.article.reader.viewport())
        self._attend(window.editor)
        self.look()

    def _attend(self, widget: QWidget) -> None:
        if widget not in self._watched:
            self._watched.add(widget)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what was painted."""
        if event.type() == QEvent.Type.Paint:
            self._painted.add(watched)
            QTimer.singleShot(0, self.look)
        return False

    def look(self) -> None:
        """End when nothing in view is missing."""
        cards = self._window.editor.findChildren(ArgumentCard)
        for card in cards:
            self._attend(card)
        seen = {each for each in self._watched if each.isVisible() and not each.visibleRegion().isEmpty()}
        if self._waiting and seen and seen <= self._painted and any(card in seen for card in cards):
            self._waiting = False
            end()


def end() -> None:
    """Say when everything was there."""
    print(time.monotonic_ns(), flush=True)
    if len(sys.argv) > 2:
        first = picture()
        QTimer.singleShot(LATER, lambda: compare(first))
    else:
        application.quit()


def picture() -> QImage:
    """What stands on the screen at this moment."""
    return application.primaryScreen().grabWindow(0).toImage()


def compare(first: QImage) -> None:
    """Say how many pixels in a million are others now."""
    second = picture()
    size = first.size()
    points = ((x, y) for y in range(size.height()) for x in range(size.width()))
    changed = sum(first.pixel(x, y) != second.pixel(x, y) for x, y in points)
    print(round(changed * 1_000_000 / (size.width() * size.height())))
    application.quit()


application = make_application()
windows = build(application)
windows.open(Path(sys.argv[1]))
watch = Watch(windows.front)
application.exec()
