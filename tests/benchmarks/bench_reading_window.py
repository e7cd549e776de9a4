# SPDX-License-Identifier: MIT
"""A book of 100,000 words in the reader: shown in less than 2 s, scrolled without a frame above 50 ms."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from dissoi.dossier.prose import Block, BlockKind, Span, plain_block
from dissoi.dossier.records import Article, RecordId
from dissoi.gui.article.finding import Folded
from dissoi.gui.article.marks import ShownPassage
from dissoi.gui.article.reader import ArticleReader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WORDS, CHAPTERS, PASSAGES = 100_000, 40, 1000
MOST_SECONDS, MOST_MILLISECONDS = 2.0, 50.0
SENTENCE = "What the others promised in the autumn was not what they did when spring had come at last. "


def say(line: str) -> None:
    """The numbers are what a benchmark is for."""
    print(line)


def book() -> Article:
    """A made-up book in chapters of paragraphs, some words in italics."""
    paragraph = Block(spans=(Span(text=SENTENCE * 6), Span(text="So it was said.", italic=True)))
    each = len(paragraph.text.split())
    blocks: list[Block] = []
    for chapter in range(CHAPTERS):
        blocks.append(plain_block(f"Chapter {chapter + 1}", BlockKind.HEADING))
        blocks += [paragraph] * (WORDS // each // CHAPTERS + 1)
    return Article(id=RecordId("book"), title="A book", blocks=tuple(blocks))


def passages(article: Article) -> list[ShownPassage]:
    """Passages spread over the whole book."""
    step = len(article.text) // PASSAGES
    return [ShownPassage(RecordId(str(n)), n * step, n * step + 90, used=n % 2 == 0) for n in range(PASSAGES)]


def test_a_book_opens_and_scrolls(qtbot: QtBot) -> None:
    article = book()
    marked = passages(article)
    reader = ArticleReader()
    qtbot.addWidget(reader)
    reader.resize(800, 900)
    with qtbot.waitExposed(reader):
        reader.show()
    start = time.perf_counter()
    reader.show_article(article, marked)
    QApplication.processEvents()
    reader.viewport().repaint()
    opened = time.perf_counter() - start
    say(f"{len(article.text.split()):,} words shown after {opened:.2f} s")
    qtbot.wait(2000)
    frames = [frame(reader, top) for top in range(0, 30_000, 120)]
    middle = reader.verticalScrollBar().maximum() // 2
    say(f"the jump to the middle: {frame(reader, middle):.0f} ms")
    frames += [frame(reader, top) for top in range(middle, middle + 30_000, 120)]
    ordered = sorted(frames)
    say(f"a frame of scrolling: median {statistics.median(frames):.1f} ms, longest {ordered[-1]:.1f} ms")
    start = time.perf_counter()
    hits = len(list(Folded.of(article.text).find("spring")))
    say(f"{hits:,} places found in {(time.perf_counter() - start) * 1000:.0f} ms")
    assert opened < MOST_SECONDS
    assert ordered[-1] < MOST_MILLISECONDS


def frame(reader: ArticleReader, top: int) -> float:
    """Milliseconds until the page scrolled to `top` is painted."""
    start = time.perf_counter()
    reader.verticalScrollBar().setValue(top)
    reader.viewport().repaint()
    return (time.perf_counter() - start) * 1000
