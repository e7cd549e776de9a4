# SPDX-License-Identifier: MIT
"""A speech plan as text, and as values to be written as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dissoi.cli.debate import SIGNS
from dissoi.cli.speaking import printable
from dissoi.dossier.debate import DebateFormat, in_minutes, over_or_left
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, RecordId
from dissoi.dossier.sides import reference_of, side_of
from dissoi.dossier.speaking_time import speaking_time, time_used
from dissoi.dossier.speech_plan import Planned, SpeechName, foreign_in, planned_speeches, unassigned


def plan_text(dossier: Dossier, debate: DebateFormat | None) -> str:
    """The speeches in order, what each says below it, and what none says."""
    return "\n".join(_lines(dossier, debate)) + "\n"


def plan_data(dossier: Dossier, debate: DebateFormat | None) -> dict[str, Any]:
    """The same as values; times are in seconds, and a speech that the format lacks has none allowed."""
    planned = planned_speeches(dossier, debate)
    return {
        "format": debate.name if debate else "",
        "pace": dossier.question.pace,
        "speeches": [_speech_data(dossier, each) for each in planned],
        "unassigned": [_argument_data(dossier, each) for each in unassigned(dossier)],
    }


def _lines(dossier: Dossier, debate: DebateFormat | None) -> Iterator[str]:
    yield printable(debate.name) if debate else _lacking(dossier.question.format)
    planned = planned_speeches(dossier, debate)
    foreign = foreign_in(dossier, planned)
    for each in planned:
        if each.speech is not None:
            yield from ("", *speech_lines(dossier, each, foreign))
    strays = [each for each in planned if each.speech is None]
    if strays:
        yield from ("", "Planned for speeches that this format does not have:")
    for each in strays:
        yield from speech_lines(dossier, each, foreign)
    left = unassigned(dossier)
    if left:
        yield from ("", "Said in no speech:", *(_argument(dossier, each) for each in left))
    yield from ("", f"Times are estimated at {dossier.question.pace} words a minute.")


def _lacking(key: str) -> str:
    named = f"The debate format “{printable(key)}” is not on this computer."
    return named if key else "No debate format is chosen."


def speech_lines(
    dossier: Dossier, planned: Planned, foreign: frozenset[tuple[SpeechName, RecordId]]
) -> Iterator[str]:
    """A speech with its times, then, set in, what it says and what to remember.

    `foreign` is what `foreign_in` finds in the plan.
    """
    speech, used = planned.speech, time_used(dossier, planned)
    sign = SIGNS[speech.side] if speech else "?"
    who = planned.speaker.strip() or (speech.speaker if speech else "")
    named = f"{planned.name.name}, {who}" if who else planned.name.name
    time = in_minutes(used / 60)
    if speech is not None:
        of = f" of {in_minutes(speech.minutes)}, {over_or_left(used, speech.minutes)}"
        time = time + of if planned.arguments else in_minutes(speech.minutes)
    yield f"{sign} {printable(named)}: {time}"
    for each in planned.arguments:
        told = " (the other side’s)" if (planned.name, each.id) in foreign else ""
        yield f"{_argument(dossier, each)}{told}"
    if planned.note.strip():
        yield f"    {printable(planned.note)}"


def _argument(dossier: Dossier, argument: Argument) -> str:
    time = in_minutes(speaking_time(dossier, argument.id) / 60)
    claim = printable(argument.claim) or "No claim yet"
    return f"    {time}  {reference_of(dossier, argument.id)}  {claim}"


def _speech_data(dossier: Dossier, planned: Planned) -> dict[str, Any]:
    speech = planned.speech
    return {
        "speech": planned.name.name,
        "nth": planned.name.nth,
        "side": speech.side.value if speech else None,
        "speaker": planned.speaker,
        "note": planned.note,
        "allowed": speech.minutes * 60 if speech else None,
        "used": round(time_used(dossier, planned), 1),
        "arguments": [_argument_data(dossier, each) for each in planned.arguments],
    }


def _argument_data(dossier: Dossier, argument: Argument) -> dict[str, Any]:
    return {
        "id": argument.id,
        "number": dossier.reference_to(argument.id),
        "side": side_of(dossier, argument.id).value,
        "claim": argument.claim,
        "seconds": round(speaking_time(dossier, argument.id), 1),
    }
