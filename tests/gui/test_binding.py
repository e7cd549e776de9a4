# SPDX-License-Identifier: MIT
"""The Qt binding itself: see docs/decisions/0002-not-pyside6-6.12.0.md, and how it is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

LOADING = """
import builtins, linecache
before = builtins.__import__
import dissoi.gui.app
assert builtins.__import__ is before, builtins.__import__
assert not any("dissoi" in name for name in linecache.cache), sorted(linecache.cache)
"""


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from Python 3.12 on None is never freed, nor counted"
)
def test_calls_into_qt_keep_the_references_to_none(qtbot: QtBot) -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(1000):
        font.setBold(True)
    assert abs(sys.getrefcount(None) - before) < 500


def test_no_source_is_read_when_the_window_is_loaded() -> None:
    """What the binding puts in the place of Python's import would read the source of every module."""
    subprocess.run([sys.executable, "-c", LOADING], check=True)
