# SPDX-License-Identifier: MIT
"""Asks in which format a question is debated, and shows who speaks when and for how long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.debate import DebateFormat, Floor, in_minutes
from dissoi.dossier.records import Side
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.sizes import keep_size
from dissoi.gui.without_icons import without_icons
from dissoi.storage.formats import Formats, formats_folder

_KEY = Qt.ItemDataRole.UserRole


class FormatDialog(QDialog):
    """A list of formats beside the speeches of the one that is marked, which is `chosen`; "" for none.

    `kept` is the copy that the dossier has of the format it names. `add` asks for a format file and keeps it;
    it returns the name under which the format is known from then on, and all formats, or None.
    """

    def __init__(
        self,
        formats: Formats,
        now: str,
        parent: QWidget | None,
        kept: DebateFormat | None = None,
        add: Callable[[], tuple[str, Formats] | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Debate Format"))
        self.resize(680, 440)
        keep_size(self, "debate format")
        self._formats = formats
        self._kept = kept
        self._add = add
        self._list = QListWidget(self)
        self._list.setItemDelegate(PlainRows(self._list))
        self._list.setAccessibleName(self.tr("Formats"))
        self._list.currentItemChanged.connect(self._show)
        self._list.itemActivated.connect(self.accept)
        self._speeches = QPlainTextEdit(self)
        self._speeches.setReadOnly(True)
        self._speeches.setTabChangesFocus(True)
        self._speeches.setAccessibleName(self.tr("Speaking order"))
        self._told = QLabel(self)
        self._arrange()
        self._fill(now)

    @property
    def chosen(self) -> str:
        """The name of the format's file that is marked; "" for none."""
        nothing = self._list.currentRow() < 0
        return "" if nothing else str(self._list.currentItem().data(_KEY))

    def _arrange(self) -> None:
        halves = QHBoxLayout()
        halves.addWidget(self._list, 2)
        halves.addWidget(self._speeches, 3)
        told = self._told
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        without_icons(buttons)
        add = buttons.addButton(self.tr("&Add Debate Format…"), QDialogButtonBox.ButtonRole.ResetRole)
        add.setAutoDefault(False)
        add.clicked.connect(self._add_file)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(halves, 1)
        layout.addWidget(told)
        layout.addWidget(buttons)

    def _fill(self, now: str) -> None:
        own = self.tr("Formats of your own, as TOML files, are looked for in {0}").format(formats_folder())
        self._told.setText("\n".join([own, *self._formats.troubles]))
        known = self._formats.known
        keys = ["", *known, *([now] if now and now not in known else [])]
        for key in keys:
            item = QListWidgetItem(self._name_of(key))
            item.setData(_KEY, key)
            self._list.addItem(item)
        self._list.setCurrentRow(keys.index(now))

    def _add_file(self) -> None:
        if added := self._add():
            key, self._formats = added
            self._list.clear()
            self._fill(key)

    def _name_of(self, key: str) -> str:
        debate = self._debate_of(key)
        return debate.name if debate else key or self.tr("None")

    def _debate_of(self, key: str) -> DebateFormat | None:
        kept = self._kept if self._kept and self._kept.key == key else None
        return self._formats.known.get(key) or kept

    def _show(self) -> None:
        debate = self._debate_of(self.chosen)
        if debate is not None:
            self._speeches.setPlainText(self._described(debate))
        elif self.chosen:
            self._speeches.setPlainText(self.tr("There is no file for this format on this computer."))
        else:
            self._speeches.setPlainText(self.tr("The brief shows no speaking order."))

    def _described(self, debate: DebateFormat) -> str:
        signs = {Floor.PRO: "+", Floor.CON: "−", Floor.BOTH: "±"}
        lines = [
            f"{signs[each.side]} {in_minutes(each.minutes)}  "
            + (f"{each.name}, {each.speaker}" if each.speaker else each.name)
            for each in debate.speeches
        ]
        times = [in_minutes(debate.minutes_of(side)) for side in Side]
        lines += ["", self.tr("Speaking time: pro {0}, con {1}").format(*times)]
        if debate.preparation:
            lines.append(self.tr("Preparation: {0}").format(debate.preparation))
        return "\n".join([*lines, *filter(None, [debate.notes])])
