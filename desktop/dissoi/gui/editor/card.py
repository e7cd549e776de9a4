# SPDX-License-Identifier: MIT
"""A card: one argument with its claim, reasoning, evidence, impact, weight and nested answers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.records import Argument, Evidence, RecordId, Side
from dissoi.dossier.sides import side_of
from dissoi.gui.editor import marks
from dissoi.gui.editor.answering import AnswerButtons
from dissoi.gui.editor.card_dragging import can_fall, drag_card, drop_on_card, is_dragged
from dissoi.gui.editor.evidence import EvidenceView, shown_evidence
from dissoi.gui.editor.field import Field, Write
from dissoi.gui.editor.heading import Heading
from dissoi.gui.editor.intents import Intents
from dissoi.gui.editor.planned import planned_line
from dissoi.gui.editor.weight import WeightDots
from dissoi.gui.theme import Colours, scaled, tint, ui_font

_SMALL = 0.88
_DEEPEST = 4
"""From this depth on answers are no longer indented further, so that they stay readable."""


class ArgumentCard(QFrame):
    """Shows one argument of a dossier and everything below it."""

    def __init__(
        self, argument: Argument, intents: Intents, colours: Colours, parent: QWidget, depth: int = 0
    ) -> None:
        super().__init__(parent)
        self.argument_id = argument.id
        self._side = Side.PRO
        self._intents = intents
        self._colours = colours
        self._depth = depth
        self._active = False
        self._dropping = False
        self._pressed: QPoint | None = None
        self._editable = True
        self._evidence: dict[RecordId, EvidenceView] = {}
        self._answers: dict[RecordId, ArgumentCard] = {}
        self._buttons: AnswerButtons | None = None
        self._planned: QLabel | None = None
        self.setAcceptDrops(True)
        self._build(argument.id)

    def _build(self, argument: RecordId) -> None:
        self._number = QLabel(self)
        self._number.setCursor(Qt.CursorShape.OpenHandCursor)
        self._address = QLabel(self)
        self._address.setVisible(self._depth > 0)
        self._claim = self._field(
            self.tr("Claim"), lambda text: edits.write_claim(argument, text), one_line=True
        )
        self._claim.setPlaceholderText(self.tr("State the claim in one sentence"))
        self._reasoning = Field(
            self._intents,
            self.tr("Reasoning"),
            lambda text: edits.write_reasoning(argument, text),
            self,
            formatted=blocks_of,
        )
        self._reasoning.setPlaceholderText(self.tr("Why is it so?"))
        self._impact = self._field(self.tr("Impact"), lambda text: edits.write_impact(argument, text))
        self._impact.setPlaceholderText(self.tr("Why does it matter?"))
        self._weight = WeightDots(self)
        self._weight.weighed.connect(self._weigh)
        self._menu = QToolButton(self)
        self._menu.setText("⋯")
        self._menu.setAutoRaise(True)
        self._menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._menu.setAccessibleName(self.tr("What can be done with this argument"))
        self._menu.clicked.connect(self._show_menu)
        self.fields = {"claim": self._claim, "reasoning": self._reasoning, "impact": self._impact}
        for field in self.fields.values():
            field.entered.connect(self.activate)
        self._arrange()
        self._set_letters()
        self.dress(self._colours)

    def _field(self, name: str, write: Write, *, one_line: bool = False) -> Field:
        return Field(self._intents, name, write, self, one_line=one_line)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        top = self._depth == 0
        left = 16 if top else 12 if self._depth <= _DEEPEST else 6
        layout.setContentsMargins(
            left, 9 if top else 6, 8 if self._depth <= _DEEPEST else 2, 10 if top else 7
        )
        layout.setSpacing(5)
        self._heading = Heading((self._number, self._address), self._claim, (self._weight, self._menu))
        layout.addLayout(self._heading)
        layout.addWidget(self._reasoning)
        self._evidence_box = _box(layout, 5)
        self._gap = QLabel(self.tr("⚠ No evidence yet — drop a passage here"), self)
        layout.addWidget(self._gap)
        self._impact_box = _box(layout, 5)
        self._impact_box.addLayout(self._impact_row())
        self._answer_box = _box(layout, 5)
        self._footer = QHBoxLayout()
        self._footer.addStretch(1)
        layout.addLayout(self._footer)

    def _impact_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._impact_label = QLabel(self.tr("So what"), self)
        row.addWidget(self._impact_label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._impact, 1)
        return row

    def _make_buttons(self) -> AnswerButtons:
        """Make the buttons that answer the argument: few cards are ever edited, so few have them."""
        buttons = AnswerButtons(self._side, self)
        buttons.wanted.connect(lambda side: self._intents.add_wanted.emit(self.argument_id, side))
        self._footer.insertWidget(0, buttons)
        return buttons

    def _set_letters(self) -> None:
        base = ui_font()
        bold = QFont.Weight.DemiBold
        claim = scaled(base, 1.02, bold) if self._depth == 0 else scaled(base, 0.98)
        self._claim.set_letters(claim)
        self._reasoning.set_letters(scaled(base, 0.96))
        self._impact.set_letters(scaled(base, 0.96))
        self._number.setFont(scaled(base, 1.02, bold))
        self._address.setFont(scaled(base, _SMALL))
        self._impact_label.setFont(scaled(base, _SMALL, bold))
        self._gap.setFont(scaled(base, _SMALL))

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        for field in self.fields.values():
            field.set_inks(colours.ink, colours.faint)
        tint(self._number, marks.colour(self._side, colours))
        tint(self._impact_label, colours.muted)
        tint(self._address, colours.muted)
        tint(self._gap, colours.warning)
        if self._planned is not None:
            tint(self._planned, colours.muted)
        self.update()

    def show_argument(self, dossier: Dossier) -> None:
        """Show the argument, its evidence and its answers as they stand in `dossier`."""
        argument = dossier.get(Argument, self.argument_id)
        side = side_of(dossier, argument.id)
        if side is not self._side:
            self._side = side
            self.dress(self._colours)
            if self._buttons is not None:
                self._buttons.show_side(side)
        self._name(argument, dossier.number_of(argument.id))
        self._claim.show_text(argument.claim)
        self._reasoning.show_text(argument.reasoning)
        self._impact.show_text(argument.impact)
        self._weight.show_weight(argument.weight, self._colours)
        self._show_evidence(dossier)
        self._planned = planned_line(self._planned, self._impact_box, dossier, argument.id, self._colours)
        self._show_answers(dossier)
        self._show_parts()

    def _name(self, argument: Argument, number: str) -> None:
        """Show whose words these are, and the number by which print and plan know them."""
        told = f"{number} {marks.spoken(self._side)}"
        self._number.setText(f"↳ {marks.sign(self._side)}" if self._depth else number)
        if self._depth:
            self._address.setText(marks.short_number(number))
            told = f"{told}, {marks.spoken_relation(argument.side)} {number.rpartition('.')[0]}"
            self._address.setToolTip(told)
        self.setAccessibleName(f"{told}: {argument.claim}")

    def _show_evidence(self, dossier: Dossier) -> None:
        items = dossier.evidence_of(self.argument_id)
        for gone in set(self._evidence) - {item.id for item in items}:
            _discard(self._evidence.pop(gone))
        for place, item in enumerate(items):
            view = self._evidence.get(item.id) or self._new_evidence(item)
            if self._evidence_box.indexOf(view) != place:
                self._evidence_box.insertWidget(place, view)
            view.show_evidence(shown_evidence(dossier, item))

    def _new_evidence(self, item: Evidence) -> EvidenceView:
        view = EvidenceView(self._intents, self._colours, self)
        # Not when it is pressed: what the card then shows would move it away from under the pointer.
        view.clicked.connect(self.activate)
        view.setFont(scaled(ui_font(), 0.96))
        self._evidence[item.id] = view
        return view

    def _show_answers(self, dossier: Dossier) -> None:
        answers = dossier.answers_to(self.argument_id)
        for gone in set(self._answers) - {answer.id for answer in answers}:
            _discard(self._answers.pop(gone))
        for place, answer in enumerate(answers):
            card = self._answers.get(answer.id) or self._new_answer(answer)
            if self._answer_box.indexOf(card) != place:
                self._answer_box.insertWidget(place, card)
            card.show_argument(dossier)

    def _new_answer(self, answer: Argument) -> ArgumentCard:
        card = ArgumentCard(answer, self._intents, self._colours, self, self._depth + 1)
        card.set_editable(self._editable)
        self._answers[answer.id] = card
        return card

    def _show_parts(self) -> None:
        """Hide what is empty, unless the card is being edited."""
        open_ = self._active and self._editable
        self._reasoning.setVisible(open_ or bool(self._reasoning.text))
        impact = open_ or bool(self._impact.text)
        self._impact.setVisible(impact)
        self._impact_label.setVisible(impact)
        self._gap.setVisible(self._depth == 0 and not self._evidence)
        if open_ and self._buttons is None:
            self._buttons = self._make_buttons()
        if self._buttons is not None:
            self._buttons.setVisible(open_)
        self._weight.setVisible(self._depth == 0 or open_)
        self._menu.setVisible(self._depth == 0 or open_)
        self._fit_heading()

    def _fit_heading(self) -> None:
        if rows := self.layout():
            margins = rows.contentsMargins()
            self._heading.fit(self.width() - margins.left() - margins.right())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heading()

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes."""
        self._editable = editable
        for field in self.fields.values():
            field.setReadOnly(not editable)
        self._weight.setEnabled(editable)
        self._menu.setEnabled(editable)
        self.setAcceptDrops(editable)
        for card in self._answers.values():
            card.set_editable(editable)

    def card_of(self, argument: RecordId) -> ArgumentCard | None:
        """This card or one below it that shows `argument`."""
        if argument == self.argument_id:
            return self
        found = (card.card_of(argument) for card in self._answers.values())
        return next((card for card in found if card is not None), None)

    def activate(self) -> None:
        """Become the argument being edited."""
        self._intents.activated.emit(self.argument_id)

    def set_active(self, active: bool) -> None:
        """Look like the argument being edited, with all its fields shown, or no longer."""
        if active != self._active:
            self._active = active
            self._show_parts()
            self.update()

    def _weigh(self, weight: int) -> None:
        self._intents.weigh_wanted.emit(self.argument_id, weight)

    def _show_menu(self) -> None:
        self.activate()
        place = self._menu.mapToGlobal(self._menu.rect().bottomLeft())
        self._intents.menu_wanted.emit(self.argument_id, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.activate()
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if is_left and self._editable else None
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and is_dragged(self._pressed, event.position().toPoint()):
            self._pressed = None
            drag_card(self, self.argument_id, self._claim.text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._editable:
            self.activate()
            self._intents.menu_wanted.emit(self.argument_id, event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_fall(event.mimeData()):
            self._set_dropping(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dropping(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dropping(False)
        if can_fall(event.mimeData()):
            event.acceptProposedAction()
            drop_on_card(self.argument_id, event.mimeData(), self._intents)

    def _set_dropping(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        marked = self._active or self._dropping
        edge = self._colours.accent if marked else self._colours.border
        painter.setPen(QPen(QColor(edge), 1.6 if marked else 1.0))
        usual = self._colours.card if self._depth == 0 else self._colours.answer
        painter.setBrush(QColor(self._colours.accent_soft if self._dropping else usual))
        painter.drawRoundedRect(area, 5, 5)
        self._paint_stripe(painter, area)

    def _paint_stripe(self, painter: QPainter, area: QRectF) -> None:
        if self._depth == 0:
            marks.paint_stripe(painter, area.adjusted(1, 3, 0, -3), self._side, self._colours)
            return
        marks.paint_answer_stripe(painter, area, self._side, self._colours)


def _box(layout: QVBoxLayout, spacing: int) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(spacing)
    layout.addLayout(box)
    return box


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
