# SPDX-License-Identifier: MIT
"""How a side looks and is said: a sign, a word, a shape and a colour, never the colour alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dissoi.dossier.records import Side
from dissoi.dossier.sides import shortened_number
from dissoi.gui.theme import Colours

STRIPE = 4.0
"""Width in pixels of the stripe at the left of a card."""
_MOST_PARTS = 5


def sign(side: Side) -> str:
    """The sign of a side."""
    return side.sign


def short_number(number: str) -> str:
    """The number of an answer for where room is scarce."""
    return shortened_number(number, _MOST_PARTS, QCoreApplication.translate("marks", "level"))


def word(side: Side) -> str:
    """The word for a side."""
    return "PRO" if side is Side.PRO else "CON"


def colour(side: Side, colours: Colours) -> str:
    """The colour of a side."""
    return colours.pro if side is Side.PRO else colours.con


def spoken(side: Side) -> str:
    """What a screen reader says of a side."""
    text = "for" if side is Side.PRO else "against"
    return QCoreApplication.translate("marks", text)


def spoken_relation(relation: Side) -> str:
    """What a screen reader says of an answer that is for or against what it answers."""
    text = "supports" if relation is Side.PRO else "answers"
    return QCoreApplication.translate("marks", text)


def paint_answer_stripe(painter: QPainter, area: QRectF, side: Side, colours: Colours) -> None:
    """The left edge of an answer: a line, broken for con."""
    pen = Qt.PenStyle.SolidLine if side is Side.PRO else Qt.PenStyle.DashLine
    painter.setPen(QPen(QColor(colour(side, colours)), 2.0, pen))
    painter.drawLine(QPointF(area.left() + 2, area.top() + 4), QPointF(area.left() + 2, area.bottom() - 4))


def paint_stripe(painter: QPainter, area: QRectF, side: Side, colours: Colours) -> None:
    """The left edge of a card: one broad line for pro, two thin ones for con."""
    tint = QColor(colour(side, colours))
    if side is Side.PRO:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRect(QRectF(area.left(), area.top(), STRIPE, area.height()))
        return
    painter.setPen(QPen(tint, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for x in (area.left() + 0.8, area.left() + STRIPE - 0.2):
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
