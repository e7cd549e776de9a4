# SPDX-License-Identifier: MIT
"""Choosing in which format the question is debated."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from dissoi.gui.assembly import Assembly
from dissoi.gui.brief import debate_format
from dissoi.gui.brief.debate_format import FormatDialog
from dissoi.storage.formats import load_formats

FORMATS = load_formats(Path("nowhere"))


def dialog_on(qtbot: QtBot, now: str) -> FormatDialog:
    dialog = FormatDialog(FORMATS, now, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def text_of(dialog: FormatDialog) -> str:
    return dialog.findChildren(QPlainTextEdit)[0].toPlainText()


def test_the_speeches_of_the_marked_format_are_shown(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, "public-forum")
    assert dialog.chosen == "public-forum"
    assert "+ 4:00  First constructive, Pro 1" in text_of(dialog)
    QTest.keyClick(dialog.findChildren(QListWidget)[0], Qt.Key.Key_Home)
    assert dialog.chosen == ""
    assert "no speaking order" in text_of(dialog)


def test_a_format_that_is_not_here_is_kept(qtbot: QtBot) -> None:
    dialog = dialog_on(qtbot, "club")
    assert dialog.chosen == "club"
    assert "no file for this format" in text_of(dialog)


def test_the_choice_is_in_the_dossier_and_can_be_undone(
    sample_window: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Choosing(FormatDialog):
        def exec(self) -> int:
            rows = self.findChildren(QListWidget)[0]
            rows.setCurrentItem(rows.findItems("World Schools", Qt.MatchFlag.MatchExactly)[0])
            return 1

    monkeypatch.setattr(debate_format, "FormatDialog", Choosing)
    sample_window.actions["format"].trigger()
    chosen, before = sample_window.desk.dossier.debate, FORMATS.known["public-forum"]
    assert sample_window.desk.dossier.question.format == "world-schools"
    assert chosen == FORMATS.known["world-schools"]
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier.question.format == "public-forum"
    assert sample_window.desk.dossier.debate == before
