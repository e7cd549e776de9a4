# SPDX-License-Identifier: MIT
"""The outline leads to what its lines stand for, by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from dissoi.dossier.article_edits import add_article
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, RecordId
from dissoi.gui.assembly import Assembly
from dissoi.gui.outline.outline import CheckLine


def first_check(assembly: Assembly) -> QTreeWidgetItem:
    outline = assembly.window.outline
    section = outline.topLevelItem(3)
    assert section is not None
    line = section.child(0)
    assert line is not None
    return line


def test_a_click_leads_there_once_whatever_the_desktop(sample_window: Assembly) -> None:
    outline = sample_window.window.outline
    line = first_check(sample_window)
    outline.scrollToItem(line)
    spy = QSignalSpy(outline.chosen)
    place = outline.visualItemRect(line).center()
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    # Some desktops activate an item with the same click.
    outline.itemActivated.emit(line, 0)
    assert spy.count() == 1


def test_enter_leads_there(sample_window: Assembly) -> None:
    outline = sample_window.window.outline
    outline.setFocus()
    outline.setCurrentItem(first_check(sample_window))
    spy = QSignalSpy(outline.chosen)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert spy.count() == 1


def test_articles_of_one_title_are_told_apart_by_their_cites(opened: Callable[[Dossier], Assembly]) -> None:
    dossier = Dossier()
    dossier = dossier.with_records(dossier.question)
    for key, published in (("a", "2024-01-02"), ("b", "2024-03-04"), ("c", "2025")):
        article = Article(id=RecordId(key), title="Ferries", published=published, publisher="The Pier")
        dossier = add_article(article.model_copy(update={"blocks": (plain_block(key),)})).run(dossier)
    section = opened(dossier).window.outline.topLevelItem(1)
    assert section is not None
    lines = [section.child(at).text(0) for at in range(section.childCount())]  # type: ignore[union-attr]
    assert lines == ["The Pier 24a · Ferries", "The Pier 24b · Ferries", "The Pier 25 · Ferries"]


def test_what_the_checks_found_is_read_whole_where_the_outline_is_narrow(
    sample_window: Assembly, qtbot: QtBot
) -> None:
    window, outline = sample_window.window, sample_window.window.outline
    told = "1 argument is in a speech of the other side"
    outline.show_checks([CheckLine("foreign", told)])
    line, name = first_check(sample_window), outline.topLevelItem(0).child(0)  # type: ignore[union-attr]

    def height(item: QTreeWidgetItem | None) -> int:
        assert item is not None
        return outline.visualItemRect(item).height()

    window.splitter.setSizes([600, 400, 440])
    qtbot.waitUntil(lambda: outline.width() > 500)
    assert height(line) == height(name)
    window.splitter.setSizes([200, 600, 640])
    qtbot.waitUntil(lambda: outline.width() < 250)
    assert outline.fontMetrics().horizontalAdvance(told) > outline.width()
    more = height(line) - height(name)
    assert more in {lines * outline.fontMetrics().lineSpacing() for lines in (1, 2, 3)}
    assert height(name) == height(outline.topLevelItem(2).child(0))  # type: ignore[union-attr]
