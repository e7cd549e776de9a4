# SPDX-License-Identifier: MIT
"""Leads to where things are shown: a record, what is still open, what undo changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    CrossQuestion,
    Evidence,
    Passage,
    Position,
    RecordId,
    SpeechPlan,
)
from dissoi.dossier.session import Event
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.desk import Desk
from dissoi.gui.editor.pane import EditorPane
from dissoi.gui.outline.checks import next_after
from dissoi.reasoning.checks import Finding, Gap


class Guide(QObject):
    """Turns the panes of a window to what is asked for, and asks for what stands beside them.

    `findings` are the gaps that the outline shows; asked for one kind of them again, it shows the next.
    """

    article_wanted = Signal()
    details_wanted = Signal(str)
    """(article): say what it is."""
    passage_check_wanted = Signal(str)
    crossfire_wanted = Signal(str)
    """A question for crossfire is to be shown."""
    plan_wanted = Signal(str)
    """(speech plan): show what is planned for a speech."""

    def __init__(self, desk: Desk, article: ArticlePane, editor: EditorPane, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._article = article
        self._editor = editor
        self.findings: tuple[Finding, ...] = ()
        self._last_check: RecordId | None = None

    def show_record(self, record: RecordId) -> None:
        """Show a record wherever it belongs."""
        dossier = self._desk.dossier
        if dossier.find(Argument, record):
            self._editor.reveal(record)
        elif dossier.find(Position, record):
            self._editor.tabs.choose(record)
        elif dossier.find(Article, record):
            self.article_wanted.emit()
            self._article.show_article(record)
        elif passage := dossier.find(Passage, record):
            uses = dossier.evidence_with(record)
            self.article_wanted.emit()
            self._article.show_article(passage.article)
            if uses:
                self._editor.reveal(uses[0].argument)

    def edit_argument(self, argument: RecordId) -> None:
        """Put the caret into the claim of an argument."""
        self._editor.edit_claim(argument)

    def show_words(self, record: RecordId, part: str, start: int, end: int) -> None:
        """Select the words from `start` to `end` (code points) of a part of a record where it is shown."""
        dossier = self._desk.dossier
        if evidence := dossier.find(Evidence, record):
            self.show_record(evidence.argument)
            self._select_passage(evidence.passages[0])
        elif dossier.find(Passage, record):
            self._select_passage(record)
        elif dossier.find(Article, record):
            self.show_record(record)
            self._article.reader.select(start, end)
        elif dossier.find(Position, record):
            self.show_record(record)
        elif dossier.find(CrossQuestion, record):
            self.crossfire_wanted.emit(record)
        elif dossier.find(SpeechPlan, record):
            self.plan_wanted.emit(record)
        else:
            self._editor.select(record, part, start, end)

    def _select_passage(self, passage: RecordId) -> None:
        self.article_wanted.emit()
        self._article.show_article(self._desk.dossier.get(Passage, passage).article)
        self._article.select(passage)

    def go_to(self, kind: str, key: str) -> None:
        """Show what a line of the outline stands for: `key` is the id of a record, or names a check."""
        if kind == "question":
            self._editor.show_question()
        elif kind in {"position", "article"}:
            self.show_record(RecordId(key))
        elif kind == "check":
            self._go_to_gap(key)

    def _go_to_gap(self, key: str) -> None:
        finding = next_after(self.findings, key, self._last_check)
        if finding is None:
            return
        self._last_check = finding.record
        if finding.gap is Gap.NO_QUESTION:
            self._editor.show_question()
        elif finding.gap is Gap.EMPTY_CLAIM:
            self._editor.edit_claim(finding.record)
        else:
            self.show_record(finding.record)
        if finding.gap is Gap.INCOMPLETE_CITATION:
            self.details_wanted.emit(finding.record)
        elif finding.gap in (Gap.PASSAGE_NOT_FOUND, Gap.PASSAGE_TO_CONFIRM):
            self.passage_check_wanted.emit(finding.record)
        elif finding.gap is Gap.SPEECH_OVER_TIME:
            self.plan_wanted.emit(finding.record)

    def show_change(self, event: Event) -> None:
        """Show where undo or redo changed something: in which article, and on which page."""
        self._reveal_article(event)
        for key in event.change.differences:
            argument = _argument_of(event, key)
            if argument is not None:
                self._editor.reveal(argument)
                return
            if event.dossier.find(Position, key) is not None or key == QUESTION_ID:
                self._editor.tabs.choose(key)
                return

    def _reveal_article(self, event: Event) -> None:
        for difference in event.change.differences.values():
            record = difference.after or difference.before
            if not isinstance(record, Article | Passage):
                continue
            key = record.article if isinstance(record, Passage) else record.id
            if event.dossier.find(Article, key) is not None:
                self._article.show_article(key)
                if difference.after is not None:
                    self._article.reveal(record.id)
                return


def _argument_of(event: Event, key: RecordId) -> RecordId | None:
    """The argument that a changed record is or belongs to, if it is still there."""
    difference = event.change.differences[key]
    record = difference.after or difference.before
    owner = record.argument if isinstance(record, Evidence) else key
    return owner if event.dossier.find(Argument, owner) is not None else None
