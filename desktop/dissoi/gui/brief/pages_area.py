# SPDX-License-Identifier: MIT
"""Pages of a brief in a column that scrolls. Only those in view are drawn, and stay until they change."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from dissoi.briefing.preview import Sheet, Sheets, Spot
from dissoi.gui.brief.column import PageColumn, carried
from dissoi.gui.brief.proofing import Drawn, PageWish

MOST_PIXELS = 3600
"""No page is drawn wider than this; beyond, its picture is enlarged."""


class PagesArea(QAbstractScrollArea):
    """Shows `Sheets`. `wished` says which pages are to be drawn, the most wanted first."""

    wished = Signal(object)
    page_changed = Signal(int)
    gap = 14
    ahead = 1
    """So many pages before and behind those in view are drawn too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheets = Sheets(())
        self.column = PageColumn((), 1.0, self.gap)
        self._drawn: dict[int, Drawn] = {}
        self._page = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewport(QWidget(self))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    def set_ground(self, colour: QColor) -> None:
        """The colour around the pages."""
        palette = self.viewport().palette()
        palette.setColor(QPalette.ColorRole.Window, colour)
        self.viewport().setPalette(palette)
        self.viewport().setAutoFillBackground(True)

    def scale(self) -> float:
        """Pixels for a point (1/72 inch)."""
        return 1.0

    def show_sheets(self, sheets: Sheets) -> None:
        """Show a brief set anew; what stood at the top of the view still does."""
        old, spot = self.sheets, self.top_spot()
        self.sheets = sheets
        self._drawn = dict(self._kept(sheets))
        self._lay_out(carried(spot, old, sheets))

    def _kept(self, sheets: Sheets) -> Iterator[tuple[int, Drawn]]:
        """The pictures that there is a page of their shape for; those of the same page are that page's."""
        for page, drawn in self._drawn.items():
            now = sheets.pages[page] if page < len(sheets.pages) else None
            if now is not None and _shape(now) == _shape(drawn.wish.sheet):
                same = drawn.wish.sheet == now
                yield page, Drawn(drawn.wish._replace(sheet=now), drawn.picture) if same else drawn

    def top_spot(self) -> Spot:
        """The place on paper at the top of the view."""
        return self.column.spot_at(self.verticalScrollBar().value()) if self.sheets.pages else Spot(0, 0)

    def _lay_out(self, top: Spot) -> None:
        """Place all pages anew, with `top` at the top of the view."""
        self.column = PageColumn(self.sheets.pages, self.scale(), self.gap)
        room = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        begins = down.value() == 0
        across.setRange(0, max(0, self.column.width - room.width()))
        across.setPageStep(room.width())
        down.setRange(0, max(0, self.column.height - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(48)
        down.setValue(0 if begins else self.column.y_of(top))
        self._scrolled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.top_spot())

    @property
    def in_view(self) -> range:
        """The pages of which something is seen."""
        top = self.verticalScrollBar().value()
        return self.column.between(top, top + self.viewport().height())

    @property
    def page(self) -> int:
        """The page that is read: the one at a third of the view's height. -1 without pages."""
        if not self.sheets.pages:
            return -1
        return self.column.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    def _scrolled(self) -> None:
        self.viewport().update()
        self._wish()
        if self.page != self._page:
            self._page = self.page
            self.page_changed.emit(self._page)

    def _wish(self) -> None:
        seen = self.in_view
        first, stop = max(0, seen.start - self.ahead), min(len(self.sheets.pages), seen.stop + self.ahead)
        near = [page for page in range(first, stop) if page not in seen]
        self._drawn = {page: each for page, each in self._drawn.items() if first - 3 <= page < stop + 3}
        self.wished.emit([self._wish_for(page) for page in (*seen, *near) if not self.is_drawn(page)])

    def _wish_for(self, page: int) -> PageWish:
        width = round(self.column.width_of(page) * self.devicePixelRatioF())
        return PageWish(page, self.sheets.pages[page], min(MOST_PIXELS, width))

    def is_drawn(self, page: int) -> bool:
        """Whether the picture of a page shows what stands on it now, in the size it has now."""
        drawn = self._drawn.get(page)
        if drawn is None:
            return False
        wish = self._wish_for(page)
        return drawn.wish.sheet is wish.sheet and drawn.wish.pixels == wish.pixels

    def take(self, drawn: Drawn) -> None:
        """Show a page that was drawn."""
        page = drawn.wish.page
        if page < len(self.sheets.pages):
            self._drawn[page] = drawn
            self.viewport().update(self.rect_of(page))

    def rect_of(self, page: int) -> QRect:
        """Where a page stands in the view."""
        width = self.column.width_of(page)
        left = max(self.gap, (self.viewport().width() - width) // 2) - self.horizontalScrollBar().value()
        top = self.column.top_of(page) - self.verticalScrollBar().value()
        return QRect(left, top, width, self.column.height_of(page))

    def place_at(self, point: QPoint) -> tuple[Sheet, float, float] | None:
        """The page at a point of the view, and the place on it in points; None beside the pages."""
        if not self.sheets.pages:
            return None
        page = self.column.page_at(point.y() + self.verticalScrollBar().value())
        rect = self.rect_of(page)
        if not rect.contains(point):
            return None
        scale = self.column.scale
        x, y = (point.x() - rect.left()) / scale, (point.y() - rect.top()) / scale
        return self.sheets.pages[page], x, y

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.in_view:
            self.paint_page(painter, page, self.rect_of(page))
        painter.end()

    def paint_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        """Paint one page; until it is drawn, as it was before, or white."""
        painter.fillRect(rect, Qt.GlobalColor.white)
        drawn = self._drawn.get(page)
        if drawn is not None:
            ratio = self.devicePixelRatioF()
            size = drawn.picture.size() - rect.size() * ratio
            exact = max(abs(size.width()), abs(size.height())) <= 1
            drawn.picture.setDevicePixelRatio(ratio if exact else 1.0)
            if exact:
                painter.drawImage(rect.topLeft(), drawn.picture)
            else:
                painter.drawImage(rect, drawn.picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        if fold := round(self.sheets.pages[page].fold * self.column.scale):
            painter.setPen(QPen(painter.pen().color(), 1, Qt.PenStyle.DashLine))
            painter.drawLine(rect.left() + fold, rect.top(), rect.left() + fold, rect.bottom())


def _shape(sheet: Sheet) -> tuple[float, float]:
    return sheet.width, sheet.height
