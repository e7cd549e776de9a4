# SPDX-License-Identifier: MIT
"""A small form for what an article is: what its cite needs, and what of that is missing."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dissoi.dossier.citation import full_cite, missing_from_cite, short_cite
from dissoi.dossier.records import Article, Author

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_AUTHOR = re.compile(r"^(?P<name>[^()]+?)\s*(?:\((?P<credentials>.*)\))?$", re.DOTALL)


class DetailsDialog(QDialog):
    """Asks for an article's title, authors, publisher, dates and address.

    `article()` is the article so described, once the dialog was accepted.
    """

    def __init__(self, article: Article, parent: QWidget) -> None:
        super().__init__(parent)
        self._article = article
        self.setWindowTitle(self.tr("Article Details"))
        self.resize(620, 420)
        self._title = self._line(article.title)
        self.authors = self._line(_listed(article.authors))
        self.authors.setPlaceholderText(self.tr("Ana Ruiz (professor of law, Lisbon); Jo Weber"))
        self._publisher = self._line(article.publisher)
        self._published = self._line(article.published)
        self._published.setPlaceholderText(self.tr("2025-02-18, 2025-02 or 2025"))
        self._url = self._line(article.url)
        self._accessed = self._line(article.accessed)
        self._accessed.setPlaceholderText(self._published.placeholderText())
        self._preview = QLabel(self)
        self._preview.setWordWrap(True)
        self._trouble = QLabel(self)
        self._trouble.setWordWrap(True)
        self._arrange()
        self._refresh()

    def _line(self, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setCursorPosition(0)
        line.textChanged.connect(self._refresh)
        return line

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Title"), self._title)
        form.addRow(self.tr("&Authors (credentials)"), self.authors)
        form.addRow(self.tr("&Publisher"), self._publisher)
        form.addRow(self.tr("&Date"), self._published)
        form.addRow(self.tr("A&ddress"), self._url)
        form.addRow(self.tr("Date of a&ccess"), self._accessed)
        standard = QDialogButtonBox.StandardButton
        self._box = QDialogButtonBox(standard.Ok | standard.Cancel, parent=self)
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(self._preview)
        layout.addWidget(self._trouble)
        layout.addStretch(1)
        layout.addWidget(self._box)

    def _refresh(self) -> None:
        if not hasattr(self, "_box"):
            return
        wrong = [line for line in (self._published, self._accessed) if not _is_date(line.text())]
        ok = self._box.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not wrong)
        if wrong:
            self._trouble.setText(self.tr("Write a date as year, month and day, such as 2025-02-18."))
            return
        article = self.article()
        missing = missing_from_cite(article)
        self._preview.setText(f"{short_cite(article)}\n{full_cite(article)}")
        self._trouble.setText(
            self.tr("A full cite still needs: {0}").format(", ".join(missing)) if missing else ""
        )

    def article(self) -> Article:
        """The article as the form describes it."""
        return self._article.model_copy(
            update={
                "title": self._title.text().strip(),
                "authors": self._named(),
                "publisher": self._publisher.text().strip(),
                "published": self._published.text().strip(),
                "url": self._url.text().strip(),
                "accessed": self._accessed.text().strip(),
            }
        )

    def _named(self) -> tuple[Author, ...]:
        """The authors. Not every name survives being read again, so a line left alone leaves them alone."""
        before = self._article.authors
        return before if self.authors.text() == _listed(before) else _authors(self.authors.text())


def _listed(authors: tuple[Author, ...]) -> str:
    return "; ".join(map(_worded, authors))


def _worded(author: Author) -> str:
    return f"{author.name} ({author.credentials})" if author.credentials else author.name


def _authors(text: str) -> tuple[Author, ...]:
    return tuple(_author(part.strip()) for part in _parts(text) if part.strip())


def _author(text: str) -> Author:
    found = _AUTHOR.match(text)
    if found is None:
        return Author(name=text)
    return Author(name=found["name"].strip(), credentials=(found["credentials"] or "").strip())


def _parts(text: str) -> list[str]:
    """`text` cut at semicolons that stand outside parentheses."""
    parts, depth = [""], 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == ";" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _is_date(text: str) -> bool:
    return not text.strip() or _DATE.fullmatch(text.strip()) is not None
