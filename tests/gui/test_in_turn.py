# SPDX-License-Identifier: MIT
"""What waits for its turn has it, whatever becomes of the others."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from dissoi.gui.in_turn import InTurn


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
