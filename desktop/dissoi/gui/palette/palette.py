# SPDX-License-Identifier: MIT
"""The palette: type a few letters, press Enter, and be there or have it done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import RecordId
from dissoi.dossier.sides import reference_of
from dissoi.gui.article.finding import Folded
from dissoi.gui.plain_words import plain_words

_SHOWN = 60
_NAMES = 20
"""So many names are shown at most where words were found in texts too."""
_GAP = 8
"""Pixels on both sides of what is said beside an entry."""
_BESIDE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_KEYS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


@dataclass(frozen=True)
class Entry:
    """One thing to find: what it is called, what is said beside it, and what choosing it does.

    `also` are words that it is found by besides.
    """

    text: str
    beside: str
    run: Callable[[], object]
    also: str = ""

    @cached_property
    def folded(self) -> str:
        """What it is found by, without case and accents."""
        return Folded.of(f"{self.text} {self.also}").text


def record_entries(
    dossier: Dossier, show: Callable[[RecordId], object], edit: Callable[[RecordId], object]
) -> Iterator[Entry]:
    """Positions and articles, to be shown, and arguments, to be edited."""
    for position in dossier.positions:
        name = position.statement or QCoreApplication.translate("palette", "New position")
        yield Entry(name, dossier.number_of(position.id), _shower(show, position.id))
    for argument in dossier.arguments:
        if argument.claim:
            yield Entry(argument.claim, reference_of(dossier, argument.id), _shower(edit, argument.id))
    for article in dossier.articles:
        name = article.title or QCoreApplication.translate("palette", "Untitled article")
        cite, authors = dossier.cite_of(article.id), (author.name for author in article.authors)
        yield Entry(name, cite, _shower(show, article.id), " ".join([cite, *authors, article.publisher]))


def _shower(show: Callable[[RecordId], object], record: RecordId) -> Callable[[], object]:
    return lambda: show(record)


def matching(entries: Iterable[Entry], wanted: str) -> list[Entry]:
    """The entries that have every word of `wanted`, those that start with it first."""
    words = Folded.of(wanted).text.split()
    found = [entry for entry in entries if all(word in entry.folded for word in words)]
    first = words[0] if words else ""
    return sorted(found, key=lambda entry: not entry.folded.startswith(first))


def _nothing_more(_wanted: str) -> Sequence[Entry]:
    return ()


class _Rows(QStyledItemDelegate):
    """Sets at the right what is said beside an entry, which is cut before that."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # A window that pops up is not active, but the keyboard is here.
        option.state |= QStyle.StateFlag.State_Active

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        beside = index.data(_BESIDE) or ""
        width = option.fontMetrics.horizontalAdvance(beside) + 2 * _GAP if beside else 0
        area: QRect = QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(area, option.palette.highlight())
        option.rect.setWidth(area.width() - width)
        super().paint(painter, option, index)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, role))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, -_GAP, 0), right, beside)


class Palette(QDialog):
    """Asks for an entry, which is `chosen` then; `asked` stands in the empty line.

    `more` is asked at every key for what else has the words, which is shown behind the entries.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        parent: QWidget,
        asked: str = "",
        more: Callable[[str], Sequence[Entry]] = _nothing_more,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._entries = entries
        self._more = more
        self._shown: list[Entry] = []
        self.chosen: Entry | None = None
        self.resize(560, 380)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(asked or self.tr("Search or run a command"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self._run_current)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.itemClicked.connect(self._run_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        self._search("")
        self.line.setFocus()

    def _search(self, wanted: str) -> None:
        more = self._more(wanted)
        names = matching(self._entries, wanted)[: _NAMES if more else _SHOWN]
        self._shown = [*names, *more]
        self.list.clear()
        for entry in self._shown:
            item = QListWidgetItem(entry.text)
            item.setData(_BESIDE, entry.beside)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text}, {entry.beside}".rstrip(", "))
            item.setToolTip(plain_words(entry.text))
            self.list.addItem(item)
        if self._shown:
            self.list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(self.tr("Nothing found"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the caret stays in the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _run_current(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            self.chosen = self._shown[row]
            self.accept()


def choose(
    entries: Sequence[Entry],
    window: QWidget,
    asked: str = "",
    more: Callable[[str], Sequence[Entry]] = _nothing_more,
) -> None:
    """Let the user choose an entry in the middle of the upper edge of a window."""
    palette = Palette(entries, window, asked, more)
    place = QPoint((window.width() - palette.width()) // 2, 56)
    palette.move(window.mapToGlobal(place))
    palette.exec()
    palette.deleteLater()
    # Run while it is open, it would give the focus back from where the entry leads.
    if palette.chosen is not None:
        palette.chosen.run()
