# SPDX-License-Identifier: MIT
"""The composition root of the windows: builds everything by hand and hands it to whoever needs it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

# The rooms below come before Qt, which they know nothing of.
import dissoi.dossier.markup
import dissoi.dossier.passages
import dissoi.reasoning.checks
import dissoi.storage.opening
import dissoi.storage.saver
from dissoi import resources
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.records import NewId
from dissoi.identity import new_id
from dissoi.storage.errors import StorageError
from dissoi.storage.settings import (
    Settings,
    Theme,
    drafts_folder,
    load_settings,
    save_settings,
    settings_path,
)

# isort: split
import dissoi.gui.binding  # noqa: F401

# isort: split
from PySide6.QtCore import QDir, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.library import Library, is_dossier
from dissoi.gui.main_window import MainWindow
from dissoi.gui.preferences import Preferences
from dissoi.gui.services import Services
from dissoi.gui.shown import Shown
from dissoi.gui.theme import colours_for, dress, dress_window, load_fonts

if TYPE_CHECKING:
    from dissoi.gui.assembly import Assembly
    from dissoi.gui.welcome.welcome import Welcome


LATER = 300
"""Milliseconds after which what can wait is done: keeping settings."""


class Windows(QObject):
    """All open windows. Opens the welcome page when it is asked for nothing, and ends with the last one."""

    def __init__(
        self,
        application: QApplication,
        library: Library,
        preferences: Preferences,
        new_id: NewId,
        dialogs: Callable[[QWidget], Dialogs] = Dialogs,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._library = library
        self._preferences = preferences
        self._new_id = new_id
        self._open: list[Shown] = []
        self._welcome: Welcome | None = None
        self.services = Services(library, preferences, self, dialogs)
        dress(application, colours_for(preferences.now.theme))
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _follow_system(self) -> None:
        if self._preferences.now.theme == Theme.SYSTEM:
            self.redress()

    def redress(self) -> None:
        """Give all windows the colours that are chosen now; all else about them stays."""
        colours = colours_for(self._preferences.now.theme)
        dress(self._application, colours)
        pages = [self._welcome] if self._welcome is not None else []
        for window in (*(each.window for each in self._open), *pages):
            dress_window(window, colours)

    @property
    def assemblies(self) -> tuple[Assembly, ...]:
        """The open windows with their commands, the one opened last at the end."""
        return tuple(each.assembly for each in self._open)

    @property
    def welcome_page(self) -> Welcome | None:
        """The welcome page, if it was shown."""
        return self._welcome

    @property
    def front(self) -> MainWindow:
        """The window opened last."""
        return self._open[-1].window

    def dismantle(self) -> None:
        """Put all windows away without asking anybody."""
        for shown in self._open:
            shown.dismantle()
            shown.desk.close()
        self._open.clear()

    def _shown(self, desk: Desk) -> Shown:
        shown = Shown(desk, self.services, colours_for(self._preferences.now.theme))
        shown.window.closed.connect(self._forget_closed)
        return shown

    def show(self, desk: Desk) -> None:
        """Open a window on a desk."""
        desk.setParent(self)
        shown = self._shown(desk)
        self._open.append(shown)
        shown.window.show()
        if self._welcome is not None:
            self._welcome.close()

    def new(self) -> None:
        """Open a window on a new dossier. Raises a `StorageError`."""
        self.show(self._library.draft(Dossier(), self.tr("Untitled")))
        self._open[-1].window.editor.show_question()

    def open(self, path: Path) -> None:
        """Open a window on a dossier, or on a new dossier about an article. Raises a `DissoiError`."""
        for shown in self._open:
            if shown.desk.path == path.absolute():
                shown.window.raise_()
                shown.window.activateWindow()
                return
        if is_dossier(path):
            self.show(self._library.open(path))
            if not self._open[-1].desk.draft:
                self._preferences.note(path)
                QTimer.singleShot(LATER, self._preferences.keep)
        else:
            self._begin_about(path)

    def _begin_about(self, path: Path) -> None:
        from dissoi.gui.article.sources import file_source

        reading = file_source(path).read(self._new_id, lambda: False)
        self.show(self._library.draft(Dossier(), reading.article.title or path.stem))
        self._open[-1].assembly.commands.sources.keep_and_ask((reading,))

    def open_sample(self) -> None:
        """Open a window on a copy of the sample dossier. Raises a `StorageError`."""
        from dissoi.exchange.interchange import dossier_from

        dossier = dossier_from(resources.sample_text(), self._new_id)
        self.show(self._library.draft(dossier, self.tr("Sample")))

    def welcome(self) -> None:
        """Show the welcome page."""
        if self._welcome is not None:
            self._welcome.close()
            self._welcome.deleteLater()
        from dissoi.gui.icon import app_icon
        from dissoi.gui.welcome.welcome import Welcome

        page = Welcome(colours_for(self._preferences.now.theme), app_icon())
        page.new_wanted.connect(partial(self._try, self.new))
        page.open_wanted.connect(self._ask)
        page.sample_wanted.connect(partial(self._try, self.open_sample))
        page.file_wanted.connect(self._open_or_tell)
        page.keys_wanted.connect(self._show_keys)
        page.quit_wanted.connect(self.quit)
        page.show_files(self._library.known(self._preferences.now.recent))
        self._welcome = page
        page.show()

    def _ask(self) -> None:
        assert self._welcome is not None
        path = self.services.dialogs(self._welcome).dossier_to_open(str(self._preferences.folder()))
        if path is not None:
            self._open_or_tell(path)

    def _show_keys(self) -> None:
        from dissoi.gui.shortcut_list import ShortcutList
        from dissoi.gui.table import idle_table

        assert self._welcome is not None
        dialog = ShortcutList(tuple(idle_table()), self._welcome)
        dialog.exec()
        dialog.deleteLater()

    def _open_or_tell(self, path: Path) -> None:
        self._try(partial(self.open, path))

    def _try(self, open_: Callable[[], None]) -> None:
        assert self._welcome is not None
        try:
            open_()
        except DissoiError as error:
            self.services.dialogs(self._welcome).tell(self.tr("This file was not opened"), str(error))

    def quit(self) -> None:
        """Close all windows; one whose user wants to stay keeps the program running."""
        for shown in list(self._open):
            if not shown.window.close():
                return
        self._application.quit()

    def _forget_closed(self) -> None:
        for shown in [each for each in self._open if each.window is self.sender()]:
            self._open.remove(shown)
            shown.desk.close()
            shown.window.deleteLater()
            shown.desk.deleteLater()


def make_application() -> QApplication:
    """Qt, in the style that looks alike on all systems."""
    # As an argument: the method that sets a style returns it, and that takes Python 10 ms to get to know.
    return QApplication(["dissoi", "-style", "Fusion"])


def build(application: QApplication) -> Windows:
    """All that the program consists of."""
    application.setApplicationName("Dissoi")
    application.setDesktopFileName("dissoi")
    load_fonts(resources.fonts())
    path = settings_path()

    def keep(settings: Settings) -> None:
        # Settings are a comfort: where they cannot be kept, work goes on without.
        with suppress(StorageError):
            save_settings(path, settings)

    preferences = Preferences(load_settings(path), keep, Path(QDir.tempPath()))
    return Windows(application, Library(new_id, drafts_folder()), preferences, new_id)


def run(file: Path | None) -> int:
    """Show the window on a file, or the welcome page, until all windows are closed.

    Returns the exit status. Raises a `DissoiError` when the file cannot be opened.
    """
    application = make_application()
    windows = build(application)
    if file is None:
        windows.welcome()
    else:
        windows.open(file)
    QTimer.singleShot(0, _collect_from_here)
    return application.exec()


def _collect_from_here() -> None:
    """Collect garbage, but pass over all that the window consists of: it stays."""
    gc.freeze()
    gc.enable()
