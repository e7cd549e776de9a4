# SPDX-License-Identifier: MIT
"""The tabs of positions in wide and narrow windows: what they say, and that each position is reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Holder, RecordId
from dissoi.gui.app import Windows
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor.tabs import PositionTabs

NARROW = 320
WORDS = "Ferries & bridges are to be free for all"


@pytest.fixture
def many(opened: Callable[[Dossier], Assembly], sample: Dossier) -> Assembly:
    """A window on fourteen positions."""
    for number in range(10):
        added = RecordId(f"p{number}")
        sample = edits.state_position(added, WORDS).run(edits.add_position(added).run(sample))
    return opened(sample)


def narrowed(assembly: Assembly, qtbot: QtBot) -> PositionTabs:
    window = assembly.window
    window.resize(900, 600)
    window.splitter.setSizes([200, 900, NARROW])
    tabs = window.editor.tabs
    qtbot.waitUntil(lambda: tabs.width() <= NARROW + 40)
    return tabs


def test_a_new_dossier_has_the_tab_of_its_question(windows: Windows, qtbot: QtBot) -> None:
    windows.new()
    bar = windows.front.editor.tabs._bar
    assert bar.tabText(0) == "Question"
    qtbot.waitUntil(lambda: bar.height() > bar.fontMetrics().height())


def test_where_there_is_little_room_the_current_tab_alone_has_words(
    sample_window: Assembly, sample: Dossier, qtbot: QtBot
) -> None:
    tabs = narrowed(sample_window, qtbot)
    for current in (2, 3):
        tabs.go_to(current)
        texts = [tabs._bar.tabText(at) for at in range(5)]
        assert texts[current].startswith(f"{current}  ")
        others = [at for at in range(1, 5) if at != current]
        assert [texts[at] for at in others] == [str(at) for at in others]
    assert sample.positions[0].statement in tabs._bar.tabToolTip(1)
    sample_window.window.resize(1440, 900)
    sample_window.window.splitter.setSizes([150, 400, 890])
    qtbot.waitUntil(lambda: tabs._bar.tabText(1).startswith("1  "))


def test_arrows_to_tabs_without_room_are_flat_and_no_stop_of_tab(many: Assembly, qtbot: QtBot) -> None:
    tabs = narrowed(many, qtbot)
    arrows = [each for each in tabs._bar.findChildren(QToolButton) if each.isVisible()]
    assert len(arrows) == 2
    assert all(each.autoRaise() and not each.focusPolicy() for each in arrows)


def test_the_list_of_all_leads_to_each(many: Assembly, qtbot: QtBot) -> None:
    tabs = narrowed(many, qtbot)
    menu = tabs.every_menu()
    assert len(menu.actions()) == 15
    assert menu.actions()[14].text() == f"14  {WORDS.replace('&', '&&')}"
    menu.actions()[14].trigger()
    assert many.window.editor.current == "p9"
    assert [each.isChecked() for each in tabs.every_menu().actions()].index(True) == 14
    assert tabs._bar.tabRect(14).right() <= tabs._bar.width()


def test_a_position_and_a_holder_with_an_ampersand_take_no_key(sample_window: Assembly, qtbot: QtBot) -> None:
    desk, window = sample_window.desk, sample_window.window
    position = desk.dossier.positions[0].id
    desk.apply(edits.state_position(position, "R&D first"))
    desk.apply(edits.name_holders(position, (Holder(name="Q&S"),)))
    bar = window.editor.tabs._bar
    assert bar.words(1).startswith("1  R&D")
    assert QKeySequence.mnemonic(bar.tabText(1)).isEmpty()
    (held,) = [each for each in window.findChildren(QPushButton) if "Q" in each.text() and each.isVisible()]
    assert held.text().endswith("Q&&S")
    assert held.shortcut().isEmpty()
