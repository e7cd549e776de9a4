# SPDX-License-Identifier: MIT
"""Proposes positions from the article shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QDialog

from dissoi.dossier.records import Article, RecordId
from dissoi.dossier.suggestion_edits import add_suggested_positions
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.desk import Desk

_GAP, _TITLE = 12, 40
_NARROWEST, _LOWEST = 480, 360
"""Pixels: from the article to the dialog, a window's title bar, and the least that the dialog needs."""


class SuggestionCommands(QObject):
    """Reads the article for who holds what, and adds what the user accepts."""

    hint = Signal(str)

    def __init__(self, desk: Desk, reader: ArticlePane) -> None:
        super().__init__(reader)
        self._desk = desk
        self._reader = reader

    def suggest(self) -> None:
        """Show who holds what in the article shown, and add what is ticked."""
        article = self._desk.dossier.find(Article, RecordId(self._reader.article_id))
        if article is None:
            return
        from dissoi.gui.suggestions.dialog import SuggestionsDialog
        from dissoi.reasoning.attribution import proposals, suggestions

        found = proposals(suggestions(article))
        dialog = SuggestionsDialog(article, found, self._desk.dossier, self._reader.window())
        dialog.passage_chosen.connect(self._reader.reader.select)
        self._set_beside(dialog)
        accepted = dialog.ticked() if dialog.exec() else ()
        dialog.deleteLater()
        edit = add_suggested_positions(article.id, accepted, self._desk.new_id)
        if self._desk.apply(edit):
            self.hint.emit(self.tr("Positions added."))

    def _set_beside(self, dialog: QDialog) -> None:
        """Leave the article in view, if the screen has room beside it."""
        reader = self._reader.reader
        corner = reader.mapToGlobal(reader.rect().topRight())
        if place := place_beside(corner, dialog.size(), self._reader.screen().availableGeometry()):
            dialog.resize(place.size())
            dialog.move(place.topLeft())


def place_beside(corner: QPoint, wanted: QSize, screen: QRect) -> QRect | None:
    """Where a dialog of a size goes so that it is right of `corner`; None where the screen lacks the room."""
    left, top = corner.x() + _GAP, corner.y() + _GAP
    width = min(wanted.width(), screen.right() - left)
    height = min(wanted.height(), screen.bottom() - top - _TITLE)
    return QRect(left, top, width, height) if width >= _NARROWEST and height >= _LOWEST else None
