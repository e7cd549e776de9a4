# SPDX-License-Identifier: MIT
"""The article shown in the window, with its passages as the dossier has them now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dissoi.dossier.anchoring import NOT_FOUND, Found, anchor
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import NO_RECORD, Argument, Article, Label, Passage, RecordId
from dissoi.dossier.sides import side_of
from dissoi.gui.article.colours import DARK, LIGHT
from dissoi.gui.article.labels import labelling_of
from dissoi.gui.article.reader import ArticleReader, ShownPassage
from dissoi.gui.theme import Colours, scroll_style

if TYPE_CHECKING:
    from dissoi.gui.article.find_bar import FindBar


class ArticlePane(QWidget):
    """Holds the reader and knows which article of the dossier it shows."""

    article_changed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dossier = Dossier()
        self._article: Article | None = None
        self._active = NO_RECORD
        self._looked_at = NO_RECORD
        self.reader = ArticleReader(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.reader)
        self._rows = layout
        self._find_bar: FindBar | None = None

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self.reader.set_colours(DARK if colours.dark else LIGHT)
        self.reader.verticalScrollBar().setStyleSheet(scroll_style(colours))

    def find_bar(self) -> FindBar:
        """The bar in which words are looked for; it is made when it is first wanted."""
        if self._find_bar is None:
            from dissoi.gui.article.find_bar import FindBar

            self._find_bar = FindBar(self.reader, self)
            self._rows.addWidget(self._find_bar)
        return self._find_bar

    @property
    def article_id(self) -> RecordId:
        """Which article is shown; "" for none."""
        return self._article.id if self._article else NO_RECORD

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the article and its passages as they stand in `dossier`; the first article at first."""
        self._dossier = dossier
        shown = dossier.find(Article, self.article_id)
        if shown is None:
            shown = next(iter(dossier.articles), None)
        self._show(shown)

    def show_article(self, article: RecordId) -> None:
        """Turn to an article."""
        self._show(self._dossier.find(Article, article))

    def activate(self, argument: RecordId) -> None:
        """Mark the passages that carry the argument being edited."""
        if argument != self._active:
            self._active = argument
            if not any(self._looked_at in each.passages for each in self._dossier.evidence_of(argument)):
                self._looked_at = NO_RECORD
            self._mark()

    def _show(self, article: Article | None) -> None:
        if article is None:
            self._article = None
            self.reader.clear()
            return
        before, self._article = self._article, article
        if before != article:
            self.reader.show_article(article, self._shown_passages(article))
        else:
            self._mark()
        if before is None or before.id != article.id:
            self.article_changed.emit(article.id)

    def _mark(self) -> None:
        if self._article is not None:
            self.reader.show_passages(self._shown_passages(self._article))

    def _shown_passages(self, article: Article) -> Sequence[ShownPassage]:
        """All passages; those not found have no words, and are counted only."""
        text, framed = article.text, self._framed()
        shown = []
        for passage in self._dossier.passages_of(article.id):
            place = anchor(passage, text)
            mark = self._shown(passage, place.start, place.end)
            shown.append(mark._replace(looked_at=passage.id in framed))
        return shown

    def _shown(self, passage: Passage, start: int, end: int) -> ShownPassage:
        uses = self._dossier.evidence_with(passage.id)
        arguments = [self._dossier.get(Argument, each.argument) for each in uses]
        return ShownPassage(
            id=passage.id,
            start=start,
            end=end,
            label=self._said_of(passage, len(uses)),
            sign=sign_of(passage),
            used=bool(uses),
            sides=frozenset(side_of(self._dossier, each.id) for each in arguments),
            current=any(each.id == self._active for each in arguments),
        )

    def _said_of(self, passage: Passage, uses: int) -> str:
        """What the tool tip of a passage says."""
        name = labelling_of(passage.label).name if passage.label is not Label.NONE else ""
        parts = (name, self._said_of_uses(uses), passage.note)
        return " · ".join(part for part in parts if part)

    def _said_of_uses(self, uses: int) -> str:
        if not uses:
            return self.tr("Used nowhere yet")
        return self.tr("Carries 1 argument") if uses == 1 else self.tr("Carries {0} arguments").format(uses)

    def look_at(self, passage: RecordId) -> None:
        """Frame a passage, with those that the argument being edited quotes behind it."""
        self._looked_at = passage
        self._mark()

    def _framed(self) -> frozenset[RecordId]:
        """The passages that are looked at."""
        quoted = (each.passages for each in self._dossier.evidence_of(self._active))
        joined = (each for each in quoted if each[0] == self._looked_at)
        return frozenset([self._looked_at, *chain.from_iterable(joined)])

    def reveal(self, passage: RecordId) -> None:
        """Scroll to a passage of the article shown, and let it be seen."""
        self.look_at(passage)
        self.reader.reveal(passage)

    def select(self, passage: RecordId) -> None:
        """Select the words of a passage of the article shown, so that the keys act on them."""
        record = self._dossier.find(Passage, passage)
        place = anchor(record, self._article.text) if record and self._article else NOT_FOUND
        if place.how is not Found.NOT_FOUND:
            self.reader.select(place.start, place.end)

    def selected_range(self) -> tuple[int, int] | None:
        """The selected words as a range of code points."""
        return self.reader.selected_range()


def sign_of(passage: Passage) -> str:
    """What stands at the start of a passage: the letter of its label, and a star when there is a note."""
    return labelling_of(passage.label).sign + ("*" if passage.note else "")
