# SPDX-License-Identifier: MIT
"""Debate formats: who speaks when, and for how long. They are data, ours in `resources/formats`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.prose import clean
from dissoi.dossier.records import Side

Text = Annotated[str, AfterValidator(clean)]


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


class _Described(BaseModel):
    """A part of a format's file: foreign data, hence a model and no record."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Speech(_Described):
    """One speech, or a time of questions. `minutes` may be a fraction."""

    name: Annotated[Text, Field(min_length=1, max_length=200)]
    speaker: Annotated[Text, Field(max_length=200)] = ""
    side: Floor
    minutes: Annotated[float, Field(gt=0, le=120)]
    kind: SpeechKind = SpeechKind.CONSTRUCTIVE


class DebateFormat(_Described):
    """A format as its file has it; `sources` say where its rules were looked up."""

    name: Annotated[Text, Field(min_length=1, max_length=200)]
    preparation: Annotated[Text, Field(max_length=500)] = ""
    notes: Annotated[Text, Field(max_length=1000)] = ""
    sources: tuple[Text, ...] = ()
    speeches: Annotated[tuple[Speech, ...], Field(min_length=1, max_length=60)]

    def minutes_of(self, side: Side) -> float:
        """How long one side speaks alone, in minutes."""
        return sum(each.minutes for each in self.speeches if each.side.value == side.value)


def in_minutes(minutes: float) -> str:
    """A speaking time as debaters write it: "4:00", "1:30"."""
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def choose_format(key: str) -> Edit:
    """Say in which format the question is debated: the name of a format's file, or "" for none."""

    def run(dossier: Dossier) -> Dossier:
        question = dossier.question.model_copy(update={"format": clean(key)})
        return dossier.with_records(question)

    return Edit("Choose Format", run)
