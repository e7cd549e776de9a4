# SPDX-License-Identifier: MIT
"""Whoever makes briefs types a name once: preview, export and print tell it, for all dossiers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.briefing.printed import page_texts, properties
from tests.gui.conftest import Answers

from dissoi.briefing.options import LayoutName
from dissoi.briefing.preview import draw_sheets
from dissoi.gui.assembly import Assembly
from dissoi.gui.brief.preview import PreviewPane
from dissoi.gui.brief.printing import BriefPrinting


@pytest.fixture
def pane(sample_window: Assembly, qtbot: QtBot) -> PreviewPane:
    """The preview of a window, with its choices open."""
    QTest.keyClick(sample_window.window, Qt.Key.Key_F8)
    pane = sample_window.commands.preview.pane
    assert pane is not None
    qtbot.waitUntil(lambda: bool(pane.view.sheets.pages), timeout=20_000)
    pane.more.click()
    return pane


def front(pane: PreviewPane) -> str:
    pages = pane.view.sheets.pages
    return " ".join(page_texts(draw_sheets(pages[:1]))[0].split()) if pages else ""


def test_nobody_is_named_unasked(pane: PreviewPane, sample_window: Assembly) -> None:
    assert pane.choices.made_by.text() == ""
    assert sample_window.commands.preview.choosing.made_by == ""
    assert "BRIEFING Ann" not in front(pane)


def test_the_preview_follows_the_name_as_it_is_typed(pane: PreviewPane, qtbot: QtBot) -> None:
    field = pane.choices.made_by
    QTest.keyClicks(field, "Ann Le")
    qtbot.waitUntil(lambda: "BRIEFING Ann Le, " in front(pane), timeout=10_000)
    QTest.keyClicks(field, "e")
    qtbot.waitUntil(lambda: "BRIEFING Ann Lee, " in front(pane), timeout=10_000)
    assert field.text() == "Ann Lee"
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Ann" not in front(pane).split("Should")[0], timeout=10_000)


def test_a_name_is_written_down_once_it_is_typed_and_stays_for_other_layouts(
    pane: PreviewPane, sample_window: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    choosing, field = sample_window.commands.preview.choosing, pane.choices.made_by
    preferences = sample_window.commands.preview._preferences
    monkeypatch.setattr(preferences, "_keep", lambda settings: kept.append(settings.made_by))
    field.setFocus()
    QTest.keyClicks(field, "Ann Lee")
    assert (kept, preferences.now.made_by) == ([], "Ann Lee")  # no file is written for each letter
    pane.view.setFocus()
    assert kept == ["Ann Lee"]
    field.setFocus()
    pane.view.setFocus()
    assert kept == ["Ann Lee"]
    choosing.choose_layout(LayoutName.ONE_PAGE)
    qtbot.waitUntil(lambda: "THE CASE ON ONE PAGE Ann Lee, " in front(pane), timeout=10_000)
    assert pane.choices.made_by is field
    assert field.text() == "Ann Lee"


def test_what_is_exported_tells_the_name(
    pane: PreviewPane, sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClicks(pane.choices.made_by, "Ann Lee")
    answers.path = tmp_path / "case.pdf"
    with qtbot.waitSignal(sample_window.commands.briefs.written, timeout=20_000):
        sample_window.actions["export"].trigger()
    made = answers.path.read_bytes()
    assert properties(made)["Author"] == "Ann Lee"
    assert "Ann Lee, " in page_texts(made)[0]


def test_what_is_printed_tells_the_name(
    pane: PreviewPane,
    sample_window: Assembly,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ask(_: BriefPrinting, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    monkeypatch.setattr(BriefPrinting, "ask", ask)
    QTest.keyClicks(pane.choices.made_by, "Ann Lee")
    sample_window.commands.briefs.print()
    qtbot.waitUntil(lambda: not sample_window.commands.briefs.busy, timeout=20_000)
    assert "Ann Lee, " in page_texts((tmp_path / "printed.pdf").read_bytes())[0]
