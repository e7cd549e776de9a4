# SPDX-License-Identifier: MIT
"""There is one history, the window's: fields have none of their own, and leave its keys alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_history(event: QEvent) -> bool:
    """Whether a key is one of undo or redo."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _HISTORY)


class OneHistory(QObject):
    """Has the fields it is given leave undo and redo to the window or dialog that they stand in."""

    def __init__(self, parent: QObject, *fields: QWidget) -> None:
        super().__init__(parent)
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do not let a field claim a key of history that is a shortcut too."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
