# SPDX-License-Identifier: MIT
"""The list of all keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dissoi.gui.action_text import plain, tr
from dissoi.gui.actions import ActionSpec, keys_of
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.sizes import keep_size
from dissoi.gui.without_icons import without_icons


class ShortcutList(QDialog):
    """Every action that has a key, by menu."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.resize(520, 560)
        keep_size(self, "shortcuts")
        tree = QTreeWidget(self)
        tree.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        tree.setItemDelegate(PlainRows(tree))
        tree.setAccessibleName(self.windowTitle())
        tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        sections: dict[str, QTreeWidgetItem] = {}
        for spec in (spec for spec in specs if spec.shortcut):
            name = tr(spec.menu.partition("/")[0])
            section = sections.get(name) or QTreeWidgetItem(tree, [name])
            sections[name] = section
            QTreeWidgetItem(section, [plain(tr(spec.text)), keys_of(spec)])
        reading = QTreeWidgetItem(tree, [self.tr("With words selected in the article")])
        for key, text in _reader_keys():
            QTreeWidgetItem(reading, [text, key])
        moving = QTreeWidgetItem(tree, [self.tr("On the page of a position")])
        for key, text in _page_keys():
            QTreeWidgetItem(moving, [text, key])
        tree.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tree, 1)
        layout.addWidget(buttons)


def _page_keys() -> tuple[tuple[str, str], ...]:
    return (
        ("Tab", tr("From the position through its cards: texts, evidence, weight, answers")),
        ("Return", tr("Show the passage of the evidence; press a button")),
        ("Menu", tr("What can be done with the argument or its evidence")),
    )


def _reader_keys() -> tuple[tuple[str, str], ...]:
    return (
        ("P", tr("Quote for a pro argument")),
        ("C", tr("Quote for a con argument")),
        ("E", tr("Add as evidence to the argument being edited")),
        ("H", tr("Highlight, or take the highlight away")),
        ("L", tr("Choose a label")),
        ("1–5", tr("Label as the menu numbers them")),
        ("N", tr("Write a note")),
    )
