# SPDX-License-Identifier: MIT
"""Sets blocks of a card's text into a document: bold, italics, lists and quotations, never HTML."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from dissoi.dossier.prose import Block, BlockKind, Blocks, Span
from dissoi.gui.plain_words import plain_words

_INDENT = 14.0
_GAP = 4.0
"""Pixels of indent for each level, and between blocks."""


def typeset(document: QTextDocument, blocks: Blocks, font: QFont) -> None:
    """Replace what `document` shows by `blocks`, in `font`."""
    document.clear()
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for index, block in enumerate(blocks):
        if index:
            cursor.insertBlock()
        cursor.setBlockFormat(_block_format(block, first=index == 0))
        if block.marker:
            cursor.insertText(f"{block.marker} ", QTextCharFormat())
        for span in block.spans:
            cursor.insertText(span.text, _format(span, block))
    cursor.endEditBlock()


def _block_format(block: Block, *, first: bool) -> QTextBlockFormat:
    look = QTextBlockFormat()
    if not first:
        look.setTopMargin(_GAP / 2 if block.kind is BlockKind.ITEM else _GAP)
    if block.kind in {BlockKind.ITEM, BlockKind.QUOTE}:
        look.setLeftMargin(_INDENT * (block.level - 1) + (_INDENT if block.kind is BlockKind.QUOTE else 0))
    return look


def _format(span: Span, block: Block) -> QTextCharFormat:
    look = QTextCharFormat()
    if span.bold or block.kind is BlockKind.HEADING:
        look.setFontWeight(QFont.Weight.Bold)
    look.setFontItalic(span.italic)
    look.setFontStrikeOut(span.strike)
    if span.code or block.kind is BlockKind.CODE:
        look.setFontFixedPitch(True)
        look.setFontFamilies(["monospace"])
    if span.link:
        look.setFontUnderline(True)
        look.setToolTip(plain_words(span.link))
    return look
