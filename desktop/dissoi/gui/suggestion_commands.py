# SPDX-License-Identifier: MIT
"""Proposes positions from the article shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal

from dissoi.dossier.records import Article
from dissoi.dossier.suggestion_edits import add_suggested_positions
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.desk import Desk
from dissoi.gui.in_turn import InTurn

if TYPE_CHECKING:
    from dissoi.gui.suggestions.dialog import SuggestionsDialog
    from dissoi.gui.tasks import Progress, Task
    from dissoi.reasoning.attribution import Proposal

_GAP = 12
"""The room in pixels between the article and the dialog beside it."""
_TITLE = 40
"""The room in pixels that is left for the bar of a dialog's title."""
_NARROWEST, _LOWEST = 480, 360
"""The least size in pixels of a dialog that is set beside the article."""


class SuggestionCommands(QObject):
    """Reads the article for who holds what, beside the window, and adds what the user accepts."""

    hint = Signal(str)
    position_added = Signal(str)
    """(position): the first that was added, or got a holder."""

    def __init__(self, desk: Desk, reader: ArticlePane) -> None:
        super().__init__(reader)
        self._desk = desk
        self._reader = reader
        self._task: Task | None = None
        self._in_turn = InTurn(self)
        self.dialog: SuggestionsDialog | None = None
        """What is suggested, while it is shown. The article can be read and scrolled meanwhile."""
        desk.changed.connect(self._close_if_stale)

    @property
    def busy(self) -> bool:
        """Whether an article is being read, or what is suggested waits for an answer."""
        return self._task is not None or self.dialog is not None

    def suggest(self) -> None:
        """Show who holds what in the article shown; what is ticked there is added once that is wanted."""
        article = self._desk.dossier.find(Article, self._reader.article_id)
        if article is None or self._task is not None:
            return
        if self.dialog is not None:
            self.dialog.reject()
        if self.dialog is not None:
            # Its ticks are kept.
            return
        from dissoi.gui.tasks import Task

        self.hint.emit(self.tr("Reading the article for who holds what…"))
        self._task = Task(partial(_read, article), self)
        self._task.done.connect(lambda found: self._in_turn.run(partial(self._show, article, found)))
        self._task.failed.connect(self._fail)
        self._task.begin()

    def may_close(self) -> bool:
        """Whether the window may go: ticks are thrown away with it only if that is wanted."""
        return self.dialog is None or self.dialog.may_go()

    def cancel(self) -> None:
        """Wait until nothing is being read, and show nothing more."""
        if self._task is not None:
            self._task.disconnect(self)
            self._let_go()
        if self.dialog is not None:
            self.dialog.put_away()

    def _let_go(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.wait()
            task.deleteLater()

    def _fail(self, error: Exception) -> None:
        if self._task is not None:
            from dissoi.gui.tasks import worded

            self._let_go()
            told = self.tr("The article could not be read for who holds what ({0}).")
            self.hint.emit(worded(error, told))

    def _show(self, article: Article, found: Sequence[Proposal]) -> None:
        if self._task is None:
            # The news was on the way when the window was put away.
            return
        self._let_go()
        if self._is_stale(article):
            return
        from dissoi.gui.suggestions.dialog import SuggestionsDialog

        self.hint.emit("")
        self._reader.show_article(article.id)
        dialog = SuggestionsDialog(article, found, self._desk.dossier, self._reader.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.passage_chosen.connect(partial(self._show_passage, article))
        dialog.accepted.connect(partial(self._add, article))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        self._set_beside(dialog)
        dialog.show_first()
        dialog.show()

    def _show_passage(self, article: Article, start: int, end: int) -> None:
        self._reader.show_article(article.id)
        self._reader.reader.select(start, end)

    def _add(self, article: Article) -> None:
        accepted = self.dialog.ticked() if self.dialog is not None else ()
        before = {each.id for each in self._desk.dossier.positions}
        edit = add_suggested_positions(article.id, accepted, self._desk.new_id)
        if self._desk.apply(edit):
            self.hint.emit(self.tr("Positions added."))
            added = (each.id for each in self._desk.dossier.positions if each.id not in before)
            if shown := next(added, None) or next(
                (each.position for each in accepted if each.position), None
            ):
                self.position_added.emit(shown)

    def _forget(self) -> None:
        self.dialog = None

    def _is_stale(self, article: Article) -> bool:
        """Whether the text that was read is another by now: its places say nothing any more."""
        now = self._desk.dossier.find(Article, article.id)
        return now is None or now.blocks != article.blocks

    def _close_if_stale(self) -> None:
        if self.dialog is not None and self._is_stale(self.dialog.article):
            self.dialog.put_away()
            self.hint.emit(self.tr("The article has changed. Ask for suggestions again."))

    def _set_beside(self, dialog: SuggestionsDialog) -> None:
        """Leave the article in view, if the screen has room beside it."""
        reader = self._reader.reader
        corner = reader.mapToGlobal(reader.rect().topRight())
        if place := place_beside(corner, dialog.size(), self._reader.screen().availableGeometry()):
            dialog.resize(place.size())
            dialog.move(place.topLeft())


def _read(article: Article, _progress: Progress) -> tuple[Proposal, ...]:
    """What the thread does."""
    from dissoi.reasoning.attribution import proposals, suggestions

    return proposals(suggestions(article))


def place_beside(corner: QPoint, wanted: QSize, screen: QRect) -> QRect | None:
    """Where a dialog of a size goes so that it is right of `corner`; None where the screen lacks the room."""
    left, top = corner.x() + _GAP, corner.y() + _GAP
    width = min(wanted.width(), screen.right() - left)
    height = min(wanted.height(), screen.bottom() - top - _TITLE)
    return QRect(left, top, width, height) if width >= _NARROWEST and height >= _LOWEST else None
