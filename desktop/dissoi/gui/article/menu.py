# SPDX-License-Identifier: MIT
"""The context menu of the article."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dissoi.gui.article.quoting import CHANGE, DEFINE, QUOTINGS

COPY = "copy"
CORRECT = "correct"


def quoting_menu(parent: QWidget, *, has_selection: bool, has_passage: bool = False) -> QMenu:
    """The ways to quote, `DEFINE`, `CHANGE` for a passage that is there, `COPY`, and `CORRECT`.

    The data of an action is its kind.
    """
    menu = QMenu(parent)
    for each in QUOTINGS:
        # The tab sets the key apart on the right; a real shortcut would rival the window's own.
        action = menu.addAction(f"{each.name}\t{each.letter}")
        action.setData(each.kind)
    menu.addAction(_tr("Use as Definition")).setData(DEFINE)
    if has_passage:
        menu.addAction(_tr("Change Passage to Selected Words")).setData(CHANGE)
    menu.addSeparator()
    keys = QKeySequence(QKeySequence.StandardKey.Copy).toString(QKeySequence.SequenceFormat.NativeText)
    menu.addAction(_tr("Copy") + f"\t{keys}").setData(COPY)
    for action in menu.actions():
        action.setEnabled(has_selection)
    menu.addSeparator()
    menu.addAction(_tr("Correct Text…")).setData(CORRECT)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("article menu", text)
