# SPDX-License-Identifier: MIT
"""The selected words of an article, on their way to a card by drag and drop or the clipboard."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QMimeData

from dissoi.dossier.prose import LINE_BREAK
from dissoi.dossier.records import Article, RecordId

PASSAGE_TYPE = "application/x-dissoi-passage"
Dropped = tuple[RecordId, int, int, str]
"""An article, a range of it in code points, and the words there."""
_FARTHEST = 2**31 - 1
"""The largest number that a signal of Qt carries."""


def copied_text(article: Article, start: int, end: int) -> str:
    """The words from `start` to `end` (code points) as plain text, line breaks as newlines."""
    return article.text[start:end].replace(LINE_BREAK, "\n")


def passage_mime(article: Article, start: int, end: int) -> QMimeData:
    """What is dragged or copied: plain text, and the place of the words (code points of the article)."""
    mime = QMimeData()
    words = copied_text(article, start, end)
    mime.setText(words)
    place = {"article": article.id, "start": start, "end": end, "words": words}
    mime.setData(PASSAGE_TYPE, json.dumps(place).encode())
    return mime


def dragged_range(mime: QMimeData) -> Dropped | None:
    """The article and the range (code points) that dragged data names, and its words; None if it names none.

    The words tell whether they are those of that range also in the dossier that they are dropped into.

    Other programs may offer anything under any name, so that nothing about the data is taken for granted;
    whether the article exists and holds the range is for the caller to see.
    """
    if not mime.hasFormat(PASSAGE_TYPE):
        return None
    try:
        place = json.loads(bytes(mime.data(PASSAGE_TYPE).data()))
    except (ValueError, RecursionError):
        return None
    return _range_in(place)


def _range_in(place: Any) -> Dropped | None:
    if not isinstance(place, dict):
        return None
    article, start, end, words = (place.get(key) for key in ("article", "start", "end", "words"))
    if not (isinstance(article, str) and isinstance(words, str)):
        return None
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= _FARTHEST:
        return None
    return RecordId(article), start, end, words
