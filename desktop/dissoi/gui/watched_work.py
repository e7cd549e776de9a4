# SPDX-License-Identifier: MIT
"""Work beside the window that its user sees going on, and can call off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from dissoi.gui.plain_words import plain_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

    from dissoi.gui.tasks import Task, Work

PATIENCE = 600
"""Milliseconds before a progress dialog appears."""
WIDTH = 420
"""Pixels across the dialog, so that it does not jump with each name that it tells."""


class WatchedWork(QObject):
    """One piece of work at a time, in a thread of its own, with a dialog that tells how far it is.

    `done` carries what the work returned, `failed` what it raised; `over` follows both, and comes alone when
    the work was called off in the dialog: then the next may start. `progressed` carries what it told of its
    progress.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int)
    over = Signal()

    def __init__(self, parent: QObject, window: QWidget, title: str) -> None:
        super().__init__(parent)
        self._window = window
        self._title = title
        self._task: Task | None = None
        self._dialog: QProgressDialog | None = None
        self._is_off = False

    @property
    def busy(self) -> bool:
        """Whether something is going on."""
        return self._task is not None

    @property
    def is_off(self) -> bool:
        """Whether the work that ended last had been called off, even if it was done by then."""
        return self._is_off

    def start(self, work: Work, told: str, end: int = 0) -> None:
        """Begin a piece of work. `told` is what the dialog says, `end` where progress ends; 0 if unknown."""
        assert self._task is None
        from dissoi.gui.tasks import Task

        self._is_off = False
        self._task = task = Task(work, self)
        task.done.connect(self._end_well)
        task.failed.connect(self._end_badly)
        task.cancelled.connect(self._end_early)
        task.progressed.connect(self._pass_on)
        self._dialog = self._new_dialog(told, end)
        task.begin()

    def tell(self, told: str, at: int = 0) -> None:
        """Have the dialog say something, and that the work is at `at`."""
        if self._dialog is not None:
            self._dialog.setValue(at)
            self._dialog.setLabelText(plain_words(told))

    def cancel(self) -> None:
        """Call off what is going on, and wait until it has stopped. No signal comes of it."""
        self._call_off()
        self._let_go()

    def _new_dialog(self, told: str, end: int) -> QProgressDialog:
        from PySide6.QtWidgets import QProgressDialog

        dialog = QProgressDialog(plain_words(told), self.tr("Cancel"), 0, end, self._window)
        dialog.setWindowTitle(self._title)
        dialog.setMinimumDuration(PATIENCE)
        dialog.setMinimumWidth(WIDTH)
        # Whoever types on meanwhile must not find the space bar on Cancel.
        dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        dialog.setAutoReset(False)
        dialog.setAutoClose(False)
        dialog.canceled.connect(self._call_off)
        return dialog

    def _call_off(self) -> None:
        self._is_off = True
        if self._task is not None:
            self._task.cancel()

    def _pass_on(self, at: int) -> None:
        if not self._is_late():
            self.progressed.emit(at)

    def _end_well(self, result: object) -> None:
        if not self._is_late():
            self._let_go()
            self.done.emit(result)
            self.over.emit()

    def _end_badly(self, error: Exception) -> None:
        if not self._is_late():
            self._let_go()
            self.failed.emit(error)
            self.over.emit()

    def _end_early(self) -> None:
        if not self._is_late():
            self._let_go()
            self.over.emit()

    def _is_late(self) -> bool:
        """Whether what is heard is news of work that was called off when it was on the way."""
        return self._task is None or self.sender() is not self._task

    def _let_go(self) -> None:
        task, dialog = self._task, self._dialog
        self._task = self._dialog = None
        if dialog is not None:
            dialog.canceled.disconnect(self._call_off)
            dialog.close()
            dialog.deleteLater()
        if task is not None:
            task.wait()
            task.deleteLater()
