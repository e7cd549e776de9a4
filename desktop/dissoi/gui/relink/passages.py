# SPDX-License-Identifier: MIT
"""The passages that are to be confirmed or not found, each with its words and the article beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.citation import in_quotes
from dissoi.dossier.edits import Edit
from dissoi.dossier.likely_places import PreparedText
from dissoi.dossier.paragraphs import paragraphs_of
from dissoi.dossier.passages import whole_words
from dissoi.dossier.planting import Site
from dissoi.dossier.records import NO_RECORD, Article, Passage, RecordId
from dissoi.dossier.replanting import candidates
from dissoi.dossier.text_edits import confirm_passage, leave_passage, open_passages, retie_passage
from dissoi.gui.desk import Desk
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.relink.article_text import ArticleText
from dissoi.gui.sizes import keep_size

_SHOWN = 70
"""Characters of a passage in the list."""


class PassagesDialog(QDialog):
    """Goes through the open passages of a dossier. Every answer is a step of its history."""

    def __init__(self, desk: Desk, parent: QWidget, first: RecordId = NO_RECORD) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prepared: PreparedText | None = None
        self._places: list[Site] = []
        self.setWindowTitle(self.tr("Passages to Check"))
        self.resize(940, 600)
        keep_size(self, "passages to check")
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(PlainRows(self.list))
        self.list.setAccessibleName(self.tr("Passages to check"))
        self.state = self._label()
        self.before = self._label()
        self.now = self._label()
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Places that come near"))
        self.text = ArticleText(self)
        self.confirm = QPushButton(self.tr("&Confirm"), self)
        self.tie = QPushButton(self.tr("&Tie to Selected Words"), self)
        self.leave = QPushButton(self.tr("&Leave as Not Found"), self)
        self.done_button = QPushButton(self.tr("Close"), self)
        # Enter must answer nothing: what is confirmed is taken for the article's own words.
        self.done_button.setDefault(True)
        self._arrange()
        self._connect()
        self._fill(first)
        desk.changed.connect(self._follow)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _arrange(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        for part in (self.state, self.before, self.now, self.choice):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        buttons = QHBoxLayout()
        for button in (self.confirm, self.tie, self.leave):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        column.addLayout(buttons)
        splitter = QSplitter(self)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setSizes([280, 660])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._show_current)
        self.choice.currentIndexChanged.connect(self._show_place)
        self.text.selectionChanged.connect(self._refresh_buttons)
        self.confirm.clicked.connect(self._confirm)
        self.tie.clicked.connect(self._tie)
        self.leave.clicked.connect(self._leave)
        self.done_button.clicked.connect(self.accept)

    def _follow(self) -> None:
        """Show what is open now: another copy of the article may have taken its place meanwhile."""
        passage = self.passage
        self._fill(passage.id if passage else NO_RECORD, self.list.currentRow())

    @property
    def passage(self) -> Passage | None:
        """The passage that is asked about."""
        items = self.list.selectedItems()
        return self._desk.dossier.find(Passage, items[0].data(Qt.ItemDataRole.UserRole)) if items else None

    def _fill(self, chosen: str = "", row: int = 0) -> None:
        self.list.clear()
        for passage in open_passages(self._desk.dossier):
            item = QListWidgetItem(self._named(passage))
            item.setData(Qt.ItemDataRole.UserRole, passage.id)
            self.list.addItem(item)
            if passage.id == chosen:
                row = self.list.count() - 1
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        if not self.list.count():
            self._show_current()

    def _named(self, passage: Passage) -> str:
        words = " ".join((passage.was or passage.exact).split())
        short = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        state = self.tr("to confirm") if passage.was and not passage.loose else self.tr("not found")
        return f"{in_quotes(short)}\n{state}"

    def _show_current(self) -> None:
        passage = self.passage
        self._places = []
        self.choice.clear()
        if passage is None:
            self.state.setText(self.tr("All passages stand in their articles."))
            for label in (self.before, self.now):
                label.setText("")
            self.text.show_place(None)
        else:
            article = self._desk.dossier.get(Article, passage.article)
            self.text.show_text(article.text)
            self._places = self._places_for(passage, article)
            self._describe(passage, article)
        self._refresh_buttons()

    def _places_for(self, passage: Passage, article: Article) -> list[Site]:
        if passage.was and not passage.loose:
            return [Site(passage.start, passage.end)]
        if self._prepared is None or self._prepared.text != article.text:
            self._prepared = PreparedText(article.text)
        return list(candidates(passage, self._prepared).sites)

    def _describe(self, passage: Passage, article: Article) -> None:
        is_found = bool(passage.was) and not passage.loose
        if is_found:
            state = self.tr("Found again in “{0}”, with other words.")
        elif self._places:
            state = self.tr("Not surely found in “{0}”. These places come near:")
        else:
            state = self.tr("Not found in “{0}”. Select its words there to tie it by hand.")
        self.state.setText(state.format(article.title))
        self.before.setText(self.tr("Before: {0}").format(in_quotes(passage.was or passage.exact)))
        for place in self._places:
            where = paragraphs_of(article, [(place.start, place.end)])
            alike = "" if is_found else self.tr(", {0} % alike").format(int(place.likeness * 100))
            self.choice.addItem(f"{where}{alike}")
        self.choice.setVisible(len(self._places) > 1)
        self._show_place()

    def _show_place(self) -> None:
        place = self._place()
        if place is None:
            self.now.setText("")
            self.text.show_place(None)
            return
        words = self.text.toPlainText() if self.passage is None else self._text_of(self.passage)
        self.now.setText(self.tr("Now: {0}").format(in_quotes(words[place.start : place.end])))
        self.text.show_place((place.start, place.end))

    def _text_of(self, passage: Passage) -> str:
        return self._desk.dossier.get(Article, passage.article).text

    def _place(self) -> Site | None:
        row = max(0, self.choice.currentIndex())
        return self._places[row] if row < len(self._places) else None

    def _refresh_buttons(self) -> None:
        free = self.passage is not None and not self._desk.locked
        self.confirm.setEnabled(free and self._place() is not None)
        self.tie.setEnabled(free and self.text.selected() is not None)
        self.leave.setEnabled(free)

    def _confirm(self) -> None:
        passage, place = self.passage, self._place()
        if passage is None or place is None:
            return
        if passage.was and not passage.loose:
            self._answer(confirm_passage(passage.id))
        else:
            self._answer(retie_passage(passage.id, place.start, place.end))

    def _tie(self) -> None:
        passage, selected = self.passage, self.text.selected()
        if passage is not None and selected is not None:
            start, end = whole_words(self._text_of(passage), *selected)
            self._answer(retie_passage(passage.id, start, end))

    def _leave(self) -> None:
        if (passage := self.passage) is not None:
            row = self.list.currentRow()
            self._desk.apply(leave_passage(passage.id))
            self._fill(row=(row + 1) % self.list.count())

    def _answer(self, edit: Edit) -> None:
        row = self.list.currentRow()
        self._desk.apply(edit)
        self._fill(row=row)
