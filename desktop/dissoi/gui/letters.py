# SPDX-License-Identifier: MIT
"""What is typed and written, to the letter: Qt's own plain text makes blanks of no-break spaces."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextDocument

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


def letters_in(document: QTextDocument) -> str:
    """The text of a document with a newline at each line's end, and all else as it is."""
    return document.toRawText().translate(_LINE_ENDS)


def is_letter(event: QKeyEvent) -> bool:
    """Whether a key types something other than white space."""
    commanding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    commanding |= Qt.KeyboardModifier.AltModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & commanding
