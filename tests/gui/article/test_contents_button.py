# SPDX-License-Identifier: MIT
"""The button before the title that opens the contents of the article."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from dissoi.dossier.prose import BlockKind, plain_block
from dissoi.gui.article.reader import ArticleReader

from .conftest import LEFT, article

HEADINGS = tuple(plain_block(f"Part {at}", BlockKind.HEADING) for at in range(3))
LONG = tuple(plain_block(f"Paragraph {at} goes on and on. " * 5) for at in range(30))


def button_of(reader: ArticleReader) -> QToolButton:
    (button,) = (
        each
        for each in reader.findChildren(QToolButton)
        if each.accessibleName() == "Contents of the article"
    )
    return button


def test_a_click_asks_for_the_contents(empty_reader: ArticleReader, qtbot: QtBot) -> None:
    empty_reader.show_article(article(*HEADINGS, *LONG))
    with qtbot.waitSignal(empty_reader.contents_wanted):
        QTest.mouseClick(button_of(empty_reader), LEFT)


def test_it_is_there_for_articles_with_headings_alone(empty_reader: ArticleReader) -> None:
    assert not button_of(empty_reader).isVisible()
    empty_reader.show_article(article(*HEADINGS, *LONG))
    assert button_of(empty_reader).isVisible()
    empty_reader.show_article(article(*HEADINGS[:1], *LONG, name="b"))
    assert not button_of(empty_reader).isVisible()
    empty_reader.show_article(article(*HEADINGS, *LONG, name="c"))
    empty_reader.clear()
    assert not button_of(empty_reader).isVisible()


def test_it_stands_before_the_title_and_scrolls_with_it(empty_reader: ArticleReader) -> None:
    empty_reader.show_article(article(*HEADINGS, *LONG))
    button = button_of(empty_reader)
    for width in (360, 640, 1200):
        empty_reader.resize(width, 700)
        place = QRect(button.pos(), button.size())
        assert empty_reader.viewport().rect().contains(place)
        margins = empty_reader.document().rootFrame().frameFormat()
        assert place.right() < margins.leftMargin()
    before = button.pos()
    empty_reader.verticalScrollBar().setValue(200)
    assert button.pos() == before - QPoint(0, 200)
