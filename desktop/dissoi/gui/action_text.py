# SPDX-License-Identifier: MIT
"""The texts of menus and actions, as they are shown and as they are named elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("actions", text)


def plain(text: str) -> str:
    """A menu text without the sign for its key, without its dots, and without a key that it shows."""
    return text.partition("\t")[0].replace("&", "").rstrip("…")
