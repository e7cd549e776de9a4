# SPDX-License-Identifier: MIT
"""The least that a window manager does: windows get what they ask for, and the newest gets the keyboard."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from select import select
from threading import Thread
from typing import TYPE_CHECKING

from Xlib import X
from Xlib.display import Display

if TYPE_CHECKING:
    from Xlib.error import XError
    from Xlib.protocol.rq import Event
    from Xlib.xobject.drawable import Window

GLANCE = 0.05
"""Seconds after which events are looked for that came along with an answer, and so wake nobody up."""
_GEOMETRY = (
    (X.CWX, "x"),
    (X.CWY, "y"),
    (X.CWWidth, "width"),
    (X.CWHeight, "height"),
    (X.CWStackMode, "stack_mode"),
)


@contextmanager
def managed(display: str) -> Iterator[None]:
    """While this lasts, a display has a window manager. Without one no window would have the keyboard."""
    end, ended = os.pipe()
    manager = WindowManager(display)
    thread = Thread(target=manager.serve_until, args=(end,), name="window manager")
    thread.start()
    try:
        yield
    finally:
        os.close(ended)
        thread.join()
        os.close(end)
        manager.close()


class WindowManager:
    """Serves a display."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._display.set_error_handler(_ignore)
        self._shown: list[Window] = []
        root = self._display.screen().root
        root.change_attributes(event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.sync()

    def close(self) -> None:
        """Let go of the display."""
        self._display.close()

    def serve_until(self, end: int) -> None:
        """Serve until something can be read from the file descriptor `end`, were it only its end."""
        while end not in select([self._display.fileno(), end], [], [], GLANCE)[0]:
            while self._display.pending_events():
                self._serve(self._display.next_event())
            self._display.flush()

    def _serve(self, event: Event) -> None:
        if event.type == X.MapRequest:
            event.window.map()
            self._shown.append(event.window)
            self._give_keyboard()
        elif event.type == X.ConfigureRequest:
            wanted = {name: getattr(event, name) for bit, name in _GEOMETRY if event.value_mask & bit}
            event.window.configure(**wanted)
        elif event.type in {X.UnmapNotify, X.DestroyNotify} and event.window in self._shown:
            self._shown.remove(event.window)
            self._give_keyboard()

    def _give_keyboard(self) -> None:
        if self._shown:
            self._shown[-1].set_input_focus(X.RevertToPointerRoot, X.CurrentTime)


def _ignore(_error: XError, _request: object) -> None:
    """A window may be gone before it is served; that is no news."""
