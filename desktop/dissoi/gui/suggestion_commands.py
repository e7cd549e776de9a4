# SPDX-License-Identifier: MIT
"""Proposes positions from the article shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dissoi.dossier.records import Article, RecordId
from dissoi.dossier.suggestion_edits import add_suggested_positions
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.desk import Desk


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
        accepted = dialog.ticked() if dialog.exec() else ()
        dialog.deleteLater()
        edit = add_suggested_positions(article.id, accepted, self._desk.new_id)
        if self._desk.apply(edit):
            self.hint.emit(self.tr("Positions added."))
