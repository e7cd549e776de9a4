# SPDX-License-Identifier: MIT
"""Where text stands on the page. Lengths and points are in document coordinates, places in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

_FIRST_RIGHT_TO_LEFT = "\u0590"
_FIXED = 2
"""`QTextBlockFormat.LineHeightTypes.FixedHeight`."""
_BASELINE = 0.8
"""How far down a line of fixed height Qt sets the baseline (qtextdocumentlayout.cpp)."""


class Run(NamedTuple):
    """A stretch of one line without a gap. `slot` is the line's whole height, `letters` that of its type."""

    letters: QRectF
    slot: QRectF
    baseline: float


def blocks_within(document: QTextDocument, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The blocks that reach into a stretch of the page, each with its place."""
    layout = document.documentLayout()
    at = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(at, 0))
    if block.previous().isValid():
        block = block.previous()
    while block.isValid():
        place = layout.blockBoundingRect(block)
        if place.top() > bottom:
            return
        if place.bottom() >= top and block.layout().lineCount():
            yield block, place
        block = block.next()


def block_place(block: QTextBlock) -> QRectF:
    """Where a block stands; the document is laid out as far as needed."""
    return block.document().documentLayout().blockBoundingRect(block)


def runs_of(block: QTextBlock, start: int, end: int) -> Iterator[Run]:
    """The stretches that the text from `start` to `end` takes up in a block, line by line."""
    first, last = max(0, start - block.position()), min(end - block.position(), block.length() - 1)
    if first >= last:
        return
    origin, layout = block_place(block).topLeft(), block.layout()
    if not layout.lineCount():
        return
    stretches = _spread if max(block.text()) >= _FIRST_RIGHT_TO_LEFT else _between
    index = layout.lineForTextPosition(first).lineNumber()
    while 0 <= index < layout.lineCount():
        line = layout.lineAt(index)
        if line.textStart() >= last:
            return
        shared = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        for left, right in stretches(line, *shared):
            if right > left:
                yield _run(block, line, origin, left, right)
        index += 1


def slot_of(block: QTextBlock, line: QTextLine, origin: QPointF) -> QRectF:
    """The whole height of a line, so that neighbouring lines touch, and the width of its text."""
    if not line.isValid():
        # Qt would crash. A block has no lines while its document is being put in place.
        return QRectF(origin, QSizeF())
    baseline = origin.y() + line.y() + line.ascent()
    layout = block.blockFormat()
    height = layout.lineHeight() if layout.lineHeightType() == _FIXED else line.height()
    text = line.naturalTextRect()
    return QRectF(origin.x() + text.left(), baseline - _BASELINE * height, text.width(), height)


def first_baseline(block: QTextBlock, origin: QPointF) -> float:
    """The baseline of a block's first line."""
    line = block.layout().lineAt(0)
    return origin.y() + line.y() + line.ascent()


def x_of(line: QTextLine, place: int) -> float:
    """Where a place of a line's text stands, from the left edge of the block."""
    # The stub promises a number; what comes is the number and the place it was taken for.
    found = cast("float | tuple[float, int]", line.cursorToX(place))
    return found[0] if isinstance(found, tuple) else found


def _between(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """The stretch of text that runs left to right; white space at the line's end is left out."""
    edge = line.naturalTextRect().right()
    return [(min(x_of(line, start), edge), min(x_of(line, end), edge))]


def _spread(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """The stretches of text of mixed direction: neighbours in the text may stand apart on the line."""
    cells = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    stretches: list[tuple[float, float]] = []
    for left, right in sorted((cell.left(), cell.right()) for cell in cells):
        if stretches and left <= stretches[-1][1] + 0.5:
            stretches[-1] = (stretches[-1][0], max(right, stretches[-1][1]))
        else:
            stretches.append((left, right))
    return stretches


def _run(block: QTextBlock, line: QTextLine, origin: QPointF, left: float, right: float) -> Run:
    slot = slot_of(block, line, origin)
    baseline = origin.y() + line.y() + line.ascent()
    start, width = origin.x() + left, right - left
    height = line.ascent() + line.descent()
    return Run(
        letters=QRectF(start, baseline - line.ascent(), width, height),
        slot=QRectF(start, slot.top(), width, slot.height()),
        baseline=baseline,
    )


def on_a_line(document: QTextDocument, point: QPointF) -> QPointF:
    """A point that lies between the letters of two lines, moved onto those of the line in whose slot it is.

    Lines are higher than Qt takes their letters for: to Qt, what lies between them is the start of the next.
    """
    at = max(0, document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit))
    for block, line in _lines_near(document.findBlock(at), at):
        origin = block_place(block).topLeft()
        slot = slot_of(block, line, origin)
        if slot.top() <= point.y() < slot.bottom():
            letters = line.naturalTextRect().translated(origin)
            return QPointF(point.x(), min(max(point.y(), letters.top()), letters.bottom() - 1))
    return point


def _lines_near(block: QTextBlock, at: int) -> Iterator[tuple[QTextBlock, QTextLine]]:
    """The line on which a place of the document stands, and the one above it."""
    line = block.layout().lineForTextPosition(at - block.position())
    number = line.lineNumber() if line.isValid() else 0
    if line.isValid():
        yield block, line
    above = block if number > 0 else block.previous()
    if above.isValid() and above.layout().lineCount():
        yield above, above.layout().lineAt(number - 1 if number > 0 else above.layout().lineCount() - 1)


def line_slot(document: QTextDocument, position: int) -> QRectF:
    """The line on which a position of the document stands (see `slot_of`)."""
    block = document.findBlock(position)
    origin = block_place(block).topLeft()
    return slot_of(block, block.layout().lineForTextPosition(position - block.position()), origin)
