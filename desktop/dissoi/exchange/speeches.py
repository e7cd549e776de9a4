# SPDX-License-Identifier: MIT
"""Debate formats, speech plans and questions for crossfire in the interchange form, both ways."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any, TypeVar

from dissoi.dossier.debate import FORMAT_ID, DebateFormat, Speech
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.ordering import key_between
from dissoi.dossier.prose import clean
from dissoi.dossier.records import Assignment, CrossQuestion, RecordId, SpeechPlan
from dissoi.dossier.speech_plan import SpeechName
from dissoi.exchange.errors import RepeatedIdError, UnknownReferenceError
from dissoi.exchange.form import CrossQuestionForm, DebateForm, FollowUpForm, SpeechPlanForm

Json = dict[str, Any]
_Asked = TypeVar("_Asked", bound=FollowUpForm)
Draw = Callable[[str | None, str], RecordId]
"""Gives the id that a part of the form names, or a new one, for a part at this place."""


def debate_record(form: DebateForm, key: str) -> DebateFormat:
    """The format that a form describes."""
    speeches = tuple(Speech(**dict(each)) for each in form.speeches)
    return DebateFormat(**(dict(form) | {"id": FORMAT_ID, "key": key, "speeches": speeches}))


def plan_records(forms: Sequence[SpeechPlanForm], known: Container[str]) -> Iterator[SpeechPlan | Assignment]:
    """The plans of speeches, with what they say. `known` are the ids of all arguments."""
    places: dict[RecordId, str] = {}
    for index, form in enumerate(forms):
        place = f"speeches[{index}]"
        name = SpeechName(clean(form.speech), form.nth)
        if name.plan in places:
            raise RepeatedIdError(f"{place}.speech", form.speech, places[name.plan])
        places[name.plan] = place
        yield SpeechPlan(id=name.plan, speech=name.name, nth=name.nth, speaker=form.speaker, note=form.note)
        yield from _assignments(form.arguments, name, place, known)


def _assignments(
    arguments: Sequence[str], name: SpeechName, place: str, known: Container[str]
) -> Iterator[Assignment]:
    order, places = "", dict[str, str]()
    for index, argument in enumerate(arguments):
        inside = f"{place}.arguments[{index}]"
        if argument not in known:
            raise UnknownReferenceError(inside, argument, "argument")
        if argument in places:
            raise RepeatedIdError(inside, argument, places[argument])
        places[argument] = inside
        order = key_between(order)
        key = RecordId(argument)
        yield Assignment(id=name.assignment(key), plan=name.plan, argument=key, order=order)


def question_records(
    forms: Sequence[CrossQuestionForm], about: RecordId, place: str, draw: Draw
) -> Iterator[CrossQuestion]:
    """The questions about a position or argument, each with those that follow it up."""
    for asked, inside, form in _asked(forms, about, place, draw):
        yield asked
        for follow_up, _, _ in _asked(form.follow_ups, asked.id, f"{inside}.follow_ups", draw):
            yield follow_up


def _asked(
    forms: Sequence[_Asked], about: RecordId, place: str, draw: Draw
) -> Iterator[tuple[CrossQuestion, str, _Asked]]:
    order = ""
    for index, form in enumerate(forms):
        order, inside = key_between(order), f"{place}[{index}]"
        key = draw(form.id, inside)
        asked = CrossQuestion(id=key, about=about, question=form.question, hoped=form.hoped, order=order)
        yield asked, inside, form


def debate_data(dossier: Dossier) -> Json:
    """The key of the form that keeps the format, if the dossier does."""
    if (debate := dossier.debate) is None:
        return {}
    fields = {"preparation": debate.preparation, "notes": debate.notes, "sources": list(debate.sources)}
    said = {name: value for name, value in fields.items() if value}
    speeches = [_speech_data(each) for each in debate.speeches]
    return {"debate": {"name": debate.name, **said, "speeches": speeches}}


def _speech_data(speech: Speech) -> Json:
    return {
        "name": speech.name,
        **({"speaker": speech.speaker} if speech.speaker else {}),
        "side": speech.side.value,
        "minutes": speech.minutes,
        "kind": speech.kind.value,
    }


def plans_data(dossier: Dossier) -> Json:
    """The key of the form that keeps the speech plan, if there is one."""
    plans = [_plan_data(dossier, each) for each in dossier.speech_plans]
    return {"speeches": plans} if plans else {}


def _plan_data(dossier: Dossier, plan: SpeechPlan) -> Json:
    return {
        "speech": plan.speech,
        **({"nth": plan.nth} if plan.nth > 1 else {}),
        **({"speaker": plan.speaker} if plan.speaker else {}),
        **({"note": plan.note} if plan.note else {}),
        "arguments": [each.argument for each in dossier.assignments_in(plan.id)],
    }


def questions_data(dossier: Dossier, about: RecordId) -> Json:
    """The key of the form that keeps what to ask of a position or argument, if there is anything."""
    asked = [_question_data(each) | _follow_ups(dossier, each.id) for each in dossier.questions_about(about)]
    return {"questions": asked} if asked else {}


def _follow_ups(dossier: Dossier, question: RecordId) -> Json:
    found = [_question_data(each) for each in dossier.questions_about(question)]
    return {"follow_ups": found} if found else {}


def _question_data(asked: CrossQuestion) -> Json:
    hoped = {"hoped": asked.hoped} if asked.hoped else {}
    return {"id": asked.id, "question": asked.question, **hoped}
