# SPDX-License-Identifier: MIT
"""Lists the versions that a dossier's history keeps: when, what was done, and what there was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dissoi.gui.action_text import tr
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.plain_words import plain_words
from dissoi.gui.sizes import keep_size
from dissoi.storage.versions import Version

TIME, DONE, HAD = range(3)
"""The columns."""
_SEQUENCE = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """Asks which version to open or to restore; both carry its number, and close the dialog.

    `locked` says why nothing may be restored, or is "".
    """

    open_wanted = Signal(int)
    restore_wanted = Signal(int)

    def __init__(self, found: Sequence[Version], today: date, locked: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._today, self._locked = today, locked
        self.setWindowTitle(self.tr("Earlier Versions"))
        self.resize(860, 560)
        keep_size(self, "versions")
        self.tree = QTreeWidget(self)
        self._box = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.restore = self._box.addButton(self.tr("&Restore"), role.ActionRole)
        self.copy = self._box.addButton(self.tr("&Open as Copy"), role.AcceptRole)
        self._box.addButton(self.tr("Close"), role.RejectRole).setAutoDefault(False)
        self._arrange()
        for version in found:
            self._add(version)
        self.tree.currentItemChanged.connect(self._refresh)
        # The newest is the dossier as it is now.
        first = self.tree.topLevelItem(1) or self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._refresh()

    @property
    def chosen(self) -> int:
        """The number of the version looked at; 0 for none."""
        item = self.tree.currentItem()
        return int(item.data(TIME, _SEQUENCE)) if item is not None else 0

    def _arrange(self) -> None:
        told = QLabel(
            self.tr("A version opens as a copy in a window of its own. Restoring one is a step for Undo."),
            self,
        )
        told.setWordWrap(True)
        tree = self.tree
        tree.setHeaderLabels([self.tr("When"), self.tr("What was done"), self.tr("What there was")])
        tree.setAccessibleName(self.windowTitle())
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setItemDelegate(PlainRows(tree))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TIME, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(DONE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(HAD, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemDoubleClicked.connect(self._open)
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self._restore)
        self.copy.setDefault(True)
        self._box.accepted.connect(self._open)
        self._box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(tree, 1)
        layout.addWidget(self._box)

    def _add(self, version: Version) -> None:
        is_now = not self.tree.topLevelItemCount()
        time = when(version.time, self._today)
        shown = self.tr("{0} (now)").format(time) if is_now else time
        item = QTreeWidgetItem(self.tree, [shown, _done(version), self._had(version)])
        item.setData(TIME, _SEQUENCE, version.sequence)
        item.setToolTip(DONE, plain_words(_done(version)))

    def _had(self, version: Version) -> str:
        parts = (
            _counted(version.positions, self.tr("1 position"), self.tr("{0} positions")),
            _counted(version.arguments, self.tr("1 argument"), self.tr("{0} arguments")),
            _counted(version.articles, self.tr("1 article"), self.tr("{0} articles")),
        )
        return "  ·  ".join(parts)

    def _refresh(self) -> None:
        is_now = self.tree.currentItem() is self.tree.topLevelItem(0)
        self.copy.setEnabled(bool(self.chosen))
        self.restore.setEnabled(bool(self.chosen) and not is_now and not self._locked)
        self.restore.setToolTip(plain_words(self._locked))

    def _open(self) -> None:
        self._end_with(self.open_wanted)

    def _restore(self) -> None:
        self._end_with(self.restore_wanted)

    def _end_with(self, wish: SignalInstance) -> None:
        chosen = self.chosen
        self.accept()
        wish.emit(chosen)


def when(time: datetime, today: date) -> str:
    """A time as it is told in a list, in the time of this place: "Today, 14:05", "Mon 12 Jan 2026, 09:00"."""
    here = time.astimezone()
    days = {today: tr("Today"), today - timedelta(days=1): tr("Yesterday")}
    day = days.get(here.date()) or f"{here:%a} {here.day} {here:%b %Y}"
    return f"{day}, {here:%H:%M}"


def _done(version: Version) -> str:
    """What was done, to what, and by whom."""
    label = tr(version.label)
    words = " ".join(version.words.split())
    by = tr("by {0}").format(version.who) if version.who else ""
    return " — ".join(filter(None, (label, words, by)))


def _counted(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count)
