# SPDX-License-Identifier: MIT
"""A card on its way to another place: taken by its number or its edge, dropped between other cards."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from dissoi.dossier.records import RecordId

ARGUMENT_TYPE = "application/x-dissoi-argument"
_WIDEST, _HIGHEST = 320, 160
"""Pixels of the picture of a card that follows the pointer."""
_LONGEST = 100


def argument_mime(argument: RecordId, claim: str) -> QMimeData:
    """What is dragged: the argument, and its claim as text for other programs."""
    mime = QMimeData()
    mime.setText(claim)
    mime.setData(ARGUMENT_TYPE, argument.encode())
    return mime


def dragged_argument(mime: QMimeData) -> RecordId | None:
    """The argument that dragged data names; None when it names none. Whether it exists is for the caller."""
    if not mime.hasFormat(ARGUMENT_TYPE):
        return None
    named = bytes(mime.data(ARGUMENT_TYPE).data())
    try:
        return RecordId(named.decode()) if 0 < len(named) <= _LONGEST else None
    except UnicodeDecodeError:
        return None


def is_dragged(start: QPoint, now: QPoint) -> bool:
    """Whether the pointer has moved far enough since the button went down."""
    return (now - start).manhattanLength() >= QApplication.startDragDistance()


def drag_card(card: QWidget, argument: RecordId, claim: str) -> None:
    """Let the user carry a card until it is dropped or called off."""
    drag = QDrag(card)
    drag.setMimeData(argument_mime(argument, claim))
    drag.setPixmap(_picture(card))
    drag.setHotSpot(QPoint(12, 12))
    drag.exec(Qt.DropAction.MoveAction)


def _picture(card: QWidget) -> QPixmap:
    whole = card.grab()
    ratio = whole.devicePixelRatio()
    wide, high = min(card.width(), _WIDEST), min(card.height(), _HIGHEST)
    return whole.copy(0, 0, round(wide * ratio), round(high * ratio))
