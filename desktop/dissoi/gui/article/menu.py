# SPDX-License-Identifier: MIT
"""The context menu of the article."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dissoi.gui.article.quoting import QUOTINGS

COPY = "copy"


def quoting_menu(parent: QWidget, *, has_selection: bool) -> QMenu:
    """The ways to quote, and Copy. The data of an action is its kind, or `COPY`."""
    menu = QMenu(parent)
    for each in QUOTINGS:
        # The tab sets the key apart on the right; a real shortcut would rival the window's own.
        action = menu.addAction(f"{each.name}\t{each.letter}")
        action.setData(each.kind)
    menu.addSeparator()
    keys = QKeySequence(QKeySequence.StandardKey.Copy).toString(QKeySequence.SequenceFormat.NativeText)
    menu.addAction(f"Copy\t{keys}").setData(COPY)
    for action in menu.actions():
        action.setEnabled(has_selection)
    return menu
