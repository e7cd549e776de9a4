# SPDX-License-Identifier: MIT
"""What asks or tells of itself waits for its turn: a question over a form that is open would confuse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

GLANCE = 200
"""Milliseconds between two looks at whether a form is still open."""


class InTurn(QObject):
    """Runs one thing after the other, each while no form and no menu is open."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self, interval=GLANCE, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self._is_over = False

    def end(self) -> None:
        """Run nothing more, not what waits either: the window goes."""
        self._is_over = True
        self._waiting.clear()
        self._timer.stop()

    def run(self, what: Callable[[], object]) -> None:
        """Run it now, or when its turn has come."""
        if not self._is_over:
            self._waiting.append(what)
            self._go_on()

    def _go_on(self) -> None:
        if not self._waiting:
            return
        try:
            if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
                self._waiting.pop(0)()
        finally:
            # Also when one of them fails, the others have their turn.
            if self._waiting:
                self._timer.start()
