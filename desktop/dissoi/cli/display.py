# SPDX-License-Identifier: MIT
"""Whether a window can open at all. Qt is not asked, because it aborts the program where it cannot."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

_ADVICE = "The commands work without one: see dissoi --help."


def why_no_window(environment: Mapping[str, str]) -> str:
    """A sentence that says why no window can open here, or ""."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if not sys.platform.startswith("linux") or chosen not in {"", "xcb"}:
        return ""
    if environment.get("WAYLAND_DISPLAY") and not chosen:
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return f"There is no display to open a window on. {_ADVICE}"
    return _missing_library() or _silent(display)


def _missing_library() -> str:
    """Loads what Qt would load to reach the display: the loader says which library it lacks."""
    spec = find_spec("PySide6")
    plugin = spec and spec.origin and Path(spec.origin).parent / "Qt/plugins/platforms/libqxcb.so"
    if not plugin or not plugin.is_file():
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        library = str(error).partition(":")[0]
        return f"No window can open, because the system lacks the library {library}. {_ADVICE}"
    return ""


def _silent(display: str) -> str:
    """Asks the display for a connection, and says so when it gives none."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return ""
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return f"The display “{display}” cannot be reached, so no window can open. {_ADVICE}" if failed else ""
