# SPDX-License-Identifier: MIT
"""Words for where a detail of an article was found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("details", text)


def origin_words(origin: str) -> str:
    """Words for where something was found; `origin` is the value of an `Origin`."""
    words = {
        "JSON-LD": tr("from JSON-LD"),
        "meta tag": tr("from a meta tag"),
        "byline": tr("from the byline"),
        "heading": tr("from the heading"),
        "front matter": tr("from the front matter"),
        "file properties": tr("from the file’s properties"),
        "making of the file": tr("when the file was made"),
        "address": tr("from the address"),
        "text": tr("from the text"),
        "file name": tr("from the file’s name"),
        "today": tr("today’s date"),
    }
    return words.get(origin, origin)
