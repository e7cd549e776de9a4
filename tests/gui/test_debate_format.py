# SPDX-License-Identifier: MIT
"""Choosing in which format the question is debated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Answers

from dissoi.gui.assembly import Assembly
from dissoi.gui.brief import debate_format
from dissoi.gui.brief.debate_format import FormatDialog
from dissoi.storage import formats
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
    assert "10 planned speeches are not in this format" in sample_window.window.statusBar().currentMessage()
    chosen, before = sample_window.desk.dossier.debate, FORMATS.known["public-forum"]
    assert sample_window.desk.dossier.question.format == "world-schools"
    assert chosen == FORMATS.known["world-schools"]
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier.question.format == "public-forum"
    assert sample_window.desk.dossier.debate == before


CLUB = """name = "Club night"
[[speeches]]
name = "Opening"
side = "pro"
minutes = 2
"""


@pytest.fixture
def added(
    sample_window: Assembly, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], FormatDialog]:
    """Presses Add in the dialog, with a file that has this text."""
    monkeypatch.setattr(formats, "formats_folder", lambda: tmp_path / "own")
    dialogs: list[FormatDialog] = []

    class Adding(FormatDialog):
        def exec(self) -> int:
            dialogs.append(self)
            buttons = self.findChildren(QDialogButtonBox)[0].buttons()
            next(each for each in buttons if each.text() == "&Add Debate Format…").click()
            return 1

    def add(text: str) -> FormatDialog:
        answers.path = tmp_path / "club.toml"
        answers.path.write_text(text, encoding="utf-8")
        sample_window.actions["format"].trigger()
        return dialogs[-1]

    monkeypatch.setattr(debate_format, "FormatDialog", Adding)
    return add


def test_a_format_of_ones_own_is_added_chosen_and_kept_in_the_dossier(
    added: Callable[[str], FormatDialog], sample_window: Assembly
) -> None:
    added(CLUB)
    kept = sample_window.desk.dossier.debate
    assert kept is not None
    assert (kept.key, kept.name) == ("club", "Club night")


def test_a_format_file_with_an_error_is_told_by_its_line(
    added: Callable[[str], FormatDialog], sample_window: Assembly, answers: Answers
) -> None:
    added(CLUB.replace("2", '"two"'))
    (told,) = answers.told
    assert told.startswith("The format file “club.toml” cannot be used. Line 5: Speech 1: “minutes” must be")
    assert sample_window.desk.dossier.question.format == "public-forum"


def test_a_format_of_the_same_name_is_replaced_only_when_that_is_wanted(
    added: Callable[[str], FormatDialog], sample_window: Assembly, answers: Answers
) -> None:
    added(CLUB)
    answers.choice = 1
    added(CLUB.replace("night", "day"))
    assert sample_window.desk.dossier.debate == formats.load_formats().known["club"]
    assert formats.load_formats().known["club"].name == "Club night"
    answers.choice = 0
    added(CLUB.replace("night", "day"))
    assert sample_window.desk.dossier.debate == formats.load_formats().known["club"]
    assert formats.load_formats().known["club"].name == "Club day"
