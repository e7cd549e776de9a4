# SPDX-License-Identifier: MIT
"""The editor: tabs over the page of the question or of a position."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import NO_RECORD, QUESTION_ID, Argument, NewId, Position, RecordId
from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.intents import Intents
from dissoi.gui.editor.position_page import PositionPage
from dissoi.gui.editor.question_page import QuestionPage
from dissoi.gui.editor.tabs import PositionTabs
from dissoi.gui.theme import Colours


class EditorPane(QWidget):
    """Shows a dossier's question and positions. Pages are made when first looked at."""

    page_changed = Signal(str)

    def __init__(self, intents: Intents, colours: Colours, new_id: NewId, parent: QWidget) -> None:
        super().__init__(parent)
        self._intents = intents
        self._new_id = new_id
        self._dossier = Dossier()
        self._editable = True
        self._pages: dict[RecordId, PositionPage] = {}
        self._stale: set[RecordId] = set()
        self.active = NO_RECORD
        self.tabs = PositionTabs(colours, self)
        self._stack = QStackedWidget(self)
        self._question: QuestionPage | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.dress(colours)
        self.setAutoFillBackground(True)
        self.tabs.chosen.connect(self._show_page)
        intents.activated.connect(self.activate)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.window))
        self.setPalette(palette)

    @property
    def current(self) -> RecordId:
        """Whose page is shown: a position, or the question."""
        return self.tabs.current

    @property
    def position(self) -> RecordId | None:
        """The position whose page is shown, if it is one."""
        return self.current if self._dossier.find(Position, self.current) else None

    def show_dossier(self, dossier: Dossier) -> None:
        """Show `dossier`, or what changed in it since the last one shown."""
        self._hold_focus(dossier)
        self._dossier = dossier
        for gone in set(self._pages) - {position.id for position in dossier.positions}:
            page = self._pages.pop(gone)
            self._stack.removeWidget(page)
            page.deleteLater()
        if self.active and dossier.find(Argument, self.active) is None:
            self._intents.activated.emit(NO_RECORD)
        self._stale = set(self._pages) | {QUESTION_ID}
        self.tabs.blockSignals(True)
        self.tabs.show_positions(dossier)
        self.tabs.blockSignals(False)
        self._show_page(self.tabs.current)

    def _hold_focus(self, dossier: Dossier) -> None:
        """Keep the keyboard here when what has it goes: it would fall to what comes next, perhaps a card."""
        page, card = self.position, self.active
        is_lost = (page and dossier.find(Position, page) is None) or (
            card and dossier.find(Argument, card) is None
        )
        focus = QApplication.focusWidget()
        if is_lost and focus is not None and self.isAncestorOf(focus):
            self._stack.setFocus()

    def note(self, dossier: Dossier) -> None:
        """Keep `dossier`, whose only difference was typed here and is shown already."""
        self._dossier = dossier
        self._stale = (set(self._pages) | {QUESTION_ID}) - {self.current}
        self.tabs.show_positions(dossier)

    def _show_page(self, record: RecordId) -> None:
        page = self._page(record)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            if self.active and self._dossier.position_of(self.active).id != record:
                # What is out of sight must not be changed by a key.
                self._intents.activated.emit(NO_RECORD)
            self.page_changed.emit(record)

    def _page(self, record: RecordId) -> PositionPage | QuestionPage:
        if self._dossier.find(Position, record) is None:
            return self._question_page()
        page = self._pages.get(record)
        if page is None:
            page = PositionPage(record, self._intents, self._colours, self._stack)
            page.set_editable(self._editable)
            self._stack.addWidget(page)
            self._pages[record] = page
            self._stale.add(record)
        if record in self._stale:
            self._stale.discard(record)
            page.show_position(self._dossier)
        return page

    def _question_page(self) -> QuestionPage:
        if self._question is None:
            self._question = QuestionPage(self._intents, self._colours, self._new_id, self._stack)
            self._question.set_editable(self._editable)
            self._stack.addWidget(self._question)
            self._stale.add(QUESTION_ID)
        if QUESTION_ID in self._stale:
            self._stale.discard(QUESTION_ID)
            self._question.show_question(self._dossier)
        return self._question

    def activate(self, argument: RecordId) -> None:
        """Make an argument the one being edited."""
        self.active = argument
        for position, page in self._pages.items():
            page.activate(argument if position == self.current else NO_RECORD)

    def reveal(self, argument: RecordId) -> None:
        """Show the card of an argument and make it the one being edited."""
        position = self._dossier.position_of(argument)
        self.tabs.choose(position.id)
        page = self._page(position.id)
        self._intents.activated.emit(argument)
        if isinstance(page, PositionPage):
            page.reveal(argument)

    def edit_claim(self, argument: RecordId) -> None:
        """Show the card of an argument and put the caret into its claim."""
        self.reveal(argument)
        card = self.card_of(argument)
        if card is not None:
            card.fields["claim"].setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, record: RecordId, part: str, start: int, end: int) -> None:
        """Select the words from `start` to `end` (code points) of a text of an argument or the question."""
        if self._dossier.find(Argument, record):
            self.reveal(record)
            card = self.card_of(record)
            field = card.fields.get(part) if card else None
        else:
            self.tabs.choose(QUESTION_ID)
            field = self._question_page().field_of(record, part)
        if field is not None:
            field.select(start, end)
            self._page(self.current).look_at(field)

    def card_of(self, argument: RecordId) -> ArgumentCard | None:
        """The card of an argument of the page shown."""
        page = self._stack.currentWidget()
        return page.card_of(argument) if isinstance(page, PositionPage) else None

    def show_question(self) -> None:
        """Go to the page of the question and put the caret into it."""
        self.tabs.choose(QUESTION_ID)
        self._question_page().edit_question()

    def edit_position(self, position: RecordId) -> None:
        """Go to a position and put the caret into its statement."""
        self.tabs.choose(position)
        page = self._stack.currentWidget()
        if isinstance(page, PositionPage):
            page.edit_statement()

    def pass_on(self, focus: QWidget, step: int) -> bool:
        """Take Tab (1) or Shift+Tab (-1) from what is not on the page of a position, while one is shown."""
        page = self._stack.currentWidget()
        if not isinstance(page, PositionPage) or page.isAncestorOf(focus):
            return False
        return page.pass_on(focus, step)

    def add_definition(self) -> None:
        """Go to the question and add a definition there."""
        self.tabs.choose(QUESTION_ID)
        self._question_page().add_definition()

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes."""
        self._editable = editable
        self.tabs.set_editable(editable)
        for page in self._pages.values():
            page.set_editable(editable)
        if self._question is not None:
            self._question.set_editable(editable)
