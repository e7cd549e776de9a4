# SPDX-License-Identifier: MIT
"""Runs the program's window on a dossier and types into it, telling what it types and what it sees.

A line `PATH SEED` on stdin starts it; it is answered by `process PID`. That process is to be killed. Until
then it tells `editing` once, `typed CLAIM` before it types, and `saved [CLAIM, ...]` whenever the window says
that all is saved: the claims that it shows at that moment. Then comes `over`. Processes are forked from one
that has loaded the program already, so that they start quickly.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit
from tests.e2e.eyes import before_waiting
from tests.e2e.hands import Hands

from dissoi.gui.app import run

TICK = 4
"""Milliseconds between two looks at the window, in each of which at most one key is pressed."""
AT_MOST = 40
"""Seconds after which a process ends that was not killed, so that nobody waits for it for ever."""
LONGEST_PAUSE = 0.8
"""Seconds for which typing pauses at the most."""
WORDS = ("ferry", " bridge", " “quiet”", " winter –", " toll", " eelgrass", " pier", " clinic…")
ADDING = ("Ctrl+Shift+P", "Ctrl+Shift+O", "Ctrl+Return")


def tell(what: str, *values: object) -> None:
    """Write a line to stdout at once, whole."""
    os.write(1, (" ".join([what, *(json.dumps(value) for value in values)]) + "\n").encode())


class Typist(QObject):
    """Adds arguments and answers, and types their claims with pauses. Each begins with a mark of its own."""

    def __init__(self, hands: Hands, seed: int) -> None:
        super().__init__()
        self._hands = hands
        self._chance = Random(seed)
        self._names = (f"{seed}.{number}: " for number in count(1))
        self._left = ""
        self._claim = ""
        self._words = 0
        self._rests_until = 0.0
        self._begun = False
        self._adding = False
        self._saved: list[str] | None = None
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        self._look()
        if not self._begun:
            self._begin_once_there_is_a_keyboard()
        elif self._adding:
            self._begin_where_added()
        elif self._left:
            self._hands.type(self._left[0])
            self._left = self._left[1:]
        elif monotonic() > self._rests_until:
            self._go_on()

    def _look(self) -> None:
        """Tell what is shown as saved. Nothing can change between the glances at words and claims."""
        (window,) = (each for each in QApplication.topLevelWidgets() if each.findChildren(QTextEdit))
        if not any(label.text() == "All changes saved" for label in window.findChildren(QLabel)):
            return
        texts = window.findChildren(QTextEdit)
        saved = [each.toPlainText() for each in texts if each.accessibleName() == "Claim"]
        if saved != self._saved:
            tell("saved", saved)
            self._saved = saved

    def _begin_once_there_is_a_keyboard(self) -> None:
        if QApplication.focusWidget() is not None:
            self._begun = True
            tell("editing")
            self._add()

    def _begin_where_added(self) -> None:
        claim = QApplication.focusWidget()
        if isinstance(claim, QTextEdit) and claim.accessibleName() == "Claim" and not claim.toPlainText():
            self._adding, self._claim = False, ""
            self._words = self._chance.randrange(1, 6)
            self._type(next(self._names))

    def _go_on(self) -> None:
        if self._words:
            self._words -= 1
            self._type(self._chance.choice(WORDS))
        elif self._chance.random() < 1 / 3:
            self._hands.press("Tab")
            self._add()
        else:
            self._add()
        if self._chance.random() < 2 / 3:
            self._rests_until = monotonic() + self._chance.uniform(0, LONGEST_PAUSE)

    def _type(self, words: str) -> None:
        self._claim += words
        self._left = words
        tell("typed", self._claim)

    def _add(self) -> None:
        self._adding = True
        self._hands.press(self._chance.choice(ADDING[: 3 if self._claim else 2]))


def edit(path: Path, seed: int) -> int:
    """Open the window on a dossier and type into it, until it is killed. Returns the exit status."""
    signal.alarm(AT_MOST)
    hands, held = Hands(os.environ["DISPLAY"]), list[Typist]()
    before_waiting(lambda: held.append(Typist(hands, seed)))
    return run(path)


def main() -> None:
    """Start processes as they are asked for."""
    for line in sys.stdin:
        path, seed = line.split()
        process = os.fork()
        if not process:
            os._exit(edit(Path(path), int(seed)))
        tell("process", process)
        os.waitpid(process, 0)
        tell("over")


if __name__ == "__main__":
    main()
