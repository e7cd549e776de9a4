# SPDX-License-Identifier: MIT
"""The authors of an article as rows of a form: name and credentials each, to be added, removed and moved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.records import Author
from dissoi.gui.article.proposed_line import mute, set_small
from dissoi.gui.theme import Colours

ProposedAuthors = Sequence[tuple[tuple[Author, ...], str]]
"""Authors that were found, each list with words for where; the likeliest first."""

MOST_SEEN = 4
"""So many rows are shown at once; further ones are scrolled to."""


class AuthorRow(QWidget):
    """One author. `changed` tells of typing, `left` of leaving the name, `up` and `removed` of buttons."""

    changed = Signal()
    left = Signal()
    up = Signal()
    removed = Signal()

    def __init__(self, author: Author, parent: QWidget) -> None:
        super().__init__(parent)
        self._author = author
        self.name = self._line(author.name, self.tr("Name"))
        self.credentials = self._line(author.credentials, self.tr("Credentials, such as professor of law"))
        self.raise_button = self._button("↑", self.tr("Name this author before the one above"), self.up)
        self.remove_button = self._button("✕", self.tr("Remove this author"), self.removed)
        self.name.editingFinished.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.name, 2)
        row.addWidget(self.credentials, 3)
        row.addWidget(self.raise_button)
        row.addWidget(self.remove_button)

    def authors(self) -> tuple[Author, ...]:
        """The author as written, or several whose names semicolons part; the credentials are the first one's.

        A field may show less than was found, so one left alone stays as it was.
        """
        if not (self.name.isModified() or self.credentials.isModified()):
            return (self._author,)
        typed, credentials = self.name.text(), self.credentials.text().strip()
        names = [name for each in typed.split(";") if (name := each.strip())] or [""]
        if not self.name.isModified():
            names = [typed.strip()]
        return (Author(name=names[0], credentials=credentials), *(Author(name=name) for name in names[1:]))

    def number(self, place: int) -> None:
        """Say which author this is, counted from 1, to those who hear the form."""
        self.name.setAccessibleName(self.tr("Author {0}: name").format(place))
        self.credentials.setAccessibleName(self.tr("Author {0}: credentials").format(place))
        self.raise_button.setEnabled(place > 1)

    def _line(self, text: str, hint: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setPlaceholderText(hint)
        line.setCursorPosition(0)
        line.textChanged.connect(self.changed)
        return line

    def _button(self, sign: str, tip: str, told: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(told)
        return button


class AuthorRows(QWidget):
    """All authors, in the order in which they are named."""

    changed = Signal()
    reordered = Signal()
    """There are other rows, or they stand in another order."""

    def __init__(self, authors: Sequence[Author], proposed: ProposedAuthors, parent: QWidget) -> None:
        super().__init__(parent)
        self._proposed = tuple(proposed)
        self.rows: list[AuthorRow] = []
        self.origin = QLabel(self)
        self.add_button = QToolButton(self)
        self.choices = QToolButton(self)
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._area = QScrollArea(self)
        self._arrange()
        self.set_authors(authors)

    def authors(self) -> tuple[Author, ...]:
        """The authors as written; rows without a word are none."""
        written = chain.from_iterable(row.authors() for row in self.rows)
        return tuple(each for each in written if each.name or each.credentials)

    def set_authors(self, authors: Sequence[Author]) -> None:
        """Show these authors and no others; one empty row where there are none."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for author in authors or (Author(name=""),):
            self._append(author)
        self._refresh()

    def add(self) -> None:
        """Add an empty row, and go to it."""
        self._append(Author(name=""))
        self._refresh()
        self.rows[-1].name.setFocus()
        self._area.ensureWidgetVisible(self.rows[-1])

    def _append(self, author: Author) -> None:
        self._insert(len(self.rows), author)

    def _insert(self, place: int, author: Author) -> None:
        row = AuthorRow(author, self._inner)
        row.changed.connect(self._tell)
        row.left.connect(partial(self._part, row))
        row.up.connect(partial(self._raise, row))
        row.removed.connect(partial(self._remove, row))
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()

    def _part(self, row: AuthorRow) -> None:
        """Give each of several names that were written into one row a row of its own."""
        several = row.authors()
        if len(several) == 1:
            return
        row.name.setText(several[0].name)
        row.name.setModified(True)
        at = self.rows.index(row)
        for place, author in enumerate(several[1:], at + 1):
            self._insert(place, author)
        self._refresh()

    def _raise(self, row: AuthorRow) -> None:
        at = self.rows.index(row)
        if at:
            self.rows.insert(at - 1, self.rows.pop(at))
            self._column.insertWidget(at - 1, row)
            self._refresh()

    def _remove(self, row: AuthorRow) -> None:
        at = self.rows.index(row)
        left = list(chain.from_iterable(each.authors() for each in self.rows if each is not row))
        self.set_authors(left)
        self.rows[min(at, len(self.rows) - 1)].name.setFocus()

    def _refresh(self) -> None:
        for place, row in enumerate(self.rows, 1):
            row.number(place)
        height = self.rows[0].sizeHint().height()
        seen = min(len(self.rows), MOST_SEEN)
        self._area.setFixedHeight(seen * height + (seen - 1) * self._column.spacing())
        self._tell()
        self.reordered.emit()

    def chain(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in order."""
        rows = ((row.name, row.credentials, row.raise_button, row.remove_button) for row in self.rows)
        return (*chain.from_iterable(rows), self.add_button, self.choices)

    def dress(self, _colours: Colours) -> None:
        """Be in the colours of the palette."""
        mute(self.origin)

    def _tell(self) -> None:
        self.origin.setText(self.said())
        self.changed.emit()

    def said(self) -> str:
        """Where these authors were found; that they were corrected, when they were not found so."""
        authors = self.authors()
        corrected = self.tr("as you wrote it") if authors and self._proposed else ""
        return next((origin for found, origin in self._proposed if found == authors), corrected)

    def _arrange(self) -> None:
        set_small(self.origin)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._area.setWidget(self._inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_button.setText(self.tr("+ Add author"))
        self.add_button.clicked.connect(self.add)
        self.choices.setText("▾")
        self.choices.setToolTip(self.tr("What else was found"))
        self.choices.setAccessibleName(self.tr("Authors: what else was found"))
        self.choices.clicked.connect(self.offer)
        self.choices.setVisible(len({found for found, _ in self._proposed}) > 1)
        for button in (self.add_button, self.choices):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoRaise(button is self.add_button)
        below = QHBoxLayout()
        below.addWidget(self.origin, 1)
        below.addWidget(self.add_button)
        below.addWidget(self.choices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._area)
        layout.addLayout(below)
        # A layout that holds lines of text takes room from what may be smaller.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def offer(self) -> None:
        """Open the menu of what was found."""
        menu = QMenu(self)
        for found, origin in self._proposed:
            shown = "; ".join(each.name for each in found) or self.tr("nobody")
            action = menu.addAction(f"{shown}\t{origin}".replace("&", "&&"))
            action.triggered.connect(partial(self.set_authors, found))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.choices.mapToGlobal(self.choices.rect().bottomLeft()))
