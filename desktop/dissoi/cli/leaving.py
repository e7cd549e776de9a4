# SPDX-License-Identifier: MIT
"""How a command ends that the system asks to end: with nothing half done left behind."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import NoReturn

_ASKING = ("SIGTERM", "SIGHUP")
"""Sent by whoever ends a process, and when its terminal is closed; Windows has no second one."""
_BY_SIGNAL = 128
"""What shells add to the number of the signal that ended a process."""


@contextmanager
def tidily() -> Iterator[None]:
    """Meanwhile, signals that ask the process to end have it put away what it had begun first.

    One that is heard or passed over already, as `nohup` wants it, stays so.
    """
    numbers = (getattr(signal, name) for name in _ASKING if hasattr(signal, name))
    heard = [each for each in numbers if signal.getsignal(each) is signal.SIG_DFL]
    if current_thread() is not main_thread():
        heard = []  # no other may listen
    for each in heard:
        signal.signal(each, _leave)
    try:
        yield
    finally:
        for each in heard:
            signal.signal(each, signal.SIG_DFL)


def _leave(number: int, _frame: object) -> NoReturn:
    raise SystemExit(_BY_SIGNAL + number)
