# SPDX-License-Identifier: MIT
"""Sets the cells of a table's rows below each other. The text stays as it is: only its spaces are widened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextCursor, QTextDocument

from dissoi.dossier.prose import Block, BlockKind
from dissoi.gui.article.colours import ReaderColours
from dissoi.gui.article.offsets import Offsets
from dissoi.gui.article.typography import Typography

SEPARATOR = " | "
"""What stands between the cells of a row (see `reading`)."""
_WIDEST = 18.0
"""In em: a wider table would be broken by most windows, and is left as it runs."""
_NUMBER = re.compile(r"[−+-]?[\d.,\s'’]*\d[\d.,]*\s?[%‰]?|[–—-]?")

_FEWEST = 2
"""Fewer rows, or columns, are no table."""

Cells = tuple[str, ...]


class _Table(NamedTuple):
    """How wide the columns of a table are, and which of them are of figures."""

    widths: list[float]
    figures: list[bool]
    ink: str


def set_columns(
    document: QTextDocument, blocks: Sequence[Block], typography: Typography, colours: ReaderColours
) -> None:
    """Widen spaces in the rows of each table, so that columns of figures end together, others begin so."""
    wide = QFontMetricsF(_bold(typography.font(BlockKind.ROW)))
    for table in _tables(blocks):
        rows = [tuple(blocks[at].text.split(SEPARATOR)) for at in table]
        if len({len(row) for row in rows}) > 1 or len(rows[0]) < _FEWEST:
            continue
        # Measured in bold, as headings of tables are: no cell is wider than that.
        sizes = [[wide.horizontalAdvance(cell) for cell in row] for row in rows]
        widths = [max(column) for column in zip(*sizes, strict=True)]
        if sum(widths) + len(widths) * wide.horizontalAdvance(SEPARATOR) <= _WIDEST * typography.em:
            figures = [_are_figures(column) for column in zip(*rows, strict=True)]
            for at, row in zip(table, rows, strict=True):
                _set_row(document, at, blocks[at], row, _Table(widths, figures, colours.gutter))


def _tables(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of rows that follow each other."""
    for is_row, places in groupby(range(len(blocks)), lambda at: blocks[at].kind is BlockKind.ROW):
        found = list(places)
        if is_row and len(found) >= _FEWEST:
            yield found


def _are_figures(column: Cells) -> bool:
    """Whether a column has figures below its heading."""
    return all(_NUMBER.fullmatch(cell) for cell in column[1:]) and any(column[1:])


def _set_row(document: QTextDocument, at: int, block: Block, row: Cells, table: _Table) -> None:
    base, offsets = document.findBlockByNumber(at).position(), Offsets.of(block.text)
    cursor = QTextCursor(document)

    def dress(start: int, end: int, look: QTextCharFormat) -> None:
        cursor.setPosition(base + offsets.position(start))
        cursor.setPosition(base + offsets.position(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    font = document.findBlockByNumber(at).charFormat().font()
    rooms = [
        width - _advance(block, start, start + len(cell), font)
        for width, cell, start in zip(table.widths, row, _starts(row), strict=True)
    ]
    line = QTextCharFormat()
    line.setForeground(QColor(table.ink))
    for number, (start, _) in enumerate(pairwise(_starts(row))):
        end = start + len(row[number])
        dress(end + 1, end + 2, line)
        # The first column has no space before it.
        after = rooms[number] if not number or not table.figures[number] else 0.0
        dress(end, end + 1, _spaced(after))
        dress(end + 2, end + 3, _spaced(rooms[number + 1] if table.figures[number + 1] else 0.0))


def _starts(row: Cells) -> list[int]:
    """Where the cells of a row begin in its text."""
    starts = [0]
    for cell in row[:-1]:
        starts.append(starts[-1] + len(cell) + len(SEPARATOR))
    return starts


def _advance(block: Block, start: int, end: int, font: QFont) -> float:
    """How wide a stretch of a block is, with what is bold in it."""
    total, place = 0.0, 0
    for span in block.spans:
        words = span.text[max(0, start - place) : max(0, end - place)]
        place += len(span.text)
        if words:
            total += QFontMetricsF(_bold(font) if span.bold else font).horizontalAdvance(words)
    return total


def _bold(font: QFont) -> QFont:
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


def _spaced(room: float) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    look.setFontLetterSpacing(max(0.0, room))
    return look
