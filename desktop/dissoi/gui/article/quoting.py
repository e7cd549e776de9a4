# SPDX-License-Identifier: MIT
"""What can be done with selected words: the four ways to quote them, for keys, bar and menu alike."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt


@dataclass(frozen=True)
class Quoting:
    """One way to use selected words. `kind` names it to the window; `name` says it in full."""

    kind: str
    key: Qt.Key
    letter: str
    sign: str
    label: str
    name: str


QUOTINGS = (
    Quoting("pro", Qt.Key.Key_P, "P", "+", "Pro", "Quote for a pro argument"),
    Quoting("con", Qt.Key.Key_C, "C", "−", "Con", "Quote for a con argument"),
    Quoting("evidence", Qt.Key.Key_E, "E", "❝", "Evidence", "Add as evidence to the argument being edited"),
    Quoting("highlight", Qt.Key.Key_H, "H", "▒", "Highlight", "Highlight"),
)
"""In the order in which they are shown."""

HINT = "Select words in the article first, then press P, C, E or H."


def quoting_of(key: int) -> Quoting | None:
    """The way of quoting that a key stands for."""
    return next((each for each in QUOTINGS if each.key == key), None)
