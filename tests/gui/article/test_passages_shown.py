# SPDX-License-Identifier: MIT
"""Passages on the page: shown, clicked, revealed; and what else the page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import RecordId, Side
from dissoi.gui.article.colours import DARK, LIGHT, ReaderColours
from dissoi.gui.article.geometry import line_slot, runs_of
from dissoi.gui.article.reader import ArticleReader, ShownPassage

from .conftest import BLOCKS, LEFT, Hand, article

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BOTH = frozenset(Side)


def passage(hand: Hand, name: str, words: str, *, used: bool = True, current: bool = False) -> ShownPassage:
    start, end = hand.place(words)
    return ShownPassage(RecordId(name), start, end, f"About {name}", used=used, sides=BOTH, current=current)


def picture(reader: ArticleReader) -> QImage:
    return reader.viewport().grab().toImage()


def colours_in(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())}


def test_clicking_a_passage_names_it(hand: Hand, qtbot: QtBot) -> None:
    hand.reader.show_passages([passage(hand, "one", "neutral mission 🕊🕊 could keep the peace")])
    with qtbot.waitSignal(hand.reader.passage_clicked) as clicked:
        hand.click("could keep")
    assert clicked.args == ["one"]


def test_clicking_beside_a_passage_does_nothing(hand: Hand, qtbot: QtBot) -> None:
    hand.reader.show_passages([passage(hand, "one", "neutral mission")])
    with qtbot.assertNotEmitted(hand.reader.passage_clicked):
        hand.click("keep the peace")


def test_clicking_where_passages_overlap_names_all(hand: Hand, qtbot: QtBot) -> None:
    hand.reader.show_passages(
        [passage(hand, "long", "neutral mission 🕊🕊 could keep the peace"), passage(hand, "short", "keep the")]
    )
    with qtbot.waitSignal(hand.reader.passages_clicked) as clicked:
        hand.click("keep")
    assert clicked.args == [["short", "long"]]


def test_dragging_within_a_passage_is_no_click(hand: Hand, qtbot: QtBot) -> None:
    hand.reader.show_passages([passage(hand, "one", "neutral mission 🕊🕊 could keep the peace")])
    with qtbot.assertNotEmitted(hand.reader.passage_clicked):
        hand.drag("could keep")


def test_enter_does_for_the_caret_what_a_click_does(hand: Hand, qtbot: QtBot) -> None:
    hand.reader.show_passages([passage(hand, "one", "neutral mission")])
    hand.caret_to(hand.place("mission")[0])
    with qtbot.waitSignal(hand.reader.passage_clicked) as clicked:
        hand.press(Qt.Key.Key_Return)
    assert clicked.args == ["one"]


def between(hand: Hand, first: str, last: str) -> list[str]:
    """The colours above the letters of a line, from the middle of one word to that of another."""
    document, image = hand.reader.document(), picture(hand.reader)
    places = [hand.middle(words) for words in (first, last)]
    at = hand.reader.offsets.position(hand.place(first)[0])
    (run,) = runs_of(document.findBlock(at), at, at + 1)
    y = round(run.letters.top()) + 2 - hand.reader.verticalScrollBar().value()
    return [image.pixelColor(x, y).name() for x in range(places[0].x(), places[1].x())]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_passages_that_touch_are_told_apart(hand: Hand, colours: ReaderColours) -> None:
    hand.reader.set_colours(colours)
    long = passage(hand, "long", "could deter a new attack, said the other")
    hand.reader.show_passages([passage(hand, "one", "No mission"), long])
    assert colours.page in between(hand, "No mission", "could deter")
    assert colours.page not in between(hand, "could deter", "said the other")
    hand.reader.show_passages([long, passage(hand, "short", "a new")])
    assert colours.page in between(hand, "could deter", "a new")
    assert colours.page in between(hand, "a new", "attack, said")
    assert colours.page not in between(hand, "attack, said", "said the other")


def test_the_passage_that_is_looked_at_has_a_frame(hand: Hand) -> None:
    def frame() -> int:
        image = picture(hand.reader)
        pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(pixel.name() == LIGHT.link for pixel in pixels)

    one, other = passage(hand, "one", "neutral mission"), passage(hand, "other", "new attack")
    hand.reader.show_passages([one, other])
    bare, ground = frame(), between(hand, "neutral", "neutral mission")
    hand.reader.show_passages([one._replace(looked_at=True), other])
    assert frame() > 1.2 * bare
    assert between(hand, "neutral", "neutral mission") == ground


def test_links_are_told_and_not_opened(hand: Hand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hand.reader.link_clicked) as clicked:
        hand.click("a report")
    assert clicked.args == ["https://example.org/report"]


def shape_over(hand: Hand, words: str) -> Qt.CursorShape:
    """The pointer's shape once it has come to stand over words."""
    viewport, place = hand.reader.viewport(), QPointF(hand.middle(words))
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), none, none, plain)
    QApplication.sendEvent(viewport, moved)
    return viewport.cursor().shape()


def test_the_pointer_shows_what_can_be_clicked(hand: Hand) -> None:
    hand.reader.show_passages([passage(hand, "one", "neutral mission")])
    assert shape_over(hand, "neutral") is Qt.CursorShape.PointingHandCursor
    assert shape_over(hand, "could keep") is Qt.CursorShape.IBeamCursor
    assert shape_over(hand, "a report") is Qt.CursorShape.PointingHandCursor


def test_revealing_scrolls_to_a_third_of_the_window(hand: Hand) -> None:
    words = "Paragraph 20 goes on"
    hand.reader.show_passages([passage(hand, "far", words)])
    hand.reader.reveal("far")
    top = hand.reader.cursorRect().top()
    assert top == pytest.approx(hand.reader.viewport().height() / 3, abs=12)
    assert hand.reader.textCursor().position() == hand.reader.offsets.position(hand.place(words)[0])


def test_revealing_what_is_in_view_does_not_scroll(hand: Hand) -> None:
    hand.reader.show_passages([passage(hand, "near", "neutral mission")])
    hand.reader.reveal("near")
    assert hand.reader.verticalScrollBar().value() == 0


def test_revealing_reaches_the_last_words(hand: Hand) -> None:
    hand.reader.show_passages([passage(hand, "last", "The last words")])
    hand.reader.reveal("last")
    assert hand.reader.viewport().rect().contains(hand.middle("The last words"))


def test_a_revealed_passage_glows_and_fades(hand: Hand, qtbot: QtBot) -> None:
    hand.reader.show_passages([passage(hand, "near", "neutral mission")])
    before = picture(hand.reader)
    hand.reader.reveal("near")
    assert picture(hand.reader) != before
    qtbot.waitUntil(lambda: hand.reader._flashing.flash.strength == 0, timeout=5000)
    at = hand.middle("neutral")
    assert picture(hand.reader).pixelColor(at - QPoint(0, 9)) == before.pixelColor(at - QPoint(0, 9))


def test_an_unknown_passage_is_not_revealed(hand: Hand) -> None:
    hand.reader.reveal("nowhere")
    assert hand.reader.verticalScrollBar().value() == 0


def test_grounds_and_lines_of_passages(hand: Hand) -> None:
    plain = colours_in(picture(hand.reader))
    hand.reader.show_passages(
        [
            passage(hand, "used", "neutral mission"),
            passage(hand, "unused", "No mission could", used=False),
            passage(hand, "current", "said the other side", current=True),
        ]
    )
    added = colours_in(picture(hand.reader)) - plain
    assert {LIGHT.plain_mark, LIGHT.faint_mark, LIGHT.current_mark} <= added
    hand.reader.show_passages([])
    assert colours_in(picture(hand.reader)) == plain


def test_marks_do_not_touch_the_document(hand: Hand) -> None:
    revision = hand.reader.document().revision()
    hand.reader.show_passages([passage(hand, "used", "neutral mission")])
    assert hand.reader.document().revision() == revision


def test_the_tool_tip_tells_the_label_as_plain_text(hand: Hand) -> None:
    start, end = hand.place("neutral mission")
    hand.reader.show_passages([ShownPassage(RecordId("one"), start, end, "<b>Claim</b> & more")])
    told = hand.reader.told_about
    assert told(hand.middle("neutral mission")) == "<p>&lt;b&gt;Claim&lt;/b&gt; &amp; more</p>"
    assert told(hand.middle("a report")) == "<p>https://example.org/report</p>"
    assert told(hand.middle("keep the peace")) == ""


def test_the_header_counts_what_is_in_use(hand: Hand) -> None:
    hand.reader.show_passages(
        [passage(hand, "one", "neutral mission"), passage(hand, "two", "No mission", used=False)]
    )
    title, meta = hand.reader._header.texts()
    assert title == "Who would guard a peace"
    assert meta.startswith("The Dissoi Review · 18 February 2025 · ")
    assert meta.endswith(" min · 1 passage in use")


def test_the_header_scrolls_with_the_words_and_stands_above_them(hand: Hand) -> None:
    header = hand.reader._header
    first = hand.point(0)
    assert header.geometry().bottom() < first.y()
    gap = first.y() - header.geometry().bottom()
    hand.reader.verticalScrollBar().setValue(60)
    assert hand.point(0).y() - header.geometry().bottom() == gap
    hand.reader.resize(380, 600)
    assert header.geometry().bottom() < hand.point(0).y()


def test_paragraph_numbers_stand_beside_first_lines(hand: Hand) -> None:
    image = picture(hand.reader)
    left = hand.point(0).x()
    numbered, heading = hand.point(hand.place("A neutral")[0]).y(), hand.point(0).y()

    def ink_beside(y: int) -> bool:
        strip = image.copy(0, y - 8, left - 8, 20)
        return len(colours_in(strip)) > 1

    assert ink_beside(numbered)
    assert not ink_beside(heading)


def test_zoom_keeps_words_and_place(hand: Hand) -> None:
    hand.reader.show_passages([passage(hand, "far", "Paragraph 20 goes on")])
    hand.reader.reveal("far")
    hand.drag("Paragraph 20")
    size = hand.reader.textCursor().charFormat().fontPointSize()
    hand.reader.set_zoom(1.5)
    assert hand.reader.textCursor().charFormat().fontPointSize() == pytest.approx(1.5 * size)
    assert hand.reader.selected_range() == hand.place("Paragraph 20")
    assert hand.reader.viewport().rect().contains(hand.middle("Paragraph 20"))


def test_zoom_has_limits(hand: Hand) -> None:
    hand.reader.set_zoom(100)
    assert hand.reader.zoom == 4
    hand.reader.set_zoom(0)
    assert hand.reader.zoom == 0.5


def turn(reader: ArticleReader, angle: int, modifier: Qt.KeyboardModifier) -> None:
    point = QPointF(100, 100)
    event = QWheelEvent(
        point,
        reader.mapToGlobal(point),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(reader.viewport(), event)


def test_the_wheel_with_control_asks_for_zoom(hand: Hand, qtbot: QtBot) -> None:
    steps: list[int] = []
    hand.reader.zoom_requested.connect(steps.append)
    for angle in (120, 60, 60, -240):
        turn(hand.reader, angle, Qt.KeyboardModifier.ControlModifier)
    assert steps == [1, 1, -2]
    assert hand.reader.verticalScrollBar().value() == 0
    turn(hand.reader, -240, Qt.KeyboardModifier.NoModifier)
    assert hand.reader.verticalScrollBar().value() > 0


def test_colours_change_without_losing_the_selection(hand: Hand) -> None:
    hand.drag("neutral")
    hand.reader.set_colours(DARK)
    assert DARK.page in colours_in(picture(hand.reader))
    assert hand.reader.selected_range() == hand.place("neutral")


def test_a_narrower_window_keeps_the_place(hand: Hand) -> None:
    hand.reader.show_passages([passage(hand, "far", "Paragraph 20 goes on")])
    hand.reader.reveal("far")
    hand.reader.resize(420, 700)
    assert hand.reader.viewport().rect().contains(hand.middle("Paragraph 20"))


def test_another_article_and_back_to_the_place_left(hand: Hand) -> None:
    first = article(*BLOCKS)
    hand.reader.verticalScrollBar().setValue(900)
    hand.reader.show_article(article(plain_block("Short."), name="a2", title="Another"))
    assert hand.reader._header.texts()[0] == "Another"
    assert hand.reader.toPlainText() == "Short."
    hand.reader.show_article(first)
    assert hand.reader.verticalScrollBar().value() == 900


LONG = article(*(plain_block(f"Paragraph {number} of a book. " * 30) for number in range(600)), name="long")


def test_a_long_article_opens_where_it_was_left(hand: Hand) -> None:
    hand.reader.show_article(LONG)
    hand.caret_to(hand.place("Paragraph 590")[0])
    left = hand.reader.verticalScrollBar().value()
    assert left > 50_000
    hand.reader.show_article(article(*BLOCKS))
    hand.reader.show_article(LONG)
    assert hand.reader.verticalScrollBar().value() == left


def test_a_long_article_opens_at_a_passage(hand: Hand) -> None:
    start = LONG.text.index("Paragraph 590")
    hand.reader.show_article(LONG, [ShownPassage(RecordId("far"), start, start + 9)])
    hand.reader.reveal("far")
    assert hand.reader.cursorRect().top() == pytest.approx(hand.reader.viewport().height() / 3, abs=12)


def test_new_details_leave_the_text_as_it_is(hand: Hand) -> None:
    document = hand.reader.document()
    hand.drag("neutral")
    hand.reader.show_article(article(*BLOCKS, title="A better title"))
    assert hand.reader.document() is document
    assert hand.reader.selected_range() is not None
    assert hand.reader._header.texts()[0] == "A better title"


def test_without_an_article_there_is_a_hint_and_a_button(empty_reader: ArticleReader, qtbot: QtBot) -> None:
    assert empty_reader.empty_page.isVisible()
    with qtbot.waitSignal(empty_reader.add_article_requested):
        QTest.mouseClick(empty_reader.empty_page.button, LEFT)


def test_clearing_shows_the_hint_again(hand: Hand) -> None:
    assert not hand.reader.empty_page.isVisible()
    hand.drag("neutral")
    hand.reader.clear()
    assert hand.reader.empty_page.isVisible()
    assert not hand.reader.bar.isVisible()
    assert hand.reader.selected_range() is None
    assert hand.reader.article is None


def test_an_article_without_text(empty_reader: ArticleReader) -> None:
    empty_reader.show_article(article())
    assert empty_reader.selected_range() is None
    assert LIGHT.page in colours_in(picture(empty_reader))


def test_every_passage_is_selected_where_it_stands(hand: Hand) -> None:
    """What a passage's ends are in the document, and back."""
    assert hand.reader.article is not None
    text = hand.reader.article.text
    cursor = hand.reader.textCursor()
    for start in range(120):
        end = start + 25
        cursor.setPosition(hand.reader.offsets.position(start))
        cursor.setPosition(hand.reader.offsets.position(end), cursor.MoveMode.KeepAnchor)
        assert cursor.selectedText().replace("\u2029", "\n") == text[start:end]
        slot = line_slot(hand.reader.document(), cursor.selectionStart())
        assert slot.height() > 0
