# SPDX-License-Identifier: MIT
"""The titles of the menus and the tool bar, as they are painted first; the actions come to them later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from dissoi.gui.action_text import plain
from dissoi.gui.theme import Colours, tool_style

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from dissoi.gui.actions import Actions

MENUS = ("&File", "&Edit", "&View", "&Source", "&Argument", "&Brief", "&Help")
"""The menus in order. An action names its menu without the sign for the key."""


class ToolBar(QToolBar):
    """The actions used most, as buttons."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[str, tuple[QToolButton, frozenset[str]]] = {}
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.toggleViewAction().setVisible(False)
        self._fill()
        self.dress(colours)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self.setStyleSheet(tool_style(colours))

    def _fill(self) -> None:
        self._add("undo", "↶ " + self.tr("Undo"), "undo")
        self._add("redo", "↷ " + self.tr("Redo"), "redo")
        self.addSeparator()
        self._add("add_article", "▤ " + self.tr("Add article"), "edit")
        self._add("highlight", "❝ " + self.tr("Highlight"), "edit", "article")
        self._add("add_position", "+ " + self.tr("Position"), "edit")
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._add("palette", self.tr("Search or run…") + "   Ctrl+K").setObjectName("search")
        self._add("preview", self.tr("Preview"))
        self._add("export", self.tr("Export brief")).setObjectName("primary")

    def _add(self, action_id: str, text: str, *needs: str) -> QToolButton:
        """Add a button; `needs` is what its action needs to be possible."""
        button = QToolButton(self)
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        self._buttons[action_id] = button, frozenset(needs)
        return button

    def enable(self, there: frozenset[str]) -> None:
        """Look as the actions will when only `there` is there."""
        for button, needs in self._buttons.values():
            button.setEnabled(needs <= there)

    def attach(self, actions: Actions) -> None:
        """Do what the actions do, and look as they do from now on."""
        for action_id, (button, _) in self._buttons.items():
            action = actions[action_id]
            button.clicked.connect(action.trigger)
            action.changed.connect(partial(_match, button, action))
            _match(button, action)


def _match(button: QToolButton, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    key = action.shortcut().toString()
    name = plain(action.text())
    button.setToolTip(f"{name} ({key})" if key else name)
