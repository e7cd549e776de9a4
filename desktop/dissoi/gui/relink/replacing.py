# SPDX-License-Identifier: MIT
"""Reads other copies of articles beside the window, and looks for the passages in them."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article
from dissoi.dossier.replanting import Replanting
from dissoi.gui.article.sources import Cancelled
from dissoi.gui.plain_words import plain_words
from dissoi.gui.tasks import CancelledError, Task
from dissoi.reading.reading import Reading

PATIENCE = 600
"""Milliseconds before a progress dialog appears."""


class Wanted(NamedTuple):
    """An article and the copy that is to take its place; `read` runs beside the window, `name` is shown."""

    article: Article
    name: str
    read: Callable[[Cancelled], Reading]


class Copy(NamedTuple):
    """Another copy of an article, under its id, what it was read from, and what becomes of its passages."""

    article: Article
    name: str
    found: Replanting
    attachments: tuple[Attachment, ...]


class ArticleReplacing(QObject):
    """Gets one copy after the other ready. `ready` carries a `Copy`, `failed` what went wrong with one.

    Nothing here changes a dossier; `dossier` gives the one whose passages are looked for.
    """

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, dossier: Callable[[], Dossier], window: QWidget) -> None:
        super().__init__(window)
        self._dossier = dossier
        self._window = window
        self._waiting: list[Wanted] = []
        self._off = Event()
        self._task: Task | None = None
        self._progress: QProgressDialog | None = None

    @property
    def busy(self) -> bool:
        """Whether a copy is being read and searched, or waits for that."""
        return self._task is not None or bool(self._waiting)

    def start(self, wanted: Wanted) -> None:
        """Get a copy ready, after those that are under way."""
        self._waiting.append(wanted)
        self._go_on()

    def cancel(self) -> None:
        """Call everything off, and wait until it has stopped."""
        self._waiting.clear()
        self._call_off()
        self._let_go()

    def _go_on(self) -> None:
        if self._task is not None or not self._waiting:
            return
        wanted = self._waiting.pop(0)
        self._off = Event()
        self._task = Task(_work(self._dossier(), wanted, self._off.is_set), self)
        self._progress = self._new_progress(wanted.name)
        self._task.progressed.connect(self._progress.setValue)
        self._task.done.connect(self._end)
        self._task.failed.connect(self._fail)
        self._task.cancelled.connect(self._end_early)
        self._task.start()

    def _new_progress(self, name: str) -> QProgressDialog:
        told = plain_words(self.tr("Finding the passages in {0}").format(name))
        progress = QProgressDialog(told, self.tr("Cancel"), 0, 100, self._window)
        progress.setWindowTitle(self.tr("Replace Article"))
        progress.setMinimumDuration(PATIENCE)
        progress.setAutoReset(False)
        progress.setAutoClose(False)
        progress.canceled.connect(self._call_off)
        return progress

    def _call_off(self) -> None:
        self._off.set()
        if self._task is not None:
            self._task.cancel()

    def _end(self, copy: Copy) -> None:
        if self._task is None:
            # Its news was on the way when everything was called off.
            return
        is_off = self._off.is_set()
        self._let_go()
        if not is_off:
            self.ready.emit(copy)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        is_off = self._off.is_set()
        self._let_go()
        if not is_off:
            self.failed.emit(error)
        self._go_on()

    def _end_early(self) -> None:
        self._let_go()
        self._go_on()

    def _let_go(self) -> None:
        task, progress = self._task, self._progress
        self._task = self._progress = None
        if progress is not None:
            progress.canceled.disconnect(self._call_off)
            progress.close()
            progress.deleteLater()
        if task is not None:
            task.disconnect(self)
            task.wait()
            task.deleteLater()


def _work(dossier: Dossier, wanted: Wanted, cancelled: Cancelled) -> Callable[[Callable[[int], None]], Copy]:
    """What the thread does: values only, the dossier is for the window to change."""

    def run(tell: Callable[[int], None]) -> Copy:
        from dissoi.dossier.replanting import replanted
        from dissoi.dossier.text_edits import as_replacement

        tell(0)
        reading = wanted.read(cancelled)
        if cancelled():
            raise CancelledError
        new = as_replacement(wanted.article, reading.article)
        found = replanted(dossier, wanted.article, new.blocks, lambda at, of: tell(at * 100 // of))
        return Copy(new, wanted.name, found, reading.attachments)

    return run
