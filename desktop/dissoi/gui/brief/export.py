# SPDX-License-Identifier: MIT
"""Writes the brief in the background, with progress and cancel, and says when it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

    from dissoi.briefing.content import OpenGaps
    from dissoi.briefing.options import Options
    from dissoi.gui.tasks import Task

PATIENCE = 600
"""Milliseconds before a progress dialog appears."""


class BriefExport(QObject):
    """Exports one brief at a time. `done` carries the file, `failed` a sentence.

    `notice` tells, in a sentence, what does not look as it should in the brief exported last; "" if all does.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        self._task: Task | None = None
        self._progress: QProgressDialog | None = None
        self.notice = ""

    @property
    def busy(self) -> bool:
        """Whether a brief is being written."""
        return self._task is not None

    def start(self, dossier: Dossier, path: Path, options: Options) -> None:
        """Write the brief of `dossier` to `path`, in place of what is there."""
        if self._task is not None:
            return
        from dissoi.gui.tasks import Task

        task = Task(_work(dossier, path, options), self)
        task.done.connect(self._end_well)
        task.failed.connect(self._end_badly)
        task.cancelled.connect(self._end_early)
        task.progressed.connect(self._count)
        self._progress = self._new_progress(task)
        self._task = task
        task.start()

    def _new_progress(self, task: Task) -> QProgressDialog:
        from PySide6.QtWidgets import QProgressDialog

        text = self.tr("Setting the brief…")
        progress = QProgressDialog(text, self.tr("Cancel"), 0, 0, self.window)
        progress.setWindowTitle(self.tr("Export Brief"))
        progress.setMinimumDuration(PATIENCE)
        progress.setAutoReset(False)
        progress.canceled.connect(task.cancel)
        return progress

    def cancel(self) -> None:
        """Call the export off, and wait until it has stopped."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
            self._let_go()

    def _count(self, page: int) -> None:
        if self._progress is not None:
            self._progress.setValue(0)
            self._progress.setLabelText(self.tr("Setting the brief… page {0}").format(page))

    def _end_well(self, made: tuple[Path, str]) -> None:
        if self._is_late():
            return
        path, self.notice = made
        self._let_go()
        self.done.emit(path)

    def _end_badly(self, error: Exception) -> None:
        if self._is_late():
            return
        self._let_go()
        self.failed.emit(
            worded(error, self.tr("The brief could not be made ({0}). The dossier is unharmed."))
        )

    def _end_early(self) -> None:
        if not self._is_late():
            self._let_go()

    def _is_late(self) -> bool:
        """Whether what is heard is news of a task that was called off when it was on the way."""
        return self._task is None or self.sender() is not self._task

    def _let_go(self) -> None:
        if self._progress is not None:
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None


def worded(error: Exception, unforeseen: str) -> str:
    """What went wrong as a sentence; `unforeseen` words what this program has no sentence for."""
    if isinstance(error, DissoiError):
        return str(error)
    return unforeseen.format(f"{type(error).__name__}: {error}")


def _work(
    dossier: Dossier, path: Path, options: Options
) -> Callable[[Callable[[int], None]], tuple[Path, str]]:
    """What the thread does, with what is to be told: the dossier is a value, so that it can be read there."""

    def run(tell: Callable[[int], None]) -> tuple[Path, str]:
        from dissoi.storage.atomic import write_atomically

        notices: list[str] = []
        made = made_brief(dossier, path.suffix, options, tell, notices.append)
        tell(0)  # what was called off meanwhile is not written
        write_atomically(path, made, force=True)
        return path, " ".join(notices)

    return run


def made_brief(
    dossier: Dossier,
    ending: str,
    options: Options,
    tell: Callable[[int], None],
    on_notice: Callable[[str], None] | None = None,
) -> bytes:
    """The brief as it is written or printed, with the date of today."""
    from dissoi.briefing.options import fitting
    from dissoi.briefing.output import make_file
    from dissoi.identity import now
    from dissoi.storage.formats import debate_of

    return make_file(
        dossier,
        ending,
        fitting(options, ending.lower()),
        made_on=now().astimezone().date().isoformat(),
        debate=debate_of(dossier),
        gaps=open_gaps(dossier, options),
        on_page=tell,
        on_notice=on_notice,
    )


def open_gaps(dossier: Dossier, options: Options) -> tuple[OpenGaps, ...]:
    """What is still open, if it is to be printed."""
    from dissoi.briefing.content import OpenGaps
    from dissoi.reasoning.checks import gaps
    from dissoi.reasoning.wording import in_words

    if not options.gaps:
        return ()
    return tuple(OpenGaps(each.heading, each.lines) for each in in_words(dossier, gaps(dossier)))
