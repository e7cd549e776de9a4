# SPDX-License-Identifier: MIT
"""Which files were meant by names that are typed into Qt's own dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dissoi.gui.assembly import Assembly
from dissoi.gui.dialogs import Dialogs, typed_names, with_keys


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text("Words.", "utf-8")
    return tmp_path


@pytest.mark.parametrize("typed", ['"{0}/a b.txt" "{0}/d.txt" "c.txt"', '"a b.txt" "d.txt" "c.txt"'])
def test_every_name_that_is_typed_in_quotes_is_meant(
    folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    # So Qt does while it reads another folder than the one that it shows.
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(folder / "c.txt")])
    window = QWidget()
    qtbot.addWidget(window)

    def type_names() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(typed.format(folder))
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(300, type_names)
    found = Dialogs(window).articles_to_add(str(folder))
    assert found == [folder / name for name in ("a b.txt", "d.txt", "c.txt")]


@pytest.mark.parametrize("typed", ["c.txt", '"c.txt" "none.txt"', '"', ""])
def test_what_is_not_a_list_of_names_is_left_to_the_dialog(folder: Path, qtbot: QtBot, typed: str) -> None:
    dialog = QFileDialog(None, "", str(folder))
    qtbot.addWidget(dialog)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(typed)
    assert not typed_names(dialog)


def test_every_button_of_a_question_has_a_letter_of_its_own() -> None:
    choices = ("Save As…", "Keep as Draft", "Delete", "Cancel", "Skip", "Ss")
    assert with_keys(choices) == ["&Save As…", "&Keep as Draft", "&Delete", "&Cancel", "Sk&ip", "Ss"]


def test_a_question_is_answered_by_its_letter(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        QTest.keyClick(box, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)

    QTimer.singleShot(300, answer)
    assert Dialogs(window).choose("Close", "Close it?", "", ("Save", "Keep", "Cancel")) == 1


class Pictured(QProxyStyle):
    """As on a desktop that puts pictures on the buttons of dialogs."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 1
        return super().styleHint(hint, option, widget, returned)


@pytest.fixture
def pictured(qapp: QApplication) -> Iterator[None]:
    """Such a desktop."""
    before = qapp.style().objectName()
    qapp.setStyle(Pictured("Fusion"))
    yield
    qapp.setStyle(before)


def pictures_on(dialog: QWidget | None) -> list[str]:
    """The buttons with pictures, by their texts."""
    assert isinstance(dialog, QDialog)
    return [each.text() for each in dialog.findChildren(QPushButton) if not each.icon().isNull()]


@pytest.mark.usefixtures("pictured")
@pytest.mark.parametrize("action", ["holders", "details", "shortcuts", "correct_text", "format"])
def test_buttons_have_no_pictures(sample_window: Assembly, action: str, qtbot: QtBot) -> None:
    bare = QDialog()
    qtbot.addWidget(bare)
    QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, bare)
    assert pictures_on(bare)
    found: list[list[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(50, look)
            return
        found.append(pictures_on(dialog))
        dialog.close()

    QTimer.singleShot(50, look)
    sample_window.actions[action].trigger()
    qtbot.waitUntil(lambda: bool(found))
    assert found == [[]]


@pytest.mark.usefixtures("pictured")
def test_what_is_told_has_no_pictures_on_its_button(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    found: list[list[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        found.append(pictures_on(dialog))
        assert dialog is not None
        dialog.close()

    QTimer.singleShot(50, look)
    Dialogs(window).tell("A title", "A sentence.")
    assert found == [[]]
