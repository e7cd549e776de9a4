# SPDX-License-Identifier: MIT
"""The selected words of an article, on their way to a card by drag and drop or the clipboard."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QMimeData

from dissoi.dossier.prose import LINE_BREAK
from dissoi.dossier.records import Article, RecordId

PASSAGE_TYPE = "application/x-dissoi-passage"


def copied_text(article: Article, start: int, end: int) -> str:
    """The words from `start` to `end` (code points) as plain text, line breaks as newlines."""
    return article.text[start:end].replace(LINE_BREAK, "\n")


def passage_mime(article: Article, start: int, end: int) -> QMimeData:
    """What is dragged or copied: plain text, and the place of the words (code points of the article)."""
    mime = QMimeData()
    mime.setText(copied_text(article, start, end))
    place = {"article": article.id, "start": start, "end": end}
    mime.setData(PASSAGE_TYPE, json.dumps(place).encode())
    return mime


def dragged_range(mime: QMimeData) -> tuple[RecordId, int, int] | None:
    """The article and the range (code points) that dragged data names; None when it names none.

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


def _range_in(place: Any) -> tuple[RecordId, int, int] | None:
    if not isinstance(place, dict):
        return None
    article, start, end = (place.get(key) for key in ("article", "start", "end"))
    if not isinstance(article, str) or type(start) is not int or type(end) is not int:
        return None
    return (RecordId(article), start, end) if 0 <= start < end else None
