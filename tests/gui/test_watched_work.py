# SPDX-License-Identifier: MIT
"""Work that its user sees going on: what it tells, how it ends, and how it is called off."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dissoi.gui import watched_work
from dissoi.gui.tasks import Progress, Task
from dissoi.gui.watched_work import WatchedWork


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def work(window: QWidget) -> WatchedWork:
    return WatchedWork(window, window, "Counting")


def dialog_of(window: QWidget) -> QProgressDialog:
    (found,) = window.findChildren(QProgressDialog)
    return found


def test_what_it_returns_and_how_far_it_was_is_told(work: WatchedWork, qtbot: QtBot) -> None:
    heard: list[object] = []
    work.progressed.connect(heard.append)
    work.done.connect(heard.append)
    work.over.connect(lambda: heard.append("over"))

    def count(progress: Progress) -> str:
        for at in range(3):
            progress(at)
        return "three"

    with qtbot.waitSignal(work.over):
        work.start(count, "Counting…", 3)
    assert heard == [0, 1, 2, "three", "over"]
    assert not work.busy


def test_what_goes_wrong_is_handed_over(work: WatchedWork, qtbot: QtBot) -> None:
    heard: list[object] = []
    work.failed.connect(heard.append)
    with qtbot.waitSignal(work.over):
        work.start(lambda _progress: 1 // 0, "Dividing…")
    assert [type(each) for each in heard] == [ZeroDivisionError]


def test_work_for_which_there_is_no_room_fails(
    work: WatchedWork, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system tells of a thread that it cannot start is only that it did not."""
    monkeypatch.setattr(Task, "start", lambda _task: None)
    heard: list[object] = []
    work.failed.connect(heard.append)
    with qtbot.waitSignal(work.over):
        work.start(lambda _progress: "never", "Waiting…")
    assert [type(each) for each in heard] == [MemoryError]
    assert not work.busy


def test_work_that_was_done_before_it_heard_of_being_called_off_says_so(
    work: WatchedWork, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched_work, "PATIENCE", 1)
    gate = Event()
    work.start(lambda _progress: gate.wait(10), "Waiting…")
    qtbot.waitUntil(lambda: dialog_of(window).isVisible())
    (button,) = dialog_of(window).findChildren(QPushButton)
    button.click()
    with qtbot.waitSignals([work.done, work.over]):
        gate.set()
    assert work.is_off


def test_late_progress_of_one_piece_is_not_taken_for_that_of_the_next(
    work: WatchedWork, qtbot: QtBot
) -> None:
    heard: list[int] = []
    work.progressed.connect(heard.append)
    work.start(lambda progress: progress(7), "First…")
    task = work.findChild(Task)
    assert task is not None
    task.wait()  # its news is on the way by now
    work.cancel()
    with qtbot.waitSignal(work.over):
        work.start(lambda progress: progress(1), "Second…")
    assert heard == [1]
