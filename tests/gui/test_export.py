# SPDX-License-Identifier: MIT
"""The brief as the window writes it."""

from __future__ import annotations

import errno
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.briefing.printed import page_texts
from tests.briefing.reread import words_in
from tests.gui.conftest import Answers

from dissoi.briefing import pdf
from dissoi.briefing.content import Occasion
from dissoi.briefing.options import LayoutName, Options
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import QUESTION_ID, Question
from dissoi.gui.assembly import Assembly
from dissoi.gui.brief.export import BriefExport
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.tasks import Task


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")
def test_a_brief_has_the_date_of_the_place_where_it_is_made(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dates: list[str] = []

    def make_brief(_dossier: Dossier, _options: Options, occasion: Occasion, **_rest: object) -> bytes:
        dates.append(occasion.made_on)
        return b""

    monkeypatch.setattr(pdf, "make_brief", make_brief)
    monkeypatch.setattr("dissoi.identity.now", lambda: datetime(2026, 1, 1, 20, tzinfo=UTC))
    monkeypatch.setenv("TZ", "XYZ-12")
    time.tzset()
    try:
        window = QWidget()
        qtbot.addWidget(window)
        export = BriefExport(window)
        with qtbot.waitSignal(export.done):
            export.start(Dossier(), tmp_path / "brief.pdf", Options())
    finally:
        monkeypatch.undo()
        time.tzset()
    assert dates == ["2026-01-02"]


def test_what_no_font_can_show_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    export = BriefExport(window)
    for text, told in (("Does \U0010fffd?", "U+10FFFD"), ("Does plain text?", "")):
        with qtbot.waitSignal(export.done):
            export.start(Dossier.of([Question(id=QUESTION_ID, text=text)]), tmp_path / "brief.pdf", Options())
        assert told in export.notice
        assert bool(export.notice) is bool(told)


@pytest.mark.parametrize(
    ("layout", "name", "told"),
    [
        (LayoutName.FLOW, "brief.txt", "the layout “Flow Sheets” is not made as a .txt file."),
        (LayoutName.LARGE_PRINT, "brief.md", "the layout “Large Print” is not made as a .md file."),
        (LayoutName.CARDS, "brief.docx", ""),
        (LayoutName.BLOCKS, "brief.txt", ""),
        (LayoutName.EVIDENCE, "brief.txt", "the layout “Evidence Cards” is not made as a .txt file."),
        (LayoutName.EVIDENCE, "brief.md", ""),
        (LayoutName.BRIEF, "brief.md", ""),
    ],
)
def test_a_layout_that_a_kind_of_file_lacks_is_told(
    qtbot: QtBot, tmp_path: Path, layout: LayoutName, name: str, told: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    export = BriefExport(window)
    dossier = Dossier.of([Question(id=QUESTION_ID, text="Why?")])
    with qtbot.waitSignal(export.done):
        export.start(dossier, tmp_path / name, Options(layout=layout))
    assert export.notice == (told and f"It holds the whole brief: {told}")


def test_what_comes_in_the_brief_s_place_while_it_is_made_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"

    def make_brief(*_: object, **_more: object) -> bytes:
        path.write_bytes(b"theirs")
        return b"ours"

    monkeypatch.setattr(pdf, "make_brief", make_brief)
    window = QWidget()
    qtbot.addWidget(window)
    export = BriefExport(window)
    with qtbot.waitSignal(export.failed, check_params_cb=lambda told: "exists already" in told):
        export.start(Dossier(), path, Options())
    assert path.read_bytes() == b"theirs"
    with qtbot.waitSignal(export.done):
        export.start(Dossier(), path, Options())
    assert path.read_bytes() == b"ours"


def test_the_layout_that_is_chosen_is_written(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    sample_window.actions["layout_cards"].trigger()
    answers.path = tmp_path / "cards.pdf"
    with qtbot.waitSignal(sample_window.commands.briefs.exporting.done, timeout=20_000):
        sample_window.actions["export"].trigger()
    assert "If they say" in " ".join(page_texts(answers.path.read_bytes()))


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt"])
def test_the_layout_that_is_chosen_is_written_in_every_form(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot, ending: str
) -> None:
    sample_window.actions["layout_blocks"].trigger()
    answers.path = tmp_path / f"blocks{ending}"
    with qtbot.waitSignal(sample_window.commands.briefs.exporting.done, timeout=20_000):
        sample_window.actions["export"].trigger()
    assert "Frontlines: answers to what they say against us" in words_in(answers.path.read_bytes(), ending)
    assert sample_window.commands.briefs.exporting.notice == ""


def test_the_ending_of_the_name_says_what_is_written(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "brief.md"
    with qtbot.waitSignal(sample_window.commands.briefs.exporting.done, timeout=20_000):
        sample_window.actions["export"].trigger()
    assert answers.path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html", ".md", ".txt"])
def test_what_is_called_off_leaves_what_was_there(
    sample_window: Assembly, tmp_path: Path, sample: Dossier, suffix: str, qtbot: QtBot
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / f"brief{suffix}"
    path.write_bytes(b"what was there")
    ended: list[object] = []
    export = sample_window.commands.briefs.exporting
    export.done.connect(ended.append)
    export.failed.connect(ended.append)
    export.start(sample, path, Options())
    export.cancel()
    qtbot.wait(50)
    assert not ended
    assert path.read_bytes() == b"what was there"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("answer", [0, 1], ids=["replace", "cancel"])
def test_no_file_is_replaced_unasked_where_the_ending_was_added(
    sample_window: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: int
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"what was there")
    asked: list[str] = []

    def choose(_dialogs: Dialogs, _title: str, sentence: str, *_: object) -> int:
        asked.append(sentence)
        return answer

    def name_without_ending(*_: object) -> tuple[str, str]:
        return str(tmp_path / "brief"), "PDF, to print (*.pdf)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name_without_ending)
    monkeypatch.setattr(Dialogs, "choose", choose)
    chosen = Dialogs(sample_window.window).brief_to_write("brief.pdf")
    assert chosen == (path if answer == 0 else None)
    assert asked == ["There is a file “brief.pdf” already."]
    path.unlink()
    assert Dialogs(sample_window.window).brief_to_write("brief.pdf") == path
    assert len(asked) == 1


def test_a_name_that_is_too_long_is_told(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = str(tmp_path / ("a" * 300))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, "PDF, to print (*.pdf)"))
    answers.path = Dialogs(sample_window.window).brief_to_write("brief.pdf")
    assert answers.path == Path(f"{typed}.pdf")
    sample_window.actions["export"].trigger()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)
    assert "name too long" in answers.told[0]
    assert not sample_window.commands.briefs.busy


def test_nothing_is_told_of_a_brief_that_was_called_off(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    export, told = BriefExport(window), list[object]()
    export.failed.connect(told.append)
    export.start(Dossier(), tmp_path / "none" / "brief.pdf", Options())
    task = export.findChild(Task)
    assert task is not None
    task.wait()  # its news is on the way by now
    export.cancel()
    qtbot.wait(50)
    assert told == []


def test_late_news_of_one_brief_does_not_end_the_next(qtbot: QtBot, tmp_path: Path, sample: Dossier) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    export = BriefExport(window)
    export.start(Dossier(), tmp_path / "none" / "brief.pdf", Options())
    task = export.findChild(Task)
    assert task is not None
    task.wait()
    export.cancel()
    with qtbot.waitSignal(export.done, timeout=20_000):
        export.start(sample, tmp_path / "brief.pdf", Options())
    assert (tmp_path / "brief.pdf").exists()


@pytest.mark.parametrize("error", [MemoryError(), OSError(errno.ENOMEM, "Cannot allocate memory")])
def test_too_little_memory_is_told(
    qtbot: QtBot, tmp_path: Path, sample: Dossier, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pdf, "make_brief", fail)
    window = QWidget()
    qtbot.addWidget(window)
    export = BriefExport(window)
    with qtbot.waitSignal(export.failed, check_params_cb=lambda told: "too little memory" in told):
        export.start(sample, tmp_path / "brief.pdf", Options())
    assert not list(tmp_path.iterdir())
