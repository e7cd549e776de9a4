# SPDX-License-Identifier: MIT
# ruff: noqa: E402 - as in the command, the collector of garbage rests before the window is loaded
"""Types into a card beside the preview of the dossier it is given, and prints how long things took, as JSON.

`shown`: milliseconds from each key until the page that changed was painted. `keys`: milliseconds in which
each key was handled, while words are typed quickly; `alone`: the same before the preview was opened.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

gc.disable()
from dissoi.gui.app import build, make_application

# isort: split
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dissoi.dossier.records import Argument
from dissoi.gui.brief.pages_view import PagesView

PATIENCE = 60.0
"""Seconds after which something is wrong."""
EDITS = 40
QUICKLY = 0.06
"""Seconds between keys of a quick typist."""
WORDS = "and nobody has yet shown that this would be otherwise in the towns which tried it before"


class Watch(QObject):
    """Notices when the view was painted with all that it is to show."""

    def __init__(self, view: PagesView) -> None:
        super().__init__(view)
        self._view = view
        self.before: object = None
        self.painted = 0.0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look whether this is the painting that is waited for."""
        view = self._view
        is_new = event.type() == QEvent.Type.Paint and view.sheets is not self.before
        if is_new and not self.painted and all(view.is_drawn(page) for page in view.in_view):
            view.viewport().removeEventFilter(self)
            view.viewport().repaint()
            view.viewport().installEventFilter(self)
            self.painted = time.perf_counter()
        return False


def wait(application: QApplication, until: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.perf_counter() + PATIENCE
    while not until():
        application.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() > end:
            sys.exit("the preview never came")


def rest(application: QApplication, seconds: float) -> None:
    """Let the window work for a while."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.0005)


def times_until_shown(application: QApplication, view: PagesView, field: QWidget) -> list[float]:
    """Milliseconds from single keys until the page shows them."""
    watch, taken = Watch(view), []
    for _ in range(EDITS):
        rest(application, 0.2)
        watch.before, watch.painted = view.sheets, 0.0
        start = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_X)
        wait(application, lambda: watch.painted > 0)
        taken.append((watch.painted - start) * 1000)
    return taken


def times_of_keys(application: QApplication, field: QWidget) -> list[float]:
    """Milliseconds in which keys are handled while the preview follows."""
    taken = []
    for char in WORDS:
        start = time.perf_counter()
        QTest.keyClicks(field, char)
        application.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
        rest(application, QUICKLY)
    return taken


def main(path: Path) -> None:
    """Open, preview, type, and say how long that took."""
    application = make_application()
    windows = build(application)
    windows.open(path)
    assembly = windows.assemblies[-1]
    window, desk = assembly.window, assembly.desk
    rest(application, 1.0)
    position = desk.dossier.positions[len(desk.dossier.positions) // 2]
    argument = desk.dossier.arguments_of(position.id)[0]
    window.editor.edit_claim(argument.id)
    rest(application, 2.0)
    alone = times_of_keys(application, window.focusWidget())
    start = time.perf_counter()
    assembly.actions["preview"].trigger()
    pane = assembly.commands.preview.pane
    assert pane is not None
    view = pane.view
    wait(application, lambda: bool(view.sheets.pages) and all(map(view.is_drawn, view.in_view)))
    opened = time.perf_counter() - start
    window.editor.edit_claim(argument.id)
    rest(application, 2.0)
    field = window.focusWidget()
    shown = times_until_shown(application, view, field)
    rest(application, 1.0)
    keys = times_of_keys(application, field)
    pages, arguments = len(view.sheets.pages), len(list(desk.dossier.all(Argument)))
    found = {"opened": opened, "shown": shown, "alone": alone, "keys": keys}
    found |= {"pages": pages, "arguments": arguments}
    print(json.dumps(found))
    sys.stdout.flush()
    window.close()


main(Path(sys.argv[1]))
