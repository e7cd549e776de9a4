# SPDX-License-Identifier: MIT
"""An article on its page: laid out, painted, scrolled. What is done with it is in `reader.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from dissoi.dossier.paragraphs import paragraph_numbers
from dissoi.dossier.prose import Block
from dissoi.dossier.records import Article, RecordId
from dissoi.gui.article.colours import LIGHT, ReaderColours
from dissoi.gui.article.document import build_document
from dissoi.gui.article.finding import Hits
from dissoi.gui.article.flashing import Flashing
from dissoi.gui.article.geometry import line_slot, runs_of
from dissoi.gui.article.header import ArticleHeader
from dissoi.gui.article.marks import Mark, Marks, ShownPassage
from dissoi.gui.article.offsets import Offsets
from dissoi.gui.article.painting import Page, paint_page
from dissoi.gui.article.pictures import Pictures, fit, shown_size
from dissoi.gui.article.sheet import Sheet
from dissoi.gui.article.typography import LEAST_ZOOM, MOST_ZOOM, Typography

_TOP, _BELOW_HEADER, _BOTTOM = 1.5, 1.5, 5.0
"""Room above and below the header and at the end of the text, in em."""
_NO_PICTURE = 4.0
"""The height in em of a picture that is not there."""
_MOST_OF_WINDOW = 0.85
"""How much of the window's height a picture may take."""
_HEAD = (-1, 0.0)
"""The place at the very top (see `ArticlePage._top_place`)."""


class ArticlePage(Sheet):
    """Shows an article in a centred column, read-only. The document holds the article's text alone."""

    article_shown = Signal()
    """Another article, or other text, is shown now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._document: QTextDocument | None = None
        self._numbers: tuple[int, ...] = ()
        self._offsets = Offsets()
        self._marks = Marks()
        self._hits = Hits()
        self._colours = LIGHT
        self._typography = Typography(dpi=self.logicalDpiY())
        self._column = self._typography.column(self.viewport().width())
        self._places: dict[RecordId, tuple[int, float]] = {}
        self._place_at_first: tuple[int, float] | None = None
        self.pictures = Pictures(self)
        self.pictures.loaded.connect(self._show_pictures)
        self._flashing = Flashing(self)
        self._flashing.changed.connect(self._repaint)
        self._header = ArticleHeader(self.viewport())
        self._header.hide()
        self._set_look()

    @property
    def article(self) -> Article | None:
        """The article shown, if any."""
        return self._article

    @property
    def offsets(self) -> Offsets:
        """Converts between offsets of the article and positions of the document."""
        return self._offsets

    @property
    def colours(self) -> ReaderColours:
        """The colours in use."""
        return self._colours

    @property
    def zoom(self) -> float:
        """The size of the type, 1 being normal."""
        return self._typography.zoom

    def show_article(self, article: Article, passages: Sequence[ShownPassage] = ()) -> None:
        """Show an article with its passages. An article read before opens where it was left."""
        shown = self._article
        is_new = shown is None or shown.id != article.id or shown.blocks != article.blocks
        if is_new:
            self._remember_place()
            self._flashing.stop()
            self._offsets = Offsets.of(article.text)
            self._numbers = paragraph_numbers(article.blocks)
        self._article = article
        self._header.describe(article)
        self._header.show()
        self.show_passages(passages)
        if is_new:
            self._hits = Hits()
            self.pictures.forget()
            self._build()
            self._scroll_to_place(self._places.get(article.id, _HEAD))
            self.article_shown.emit()
        else:
            self._lay_out()

    def show_passages(self, passages: Sequence[ShownPassage]) -> None:
        """Mark these passages and no others. The text is not laid out again."""
        self._marks = Marks.of(passages, self._offsets)
        self._header.count(self._marks.used)
        self._repaint()

    def reveal(self, passage_id: str) -> None:
        """Scroll a shown passage into view, a third from the top unless it is in view, and let it glow."""
        mark = self._marks.find(passage_id)
        if mark is None:
            return
        # First the place: the caret brings itself into view, at the edge of the window.
        self._bring_into_view(mark.start, mark.end)
        self._show_caret_at(mark.start)
        self._flashing.start(mark.start, mark.end)
        self._repaint()

    @property
    def hits(self) -> Hits:
        """The places that were looked for."""
        return self._hits

    def set_hits(self, hits: Hits) -> None:
        """Mark these places, and bring the current one into view."""
        self._hits = hits
        if hits.ranges:
            start, end = hits.ranges[hits.current]
            self._bring_into_view(start, end)
        self._repaint()

    def clear(self) -> None:
        """Show no article."""
        self._remember_place()
        self._article = None
        self._numbers, self._offsets, self._marks = (), Offsets(), Marks()
        self._hits = Hits()
        self._flashing.stop()
        self._header.hide()
        self._build()
        self.article_shown.emit()

    def set_colours(self, colours: ReaderColours) -> None:
        """Paint in these colours."""
        if colours != self._colours:
            self._colours = colours
            self._set_look()
            self._build_again()

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the type, 1 being normal; what stands at the top stays there."""
        zoom = max(LEAST_ZOOM, min(zoom, MOST_ZOOM))
        if zoom != self._typography.zoom:
            self._typography = self._typography._replace(zoom=zoom)
            self._set_look()
            self._build_again()

    def set_sans(self, *, sans: bool) -> None:
        """Set the article in letters without serifs, or with."""
        if sans != self._typography.sans:
            self._typography = self._typography._replace(sans=sans)
            self._build_again()

    def marks_at(self, point: QPoint) -> tuple[Mark, ...]:
        """The marks under a point of the viewport, the topmost last."""
        place = self._on_page(point)
        at = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlock(max(at, 0))
        near = self._marks.between(block.position(), block.position() + block.length())
        return tuple(
            mark
            for mark in near
            if any(run.slot.contains(place) for run in runs_of(block, mark.start, mark.end))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        paint_page(painter, self._page(), QRectF(event.rect().translated(0, top)))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._top_place()
        super().resizeEvent(event)
        self._lay_out()
        self._scroll_to_place(place)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_header()

    def _set_look(self) -> None:
        colours = self._colours
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(colours.page))
        palette.setColor(QPalette.ColorRole.Text, QColor(colours.ink))
        # The selection is painted with the marks, in the full height of its lines.
        palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.ink))
        self.setPalette(palette)
        # Under a window with a style sheet the viewport keeps a palette of its own.
        self.viewport().setPalette(palette)

    def _build(self) -> None:
        """Make the document anew from the article."""
        old = self._document
        blocks = self._article.blocks if self._article else ()
        document = build_document(blocks, self._typography, self._colours, self)
        # Margins set before the document is shown save laying it out twice.
        self._set_margins(document)
        self.setDocument(document)
        self._document = document
        if old is not None:
            old.deleteLater()
        self._lay_out()

    def _build_again(self) -> None:
        """Make the document anew where only its look has changed."""
        place, cursor = self._top_place(), self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._build()
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._scroll_to_place(place)

    def _lay_out(self) -> None:
        """Set the column in the middle of the window and the header above it."""
        self._set_margins(self.document())
        if self._article is not None:
            fit(self.document(), self._article.blocks, self._picture_height)
        self._place_header()

    def _show_pictures(self) -> None:
        """Make room for a picture that was loaded; what stands at the top stays there."""
        place = self._top_place()
        if self._article and fit(self.document(), self._article.blocks, self._picture_height):
            self._scroll_to_place(place)
        self._repaint()

    def _picture_height(self, block: Block) -> float:
        size = self.pictures.size(block.picture)
        if size.isEmpty():
            return _NO_PICTURE * self._typography.em
        most = max(_NO_PICTURE * self._typography.em, self.viewport().height() * _MOST_OF_WINDOW)
        return shown_size(size, self._column.width, round(most)).height()

    def _set_margins(self, document: QTextDocument) -> None:
        em, width = self._typography.em, self.viewport().width()
        self._column = self._typography.column(width)
        self._dress_header()
        header = self._header.height_at(self._column.width)
        self._header.resize(self._column.width, header)
        frame = document.rootFrame()
        margins = frame.frameFormat()
        margins.setTopMargin(round((_TOP + _BELOW_HEADER) * em) + header)
        margins.setBottomMargin(round(_BOTTOM * em))
        margins.setLeftMargin(self._column.left)
        margins.setRightMargin(max(0, width - self._column.left - self._column.width))
        if margins != frame.frameFormat():
            frame.setFrameFormat(margins)

    def _dress_header(self) -> None:
        title = self._typography.title_font(self._column.width)
        meta = self._typography.note_font(self.font())
        self._header.set_look(title, meta, self._colours.heading, self._colours.muted)

    def _place_header(self) -> None:
        top = round(_TOP * self._typography.em) - self.verticalScrollBar().value()
        self._header.place(self._column.left, top)

    def _page(self) -> Page:
        cursor = self.textCursor()
        return Page(
            document=self.document(),
            blocks=self._article.blocks if self._article else (),
            numbers=self._numbers,
            marks=self._marks,
            selection=(cursor.selectionStart(), cursor.selectionEnd()),
            flash=self._flashing.flash,
            hits=self._hits,
            pictures=self.pictures,
            colours=self._colours,
            typography=self._typography,
            column=self._column,
            note_font=self._typography.note_font(self.font(), 0.72),
        )

    def places(self) -> dict[str, tuple[int, int]]:
        """Where each article was left: a position (UTF-16 units, -1 for the head) and pixels beyond it."""
        self._remember_place()
        return {str(article): (at, round(beyond)) for article, (at, beyond) in self._places.items()}

    def take_up(self, places: Mapping[str, tuple[int, int]]) -> None:
        """Open articles at these places, the one that is shown as soon as the window is."""
        self._places |= {RecordId(article): place for article, place in places.items()}
        if self._article is not None:
            self._place_at_first = self._places.get(self._article.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._place_at_first is not None:
            place, self._place_at_first = self._place_at_first, None
            self._scroll_to_place(place)

    def _remember_place(self) -> None:
        if self._article is not None:
            self._places[self._article.id] = self._top_place()

    def top_position(self) -> int:
        """The position (UTF-16 units) of the text at the top of the window."""
        return max(0, self._top_place()[0])

    def _top_place(self) -> tuple[int, float]:
        """What stands at the top of the window: a position, and how far its line is scrolled past it.

        Position -1 stands for the header, with the pixels scrolled.
        """
        top = self.verticalScrollBar().value()
        if top < self.document().rootFrame().frameFormat().topMargin():
            return -1, top
        layout = self.document().documentLayout()
        at = max(0, layout.hitTest(QPointF(self._column.left, top), Qt.HitTestAccuracy.FuzzyHit))
        return at, top - line_slot(self.document(), at).top()

    def _scroll_to_place(self, place: tuple[int, float]) -> None:
        at, beyond = place
        at = min(at, max(0, self.document().characterCount() - 1))
        self._scroll_to(beyond if at < 0 else line_slot(self.document(), at).top() + beyond)
