# SPDX-License-Identifier: MIT
"""Who made a brief and when, as its first page tells it: however long a name is, the date stays."""

from __future__ import annotations

from dissoi.briefing.content import Brief
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut
from dissoi.briefing.marks import Mark
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import KICKER, Style
from dissoi.dossier.citation import long_date
from dissoi.dossier.prose import clean

_BESIDE = KICKER._replace(cut=Cut.REGULAR, track=0)
"""What stands at the right of the line above the question."""


def name_of(typed: str) -> str:
    """A name as it was typed, on one line, without what is no text."""
    return " ".join(clean(typed).split())


def made_told(brief: Brief) -> str:
    """Name and date in words, as far as they are known."""
    return _told(brief.made_by, brief)


def made_within(desk: Desk, brief: Brief, style: Style, room: float) -> str:
    """Name and date in words; the name ends in an ellipsis where both are wider than `room`, in points."""

    def is_too_wide(name: str) -> bool:
        # No more than twice the room is set: of a longer line nobody need know how long it is.
        return desk.setter.line([desk.run(_told(name, brief), style)], 2 * room).width > room

    if not brief.made_by or not is_too_wide(brief.made_by):
        return made_told(brief)
    least, most = 0, len(brief.made_by)
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (least, middle) if is_too_wide(_cut(brief.made_by, middle)) else (middle, most)
    return _told(_cut(brief.made_by, least), brief)


def made_marks(desk: Desk, brief: Brief, share: float) -> tuple[Mark, ...]:
    """Name and date at the right of the line above the question, in that share of it."""
    width = desk.format.width
    told = made_within(desk, brief, _BESIDE, width * share)
    if not told:
        return ()
    return (desk.line_to_right(told, _BESIDE, width, width * share)._replace(part=Part(Role.PARAGRAPH)),)


def _cut(name: str, length: int) -> str:
    return f"{name[:length].rstrip()}…"


def _told(name: str, brief: Brief) -> str:
    return ", ".join(filter(None, [name, long_date(brief.made_on)]))
