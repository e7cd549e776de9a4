# SPDX-License-Identifier: MIT
"""Types into a card of the dossier it is given, with real key events, and says how long each key took.

Every card of the position is there, and the saver works beside it. Prints JSON: the milliseconds of each
key with all that follows from it, painting included; the seconds from the last key to its being on the
disk, for keys alone after a pause; the cards; the megabytes in use.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from dissoi.gui.app import build, make_application

# isort: split
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from dissoi.dossier.records import NO_RECORD
from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.field import Field

WORDS = "The saving of the first budget comes back as a repair bill in the fourth, and nobody is told." * 3
BETWEEN = 0.02
"""Seconds between two keys, less what the first took; nobody types faster."""
LAST = " Yes."
PAUSE, PATIENCE = 2.0, 10.0
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def on_disk(path: Path, words: str) -> bool:
    """Whether a record in the file has these words."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        found = database.execute("SELECT 1 FROM record WHERE instr(body, ?)", (words,)).fetchone()
    return found is not None


def settle(application: QApplication, seconds: float) -> None:
    """Let the window work for a while."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)


def timed_keys(application: QApplication, field: Field, words: str) -> list[float]:
    """The milliseconds that each key took."""
    taken = []
    for character in words:
        start = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(field, QKeyEvent(kind, 0, NO_MODIFIER, character))
        application.processEvents()
        took = time.perf_counter() - start
        taken.append(1000 * took)
        settle(application, BETWEEN - took)
    return taken


def main(path: Path) -> None:
    """Open, type, print."""
    application = make_application()
    windows = build(application)
    windows.open(path)
    window = windows.front
    page = window.editor._pages[window.editor.current]
    settle(application, 1.0)
    page.card_of(NO_RECORD)
    settle(application, 2.0)
    cards = window.editor.findChildren(ArgumentCard)
    field = cards[len(cards) // 2].findChildren(Field)[1]
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    settle(application, 1.0)
    taken = timed_keys(application, field, WORDS)
    settle(application, PAUSE)
    timed_keys(application, field, LAST)
    start = time.perf_counter()
    while not on_disk(path, WORDS + LAST) and time.perf_counter() - start < PATIENCE:
        settle(application, 0.01)
    saved = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"keys": taken, "saved": saved, "cards": len(cards), "megabytes": memory}))
    sys.stdout.flush()
    window.close()


main(Path(sys.argv[1]))
