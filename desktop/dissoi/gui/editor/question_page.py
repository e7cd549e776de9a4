# SPDX-License-Identifier: MIT
"""The page of the question: its wording, its background and the definitions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.records import Definition, NewId, RecordId
from dissoi.gui.editor.column import AddButton
from dissoi.gui.editor.field import Field
from dissoi.gui.editor.intents import Intents
from dissoi.gui.editor.page import EditorPage
from dissoi.gui.theme import Colours, scaled, tint, ui_font


class _Box(QFrame):
    """A white box with a thin border."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._colours.border), 1.0))
        painter.setBrush(QColor(self._colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


class _DefinitionBox(_Box):
    """One definition: its term over its meaning."""

    def __init__(self, definition: RecordId, intents: Intents, colours: Colours, parent: QWidget) -> None:
        super().__init__(colours, parent)
        self._definition = definition
        self._intents = intents
        self.term = Field(
            intents, self.tr("Term"), lambda text: edits.name_term(definition, text), self, one_line=True
        )
        self.term.setPlaceholderText(self.tr("Term"))
        self.term.set_letters(scaled(ui_font(), 1.0, QFont.Weight.DemiBold))
        self.meaning = Field(
            intents,
            self.tr("Meaning"),
            lambda text: edits.define(definition, text),
            self,
            formatted=blocks_of,
        )
        self.meaning.setPlaceholderText(self.tr("What it means in this debate"))
        self.meaning.set_letters(ui_font())
        self._remove = QToolButton(self)
        self._remove.setText("✕")
        self._remove.setAutoRaise(True)
        self._remove.setToolTip(self.tr("Remove this definition"))
        self._remove.setAccessibleName(self._remove.toolTip())
        self._remove.clicked.connect(self._wish_removal)
        self._arrange()
        self.dress(colours)

    def dress(self, colours: Colours) -> None:
        super().dress(colours)
        for field in (self.term, self.meaning):
            field.set_inks(colours.ink, colours.faint)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 6, 10)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(self.term)
        column.addWidget(self.meaning)
        row.addLayout(column, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes."""
        return self.term, self.meaning, self._remove

    def _wish_removal(self) -> None:
        self._intents.edit.emit(edits.remove_definition(self._definition), self)

    def show_definition(self, definition: Definition) -> None:
        """Show the definition as it stands."""
        self.term.show_text(definition.term)
        self.meaning.show_text(definition.meaning)

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes."""
        self.term.setReadOnly(not editable)
        self.meaning.setReadOnly(not editable)
        self._remove.setVisible(editable)


class QuestionPage(EditorPage):
    """Shows the question, its background and the definitions."""

    def __init__(self, intents: Intents, colours: Colours, new_id: NewId, parent: QWidget) -> None:
        super().__init__(QWidget(parent), parent)
        self._intents = intents
        self._colours = colours
        self._new_id = new_id
        self._definitions: dict[RecordId, _DefinitionBox] = {}
        self._editable = True
        self._headings: list[QLabel] = []
        self._build(self._page)
        self.dress(colours)

    def dress(self, colours: Colours) -> None:
        super().dress(colours)
        self._colours = colours
        for field in (self._question, self._background):
            field.set_inks(colours.ink, colours.faint)
        for heading in self._headings:
            tint(heading, colours.muted)

    def _build(self, page: QWidget) -> None:
        self._layout = QVBoxLayout(page)
        self._layout.setContentsMargins(18, 14, 16, 24)
        self._layout.setSpacing(8)
        self._add_question(page)
        self._add_background(page)
        self._add_definitions(page)
        self._layout.addStretch(1)
        self.setWidget(page)

    def _add_question(self, page: QWidget) -> None:
        self._question = Field(self._intents, self.tr("Question"), edits.ask_question, page, one_line=True)
        self._question.setPlaceholderText(self.tr("Ask the question of the debate"))
        self._question.set_letters(scaled(ui_font(), 1.5, QFont.Weight.DemiBold))
        self._layout.addWidget(self._question)

    def _add_background(self, page: QWidget) -> None:
        self._layout.addWidget(self._heading(self.tr("BACKGROUND"), page))
        box = _Box(self._colours, page)
        self._background = Field(
            self._intents, self.tr("Background"), edits.write_background, box, formatted=blocks_of
        )
        self._background.setPlaceholderText(
            self.tr("What must everybody in the room know? *Emphasis* and lists can be typed as Markdown.")
        )
        self._background.set_letters(ui_font())
        inside = QVBoxLayout(box)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.addWidget(self._background)
        self._layout.addWidget(box)

    def _add_definitions(self, page: QWidget) -> None:
        self._layout.addWidget(self._heading(self.tr("DEFINITIONS"), page))
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(8)
        self._layout.addLayout(self._boxes)
        self._add = AddButton(self.tr("+ Add definition"), self._colours, page)
        self._add.clicked.connect(self.add_definition)
        self._layout.addWidget(self._add)
        self._position = AddButton(
            self.tr("+ Add position   {0}").format("Ctrl+Shift+N"), self._colours, page
        )
        self._position.clicked.connect(self._intents.position_wanted)
        self._layout.addWidget(self._position)

    def _heading(self, text: str, page: QWidget) -> QLabel:
        label = QLabel(text, page)
        label.setFont(scaled(ui_font(), 0.88, QFont.Weight.Bold))
        label.setContentsMargins(0, 10, 0, 0)
        self._headings.append(label)
        return label

    def add_definition(self) -> None:
        """Ask for a new definition and put the caret into its term."""
        added = self._new_id()
        self._intents.edit.emit(edits.add_definition(added), None)
        if added in self._definitions:
            self._definitions[added].term.setFocus()

    def edit_question(self) -> None:
        """Put the caret into the question."""
        self._question.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_of(self, record: RecordId, part: str) -> Field | None:
        """The field in which a part of the question or of a definition is written."""
        box = self._definitions.get(record)
        if box is not None:
            return box.term if part == "term" else box.meaning
        return {"question": self._question, "background": self._background}.get(part)

    def show_question(self, dossier: Dossier) -> None:
        """Show the question page as it stands in `dossier`."""
        self._question.show_text(dossier.question.text)
        self._background.show_text(dossier.question.background)
        there = {definition.id for definition in dossier.definitions}
        for gone in set(self._definitions) - there:
            box = self._definitions.pop(gone)
            box.hide()
            box.deleteLater()
        count = len(self._definitions)
        for place, definition in enumerate(dossier.definitions):
            self._box_of(definition, place).show_definition(definition)
        if len(self._definitions) > count:
            self._put_in_order([self._definitions[each.id] for each in dossier.definitions])

    def _put_in_order(self, boxes: Iterable[_DefinitionBox]) -> None:
        """Let Tab go as one reads: Qt keeps widgets in the order in which they were made."""
        inside = chain.from_iterable(each.stops for each in boxes)
        for before, after in pairwise((self._question, self._background, *inside, self._add, self._position)):
            QWidget.setTabOrder(before, after)

    def _box_of(self, definition: Definition, place: int) -> _DefinitionBox:
        box = self._definitions.get(definition.id)
        if box is None:
            box = _DefinitionBox(definition.id, self._intents, self._colours, self._page)
            box.set_editable(self._editable)
            self._definitions[definition.id] = box
            self._boxes.insertWidget(place, box)
        return box

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes."""
        self._editable = editable
        self._question.setReadOnly(not editable)
        self._background.setReadOnly(not editable)
        self._add.setVisible(editable)
        self._position.setVisible(editable)
        for box in self._definitions.values():
            box.set_editable(editable)
