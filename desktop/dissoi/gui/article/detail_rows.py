# SPDX-License-Identifier: MIT
"""The rows of the form for an article: one for each detail, of which those of its kind are shown."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from dissoi.dossier.records import Article, ArticleKind, Author
from dissoi.gui.article.author_rows import AuthorRows
from dissoi.gui.article.kind_chooser import KindChooser
from dissoi.gui.article.kinds import detail_hint, detail_label, has
from dissoi.gui.article.origins import origin_words
from dissoi.gui.article.proposed_line import ProposedLine
from dissoi.reading.reading import Detail, Proposals

_BEHIND_KIND = (
    "container", "contributors", "edition", "publisher", "volume", "issue", "pages", "published", "doi",
    "url", "accessed", "language",
)  # fmt: skip
"""The details below the kind, in the order of the form."""


class DetailRows(QWidget):
    """Title, authors, kind and what else a work of this kind has. What another kind has stays, unseen.

    `changed` tells of typing and choosing, `reordered` that other rows are to be gone through.
    """

    changed = Signal()
    reordered = Signal()

    def __init__(self, article: Article, proposals: Proposals, parent: QWidget) -> None:
        super().__init__(parent)
        self._article = article
        self._proposals = proposals
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.lines: dict[str, ProposedLine] = {}
        self.authors = AuthorRows(article.authors, self._found_authors(), self)
        self.kinds = KindChooser(article.sort, self._found_kinds(), self)
        self._arrange()
        self._show_kind()

    @property
    def kind(self) -> ArticleKind:
        """The kind that is chosen."""
        return self.kinds.kind

    def is_shown(self, detail: str) -> bool:
        """Whether works of the chosen kind have a detail."""
        return has(self.kind, detail)

    def written(self) -> Mapping[str, str]:
        """What is written for each detail, that of other kinds too."""
        return {name: line.text for name, line in self.lines.items()}

    def chain(self) -> tuple[QWidget, ...]:
        """What Tab goes through, from top to bottom."""
        title, *others = ((line.line, line.button) for line in self.lines.values())
        return (*title, *self.authors.chain(), self.kinds.box, *chain.from_iterable(others))

    def name_authors(self) -> None:
        """Let the key of the authors lead to the first of them."""
        self._of_authors.setBuddy(self.authors.rows[0].name)

    def _arrange(self) -> None:
        self._add("title")
        self._of_authors = self._row(self.tr("&Authors"), self.authors)
        self._row(self.tr("&Kind"), self.kinds).setBuddy(self.kinds.box)
        for detail in _BEHIND_KIND:
            self._add(detail)
        self.authors.changed.connect(self.changed)
        self.authors.reordered.connect(self.reordered)
        self.kinds.changed.connect(self._show_kind)

    def _add(self, detail: str) -> None:
        found = self._proposals.get(Detail(detail), ())
        proposed = [(str(each.value), origin_words(each.origin.value)) for each in found]
        line = ProposedLine(getattr(self._article, detail), "", proposed, self)
        line.changed.connect(self.changed)
        self.lines[detail] = line
        self._row("", line).setBuddy(line.line)

    def _row(self, label: str, field: QWidget) -> QLabel:
        """A row; its label is as high as a line: Qt sets it lower where a note stands below that."""
        named = QLabel(label, self)
        named.setFixedHeight(self.lines["title"].line.sizeHint().height())
        self._form.addRow(named, field)
        return named

    def _show_kind(self) -> None:
        """Show the rows of the chosen kind, named as it names them."""
        for detail, line in self.lines.items():
            label = detail_label(self.kind, detail)
            named = self._form.labelForField(line)
            assert isinstance(named, QLabel)
            named.setText(label)
            line.rename(label.replace("&", ""))
            line.line.setPlaceholderText(detail_hint(self.kind, detail))
            self._form.setRowVisible(line, self.is_shown(detail))
        self.changed.emit()

    def _found_authors(self) -> list[tuple[tuple[Author, ...], str]]:
        found = self._proposals.get(Detail.AUTHORS, ())
        return [
            (each.value, origin_words(each.origin.value)) for each in found if isinstance(each.value, tuple)
        ]

    def _found_kinds(self) -> list[tuple[ArticleKind, str]]:
        found = self._proposals.get(Detail.SORT, ())
        return [(ArticleKind(str(each.value)), origin_words(each.origin.value)) for each in found]
