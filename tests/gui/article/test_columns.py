# SPDX-License-Identifier: MIT
"""Tables in the reader: columns stand below each other, and the text is the article's own."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from dissoi.dossier.prose import Block, BlockKind, Span, plain_block
from dissoi.gui.article.reader import ArticleReader

from .conftest import article

YEAR = Span(text="Year of account", bold=True)
HEAD = Block(kind=BlockKind.ROW, spans=(YEAR, Span(text=" | Diesel | Who")))
LINES = ("2023 | 410 | Hald 🐑", "2024 | 1,455 | Maren")
ROWS = (HEAD, *(plain_block(each, BlockKind.ROW) for each in LINES))


def x_of(reader: ArticleReader, words: str, *, end: bool = False) -> float:
    """Where words begin, or end, across the page."""
    assert reader.article is not None
    at = reader.article.text.index(words) + (len(words) if end else 0)
    cursor = QTextCursor(reader.document())
    cursor.setPosition(reader.offsets.position(at))
    return reader.cursorRect(cursor).center().x()


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_figures_end_and_words_begin_together(empty_reader: ArticleReader, zoom: float) -> None:
    empty_reader.resize(900, 700)
    empty_reader.set_zoom(zoom)
    empty_reader.show_article(article(plain_block("Before."), *ROWS, plain_block("After.")))
    ends = [x_of(empty_reader, each, end=True) for each in ("Diesel", "410", "1,455")]
    begins = [x_of(empty_reader, each) for each in ("Who", "Hald", "Maren")]
    assert max(ends) - min(ends) <= 2
    assert max(begins) - min(begins) <= 2
    assert empty_reader.article is not None
    assert empty_reader.document().toPlainText() == empty_reader.article.text


def test_rows_of_other_numbers_of_cells_are_left_as_they_run(empty_reader: ArticleReader) -> None:
    odd = plain_block("2025 | 3", BlockKind.ROW)
    empty_reader.resize(900, 700)
    empty_reader.show_article(article(*ROWS, odd))
    assert x_of(empty_reader, "410", end=True) < x_of(empty_reader, "Diesel") - 10


def test_a_table_too_wide_for_most_windows_is_left_as_it_runs(empty_reader: ArticleReader) -> None:
    rows = [plain_block(f"{'word ' * 12}{at} | x | y", BlockKind.ROW) for at in (1, 22222)]
    empty_reader.resize(900, 700)
    empty_reader.show_article(article(*rows))
    cursor = QTextCursor(empty_reader.document())
    cursor.setPosition(64)
    assert cursor.charFormat().fontLetterSpacing() == 0.0
