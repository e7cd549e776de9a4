# SPDX-License-Identifier: MIT
"""Cards and evidence on their way to another place: taken by an edge, dropped between or on other cards."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from dissoi.dossier.records import RecordId
from dissoi.gui.article.dragging import dragged_range
from dissoi.gui.editor.intents import Intents

ARGUMENT_TYPE = "application/x-dissoi-argument"
EVIDENCE_TYPE = "application/x-dissoi-evidence"
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
    return _named(mime, ARGUMENT_TYPE)


def evidence_mime(evidence: RecordId, quotation: str) -> QMimeData:
    """What is dragged: the evidence, and its quotation as text for other programs."""
    mime = QMimeData()
    mime.setText(quotation)
    mime.setData(EVIDENCE_TYPE, evidence.encode())
    return mime


def dragged_evidence(mime: QMimeData) -> RecordId | None:
    """The evidence that dragged data names; None when it names none. Whether it exists is for the caller."""
    return _named(mime, EVIDENCE_TYPE)


def _named(mime: QMimeData, kind: str) -> RecordId | None:
    if not mime.hasFormat(kind):
        return None
    named = bytes(mime.data(kind).data())
    try:
        return RecordId(named.decode()) if 0 < len(named) <= _LONGEST else None
    except UnicodeDecodeError:
        return None


def is_dragged(start: QPoint, now: QPoint) -> bool:
    """Whether the pointer has moved far enough since the button went down."""
    return (now - start).manhattanLength() >= QApplication.startDragDistance()


def drag_card(card: QWidget, argument: RecordId, claim: str) -> None:
    """Let the user carry a card until it is dropped or called off."""
    _carry(card, argument_mime(argument, claim))


def drag_evidence(view: QWidget, evidence: RecordId, quotation: str) -> None:
    """Let the user carry evidence until it is dropped or called off."""
    _carry(view, evidence_mime(evidence, quotation))


def can_fall(mime: QMimeData) -> bool:
    """Whether dragged data can be dropped on a card: words of an article, or evidence."""
    return dragged_range(mime) is not None or dragged_evidence(mime) is not None


def drop_on_card(argument: RecordId, mime: QMimeData, intents: Intents) -> None:
    """Tell what was dropped on the card of an argument."""
    if (words := dragged_range(mime)) is not None:
        intents.dropped_on_argument.emit(argument, *words)
    elif (evidence := dragged_evidence(mime)) is not None:
        intents.evidence_dropped.emit(argument, evidence)


def _carry(card: QWidget, mime: QMimeData) -> None:
    drag = QDrag(card)
    drag.setMimeData(mime)
    drag.setPixmap(_picture(card))
    drag.setHotSpot(QPoint(12, 12))
    drag.exec(Qt.DropAction.MoveAction)


def _picture(card: QWidget) -> QPixmap:
    whole = card.grab()
    ratio = whole.devicePixelRatio()
    wide, high = min(card.width(), _WIDEST), min(card.height(), _HIGHEST)
    return whole.copy(0, 0, round(wide * ratio), round(high * ratio))
