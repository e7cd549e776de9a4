# SPDX-License-Identifier: MIT
"""Reading in the real window: looking for words, size and font, reading alone, links, the place kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from dissoi.gui.assembly import Assembly

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
