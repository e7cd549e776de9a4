# SPDX-License-Identifier: MIT
"""Paints what stands behind and beside the article's words: marks, selection, numbers, markers, bars.

The words are painted on top by Qt. Only what is visible is looked at, so that a book paints as fast as
a page, and changed marks cost no new layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextBlock, QTextDocument

from dissoi.dossier.prose import Block, BlockKind
from dissoi.dossier.records import Side
from dissoi.gui.article.colours import ReaderColours, mixed
from dissoi.gui.article.finding import Hits
from dissoi.gui.article.geometry import (
    Run,
    block_place,
    blocks_within,
    first_baseline,
    runs_of,
    slot_of,
)
from dissoi.gui.article.marks import Mark, Marks
from dissoi.gui.article.pictures import Pictures, shown_size
from dissoi.gui.article.typography import Column, Typography

_ROUND = 3.0
_GAP, _FRAME = 2.0, 1.3
"""Pixels between passages that touch, and of the line around the one that is looked at."""


class Flash(NamedTuple):
    """A range of the document that is being shown; `strength` fades from 1 to 0."""

    start: int = 0
    end: int = 0
    strength: float = 0.0


class Page(NamedTuple):
    """All that is painted with a document. Ranges are in UTF-16 units."""

    document: QTextDocument
    blocks: Sequence[Block]
    numbers: Sequence[int]
    marks: Marks
    selection: tuple[int, int]
    flash: Flash
    hits: Hits
    pictures: Pictures
    colours: ReaderColours
    typography: Typography
    column: Column
    note_font: QFont


def paint_page(painter: QPainter, page: Page, area: QRectF) -> None:
    """Paint what belongs behind and beside the words within `area` (document coordinates)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    visible = list(blocks_within(page.document, area.top(), area.bottom()))
    if not visible or not page.blocks:
        return
    last = visible[-1][0]
    marks = page.marks.between(visible[0][0].position(), last.position() + last.length())
    for block, place in visible:
        _paint_setting(painter, page, block, place)
        _paint_number(painter, page, block, place)
        end = block.position() + block.length()
        here = [mark for mark in marks if mark.start < end and mark.end > block.position()]
        for mark in here:
            _paint_ground(painter, page, block, mark)
        for mark in here:
            _paint_edges(painter, page, block, mark, here)
        _paint_hits(painter, page, block)
        _paint_flash(painter, page, block)
        _paint_selection(painter, page, block)
        for mark in here:
            _paint_lines(painter, page, block, mark)
            _paint_sign(painter, page, block, mark)


def _paint_setting(painter: QPainter, page: Page, block: QTextBlock, place: QRectF) -> None:
    source = page.blocks[block.blockNumber()]
    match source.kind:
        case BlockKind.QUOTE:
            _paint_quote_bar(painter, page, block, place)
        case BlockKind.ITEM | BlockKind.NOTE:
            _paint_marker(painter, page, block, place)
        case BlockKind.CODE:
            _paint_code_ground(painter, page, place)
        case BlockKind.ROW:
            _paint_row_line(painter, page, _lines_of(block, place))
        case BlockKind.PICTURE:
            _paint_picture(painter, page, source, _lines_of(block, place))
        case BlockKind.RULE:
            _paint_rule(painter, page, block, place)
        case _:
            pass


def _lines_of(block: QTextBlock, place: QRectF) -> QRectF:
    """The height of a block's lines without the room around it."""
    layout = block.layout()
    first = slot_of(block, layout.lineAt(0), place.topLeft())
    last = slot_of(block, layout.lineAt(layout.lineCount() - 1), place.topLeft())
    return QRectF(place.left(), first.top(), place.width(), last.bottom() - first.top())


def _paint_quote_bar(painter: QPainter, page: Page, block: QTextBlock, place: QRectF) -> None:
    em = page.typography.em
    lines = _lines_of(block, place)
    bottom = lines.bottom()
    following = block.next()
    if following.isValid() and page.blocks[following.blockNumber()].kind is BlockKind.QUOTE:
        bottom = block_place(following).top() + em
    indent, width = 1.45 * em, max(3.0, 0.18 * em)
    for level in range(page.blocks[block.blockNumber()].level):
        inset = level * indent + 0.35 * em
        x = _end(page) - inset - width if _is_mirrored(block) else lines.left() + inset
        _fill(painter, QRectF(x, lines.top(), width, bottom - lines.top()), page.colours.hairline, width / 2)


def _paint_marker(painter: QPainter, page: Page, block: QTextBlock, place: QRectF) -> None:
    source = page.blocks[block.blockNumber()]
    font = page.typography.font(source.kind)
    indent, _ = page.typography.indents(source)
    width = QFontMetricsF(font).horizontalAdvance(source.marker)
    gap = 0.5 * page.typography.em
    x = _end(page) - indent + gap if _is_mirrored(block) else place.left() + indent - gap - width
    painter.setFont(font)
    painter.setPen(QColor(page.colours.muted))
    painter.drawText(QPointF(x, first_baseline(block, place.topLeft())), source.marker)


def _paint_code_ground(painter: QPainter, page: Page, place: QRectF) -> None:
    room = 0.5 * page.typography.em
    ground = QRectF(page.column.left, place.top() - room, page.column.width, place.height() + 2 * room)
    _fill(painter, ground, page.colours.shade, 6.0)


def _paint_picture(painter: QPainter, page: Page, source: Block, place: QRectF) -> None:
    """Paint a picture in its block, or what it shows in words while it is not there or cannot be shown."""
    image = page.pictures.image(source.picture)
    if image is None:
        page.pictures.want(source.picture)
    if image is not None and not image.isNull():
        size = shown_size(image.size(), page.column.width, round(place.height()))
        left = page.column.left + (page.column.width - size.width()) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, place.top(), size.width(), size.height()), image)
        return
    box = QRectF(page.column.left, place.top(), page.column.width, place.height())
    _fill(painter, box, page.colours.shade, 6.0)
    painter.setFont(page.note_font)
    painter.setPen(QColor(page.colours.muted))
    room = 0.5 * page.typography.em
    words = source.alt or QCoreApplication.translate("ArticlePage", "A picture that cannot be shown")
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(box.adjusted(room, 0, -room, 0), flags, words)


def _paint_row_line(painter: QPainter, page: Page, lines: QRectF) -> None:
    """A line below the letters that reach lowest."""
    painter.setPen(QPen(QColor(page.colours.hairline), 1))
    painter.drawLine(lines.bottomLeft(), lines.bottomRight())


def _paint_rule(painter: QPainter, page: Page, block: QTextBlock, place: QRectF) -> None:
    middle = _lines_of(block, place).center()
    half = min(place.width() / 2, 3.5 * page.typography.em)
    painter.setPen(QPen(QColor(page.colours.hairline), 1.2))
    painter.drawLine(QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()))


def _paint_number(painter: QPainter, page: Page, block: QTextBlock, place: QRectF) -> None:
    number = page.numbers[block.blockNumber()]
    if not number:
        return
    text = str(number)
    width = QFontMetricsF(page.note_font).horizontalAdvance(text)
    gap = 1.05 * page.typography.em
    beyond = _end(page) + gap
    x = beyond if _is_mirrored(block) else page.column.left - gap - width
    painter.setFont(page.note_font)
    painter.setPen(QColor(page.colours.gutter))
    painter.drawText(QPointF(x, first_baseline(block, place.topLeft())), text)


def _paint_ground(painter: QPainter, page: Page, block: QTextBlock, mark: Mark) -> None:
    colours, passage = page.colours, mark.passage
    ground = colours.plain_mark if passage.used else colours.faint_mark
    if passage.current:
        ground = colours.current_mark
    for run in runs_of(block, mark.start, mark.end):
        _fill(painter, _ground_of(run), ground, _ROUND)


def _paint_edges(painter: QPainter, page: Page, block: QTextBlock, mark: Mark, here: Sequence[Mark]) -> None:
    """Part a passage from others that it touches, and frame it if it is looked at."""
    runs = list(runs_of(block, mark.start, mark.end))
    if not runs:
        return
    is_mirrored = _is_mirrored(block)
    if mark.start >= block.position() and any(mark.starts_at(other) for other in here):
        _part(painter, page, runs[0], at_right=is_mirrored)
    if mark.end < block.position() + block.length() and any(mark.ends_at(other) for other in here):
        _part(painter, page, runs[-1], at_right=not is_mirrored)
    if mark.passage.looked_at:
        painter.setPen(QPen(QColor(page.colours.link), _FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in runs:
            painter.drawRoundedRect(_ground_of(run), _ROUND, _ROUND)


def _part(painter: QPainter, page: Page, run: Run, *, at_right: bool) -> None:
    ground = _ground_of(run)
    x = ground.right() if at_right else ground.left()
    painter.fillRect(QRectF(x - _GAP / 2, ground.top(), _GAP, ground.height()), QColor(page.colours.page))


def _paint_lines(painter: QPainter, page: Page, block: QTextBlock, mark: Mark) -> None:
    """Underline a passage by side: solid for pro, dashed and a little lower for con, so that both show."""
    if not mark.passage.sides:
        return
    for run in runs_of(block, mark.start, mark.end):
        if Side.PRO in mark.passage.sides:
            _paint_line(painter, run, -1.4, page.colours.pro_mark, Qt.PenStyle.SolidLine)
        if Side.CON in mark.passage.sides:
            _paint_line(painter, run, 1.0, page.colours.con_mark, Qt.PenStyle.CustomDashLine)


def _paint_sign(painter: QPainter, page: Page, block: QTextBlock, mark: Mark) -> None:
    """Set the letter of a passage's label over its first word, in the room between the lines."""
    sign = mark.passage.sign
    if not sign or mark.start < block.position():
        return
    run = next(runs_of(block, mark.start, mark.end), None)
    if run is None:
        return
    font = QFont(page.note_font)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    height = metrics.capHeight() + 4
    width = max(height, metrics.horizontalAdvance(sign) + 5)
    left = run.letters.right() - width + 3 if _is_mirrored(block) else run.letters.left() - 3
    badge = QRectF(left, run.letters.top() - height * 0.62, width, height)
    _fill(painter, badge, page.colours.ink, 3.0)
    painter.setFont(font)
    painter.setPen(QColor(page.colours.page))
    x = badge.center().x() - metrics.horizontalAdvance(sign) / 2
    painter.drawText(QPointF(x, badge.bottom() - 2), sign)


def _ground_of(run: Run) -> QRectF:
    return run.letters.adjusted(-1.5, 0, 1.5, 0)


def _paint_line(painter: QPainter, run: Run, below: float, colour: str, style: Qt.PenStyle) -> None:
    pen = QPen(QColor(colour), 1.6, style, Qt.PenCapStyle.FlatCap)
    if style is Qt.PenStyle.CustomDashLine:
        pen.setDashPattern([3.2, 2.2])
    painter.setPen(pen)
    y = run.letters.bottom() + below
    painter.drawLine(QPointF(run.letters.left(), y), QPointF(run.letters.right(), y))


def _paint_hits(painter: QPainter, page: Page, block: QTextBlock) -> None:
    """Mark what was looked for; the place that is shown has a thicker line around it."""
    for start, end, is_current in page.hits.within(block.position(), block.position() + block.length()):
        painter.setPen(QPen(QColor(page.colours.found_line), 2.2 if is_current else 0.8))
        painter.setBrush(QColor(page.colours.found))
        for run in runs_of(block, start, end):
            painter.drawRoundedRect(_ground_of(run), _ROUND, _ROUND)


def _paint_flash(painter: QPainter, page: Page, block: QTextBlock) -> None:
    flash = page.flash
    if flash.strength <= 0:
        return
    ground = QColor(mixed(page.colours.current_mark, page.colours.link, 0.35))
    ground.setAlphaF(flash.strength)
    spread = 3.0 * flash.strength
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    for run in runs_of(block, flash.start, flash.end):
        grown = _ground_of(run).adjusted(-spread, -spread / 2, spread, spread / 2)
        painter.drawRoundedRect(grown, _ROUND + spread, _ROUND + spread)


def _paint_selection(painter: QPainter, page: Page, block: QTextBlock) -> None:
    start, end = page.selection
    for run in runs_of(block, start, end):
        # On whole pixels, so that no seam shows between lines.
        top, bottom = round(run.slot.top()), round(run.slot.bottom())
        area = QRectF(run.slot.left(), top, run.slot.width(), bottom - top)
        painter.fillRect(area, QColor(page.colours.selection))


def _fill(painter: QPainter, rect: QRectF, colour: str, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)


def _end(page: Page) -> float:
    """The right edge of the column, where text begins that runs from the right."""
    return page.column.left + page.column.width


def _is_mirrored(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft
