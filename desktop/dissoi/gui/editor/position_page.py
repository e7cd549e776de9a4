# SPDX-License-Identifier: MIT
"""The page of a position: its statement, who holds it, and its pro and con columns."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Position, RecordId, Side
from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.column import SideColumn
from dissoi.gui.editor.field import Field
from dissoi.gui.editor.held_by import HeldBy
from dissoi.gui.editor.intents import Intents
from dissoi.gui.editor.page import EditorPage
from dissoi.gui.editor.tab_stops import around, end_stop, next_stop
from dissoi.gui.theme import Colours, scaled, ui_font

SETTLING = 250
"""Milliseconds that cards may take to find their height after one was revealed."""
_BESIDE = 500
"""From this width in pixels on, the columns stand beside each other."""


class _Page(QWidget):
    """The scrolled content; a click beside the cards ends the editing of one."""

    resized = Signal()

    def __init__(self, intents: Intents, parent: QWidget) -> None:
        super().__init__(parent)
        self._intents = intents

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self._intents.activated.emit("")
        super().mousePressEvent(event)


class PositionPage(EditorPage):
    """Shows one position and its arguments."""

    def __init__(self, position: RecordId, intents: Intents, colours: Colours, parent: QWidget) -> None:
        content = _Page(intents, parent)
        super().__init__(content, parent)
        self.position_id = position
        self._intents = intents
        self._colours = colours
        self._active: ArgumentCard | None = None
        content.resized.connect(self._hold_in_view)
        self._settling = QTimer(self, interval=SETTLING, singleShot=True)
        self._settling.timeout.connect(self._hold_in_view)
        self._build(content)
        self.dress(colours)

    def dress(self, colours: Colours) -> None:
        super().dress(colours)
        self._colours = colours
        self._statement.set_inks(colours.ink, colours.faint)
        self._holders.dress(colours)

    def _build(self, page: QWidget) -> None:
        self._layout = layout = QVBoxLayout(page)
        layout.setContentsMargins(18, 14, 16, 24)
        layout.setSpacing(6)
        layout.addWidget(self._make_statement(page))
        self._holders = HeldBy(self.position_id, self._intents, self._colours, page)
        layout.addWidget(self._holders)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(14)
        self._sides = {
            side: SideColumn(self.position_id, side, self._intents, self._colours, page) for side in Side
        }
        for column in self._sides.values():
            self._columns.addWidget(column, 1)
        layout.addSpacing(6)
        layout.addLayout(self._columns, 1)
        self.setWidget(page)

    def _make_statement(self, page: QWidget) -> Field:
        position = self.position_id
        self._statement = Field(
            self._intents,
            self.tr("Position"),
            lambda text: edits.state_position(position, text),
            page,
            one_line=True,
        )
        self._statement.set_letters(scaled(ui_font(), 1.35, QFont.Weight.DemiBold))
        self._statement.setPlaceholderText(self.tr("State the position in one sentence"))
        return self._statement

    def show_position(self, dossier: Dossier) -> None:
        """Show the position as it stands in `dossier`."""
        position = dossier.get(Position, self.position_id)
        self._statement.show_text(position.statement)
        self._holders.show_holders(position.holders)
        for column in self._sides.values():
            column.show_side(dossier)

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid changes."""
        self._statement.setReadOnly(not editable)
        self._holders.setEnabled(editable)
        for column in self._sides.values():
            column.set_editable(editable)

    def card_of(self, argument: RecordId) -> ArgumentCard | None:
        """The card of an argument on this page."""
        found = (column.card_of(argument) for column in self._sides.values())
        return next((card for card in found if card is not None), None)

    def activate(self, argument: RecordId) -> None:
        """Make an argument's card the one being edited; "" for none."""
        card = self.card_of(argument) if argument else None
        if card is self._active:
            return
        if self._active is not None:
            self._active.set_active(False)
        self._active = card
        if card is not None:
            card.set_active(True)

    def reveal(self, argument: RecordId) -> None:
        """Scroll to an argument's card and make it the one being edited."""
        card = self.card_of(argument)
        if card is None:
            return
        self.activate(argument)
        self._settling.start()
        self._scroll_to(card)

    def _scroll_to(self, card: ArgumentCard) -> None:
        self._layout.activate()
        top = card.mapTo(self._page, QPoint(0, 0)).y()
        bar = self.verticalScrollBar()
        inside = (
            bar.value() <= top and top + min(card.height(), 120) <= bar.value() + self.viewport().height()
        )
        if not inside:
            bar.setValue(max(0, top - self.viewport().height() // 4))

    def _hold_in_view(self) -> None:
        """Cards find their height over a few turns of the event loop: scroll again until they have."""
        if self._settling.isActive() and self._active is not None:
            self._scroll_to(self._active)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Let Tab go as one reads, and out of the page at its end."""
        focus, step = self.window().focusWidget(), 1 if next_ else -1
        stops = self._stops()
        if focus not in stops:
            return super().focusNextPrevChild(next_)
        target = next_stop(stops, focus, step) or around(self, self._statement, self._statement, step)
        return target is not None and self._stop_at(target, step)

    def pass_on(self, focus: QWidget, step: int) -> bool:
        """Take Tab (1) or Shift+Tab (-1) from elsewhere: to the beginning or end of the page, or past it."""
        target = around(self, self._statement, focus, step)
        if target is self._statement:
            target = end_stop(self._stops(), step)
        return target is not None and self._stop_at(target, step)

    def _stops(self) -> list[QWidget]:
        stops: list[QWidget] = [self._statement, *self._holders.stops()]
        for column in self._sides.values():
            stops += column.tab_stops()
        return stops

    def _stop_at(self, target: QWidget, step: int) -> bool:
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        if self.isAncestorOf(target):
            self.ensureWidgetVisible(target)
        return True

    def edit_statement(self) -> None:
        """Put the caret into the statement."""
        self._statement.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._statement)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What was sized while it was being shown has not been told by Qt: columns would be cut off.
        if self._layout.geometry() != self._page.rect():
            self._layout.invalidate()
            self._layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.maximumViewportSize().width() >= _BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if beside else down)
        self._holders.fit(max(80, self.maximumViewportSize().width() - 60))
        self._layout.activate()
        for column in self._sides.values():
            column.fill(self.height())
