# SPDX-License-Identifier: MIT
"""Words from files are never markup in the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from dissoi.gui.plain_words import plain_words


@pytest.mark.parametrize(
    "text",
    [
        "A plain title, 3 < 4 & so on",
        "<img src='file:///etc/passwd'>",
        "Two lines\n<b>bold</b>",
        '<a href="https://a.org">here</a> & <table>',
    ],
)
def test_text_shows_to_the_letter_and_opens_nothing(text: str, qtbot: QtBot) -> None:
    shown = plain_words(text)
    document = QTextDocument()
    if shown == text:
        document.setPlainText(shown)
    else:
        document.setHtml(shown)
    assert document.toPlainText() == text
    assert "<img" not in shown
