# SPDX-License-Identifier: MIT
"""The first page: start a dossier, open one, look at the sample, or go on with a recent one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QIcon,
    QKeySequence,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dissoi.gui.library import Known
from dissoi.gui.plain_words import plain_words
from dissoi.gui.theme import SERIF, Colours, row_style, scaled, scroll_style, tint, ui_font
from dissoi.gui.welcome.rows import DossierRows

SIGN = 56
"""Pixels that the program's icon is wide and high."""
LEAST = 150
"""Pixels that the list is high and wide at least."""


class Welcome(QWidget):
    """Shown while no dossier is open."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(object)
    keys_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, colours: Colours, icon: QIcon) -> None:
        super().__init__()
        self._muted: list[QLabel] = []
        self.setWindowTitle(self.tr("Dissoi"))
        self.setWindowIcon(icon)
        self.resize(820, 520)
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 44, 32, 32)
        row.setSpacing(40)
        row.addLayout(self._left(icon), 2)
        row.addLayout(self._right(), 3)
        self._rows = DossierRows(colours, self.list)
        self.list.setItemDelegate(self._rows)
        for key, run in self._keys():
            QShortcut(QKeySequence(key), self, run)
        self.dress(colours)

    def _keys(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """What the keys do that are those of a window, besides those of the buttons."""
        return (("Ctrl+W", self.close), ("Ctrl+Q", self.quit_wanted.emit), ("F1", self.keys_wanted.emit))

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self.setStyleSheet(_style(colours))
        self._rows.dress(colours)
        for label in self._muted:
            tint(label, colours.muted)

    def _left(self, icon: QIcon) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        sign = QLabel(self)
        sign.setPixmap(icon.pixmap(SIGN, SIGN))
        sign.setMinimumHeight(SIGN)
        column.addWidget(sign)
        name = QLabel("Dissoi", self)
        font = QFont(SERIF)
        font.setPointSizeF(30)
        font.setWeight(QFont.Weight.Bold)
        name.setFont(font)
        column.addWidget(name)
        motto = QLabel(self.tr("Both sides of the question, beside the article they rest on."), self)
        motto.setWordWrap(True)
        self._muted.append(motto)
        column.addWidget(motto)
        column.addSpacing(16)
        self.buttons = (
            self._button(self.tr("New Dossier"), "Ctrl+N", self.new_wanted),
            self._button(self.tr("Open…"), "Ctrl+O", self.open_wanted),
            self._button(self.tr("Look at the Sample"), "", self.sample_wanted),
        )
        self.buttons[0].setObjectName("primary")
        for button in self.buttons:
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _button(self, text: str, key: str, wanted: SignalInstance) -> QPushButton:
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        button = QPushButton(f"{text}    {shown}" if key else text, self)
        button.setMinimumHeight(38)
        button.setShortcut(QKeySequence(key))
        button.clicked.connect(wanted)
        return button

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        heading = QLabel(self.tr("RECENT"), self)
        heading.setFont(scaled(ui_font(), 0.84, QFont.Weight.Bold))
        self._muted.append(heading)
        column.addWidget(heading)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMinimumSize(LEAST, LEAST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Recent dossiers"))
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.list.setPalette(palette)
        self.list.itemActivated.connect(self._open_item)
        self.list.itemClicked.connect(self._open_item)
        column.addWidget(self.list, 1)
        drop = QLabel(self.tr("An article or a dossier can also be dropped here."), self)
        drop.setWordWrap(True)
        self._muted.append(drop)
        column.addWidget(drop)
        return column

    def show_files(self, known: Iterable[Known]) -> None:
        """List dossiers, each with its question."""
        self.list.clear()
        for each in known:
            item = QListWidgetItem(self._told(each), self.list)
            item.setData(Qt.ItemDataRole.UserRole, str(each.path))
            item.setToolTip(plain_words("\n".join(filter(None, (each.motion, str(each.path))))))
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(self.tr("Dossiers that you opened will be listed here."), self.list)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)

    def _told(self, known: Known) -> str:
        motion = " ".join(known.motion.split())
        if known.is_draft:
            return self.tr("{0}\ndraft, no name yet").format(motion or known.path.stem)
        name = " — ".join(filter(None, (known.path.stem, motion)))
        return f"{name}\n{_shortened(known.path.parent)}"

    def _open_item(self, item: QListWidgetItem) -> None:
        name = item.data(Qt.ItemDataRole.UserRole)
        if name:
            self.file_wanted.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.file_wanted.emit(files[0])


def _shortened(folder: Path) -> Path:
    """A folder told from the user's own, as it is written where that is usual."""
    if os.name == "posix" and folder.is_relative_to(Path.home()):
        return Path("~") / folder.relative_to(Path.home())
    return folder


def _style(colours: Colours) -> str:
    return f"""
    QPushButton {{ border: 1px solid {colours.border}; border-radius: 6px; background: {colours.card};
        color: {colours.ink}; padding: 4px 14px; text-align: left;
        outline: 0; }}
    QPushButton:hover {{ background: {colours.hover}; }}
    QPushButton:focus {{ border: 1px solid {colours.accent}; }}
    QPushButton#primary {{ background: {colours.accent}; border: 0; font-weight: 600;
        color: {colours.on_accent}; }}
    QPushButton#primary:focus {{ border: 2px solid {colours.ink}; padding: 2px 12px; }}
    QListWidget::item {{ border-radius: 6px; }}
    QListWidget::item:hover {{ background: {colours.hover}; }}
    {row_style(colours, "QListWidget")}
    {scroll_style(colours)}
    """
