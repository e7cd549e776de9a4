# SPDX-License-Identifier: MIT
"""The speech plan: which arguments are to be said in which speech, by whom.

A speech is known by its name, and by its place among those of one name ("Crossfire", the second). So a plan
outlives a change of the format: what is planned for a speech the format lacks is kept, and shown as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dissoi.dossier.debate import DebateFormat, Floor, Speech
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import LAST, Edit
from dissoi.dossier.ordering import order_at
from dissoi.dossier.prose import clean
from dissoi.dossier.records import PACES, QUESTION_ID, Argument, Assignment, RecordId, Side, SpeechPlan
from dissoi.dossier.sides import side_of

_SPACE = "759108f9-3198-514f-926c-a51b0704aaa8"
"""The name space of the ids (UUID version 5) that are made of what they stand for."""
_REMEMBERED = 2000
"""How many ids are made once: those of speeches are asked for whenever a plan is looked at."""


class SpeechName(NamedTuple):
    """A speech by its name; `nth` counts those of one name, from 1."""

    name: str
    nth: int = 1

    @property
    def plan(self) -> RecordId:
        """The id of what is planned for the speech."""
        return _made_of("speech", self.name, str(self.nth))

    def assignment(self, argument: RecordId) -> RecordId:
        """The id of the assignment of an argument to the speech."""
        return _made_of("assignment", self.plan, argument)


class Planned(NamedTuple):
    """A speech with what is planned for it. `speech` is None where the format has none of that name."""

    name: SpeechName
    speech: Speech | None
    speaker: str = ""
    note: str = ""
    arguments: tuple[Argument, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.speaker or self.note or self.arguments)


def speech_names(debate: DebateFormat | None) -> tuple[SpeechName, ...]:
    """The names of a format's speeches, in order."""
    counts: Counter[str] = Counter()
    return tuple(_counted(each.name, counts) for each in (debate.speeches if debate else ()))


def planned_speeches(dossier: Dossier, debate: DebateFormat | None) -> tuple[Planned, ...]:
    """The speeches of a format with what is planned for each, then what is planned for others."""
    names = speech_names(debate)
    theirs = dict(zip(names, debate.speeches if debate else (), strict=True))
    others = (SpeechName(each.speech, each.nth) for each in dossier.speech_plans)
    strays = (_planned(dossier, name, None) for name in others if name not in theirs)
    ours = tuple(_planned(dossier, name, speech) for name, speech in theirs.items())
    return (*ours, *(each for each in strays if each))


def unassigned(dossier: Dossier) -> tuple[Argument, ...]:
    """The arguments and answers that no speech says, as they stand in the trees."""
    return tuple(node for node in dossier.arguments if not dossier.assignments_of(node.id))


def named(speech: SpeechName) -> str:
    """What a speech is called: "Rebuttal", "Crossfire (2)"."""
    return f"{speech.name} ({speech.nth})" if speech.nth > 1 else speech.name


def foreign_in(dossier: Dossier, planned: Iterable[Planned]) -> frozenset[tuple[SpeechName, RecordId]]:
    """What speeches of one team are to say although it speaks for the other, each with its speech.

    Where there is one position, the team of a side speaks for that side of it. Of several positions some are
    rivals, so that pro may well speak against one: there a team stands where most of what it says of that
    position does, and if that is as much as the rest, on its own side.
    """
    said = list(_said_by_teams(dossier, planned))
    stands = _stands(dossier, said)
    return frozenset((each.speech, each.argument) for each in said if each.side is not stands[each.about])


def teams_in(dossier: Dossier, planned: Iterable[Planned]) -> Mapping[tuple[Side, RecordId], Side]:
    """For a team and a position that it speaks about, the side of the position that it stands on.

    Where there is one position that is known without a plan; where there are several see `foreign_in`.
    """
    if len(dossier.positions) == 1:
        return {(team, dossier.positions[0].id): team for team in Side}
    return _stands(dossier, _said_by_teams(dossier, planned))


class _Said(NamedTuple):
    """An argument that a team says in a speech, with its position and the side of that it speaks for."""

    team: Side
    speech: SpeechName
    argument: RecordId
    position: RecordId
    side: Side

    @property
    def about(self) -> tuple[Side, RecordId]:
        """Who speaks about which position."""
        return self.team, self.position


def _said_by_teams(dossier: Dossier, planned: Iterable[Planned]) -> Iterator[_Said]:
    for each in planned:
        if each.speech is not None and each.speech.side is not Floor.BOTH:
            team = Side(each.speech.side.value)
            for key in (argument.id for argument in each.arguments):
                yield _Said(team, each.name, key, dossier.position_of(key).id, side_of(dossier, key))


def _stands(dossier: Dossier, said: Iterable[_Said]) -> dict[tuple[Side, RecordId], Side]:
    """On which side of a position each team stands, of those that are spoken about."""
    count = Counter((each.about, each.side) for each in said)
    rivals = len(dossier.positions) > 1

    def side(team: Side, position: RecordId) -> Side:
        like, unlike = (count[(team, position), each] for each in (team, team.other))
        return team.other if rivals and unlike > like else team

    return {about: side(*about) for about, _ in count}


def say_in_speech(argument: RecordId, speech: SpeechName, index: int = LAST) -> Edit:
    """Say an argument in a speech, at a place among what is said there; moves it if it is there already."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Argument, argument)
        plan = _plan(dossier, speech)
        key = speech.assignment(argument)
        order = order_at(dossier.assignments_in(plan.id), index, moved=key)
        assigned = Assignment(id=key, plan=plan.id, argument=argument, order=order)
        return dossier.with_records(plan, assigned)

    return Edit("Say in Speech", run)


def take_from_speech(argument: RecordId, speech: SpeechName) -> Edit:
    """No longer say an argument in a speech."""

    def run(dossier: Dossier) -> Dossier:
        return dossier.without([speech.assignment(argument)])

    return Edit("Take from Speech", run)


def move_to_speech(argument: RecordId, source: SpeechName, target: SpeechName, index: int = LAST) -> Edit:
    """Say an argument in another speech than before, or at another place in the same."""

    def run(dossier: Dossier) -> Dossier:
        left = dossier if source == target else take_from_speech(argument, source).run(dossier)
        return say_in_speech(argument, target, index).run(left)

    return Edit("Move to Speech", run)


def set_pace(pace: int) -> Edit:
    """Say how many words a minute speeches are timed at; what nobody speaks at is brought within `PACES`."""

    def run(dossier: Dossier) -> Dossier:
        slowest, fastest = PACES
        update = {"pace": min(fastest, max(slowest, pace))}
        return dossier.with_records(dossier.question.model_copy(update=update))

    return Edit("Change Pace", run, f"{QUESTION_ID}.pace")


def name_speaker(speech: SpeechName, speaker: str) -> Edit:
    """Say who gives a speech."""
    return _edit("Name Speaker", speech, speaker=clean(speaker))


def note_speech(speech: SpeechName, note: str) -> Edit:
    """Write a note on a speech."""
    return _edit("Edit Speech Note", speech, note=clean(note))


def said_in(dossier: Dossier, argument: RecordId) -> tuple[SpeechName, ...]:
    """The speeches that an argument is said in, in the order of the dossier's format, then others by name."""
    plans = (dossier.get(SpeechPlan, each.plan) for each in dossier.assignments_of(argument))
    names = [SpeechName(plan.speech, plan.nth) for plan in plans]
    places = {name: place for place, name in enumerate(speech_names(dossier.debate))}
    return tuple(sorted(names, key=lambda each: (places.get(each, len(places)), each.name, each.nth)))


def _counted(name: str, counts: Counter[str]) -> SpeechName:
    counts[name] += 1
    return SpeechName(name, counts[name])


def _planned(dossier: Dossier, name: SpeechName, speech: Speech | None) -> Planned:
    plan = _plan(dossier, name)
    assigned = dossier.assignments_in(plan.id)
    arguments = tuple(dossier.get(Argument, each.argument) for each in assigned)
    return Planned(name, speech, plan.speaker, plan.note, arguments)


def _plan(dossier: Dossier, speech: SpeechName) -> SpeechPlan:
    """What is planned for a speech so far; an empty plan where nothing is."""
    kept = dossier.find(SpeechPlan, speech.plan)
    return kept or SpeechPlan(id=speech.plan, speech=speech.name, nth=speech.nth)


def _edit(label: str, speech: SpeechName, /, **update: str) -> Edit:
    def run(dossier: Dossier) -> Dossier:
        return dossier.with_records(_plan(dossier, speech).model_copy(update=update))

    return Edit(label, run, f"{speech.plan}.{next(iter(update))}")


@lru_cache(maxsize=_REMEMBERED)
def _made_of(*parts: str) -> RecordId:
    # Loaded when first needed: most dossiers that are opened have no plan.
    from uuid import UUID, uuid5

    return RecordId(str(uuid5(UUID(_SPACE), "\n".join(parts))))
