# SPDX-License-Identifier: MIT
"""A small form for what an article is: what its cite needs, and what of that is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.citation import PLAIN, cite_marks, full_cite, missing_from_cite, short_cite
from dissoi.dossier.records import Article
from dissoi.gui.article.author_rows import AuthorRows
from dissoi.gui.article.proposed_line import ProposedLine
from dissoi.gui.sizes import keep_size
from dissoi.gui.theme import Colours, warning_ink
from dissoi.reading.dates import partial_date
from dissoi.reading.reading import Detail, Proposals

_DATES = ("published", "accessed")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("details", text)


class DetailsDialog(QDialog):
    """Asks for an article's title, authors, publisher, dates, address and language.

    After an import it shows where each was found and what else was; `place` then says which of how many
    articles this is. `article()` is the article so described, once the dialog was accepted, and
    `confirms_all` whether the articles that follow are to stay as they are proposed. The cite that it shows
    is told from those of `others`.
    """

    def __init__(
        self,
        article: Article,
        parent: QWidget,
        proposals: Proposals | None = None,
        place: tuple[int, int] | None = None,
        *,
        others: Sequence[Article] = (),
    ) -> None:
        super().__init__(parent)
        self._article = article
        self._proposals = proposals or {}
        self._place = place
        self._others = [each for each in others if each.id != article.id]
        self.confirms_all = False
        self.setWindowTitle(self._named_place())
        self.resize(660, 460)
        keep_size(self, "details")
        self._fields: dict[str, ProposedLine] = {}
        self.authors = self._author_rows()
        self._box = QDialogButtonBox(self)
        self._preview = _wrapped(self)
        self._trouble = _wrapped(self)
        self._trouble.setAccessibleName(self.tr("Missing"))
        self._arrange()
        self._refresh()
        self._set_order()
        self._fields["title"].line.setFocus()

    def _set_order(self) -> None:
        """Let Tab go from top to bottom, through the authors below the title."""
        title, *others = ((field.line, field.button) for field in self._fields.values())
        buttons = (*((self._every,) if self._every else ()), *self._box.buttons())
        for before, after in pairwise(
            (*title, *self.authors.chain(), *chain.from_iterable(others), *buttons)
        ):
            QWidget.setTabOrder(before, after)
        self._of_authors.setBuddy(self.authors.rows[0].name)

    def _named_place(self) -> str:
        if self._place is None or self._place[1] == 1:
            return self.tr("Article Details")
        return self.tr("Article Details, {0} of {1}").format(*self._place)

    def dress(self, _colours: Colours) -> None:
        """Be in the colours of the palette."""
        self._refresh()

    def field(self, detail: str) -> ProposedLine:
        """The line for one detail, named as in `Article`."""
        return self._fields[detail]

    @property
    def missing(self) -> str:
        """What the line at the bottom says: what a cite still needs, or what cannot be taken."""
        return self._trouble.text()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        dates = self.tr("2025-02-18, 2025-02 or 2025")
        for detail, label, hint in (
            ("title", self.tr("&Title"), ""),
            ("publisher", self.tr("&Publisher"), ""),
            ("published", self.tr("&Date"), dates),
            ("url", self.tr("Add&ress"), ""),
            ("accessed", self.tr("Date of a&ccess"), dates),
            ("language", self.tr("&Language"), self.tr("en, de, fr-CA")),
        ):
            form.addRow(label, self._line(detail, label.replace("&", ""), hint))
            named = form.labelForField(self._fields[detail])
            if isinstance(named, QLabel):
                named.setBuddy(self._fields[detail].line)
        self._of_authors = QLabel(self.tr("&Authors"), self)
        form.insertRow(1, self._of_authors, self.authors)
        # A label is as high as the line it names: Qt sets it lower where a note stands below that.
        height = self._fields["title"].line.sizeHint().height()
        for field in (self.authors, *self._fields.values()):
            form.labelForField(field).setFixedHeight(height)
        self.authors.changed.connect(self._refresh)
        self.authors.reordered.connect(self._set_order)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(self._preview)
        layout.addWidget(self._trouble)
        layout.addStretch(1)
        layout.addLayout(self._buttons())

    def _author_rows(self) -> AuthorRows:
        found = self._proposals.get(Detail.AUTHORS, ())
        proposed = [
            (each.value, origin_words(each.origin.value)) for each in found if isinstance(each.value, tuple)
        ]
        return AuthorRows(self._article.authors, proposed, self)

    def _line(self, detail: str, name: str, hint: str) -> ProposedLine:
        value = getattr(self._article, detail)
        found = self._proposals.get(Detail(detail), ()) if self._proposals else ()
        proposed = [(str(each.value), origin_words(each.origin.value)) for each in found]
        line = ProposedLine(value, name, proposed, self)
        line.line.setPlaceholderText(hint)
        line.changed.connect(self._refresh)
        self._fields[detail] = line
        return line

    def _buttons(self) -> QHBoxLayout:
        role, standard = QDialogButtonBox.ButtonRole, QDialogButtonBox.StandardButton
        row = QHBoxLayout()
        if self._place is None:
            self._box.setStandardButtons(standard.Ok | standard.Cancel)
            self._ok = self._box.button(standard.Ok)
        else:
            self._ok = self._box.addButton(self.tr("C&onfirm"), role.AcceptRole)
            self._box.addButton(self.tr("Lea&ve as Proposed"), role.RejectRole)
        if self._place is not None and self._place[0] < self._place[1]:
            every = QPushButton(self.tr("Con&firm All"), self)
            every.setAutoDefault(False)
            every.setToolTip(self.tr("Confirm this article and leave those that follow as proposed"))
            every.clicked.connect(self._confirm_all)
            row.addWidget(every)
            self._every: QPushButton | None = every
        else:
            self._every = None
        self._ok.setDefault(True)
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        row.addWidget(self._box, 1)
        return row

    def _confirm_all(self) -> None:
        self.confirms_all = True
        self.accept()

    def _refresh(self) -> None:
        wrong = self._wrong()
        for button in (self._ok, self._every):
            if button is not None:
                button.setEnabled(not wrong)
        self._trouble.setText(wrong)
        palette = self.palette()
        if wrong:
            palette.setColor(QPalette.ColorRole.WindowText, warning_ink(palette))
        self._trouble.setPalette(palette)
        if not wrong:
            self._tell_cite()
        self._grow()

    def _tell_cite(self) -> None:
        article = self.article()
        mark = cite_marks([article, *self._others]).get(article.id, PLAIN)
        self._preview.setText(f"{short_cite(article, mark)}\n{full_cite(article)}")
        if missing := missing_from_cite(article):
            self._trouble.setText(self.tr("A full cite still needs: {0}").format(", ".join(missing)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be as high as all that is said needs: Qt squeezes rows where wrapped text has become longer."""
        rows = self.layout()
        if rows is not None and self.isVisible():
            rows.activate()
            needed = rows.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)

    def _wrong(self) -> str:
        """What cannot be taken as it is written; "" where all can."""
        if not all(_is_date(self._fields[each].text) for each in _DATES):
            return self.tr("Write a date as year, month and day, such as 2025-02-18, or as 18 February 2025.")
        if not all(each.name for each in self.authors.authors()):
            return self.tr("Whose credentials are these? Write the author’s name before them.")
        return ""

    def article(self) -> Article:
        """The article as the form describes it."""
        written = {name: line.text for name, line in self._fields.items()}
        written.update({name: _as_partial(written[name]) for name in _DATES})
        return self._article.model_copy(update={**written, "authors": self.authors.authors()})


def _wrapped(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def origin_words(origin: str) -> str:
    """Words for where something was found; `origin` is the value of an `Origin`."""
    words = {
        "JSON-LD": tr("from JSON-LD"),
        "meta tag": tr("from a meta tag"),
        "byline": tr("from the byline"),
        "heading": tr("from the heading"),
        "front matter": tr("from the front matter"),
        "file properties": tr("from the file’s properties"),
        "address": tr("from the address"),
        "text": tr("from the text"),
        "file name": tr("from the file’s name"),
        "today": tr("today’s date"),
    }
    return words.get(origin, origin)


def _is_date(text: str) -> bool:
    return not text.strip() or bool(_as_partial(text))


def _as_partial(text: str) -> str:
    """A date as records have it, also where it is written as articles write dates; "" for what is none."""
    text = text.strip()
    return text if _DATE.fullmatch(text) else partial_date(text)
