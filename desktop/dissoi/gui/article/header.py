# SPDX-License-Identifier: MIT
"""The head of an article: its title, and a line that says what it is and how much of it is in use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QHideEvent, QPalette
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from dissoi.dossier.citation import appeared_in, authors_short, long_date
from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Article
from dissoi.gui.article.document import is_right_to_left

WORDS_PER_MINUTE = 230
"""How fast adults read to themselves; the mean for non-fiction is 238 (Brysbaert 2019)."""
_FIRST_WORDS = 400
"""In so many characters of an article it is looked for a letter with a direction."""
_FEWEST_HEADINGS = 2
"""An article with fewer headings has no contents to offer."""
_BESIDE = 8
"""The room in pixels between the button and the title."""
_NO_BREAK = "\N{NO-BREAK SPACE}"


def article_line(article: Article) -> str:
    """What is said of an article below its title: who, where, when and how long."""
    count = len(article.text.split())
    minutes = max(1, round(count / WORDS_PER_MINUTE))
    words = _tr("1 word") if count == 1 else _tr("{0} words").format(f"{count:,}")
    who = authors_short(article) if article.authors else ""
    where, length = appeared_in(article), _tr("{0}, {1} min").format(words, minutes)
    parts = (who, where if where != who else "", long_date(article.published), length)
    return " · ".join(part for part in parts if part)


def use_line(used: int) -> str:
    """How many passages are in use, in words."""
    if not used:
        return _tr("no passages in use yet")
    return _tr("1 passage in use") if used == 1 else _tr("{0} passages in use").format(f"{used:,}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ArticleHeader", text)


class ArticleHeader(QWidget):
    """Title and meta line. It lets the mouse through: a drag may begin on it.

    `contents` is the button before the title; it belongs to the parent, since it does take the mouse.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._about = ""
        self.contents = _contents_button(parent)
        self._title = _label(self)
        self._meta = _label(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._title)
        rows.addWidget(self._meta)
        rows.addStretch(1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def describe(self, article: Article) -> None:
        """Show the title of `article` and what it is."""
        self._title.setText(article.title or self.tr("Untitled article"))
        self._about = article_line(article)
        headings = sum(block.kind is BlockKind.HEADING for block in article.blocks)
        self.contents.setVisible(headings >= _FEWEST_HEADINGS)
        # Where the article is read from, its head begins too, whatever letters the title has.
        mirrored = is_right_to_left(article.text[:_FIRST_WORDS] or article.title)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        for label in (self._title, self._meta):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def count(self, used: int) -> None:
        """Show how many passages are in use."""
        line = f"{self._about} · {use_line(used)}"
        # Lines may only break between the parts.
        self._meta.setText(" · ".join(part.replace(" ", _NO_BREAK) for part in line.split(" · ")))

    def place(self, x: int, y: int) -> None:
        """Put the head here, and the button beside it: scrolling has moved both, each for itself."""
        self.move(x, y)
        beside = self.contents.sizeHint()
        middle = self._title.fontMetrics().height() // 2
        self.contents.resize(beside)
        self.contents.move(x - beside.width() - _BESIDE, y + middle - beside.height() // 2)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self.contents.hide()

    def set_look(self, title: QFont, meta: QFont, heading: str, muted: str) -> None:
        """Set fonts and colours ("#rrggbb")."""
        for label, font, colour in ((self._title, title, heading), (self._meta, meta, muted)):
            label.setFont(font)
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(palette)
        rows = self.layout()
        assert rows is not None
        rows.setSpacing(round(meta.pointSizeF() * 0.9))

    def height_at(self, width: int) -> int:
        """The height that the head needs at a width, in pixels."""
        rows = self.layout()
        assert rows is not None
        labels = self._title.heightForWidth(width), self._meta.heightForWidth(width)
        return sum(labels) + rows.spacing()

    def texts(self) -> tuple[str, str]:
        """What the head says: title and meta line."""
        return self._title.text(), self._meta.text().replace(_NO_BREAK, " ")


def _contents_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText("☰")
    button.setAutoRaise(True)
    button.setToolTip(_tr("Contents of the article (Ctrl+G)"))
    button.setAccessibleName(_tr("Contents of the article"))
    # The keyboard has Ctrl+G; Tab goes on from the article to the editor.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    button.hide()
    return button


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.WindowText)
    return label
