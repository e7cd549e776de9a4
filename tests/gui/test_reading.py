# SPDX-License-Identifier: MIT
"""Reading in the real window: looking for words, size and font, reading alone, links, the place kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QWidget
from tests.gui.conftest import first_position

from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Side
from dissoi.storage.settings import Face

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.gui.conftest import Answers

    from dissoi.dossier.dossier import Dossier
    from dissoi.gui.app import Windows
    from dissoi.gui.assembly import Assembly
from dissoi.gui.desk import Desk
from dissoi.storage.saver import SaveState, Saving

A_LINE = 90
"""No fewer characters than a line of the article has."""
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_ctrl_f_finds_and_f3_goes_on(sample_window: Assembly) -> None:
    window = sample_window.window
    QTest.keyClick(window.article.reader, Qt.Key.Key_F, CTRL)
    bar = window.article.find_bar()
    assert bar.isVisible()
    QTest.keyClicks(bar.line, "the")
    assert bar.count.text().startswith("1 of ")
    QTest.keyClick(bar.line, Qt.Key.Key_F3)
    assert bar.count.text().startswith("2 of ")
    QTest.keyClick(bar.line, Qt.Key.Key_F3, SHIFT)
    assert bar.count.text().startswith("1 of ")
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_looking_for_words_leaves_the_argument_being_edited_as_it_is(
    sample_window: Assembly, qtbot: QtBot
) -> None:
    window, reader = sample_window.window, sample_window.window.article.reader
    reader.select(0, 12)
    QTest.keyClick(reader, Qt.Key.Key_C)
    edited = sample_window.desk.dossier.arguments_of(first_position(sample_window.desk.dossier).id, Side.CON)[
        -1
    ]
    given: list[QWidget] = []

    def remember(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            given.append(now)

    qtbot.waitUntil(lambda: window.editor.active == edited.id)
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_F, CTRL)
    bar = window.article.find_bar()
    QTest.keyClicks(bar.line, "the")
    assert bar.line.hasFocus()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(remember)
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    application.focusChanged.disconnect(remember)
    assert given == [reader]
    assert window.editor.active == edited.id
    assert reader.hasFocus()


def test_f11_reads_the_article_alone_and_escape_brings_the_rest_back(sample_window: Assembly) -> None:
    window, reader = sample_window.window, sample_window.window.article.reader
    sizes = window.splitter.sizes()
    QTest.keyClick(reader, Qt.Key.Key_F11)
    assert window.outline.isHidden()
    assert window.editor.isHidden()
    assert not any(bar.isVisible() for bar in window.findChildren(QToolBar))
    assert sample_window.actions["read_alone"].isChecked()
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert window.editor.isVisible()
    assert all(bar.isVisible() for bar in window.findChildren(QToolBar))
    assert window.splitter.sizes() == sizes
    assert not sample_window.actions["read_alone"].isChecked()


def test_an_argument_made_while_reading_alone_shows_the_editor(sample_window: Assembly) -> None:
    window, reader = sample_window.window, sample_window.window.article.reader
    QTest.keyClick(reader, Qt.Key.Key_F11)
    reader.select(0, 12)
    QTest.keyClick(reader, Qt.Key.Key_H)
    assert window.reads_alone
    reader.select(0, 12)
    QTest.keyClick(reader, Qt.Key.Key_P)
    assert window.editor.isVisible()


def test_closing_while_reading_alone_keeps_the_widths(sample_window: Assembly, windows: Windows) -> None:
    sizes = tuple(sample_window.window.splitter.sizes())
    QTest.keyClick(sample_window.window.article.reader, Qt.Key.Key_F11)
    sample_window.window.close()
    assert windows.services.preferences.now.splitters["panes"] == sizes


@pytest.mark.parametrize("address", ["https://example.org/a?b=1", "mailto:a@example.org"])
def test_a_link_opens_after_its_address_was_shown(
    sample_window: Assembly, answers: Answers, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    answers.choice = 1
    sample_window.window.article.reader.link_clicked.emit(address)
    assert not opened
    assert address in answers.asked[0]
    answers.choice = 0
    sample_window.window.article.reader.link_clicked.emit(address)
    assert opened == [address]


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "notes.html", "ftp://a.org", ""]
)
def test_other_links_are_not_opened(sample_window: Assembly, answers: Answers, address: str) -> None:
    sample_window.window.article.reader.link_clicked.emit(address)
    assert not answers.asked
    assert "can be opened" in sample_window.window.statusBar().currentMessage()


def test_a_hint_leaves_in_sight_whether_all_is_saved(sample_window: Assembly) -> None:
    sample_window.window.hint("A hint that is said in passing.")
    QTest.qWait(1)
    assert sample_window.window.saved.isVisible()


def test_letters_without_serifs_are_remembered(sample_window: Assembly, windows: Windows) -> None:
    reader = sample_window.window.article.reader
    assert "Source Serif 4" in reader.document().defaultFont().families()
    sample_window.actions["face_sans"].trigger()
    assert "Source Sans 3" in reader.document().defaultFont().families()
    assert windows.services.preferences.now.reader_face is Face.SANS


def test_a_dossier_opens_where_it_was_left(
    sample_window: Assembly, windows: Windows, sample: Dossier, qtbot: QtBot
) -> None:
    path, window = sample_window.desk.path, sample_window.window
    first, second = (article.id for article in sample.articles[:2])
    page = sample.positions[2].id
    window.article.reader.verticalScrollBar().setValue(500)
    place = window.article.reader.top_position()
    window.article.show_article(second)
    window.article.reader.verticalScrollBar().setValue(300)
    second_place = window.article.reader.top_position()
    window.editor.tabs.choose(page)
    window.close()
    qtbot.waitUntil(lambda: not windows.assemblies)
    windows.open(path)
    again = windows.front
    qtbot.waitUntil(lambda: again.article.reader.verticalScrollBar().value() > 0)
    assert again.article.article_id == second
    assert again.editor.current == page
    assert abs(again.article.reader.top_position() - second_place) <= A_LINE
    again.article.show_article(first)
    assert place > A_LINE
    assert abs(again.article.reader.top_position() - place) <= A_LINE


def test_contents_lead_to_a_heading_and_mark_the_current_one(sample_window: Assembly) -> None:
    reader, reading = sample_window.window.article.reader, sample_window.commands.reading
    assert reader.article is not None
    headings = [block.text for block in reader.article.blocks if block.kind is BlockKind.HEADING]
    menu = reading.contents_menu()
    assert [action.text() for action in menu.actions()] == headings
    menu.actions()[1].trigger()
    assert reader.verticalScrollBar().value() > 0
    assert reader.textCursor().block().text() == headings[1]
    menu.deleteLater()
    again = reading.contents_menu()
    assert [action.text() for action in again.actions() if action.isChecked()]
    again.deleteLater()


def test_ctrl_g_opens_the_contents(sample_window: Assembly, qtbot: QtBot) -> None:
    QTest.keyClick(sample_window.window.article.reader, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("saving", "waits"), [(Saving.SAVED, 0), (Saving.PENDING, 1), (Saving.FAILED, 0)])
def test_a_missing_picture_waits_only_while_something_is_being_saved(
    sample_window: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, saving: Saving, waits: int
) -> None:
    settled: list[float | None] = []
    monkeypatch.setattr(Desk, "save_state", SaveState(saving, 0, None))
    monkeypatch.setattr(sample_window.desk, "settle", settled.append)
    pictures = sample_window.window.article.reader.pictures
    with qtbot.waitSignal(pictures.loaded):
        pictures.want("sha256:gone")
    assert len(settled) == waits
    image = pictures.image("sha256:gone")
    assert image is not None
    assert image.isNull()
