# SPDX-License-Identifier: MIT
"""Takes a picture of the window on a dossier: `python -m dissoi.gui.picture DOSSIER OUT.png`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from dissoi import resources
from dissoi.dossier.errors import DissoiError
from dissoi.gui.app import Windows, make_application
from dissoi.gui.library import Library
from dissoi.gui.preferences import Preferences
from dissoi.gui.theme import load_fonts
from dissoi.identity import new_id
from dissoi.storage.file import load
from dissoi.storage.settings import Settings, Theme

NO_WINDOW_MANAGER = "This plugin does not support propagateSizeHints()"
"""What Qt says where windows are drawn but not shown; it is no news for whoever asked for a picture."""


def _report(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message != NO_WINDOW_MANAGER:
        sys.stderr.write(f"{message}\n")


def take(dossier: Path, picture: Path, theme: str = "light", size: str = "1440x900") -> None:
    """Write a picture of the window on a copy of `dossier`. Raises a `DissoiError`."""
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    load_fonts(resources.fonts())
    preferences = Preferences(Settings(theme=Theme(theme)), lambda _settings: None)
    with tempfile.TemporaryDirectory() as folder:
        library = Library(new_id, Path(folder))
        windows = Windows(application, library, preferences, new_id)
        desk = library.draft(load(dossier), dossier.stem)
        windows.show(desk)
        window = windows.front
        width, _, height = size.partition("x")
        window.resize(int(width), int(height))
        for _ in range(20):
            application.processEvents()
        desk.settle()
        application.processEvents()
        window.grab().save(str(picture))
        windows.dismantle()


def main(arguments: list[str]) -> int:
    """Take the picture that the arguments ask for; returns the exit status."""
    if not 2 <= len(arguments) <= 4:  # noqa: PLR2004 - dossier, picture, theme and size
        sys.stderr.write("usage: python -m dissoi.gui.picture DOSSIER OUT.png [light|dark] [1440x900]\n")
        return 2
    qInstallMessageHandler(_report)
    try:
        take(Path(arguments[0]), Path(arguments[1]), *arguments[2:])
    except DissoiError as error:
        sys.stderr.write(f"dissoi: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
