# SPDX-License-Identifier: MIT
"""The line that says who holds a position. A name typed on it is written in a field of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dissoi.dossier import edits
from dissoi.dossier.edits import Edit
from dissoi.dossier.records import Holder, RecordId, Stance
from dissoi.gui.editor.buttons import LinkButton, go_on_in_field
from dissoi.gui.editor.field import Field, Write
from dissoi.gui.editor.intents import Intents
from dissoi.gui.letters import is_letter
from dissoi.gui.theme import Colours, tint, ui_font

_STYLE = """
QPushButton {{ border: 0; padding: 2px 0; text-align: left; color: {0}; }}
QPushButton:hover, QPushButton:focus {{ color: {1}; }}
"""
_LOOKED_AWAY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why a field loses the keyboard that will have it back."""


class _Line(LinkButton):
    """Opens the form; letters wish for a name to be typed."""

    name_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_letter(event):
            self.name_wanted.emit()
            go_on_in_field(event)
        else:
            super().keyPressEvent(event)


class _Name(Field):
    """The name of one more holder."""

    written = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _LOOKED_AWAY:
            self.written.emit()


class _NameRow(QWidget):
    """The field for a name, and before it what the name says."""

    def __init__(self, intents: Intents, write: Write, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = QLabel(self.tr("Held by:"), self)
        self._told.setMinimumHeight(height)
        self.name = _Name(intents, self.tr("Name of a holder"), write, self, one_line=True)
        self.name.set_letters(ui_font())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._told)
        row.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        tint(self._told, colours.muted)
        self.name.set_inks(colours.ink, colours.faint)


class HeldBy(QWidget):
    """Says who holds a position, and offers to change it."""

    def __init__(self, position: RecordId, intents: Intents, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._position = position
        self._intents = intents
        self._colours = colours
        self._holders: tuple[Holder, ...] = ()
        self._before: tuple[Holder, ...] = ()
        self._text = ""
        self._room = 80
        self._row: _NameRow | None = None
        self.line = _Line(self)
        self.line.setCursor(Qt.CursorShape.PointingHandCursor)
        self.line.setToolTip(self.tr("Edit who holds this position"))
        self.line.clicked.connect(lambda: intents.holders_wanted.emit(position))
        self.line.name_wanted.connect(self._ask_for_name)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        self.line.setStyleSheet(_STYLE.format(colours.muted, colours.accent))
        if self._row is not None:
            self._row.dress(colours)

    def stops(self) -> list[QWidget]:
        """Where Tab goes."""
        return [self.line] if self._row is None else [self.line, self._row.name]

    def show_holders(self, holders: tuple[Holder, ...]) -> None:
        """Say who holds the position now; a name that is being typed is given up if it is not among them."""
        is_news, self._holders = holders != self._holders, holders
        if is_news:
            self._put_away()
        self._say()

    def fit(self, room: int) -> None:
        """Have room for so many pixels of text."""
        self._room = room
        self._elide()

    def _say(self) -> None:
        self._text = self._worded()
        self._elide()

    def _elide(self) -> None:
        shown = self.line.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self._room)
        self.line.setText(shown.replace("&", "&&"))
        self.line.setAccessibleName(self._text)

    def _worded(self) -> str:
        if not self._holders:
            return self.tr("Held by: nobody named yet — add who holds it")
        words = {
            Stance.FOR: self.tr("Held by"),
            Stance.CONDITIONAL: self.tr("on conditions"),
            Stance.AGAINST: self.tr("rejected by"),
        }
        parts = []
        for stance, word in words.items():
            named = [_named(holder) for holder in self._holders if holder.stance is stance]
            if named:
                parts.append(f"{word}: {', '.join(named)}")
        text = " · ".join(parts)
        return text[:1].upper() + text[1:]

    def _ask_for_name(self) -> None:
        """Open the field for a name, with the keyboard in it; among others, below their line."""
        if self._row is None:
            self._row = self._make_row()
        self._before = self._holders
        self._row.name.show_text("")
        self._row.show()
        self._row.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setVisible(bool(self._before))

    def _make_row(self) -> _NameRow:
        # As high as the line whose place it takes, so that nothing jumps.
        row = _NameRow(self._intents, self._write, self.line.sizeHint().height(), self)
        row.dress(self._colours)
        row.name.written.connect(self._put_away)
        row.name.left.connect(self.line.setFocus)
        self._rows.addWidget(row)
        return row

    def _write(self, name: str) -> Edit:
        named = (Holder(name=name.strip()),) if name.strip() else ()
        self._holders = (*self._before, *named)
        # One step with what is typed next.
        return edits.name_holders(self._position, self._holders)._replace(typing=f"{self._position}.holder")

    def _put_away(self) -> None:
        if self._row is None or self._row.isHidden():
            return
        self.line.show()
        if self._row.name.hasFocus():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._row.hide()
        self._say()


def _named(holder: Holder) -> str:
    return f"{holder.name} ({holder.role})" if holder.role else holder.name
