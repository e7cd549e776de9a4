# SPDX-License-Identifier: MIT
"""Shows a file in its folder, selected, in the system's own file manager."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

PATIENCE = 3_000
"""Milliseconds that a file manager is given to answer: it may have to start first."""
_NAME, _PLACE = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"
"""Where file managers of free desktops listen (freedesktop.org, "File Manager D-Bus Interface")."""


def show_in_folder(path: Path, parent: QObject) -> None:
    """Open the folder of a file with the file selected; where nothing can select it, the folder alone."""
    command = command_for(sys.platform, path)
    if not command:
        _ask_file_manager(path, parent, lambda: open_outside(path.parent))
    elif not QProcess.startDetached(command[0], command[1:])[0]:
        open_outside(path.parent)


def open_outside(path: Path) -> None:
    """Open a file or a folder in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def command_for(platform: str, path: Path) -> list[str]:
    """The program that selects a file on this platform; none where a file manager is asked instead."""
    match platform:
        case "win32":
            return ["explorer.exe", "/select,", str(path)]
        case "darwin":
            return ["/usr/bin/open", "-R", str(path)]
        case _:
            return []


def _ask_file_manager(path: Path, parent: QObject, otherwise: Callable[[], None]) -> None:
    """Ask over the bus of the desktop, which stays on the computer; `otherwise` is done if nobody heeds."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        otherwise()
        return
    asked = QDBusMessage.createMethodCall(_NAME, _PLACE, _NAME, "ShowItems")
    address = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    asked.setArguments([[address], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(asked, PATIENCE), parent)

    def answered(call: QDBusPendingCallWatcher) -> None:
        if call.isError():
            otherwise()
        call.deleteLater()

    watcher.finished.connect(answered)
