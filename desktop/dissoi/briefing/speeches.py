# SPDX-License-Identifier: MIT
"""Sets the speaking order of a debate: a line a speech, whose it is on the left, its minutes on the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.rows import FLUSH, Galley, Row
from dissoi.briefing.styles import CELL, SMALL
from dissoi.dossier.debate import DebateFormat, Floor, Speech, in_minutes
from dissoi.dossier.records import Side

FLOORS: Final[Mapping[Floor, str]] = MappingProxyType(
    {Floor.PRO: "+ pro", Floor.CON: "− con", Floor.BOTH: "± both"}
)
"""Whose a speech is, by sign and word."""

_SIDE = 52.0
_TIME = 40.0
"""Points of the columns for the side, at the left, and for the minutes, at the right."""
_SPEECH: Final = replace(CELL, after=2.5)


def told_of(debate: DebateFormat) -> Iterator[str]:
    """What else is to be said of a format: how long each side speaks, preparation, and notes."""
    times = (f"{side.value} {in_minutes(debate.minutes_of(side))}" for side in Side)
    yield f"Speaking time: {', '.join(times)}."
    if debate.preparation:
        yield f"Preparation: {debate.preparation.rstrip('.')}."
    if debate.notes:
        yield debate.notes


def speech_rows(desk: Desk, debate: DebateFormat) -> list[Row]:
    """The name of the format, its speeches in order, and what else is to be said of it."""
    galley = desk.galley(desk.format.measure - _TIME)
    name = replace(_SPEECH, cut=Cut.BOLD, keep=True)
    galley.text([desk.run(debate.name, name)], name)
    for speech in debate.speeches:
        _set(desk, galley, speech)
    galley.space(4)
    for told in told_of(debate):
        galley.text([desk.run(told, SMALL)], SMALL)
    return galley.rows


def _set(desk: Desk, galley: Galley, speech: Speech) -> None:
    sans = replace(_SPEECH, family=Family.SANS)
    bold = replace(sans, cut=Cut.BOLD)
    side = desk.line(FLOORS[speech.side], bold, 0, _SIDE)
    time = desk.line_to_right(in_minutes(speech.minutes), sans, galley.width + _TIME, _TIME)
    runs = [desk.run(speech.name, _SPEECH)]
    if speech.speaker:
        runs.append(desk.run(f", {speech.speaker}", _SPEECH, italic=True))
    galley.text(runs, _SPEECH, FLUSH.by(_SIDE), marks=(side, time))
