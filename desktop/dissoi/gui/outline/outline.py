# SPDX-License-Identifier: MIT
"""The outline: question, articles, positions, and what the checks found; a click leads there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import QUESTION_ID, Article, RecordId
from dissoi.gui.editor.card_dragging import dragged_argument
from dissoi.gui.plain_words import plain_words
from dissoi.gui.theme import Colours, row_style, scaled, scroll_style, ui_font

Index = QModelIndex | QPersistentModelIndex
LINE = 24
"""Pixels from one line to the next."""
BESIDE = 8
"""Pixels beside the words of a line."""
_KIND = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1


class CheckLine(NamedTuple):
    """One line of what the checks found: how it is worded and where it leads, in turn."""

    key: str
    text: str


class _Lines(QStyledItemDelegate):
    """Breaks the words of what has the height of several lines; all else is cut where its line ends."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if option.rect.height() > LINE:
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText


class Outline(QTreeWidget):
    """Everything in the dossier on one side."""

    chosen = Signal(str, str)
    """(kind, id): question, article, position or check."""
    menu_wanted = Signal(str, str, object)
    """(kind, id, global position)."""
    argument_dropped = Signal(str, str)
    """(argument, position): a card was dropped on the line of a position."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._target: QTreeWidgetItem | None = None
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setIndentation(12)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setItemDelegate(_Lines(self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Outline"))
        self.setMinimumWidth(120)
        self._sections = {
            key: self._section(text)
            for key, text in (
                ("question", self.tr("QUESTION")),
                ("article", self.tr("ARTICLES")),
                ("position", self.tr("POSITIONS")),
                ("check", self.tr("CHECKS")),
            )
        }
        self.dress(colours)
        self.itemClicked.connect(self._choose)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._wish_menu)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(colours.panel))
        self.setPalette(palette)
        self.setStyleSheet(
            f"QTreeWidget {{ background: {colours.panel}; padding: 6px 0 6px 9px; border: 0 }}"
            f"QTreeWidget {{ show-decoration-selected: 0 }}{row_style(colours, 'QTreeWidget')}"
            f"{scroll_style(colours)}"
        )
        for section in self._sections.values():
            section.setData(0, Qt.ItemDataRole.ForegroundRole, QColor(colours.muted))

    def _section(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(0, scaled(ui_font(), 0.84, QFont.Weight.Bold))
        item.setSizeHint(0, QSize(0, 30))
        item.setExpanded(True)
        return item

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what `dossier` holds; what is marked stays so, wherever it stands now."""
        marked = self.currentItem()
        record = marked.data(0, _ID) if marked else None
        question = dossier.question.text or self.tr("Ask the question…")
        self._fill("question", [(QUESTION_ID, question, question)])
        titles = Counter(each.title for each in dossier.articles)
        alike = {each.id for each in dossier.articles if titles[each.title] > 1}
        lines = [
            self._article_line(dossier, each, is_alone=each.id not in alike) for each in dossier.articles
        ]
        self._fill("article", lines)
        positions = []
        for number, position in enumerate(dossier.positions, 1):
            text = position.statement or self.tr("New position")
            positions.append((position.id, f"{number}  {text}", text))
        self._fill("position", positions)
        if record:
            self.mark(record)

    def _article_line(self, dossier: Dossier, article: Article, *, is_alone: bool) -> tuple[str, str, str]:
        """The line of an article; where others have its title, its cite comes first."""
        passages = dossier.passages_of(article.id)
        used = sum(1 for passage in passages if dossier.evidence_with(passage.id))
        count = f"{used} ❝  " if used else ""
        cite = dossier.cite_of(article.id)
        title = article.title or cite
        shown = title if is_alone or not article.title else f"{cite} · {title}"
        return (article.id, f"{count}{shown}", f"{title} — {cite}")

    def show_checks(self, lines: Sequence[CheckLine]) -> None:
        """Show what the checks found."""
        texts = [(line.key, line.text, line.text) for line in lines]
        self._fill("check", texts or [("", self.tr("No gaps found"), "")])
        self._fit_checks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_checks()

    def _fit_checks(self) -> None:
        """Give what the checks found room to be read whole; names elsewhere are cut to a line."""
        section = self._sections["check"]
        room = self.viewport().width() - 2 * self.indentation() - BESIDE
        letters, flags = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        for child in filter(None, (section.child(at) for at in range(section.childCount()))):
            words = letters.boundingRect(QRect(0, 0, max(1, room), 1000), flags, child.text(0))
            more = max(1, round(words.height() / letters.lineSpacing())) - 1
            child.setSizeHint(0, QSize(0, LINE + more * letters.lineSpacing()))

    def _fill(self, kind: str, lines: Sequence[tuple[str, str, str]]) -> None:
        section = self._sections[kind]
        section.setHidden(not lines)
        while section.childCount() > len(lines):
            section.takeChild(section.childCount() - 1)
        while section.childCount() < len(lines):
            child = QTreeWidgetItem(section)
            child.setSizeHint(0, QSize(0, LINE))
        children = (section.child(place) for place in range(section.childCount()))
        for (record, text, tip), child in zip(lines, filter(None, children), strict=True):
            child.setText(0, text)
            child.setToolTip(0, plain_words(tip))
            child.setData(0, _KIND, kind)
            child.setData(0, _ID, record)

    def mark(self, record: RecordId) -> None:
        """Show which page or article is in front."""
        for section in self._sections.values():
            for child in filter(None, (section.child(at) for at in range(section.childCount()))):
                if child.data(0, _ID) == record:
                    self.setCurrentItem(child)
                    return

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_argument(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self._under(event)
        self._show_target(item)
        if item is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_target(None)
        argument, item = dragged_argument(event.mimeData()), self._under(event)
        if argument and item is not None:
            event.acceptProposedAction()
            self.argument_dropped.emit(argument, item.data(0, _ID))

    def _under(self, event: QDropEvent) -> QTreeWidgetItem | None:
        """The line of a position under what is dragged."""
        item = self.itemAt(event.position().toPoint())
        is_position = item is not None and item.data(0, _KIND) == "position"
        return item if is_position and dragged_argument(event.mimeData()) else None

    def _show_target(self, item: QTreeWidgetItem | None) -> None:
        """Show on which line a card would fall."""
        if item is not self._target:
            for line, bold in ((self._target, False), (item, True)):
                if line is not None:
                    font = QFont(self.font())
                    font.setBold(bold)
                    line.setFont(0, font)
            self._target = item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does. Qt's `itemActivated` comes with clicks too, on some desktops."""
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QTreeWidgetItem) -> None:
        kind = item.data(0, _KIND)
        if kind:
            self.chosen.emit(kind, item.data(0, _ID))

    def _wish_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is not None and item.data(0, _KIND):
            at = self.viewport().mapToGlobal(place)
            self.menu_wanted.emit(item.data(0, _KIND), item.data(0, _ID), at)
