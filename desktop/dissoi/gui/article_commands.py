# SPDX-License-Identifier: MIT
"""What a user does to articles and passages, in the words of the menus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dissoi.dossier import article_edits, edits
from dissoi.dossier.anchoring import Found, anchor
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.passages import passage_for, whole_words
from dissoi.dossier.records import NO_RECORD, Argument, Article, Evidence, Passage, RecordId, Side
from dissoi.dossier.sides import number_of
from dissoi.gui.article.dragging import Dropped, copied_text
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.editor.pane import EditorPane
from dissoi.gui.window_state import no_position

MOST_NAMED = 12
"""How many arguments a question names at most."""


class ArticleCommands(QObject):
    """Acts on the article shown, and ties its words to arguments."""

    hint = Signal(str)

    def __init__(self, desk: Desk, reader: ArticlePane, pane: EditorPane, dialogs: Dialogs) -> None:
        super().__init__(reader)
        self._desk = desk
        self._reader = reader
        self._pane = pane
        self._dialogs = dialogs

    @property
    def _dossier(self) -> Dossier:
        return self._desk.dossier

    def next_article(self) -> None:
        """Turn to the next article, round and round."""
        self._turn(1)

    def previous_article(self) -> None:
        """Turn to the previous article, round and round."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        ids = [article.id for article in self._dossier.articles]
        shown = self._reader.article_id
        place = ids.index(shown) if shown in ids else -1
        self._reader.show_article(ids[(place + by) % len(ids)])

    def remove(self, article: RecordId = NO_RECORD) -> None:
        """Remove an article, after saying what would be lost with it."""
        record = self._dossier.find(Article, article or self._reader.article_id)
        if record is None:
            return
        passages = self._dossier.passages_of(record.id)
        lost = {item.id for each in passages for item in self._dossier.evidence_with(each.id)}
        if passages and not self._sure(record, len(lost)):
            return
        self._desk.apply(article_edits.remove_article(record.id))

    def _sure(self, article: Article, evidence: int) -> bool:
        from dissoi.gui.passages.rows import uses_of

        passages = [each.id for each in self._dossier.passages_of(article.id)]
        numbers = [number for _, number in uses_of(self._dossier, passages)]
        sentence = self.tr("Remove “{0}” with its passages?").format(article.title)
        told = self.tr("Passages: {0}. Pieces of evidence: {1}.").format(len(passages), evidence)
        if numbers:
            more = "…" if len(numbers) > MOST_NAMED else ""
            named = ", ".join(numbers[:MOST_NAMED]) + more
            told += self.tr(" These arguments lose evidence (position: argument): {0}.").format(named)
        told += self.tr(" All go with it; Undo brings them back.")
        return self._dialogs.confirm(self.tr("Remove Article"), sentence, told, self.tr("Remove"))

    def quote(self, kind: str, start: int, end: int) -> None:
        """Do with the words from `start` to `end` of the article shown what `kind` says."""
        article = self._reader.article_id
        actions = {"pro": self._quote_pro, "con": self._quote_con, "evidence": self._quote_evidence}
        actions.get(kind, self._highlight)(article, start, end)

    def quote_selection(self, kind: str) -> None:
        """Do with the selected words what `kind` says."""
        selected = self._reader.selected_range()
        if selected is None:
            self.hint.emit(self.tr("Select words in the article first."))
            return
        self.quote(kind, *selected)

    def _quote_pro(self, article: RecordId, start: int, end: int) -> None:
        self._quote_side(article, start, end, Side.PRO)

    def _quote_con(self, article: RecordId, start: int, end: int) -> None:
        self._quote_side(article, start, end, Side.CON)

    def _quote_side(self, article: RecordId, start: int, end: int, side: Side) -> None:
        if self._pane.position is None:
            self.hint.emit(no_position(self._dossier))
            return
        self.drop_on_side(self._pane.position, side.value, article, start, end)

    def _quote_evidence(self, article: RecordId, start: int, end: int) -> None:
        active = self._dossier.find(Argument, self._pane.active)
        if active is None:
            self.hint.emit(self.tr("Click the argument that this is evidence for, then press E again."))
            return
        self.drop_on_argument(active.id, article, start, end)

    def take_for_side(self, parent: RecordId, side: str, *dropped: *Dropped) -> None:
        """Make words that were dropped an argument of one side of a position."""
        if self._are_here(*dropped):
            self.drop_on_side(parent, side, *dropped[:3])

    def take_for_argument(self, argument: RecordId, *dropped: *Dropped) -> None:
        """Tie words that were dropped to an argument as evidence."""
        if self._are_here(*dropped):
            self.drop_on_argument(argument, *dropped[:3])

    def _are_here(self, article: RecordId, start: int, end: int, words: str) -> bool:
        """Whether this dossier has the very words there: its copy of the article may read otherwise."""
        record = self._dossier.find(Article, article)
        if record is not None and copied_text(record, start, end) == words:
            return True
        self.hint.emit(self.tr("These words are of another dossier. Quote them from an article of this one."))
        return False

    def drop_on_side(self, parent: RecordId, side: str, article: RecordId, start: int, end: int) -> None:
        """Make words an argument of one side of a position, tied to their passage."""
        passage = self._passage(article, start, end)
        if passage is None:
            return
        added = self._desk.new_id()
        edit = edits.together(
            "Add Argument",
            article_edits.quote_passage(passage),
            edits.add_argument(added, parent, Side(side)),
            self._evidence(added, passage),
        )
        if self._use_words(edit):
            self._pane.edit_claim(added)

    def drop_on_argument(self, argument: RecordId, article: RecordId, start: int, end: int) -> None:
        """Tie words to an argument as evidence."""
        passage = self._passage(article, start, end)
        if passage is None:
            return
        tied = (each.passages for each in self._dossier.evidence_of(argument))
        if (passage.id,) in tied:
            self.hint.emit(self.tr("This argument has that evidence already."))
            return
        self._reader.reader.clear_selection()
        tie = self._evidence(argument, passage)
        if self._use_words(edits.together("Add Evidence", article_edits.quote_passage(passage), tie)):
            self._pane.reveal(argument)
            self.hint.emit(self.tr("Evidence added to {0}.").format(number_of(self._dossier, argument)))

    def _highlight(self, article: RecordId, start: int, end: int) -> None:
        """Mark words; the same words marked already and used nowhere are unmarked."""
        passage = self._passage(article, start, end)
        if passage is None:
            return
        if self._dossier.find(Passage, passage.id) is None:
            self._use_words(article_edits.quote_passage(passage))
        elif not self._dossier.evidence_with(passage.id):
            self._use_words(article_edits.remove_passage(passage.id))
        else:
            self.hint.emit(self.tr("These words are marked already, as evidence."))

    def _use_words(self, edit: Edit) -> bool:
        """Make an edit with the selected words; they stay selected for another try when it is refused."""
        done = bool(self._desk.apply(edit))
        if done:
            self._reader.reader.clear_selection()
        return done

    def _passage(self, article: RecordId, start: int, end: int) -> Passage | None:
        record = self._dossier.find(Article, article)
        if record is None:
            return None
        low, high = whole_words(record.text, start, end)
        if low >= high:
            self.hint.emit(self.tr("Select some words first."))
            return None
        return passage_for(self._dossier, record, low, high, self._desk.new_id)

    def _evidence(self, argument: RecordId, passage: Passage) -> Edit:
        tied = Evidence(id=self._desk.new_id(), argument=argument, passages=(passage.id,))
        return edits.add_evidence(tied)

    def remove_passage(self, passage: RecordId) -> None:
        """Unmark a passage, with the evidence that rests on it alone."""
        self._desk.apply(article_edits.remove_passage(passage))

    def show_passage(self, passage: RecordId) -> None:
        """Scroll the article to a passage, or say that it was not found there."""
        record = self._dossier.find(Passage, passage)
        if record is None:
            return
        self._reader.show_article(record.article)
        if anchor(record, self._dossier.get(Article, record.article).text).how is Found.NOT_FOUND:
            self.hint.emit(self.tr("The article no longer has these words."))
            return
        self._reader.reveal(passage)

    def show_arguments(self, passage: RecordId) -> None:
        """Show the first argument that a passage is evidence for, else the definition that it gives."""
        uses = self._dossier.evidence_with(passage)
        arguments = list(dict.fromkeys(evidence.argument for evidence in uses))
        record = self._dossier.find(Passage, passage)
        if not arguments and record is not None and self.show_definition(record):
            return
        if not arguments:
            self._reader.select(passage)
            self.hint.emit(self.tr("Nothing uses this passage yet. Press P, C or E to use it."))
            return
        self._pane.reveal(arguments[0])
        self._reader.look_at(passage)
        if len(arguments) > 1:
            numbers = ", ".join(number_of(self._dossier, each) for each in arguments)
            self.hint.emit(self.tr("This passage carries {0}.").format(numbers))

    def show_definition(self, passage: Passage) -> bool:
        """Put the caret into the term of the definition that a passage gives; False where there is none."""
        from dissoi.dossier.definition_edits import definition_by

        found = definition_by(self._dossier, passage)
        if found is not None:
            self._pane.select(found.id, "term", 0, len(found.term))
        return found is not None
