# SPDX-License-Identifier: MIT
"""Debate formats: who speaks when, and for how long. They are data, ours in `resources/formats`."""

from __future__ import annotations

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.prose import clean
from dissoi.dossier.records import FORMAT_ID, DebateFormat, Floor, Speech, SpeechKind

__all__ = [
    "DebateFormat",
    "Floor",
    "Speech",
    "SpeechKind",
    "choose_format",
    "in_minutes",
    "keep_format",
    "over_or_left",
]


def in_minutes(minutes: float) -> str:
    """A speaking time as debaters write it: "4:00", "1:30"."""
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def over_or_left(seconds: float, minutes: float) -> str:
    """How time used stands to the minutes of a speech: "0:35 over", "1:10 left"."""
    left = round(minutes * 60) - round(seconds)
    return f"{in_minutes(abs(left) / 60)} {'over' if left < 0 else 'left'}"


def choose_format(key: str, debate: DebateFormat | None = None) -> Edit:
    """Say in which format the question is debated: the name of a format's file, or "" for none.

    A copy of `debate` is kept with the dossier, so that it is there where nobody has that file. What was
    planned for speeches stays as it is, also for those that the format does not have.
    """

    def run(dossier: Dossier) -> Dossier:
        chosen = dossier.with_records(dossier.question.model_copy(update={"format": clean(key)}))
        return chosen.without([FORMAT_ID]) if debate is None else chosen.with_records(_kept(debate, key))

    return Edit("Choose Format", run)


def keep_format(debate: DebateFormat) -> Edit:
    """Keep a copy of the format that the question names already, as older dossiers have none."""
    return Edit("Keep Format", choose_format(debate.key, debate).run)


def _kept(debate: DebateFormat, key: str) -> DebateFormat:
    return debate.model_copy(update={"id": FORMAT_ID, "key": clean(key)})
