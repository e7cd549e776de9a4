# SPDX-License-Identifier: MIT
"""A real window on a real file, and dialogs that answer as a test tells them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dissoi import resources
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Position, Side
from dissoi.exchange.interchange import dossier_from
from dissoi.gui.app import Windows
from dissoi.gui.assembly import Assembly
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.library import Library
from dissoi.gui.preferences import Preferences
from dissoi.identity import new_id
from dissoi.storage.file import create
from dissoi.storage.settings import Settings


@dataclass
class Answers:
    """What the user answers, and what was told."""

    path: Path | None = None
    paths: list[Path] = field(default_factory=list)
    choice: int = 0
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


class Answering(Dialogs):
    """Dialogs that answer at once."""

    def __init__(self, window: QWidget, answers: Answers) -> None:
        super().__init__(window)
        self._answers = answers

    def tell(self, title: str, sentence: str, details: str = "") -> None:
        self._answers.told.append(sentence)

    def choose(self, title: str, sentence: str, details: str, choices: tuple[str, ...]) -> int:
        self._answers.asked.append(f"{sentence} {details}")
        return self._answers.choice

    def dossier_to_open(self, folder: str) -> Path | None:
        return self._answers.path

    def dossier_to_write(self, proposed: str) -> Path | None:
        return self._answers.path

    def articles_to_add(self, folder: str) -> list[Path]:
        return self._answers.paths

    def original_to_write(self, proposed: str) -> Path | None:
        self._answers.asked.append(proposed)
        return self._answers.path

    def copy_to_read(self, folder: str) -> Path | None:
        return self._answers.path

    def format_to_add(self) -> Path | None:
        return self._answers.path

    def brief_to_write(self, proposed: str) -> Path | None:
        return self._answers.path


@pytest.fixture
def answers() -> Answers:
    """What the dialogs of this test answer."""
    return Answers()


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[Windows]:
    """The program's windows, with drafts and settings of their own."""
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    preferences = Preferences(Settings(), lambda _settings: None)
    made = Windows(
        qapp, Library(new_id, drafts), preferences, new_id, lambda window: Answering(window, answers)
    )
    yield made
    made.dismantle()
    made.deleteLater()


@pytest.fixture
def sample() -> Dossier:
    """The sample dossier."""
    return dossier_from(resources.sample_text(), new_id)


@pytest.fixture
def opened(windows: Windows, tmp_path: Path, qtbot: QtBot) -> Callable[[Dossier], Assembly]:
    """Opens a window on a file that holds a dossier."""

    def open_(dossier: Dossier) -> Assembly:
        path = tmp_path / "case.dissoi"
        create(path, dossier)
        windows.open(path)
        assembly = windows.assemblies[-1]
        assembly.window.resize(1440, 900)
        assembly.window.activateWindow()
        qtbot.waitUntil(assembly.window.isActiveWindow)
        return assembly

    return open_


@pytest.fixture
def sample_window(opened: Callable[[Dossier], Assembly], sample: Dossier) -> Assembly:
    """A window on the sample dossier."""
    return opened(sample)


def first_argument(dossier: Dossier, side: Side = Side.PRO) -> Argument:
    """The first argument of a side of the first position."""
    return dossier.arguments_of(first_position(dossier).id, side)[0]


def first_position(dossier: Dossier) -> Position:
    """The first position."""
    return dossier.positions[0]


def turn(over: QWidget) -> None:
    """Turn the wheel by a notch, towards oneself."""
    middle = QPointF(over.rect().center())
    event = QWheelEvent(
        middle,
        over.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, event)
