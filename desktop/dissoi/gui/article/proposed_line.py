# SPDX-License-Identifier: MIT
"""A line of the form for an article: a text, where it was found, and what else was found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dissoi.gui.article.colours import mixed
from dissoi.gui.theme import Colours

Proposed = Sequence[tuple[str, str]]
"""Texts that were found, each with words for where, as in "from a meta tag"; the likeliest first."""

_INK = 0.75
"""How much darker than its ground the small line is; 1 is as dark as other text."""
_LONGEST = 70
"""How many characters of a proposal a menu shows."""


class ProposedLine(QWidget):
    """A line to write in. Alt+Down, or the button beside it, offers what else was found."""

    changed = Signal()

    def __init__(self, text: str, name: str, proposed: Proposed, parent: QWidget) -> None:
        super().__init__(parent)
        self._proposed = tuple(proposed)
        self._text = text
        self.line = _Line(text, self)
        self.line.setCursorPosition(0)
        self.line.textChanged.connect(self._refresh)
        self.line.choices_wanted.connect(self.offer)
        self.origin = QLabel(self)
        self.button = self._new_button()
        self.rename(name)
        self._arrange()
        self._refresh()

    @property
    def text(self) -> str:
        """What is written, without white space at its ends."""
        return self.line.text().strip()

    def _new_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("▾")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(self.tr("What else was found (Alt+Down)"))
        button.clicked.connect(self.offer)
        button.setVisible(len({self._text, *(text for text, _ in self._proposed)}) > 1)
        return button

    def _arrange(self) -> None:
        set_small(self.origin)
        self.setFocusProxy(self.line)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addLayout(row)
        layout.addWidget(self.origin)
        self.origin.setVisible(bool(self._proposed))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def rename(self, name: str) -> None:
        """Have another name, for those who hear the form."""
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(self.tr("{0}: what else was found").format(name))

    def dress(self, _colours: Colours) -> None:
        """Be in the colours of the palette."""
        mute(self.origin)

    def _refresh(self) -> None:
        said = self.said()
        self.origin.setText(said)
        self.line.setAccessibleDescription(said)
        self.changed.emit()

    def said(self) -> str:
        """Where the text as it stands was found; that it was corrected, when it was not found."""
        found = (origin for text, origin in self._proposed if text == self.text)
        corrected = self.tr("as you wrote it") if self.text and self._proposed else ""
        return next(found, corrected)

    def offer(self) -> None:
        """Open the menu of what was found."""
        if self.button.isHidden():
            return
        menu = QMenu(self)
        for text, origin in self._proposed:
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            # Two signs show one: in a menu, one alone stands for a key.
            action = menu.addAction(f"{shown}\t{origin}".replace("&", "&&"))
            action.triggered.connect(partial(self.line.setText, text))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))


class _Line(QLineEdit):
    choices_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.choices_wanted.emit()
        else:
            super().keyPressEvent(event)


def set_small(label: QLabel) -> None:
    """Make a label the small and quieter line below a field."""
    small = label.font()
    small.setPointSizeF(small.pointSizeF() * 0.85)
    label.setFont(small)
    label.setTextFormat(Qt.TextFormat.PlainText)
    mute(label)


def mute(label: QLabel) -> None:
    """Write a label in a quieter colour than the palette has for words."""
    palette = QApplication.palette(label)
    ink = palette.color(QPalette.ColorRole.WindowText).name()
    muted = mixed(palette.color(QPalette.ColorRole.Window).name(), ink, _INK)
    palette.setColor(QPalette.ColorRole.WindowText, QColor(muted))
    label.setPalette(palette)
