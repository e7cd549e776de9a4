# SPDX-License-Identifier: MIT
"""Articles that are read from the right: head, paragraphs, numbers and markers stand there."""

from __future__ import annotations

from PySide6.QtCore import QRect

from dissoi.dossier.prose import Block, BlockKind, Span, plain_block
from dissoi.gui.article.reader import ArticleReader

from .conftest import article

TITLE = "\u05d4\u05d2\u05e9\u05e8"
WORDS = "\u05d4\u05d0\u05d9 \u05de\u05d1\u05e7\u05e9."
FROM_THE_RIGHT, FROM_THE_LEFT = (TITLE, WORDS), ("The bridge", "The isle asks.")


def shown(reader: ArticleReader, title: str, words: str) -> int:
    """Show an article of a paragraph and an item; where its text begins below the head."""
    item = Block(kind=BlockKind.ITEM, marker="1.", spans=(Span(text=words),))
    reader.show_article(article(plain_block(words), item, title=title))
    reader.clearFocus()
    return round(reader.document().rootFrame().frameFormat().topMargin())


def gaps(reader: ArticleReader, area: QRect) -> tuple[int, int]:
    """How far the first and the last ink within an area stand from its sides."""
    image = reader.viewport().grab().toImage()
    page = image.pixelColor(2, image.height() - 2)
    inked = [
        x
        for x in range(area.left(), area.right() + 1)
        if any(image.pixelColor(x, y) != page for y in range(area.top(), area.bottom() + 1))
    ]
    return min(inked) - area.left(), area.right() - max(inked)


def lines(reader: ArticleReader, title: str, words: str) -> list[tuple[int, int]]:
    """The gaps left and right of the title, of the line below it, and of the text with its numbers."""
    top, width = shown(reader, title, words), reader.viewport().width()
    head = reader._header
    whole = QRect(head.x(), head.y(), head.width(), head.height())
    title_area = QRect(whole.left(), whole.top(), whole.width(), whole.height() * 2 // 3)
    meta_area = QRect(whole.left(), whole.bottom() - 15, whole.width(), 16)
    return [gaps(reader, each) for each in (title_area, meta_area, QRect(0, top, width, 80))]


def test_all_begins_on_the_right(empty_reader: ArticleReader) -> None:
    assert all(left > right for left, right in lines(empty_reader, *FROM_THE_RIGHT))


def test_all_begins_on_the_left(empty_reader: ArticleReader) -> None:
    assert all(left < right for left, right in lines(empty_reader, *FROM_THE_LEFT))


def test_the_head_turns_with_the_article(empty_reader: ArticleReader) -> None:
    lines(empty_reader, *FROM_THE_RIGHT)
    assert all(left < right for left, right in lines(empty_reader, *FROM_THE_LEFT))


def test_a_title_in_other_letters_stands_where_the_text_begins(empty_reader: ArticleReader) -> None:
    assert all(left > right for left, right in lines(empty_reader, "The bridge", WORDS))
