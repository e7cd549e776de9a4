# SPDX-License-Identifier: MIT
"""Reads other copies of articles beside the window, and looks for the passages in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article
from dissoi.dossier.replanting import Replanting
from dissoi.gui.article.sources import Cancelled
from dissoi.gui.tasks import Progress
from dissoi.gui.watched_work import WatchedWork
from dissoi.reading.reading import Reading

_WHOLE = 100
"""Progress is told in hundredths."""


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
        self._waiting: list[Wanted] = []
        self._work = WatchedWork(self, window, self.tr("Replace Article"))
        self._work.progressed.connect(self._tell)
        self._work.done.connect(self._end)
        self._work.failed.connect(self._fail)
        self._work.over.connect(self._go_on)
        self._told = ""

    @property
    def busy(self) -> bool:
        """Whether a copy is being read and searched, or waits for that."""
        return self._work.busy or bool(self._waiting)

    def start(self, wanted: Wanted) -> None:
        """Get a copy ready, after those that are under way."""
        self._waiting.append(wanted)
        self._go_on()

    def cancel(self) -> None:
        """Call everything off, and wait until it has stopped."""
        self._waiting.clear()
        self._work.cancel()

    def _go_on(self) -> None:
        if self._work.busy or not self._waiting:
            return
        wanted = self._waiting.pop(0)
        self._told = self.tr("Finding the passages in {0}").format(wanted.name)
        self._work.start(partial(_read_and_find, self._dossier(), wanted), self._told, _WHOLE)

    def _tell(self, at: int) -> None:
        self._work.tell(self._told, at)

    def _end(self, copy: Copy) -> None:
        if not self._work.is_off:
            self.ready.emit(copy)

    def _fail(self, error: Exception) -> None:
        if not self._work.is_off:
            self.failed.emit(error)


def _read_and_find(dossier: Dossier, wanted: Wanted, progress: Progress) -> Copy:
    """What the thread does: values only, the dossier is for the window to change."""
    from dissoi.dossier.replanting import replanted
    from dissoi.dossier.text_edits import as_replacement

    progress(0)
    reading = wanted.read(progress.is_off)
    progress.go_on()
    new = as_replacement(wanted.article, reading.article)
    found = replanted(dossier, wanted.article, new.blocks, lambda at, of: progress(at * _WHOLE // of))
    return Copy(new, wanted.name, found, reading.attachments)
