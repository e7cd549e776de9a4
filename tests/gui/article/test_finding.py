# SPDX-License-Identifier: MIT
"""Words are found whatever their case, accents and quotation marks, and walked through by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.article.conftest import BLOCKS, article

from dissoi.dossier.prose import plain_block
from dissoi.gui.article.find_bar import FindBar
from dissoi.gui.article.finding import Folded, Hits

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from dissoi.gui.article.reader import ArticleReader


def found(text: str, words: str) -> list[str]:
    return [text[start:end] for start, end in Folded.of(text).find(words)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peace, peace and PEACE", "peace", ["Peace", "peace", "PEACE"]),
        ("a café and a cafe\u0301!", "CAFE", ["café", "cafe\u0301"]),
        ("a cafe", "café", ["cafe"]),
        ("They said “don’t”.", '"don\'t"', ["“don’t”"]),
        ("the post–war years", "post-war", ["post–war"]),
        ("soft\u00adhyphen", "softhyphen", ["soft\u00adhyphen"]),
        ("one\u00a0two\none two", "one two", ["one\u00a0two", "one two"]),
        ("the ﬁeld", "field", ["ﬁeld"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("nothing here", "peace", []),
        ("nothing here", " ", []),
        ("🕊 dove 🕊", "🕊", ["🕊", "🕊"]),
    ],
)
def test_what_counts_as_the_same(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


@given(st.text(max_size=60), st.data())
def test_every_stretch_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    if Folded.of(words).text.strip():
        ranges = list(Folded.of(text).find(words))
        assert ranges
        assert all(0 <= low < high <= len(text) for low, high in ranges)


def test_hits_near_a_place_and_from_one_to_the_next() -> None:
    hits = Hits(((2, 4), (10, 12), (20, 22)))
    assert [hits.nearest(at).current for at in (0, 3, 10, 21)] == [0, 1, 1, 0]
    assert hits.nearest(0).stepped(-1).current == 2
    assert Hits().stepped(1) == Hits()
    assert [start for start, _, _ in hits.nearest(0).within(3, 20)] == [2, 10]
    assert [start for start, _, current in hits.nearest(0).within(0, 50) if current] == [2]


@pytest.fixture
def bar(reader: ArticleReader, qtbot: QtBot) -> FindBar:
    bar = FindBar(reader, reader)
    qtbot.addWidget(bar)
    bar.open()
    return bar


def test_typing_marks_all_places_and_counts_them(bar: FindBar, reader: ArticleReader) -> None:
    QTest.keyClicks(bar.line, "MISSION")
    assert bar.count.text() == "1 of 2"
    assert reader.article is not None
    text, offset = reader.article.text, reader.offsets.offset
    assert [text[offset(a) : offset(b)] for a, b in reader.hits.ranges] == ["mission", "mission"]


def test_enter_goes_on_and_shift_enter_back_round_and_round(bar: FindBar) -> None:
    QTest.keyClicks(bar.line, "mission")
    told = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 2 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(bar.line, Qt.Key.Key_Return, modifier)
        told.append(bar.count.text())
    assert told == ["2 of 2", "1 of 2", "2 of 2"]


def test_a_place_out_of_view_is_scrolled_to(bar: FindBar, reader: ArticleReader) -> None:
    assert reader.verticalScrollBar().value() == 0
    QTest.keyClicks(bar.line, "the last words")
    assert bar.count.text() == "1 of 1"
    assert reader.verticalScrollBar().value() > 0


def test_escape_closes_and_leaves_the_place_selected(bar: FindBar, reader: ArticleReader) -> None:
    QTest.keyClicks(bar.line, "neutral mission")
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert not reader.hits.ranges
    assert reader.textCursor().selectedText() == "neutral mission"
    assert reader.hasFocus()


def test_selected_words_are_proposed(bar: FindBar, reader: ArticleReader) -> None:
    bar.close_bar()
    reader.select(*next(Folded.of(reader.article.text).find("deter")))  # type: ignore[union-attr]
    bar.open()
    assert bar.line.text() == "deter"
    assert bar.count.text() == "1 of 1"


def test_another_article_is_searched_anew(bar: FindBar, reader: ArticleReader) -> None:
    QTest.keyClicks(bar.line, "mission")
    reader.show_article(article(plain_block("No such word."), name="a2"))
    assert bar.count.text() == "Not found"
    reader.show_article(article(*BLOCKS))
    assert bar.count.text().endswith("of 2")
    reader.clear()
    assert bar.count.text() == "Not found"
