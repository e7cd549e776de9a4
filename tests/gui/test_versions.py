# SPDX-License-Identifier: MIT
"""Earlier versions: listed from the file, opened as copies, restored in one step of undo."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Answers, first_argument

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument
from dissoi.gui.app import Windows
from dissoi.gui.assembly import Assembly
from dissoi.gui.versions.dialog import DONE, HAD, TIME, VersionsDialog, when
from dissoi.storage.file import load
from dissoi.storage.history import history
from dissoi.storage.lock import Owner, take_lock
from dissoi.storage.versions import Version


def listed(assembly: Assembly) -> VersionsDialog:
    """The list, opened from the menu."""
    assembly.actions["versions"].trigger()
    dialog = assembly.commands.versions.dialog
    assert dialog is not None
    return dialog


def rows(dialog: VersionsDialog, column: int) -> list[str]:
    items = (dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount()))
    return [item.text(column) for item in items if item is not None]


def look_at(dialog: VersionsDialog, row: int) -> None:
    dialog.tree.setCurrentIndex(dialog.tree.model().index(row, TIME))


def change(assembly: Assembly, dossier: Dossier) -> Argument:
    """Word the first claim anew and take the argument away."""
    argument = first_argument(dossier)
    assembly.desk.apply(edits.write_claim(argument.id, "Guards deter"))
    assembly.desk.apply(edits.remove_argument(argument.id))
    return argument


def test_versions_are_listed_newest_first_with_all_that_was_typed(
    sample_window: Assembly, sample: Dossier
) -> None:
    change(sample_window, sample)
    dialog = listed(sample_window)
    assert rows(dialog, DONE) == [
        "Remove Argument — Guards deter",
        "Edit Claim — Guards deter",
        "New Dossier",
    ]
    assert [time.endswith("(now)") for time in rows(dialog, TIME)] == [True, False, False]
    assert rows(dialog, HAD)[-1] == "4 positions  ·  42 arguments  ·  2 articles"
    assert rows(dialog, HAD)[0] != rows(dialog, HAD)[-1]
    assert dialog.tree.currentItem() is dialog.tree.topLevelItem(1)
    dialog.reject()
    assert sample_window.commands.versions.dialog is None


def test_return_opens_a_copy_and_leaves_the_dossier_alone(
    sample_window: Assembly, sample: Dossier, windows: Windows, qtbot: QtBot
) -> None:
    change(sample_window, sample)
    dialog = listed(sample_window)
    qtbot.waitUntil(dialog.tree.hasFocus)
    QTest.keyClick(dialog.tree, Qt.Key.Key_End)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert len(windows.assemblies) == 2
    copy = windows.assemblies[-1]
    assert copy.desk.dossier == sample
    assert copy.desk.draft
    assert copy.desk.path != sample_window.desk.path
    assert copy.desk.path.stem == "case 1"
    copy.desk.apply(edits.ask_question("Another?"))
    copy.desk.settle()
    assert load(sample_window.desk.path) == sample_window.desk.dossier != sample
    assert [each.label for each in history(copy.desk.path)][-2:] == ["Open Earlier Version", "Edit Question"]


def test_a_version_is_restored_and_that_is_undone(
    sample_window: Assembly, sample: Dossier, qtbot: QtBot
) -> None:
    change(sample_window, sample)
    before = sample_window.desk.dossier
    dialog = listed(sample_window)
    assert not dialog.restore.isDefault()
    look_at(dialog, 0)
    assert not dialog.restore.isEnabled()  # it is like that already
    look_at(dialog, 2)
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert sample_window.desk.dossier == sample
    assert "Undo" in sample_window.window.statusBar().currentMessage()
    assert sample_window.actions["undo"].text() == "&Undo Restore Earlier Version"
    sample_window.desk.settle()
    assert load(sample_window.desk.path) == sample
    assert len(history(sample_window.desk.path)) == 4  # nothing that was written is lost
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier == before


def test_a_version_that_is_like_the_dossier_is_not_restored(sample_window: Assembly) -> None:
    question = sample_window.desk.dossier.question.text
    sample_window.desk.apply(edits.ask_question("Another?"))
    sample_window.desk.apply(edits.ask_question(question))
    sample_window.desk.settle()
    sample_window.commands.versions.restore(1)
    assert "already" in sample_window.window.statusBar().currentMessage()
    assert "Restore" not in sample_window.actions["undo"].text()


def test_nothing_is_restored_in_a_dossier_that_is_only_read(
    windows: Windows, sample_window: Assembly, sample: Dossier, tmp_path: Path
) -> None:
    change(sample_window, sample)
    path = sample_window.desk.path
    sample_window.window.close()
    with take_lock(path, Owner("Anna", "laptop", 1, datetime.now(UTC))):
        windows.open(path)
        assembly = windows.assemblies[-1]
        dialog = listed(assembly)
        assert not dialog.restore.isEnabled()
        assert dialog.restore.toolTip() == assembly.desk.locked
        assert dialog.copy.isEnabled()
        dialog.open_wanted.emit(1)
        assert windows.assemblies[-1].desk.dossier == sample
        assert not windows.assemblies[-1].desk.locked
        windows.dismantle()


def test_a_history_that_cannot_be_read_is_told(
    sample_window: Assembly, answers: Answers, sample: Dossier
) -> None:
    sample_window.desk.settle()
    sample_window.desk.path.rename(sample_window.desk.path.with_name("elsewhere.dissoi"))
    sample_window.actions["versions"].trigger()
    assert sample_window.commands.versions.dialog is None
    sample_window.commands.versions.open(1)
    sample_window.commands.versions.restore(1)
    assert len(answers.told) == 3
    assert all("case.dissoi” does not exist." in sentence for sentence in answers.told)
    assert sample_window.desk.dossier == sample


def test_only_close_can_be_pressed_beside_a_list_of_nothing(sample_window: Assembly) -> None:
    dialog = VersionsDialog((), date(2026, 1, 12), "", sample_window.window)
    enabled = [each.text() for each in dialog.findChildren(QPushButton) if each.isEnabled()]
    assert enabled == ["Close"]


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, "Today, 14:05"), (1, "Yesterday, 14:05"), (2, "Sat 10 Jan 2026, 14:05")],
)
def test_times_are_told_from_today(days: int, told: str) -> None:
    here = datetime.now(UTC).astimezone().tzinfo
    time = datetime(2026, 1, 12, 14, 5, tzinfo=here) - timedelta(days=days)
    assert when(time.astimezone(UTC), date(2026, 1, 12)) == told


def test_who_did_it_is_told(sample_window: Assembly) -> None:
    made = Version(7, datetime(2026, 1, 12, tzinfo=UTC), "Edit Claim", "Anna", "It\ndeters", 1, 1, 1)
    dialog = VersionsDialog((made,), date(2026, 1, 12), "", sample_window.window)
    assert rows(dialog, DONE) == ["Edit Claim — It deters — by Anna"]
    assert rows(dialog, HAD) == ["1 position  ·  1 argument  ·  1 article"]
