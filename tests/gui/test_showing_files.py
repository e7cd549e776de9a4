# SPDX-License-Identifier: MIT
"""A file that was made is shown selected in its folder, or its folder is opened."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dissoi.gui.showing_files import command_for

ON_A_BUS = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-run-session") is None,
    reason="there is no dbus-run-session here",
)
SHOWING = """
import sys
from pathlib import Path
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QDesktopServices
from dissoi.gui.showing_files import show_in_folder

application = QCoreApplication([])

def tell(told):
    print(told)
    application.exit()

@ClassInfo({"D-Bus Interface": "org.freedesktop.FileManager1"})
class Manager(QObject):
    @Slot("QStringList", str)
    def ShowItems(self, addresses, _startup):
        tell(f"selected {addresses}")

QDesktopServices.openUrl = lambda url: tell(f"opened {url.toString()}")
manager = Manager()
if sys.argv[2] == "manager":
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "manager")
    slots = QDBusConnection.RegisterOption.ExportAllSlots
    assert bus.registerObject("/org/freedesktop/FileManager1", manager, slots)
    assert bus.registerService("org.freedesktop.FileManager1")
QTimer.singleShot(0, lambda: show_in_folder(Path(sys.argv[1]), application))
QTimer.singleShot(20_000, lambda: tell("nothing"))
application.exec()
"""


def shown(way: str, *, bus: bool = True) -> str:
    """What becomes of showing a file on a bus of the desktop that this starts, or without one."""
    around = ["dbus-run-session", "--"] if bus else []
    nowhere = {} if bus else {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    done = subprocess.run(
        [*around, sys.executable, "-c", SHOWING, "/made/a brief.pdf", way],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **nowhere},
    )
    return done.stdout.strip()


@ON_A_BUS
def test_a_file_manager_is_asked_to_select_the_file() -> None:
    assert shown("manager") == "selected ['file:///made/a%20brief.pdf']"


@ON_A_BUS
def test_the_folder_is_opened_where_no_file_manager_listens() -> None:
    assert shown("nobody") == "opened file:///made"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere, a program is started")
def test_the_folder_is_opened_where_there_is_no_bus() -> None:
    assert shown("nobody", bus=False) == "opened file:///made"


def test_elsewhere_the_programs_of_the_system_select_it() -> None:
    path = Path("made") / "a brief.pdf"
    assert command_for("win32", path) == ["explorer.exe", "/select,", str(path)]
    assert command_for("darwin", path) == ["/usr/bin/open", "-R", str(path)]
    assert command_for("linux", path) == []
