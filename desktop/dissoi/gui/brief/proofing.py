# SPDX-License-Identifier: MIT
"""Sets the brief and draws its pages beside the window, always the newest that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from threading import Condition
from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from dissoi.briefing.memory import Memory
from dissoi.briefing.options import Options
from dissoi.briefing.preview import Sheet, Sheets, draw_sheets, set_sheets
from dissoi.dossier.dossier import Dossier
from dissoi.gui.brief.occasion import occasion_of
from dissoi.gui.brief.rendering import PrintedPages
from dissoi.gui.tasks import CancelledError

SWITCH, USUAL_SWITCH = 0.0001, 0.005
"""Seconds after which Python lets the window go on while this thread is at work, and else.

With the usual ones, each time the window asked for its turn was felt in typing.
"""
AT_ONCE = 3
"""So many pages are drawn before it is asked whether something newer is wanted."""

Work = Callable[[Memory, Callable[[int], None]], Sheets]
"""Sets a brief: handed what to remember, and what to tell of each page that was begun."""


class PageWish(NamedTuple):
    """A page that somebody wants to show. `pixels` is how many it is to be wide."""

    page: int
    sheet: Sheet
    pixels: int


@dataclass(frozen=True)
class Drawn:
    """A page as a picture."""

    wish: PageWish
    picture: QImage


class Proofing(QThread):
    """Runs until it is closed. All signals reach the window in its own thread.

    `are_set` carries `Sheets`, `failed` an exception, `begun` the number of a page of a brief under way, and
    `drawn` whom a page is for, with the `Drawn`.
    """

    are_set = Signal(object)
    failed = Signal(object)
    begun = Signal(int)
    drawn = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._news = Condition()
        self._closed = False
        self._stale = False
        self._work: Work | None = None
        self._wishes: dict[int, list[PageWish]] = {}

    def set(self, work: Work, *, instead: bool = False) -> None:
        """Set a brief once what is under way is done, or `instead` of it."""
        with self._news:
            self._work = work
            self._stale = self._stale or instead
            self._news.notify()

    def draw(self, viewer: int, wishes: Sequence[PageWish]) -> None:
        """Draw pages, the first of them first; what this viewer wished before is forgotten.

        Lower viewers are served first.
        """
        with self._news:
            self._wishes[viewer] = list(wishes)
            self._news.notify()

    def close(self) -> None:
        """Stop, and wait until it has stopped."""
        with self._news:
            self._closed = True
            self._news.notify()
        self.wait()

    def run(self) -> None:
        """The thread's body; called by Qt."""
        sys.setswitchinterval(SWITCH)
        try:
            self._work_on(Memory())
        finally:
            sys.setswitchinterval(USUAL_SWITCH)

    def _work_on(self, memory: Memory) -> None:
        while True:
            with self._news:
                while not (self._closed or self._work or any(self._wishes.values())):
                    self._news.wait()
                if self._closed:
                    return
                work, self._work, self._stale = self._work, None, False
                viewer, batch = (0, []) if work else self._next_batch()
            if work is not None:
                self._set(work, memory)
            for size in dict.fromkeys(each.sheet.width for each in batch):
                self._draw(viewer, [each for each in batch if each.sheet.width == size])

    def _set(self, work: Work, memory: Memory) -> None:
        try:
            sheets = work(memory, self._tell)
            _ = sheets.records, sheets.anchors  # found here, not in the window's thread
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - handed to the window, which words it
            self.failed.emit(error)
        else:
            self.are_set.emit(sheets)

    def _tell(self, page: int) -> None:
        if self._closed or self._stale:
            raise CancelledError
        self.begun.emit(page)

    def _next_batch(self) -> tuple[int, list[PageWish]]:
        """Whom to draw for, and what. Asked while `_news` is held: wishes may be taken back at any moment."""
        viewer = min(each for each, wishes in self._wishes.items() if wishes)
        width = self._wishes[viewer][0].pixels
        batch = [each for each in self._wishes[viewer][:AT_ONCE] if each.pixels == width]
        self._wishes[viewer] = [each for each in self._wishes[viewer] if each not in batch]
        return viewer, batch

    def _draw(self, viewer: int, batch: Sequence[PageWish]) -> None:
        first = batch[0]
        try:
            pdf = draw_sheets([each.sheet for each in batch])
            with PrintedPages(pdf) as pages:
                for place, wish in enumerate(batch):
                    picture = pages.picture(place, first.pixels / first.sheet.width)
                    self.drawn.emit(viewer, Drawn(wish, picture))
        except Exception as error:  # noqa: BLE001 - handed to the window, which words it
            self.failed.emit(error)


def setting_of(dossier: Dossier, options: Options, made_by: str = "") -> Work:
    """Setting the brief of a dossier, with the date of today."""

    def work(memory: Memory, tell: Callable[[int], None]) -> Sheets:
        begun = count(1)
        return set_sheets(
            dossier,
            memory,
            options,
            occasion_of(dossier, options, made_by),
            on_page=lambda _number: tell(next(begun)),
        )

    return work
