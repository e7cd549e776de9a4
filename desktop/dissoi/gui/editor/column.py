# SPDX-License-Identifier: MIT
"""A column of cards: the arguments of one side of a position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, RecordId, Side
from dissoi.gui.article.dragging import dragged_range
from dissoi.gui.editor import marks
from dissoi.gui.editor.buttons import LinkButton
from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.card_dragging import dragged_argument
from dissoi.gui.editor.intents import Intents
from dissoi.gui.editor.tab_stops import stops_of
from dissoi.gui.theme import Colours, scaled, tint, ui_font

_IDLE = 20
"""Milliseconds between two makings of cards, so that painting and keys come first."""
_FIRST, _NEXT = 1, 2
"""How many cards are made at once. Those in view are made before they are painted, the rest while idle."""


class AddButton(LinkButton):
    """A dashed outline that adds something where it stands."""

    def __init__(self, text: str, colours: Colours, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._colours = colours
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(34)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lively = self.underMouse() or self.hasFocus()
        edge = self._colours.accent if self.hasFocus() else self._colours.faint
        painter.setPen(QPen(QColor(edge), 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(self._colours.hover) if lively else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(QColor(self._colours.muted))
        painter.setFont(self.font())
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 16)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class SideColumn(QWidget):
    """The cards for or against a position, and the button that adds one."""

    def __init__(
        self, position: RecordId, side: Side, intents: Intents, colours: Colours, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._position = position
        self._side = side
        self._intents = intents
        self._colours = colours
        self._cards: dict[RecordId, ArgumentCard] = {}
        self._waiting: list[RecordId] = []
        self._dossier: Dossier | None = None
        self._editable = True
        self._dropping = False
        self._gap: int | None = None
        self._timer = QTimer(self, interval=_IDLE, singleShot=True)
        self._timer.timeout.connect(self._make_more)
        self.setAcceptDrops(True)
        self._build()
        self.dress(colours)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        tint(self._title, marks.colour(self._side, colours))
        self.update()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._title = QLabel(self)
        self._title.setFont(scaled(ui_font(), 0.95, QFont.Weight.Bold))
        layout.addWidget(self._title)
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        layout.addLayout(self._box)
        self._add = AddButton(self._add_text(), self._colours, self)
        self._add.clicked.connect(self._wish)
        layout.addWidget(self._add)
        layout.addStretch(1)

    def _add_text(self) -> str:
        if self._side is Side.PRO:
            return self.tr("+ Add pro argument   {0}").format("Ctrl+Shift+P")
        return self.tr("+ Add con argument   {0}").format("Ctrl+Shift+O")

    def _wish(self) -> None:
        self._intents.add_wanted.emit(self._position, self._side.value)

    def show_side(self, dossier: Dossier) -> None:
        """Show the arguments of this side as they stand in `dossier`."""
        self._dossier = dossier
        arguments = dossier.arguments_of(self._position, self._side)
        text = f"{marks.sign(self._side)} {marks.word(self._side)}  {len(arguments)}"
        self._title.setText(text)
        self._drop_gone({argument.id for argument in arguments})
        shown = max(_FIRST, len(self._cards) + 1)
        self._place(arguments[:shown], dossier)
        self._waiting = [argument.id for argument in arguments[shown:]]
        self.update()

    def _drop_gone(self, there: set[RecordId]) -> None:
        for gone in set(self._cards) - there:
            card = self._cards.pop(gone)
            card.hide()
            card.setParent(None)
            card.deleteLater()

    def _place(self, arguments: Sequence[Argument], dossier: Dossier) -> None:
        for place, argument in enumerate(arguments):
            card = self._cards.get(argument.id) or self._new_card(argument)
            if self._box.indexOf(card) != place:
                self._box.removeWidget(card)
                self._box.insertWidget(place, card)
            card.show_argument(dossier)

    def _new_card(self, argument: Argument) -> ArgumentCard:
        card = ArgumentCard(argument, self._intents, self._colours, self)
        card.set_editable(self._editable)
        self._cards[argument.id] = card
        return card

    def _make_more(self) -> None:
        self._make(_NEXT)
        _lay_out()
        if self._waiting:
            self._timer.start()

    def fill(self, height: int) -> None:
        """Make as many of the waiting cards as reach down `height` pixels."""
        reached = sum(card.heightForWidth(self.width()) for card in self._cards.values())
        while self._waiting and reached < height:
            self._make(1)
            reached += next(reversed(self._cards.values())).heightForWidth(self.width())
        _lay_out()

    def _make(self, count: int) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        batch, self._waiting = self._waiting[:count], self._waiting[count:]
        for argument_id in batch:
            card = self._new_card(dossier.get(Argument, argument_id))
            self._box.addWidget(card)
            card.show_argument(dossier)
            card.show()

    def card_of(self, argument: RecordId) -> ArgumentCard | None:
        """The card of an argument of this column, made now if it was still waiting."""
        self._make(len(self._waiting))
        found = (card.card_of(argument) for card in self._cards.values())
        return next((card for card in found if card is not None), None)

    def tab_stops(self) -> Iterator[QWidget]:
        """Where Tab goes: the cards from top to bottom, and the button that adds one."""
        for card in self._shown():
            if isinstance(card, ArgumentCard):
                yield from stops_of(card)
        yield self._add

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes."""
        self._editable = editable
        self._add.setVisible(editable)
        self.setAcceptDrops(editable)
        for card in self._cards.values():
            card.set_editable(editable)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_range(event.mimeData()) is not None:
            self._set_dropping(True)
            event.acceptProposedAction()
        elif dragged_argument(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dragged_argument(event.mimeData()) is not None:
            self._show_gap(self._place_at(event.position().y()))
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dropping(False)
        self._show_gap(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dropping(False)
        self._show_gap(None)
        if (dragged := dragged_range(event.mimeData())) is not None:
            event.acceptProposedAction()
            self._intents.dropped_on_side.emit(self._position, self._side.value, *dragged)
        elif (argument := dragged_argument(event.mimeData())) is not None:
            event.acceptProposedAction()
            place = self._place_at(event.position().y())
            self._intents.argument_dropped.emit(argument, self._position, self._side.value, place)

    def _shown(self) -> list[QWidget]:
        """The cards that are there, from top to bottom."""
        items = (self._box.itemAt(place) for place in range(self._box.count()))
        return [card for item in items if item is not None and (card := item.widget()) is not None]

    def _place_at(self, height: float) -> int:
        """Before which card something dropped at this height goes."""
        return sum(card.geometry().center().y() < height for card in self._shown())

    def _show_gap(self, place: int | None) -> None:
        """Show where a card would go, or nothing."""
        if place != self._gap:
            self._gap = place
            self.update()

    def _gap_height(self, place: int) -> float:
        cards = self._shown()
        if place < len(cards):
            return cards[place].y() - self._box.spacing() / 2
        return cards[-1].geometry().bottom() + self._box.spacing() / 2 if cards else self._add.y() - 5.0

    def _set_dropping(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._waiting and not self._timer.isActive():
            self._timer.start()
        if self._dropping:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self._gap is not None:
            painter = QPainter(self)
            height = self._gap_height(self._gap)
            painter.fillRect(QRectF(0, height - 1.5, self.width(), 3), QColor(self._colours.accent))


def _lay_out() -> None:
    """Give new cards their places now: painted before that, they would be squeezed into the old height."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
