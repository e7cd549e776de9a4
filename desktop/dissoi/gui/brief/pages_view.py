# SPDX-License-Identifier: MIT
"""The pages of a brief to read: zoom, keys, and a click that leads to what stands there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QWidget

from dissoi.briefing.preview import Sheets, Spot
from dissoi.dossier.records import NO_RECORD, RecordId
from dissoi.gui.brief.pages_area import PagesArea
from dissoi.storage.settings import PageFit

STEP = 1.15
LEAST, MOST = 0.2, 4.0
"""The zoom there is: 1.0 is the size on paper."""
MARGIN = 24
"""Pixels kept above a place that is gone to."""
_CONTROL = Qt.KeyboardModifier.ControlModifier


class PagesView(PagesArea):
    """Pages as large as is wished. `record_clicked` carries an id, `link_clicked` where a link leads."""

    record_clicked = Signal(str)
    link_clicked = Signal(str)
    zoomed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fit = PageFit.WIDTH
        self.zoom = 1.0
        """The size on screen to the size on paper, where nothing is fitted."""
        self._pressed: QPoint | None = None
        self._marked = NO_RECORD
        self._instead: tuple[RecordId, ...] = ()
        self._is_sought = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the brief"))
        self.viewport().setMouseTracking(True)

    def scale(self) -> float:
        unit = self.logicalDpiX() / 72
        if not self.sheets.pages:
            return unit
        if self.fit is PageFit.FREE:
            return self.zoom * unit
        room = self.viewport().size()
        wide = (room.width() - 2 * self.gap) / max(page.width for page in self.sheets.pages)
        high = (room.height() - 2 * self.gap) / max(page.height for page in self.sheets.pages)
        scale = wide if self.fit is PageFit.WIDTH else min(wide, high)
        return min(MOST * unit, max(LEAST * unit, scale))

    @property
    def shown_zoom(self) -> float:
        """The size on screen to the size on paper."""
        return self.column.scale / (self.logicalDpiX() / 72)

    def choose_fit(self, fit: PageFit) -> None:
        """Make pages as wide as the view, or as large as fits into it."""
        self.fit = fit
        self._lay_out(self.top_spot())
        self.zoomed.emit()

    def zoom_by(self, steps: float, at: int = 0) -> None:
        """Make pages larger (or smaller, below 0); what stands `at` pixels below the top stays there."""
        self.zoom_to(self.shown_zoom * STEP**steps, at)

    def zoom_to(self, zoom: float, at: int = 0) -> None:
        """Make pages `zoom` times as large as on paper."""
        spot = self.column.spot_at(self.verticalScrollBar().value() + at)
        self.fit, self.zoom = PageFit.FREE, min(MOST, max(LEAST, zoom))
        self._lay_out(self.top_spot())
        self.verticalScrollBar().setValue(self.column.y_of(spot) - at)
        self.zoomed.emit()

    def go_to_page(self, page: int) -> None:
        """Show a page from its top on; pages count from 0."""
        if self.sheets.pages:
            page = max(0, min(page, len(self.sheets.pages) - 1))
            self.verticalScrollBar().setValue(self.column.top_of(page) - self.gap)

    def go_to(self, spot: Spot) -> None:
        """Show a place on paper, with the page that it is on as the one that is read."""
        if self.sheets.pages:
            end = self.column.top_of(spot.page) + self.column.height_of(spot.page)
            last = end - 1 - self.viewport().height() // 3
            self.verticalScrollBar().setValue(min(self.column.y_of(spot) - MARGIN, last))
            self._reach_across(spot)

    def _reach_across(self, spot: Spot) -> None:
        """Bring that page of a booklet's sheet into view that a place is on, where they do not both fit."""
        if self.sheets.pages[spot.page].fold:
            self.horizontalScrollBar().setValue(round(spot.x * self.column.scale))

    def mark(self, record: RecordId, *instead: RecordId) -> None:
        """Show a bar beside what a record says, and go there if it is out of view.

        Where no page has it yet, it is gone to once one has; until then to the first of `instead` that there
        is.
        """
        self._marked, self._instead = record, instead
        self._is_sought = record not in self.sheets.records
        self.viewport().update()
        spot = self._spot_of_marked()
        if spot is not None:
            y = self.column.y_of(spot) - self.verticalScrollBar().value()
            if not 0 <= y < self.viewport().height() - MARGIN:
                self.go_to(spot)
            else:
                self._reach_across(spot)

    def _spot_of_marked(self) -> Spot | None:
        found = (self.sheets.records.get(each) for each in (self._marked, *self._instead))
        return next((spot for spot in found if spot is not None), None)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show a brief set anew: where it stood, unless the layout is another or what is marked has come."""
        is_other = sheets.layout is not self.sheets.layout
        super().show_sheets(sheets)
        has_come = self._is_sought and self._marked in sheets.records
        self._is_sought = self._is_sought and not has_come
        spot = self._spot_of_marked()
        if spot is not None and (is_other or has_come):
            self.go_to(spot)

    def paint_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        super().paint_page(painter, page, rect)
        sheet, scale = self.sheets.pages[page], self.column.scale
        for mark in sheet.areas if self._marked else ():
            if mark.record == self._marked:
                x = rect.left() + round((sheet.left + mark.x - 8) * scale)
                y = rect.top() + round((sheet.top + mark.y) * scale)
                colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
                colour.setAlpha(150)
                painter.fillRect(x, y, max(3, round(2.5 * scale)), round(mark.height * scale), colour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            self.zoom_by(event.angleDelta().y() / 120, round(event.position().y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._zoom_steps(event) is not None:
            event.accept()  # elsewhere these keys size the article's text
            return True
        return super().event(event)

    @staticmethod
    def _zoom_steps(event: QKeyEvent) -> int | None:
        """How many steps a key zooms; 0 for a return to the usual size, None for other keys."""
        if not event.modifiers() & _CONTROL:
            return None
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        return steps.get(Qt.Key(event.key()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = self._zoom_steps(event)
        if steps == 0:
            self.choose_fit(PageFit.WIDTH)
        elif steps is not None:
            self.zoom_by(steps)
        elif not self._scroll(event):
            super().keyPressEvent(event)

    def _scroll(self, event: QKeyEvent) -> bool:
        """Scroll as a key asks; says whether it does."""
        bar, act = self.verticalScrollBar(), QAbstractSlider.SliderAction
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Space:
                bar.triggerAction(act.SliderPageStepSub if back else act.SliderPageStepAdd)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Left:
                self.go_to_page(self.page - 1)
            case Qt.Key.Key_Right:
                self.go_to_page(self.page + 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._follow_marked()
            case _:
                return False
        return True

    def _follow_marked(self) -> None:
        """Lead to the record whose words begin first on the page that is read."""
        areas = self.sheets.pages[self.page].areas if self.sheets.pages else ()
        first = next(iter(areas), None)
        if first is not None:
            self.record_clicked.emit(first.record)

    def _target(self, point: QPoint) -> tuple[str, str]:
        """The link at a point of the view, and the record; each may be ""."""
        place = self.place_at(point)
        if place is None:
            return "", ""
        sheet, x, y = place
        return sheet.link_at(x, y), sheet.record_at(x, y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if is_left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        leads = any(self._target(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        if pressed is None or (point - pressed).manhattanLength() > QApplication.startDragDistance():
            return
        link, record = self._target(point)
        if link.startswith("#"):
            spot = self.sheets.anchors.get(link[1:])
            if spot is not None:
                self.go_to(spot)
        elif link:
            self.link_clicked.emit(link)
        elif record:
            self.record_clicked.emit(record)
