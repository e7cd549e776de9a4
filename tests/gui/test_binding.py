# SPDX-License-Identifier: MIT
"""How the binding of Qt is loaded."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import builtins
before = builtins.__import__
import dissoi.gui.app
assert builtins.__import__ is before, builtins.__import__
import linecache
assert not any("dissoi" in name for name in linecache.cache), sorted(linecache.cache)
"""


def test_no_source_is_read_when_the_window_is_loaded() -> None:
    """What the binding puts in the place of Python's import would read the source of every module."""
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
