# SPDX-License-Identifier: MIT
"""The outline leads to what its lines stand for, by mouse and by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QTreeWidgetItem

from dissoi.gui.assembly import Assembly


def first_check(assembly: Assembly) -> QTreeWidgetItem:
    outline = assembly.window.outline
    section = outline.topLevelItem(3)
    assert section is not None
    line = section.child(0)
    assert line is not None
    return line


def test_a_click_leads_there_once_whatever_the_desktop(sample_window: Assembly) -> None:
    outline = sample_window.window.outline
    line = first_check(sample_window)
    outline.scrollToItem(line)
    spy = QSignalSpy(outline.chosen)
    place = outline.visualItemRect(line).center()
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    # Some desktops activate an item with the same click.
    outline.itemActivated.emit(line, 0)
    assert spy.count() == 1


def test_enter_leads_there(sample_window: Assembly) -> None:
    outline = sample_window.window.outline
    outline.setFocus()
    outline.setCurrentItem(first_check(sample_window))
    spy = QSignalSpy(outline.chosen)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert spy.count() == 1
