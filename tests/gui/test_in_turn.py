# SPDX-License-Identifier: MIT
"""What waits for its turn has it, whatever becomes of the others."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from dissoi.gui.app import Windows
from dissoi.gui.assembly import Assembly
from dissoi.gui.in_turn import GLANCE, InTurn


def test_one_that_fails_does_not_keep_the_others_waiting(qtbot: QtBot) -> None:
    form, told = QDialog(), list[str]()
    qtbot.addWidget(form)
    waiting = InTurn(form)

    def fail() -> None:
        told.append("first")
        raise RuntimeError("broken")

    form.open()
    for what in (fail, lambda: told.append("second")):
        waiting.run(what)
    assert not told
    with qtbot.captureExceptions() as raised:
        form.reject()
        qtbot.waitUntil(lambda: told == ["first", "second"])
    assert [kind for kind, _, _ in raised] == [RuntimeError]


def test_what_waits_is_not_done_once_its_window_goes(
    sample_window: Assembly, windows: Windows, qtbot: QtBot
) -> None:
    """Not even where the window is still there: a form elsewhere keeps Qt from deleting it."""
    form, told = QDialog(), list[str]()
    qtbot.addWidget(form)
    form.open()
    dialogs = sample_window.dialogs
    dialogs.in_turn(lambda: told.append("waited"))
    windows.dismantle()
    form.reject()
    dialogs.in_turn(lambda: told.append("came late"))
    qtbot.wait(2 * GLANCE)
    assert not told
