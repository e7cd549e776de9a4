# SPDX-License-Identifier: MIT
"""What a reader does in the article shown: look for words, read it alone, follow a link."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from dissoi.dossier.errors import DissoiError
from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.main_window import MainWindow
from dissoi.storage.saver import Saving

SAVING = 2.0
"""Seconds that a picture waits for the file to be written."""
OPENABLE = {"http", "https", "mailto"}
"""The kinds of address that are handed to the browser or the mail program; others could run something."""
_LONGEST_HEADING = 70
_LONGEST = 400
"""How many characters of an address are shown."""


class ReadingCommands(QObject):
    """Acts on the article pane of a window."""

    def __init__(self, window: MainWindow, dialogs: Dialogs) -> None:
        super().__init__(window)
        self._window = window
        self._dialogs = dialogs
        reader = window.article.reader
        reader.pictures.take_from(self._picture)
        reader.quote_requested.connect(self._make_room)
        reader.passage_clicked.connect(self._show_all)
        reader.contents_wanted.connect(self.contents)

    def find(self) -> None:
        """Ask for words to find in the article."""
        self._window.article.find_bar().open()

    def find_next(self) -> None:
        """Go to the next place of the words looked for."""
        self._window.article.find_bar().step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._window.article.find_bar().step(-1)

    def contents(self) -> None:
        """Offer the headings of the article, to go to one."""
        menu = self.contents_menu()
        reader = self._window.article.reader
        menu.popup(reader.mapToGlobal(reader.rect().topLeft()))

    def contents_menu(self) -> QMenu:
        """The headings of the article shown; the one that is being read is checked."""
        reader = self._window.article.reader
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        blocks = reader.article.blocks if reader.article else ()
        top = reader.document().findBlock(reader.top_position()).blockNumber()
        headings = [number for number, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
        highest = min((blocks[number].level for number in headings), default=1)
        current = max((number for number in headings if number <= top), default=-1)
        for number in headings:
            action = menu.addAction(_heading(blocks[number], highest))
            action.setCheckable(True)
            action.setChecked(number == current)
            action.triggered.connect(partial(self._go_to, number))
            if number == current:
                menu.setActiveAction(action)
        if not headings:
            menu.addAction(self.tr("This article has no headings")).setEnabled(False)
        return menu

    def _go_to(self, block: int) -> None:
        self._window.article.reader.go_to_block(block)
        self._window.article.reader.setFocus()

    def read_alone(self) -> None:
        """Show the article without the rest of the window, or the rest again."""
        if self._window.reads_alone:
            self._window.read_beside()
        else:
            self._window.read_alone()

    def offer_link(self, address: str) -> None:
        """Show where a link leads, and open it in another program if that is wanted."""
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        shown = bytes(url.toEncoded().data()).decode("ascii")
        if url.scheme() not in OPENABLE or not shown:
            self._window.hint(self.tr("Only links to the web and to mailboxes can be opened."))
            return
        is_mail = url.scheme() == "mailto"
        asked = self.tr("Write to this address?") if is_mail else self.tr("Open this address in the browser?")
        cut = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
        if self._dialogs.confirm(self.tr("Open Link"), asked, cut, self.tr("Open")):
            QDesktopServices.openUrl(url)

    def _picture(self, digest: str) -> bytes | None:
        """The bytes of a picture, if the dossier's file holds it."""
        from dissoi.storage.file import read_attachment

        desk = self._window.desk
        try:
            kept = read_attachment(desk.path, digest)
            state = desk.save_state
            if kept is None and state is not None and state.saving is Saving.PENDING:
                # It may be on its way to the file. Where saving fails, waiting would hold up the window.
                desk.settle(SAVING)
                kept = read_attachment(desk.path, digest)
        except DissoiError:
            return None
        return kept.data if kept else None

    def _make_room(self, kind: str, _start: int, _end: int) -> None:
        """An argument made from words wants its claim typed: show the editor."""
        if kind in {"pro", "con"}:
            self._show_all()

    def _show_all(self) -> None:
        """Show the editor beside the article, whatever stood in the article's place before."""
        if self._window.reads_alone:
            self._window.read_beside()
            self._window.article_wanted.emit()


def _heading(block: Block, highest: int) -> str:
    """A heading as a line of the menu, set in by its rank; "&" is no sign for a key there."""
    text = block.text if len(block.text) <= _LONGEST_HEADING else f"{block.text[:_LONGEST_HEADING]}…"
    shown = text.replace("&", "&&").replace("\t", " ").replace(LINE_BREAK, " ")
    return "    " * (block.level - highest) + shown
