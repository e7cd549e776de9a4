# SPDX-License-Identifier: MIT
"""What a user does to passages: label them, write notes on them, list them, remove them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from dissoi.dossier import article_edits, edits
from dissoi.dossier.anchoring import anchor
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.passages import passage_for, whole_words
from dissoi.dossier.records import NO_RECORD, Article, Label, Passage, RecordId
from dissoi.dossier.sides import number_of
from dissoi.gui.article.labels import LABELLINGS, labelling_for
from dissoi.gui.article.quoting import CHANGE, DEFINE, LABEL, NOTE
from dissoi.gui.article_commands import ArticleCommands
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.main_window import MainWindow

if TYPE_CHECKING:
    from dissoi.gui.passages.note import NoteDialog
    from dissoi.gui.passages.panel import PassagesPanel


class PassageCommands(QObject):
    """Acts on passages of the article shown, and on those in the list."""

    hint = Signal(str)
    list_shown = Signal()
    """The list of passages is shown now, or put away."""

    def __init__(self, desk: Desk, window: MainWindow, articles: ArticleCommands, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._articles = articles
        self._dialogs = dialogs
        self.panel: PassagesPanel | None = None
        """The list, once it was asked for."""
        self.note_dialog: NoteDialog | None = None

    @property
    def _dossier(self) -> Dossier:
        return self._desk.dossier

    def use_words(self, kind: str, start: int, end: int) -> None:
        """Do with words of the article shown what `kind` says: label, note, or what else can be done."""
        if kind == LABEL:
            self._offer_labels(start, end)
        elif kind == NOTE:
            self._note_words(start, end)
        elif kind == CHANGE:
            self._change_to(start, end)
        elif kind == DEFINE:
            self._define(self._passage(start, end))
        elif labelling := labelling_for(kind):
            self._label_words(labelling.label, start, end)
        else:
            self._articles.quote(kind, start, end)

    def use_selection(self, kind: str) -> None:
        """Do with the selected words, or the passage at the caret, what `kind` says."""
        self._window.article.reader.quote(kind)

    def _passage(self, start: int, end: int) -> Passage | None:
        """The passage at a place of the article shown: one that stands there, or a new one."""
        article = self._dossier.find(Article, self._window.article.article_id)
        if article is None:
            return None
        for passage in self._dossier.passages_of(article.id):
            place = anchor(passage, article.text)
            if (place.start, place.end) == (start, end):
                return passage
        low, high = whole_words(article.text, start, end)
        return passage_for(self._dossier, article, low, high, self._desk.new_id) if low < high else None

    def _change_to(self, start: int, end: int) -> None:
        """Tie the passage that shares most with some words to these words."""
        article = self._dossier.find(Article, self._window.article.article_id)
        if article is None:
            return
        shared = {each.id: 0 for each in self._dossier.passages_of(article.id)}
        for each in self._dossier.passages_of(article.id):
            place = anchor(each, article.text)
            shared[each.id] = min(end, place.end) - max(start, place.start)
        passage = max(shared, key=lambda key: shared[key], default=NO_RECORD)
        if passage and shared[passage] > 0:
            self.change(passage, start, end)
        else:
            self.hint.emit(self.tr("Select words of a passage, with those it is to have, first."))

    def change(self, passage: RecordId, start: int, end: int) -> None:
        """Tie a passage to other words of its article, unless another has just these."""
        from dissoi.dossier.text_edits import change_passage

        record = self._dossier.get(Passage, passage)
        text = self._dossier.get(Article, record.article).text
        low, high = whole_words(text, start, end)
        there = (anchor(each, text) for each in self._dossier.passages_of(record.article))
        if any((place.start, place.end) == (low, high) for place in there):
            self.hint.emit(self.tr("These words are a passage already."))
        elif self._desk.apply(change_passage(passage, low, high)):
            self._window.article.reader.clear_selection()
            self.hint.emit(self.tr("The passage has the selected words now."))

    def _offer_labels(self, start: int, end: int) -> None:
        reader = self._window.article.reader
        menu = label_menu(self._window)
        menu.triggered.connect(lambda action: self._label_words(Label(action.data()), start, end))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(reader.viewport().mapToGlobal(reader.cursorRect().bottomLeft()))

    def _label_words(self, label: Label, start: int, end: int) -> None:
        passage = self._passage(start, end)
        if passage is None:
            return
        there = self._dossier.find(Passage, passage.id) is not None
        quoted = () if there else (article_edits.quote_passage(passage),)
        edit = edits.together("Label Passage", *quoted, article_edits.label_passage(passage.id, label))
        if self._desk.apply(edit):
            self._window.article.reader.clear_selection()

    def label(self, passage: RecordId, label: str) -> None:
        """Say what a passage is."""
        self._desk.apply(article_edits.label_passage(passage, Label(label)))

    def _note_words(self, start: int, end: int) -> None:
        passage = self._passage(start, end)
        if passage is not None:
            self._ask_for_note(passage)

    def note(self, passage: RecordId) -> None:
        """Ask for the note on a passage."""
        record = self._dossier.find(Passage, passage)
        if record is not None:
            self._ask_for_note(record)

    def _ask_for_note(self, passage: Passage) -> None:
        if self._desk.locked:
            self.hint.emit(self._desk.locked)
            return
        from dissoi.gui.passages.note import NoteDialog

        dialog = NoteDialog(" ".join(passage.exact.split()), passage.note, self._window)
        dialog.accepted.connect(partial(self._write_note, passage, dialog))
        dialog.finished.connect(dialog.deleteLater)
        self.note_dialog = dialog
        dialog.open()

    def _write_note(self, passage: Passage, dialog: NoteDialog) -> None:
        there = self._dossier.find(Passage, passage.id) is not None
        quoted = () if there else (article_edits.quote_passage(passage),)
        edit = edits.together("Edit Note", *quoted, article_edits.note_passage(passage.id, dialog.note()))
        if self._desk.apply(edit):
            self._window.article.reader.clear_selection()

    def define(self, passage: RecordId) -> None:
        """Make the words of a passage a definition, and go to its term; or show the one they are in."""
        self._define(self._dossier.find(Passage, passage))

    def _define(self, passage: Passage | None) -> None:
        from dissoi.dossier.definition_edits import define_by

        if passage is None or self._articles.show_definition(passage):
            return
        added = self._desk.new_id()
        if self._desk.apply(define_by(added, passage)):
            self._window.article.reader.clear_selection()
            self._window.editor.select(added, "term", 0, 0)

    def remove(self, passage: RecordId) -> None:
        """Remove a passage; one in use only after saying which arguments rest on it."""
        from dissoi.gui.passages.rows import uses_of

        uses = uses_of(self._dossier, [passage])
        if uses and not self._sure([number for _, number in uses]):
            return
        self._desk.apply(article_edits.remove_passage(passage))

    def _sure(self, numbers: list[str]) -> bool:
        sentence = self.tr("Remove this passage with the evidence it gives?")
        details = self.tr("It is evidence for {0}. Undo brings it back.").format(", ".join(numbers))
        return self._dialogs.confirm(self.tr("Remove Passage"), sentence, details, self.tr("Remove"))

    def toggle_list(self) -> None:
        """Show the list of passages with the caret in it; hide it when the caret is in it."""
        panel, focus = self._list(), QApplication.focusWidget()
        if panel.isHidden() or focus is None or not panel.isAncestorOf(focus):
            panel.open(self._dossier, self._window.article.article_id)
        else:
            panel.hide()
            self._window.article.reader.setFocus()

    def _list(self) -> PassagesPanel:
        if self.panel is None:
            from dissoi.gui.passages.panel import HEIGHT, PassagesPanel

            panel = PassagesPanel(self._window)
            panel.reveal_wanted.connect(self._articles.show_passage)
            panel.uses_wanted.connect(self._show_use)
            panel.remove_wanted.connect(self.remove)
            panel.note_wanted.connect(self.note)
            panel.label_wanted.connect(self.label)
            panel.menu_wanted.connect(self.pop_up)
            self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, panel)
            self._window.resizeDocks([panel], [HEIGHT], Qt.Orientation.Vertical)
            panel.hide()
            panel.visibilityChanged.connect(self.list_shown)
            self._desk.changed.connect(self._follow)
            self._window.article.article_changed.connect(self._follow)
            self.panel = panel
        return self.panel

    def _follow(self) -> None:
        if self.panel is not None:
            self.panel.show_dossier(self._dossier, self._window.article.article_id)

    def _show_use(self, passage: RecordId) -> None:
        self._articles.show_passage(passage)
        self._articles.show_arguments(passage)

    def pop_up(self, passage: RecordId, place: QPoint) -> None:
        """What can be done with a passage, as a menu."""
        menu = self.menu_for(passage, self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _is_defined(self, passage: Passage | None) -> bool:
        from dissoi.dossier.definition_edits import definition_by

        return passage is not None and definition_by(self._dossier, passage) is not None

    def menu_for(self, passage: RecordId, parent: QWidget) -> QMenu:
        """A menu of what can be done with a passage."""
        dossier, record = self._dossier, self._dossier.find(Passage, passage)
        menu = QMenu(parent)
        uses = dict.fromkeys(each.argument for each in dossier.evidence_with(passage))
        for argument in uses:
            text = self.tr("Show {0}").format(number_of(dossier, argument))
            menu.addAction(text, partial(self._window.editor.reveal, argument))
        menu.addSeparator()
        labels = label_menu(menu, record.label if record else Label.NONE)
        labels.triggered.connect(lambda action: self.label(passage, action.data()))
        note = self.tr("Edit Note…") if record and record.note else self.tr("Add Note…")
        remove = self.tr("Remove Highlight and Its Evidence") if uses else self.tr("Remove Highlight")
        changing = [menu.addMenu(labels)]
        changing.append(menu.addAction(note, partial(self.note, passage)))
        if self._is_defined(record):
            menu.addAction(self.tr("Show Definition"), partial(self.define, passage))
        else:
            changing.append(menu.addAction(self.tr("Use as Definition"), partial(self.define, passage)))
        words = self._window.article.selected_range()
        if record and words and record.article == self._window.article.article_id:
            change = partial(self.change, passage, *words)
            changing.append(menu.addAction(self.tr("Change to Selected Words"), change))
        menu.addSeparator()
        changing.append(menu.addAction(remove, partial(self._articles.remove_passage, passage)))
        for action in changing:
            action.setEnabled(not self._desk.locked)
        return menu


def label_menu(parent: QWidget, current: Label | None = None) -> QMenu:
    """The labels as a menu; the data of an action is its label's value, the tab sets its key apart."""
    menu = QMenu(parent)
    menu.setTitle(menu.tr("&Label"))
    for each in LABELLINGS:
        action = menu.addAction(f"{each.menu}\t{each.digit}")
        action.setData(each.label.value)
        action.setCheckable(current is not None)
        action.setChecked(each.label is current)
    return menu
