# SPDX-License-Identifier: MIT
"""Words that all forms of the brief besides PDF share."""

from __future__ import annotations

from dissoi.briefing.content import Point
from dissoi.briefing.speeches import NO_CLAIM
from dissoi.dossier.records import Side

SIDES = {Side.PRO: "Pro", Side.CON: "Con"}
NO_ANSWER = "No answer yet."


def said_by(point: Point) -> str:
    """An argument with its number and whose it is: "− CON −1 The east side depends on it"."""
    return f"{point.side.sign} {point.side.upper()} {point.number} {point.claim or NO_CLAIM}"


def also_told(support: Point) -> str:
    """What supports an argument, with its number: "Also +1.2 The other cable is as old"."""
    return f"Also {support.number} {support.claim}".rstrip()
