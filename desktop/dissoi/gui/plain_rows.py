# SPDX-License-Identifier: MIT
"""Rows of lists: how strongly the chosen one is marked shows whether the list has the focus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex


class PlainRows(QStyledItemDelegate):
    """Marks the chosen row faintly while the list is without the focus, as in a window that is not in front.

    The frame of the focus is left out: Fusion tints a cell with it, words and all.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if not self.is_focused:
            option.state &= ~QStyle.StateFlag.State_Active

    @property
    def is_focused(self) -> bool:
        """Whether the list that is drawn has the focus."""
        view = self.parent()
        return isinstance(view, QWidget) and view.hasFocus()
