# SPDX-License-Identifier: MIT
"""The brief on paper: which pages go to a printer or a file in its place, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.briefing.printed import opened, page_texts, sizes
from tests.gui.conftest import Answers

from dissoi.briefing.options import LayoutName, Options, PaperName
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import QUESTION_ID, Question
from dissoi.gui.assembly import Assembly
from dissoi.gui.brief.export import made_brief
from dissoi.gui.brief.printing import (
    BriefPrinting,
    PrinterError,
    draw_on,
    duplex_for,
    printer_for,
    wanted_pages,
)
from dissoi.gui.tasks import CancelledError

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_brief_is_printed_into_a_file(
    sample_window: Assembly, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "prints" / "printed.pdf"
    file.parent.mkdir()

    def ask(_printing: BriefPrinting, printer: QPrinter) -> bool:
        printer.setOutputFileName(str(file))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 4)
        return True

    monkeypatch.setattr(BriefPrinting, "ask", ask)
    with qtbot.waitSignal(sample_window.commands.briefs.written, timeout=20_000):
        QTest.keyClick(sample_window.window, Qt.Key.Key_P, CONTROL)
    assert sample_window.window.banner.text == f"The brief is in {file}"
    assert sample_window.commands.briefs._proposed().parent == file.parent
    dossier, options = sample_window.desk.dossier, sample_window.commands.preview.options
    whole = page_texts(made_brief(dossier, ".pdf", options, lambda _: None))
    assert page_texts(file.read_bytes()) == whole[1:4]


def in_grey(pdf: bytes) -> list[Image.Image]:
    with opened(pdf) as document:
        return [page.render(scale=0.5).to_pil().convert("L") for page in document]


@pytest.mark.usefixtures("qapp")
def test_pages_are_drawn_for_a_printer(sample: Dossier, tmp_path: Path) -> None:
    file = tmp_path / "printed.pdf"
    printer = printer_for(Options())
    printer.setOutputFileName(str(file))
    printer.setResolution(150)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    made, told = made_brief(sample, ".pdf", Options(), lambda _: None), list[int]()
    draw_on(printer, made, told.append)
    assert told == [3, 2]
    printed, meant = in_grey(file.read_bytes()), in_grey(made)
    assert [(round(width), round(height)) for width, height in sizes(file.read_bytes())] == [(595, 842)]
    for one, two in zip(printed, (meant[2], meant[1]), strict=True):
        coarse = (each.resize((60, 85)) for each in (one, two))
        apart = ImageStat.Stat(ImageChops.difference(*coarse)).mean[0]
        assert apart < 3
        assert ImageStat.Stat(one).extrema[0][0] < 120  # there is ink


@pytest.mark.usefixtures("qapp")
def test_printing_that_is_called_off_stops(sample: Dossier, tmp_path: Path) -> None:
    printer = printer_for(Options())
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(60)
    told: list[int] = []

    def tell(page: int) -> None:
        told.append(page)
        if page == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        draw_on(printer, made_brief(sample, ".pdf", Options(), lambda _: None), tell)
    assert told == [1, 2]


@pytest.mark.usefixtures("qapp")
def test_sheets_are_turned_as_the_brief_lies() -> None:
    modes = QPrinter.DuplexMode
    assert duplex_for(Options()) is modes.DuplexLongSide
    assert duplex_for(Options(layout=LayoutName.FLOW)) is modes.DuplexShortSide
    assert duplex_for(Options(duplex=False)) is modes.DuplexNone
    assert duplex_for(Options(layout=LayoutName.CARDS)) is modes.DuplexNone
    assert duplex_for(Options(booklet=True, duplex=False)) is modes.DuplexShortSide
    papers = {
        Options(): QPageSize.PageSizeId.A4,
        Options(paper=PaperName.LETTER): QPageSize.PageSizeId.Letter,
        Options(paper=PaperName.A5): QPageSize.PageSizeId.A5,
        Options(booklet=True): QPageSize.PageSizeId.A4,
    }
    for options, size in papers.items():
        layout = printer_for(options).pageLayout()
        assert layout.pageSize().id() is size
        assert (layout.orientation() is QPageLayout.Orientation.Landscape) is options.booklet


def test_printing_can_be_called_off(
    sample_window: Assembly, tmp_path: Path, sample: Dossier, qtbot: QtBot
) -> None:
    printing = BriefPrinting(sample_window.window)
    printer = printer_for(Options(layout=LayoutName.FLOW))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert printer.pageLayout().fullRectPoints().width() > 800
    done: list[bool] = []
    printing.done.connect(lambda: done.append(True))
    printing.print_on(printer, sample, Options())
    busy = [printing.busy]
    printing.cancel()
    busy.append(printing.busy)
    assert busy == [True, False]
    assert not done


@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.usefixtures("qapp")
def test_a_printer_that_takes_nothing_is_told(sample: Dossier, tmp_path: Path) -> None:
    printer = printer_for(Options())
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(PrinterError, match="does not answer"):
        draw_on(printer, made_brief(sample, ".pdf", Options(), lambda _: None), lambda _: None)


def test_a_file_that_cannot_be_printed_to_is_told(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_printing: BriefPrinting, printer: QPrinter) -> bool:
        printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
        return True

    monkeypatch.setattr(BriefPrinting, "ask", ask)
    sample_window.actions["print"].trigger()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)
    assert "no such folder" in answers.told[0]
    assert not sample_window.commands.briefs.busy


def test_a_file_is_proposed_beside_the_dossier(
    sample_window: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def exec_(dialog: QPrintDialog) -> int:
        line = dialog.findChild(QLineEdit, "filename")
        assert line is not None
        proposed.append(line.text())
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", exec_)
    sample_window.actions["print"].trigger()
    assert proposed == [str(sample_window.desk.path.with_suffix(".pdf"))]


def test_a_file_that_came_while_the_brief_was_made_stays(
    sample_window: Assembly, sample: Dossier, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "printed.pdf"

    def make(*rest: Any, **options: Any) -> bytes:
        file.write_text("came meanwhile")
        return made_brief(*rest, **options)

    monkeypatch.setattr("dissoi.gui.brief.printing.made_brief", make)
    printing, printer = BriefPrinting(sample_window.window), printer_for(Options())
    printer.setOutputFileName(str(file))
    with qtbot.waitSignal(printing.failed, timeout=20_000, check_params_cb=lambda told: "exists" in told):
        printing.print_on(printer, sample, Options())
    assert file.read_text() == "came meanwhile"


@pytest.mark.usefixtures("qapp")
def test_the_pages_that_were_asked_for_are_printed_and_no_others(sample: Dossier) -> None:
    made, ranges = made_brief(sample, ".pdf", Options(), lambda _: None), QPrinter.PrintRange
    with opened(made) as whole:
        count = len(whole)
    printer = printer_for(Options())
    printer.setPageRanges(QPageRanges.fromString("2,4-5"))
    # So the dialog leaves it when the print server is to pick these pages from all.
    assert list(wanted_pages(printer, made)) == list(range(count))
    printer.setPrintRange(ranges.PageRange)
    assert list(wanted_pages(printer, made)) == [1, 3, 4]
    printer.setFromTo(count, count + 10)
    assert list(wanted_pages(printer, made)) == [count - 1]
    printer.setCopyCount(2)
    assert list(wanted_pages(printer, made)) == [count - 1] * 2


def test_pages_that_the_brief_does_not_have_are_not_printed(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_printing: BriefPrinting, printer: QPrinter) -> bool:
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(300, 301)
        return True

    monkeypatch.setattr(BriefPrinting, "ask", ask)
    sample_window.actions["print"].trigger()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)
    assert "The last page of the brief is" in answers.told[0]
    assert not (tmp_path / "printed.pdf").exists()


def test_what_no_font_can_show_is_told_when_it_is_printed(
    opened: Callable[[Dossier], Assembly],
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ask(_printing: BriefPrinting, printer: QPrinter) -> bool:
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    monkeypatch.setattr(BriefPrinting, "ask", ask)
    window = opened(Dossier.of([Question(id=QUESTION_ID, text="Does \U0010fffd?")]))
    window.actions["print"].trigger()
    qtbot.waitUntil(lambda: "U+10FFFD" in window.window.banner.text, timeout=20_000)
    assert not answers.told
    printing = window.commands.briefs._printing
    assert printing is not None
    printing.done.emit("")  # as of a real printer, after which nothing is left to open
    assert "U+10FFFD" in answers.told[0]


def test_a_brief_that_is_asked_for_while_one_is_printed_is_answered(
    sample_window: Assembly, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_printing: BriefPrinting, printer: QPrinter) -> bool:
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    monkeypatch.setattr(BriefPrinting, "ask", ask)
    briefs = sample_window.commands.briefs
    briefs.print()
    with qtbot.waitSignal(briefs.hint) as told:
        briefs.print()
    assert "is being printed" in told.args[0]
    briefs.cancel()
