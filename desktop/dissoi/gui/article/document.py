# SPDX-License-Identifier: MIT
"""Builds the reader's text document from an article's blocks.

One text block for each block and nothing else in it: positions in the document are the article's own
(see `offsets.py`). Markers of list items, bars of quotations and paragraph numbers are painted beside
the text (see `painting.py`). Nothing is ever parsed as HTML, so nothing can run or be fetched.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from dissoi.dossier.prose import Block, BlockKind, Span
from dissoi.gui.article.colours import ReaderColours
from dissoi.gui.article.columns import set_columns
from dissoi.gui.article.typography import Typography, mono_font

_FIRST_RIGHT_TO_LEFT = "\u0590"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = {"L"}, {"R", "AL"}
_SHOWN_AS = str.maketrans({"\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\ufffc": "\ufffd", "\ufeff": "\u2060"})
"""Characters that would move every later offset, and what is shown for them.

Qt takes three of them for frames and objects, and drops a byte order mark at the start of a string; the
word joiner is as invisible.
"""
_MONO_SIZE = 0.88


def build_document(
    blocks: Sequence[Block], typography: Typography, colours: ReaderColours, parent: QObject
) -> QTextDocument:
    """The document of an article: one text block for each of `blocks`, in order."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(typography.font(BlockKind.PARAGRAPH))
    wrapping = QTextOption(document.defaultTextOption())
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(wrapping)
    _Writer(document, typography, colours).write(blocks)
    set_columns(document, blocks, typography, colours)
    return document


def is_right_to_left(text: str) -> bool:
    """Whether a text runs right to left: its first letter with a direction says so (UAX #9, rule P2)."""
    if not text or max(text) < _FIRST_RIGHT_TO_LEFT:
        return False
    classes = map(unicodedata.bidirectional, text)
    first = next((each for each in classes if each in _LEFT_TO_RIGHT | _RIGHT_TO_LEFT), "L")
    return first in _RIGHT_TO_LEFT


class _Writer:
    """Writes blocks into an empty document; keeps the formats it has made."""

    def __init__(self, document: QTextDocument, typography: Typography, colours: ReaderColours) -> None:
        self._cursor = QTextCursor(document)
        self._typography = typography
        self._colours = colours
        self._block_formats: dict[tuple[BlockKind, int, bool], QTextBlockFormat] = {}
        self._char_formats: dict[tuple[BlockKind, int], QTextCharFormat] = {}

    def write(self, blocks: Sequence[Block]) -> None:
        self._cursor.beginEditBlock()
        for index, block in enumerate(blocks):
            layout, look = self._block_format(block), self._char_format(block)
            if index:
                self._cursor.insertBlock(layout, look)
            else:
                self._cursor.setBlockFormat(layout)
                self._cursor.setBlockCharFormat(look)
            for span in block.spans:
                self._cursor.insertText(_shown(span.text), self._span_format(look, span))
        self._cursor.endEditBlock()

    def _block_format(self, block: Block) -> QTextBlockFormat:
        key = (block.kind, block.level, is_right_to_left(block.text))
        if key not in self._block_formats:
            self._block_formats[key] = self._new_block_format(block, right_to_left=key[2])
        return self._block_formats[key]

    def _new_block_format(self, block: Block, *, right_to_left: bool) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        height = self._typography.line_height(block.kind, block.level)
        layout.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        above, below = self._typography.margins(block.kind)
        layout.setTopMargin(above)
        layout.setBottomMargin(below)
        before, after = self._typography.indents(block)
        layout.setLeftMargin(after if right_to_left else before)
        layout.setRightMargin(before if right_to_left else after)
        if right_to_left:
            layout.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if block.kind is BlockKind.HEADING:
            layout.setHeadingLevel(min(block.level, 6))
        return layout

    def _char_format(self, block: Block) -> QTextCharFormat:
        key = (block.kind, block.level)
        if key not in self._char_formats:
            look = QTextCharFormat()
            look.setFont(self._typography.font(block.kind, block.level))
            is_heading = block.kind is BlockKind.HEADING
            quiet = block.kind in {BlockKind.CAPTION, BlockKind.NOTE}
            ink = self._colours.muted if quiet else self._colours.ink
            look.setForeground(QColor(self._colours.heading if is_heading else ink))
            self._char_formats[key] = look
        return self._char_formats[key]

    def _span_format(self, base: QTextCharFormat, span: Span) -> QTextCharFormat:
        if not (span.bold or span.italic or span.strike or span.code or span.link):
            return base
        look = QTextCharFormat(base)
        if span.code:
            look.setFontFamilies(mono_font().families())
            look.setFontPointSize(base.fontPointSize() * _MONO_SIZE)
        if span.bold:
            look.setFontWeight(700)
        look.setFontItalic(span.italic)
        look.setFontStrikeOut(span.strike)
        if span.link:
            look.setAnchor(True)
            look.setAnchorHref(span.link)
            look.setForeground(QColor(self._colours.link))
            look.setFontUnderline(True)
        return look


def _shown(text: str) -> str:
    """`text` as the document can hold it: every character takes as much room as before."""
    return text.translate(_SHOWN_AS)
