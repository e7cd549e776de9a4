# SPDX-License-Identifier: MIT
"""Prints the brief: the system's dialog, then pages drawn for the printer beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QWidget

from dissoi.briefing.options import LayoutName, Options
from dissoi.briefing.paper import PAPERS
from dissoi.briefing.pdf import format_of
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.gui.brief.export import made_brief
from dissoi.gui.brief.rendering import PrintedPages, pages_of
from dissoi.gui.tasks import Progress, worded
from dissoi.gui.watched_work import WatchedWork
from dissoi.storage.atomic import write_atomically
from dissoi.storage.presence import is_there

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_DOTS = 600
"""Dots for an inch beyond which no eye sees a difference."""
BAND = 1200
"""Dots down a page that are drawn at a time, so that memory stays small."""


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("printing", text)


class PrinterError(DissoiError):
    """A printer that takes no pages."""


class NoSuchPagesError(DissoiError):
    """Pages were asked for of which the brief has none."""


class BriefPrinting(QObject):
    """Prints one brief at a time. `done` carries the file it went to, or ""; `failed` a sentence.

    `notice` tells, in a sentence, what does not look as it should in the brief printed last; "" if all does.
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._file = self.notice = ""
        self._proposed = Path()
        self._work = WatchedWork(self, window, self.tr("Print Brief"))
        self._work.progressed.connect(self._tell)
        self._work.done.connect(self._end_well)
        self._work.failed.connect(self._end_badly)

    @property
    def busy(self) -> bool:
        """Whether a brief is being printed."""
        return self._work.busy

    def start(self, dossier: Dossier, options: Options, file: Path, made_by: str = "") -> None:
        """Ask for a printer, and print. The printer calls it as `file`, which is proposed in its place."""
        if self._work.busy:
            return
        printer = printer_for(options)
        printer.setDocName(file.stem)
        self._proposed = file
        if self.ask(printer):
            self.print_on(printer, dossier, options, made_by)

    def ask(self, printer: QPrinter) -> bool:
        """Show the system's dialog; says whether to print."""
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setWindowTitle(self.tr("Print Brief"))
        # Only Qt's own dialog has such a line. It proposes a file in the user's home, whatever is printed.
        if line := dialog.findChild(QLineEdit, "filename"):
            line.setText(str(self._proposed))
        wanted = bool(dialog.exec())
        dialog.deleteLater()
        return wanted

    def print_on(self, printer: QPrinter, dossier: Dossier, options: Options, made_by: str = "") -> None:
        """Print, without asking. Of a file that is there now it is known that it is to be replaced."""
        self._file = file_of(printer)
        force = bool(self._file) and is_there(Path(self._file))
        work = partial(_print, printer, dossier, options, made_by, force=force)
        self._work.start(work, self.tr("Setting the brief…"))

    def cancel(self) -> None:
        """Call the printing off, and wait until it has stopped."""
        self._work.cancel()

    def _tell(self, page: int) -> None:
        self._work.tell(self.tr("Page {0}").format(page))

    def _end_well(self, notice: str) -> None:
        self.notice = notice
        self.done.emit(self._file)

    def _end_badly(self, error: Exception) -> None:
        self.failed.emit(worded(error, self.tr("The brief could not be printed ({0}).")))


def printer_for(options: Options) -> QPrinter:
    """The usual printer, set to what the brief is made for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    width, height = sheet_of(options)
    size = QSizeF(min(width, height), max(width, height))
    lies = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    named = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(named, lies, QMarginsF()))
    printer.setDuplex(duplex_for(options))
    return printer


def sheet_of(options: Options) -> tuple[float, float]:
    """The width and height of the sheets that a brief is printed on, in points."""
    page = format_of(options, PAPERS[options.paper]).paper
    return page.width * (2 if options.booklet else 1), page.height


def duplex_for(options: Options) -> QPrinter.DuplexMode:
    """On which sides a brief is printed, and over which edge a sheet is turned."""
    modes = QPrinter.DuplexMode
    # Cards are cut apart: what stands on the back of one would be another, which nobody sees.
    if not (options.duplex or options.booklet) or options.layout is LayoutName.CARDS:
        return modes.DuplexNone
    width, height = sheet_of(options)
    return modes.DuplexShortSide if width > height else modes.DuplexLongSide


def file_of(printer: QPrinter) -> str:
    """The file that takes the place of a printer; "" where none does."""
    is_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
    return printer.outputFileName() if is_file else ""


def _print(
    printer: QPrinter, dossier: Dossier, options: Options, made_by: str, progress: Progress, *, force: bool
) -> str:
    """Make the brief, and hand the pages that were asked for to a printer, or to the file in its place.

    Returns what is to be told of the brief.
    """
    notices: list[str] = []
    made = made_brief(dossier, ".pdf", options, progress, notices.append, made_by=made_by)
    file = file_of(printer)
    if file:
        data = pages_of(made, wanted_pages(printer, made))
        progress.go_on()  # what was called off meanwhile is not written
        write_atomically(Path(file), data, force=force)
    else:
        draw_on(printer, made, progress)
    return " ".join(notices)


def draw_on(printer: QPrinter, made: bytes, tell: Callable[[int], None]) -> None:
    """Draw the pages of a PDF that were asked for on a printer. What `tell` raises goes through."""
    wanted = wanted_pages(printer, made)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterError(tr("The printer does not answer. Switch it on, then print again."))
    try:
        with PrintedPages(made) as pages:
            for place, page in enumerate(wanted):
                tell(page + 1)
                _begin_page(printer, place)
                _draw(printer, painter, pages, page)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _begin_page(printer: QPrinter, place: int) -> None:
    if place and not printer.newPage():
        raise PrinterError(tr("The printer stopped taking pages. Look at its display, then print again."))


def wanted_pages(printer: QPrinter, made: bytes) -> Sequence[int]:
    """The pages of a PDF to print, counted from 0, in the order in which they go to the printer.

    Raises `NoSuchPagesError` if there are none.
    """
    with PrintedPages(made) as every:
        count = len(every)
    pages = list(range(count))
    # Where all are to be printed, the ranges may still be those that the print server picks from all.
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        pages = [page for page in pages if ranges.contains(page + 1)]
    if not pages:
        raise NoSuchPagesError(tr("The last page of the brief is {0}. Choose pages up to it.").format(count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _draw(printer: QPrinter, painter: QPainter, pages: PrintedPages, page: int) -> None:
    """Draw a page as large as it is, or smaller where the paper is."""
    width, height = pages.size(page)
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    fit = min(1.0, paper.width() / width, paper.height() / height)
    dots = printer.resolution() / 72 * fit
    scale = min(dots, MOST_DOTS / 72)
    for top, picture in pages.bands(page, scale, BAND):
        size = QSizeF(picture.size()) * (dots / scale)
        painter.drawImage(QRectF(0, top * dots / scale, size.width(), size.height()), picture)
