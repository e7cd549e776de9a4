# SPDX-License-Identifier: MIT
"""Other colours: the windows stay, and look as if they had been opened in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import first_argument
from tests.gui.test_preview import is_painted

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import QUESTION_ID, RecordId
from dissoi.gui.app import Windows
from dissoi.gui.article.details import DetailsDialog
from dissoi.gui.assembly import Assembly
from dissoi.gui.bars import ToolBar
from dissoi.gui.theme import DARK, LIGHT
from dissoi.reading.reading import Detail, Origin, Proposal
from dissoi.storage.settings import Theme

SETTLING = 600
"""Milliseconds until a long article is laid out to its end."""
BESIDE = ("speech_plan", "ask_position", "cut_card")
"""Actions that open something beside the window."""


@pytest.fixture(autouse=True)
def fusion(qapp: QApplication) -> Iterator[None]:
    """The style of the program, and what other tests wear afterwards."""
    style, palette, font = qapp.style().objectName(), qapp.palette(), qapp.font()
    flash = qapp.cursorFlashTime()
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(flash)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def stage(assembly: Assembly, qtbot: QtBot) -> list[QWidget]:
    """Show much of the program: a card that is edited, the list of passages, and what stands beside."""
    dossier, commands = assembly.desk.dossier, assembly.commands
    assembly.window.editor.reveal(first_argument(dossier).id)
    commands.passages.toggle_list()
    assembly.window.article.find_bar().open()
    for action in BESIDE:
        assembly.actions[action].trigger()
    assembly.window.activateWindow()
    assembly.window.article.reader.setFocus()
    assembly.window.banner.say("A brief is there.", ("Open", lambda: None))
    qtbot.wait(SETTLING)
    dialogs = sorted(assembly.window.findChildren(QDialog), key=lambda each: each.windowTitle())
    assert len(dialogs) == len(BESIDE)
    return [assembly.window, *dialogs]


def test_a_window_in_other_colours_looks_as_if_it_was_opened_in_them(
    windows: Windows, sample: Dossier, opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    windows.services.preferences.change(theme=Theme.LIGHT)
    windows.redress()
    first = opened(sample)
    shown = stage(first, qtbot)
    before = [picture(each) for each in shown]
    first.actions["theme_dark"].trigger()
    assert windows.assemblies == (first,)
    qtbot.wait(SETTLING)
    after = [picture(each) for each in shown]
    windows.dismantle()
    first.desk.path.unlink()
    expected = [picture(each) for each in stage(opened(sample), qtbot)]
    for at, (light, dark, fresh) in enumerate(zip(before, after, expected, strict=True)):
        assert light != fresh
        assert dark == fresh, at


def stage_the_rest(assembly: Assembly, qtbot: QtBot) -> list[QWidget]:
    """Show what `stage` does not: the page of the question, the preview, a form with what was found."""
    assembly.desk.apply(edits.add_definition(RecordId("toll")))
    assembly.window.editor.tabs.choose(QUESTION_ID)
    assembly.actions["preview"].trigger()
    pane = assembly.commands.preview.pane
    assert pane is not None
    qtbot.waitUntil(lambda: is_painted(pane.view), timeout=20_000)
    found = {Detail.TITLE: (Proposal("Tolls", Origin.TEXT),)}
    article = assembly.desk.dossier.articles[0].model_copy(update={"authors": ()})
    form = DetailsDialog(article, assembly.window, found)
    form.show()
    qtbot.wait(SETTLING)
    return [assembly.window, form]


def test_so_do_the_question_the_preview_and_a_form(
    windows: Windows, sample: Dossier, opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    windows.services.preferences.change(theme=Theme.LIGHT)
    windows.redress()
    first = opened(sample)
    shown = stage_the_rest(first, qtbot)
    windows.services.preferences.change(theme=Theme.DARK)
    windows.redress()
    qtbot.wait(SETTLING)
    after = [picture(each) for each in shown]
    windows.dismantle()
    first.desk.path.unlink()
    expected = [picture(each) for each in stage_the_rest(opened(sample), qtbot)]
    for at, (dark, fresh) in enumerate(zip(after, expected, strict=True)):
        assert dark == fresh, at


def test_the_welcome_page_takes_other_colours(windows: Windows) -> None:
    windows.services.preferences.change(theme=Theme.LIGHT)
    windows.redress()
    windows.welcome()
    page = windows.welcome_page
    assert page is not None
    windows.services.preferences.change(theme=Theme.DARK)
    windows.redress()
    assert windows.welcome_page is page
    after = picture(page)
    windows.welcome()
    assert windows.welcome_page is not None
    assert picture(windows.welcome_page) == after
    windows.welcome_page.close()


def test_all_stays_where_it_is_in_other_colours(sample_window: Assembly, qtbot: QtBot) -> None:
    window, desk = sample_window.window, sample_window.desk
    reader, dossier = window.article.reader, desk.dossier
    argument = first_argument(dossier)
    window.editor.edit_claim(argument.id)
    QTest.keyClicks(window.focusWidget(), "So: ")
    reader.select(900, 930)
    reader.verticalScrollBar().setValue(400)
    qtbot.wait(SETTLING)
    window.splitter.setSizes([150, 400, 890])

    def state() -> tuple[object, ...]:
        return (
            window.geometry(),
            window.splitter.sizes(),
            reader.verticalScrollBar().value(),
            reader.selected_range(),
            window.editor.active,
            QApplication.focusWidget(),
            desk.undo_label,
            sample_window.there(),
        )

    before = state()
    for theme, colours in (("dark", DARK), ("light", LIGHT)):
        sample_window.actions[f"theme_{theme}"].trigger()
        qtbot.wait(SETTLING)
        assert window.colours == colours
        assert state() == before
    desk.undo()
    assert desk.dossier == dossier


def test_a_scheme_of_the_system_is_followed_only_where_that_was_chosen(
    sample_window: Assembly, windows: Windows, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"system": DARK, "light": LIGHT}
    monkeypatch.setattr("dissoi.gui.app.colours_for", asked.__getitem__)
    windows.services.preferences.change(theme=Theme.LIGHT)
    windows.redress()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert sample_window.window.colours == LIGHT
    windows.services.preferences.change(theme=Theme.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert sample_window.window.colours == DARK


def test_words_that_are_typed_into_a_form_stay_in_other_colours(
    sample_window: Assembly, windows: Windows
) -> None:
    form = DetailsDialog(sample_window.desk.dossier.articles[0], sample_window.window)
    form.open()
    form.field("title").line.setText("A title of my own")
    sample_window.actions["theme_dark"].trigger()
    assert windows.services.preferences.now.theme == "dark"
    assert form.isVisible()
    assert form.article().title == "A title of my own"
    form.reject()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_button_of_the_tool_bar_shows_that_it_has_the_keyboard(
    sample_window: Assembly, theme: str
) -> None:
    sample_window.actions[f"theme_{theme}"].trigger()
    sample_window.desk.apply(edits.ask_question("Why?"))
    (bar,) = sample_window.window.findChildren(ToolBar)
    buttons = [each for each in bar.findChildren(QToolButton) if each.isVisible() and each.isEnabled()]
    assert len(buttons) == 7
    for button in buttons:
        sample_window.window.article.reader.setFocus()
        before, size = picture(button), button.size()
        button.setFocus()
        assert picture(button) != before, button.text()
        assert button.size() == size
