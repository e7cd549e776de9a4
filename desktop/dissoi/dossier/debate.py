# SPDX-License-Identifier: MIT
"""Debate formats: who speaks when, and for how long. They are data, ours in `resources/formats`."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from dissoi.dossier.prose import clean
from dissoi.dossier.records import BaseRecord, RecordId, Side
from dissoi.dossier.value import Value, value

FORMAT_ID = RecordId("format")
"""The one debate format a dossier keeps has a fixed id, as its question has."""

MAX_MINUTES = 120
"""No speech is longer."""


class Floor(StrEnum):
    """Whose speech it is."""

    PRO = "pro"
    CON = "con"
    BOTH = "both"


class SpeechKind(StrEnum):
    """What a speech is for."""

    CONSTRUCTIVE = "constructive"
    REBUTTAL = "rebuttal"
    CROSSFIRE = "crossfire"
    SUMMARY = "summary"


@value
class Speech(Value):
    """One speech of a format, or a time of questions. `minutes` may be a fraction."""

    name: str
    speaker: str = ""
    side: Floor
    minutes: float
    kind: SpeechKind = SpeechKind.CONSTRUCTIVE

    def __post_init__(self) -> None:
        if not 0 < self.minutes <= MAX_MINUTES:
            raise ValueError(f"a speech has more than 0 and up to {MAX_MINUTES} minutes, not {self.minutes}")
        self.__dict__["minutes"] = float(self.minutes)
        self._fit(clean, "name", "speaker")


@value
class DebateFormat(BaseRecord):
    """Who speaks when and for how long. A dossier keeps that of its question, so that it opens elsewhere.

    `key` is the name of the file it came from; `sources` say where its rules were looked up.
    """

    kind: Literal["format"] = "format"
    key: str = ""
    name: str = ""
    preparation: str = ""
    notes: str = ""
    sources: tuple[str, ...] = ()
    speeches: tuple[Speech, ...] = ()

    def __post_init__(self) -> None:
        self._fit(clean, "key", "name", "preparation", "notes")
        self.__dict__["sources"] = tuple(map(clean, self.sources))

    def minutes_of(self, side: Side) -> float:
        """How long one side speaks alone, in minutes."""
        return sum(each.minutes for each in self.speeches if each.side.value == side.value)


def in_minutes(minutes: float) -> str:
    """A speaking time as debaters write it: "4:00", "1:30"."""
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def over_or_left(seconds: float, minutes: float) -> str:
    """How time used stands to the minutes of a speech: "0:35 over", "1:10 left"."""
    left = round(minutes * 60) - round(seconds)
    return f"{in_minutes(abs(left) / 60)} {'over' if left < 0 else 'left'}"
