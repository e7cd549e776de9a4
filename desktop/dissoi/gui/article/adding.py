# SPDX-License-Identifier: MIT
"""Reads articles in the background, with progress and cancel, and hands over what became of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.records import Article, NewId, RecordId
from dissoi.gui.article.sources import Source
from dissoi.gui.watched_work import WatchedWork

if TYPE_CHECKING:
    from dissoi.gui.tasks import Progress
    from dissoi.reading.reading import Reading


class Outcome(NamedTuple):
    """What was read, in order, and a sentence for each thing that could not be.

    `likes` has, by the id of an article read, the one of the dossier that it seems another copy of.
    """

    readings: tuple[Reading, ...]
    troubles: tuple[str, ...]
    likes: Mapping[RecordId, Article]


class ArticleAdding(QObject):
    """Reads one batch of sources after another. `done` carries an `Outcome` for each.

    A batch that is called off leaves nothing behind. Nothing here changes a dossier; `dossier` gives the one
    in which copies of what is read are looked for.
    """

    done = Signal(object)

    def __init__(self, window: QWidget, new_id: NewId, dossier: Callable[[], Dossier]) -> None:
        super().__init__(window)
        self._new_id = new_id
        self._dossier = dossier
        self._names: tuple[str, ...] = ()
        self._waiting: list[tuple[Source, ...]] = []
        self._work = WatchedWork(self, window, self.tr("Add Articles"))
        self._work.progressed.connect(self._tell)
        self._work.done.connect(self._end)
        self._work.over.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._work.busy

    def start(self, sources: Sequence[Source]) -> None:
        """Read sources, after those that are being read."""
        self._waiting.append(tuple(sources))
        self._go_on()

    def cancel(self) -> None:
        """Call everything off, and wait until it has stopped."""
        self._waiting.clear()
        self._work.cancel()

    def _go_on(self) -> None:
        if self._work.busy or not self._waiting:
            return
        sources = self._waiting.pop(0)
        self._names = tuple(source.name for source in sources)
        work = partial(_read_all, sources, self._new_id, self._dossier())
        self._work.start(work, self._told(0), len(sources))

    def _told(self, at: int) -> str:
        """What the progress dialog says while the source with number `at` (from 0) is read."""
        if len(self._names) == 1:
            return self.tr("Reading {0}").format(self._names[at])
        return self.tr("Reading {0} of {1}: {2}").format(at + 1, len(self._names), self._names[at])

    def _tell(self, at: int) -> None:
        self._work.tell(self._told(at), at)

    def _end(self, outcome: Outcome) -> None:
        if not self._work.is_off:
            self.done.emit(outcome)


def _read_all(sources: Sequence[Source], new_id: NewId, dossier: Dossier, progress: Progress) -> Outcome:
    """What the thread does. It makes values only: the dossier is for the window to change."""
    from dissoi.dossier.text_edits import likely_copy

    likes: dict[RecordId, Article] = {}
    readings: list[Reading] = []
    troubles: list[str] = []
    for at, source in enumerate(sources):
        progress(at)
        try:
            reading = source.read(new_id, progress.is_off)
            readings.append(reading)
            if (like := likely_copy(dossier, reading.article)) is not None:
                likes[reading.article.id] = like
        except DissoiError as error:
            troubles.append(str(error))
        except Exception as error:  # noqa: BLE001 - one bad file must not take the others with it
            troubles.append(_unexpected(source.name, error))
        progress.go_on()
    return Outcome(tuple(readings), tuple(troubles), likes)


def _unexpected(name: str, error: Exception) -> str:
    sentence = QCoreApplication.translate("adding", "“{0}” could not be read ({1}).")
    return sentence.format(name, f"{type(error).__name__}: {error}")
