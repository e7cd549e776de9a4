# SPDX-License-Identifier: MIT
"""The welcome page: its keys, and the dossiers that it lists."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Answers

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.gui.app import Windows
from dissoi.gui.assembly import Assembly
from dissoi.gui.shortcut_list import ShortcutList
from dissoi.gui.theme import colours_for
from dissoi.gui.welcome.welcome import Welcome
from dissoi.storage.file import create

CONTROL = Qt.KeyboardModifier.ControlModifier
MOTION = "Should the voting age be lowered to sixteen in all elections of all member states of the Union?"
Shown = Callable[..., Welcome]


@pytest.fixture
def shown(windows: Windows, tmp_path: Path, qtbot: QtBot) -> Shown:
    """Shows the welcome page after dossiers were opened whose names and questions are given."""

    def show(**asked: str) -> Welcome:
        for second, (name, question) in enumerate(asked.items()):
            path = tmp_path / "season" / f"{name}.dissoi"
            path.parent.mkdir(exist_ok=True)
            create(path, edits.ask_question(question).run(Dossier()))
            os.utime(path, (second, second))
            windows.services.preferences.note(path)
        windows.welcome()
        page = windows.welcome_page
        assert page is not None
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show


def texts(page: Welcome) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_a_key_closes_the_page(shown: Shown) -> None:
    page = shown()
    QTest.keyClick(page, Qt.Key.Key_W, CONTROL)
    assert page.isHidden()


def test_a_key_quits(shown: Shown, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: quits.append(True))
    QTest.keyClick(shown(), Qt.Key.Key_Q, CONTROL)
    assert quits == [True]


def test_keys_make_and_open_dossiers(
    shown: Shown, windows: Windows, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "season" / "tolls.dissoi"
    QTest.keyClick(shown(tolls="Tolls?"), Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: bool(windows.assemblies))  # a button is seen to be pressed first
    assert windows.assemblies[-1].desk.path == answers.path
    windows.assemblies[-1].window.close()
    QTest.keyClick(shown(), Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: bool(windows.assemblies))
    assert windows.assemblies[-1].desk.draft


def test_a_key_lists_all_keys_of_a_window(
    shown: Shown, qtbot: QtBot, sample_window: Assembly, qapp: QApplication
) -> None:
    def read(dialog: ShortcutList) -> list[str]:
        tree = dialog.findChild(QTreeWidget)
        assert tree is not None
        found = tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return [f"{item.text(0)} {item.text(1)}" for item in found]

    listed: list[list[str]] = []

    def look() -> None:
        dialog = qapp.activeModalWidget()
        assert isinstance(dialog, ShortcutList)
        listed.append(read(dialog))
        dialog.close()

    page = shown()
    for window in (page, sample_window.window):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTimer.singleShot(0, look)
        QTest.keyClick(window, Qt.Key.Key_F1)
    assert listed[0] == listed[1]
    assert len(listed[0]) > 40


def test_dossiers_are_listed_with_what_they_ask_the_last_one_worked_on_first(
    shown: Shown, windows: Windows, answers: Answers, tmp_path: Path
) -> None:
    windows.new()
    windows.assemblies[-1].desk.apply(edits.ask_question("Who pays?"))
    answers.choice = 1
    assert windows.assemblies[-1].window.close()
    draft = next((tmp_path / "drafts").glob("*.dissoi"))
    os.utime(draft, (1.5, 1.5))
    page = shown(tolls="Are tolls fair?", empty="", vote=MOTION)
    folder = tmp_path / "season"
    assert texts(page) == [
        f"vote — {MOTION}\n{folder}",
        "Who pays?\ndraft, no name yet",
        f"empty\n{folder}",
        f"tolls — Are tolls fair?\n{folder}",
    ]


def test_a_folder_is_told_from_the_users_own(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert texts(shown(tolls=""))[0] == f"tolls\n{Path('~') / 'season'}"


def test_long_names_and_many_dossiers_scroll_down_only(shown: Shown, qtbot: QtBot) -> None:
    page = shown(**{f"{'a long name ' * 9}{number}": MOTION for number in range(12)})
    page.resize(560, 400)
    qtbot.waitUntil(lambda: page.width() == 560)
    assert page.list.count() == 12
    assert page.list.verticalScrollBar().maximum() > 0
    assert page.list.horizontalScrollBar().maximum() == 0
    assert not page.list.horizontalScrollBar().isVisible()


def test_the_list_is_gone_through_by_keys(shown: Shown, windows: Windows) -> None:
    page = shown(tolls="", vote=MOTION)

    def ground() -> str:
        corner = page.list.visualItemRect(page.list.item(0)).topLeft() + QPoint(12, 4)
        return page.list.viewport().grab().toImage().pixelColor(corner).name()

    colours = colours_for(windows.services.preferences.now.theme)
    assert ground() == colours.accent_soft
    for _ in page.buttons:
        QTest.keyClick(page, Qt.Key.Key_Tab)
    assert page.list.hasFocus()
    assert ground() == colours.accent
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert windows.assemblies[-1].desk.path.stem == "tolls"
