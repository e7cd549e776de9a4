# SPDX-License-Identifier: MIT
"""Words from files shown where Qt would guess whether they are markup: in boxes, labels and tool tips."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_words(text: str) -> str:
    """`text` so that Qt shows it to the letter: markup in it must neither show nor open anything."""
    if not Qt.mightBeRichText(text):
        return text
    from html import escape

    return escape(text, quote=False).replace("\n", "<br>")
