# SPDX-License-Identifier: MIT
"""Words what to ask in crossfire: questions about an argument or a position, each with its follow-ups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.crossfire_edits import add_cross_question, word_cross_question, write_hoped_answer
from dissoi.dossier.edits import Edit, together
from dissoi.dossier.records import NO_RECORD, CrossQuestion, RecordId
from dissoi.dossier.session import Event
from dissoi.gui.beside import DialogBeside
from dissoi.gui.crossfire.tree import QuestionTree
from dissoi.gui.desk import Desk
from dissoi.gui.editor.buttons import LinkButton
from dissoi.gui.letters import letters_in
from dissoi.gui.one_history import OneHistory
from dissoi.gui.sizes import keep_size
from dissoi.gui.theme import Colours

_TWO_LINES = 52
"""Pixels: a question is a sentence or two."""


class CrossfireDialog(DialogBeside):
    """Shows the questions of a desk's dossier."""

    def __init__(self, desk: Desk, colours: Colours, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._subject = NO_RECORD
        self._is_beginning = False
        self.setWindowTitle(self.tr("Questions for Crossfire"))
        self.resize(820, 560)
        keep_size(self, "crossfire")
        self.tree = QuestionTree(colours, self)
        self.words = self._field(self.tr("Question"), word_cross_question)
        self.hoped = self._field(self.tr("Answer hoped for"), write_hoped_answer)
        OneHistory(self, self.words, self.hoped)
        self.add = self._adding(self.tr("Add &Question"), self._add_question)
        self.follow_up = self._adding(self.tr("Add &Follow-up"), self._add_follow_up)
        self.remove = self._button(self.tr("&Remove"), self.tree.remove)
        self._arrange()
        self.tree.edit_wanted.connect(desk.apply)
        self.tree.record_chosen.connect(self._show_record)
        self.tree.letter_typed.connect(self._take_key)

    def _field(self, name: str, write: Callable[[RecordId, str], Edit]) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setUndoRedoEnabled(False)
        field.setFixedHeight(_TWO_LINES)

        def typed() -> None:
            words = letters_in(field.document())
            question = self.tree.question
            if question is None and words:
                self._begin(write, words)
            elif question is not None:
                self._desk.apply(write(question.id, words), self)
            self._desk.note_typing()

        field.textChanged.connect(typed)
        return field

    def _adding(self, text: str, run: Callable[[], object]) -> LinkButton:
        button = LinkButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _arrange(self) -> None:
        told = self.tr(
            "A question with its follow-ups is a funnel: each answer leads to the next question, and the "
            "last to what has to be conceded. Alt+↑ and Alt+↓ move, Delete removes."
        )
        hint = QLabel(told, self)
        hint.setWordWrap(True)
        form = QFormLayout()
        for text, field in ((self.tr("Q&uestion"), self.words), (self.tr("&Answer hoped for"), self.hoped)):
            label = QLabel(text, self)
            label.setBuddy(field)
            form.addRow(label, field)
        foot = self._foot(self.tr("Close"), self.add, self.follow_up, self.remove)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.tree, 1)
        layout.addLayout(form)
        layout.addLayout(foot)

    def show_subject(self, subject: RecordId) -> None:
        """Show the questions about a position or an argument, beside all others; ready to type another."""
        self._subject = subject
        self.tree.show_questions(self._desk.dossier, subject)
        self.tree.look_at(subject)
        # Else the focus would fall to a button, which a space typed presses.
        (self.tree if self._desk.locked else self.words).setFocus()

    def follow(self, event: Event) -> None:
        """Show the questions as they are now."""
        if event.initiator is self and (question := self._typed(event)):
            self.tree.show_words(question)
        else:
            self.tree.show_questions(self._desk.dossier, self._subject)

    def _typed(self, event: Event) -> CrossQuestion | None:
        """The question that was typed in here, if that is all that changed."""
        asked = self.tree.record
        only = asked and set(event.change.differences) == {asked}
        return event.dossier.find(CrossQuestion, asked) if asked and only else None

    def _show_record(self) -> None:
        """Fit the fields and buttons to the line looked at."""
        if self._is_beginning:
            return
        record, editable = self.tree.record, not self._desk.locked
        question = self._desk.dossier.find(CrossQuestion, record) if record else None
        for field, text in (
            (self.words, question.question if question else ""),
            (self.hoped, question.hoped if question else ""),
        ):
            field.setEnabled(question is not None or (editable and record is not None))
            field.setReadOnly(not editable)
            field.setPlaceholderText(self._told_of_fields(question) if field is self.words else "")
            if letters_in(field.document()) != text:
                field.blockSignals(True)
                field.setPlainText(text)
                field.blockSignals(False)
        self.add.setEnabled(editable and record is not None)
        self.follow_up.setEnabled(editable and question is not None)
        self.remove.setEnabled(editable and question is not None)

    def _told_of_fields(self, question: CrossQuestion | None) -> str:
        """What the empty fields say while no question is looked at."""
        if question is not None or self._desk.locked:
            return ""
        return self.tr("Type here to ask another question.")

    def _begin(self, write: Callable[[RecordId, str], Edit], words: str) -> None:
        """Make a question of the first letter typed while what questions are about is looked at."""
        added, about = self._desk.new_id(), self.tree.record
        if about is None:
            return
        edit, first = add_cross_question(added, about), write(added, words)
        # One step with what is typed next.
        edit = together(edit.label, edit, first)._replace(typing=first.typing)
        self._is_beginning = True  # the field keeps its words and its caret
        self._desk.apply(edit, self)
        self.tree.look_at(added)
        self._is_beginning = False
        self._show_record()

    def _take_key(self, key: QKeyEvent) -> None:
        """Go on in the field with what was typed while a line had the focus."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        QApplication.sendEvent(self.words, key)

    def _first(self) -> CrossQuestion | None:
        """The question looked at, or the one that it follows up."""
        question = self.tree.question
        return question and (self._desk.dossier.find(CrossQuestion, question.about) or question)

    def _add_question(self) -> None:
        first = self._first()
        about = first.about if first else self.tree.record
        if about is not None:
            self._ask(about)

    def _add_follow_up(self) -> None:
        if first := self._first():
            self._ask(first.id)

    def _ask(self, about: RecordId) -> None:
        """Add a question and put the caret into it."""
        added = self._desk.new_id()
        if self._desk.apply(add_cross_question(added, about)):
            self.tree.look_at(added)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
