# SPDX-License-Identifier: MIT
"""The Qt binding itself: see docs/decisions/0002-not-pyside6-6.12.0.md."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot


def test_calls_into_qt_keep_the_references_to_none(qtbot: QtBot) -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(1000):
        font.setBold(True)
    assert abs(sys.getrefcount(None) - before) < 500
