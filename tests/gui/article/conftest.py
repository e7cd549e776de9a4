# SPDX-License-Identifier: MIT
"""An article to read, a reader that shows it, and a hand that points at its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from dissoi.dossier.prose import Block, BlockKind, Span, plain_block
from dissoi.dossier.records import Article, RecordId
from dissoi.gui.article.reader import ArticleReader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


def article(*blocks: Block, title: str = "Who would guard a peace", name: str = "a1") -> Article:
    return Article(
        id=RecordId(name),
        title=title,
        publisher="The Dissoi Review",
        published="2025-02-18",
        blocks=blocks,
    )


BLOCKS = (
    plain_block("The question 🕊 at hand", BlockKind.HEADING),
    plain_block("A neutral mission 🕊🕊 could keep the peace, said one side."),
    plain_block("No mission could deter a new attack, said the other side."),
    Block(
        spans=(
            Span(text="More is told in "),
            Span(text="a report", link="https://example.org/report"),
            Span(text=" of last year."),
        )
    ),
    *(plain_block(f"Paragraph {number} goes on about what was promised. " * 4) for number in range(40)),
    plain_block("The last words stand here."),
)


@dataclass(frozen=True)
class Hand:
    """Points at words of the article by mouse and keyboard, as a person would."""

    reader: ArticleReader

    def place(self, words: str) -> tuple[int, int]:
        """Where words stand, in code points."""
        assert self.reader.article is not None
        start = self.reader.article.text.index(words)
        return start, start + len(words)

    def point(self, offset: int) -> QPoint:
        """The point of the viewport before the character at an offset."""
        cursor = QTextCursor(self.reader.document())
        cursor.setPosition(self.reader.offsets.position(offset))
        return self.reader.cursorRect(cursor).center()

    def middle(self, words: str) -> QPoint:
        start, end = self.place(words)
        return self.point((start + end) // 2)

    def click(self, words: str) -> None:
        QTest.mouseClick(self.reader.viewport(), LEFT, pos=self.middle(words))

    def drag(self, words: str) -> None:
        """Select words by dragging the mouse over them."""
        start, end = map(self.point, self.place(words))
        viewport = self.reader.viewport()
        QTest.mousePress(viewport, LEFT, pos=start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, LEFT, pos=end)

    def caret_to(self, offset: int) -> None:
        cursor = self.reader.textCursor()
        cursor.setPosition(self.reader.offsets.position(offset))
        self.reader.setTextCursor(cursor)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.reader, key, modifiers)


@pytest.fixture
def empty_reader(qtbot: QtBot) -> ArticleReader:
    reader = ArticleReader()
    qtbot.addWidget(reader)
    reader.resize(640, 700)
    with qtbot.waitActive(reader):
        reader.show()
        reader.activateWindow()
    reader.setFocus()
    return reader


@pytest.fixture
def reader(empty_reader: ArticleReader) -> ArticleReader:
    empty_reader.show_article(article(*BLOCKS))
    return empty_reader


@pytest.fixture
def hand(reader: ArticleReader) -> Hand:
    return Hand(reader)
