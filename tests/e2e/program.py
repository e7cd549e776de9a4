# SPDX-License-Identifier: MIT
"""The program as its user has it: started, looked at, worked with by key and mouse, and ended."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from select import select
from typing import Any, TypeVar

from tests.e2e.hands import Hands, Point

EYES = Path(__file__).with_name("eyes.py")
PATIENCE = 15.0
"""Seconds after which something that should come is taken to be missing."""
GLANCE = 0.02
"""Seconds between two looks at the window."""

T = TypeVar("T")


class NotSeenError(AssertionError):
    """What was waited for did not come."""


def wait_until(look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """What `look` returns once that is true. Raises a `NotSeenError` that says `what` was waited for."""
    end = time.monotonic() + patience
    while not (found := look()):
        if time.monotonic() > end:
            raise NotSeenError(f"There was no {what} within {patience:g} s.")
        time.sleep(GLANCE)
    return found


@dataclass(frozen=True)
class Seen:
    """A widget that can be seen; `area` is what is visible of it: x, y, width and height on the display."""

    kind: str
    name: str
    text: str
    tip: str
    area: tuple[int, int, int, int]
    whole: bool
    focus: bool
    enabled: bool
    inside: tuple[str, ...]

    @property
    def middle(self) -> Point:
        """The middle of what is visible."""
        x, y, width, height = self.area
        return Point(x + width // 2, y + height // 2)

    @property
    def corner(self) -> Point:
        """A place just inside of the upper left corner."""
        return Point(self.area[0] + 3, self.area[1] + 3)

    def holds(self, place: Point, margin: int = 0) -> bool:
        """Whether a place lies within, and so far from the upper and the lower edge."""
        x, y, width, height = self.area
        return x <= place.x < x + width and y + margin <= place.y < y + height - margin


class Program:
    """The running program. What it writes on stderr goes to the file `errors`; `by` is what starts it."""

    def __init__(
        self, hands: Hands, errors: Path, *arguments: str | Path, by: Sequence[str | Path] = ()
    ) -> None:
        self.hands = hands
        self._errors = errors
        asked, self._questions = os.pipe()
        self._answers, answered = os.pipe()
        command = [*by, sys.executable, EYES, str(asked), str(answered), *arguments]
        there = os.environ | {"DISPLAY": hands.display}
        with errors.open("wb") as stderr:
            self.process = subprocess.Popen(command, pass_fds=(asked, answered), stderr=stderr, env=there)
        os.close(asked)
        os.close(answered)
        self._lines = os.fdopen(self._answers, encoding="utf-8")

    @property
    def errors(self) -> str:
        """What the program has written on stderr, where nothing should stand while all goes well."""
        return self._errors.read_text(encoding="utf-8")

    def end(self) -> int:
        """The exit status, once the program has ended by itself."""
        status = self.process.wait(PATIENCE)
        self.clear_away()
        return status

    def clear_away(self) -> None:
        """End the program, if it still runs, and let go of the pipes. A second call does nothing."""
        if not self._lines.closed:
            self.process.kill()
            self.process.wait()
            self._lines.close()
            os.close(self._questions)

    def _ask(self, **question: str) -> Any:
        try:
            os.write(self._questions, (json.dumps(question) + "\n").encode())
        except BrokenPipeError:
            line = ""
        else:
            line = self._answer()
        if not line:
            status = self.process.wait(PATIENCE)
            raise NotSeenError(f"The program ended with status {status}: {self.errors}")
        return json.loads(line)

    def _answer(self) -> str:
        ready, _, _ = select([self._lines], [], [], PATIENCE)
        if not ready:
            # A window that hangs is made to say where.
            self.process.send_signal(signal.SIGABRT)
        return self._lines.readline()

    def look(self) -> list[Seen]:
        """Every widget that can be seen now."""
        found = self._ask(about="widgets")
        return [
            Seen(**{**each, "area": tuple(each["area"]), "inside": tuple(each["inside"])}) for each in found
        ]

    def all(self, **traits: object) -> list[Seen]:
        """The widgets that can be seen and have these traits, from the top of the display down.

        A trait is an attribute of `Seen`; `inside` asks for one name that is among those around.
        """
        found = [each for each in self.look() if _fits(each, traits)]
        return sorted(found, key=lambda each: (each.area[1], each.area[0]))

    def see(self, **traits: object) -> Seen:
        """The first widget with these traits, waited for."""
        return wait_until(lambda: self.all(**traits), f"widget with {traits}")[0]

    def see_ready(self) -> None:
        """Wait until the window has the keyboard."""
        self.see(focus=True)

    def see_gone(self, **traits: object) -> None:
        """Wait until there is no widget with these traits."""
        wait_until(lambda: not self.all(**traits), f"end of the widget with {traits}")

    def see_closed(self, **traits: object) -> None:
        """Wait until a dialog is closed, and the window that it stood before has the keyboard again."""
        self.see_gone(**traits)
        self.see_ready()

    def see_focus(self, **traits: object) -> Seen:
        """The widget with these traits, once it has the keyboard."""
        return self.see(focus=True, **traits)

    def see_saved(self) -> None:
        """Wait until the window says that everything is saved."""
        self.see(text="All changes saved")

    def click(self, times: int = 1, **traits: object) -> Seen:
        """Click on the middle of a widget once it stands still."""
        widget = self.see_still(**traits)
        self.hands.click(widget.middle, times)
        return widget

    def see_still(self, **traits: object) -> Seen:
        """The widget with these traits, once it stands where it stood at the glance before."""
        last = self.see(**traits)
        while (now := self.see(**traits)).area != last.area:
            last = now
        return now

    def fill(self, typed: str, **traits: object) -> None:
        """Type into the field that has the keyboard, once it is the right one."""
        self.see_focus(**traits)
        self.hands.type(typed)
        self.see_focus(**{**traits, "text": typed})

    def places(self, words: str, name: str = "Article") -> tuple[Point, Point]:
        """Where words begin and end on the display, scrolled into view with the wheel if need be."""

        def look() -> tuple[Point, Point] | None:
            ends = self._ask(about="words", name=name, words=words)
            if ends is None:
                return None
            start, end = (Point(*each) for each in ends)
            article = self.see(name=name)
            margin = article.area[3] // 6
            if article.holds(start, margin) and article.holds(end, margin):
                return start, end
            self.hands.turn(article.middle, 1 if end.y > article.middle.y else -1)
            return None

        found = wait_until(look, f"“{words}” in view")
        while (now := wait_until(look, f"“{words}” in view")) != found:
            found = now
        return found


def _fits(widget: Seen, traits: dict[str, object]) -> bool:
    for name, value in traits.items():
        found = getattr(widget, name)
        if callable(value):
            if not value(found):
                return False
        elif name == "inside":
            if value not in found:
                return False
        elif found != value:
            return False
    return True
