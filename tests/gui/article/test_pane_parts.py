# SPDX-License-Identifier: MIT
"""Header, colours, marks, column: the parts of the pane that need no events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, Author, RecordId
from dissoi.gui.article.colours import DARK, LIGHT, ReaderColours, mixed
from dissoi.gui.article.header import article_line, use_line
from dissoi.gui.article.marks import Marks, ShownPassage
from dissoi.gui.article.offsets import Offsets
from dissoi.gui.article.selection_bar import GAP, MARGIN, bar_place
from dissoi.gui.article.typography import Typography


def test_the_line_below_the_title() -> None:
    article = Article(
        id=RecordId("a"),
        publisher="The Dissoi Review",
        published="2025-02-18",
        blocks=(plain_block("word " * 640),),
    )
    assert article_line(article) == "The Dissoi Review · 18 February 2025 · 640 words, 3 min"
    signed = article.model_copy(update={"authors": (Author(name="Ana Ruiz"),), "published": ""})
    assert article_line(signed) == "Ruiz · The Dissoi Review · 640 words, 3 min"
    own = article.model_copy(update={"authors": (Author(name="Dissoi"),), "publisher": "Dissoi"})
    assert article_line(own) == "Dissoi · 18 February 2025 · 640 words, 3 min"


def test_an_article_of_one_word() -> None:
    assert article_line(Article(id=RecordId("a"), blocks=(plain_block("Word"),))) == "1 word, 1 min"


def test_passages_in_use_are_counted_in_words() -> None:
    assert [use_line(each) for each in (0, 1, 1200)] == [
        "no passages in use yet",
        "1 passage in use",
        "1,200 passages in use",
    ]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_words_can_be_read_on_every_ground(colours: ReaderColours) -> None:
    grounds = (colours.plain_mark, colours.current_mark, colours.faint_mark, colours.selection, colours.shade)
    assert contrast(colours.ink, colours.page) > 10
    assert min(contrast(colours.ink, ground) for ground in grounds) >= 4.5
    for small in (colours.muted, colours.link, colours.gutter):
        assert contrast(small, colours.page) >= 4.0
    assert contrast(colours.bar_ink, colours.bar_hover) >= 4.5
    for line in (colours.pro_mark, colours.con_mark):
        assert contrast(line, colours.plain_mark) >= 3


def test_mixing_colours() -> None:
    assert (mixed("#000000", "#ff8000", 0), mixed("#000000", "#ff8000", 1)) == ("#000000", "#ff8000")
    assert mixed("#000000", "#ff8000", 0.5) == "#804000"


def test_marks_lie_short_on_long_and_the_current_on_top() -> None:
    passages = [
        ShownPassage(RecordId("current"), 0, 9, current=True),
        ShownPassage(RecordId("short"), 2, 4),
        ShownPassage(RecordId("long"), 1, 8),
        ShownPassage(RecordId("empty"), 3, 3),
        ShownPassage(RecordId("behind the end"), 30, 40),
    ]
    marks = Marks.of(passages, Offsets.of("🕊bcdefghij"))
    assert [mark.passage.id for mark in marks.marks] == ["long", "short", "current"]
    assert [mark.passage.id for mark in marks.between(9, 10)] == ["current"]
    assert (marks.marks[0].start, marks.marks[0].end) == (2, 9)


@given(st.integers(120, 3000), st.floats(0.5, 4.0))
def test_the_column_keeps_to_the_window_and_to_its_measure(width: int, zoom: float) -> None:
    column = Typography(zoom=zoom).column(width)
    assert column.left >= (38 if width < 460 else 52)
    assert column.width <= max(80, round(640 * zoom))
    if column.width > 80:
        assert column.left + column.width <= width


def test_a_wide_window_has_the_column_in_its_middle() -> None:
    column = Typography().column(1200)
    assert (column.left, column.width) == (280, 640)


RECTS = st.builds(
    QRect, st.integers(0, 600), st.integers(-300, 900), st.integers(1, 400), st.integers(1, 700)
)


@given(RECTS, st.integers(120, 700), st.integers(80, 700))
def test_the_bar_never_covers_the_words_and_stays_inside(selected: QRect, width: int, height: int) -> None:
    window, bar = QRect(0, 0, width, height), QSize(110, 36)
    place = bar_place(bar, window, selected, selected, selected)
    if place is not None:
        area = QRect(place, bar)
        assert window.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN).contains(area)
        assert area.bottom() < selected.top() or area.top() > selected.bottom()


def test_the_bar_prefers_to_stand_above() -> None:
    window, bar, words = QRect(0, 0, 600, 400), QSize(200, 40), QRect(200, 200, 100, 20)
    assert bar_place(bar, window, words, words, words) == QPoint(149, 200 - GAP - 40)
    high = words.translated(0, -190)
    assert bar_place(bar, window, high, high, high) == QPoint(149, 30 + GAP)
    assert bar_place(bar, window, window, words, words) is None
