# SPDX-License-Identifier: MIT
"""What a user made larger or smaller is so the next time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QSplitter
from pytestqt.qtbot import QtBot

from dissoi.dossier.dossier import Dossier
from dissoi.gui.app import Windows
from dissoi.gui.assembly import Assembly
from dissoi.gui.passages.panel import PassagesPanel
from dissoi.gui.passages.table import Column

BESIDE = ("speech_plan", "ask_position")


def dialog_of(assembly: Assembly, action: str) -> QDialog:
    before = set(assembly.window.findChildren(QDialog))
    assembly.actions[action].trigger()
    (new,) = set(assembly.window.findChildren(QDialog)) - before
    return new


def again(assembly: Assembly, windows: Windows) -> Assembly:
    """Close a window, and open it again."""
    path = assembly.desk.path
    assert assembly.window.close()
    windows.open(path)
    return windows.assemblies[-1]


@pytest.mark.parametrize("action", BESIDE)
def test_a_dialog_is_as_large_as_it_was_left(
    opened: Callable[[Dossier], Assembly], sample: Dossier, windows: Windows, action: str
) -> None:
    assembly = opened(sample)
    dialog = dialog_of(assembly, action)
    dialog.resize(dialog.minimumSizeHint())
    usual = dialog.size()
    dialog.resize(usual.width(), 470)
    dialog.close()
    assembly = again(assembly, windows)
    dialog = dialog_of(assembly, action)
    assert dialog.size() == QSize(usual.width(), 470) != usual
    dialog.resize(usual.width(), 480)
    # The window takes it along.
    assembly = again(assembly, windows)
    assert dialog_of(assembly, action).size() == QSize(usual.width(), 480)


def test_a_dialog_fits_on_the_screen_it_is_opened_on(sample_window: Assembly) -> None:
    assert sample_window.window.kept_sizes is not None
    sample_window.window.kept_sizes.keep("dialog crossfire", (9000, 9000))
    dialog = dialog_of(sample_window, "ask_position")
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


def listed(assembly: Assembly) -> PassagesPanel:
    assembly.commands.passages.toggle_list()
    panel = assembly.commands.passages.panel
    assert panel is not None
    return panel


def test_a_column_keeps_the_width_it_was_dragged_to(
    opened: Callable[[Dossier], Assembly], sample: Dossier, windows: Windows, qtbot: QtBot
) -> None:
    assembly = opened(sample)
    panel = listed(assembly)
    header = panel.view.horizontalHeader()
    note = header.sectionSize(Column.NOTE)
    header.resizeSection(Column.LABEL, 77)
    assembly.window.resize(1100, 800)
    qtbot.waitUntil(lambda: header.sectionSize(Column.NOTE) != note)
    assert header.sectionSize(Column.LABEL) == 77
    panel.close()
    assembly = again(assembly, windows)
    header = listed(assembly).view.horizontalHeader()
    assert header.sectionSize(Column.LABEL) == 77
    assert header.sectionSize(Column.NOTE) != 0


def test_the_halves_of_the_speech_plan_are_as_wide_as_they_were_left(
    opened: Callable[[Dossier], Assembly], sample: Dossier, windows: Windows
) -> None:
    assembly = opened(sample)
    halves = dialog_of(assembly, "speech_plan").findChild(QSplitter)
    assert halves is not None
    usual = halves.sizes()
    halves.setSizes([usual[0] - 90, usual[1] + 90])
    halves.splitterMoved.emit(usual[0] - 90, 1)
    left = halves.sizes()
    again_halves = dialog_of(again(assembly, windows), "speech_plan").findChild(QSplitter)
    assert again_halves is not None
    assert again_halves.sizes() == left != usual
