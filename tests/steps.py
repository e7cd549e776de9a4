# SPDX-License-Identifier: MIT
"""How much work something is, counted, whatever else the machine does meanwhile."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

MANY = 50_000_000
"""So many steps are no answer: they take the program about five seconds."""
_LOST = 30
"""Seconds of the processor after which a single step, such as a regular expression's, will not end soon."""


class TooMuchWorkError(AssertionError):
    """The work was given up."""


def steps(work: Callable[[], object], most: int = MANY) -> int:
    """How many lines of the program are run for `work`, which is given up after `most`.

    A step may be long where it is not written in Python: one that does not end is given up as well.
    """
    taken, before = 0, sys.gettrace()

    def step(_frame: FrameType, event: str, _value: object) -> Callable[..., Any]:
        nonlocal taken
        taken += event == "line"
        if taken > most:
            raise TooMuchWorkError(f"more than {most:,} steps")
        return step

    with _given_up_when_lost():
        sys.settrace(step)
        try:
            work()
        finally:
            sys.settrace(before)
    if taken > most:
        # what was raised may have been taken for a fault of the text
        raise TooMuchWorkError(f"more than {most:,} steps")
    return taken


@contextmanager
def _given_up_when_lost() -> Iterator[None]:
    if not hasattr(signal, "setitimer"):  # on Windows
        yield
        return
    lost = False

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        nonlocal lost
        lost = True
        raise TooMuchWorkError("a step without end")

    usual = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, _LOST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, usual)
    if lost:
        raise TooMuchWorkError("a step without end")
