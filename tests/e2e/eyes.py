# SPDX-License-Identifier: MIT
"""A user's eyes: runs the installed program unchanged, and tells beside it what its windows show.

usage: eyes.py QUESTIONS ANSWERS [ARGUMENT...]

QUESTIONS and ANSWERS are file descriptors of pipes, on which a line of JSON is a question or an answer.
The eyes only look. They know Qt, but nothing of Dissoi.
"""

from __future__ import annotations

import faulthandler
import json
import os
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QTextEdit, QWidget

NETWORK = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}


def watch_network(event: str, arguments: tuple[object, ...]) -> None:
    """Say on stderr, where nothing may ever stand, that the network was used."""
    if event in NETWORK:
        print(f"The network was used: {event} {arguments}", file=sys.stderr, flush=True)


def before_waiting(begin: Callable[[], object]) -> None:
    """Have `begin` called by the program when all is built and its windows begin to wait for events."""
    from PySide6.QtWidgets import QApplication

    def exec_(*_self: QApplication) -> int:
        begin()
        return wait_for_events()

    wait_for_events, QApplication.exec = QApplication.exec, exec_  # type: ignore[method-assign]


def open_eyes(questions: int, answers: int) -> None:
    """Answer questions on the thread of the windows."""
    from PySide6.QtCore import QObject, Qt, Signal

    class Asker(QObject):
        asked = Signal(str)

        def answer(self, question: str) -> None:
            os.write(answers, (json.dumps(answer_to(json.loads(question))) + "\n").encode())

    def serve(asker: Asker) -> None:
        with os.fdopen(questions, encoding="utf-8") as lines:
            for line in lines:
                asker.asked.emit(line)

    def begin() -> None:
        asker = Asker()
        asker.asked.connect(asker.answer, Qt.ConnectionType.QueuedConnection)
        Thread(target=serve, args=(asker,), name="eyes", daemon=True).start()

    before_waiting(begin)


def answer_to(question: dict[str, Any]) -> object:
    """What is seen: all widgets, or where words stand in the text with a certain name."""
    if question["about"] == "widgets":
        return seen()
    return ends_of(question["name"], question["words"])


def seen() -> list[dict[str, Any]]:
    """Every widget that can be seen, each after those around it."""
    from PySide6.QtWidgets import QApplication

    widgets = [
        each for each in QApplication.allWidgets() if each.isVisible() and not visible_area(each).isEmpty()
    ]
    return [described(each) for each in widgets]


def visible_area(widget: QWidget) -> QRect:
    """What is visible of a widget, on the display: empty when it is scrolled away."""
    from PySide6.QtCore import QPoint, QRect

    area = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
    above: QWidget | None = widget
    while above is not None:
        area &= QRect(above.mapToGlobal(QPoint(0, 0)), above.size())
        above = None if above.isWindow() else above.parentWidget()
    return area


def described(widget: QWidget) -> dict[str, Any]:
    """What a widget is and says, and where it stands on the display."""
    from PySide6.QtWidgets import QApplication

    area = visible_area(widget)
    return {
        "kind": type(widget).__name__,
        "name": widget.accessibleName() or widget.objectName(),
        "text": text_of(widget),
        "tip": widget.toolTip(),
        "area": [area.x(), area.y(), area.width(), area.height()],
        "whole": area.height() == widget.height() and area.width() == widget.width(),
        "focus": widget is QApplication.focusWidget(),
        "enabled": widget.isEnabled(),
        "inside": names_around(widget),
    }


def names_around(widget: QWidget) -> list[str]:
    """The names of what a widget is part of, from the inside out."""
    above, found = widget.parentWidget(), []
    while above is not None:
        found.append(above.windowTitle() or above.accessibleName() or above.objectName())
        above = above.parentWidget()
    return [name for name in found if name]


def text_of(widget: QWidget) -> str:
    """The words that a widget shows, whatever it calls them."""
    for name in ("toPlainText", "currentText", "text", "windowTitle"):
        text = getattr(widget, name, None)
        if text is not None:
            return str(text() if callable(text) else text)
    return ""


def ends_of(name: str, words: str) -> list[list[int]] | None:
    """Where words begin and end on the display, scrolled to if need be; None where they do not stand."""
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QApplication, QTextEdit

    for widget in QApplication.allWidgets():
        if isinstance(widget, QTextEdit) and widget.accessibleName() == name and widget.isVisible():
            found = position_of(widget, words)
            if found is None:
                return None
            cursor = QTextCursor(widget.document())
            places = []
            for at in found:
                cursor.setPosition(at)
                places.append(widget.viewport().mapToGlobal(widget.cursorRect(cursor).center()))
            return [[each.x(), each.y()] for each in places]
    return None


def position_of(widget: QTextEdit, words: str) -> tuple[int, int] | None:
    """Where words begin and end in a document, in the units of Qt."""
    text = widget.document().toPlainText()
    start = text.find(words)
    if start < 0:
        return None
    return tuple(len(text[:at].encode("utf-16-le")) // 2 for at in (start, start + len(words)))  # type: ignore[return-value]


def main() -> None:
    """Become the program."""
    questions, answers = int(sys.argv[1]), int(sys.argv[2])
    script = Path(sys.executable).with_name("dissoi")
    sys.argv[:] = [str(script), *sys.argv[3:]]
    sys.path.pop(0)
    faulthandler.enable()
    sys.addaudithook(watch_network)
    open_eyes(questions, answers)
    runpy.run_path(str(script), run_name="__main__")


if __name__ == "__main__":
    main()
