# SPDX-License-Identifier: MIT
"""A window as it is painted first: its panes, the titles of its menus, its tool bar.

What is behind them, the commands with their menus and keys, is an `Assembly`. It is made as soon as the
window was painted, before anything that its user does is handled, or when it is asked for before that.
"""

from __future__ import annotations

import base64
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject

from dissoi.dossier.records import QUESTION_ID, Article, Position, RecordId
from dissoi.gui.action_text import tr
from dissoi.gui.bars import MENUS, ToolBar
from dissoi.gui.desk import Desk
from dissoi.gui.main_window import MainWindow
from dissoi.gui.services import Services
from dissoi.gui.theme import Colours
from dissoi.gui.window_state import saving_text
from dissoi.storage.settings import Face

if TYPE_CHECKING:
    from dissoi.gui.assembly import Assembly

TITLE_BAR = 32
"""Pixels left free for the title bar when a window is opened for the first time."""


class Shown(QObject):
    """A window on a desk, and its assembly once it has one."""

    def __init__(self, desk: Desk, services: Services, colours: Colours) -> None:
        super().__init__(desk)
        self.desk = desk
        self.services = services
        self.window = MainWindow(desk, colours, self._may_close)
        self.menus = {title: self.window.menuBar().addMenu(tr(title)) for title in MENUS}
        self.tools = ToolBar(colours, self.window)
        self.window.addToolBar(self.tools)
        self._dress_article(colours)
        self._restore()
        self.tools.enable(self.window.present())
        if state := desk.save_state:
            self.window.saved.setText(saving_text(state.saving))
        if desk.locked:
            self.complete()
        self.window.painted.connect(self.complete)
        self.window.installEventFilter(self)

    @cached_property
    def assembly(self) -> Assembly:
        """The commands of the window with all that belongs to them."""
        from dissoi.gui.assembly import Assembly

        self.window.removeEventFilter(self)
        return Assembly(self)

    @property
    def is_complete(self) -> bool:
        """Whether the window has its commands."""
        return "assembly" in self.__dict__

    def complete(self) -> None:
        """See to it that the window has its commands."""
        _ = self.assembly

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever is so quick as to press a key before the first picture finds the commands, too."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self.complete()
        return False

    def _may_close(self) -> bool:
        return self.assembly.may_close()

    def dismantle(self) -> None:
        """Put the window away without asking; the desk stays."""
        if self.is_complete:
            self.assembly.dismantle()
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()

    def _dress_article(self, colours: Colours) -> None:
        now = self.services.preferences.now
        reader = self.window.article.reader
        self.window.article.dress(colours)
        reader.set_zoom(now.reader_zoom)
        reader.set_sans(sans=now.reader_face is Face.SANS)

    def _restore(self) -> None:
        now = self.services.preferences.now
        if not (now.geometry and self.window.restoreGeometry(_bytes(now.geometry))):
            room = self.window.screen().availableGeometry()
            self.window.resize(min(1440, room.width()), min(900, room.height() - TITLE_BAR))
        if sizes := now.splitters.get("panes"):
            self.window.splitter.setSizes(list(sizes))
        self.window.outline.setVisible(now.show_outline)
        (article, page), places = now.reading_of(self.desk.path)
        if self.desk.dossier.find(Article, shown := RecordId(article)) is not None:
            self.window.article.show_article(shown)
        self.window.article.reader.take_up(places)
        self.window.article.reader.setFocus()
        if self.desk.dossier.find(Position, RecordId(page)) is not None or page == QUESTION_ID:
            self.window.editor.tabs.choose(RecordId(page))


def _bytes(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()
