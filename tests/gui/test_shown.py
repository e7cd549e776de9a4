# SPDX-License-Identifier: MIT
"""A window is painted before its commands are there, and nobody can tell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.gui.app import Windows
from dissoi.gui.shown import Shown
from dissoi.storage.file import create


@pytest.fixture
def shown(windows: Windows, sample: Dossier, tmp_path: Path) -> Shown:
    """A window on the sample, opened this moment."""
    windows.open(create(tmp_path / "case.dissoi", sample).path)
    return windows._open[-1]


def picture(shown: Shown) -> QImage:
    """What the window looks like."""
    return shown.window.grab().toImage()


def test_the_commands_come_after_the_first_picture(shown: Shown, qtbot: QtBot) -> None:
    assert not shown.is_complete
    with qtbot.waitSignal(shown.window.painted):
        pass
    assert shown.is_complete


def test_their_coming_changes_nothing_that_is_seen(shown: Shown) -> None:
    before = picture(shown)
    assert not shown.is_complete
    shown.complete()
    assert picture(shown) == before


def test_the_tool_bar_looks_as_its_actions_do_later(shown: Shown) -> None:
    shown.desk.apply(edits.ask_question("Why?"))
    shown.tools.enable(shown.window.present())
    buttons = shown.tools.findChildren(QToolButton)
    before = [button.isEnabled() for button in buttons]
    shown.complete()
    assert [button.isEnabled() for button in buttons] == before
    assert any(before)
    assert not all(before)


def test_what_is_typed_at_once_finds_the_commands(shown: Shown, qtbot: QtBot) -> None:
    shown.desk.apply(edits.ask_question("Why?"))
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    QTest.keyClick(shown.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.desk.dossier.question.text != "Why?"


def test_a_window_can_be_closed_before_it_was_painted(shown: Shown, windows: Windows) -> None:
    assert shown.window.close()
    assert not windows._open


def test_a_dossier_held_by_others_says_so_at_once(
    windows: Windows, tmp_path: Path, shown: Shown, qtbot: QtBot
) -> None:
    other = tmp_path / "link.dissoi"
    other.symlink_to(shown.desk.path)
    windows.open(other)
    second = windows._open[-1]
    assert second.desk.locked
    assert second.window.banner.text


LOADING = """
import sys
import os
import subprocess
import sys
from pathlib import Path
from dissoi.gui.app import build, make_application
application = make_application()
windows = build(application)
windows.open(Path(sys.argv[1]))
windows.front.repaint()
late = {"dissoi.gui.assembly", "dissoi.gui.table", "dissoi.gui.icon", "dissoi.dossier.markup_cost"}
assert not windows._open[-1].is_complete
assert not (late | {"html", "markdown", "pydantic", "reportlab"}) & set(sys.modules)
"""


def test_nothing_is_loaded_before_the_first_picture_that_it_does_not_show(
    tmp_path: Path, sample: Dossier
) -> None:
    path = create(tmp_path / "case.dissoi", sample).path
    places = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", LOADING, path], check=True, env=environment)


def test_a_window_opens_with_the_keyboard_in_the_article(shown: Shown) -> None:
    assert shown.window.focusWidget() is shown.window.article.reader
