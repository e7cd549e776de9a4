# SPDX-License-Identifier: MIT
"""The table of actions: each has its own name, key and letter, and stands where it is looked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import first_argument

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.gui.action_text import plain
from dissoi.gui.assembly import Assembly
from dissoi.gui.context_menus import _ARTICLE, _CARD, _POSITION
from dissoi.gui.editor.evidence import EvidenceView
from dissoi.gui.palette.palette import Entry, Palette
from dissoi.gui.shortcut_list import ShortcutList


def menus_in(menu: QMenu) -> Iterator[QMenu]:
    yield menu
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from menus_in(below)


def letters(actions: list[QAction]) -> list[str]:
    """The letter that is underlined in each text, "" where none is."""
    texts = (each.text() for each in actions if not each.isSeparator())
    found = (re.search("&([^&])", text.replace("&&", "")) for text in texts)
    return [each[1].casefold() if each else "" for each in found]


def twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1 or not value]


def test_every_action_has_a_name_and_keys_of_its_own(sample_window: Assembly) -> None:
    specs = sample_window.actions.specs
    assert not twice([spec.id for spec in specs])
    assert not twice([key for spec in specs for key in spec.shortcut.split(" | ") if key])


def test_every_line_of_a_menu_has_a_letter_of_its_own(sample_window: Assembly) -> None:
    bar = sample_window.window.menuBar()
    assert not twice(letters(bar.actions()))
    for top in bar.actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        for each in menus_in(menu):
            assert not twice(letters([one for one in each.actions() if one.isVisible()])), each.title()


@pytest.mark.parametrize("ids", [_CARD, _POSITION, _ARTICLE])
def test_so_has_every_line_of_a_context_menu(sample_window: Assembly, ids: tuple[str, ...]) -> None:
    assert not twice(letters(sample_window.actions.menu_of(ids, sample_window.window).actions()))


def test_the_menu_shows_the_letters_of_the_article(sample_window: Assembly) -> None:
    shown = {
        each.id: sample_window.actions[each.id].text().partition("\t")[2]
        for each in sample_window.actions.specs
    }
    found = [shown[each] for each in ("quote_pro", "quote_con", "quote_evidence", "highlight", "note")]
    assert found == ["P", "C", "E", "H", "N"]
    assert not any(sample_window.actions[each].shortcuts() for each in ("quote_pro", "note"))
    assert shown["label_claim"] == "1"


def menu_shown(sample_window: Assembly, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [each.text() for each in menu.actions()]
    menu.close()
    return texts


def test_a_key_opens_the_menu_of_the_argument_and_of_evidence(sample_window: Assembly, qtbot: QtBot) -> None:
    window = sample_window.window
    argument = first_argument(sample_window.desk.dossier)
    window.editor.edit_claim(argument.id)
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert "&Remove Argument" in menu_shown(sample_window, qtbot)
    view = next(each for each in window.findChildren(EvidenceView) if each.isVisible())
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert "Remove Evidence" in menu_shown(sample_window, qtbot)


def test_the_menu_of_a_claim_has_what_can_be_done_with_its_argument(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    card = sample_window.window.editor.card_of(argument.id)
    assert card is not None
    menu = QMenu(sample_window.window)
    menu.addAction("Paste")
    sample_window.window.intents.field_menu.emit(menu, card.fields["claim"])
    texts = [each.text() for each in menu.actions()]
    assert texts[:2] == ["Paste", ""]
    assert "&Remove Argument" in texts
    assert sample_window.window.editor.active == argument.id
    other = QMenu(sample_window.window)
    sample_window.window.intents.field_menu.emit(other, sample_window.window.outline)
    assert not other.actions()


def test_articles_are_turned_both_ways(sample_window: Assembly) -> None:
    first, second = (each.id for each in sample_window.desk.dossier.articles)
    shown = []
    for action in ("next_article", "next_article", "previous_article", "previous_article"):
        sample_window.actions[action].trigger()
        shown.append(sample_window.window.article.article_id)
    assert shown == [second, first, second, first]


def test_cutting_text_and_cutting_a_card_are_two_things(sample_window: Assembly) -> None:
    (edit,) = (each.menu() for each in sample_window.window.menuBar().actions() if each.text() == "&Edit")
    assert isinstance(edit, QMenu)
    assert "Cu&t" in [each.text() for each in edit.actions()]
    assert "Cut Car&d…" not in [each.text() for each in edit.actions()]


def test_the_menu_names_the_positions_there_are(sample_window: Assembly, sample: Dossier) -> None:
    (view,) = (each.menu() for each in sample_window.window.menuBar().actions() if each.text() == "&View")
    assert isinstance(view, QMenu)
    sample_window.desk.apply(edits.state_position(sample.positions[1].id, "Ships & tolls"))
    view.aboutToShow.emit()
    shown = [sample_window.actions[f"position_{number}"] for number in range(1, 10)]
    assert [each.isVisible() for each in shown] == [True] * 4 + [False] * 5
    assert shown[1].text() == "&2  Ships && tolls"
    sample_window.commands.arguments.add_position()
    assert shown[4].isVisible()
    shown[0].trigger()
    assert sample_window.window.editor.current == sample.positions[0].id


def test_the_menu_tells_whether_the_passages_are_listed(sample_window: Assembly) -> None:
    action = sample_window.actions["passages"]
    action.trigger()
    assert action.isChecked()
    panel = sample_window.commands.passages.panel
    assert panel is not None
    panel.close()
    assert not action.isChecked()


def test_the_palette_sets_keys_apart_from_words(qtbot: QtBot) -> None:
    above = QWidget()
    qtbot.addWidget(above)
    palette = Palette([Entry("Go & look", "F6", lambda: None), Entry("Stay", "", lambda: None)], above)
    model = palette.list.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(row, 0).data() for row in (0, 1)] == ["Go & look", "Stay"]
    assert [model.index(row, 0).data(spoken) for row in (0, 1)] == ["Go & look, F6", "Stay"]
    palette.show()
    row = palette.list.visualItemRect(palette.list.item(0))
    picture = palette.list.viewport().grab(row).toImage()
    right = range(row.width() - 30, row.width() - 4)
    assert len({picture.pixelColor(x, y).name() for x in right for y in range(row.height())}) > 1


def test_a_menu_of_which_nothing_is_possible_is_not_either(sample_window: Assembly) -> None:
    weight = sample_window.actions["weight_1"].associatedObjects()
    (menu,) = [each for each in weight if isinstance(each, QMenu)]
    sample_window.window.intents.activated.emit("")
    assert not menu.menuAction().isEnabled()
    sample_window.window.editor.reveal(sample_window.desk.dossier.arguments[0].id)
    assert menu.menuAction().isEnabled()


def test_every_key_of_the_article_is_in_its_menu_and_in_the_list_of_keys(sample_window: Assembly) -> None:
    titles = {plain(each.text()): each.menu() for each in sample_window.window.menuBar().actions()}
    source = titles["Source"]
    assert isinstance(source, QMenu)
    in_menus = {each.text().partition("\t")[2] for menu in menus_in(source) for each in menu.actions()}
    assert {"P", "C", "E", "H", "L", "N", "1", "5"} <= in_menus
    keys = ShortcutList(sample_window.actions.specs, sample_window.window)
    tree = keys.findChild(QTreeWidget)
    assert tree is not None
    (reading,) = tree.findItems("With words selected in the article", Qt.MatchFlag.MatchExactly)
    model, above = tree.model(), tree.indexFromItem(reading)
    shown = [model.index(row, 1, above).data() for row in range(model.rowCount(above))]
    assert shown == ["P", "C", "E", "H", "L", "1–5", "N"]
