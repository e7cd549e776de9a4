# SPDX-License-Identifier: MIT
"""What is written in a field, to the letter: Qt's own plain text makes blanks of no-break spaces."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


def letters_in(document: QTextDocument) -> str:
    """The text of a document with a newline at each line's end, and all else as it is."""
    return document.toRawText().translate(_LINE_ENDS)
