# SPDX-License-Identifier: MIT
"""Sets the speaking order of a debate: a line a speech, whose it is on the left, its minutes on the right.

What is planned for a speech stands below its line, each argument with the time that it takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dissoi.briefing.content import Brief, Said, Talk, Team
from dissoi.briefing.desk import STEP, Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.lines import Run
from dissoi.briefing.marks import TextMark
from dissoi.briefing.rows import FLUSH, Galley, Row
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import CELL, SMALL, Style
from dissoi.dossier.debate import DebateFormat, Floor, Speech, in_minutes, over_or_left
from dissoi.dossier.records import Side

FLOORS: Final[Mapping[Floor, str]] = MappingProxyType(
    {Floor.PRO: "+ pro", Floor.CON: "− con", Floor.BOTH: "± both"}
)
"""Whose a speech is, by sign and word."""

_SIDE = 52.0
_TIME = 40.0
"""Points of the columns for the side, at the left, and for the minutes, at the right."""
_SPEECH: Final = CELL._replace(after=2.5)
_PLANNED: Final = SMALL._replace(after=1.5)
_TOGETHER = 3
"""Lines of the order that stay with what is told below it."""
NOT_IN_FORMAT: Final = "Planned for speeches that this format does not have"
NO_CLAIM: Final = "No claim yet"
_FOREIGN: Final = "the other side’s"


def told_of(brief: Brief) -> Iterator[str]:
    """What else is to be said of the order: who argues for what, and how long, preparation, notes, pace."""
    if brief.teams:
        yield " ".join(map(_team, brief.teams))
    if brief.debate is not None:
        yield from _format(brief.debate)
    if pace := pace_told(brief):
        yield pace


def _team(team: Team) -> str:
    """What a team argues for, in a sentence."""
    argued = [
        f"{word} {positions_numbered(numbers)}"
        for word, numbers in (("for", team.backs), ("against", team.attacks))
        if numbers
    ]
    return f"{team.side.capitalize()} argues {', '.join(argued)}."


def positions_numbered(numbers: Sequence[str]) -> str:
    """Positions by their numbers, in words; there is at least one."""
    *before, last = numbers
    return f"positions {', '.join(before)} and {last}" if before else f"position {last}"


def _format(debate: DebateFormat) -> Iterator[str]:
    times = (f"{side.value} {in_minutes(debate.minutes_of(side))}" for side in Side)
    yield f"Speaking time: {', '.join(times)}."
    if debate.preparation:
        yield f"Preparation: {debate.preparation.rstrip('.')}."
    if debate.notes:
        yield debate.notes


def pace_told(brief: Brief) -> str:
    """How the times of arguments were found; "" where no speech says any."""
    planned = any(talk.said for talk in brief.talks)
    return (
        f"Times of arguments are estimated from their words, at {brief.pace} words a minute."
        if planned
        else ""
    )


def time_told(talk: Talk) -> str:
    """The time that a talk takes, as "3:20 of 4:00, 0:40 left"; "" where it says nothing."""
    if not talk.said:
        return ""
    used = in_minutes(talk.seconds / 60)
    if talk.speech is None:
        return used
    minutes = talk.speech.minutes
    return f"{used} of {in_minutes(minutes)}, {over_or_left(talk.seconds, minutes)}"


def strays_of(talks: Sequence[Talk]) -> tuple[Talk, ...]:
    """The talks for which the format has no speech."""
    return tuple(talk for talk in talks if talk.speech is None)


def speech_rows(desk: Desk, brief: Brief) -> list[Row]:
    """The name of the format, its speeches in order with what they say, and what else is to be said of it."""
    galley = desk.galley(desk.format.measure - _TIME)
    if brief.debate is not None:
        name = _SPEECH._replace(cut=Cut.BOLD, keep=True)
        galley.text([desk.run(brief.debate.name, name)], name)
    with galley.within(Role.TABLE):
        for talk in brief.talks:
            if talk.speech is not None:
                _set(desk, galley, talk.speech, talk)
    _set_strays(desk, galley, strays_of(brief.talks))
    galley.space(4)
    set_told(desk, galley, brief, SMALL)
    return galley.rows


def set_told(desk: Desk, galley: Galley, brief: Brief, style: Style) -> None:
    """What else is to be said of the order, in one paragraph that has no page to itself."""
    told = " ".join(f"{each}." if each[-1].isalnum() else each for each in told_of(brief))
    if not told:
        return
    start = max(0, len(galley.rows) - _TOGETHER)
    galley.text([desk.run(told, style)], style)
    galley.rows[start:-1] = [row._replace(keep=True) for row in galley.rows[start:-1]]


def _set(desk: Desk, galley: Galley, speech: Speech, talk: Talk) -> None:
    sans = _SPEECH._replace(family=Family.SANS)
    bold = sans._replace(cut=Cut.BOLD)
    side = desk.line(FLOORS[speech.side], bold, 0, _SIDE)
    time = desk.line_to_right(in_minutes(speech.minutes), sans, galley.width + _TIME, _TIME)
    runs = [desk.run(speech.name, _SPEECH)]
    if speech.speaker:
        runs.append(desk.run(f", {speech.speaker}", _SPEECH, italic=True))
    if talk.speaker:
        runs.append(desk.run(f": {talk.speaker}", _SPEECH, bold=True))
    with galley.within(Role.ROW) as row:
        side, head = side._replace(part=row.holds(Role.CELL)), row.holds(Role.HEAD_CELL, name="Row")
        with galley.within(Role.CELL) as told:
            time = time._replace(part=told.holds(Role.PARAGRAPH))
            keep = bool(talk.said or talk.note)
            galley.text(runs, _SPEECH, FLUSH.by(_SIDE), marks=(side,), behind=(time,), keep=keep, part=head)
            _set_said(desk, galley, talk)


def _set_strays(desk: Desk, galley: Galley, talks: Sequence[Talk]) -> None:
    if not talks:
        return
    head = _PLANNED._replace(keep=True, before=5)
    galley.text([desk.run(f"{NOT_IN_FORMAT}:", head, italic=True)], head)
    for talk in talks:
        runs = [desk.run(talk.name, head)]
        if talk.speaker:
            runs.append(desk.run(f": {talk.speaker}", head, bold=True))
        galley.text(runs, head._replace(before=0), FLUSH.by(_SIDE), keep=bool(talk.said or talk.note))
        _set_said(desk, galley, talk)


def _set_said(desk: Desk, galley: Galley, talk: Talk) -> None:
    """What a speech says: its arguments each with its time, the time of all, and the note."""
    inset = FLUSH.by(_SIDE + STEP)
    listed = Part(Role.LIST, galley.part)
    for place, said in enumerate(talk.said, 1):
        time = _time(desk, galley, in_minutes(said.seconds / 60))
        body = listed.holds(Role.ITEM).holds(Role.BODY)
        # A long speech may go on over the page, but the time of all of it does not stand alone.
        is_last = place == len(talk.said)
        time = time._replace(part=body)
        galley.text(_claim(desk, said), _PLANNED, inset, behind=(time,), keep=is_last, part=body)
    if talk.said:
        galley.text([desk.run(time_told(talk), _PLANNED, italic=True)], _PLANNED, inset, keep=bool(talk.note))
    if talk.note:
        galley.text([desk.run(talk.note, _PLANNED)], _PLANNED, inset)
    if talk.said or talk.note:
        galley.space(6)


def _claim(desk: Desk, said: Said) -> list[Run]:
    number = desk.run(f"{said.reference}  ", _PLANNED, bold=True)
    claim = desk.run(said.claim or NO_CLAIM, _PLANNED, italic=not said.claim)
    # With a space before its time, for those who hear both.
    return [number, claim, desk.run(f"{foreign_told(said)} ", _PLANNED, italic=True)]


def foreign_told(said: Said) -> str:
    """What is told behind the words of the other side."""
    return f" ({_FOREIGN})" if said.foreign else ""


def _time(desk: Desk, galley: Galley, time: str) -> TextMark:
    return desk.line_to_right(time, _PLANNED, galley.width + _TIME, _TIME)
