# SPDX-License-Identifier: MIT
"""Work that takes time, in a thread beside the window, with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, Signal

from dissoi.dossier.errors import DissoiError, is_of_memory


class CancelledError(Exception):
    """The work was called off."""


class Progress:
    """What work tells its progress by, and how it learns that it was called off."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self._tell = tell
        self._off = Event()

    def __call__(self, at: int) -> None:
        """Tell how far the work is. Raises `CancelledError` once it was called off."""
        self.go_on()
        self._tell(at)

    def go_on(self) -> None:
        """Raise `CancelledError` if the work was called off."""
        if self.is_off():
            raise CancelledError

    def is_off(self) -> bool:
        """Whether the work was called off."""
        return self._off.is_set()

    def call_off(self) -> None:
        """Call the work off. For any thread."""
        self._off.set()


Work = Callable[[Progress], object]
"""Runs in the thread: it makes values only, and leaves widgets and the dossier to the window."""


class Task(QThread):
    """Runs `work` in a thread of its own.

    `done` carries what `work` returned, `failed` what it raised; `cancelled` comes when it ended because it
    was called off, and `progressed` carries what it told of its progress.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int)
    cancelled = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._progress = Progress(self.progressed.emit)

    def begin(self) -> None:
        """Start the thread. Where the system has no room for one, `failed` says so soon."""
        self.start()
        if not (self.isRunning() or self.isFinished()):
            QTimer.singleShot(0, self, lambda: self.failed.emit(MemoryError()))

    def cancel(self) -> None:
        """Call the work off at its next sign of progress."""
        self._progress.call_off()

    def run(self) -> None:
        """The thread's body; called by Qt."""
        try:
            result = self._work(self._progress)
        except CancelledError:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - handed to the window, which words it
            self.failed.emit(error)
        else:
            self.done.emit(result)


def worded(error: Exception, unforeseen: str) -> str:
    """What ended work as a sentence; `unforeseen` words what this program has no sentence for."""
    if isinstance(error, DissoiError):
        return str(error)
    if is_of_memory(error):
        return QCoreApplication.translate("Task", "There is too little memory for this.")
    return unforeseen.format(f"{type(error).__name__}: {error}")
