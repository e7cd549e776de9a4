# SPDX-License-Identifier: MIT
"""A small form for what an article is: what its cite needs, and what of that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.citation import PLAIN, cite_marks, missing_from_cite, short_cite
from dissoi.dossier.cite_styles import CiteStyle, full_cite_spans
from dissoi.dossier.prose import Span
from dissoi.dossier.records import Article
from dissoi.gui.article.detail_rows import DetailRows
from dissoi.gui.article.proposed_line import ProposedLine
from dissoi.gui.sizes import keep_size
from dissoi.gui.theme import Colours, warning_ink
from dissoi.gui.without_icons import without_icons
from dissoi.reading.dates import partial_date
from dissoi.reading.reading import Proposals

_AROUND_ROWS = 240
"""The room in pixels for the cite, what it lacks, the buttons and the frame."""
_DATES = ("published", "accessed")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class DetailsDialog(QDialog):
    """Asks for an article's title, authors and kind, and for what else a work of this kind has.

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
        self._place = place
        self._others = [each for each in others if each.id != article.id]
        self.confirms_all = False
        self.setWindowTitle(self._named_place())
        self.resize(660, 460)
        keep_size(self, "details")
        self.rows = DetailRows(article, proposals or {}, self)
        self.authors = self.rows.authors
        self._area = QScrollArea(self)
        self._box = QDialogButtonBox(self)
        self._preview = _wrapped(self)
        self._preview.setTextFormat(Qt.TextFormat.RichText)
        self._trouble = _wrapped(self)
        self._trouble.setAccessibleName(self.tr("Missing"))
        self._arrange()
        self._refresh()
        self._set_order()
        self.field("title").line.setFocus()

    def _set_order(self) -> None:
        """Let Tab go from top to bottom, and then to the buttons."""
        buttons = (*((self._every,) if self._every else ()), *self._box.buttons())
        for before, after in pairwise((*self.rows.chain(), *buttons)):
            QWidget.setTabOrder(before, after)
        self.rows.name_authors()

    def _named_place(self) -> str:
        if self._place is None or self._place[1] == 1:
            return self.tr("Article Details")
        return self.tr("Article Details, {0} of {1}").format(*self._place)

    def dress(self, _colours: Colours) -> None:
        """Be in the colours of the palette."""
        self._refresh()

    def field(self, detail: str) -> ProposedLine:
        """The line for one detail, named as in `Article`."""
        return self.rows.lines[detail]

    @property
    def missing(self) -> str:
        """What the line at the bottom says: what a cite still needs, or what cannot be taken."""
        return self._trouble.text()

    def _arrange(self) -> None:
        self.rows.changed.connect(self._refresh)
        self.rows.reordered.connect(self._set_order)
        self._area.setWidget(self.rows)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.addWidget(self._area)
        layout.addSpacing(8)
        layout.addWidget(self._preview)
        layout.addWidget(self._trouble)
        layout.addStretch(1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        role, standard = QDialogButtonBox.ButtonRole, QDialogButtonBox.StandardButton
        row = QHBoxLayout()
        if self._place is None:
            self._box.setStandardButtons(standard.Ok | standard.Cancel)
            without_icons(self._box)
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
        spans = full_cite_spans(article, CiteStyle.DEBATE, mark)
        self._preview.setText(_marked_up(spans) or escape(short_cite(article, mark)))
        if missing := missing_from_cite(article):
            self._trouble.setText(self.tr("A full cite still needs: {0}").format(", ".join(missing)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be as high as all that is said needs: Qt squeezes rows where wrapped text has become longer.

        Rows for which the screen has no room are scrolled to.
        """
        room = self.screen().availableGeometry().height() - _AROUND_ROWS
        self._area.setFixedHeight(min(self.rows.sizeHint().height(), room))
        rows = self.layout()
        if rows is not None and self.isVisible():
            rows.activate()
            needed = rows.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)

    def _wrong(self) -> str:
        """What cannot be taken as it is written; "" where all can."""
        dates = (each for each in _DATES if self.rows.is_shown(each))
        if not all(_is_date(self.field(each).text) for each in dates):
            return self.tr("Write a date as year, month and day, such as 2025-02-18, or as 18 February 2025.")
        if not all(each.name for each in self.authors.authors()):
            return self.tr("Whose credentials are these? Write the author’s name before them.")
        return ""

    def article(self) -> Article:
        """The article as the form describes it."""
        written = self.rows.written()
        dates = {name: _as_partial(written[name]) for name in _DATES}
        others = {"sort": self.rows.kind, "authors": self.authors.authors()}
        return self._article.model_copy(update={**written, **dates, **others})


def _wrapped(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _marked_up(spans: Iterable[Span]) -> str:
    """A cite as print sets it, for a label; addresses are no links here."""
    return "".join(_with_look(escape(each.text), "b" * each.bold or "i" * each.italic) for each in spans)


def _with_look(text: str, look: str) -> str:
    return f"<{look}>{text}</{look}>" if look else text


def _is_date(text: str) -> bool:
    return not text.strip() or bool(_as_partial(text))


def _as_partial(text: str) -> str:
    """A date as records have it, also where it is written as articles write dates; "" for what is none."""
    text = text.strip()
    return text if _DATE.fullmatch(text) else partial_date(text)
