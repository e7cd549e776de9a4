# SPDX-License-Identifier: MIT
"""What can be done with selected words: the ways to quote and label them, for keys, bar and menu alike."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt

from dissoi.gui.article.labels import LABELLINGS, labelling_for


class Quoting(NamedTuple):
    """One way to use selected words. `kind` names it to the window; `short` and `full` say it in English."""

    kind: str
    key: Qt.Key
    letter: str
    sign: str
    short: str
    full: str

    @property
    def label(self) -> str:
        """The word on its button."""
        return _tr(self.short) if self.short else ""

    @property
    def name(self) -> str:
        """What it does, in full."""
        return _tr(self.full)


def _tr(text: str) -> str:
    return QCoreApplication.translate("quoting", text)


LABEL = "label"
NOTE = "note"
DEFINE = "define"
CHANGE = "change"
"""Ties the passage there to the words."""

QUOTINGS = (
    Quoting("pro", Qt.Key.Key_P, "P", "+", "Pro", "Quote for a pro argument"),
    Quoting("con", Qt.Key.Key_C, "C", "−", "Con", "Quote for a con argument"),
    Quoting("evidence", Qt.Key.Key_E, "E", "❝", "Evidence", "Add as evidence to the argument being edited"),
    Quoting("highlight", Qt.Key.Key_H, "H", "▒", "Highlight", "Highlight"),
    Quoting(LABEL, Qt.Key.Key_L, "L", "◇", "", "Label as claim, evidence, definition and so on"),
)
"""In the order in which they are shown."""

_KEYS_ALONE = (
    Quoting(NOTE, Qt.Key.Key_N, "N", "✎", "Note", "Write a note"),
    *(
        Quoting(each.kind, Qt.Key(ord(each.digit)), each.digit, each.sign, each.name, each.name)
        for each in LABELLINGS
    ),
)
"""What the bar has no room for."""


def for_passages_too(kind: str) -> bool:
    """Whether something may be done with the passage at the caret when no words are selected."""
    return kind in {LABEL, NOTE, DEFINE} or labelling_for(kind) is not None


def quoting_of(key: int) -> Quoting | None:
    """The way of quoting that a key stands for."""
    return next((each for each in (*QUOTINGS, *_KEYS_ALONE) if each.key == key), None)
