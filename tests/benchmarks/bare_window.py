# SPDX-License-Identifier: MIT
"""A window of Qt with nothing in it: what opening any window costs. Says when it was painted, and ends."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class Centre(QWidget):
    """Empty; once it was painted, the program is over."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Come back once everything else is painted too."""
        QTimer.singleShot(0, end)


def end() -> None:
    """Say when everything was there."""
    print(time.monotonic_ns())
    application.quit()


application = QApplication([])
window = QMainWindow()
window.setCentralWidget(Centre())
window.resize(1440, 900)
window.show()
application.exec()
