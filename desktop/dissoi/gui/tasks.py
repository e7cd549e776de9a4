# SPDX-License-Identifier: MIT
"""Work that takes time, beside the window: one thread at a time, with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal


class CancelledError(Exception):
    """The work was called off."""


class Task(QThread):
    """Runs `work` in a thread of its own.

    `work` is handed a function that it calls with its progress; that function raises `CancelledError`
    once the task was called off. `done` carries what `work` returned, `failed` what it raised.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int)
    cancelled = Signal()

    def __init__(self, work: Callable[[Callable[[int], None]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._off = Event()

    def cancel(self) -> None:
        """Call the work off at its next sign of progress."""
        self._off.set()

    def run(self) -> None:
        """The thread's body; called by Qt."""
        try:
            result = self._work(self._tell)
        except CancelledError:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - handed to the window, which words it
            self.failed.emit(error)
        else:
            self.done.emit(result)

    def _tell(self, progress: int) -> None:
        if self._off.is_set():
            raise CancelledError
        self.progressed.emit(progress)
