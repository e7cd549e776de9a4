# SPDX-License-Identifier: MIT
"""Writes the brief in the background, with progress and cancel, and says when it is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dissoi.dossier.dossier import Dossier
from dissoi.gui.watched_work import WatchedWork
from dissoi.storage.presence import is_there

if TYPE_CHECKING:
    from dissoi.briefing.options import Options
    from dissoi.gui.tasks import Progress


class BriefExport(QObject):
    """Exports one brief at a time. `done` carries the file, `failed` a sentence.

    `notice` tells, in a sentence, what does not look as it should in the brief exported last; "" if all does.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        self.notice = self._missing = ""
        self._work = WatchedWork(self, window, self.tr("Export Brief"))
        self._work.progressed.connect(self._tell)
        self._work.done.connect(self._end_well)
        self._work.failed.connect(self._end_badly)

    @property
    def busy(self) -> bool:
        """Whether a brief is being written."""
        return self._work.busy

    def start(self, dossier: Dossier, path: Path, options: Options, made_by: str = "") -> None:
        """Write the brief of `dossier` to `path`, in place of what is there now.

        What comes there while the brief is made was not asked about, and stays.
        """
        if not self._work.busy:
            self._missing = self._without_layout(path.suffix.lower(), options)
            write = partial(_write, dossier, path, options, made_by, force=is_there(path))
            self._work.start(write, self.tr("Setting the brief…"))

    def cancel(self) -> None:
        """Call the export off, and wait until it has stopped."""
        self._work.cancel()

    def _tell(self, page: int) -> None:
        if page:
            self._work.tell(self.tr("Setting the brief… page {0}").format(page))

    def _end_well(self, made: tuple[Path, str]) -> None:
        path, notice = made
        self.notice = f"{self._missing} {notice}".strip()
        self.done.emit(path)

    def _without_layout(self, ending: str, options: Options) -> str:
        """A sentence where files of this kind are not made in the layout that was chosen."""
        from dissoi.briefing.options import is_made
        from dissoi.gui.brief.choices import words_for

        if is_made(options.layout, ending):
            return ""
        told = self.tr("It holds the whole brief: the layout “{0}” is not made as a {1} file.")
        return told.format(words_for("layout", options.layout), ending)

    def _end_badly(self, error: Exception) -> None:
        from dissoi.gui.tasks import worded

        self.failed.emit(
            worded(error, self.tr("The brief could not be made ({0}). The dossier is unharmed."))
        )


def _write(
    dossier: Dossier, path: Path, options: Options, made_by: str, progress: Progress, *, force: bool
) -> tuple[Path, str]:
    """What the thread does, with what is to be told: the dossier is a value, so that it can be read there."""
    from dissoi.storage.atomic import write_atomically

    notices: list[str] = []
    made = made_brief(dossier, path.suffix, options, progress, notices.append, made_by=made_by)
    progress.go_on()  # what was called off meanwhile is not written
    write_atomically(path, made, force=force)
    return path, " ".join(notices)


def made_brief(
    dossier: Dossier,
    ending: str,
    options: Options,
    tell: Callable[[int], None],
    on_notice: Callable[[str], None] | None = None,
    *,
    made_by: str = "",
) -> bytes:
    """The brief as it is written or printed, with the date of today."""
    from dissoi.briefing.options import fitting
    from dissoi.briefing.output import make_file
    from dissoi.gui.brief.occasion import occasion_of

    return make_file(
        dossier,
        ending,
        fitting(options, ending.lower()),
        occasion_of(dossier, options, made_by),
        on_page=tell,
        on_notice=on_notice,
    )
