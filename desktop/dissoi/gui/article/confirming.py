# SPDX-License-Identifier: MIT
"""Asks after an import what each article is, one small form after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from dissoi.dossier.records import Article
    from dissoi.gui.article.details import DetailsDialog
    from dissoi.reading.reading import Reading


class Confirming(QObject):
    """Shows the forms. The articles are in the dossier by then; leaving a form leaves one as proposed.

    `asking` carries the id of the article that is asked about, `described` the article as corrected.
    """

    asking = Signal(str)
    described = Signal(object)

    def __init__(self, window: QWidget, articles: Callable[[], Sequence[Article]]) -> None:
        super().__init__(window)
        self._window = window
        self._articles = articles
        self._waiting: list[Reading] = []
        self._count = 0
        self.dialog: DetailsDialog | None = None
        """The form that is shown, if any."""

    def ask(self, readings: Sequence[Reading]) -> None:
        """Ask about articles, after those that are being asked about."""
        self._waiting.extend(readings)
        self._count += len(readings)
        if self.dialog is None:
            self._next()

    def cancel(self) -> None:
        """Put away the form, and ask about nothing more: the window goes."""
        self._waiting.clear()
        if self.dialog is not None:
            self.dialog.reject()

    def _next(self) -> None:
        if not self._waiting:
            self._count = 0
            return
        from dissoi.gui.article.details import DetailsDialog

        reading = self._waiting.pop(0)
        self.asking.emit(reading.article.id)
        place = (self._count - len(self._waiting), self._count)
        self.dialog = DetailsDialog(
            reading.article, self._window, reading.proposals, place, others=self._articles()
        )
        self.dialog.finished.connect(self._take)
        self.dialog.open()

    def _take(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        if dialog.confirms_all:
            self._waiting.clear()
        if result == QDialog.DialogCode.Accepted:
            self.described.emit(dialog.article())
        dialog.deleteLater()
        self._next()
