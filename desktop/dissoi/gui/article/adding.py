# SPDX-License-Identifier: MIT
"""Reads articles in the background, with progress and cancel, and hands over what became of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.records import Article, NewId, RecordId
from dissoi.gui.article.sources import Source
from dissoi.gui.plain_words import plain_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

    from dissoi.gui.tasks import Task
    from dissoi.reading.reading import Reading

PATIENCE = 600
"""Milliseconds before a progress dialog appears."""


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
        self._window = window
        self._new_id = new_id
        self._dossier = dossier
        self._task: Task | None = None
        self._off = Event()
        self._progress: QProgressDialog | None = None
        self._names: tuple[str, ...] = ()
        self._waiting: list[tuple[Source, ...]] = []

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._task is not None

    def start(self, sources: Sequence[Source]) -> None:
        """Read sources, after those that are being read."""
        self._waiting.append(tuple(sources))
        self._go_on()

    def cancel(self) -> None:
        """Call everything off, and wait until it has stopped."""
        self._waiting.clear()
        self._call_off()
        self._let_go()

    def _go_on(self) -> None:
        if self._task is not None or not self._waiting:
            return
        from dissoi.gui.tasks import Task

        sources = self._waiting.pop(0)
        self._names = tuple(source.name for source in sources)
        self._off = Event()
        task = Task(_work(sources, self._new_id, self._off, self._dossier()), self)
        task.done.connect(self._end)
        task.cancelled.connect(self._end_early)
        task.progressed.connect(self._count)
        self._progress = self._new_progress()
        self._task = task
        task.start()

    def _new_progress(self) -> QProgressDialog:
        from PySide6.QtWidgets import QProgressDialog

        cancel = self.tr("Cancel")
        progress = QProgressDialog(plain_words(self._told(0)), cancel, 0, len(self._names), self._window)
        progress.setWindowTitle(self.tr("Add Articles"))
        progress.setMinimumDuration(PATIENCE)
        progress.setMinimumWidth(420)
        # Whoever types on meanwhile must not find the space bar on Cancel.
        progress.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        progress.setAutoReset(False)
        progress.setAutoClose(False)
        progress.canceled.connect(self._call_off)
        return progress

    def _told(self, at: int) -> str:
        """What the progress dialog says while the source with number `at` (from 0) is read."""
        name = self._names[min(at, len(self._names) - 1)]
        if len(self._names) == 1:
            return self.tr("Reading {0}").format(name)
        return self.tr("Reading {0} of {1}: {2}").format(at + 1, len(self._names), name)

    def _count(self, at: int) -> None:
        if self._progress is not None:
            self._progress.setValue(at)
            self._progress.setLabelText(plain_words(self._told(at)))

    def _call_off(self) -> None:
        self._off.set()
        if self._task is not None:
            self._task.cancel()

    def _end(self, outcome: Outcome) -> None:
        if self._task is None:
            # Its news was on the way when everything was called off.
            return
        is_off = self._off.is_set()
        self._let_go()
        if not is_off:
            self.done.emit(outcome)
        self._go_on()

    def _end_early(self) -> None:
        self._let_go()
        self._go_on()

    def _let_go(self) -> None:
        if self._progress is not None:
            self._progress.canceled.disconnect(self._call_off)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        if self._task is not None:
            self._task.disconnect(self)
            self._task.wait()
            self._task.deleteLater()
            self._task = None


def _work(
    sources: tuple[Source, ...], new_id: NewId, off: Event, dossier: Dossier
) -> Callable[[Callable[[int], None]], Outcome]:
    """What the thread does. It makes values only: the dossier is for the window to change."""

    def run(tell: Callable[[int], None]) -> Outcome:
        from dissoi.dossier.text_edits import likely_copy
        from dissoi.gui.tasks import CancelledError

        likes: dict[RecordId, Article] = {}
        readings: list[Reading] = []
        troubles: list[str] = []
        for at, source in enumerate(sources):
            tell(at)
            try:
                reading = source.read(new_id, off.is_set)
                readings.append(reading)
                if (like := likely_copy(dossier, reading.article)) is not None:
                    likes[reading.article.id] = like
            except DissoiError as error:
                troubles.append(str(error))
            except Exception as error:  # noqa: BLE001 - one bad file must not take the others with it
                troubles.append(_unexpected(source.name, error))
            if off.is_set():
                raise CancelledError
        return Outcome(tuple(readings), tuple(troubles), likes)

    return run


def _unexpected(name: str, error: Exception) -> str:
    sentence = QCoreApplication.translate("adding", "“{0}” could not be read ({1}).")
    return sentence.format(name, f"{type(error).__name__}: {error}")
