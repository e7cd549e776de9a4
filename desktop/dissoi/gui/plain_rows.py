# SPDX-License-Identifier: MIT
"""Rows whose selection alone shows where the focus is, so that their words stay clear."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem


class PlainRows(QStyledItemDelegate):
    """Leaves out the frame of the focus: Fusion tints the cell with it, words and all."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
