# SPDX-License-Identifier: MIT
"""The rules that span records. Whatever comes from outside is checked against them once."""

from __future__ import annotations

from dissoi.dossier.debate import FORMAT_ID, DebateFormat
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import RecordRuleError
from dissoi.dossier.records import (
    MAX_DEPTH,
    QUESTION_ID,
    Argument,
    Article,
    Assignment,
    CrossQuestion,
    Evidence,
    Passage,
    Position,
    Question,
    RecordId,
    SpeechPlan,
)


def checked(dossier: Dossier) -> Dossier:
    """`dossier` itself, once every record is found to fit the others; else `RecordRuleError`.

    A passage whose words are no longer its article's is not an error here: it is shown as not found.
    """
    _check_fixed_ids(dossier)
    for argument in dossier.all(Argument):
        _check_parent(dossier, argument)
    for passage in dossier.all(Passage):
        _require(dossier.find(Article, passage.article), "A passage has no article.")
    for evidence in dossier.all(Evidence):
        _check_evidence(dossier, evidence)
    for plan in dossier.all(SpeechPlan):
        _check_plan(plan)
    for assigned in dossier.all(Assignment):
        _check_assignment(dossier, assigned)
    for question in dossier.all(CrossQuestion):
        _check_question(dossier, question)
    for position in dossier.all(Position):
        shown = [holder.passage for holder in position.holders if holder.passage is not None]
        _require(all(dossier.find(Passage, each) for each in shown), "A holder points to no passage.")
    _check_rooted(dossier)
    return dossier


def _require(holds: object, sentence: str) -> None:
    if not holds:
        raise RecordRuleError(sentence)


def _check_fixed_ids(dossier: Dossier) -> None:
    """There is one question and one format, and nothing else has their ids, or it would be written over."""
    for key, kind in ((QUESTION_ID, Question), (FORMAT_ID, DebateFormat)):
        of_kind = {record.id for record in dossier.all(kind)}
        there = {key} if key in dossier.records else set()
        _require(of_kind == there, "The question or the format has an id that is not its own.")


def _check_parent(dossier: Dossier, argument: Argument) -> None:
    parent = dossier.records.get(argument.parent)
    _require(isinstance(parent, Position | Argument), "An argument belongs to no position.")


def _check_evidence(dossier: Dossier, evidence: Evidence) -> None:
    known = dossier.find(Argument, evidence.argument) is not None
    _require(known, "Evidence belongs to no argument.")
    passages = [dossier.find(Passage, each) for each in evidence.passages]
    articles = {passage.article if passage else None for passage in passages}
    _require(None not in articles, "Evidence quotes a passage that does not exist.")
    _require(len(articles) == 1, "Evidence quotes passages of one article.")


def _check_plan(plan: SpeechPlan) -> None:
    # Loaded where it is needed: few dossiers have a plan.
    from dissoi.dossier.speech_plan import SpeechName

    _require(SpeechName(plan.speech, plan.nth).plan == plan.id, "A speech’s id is not that of its name.")


def _check_assignment(dossier: Dossier, assigned: Assignment) -> None:
    from dissoi.dossier.speech_plan import SpeechName

    plan = dossier.find(SpeechPlan, assigned.plan)
    _require(plan, "An argument is to be said in no speech.")
    _require(dossier.find(Argument, assigned.argument), "A speech is to say an argument that does not exist.")
    if plan is not None:
        made = SpeechName(plan.speech, plan.nth).assignment(assigned.argument)
        _require(made == assigned.id, "An assignment’s id is not that of its speech and argument.")


def _check_question(dossier: Dossier, question: CrossQuestion) -> None:
    about = dossier.records.get(question.about)
    asked = isinstance(about, Position | Argument | CrossQuestion)
    _require(asked, "A question for crossfire is about nothing.")
    if isinstance(about, CrossQuestion):
        first = not isinstance(dossier.records.get(about.about), CrossQuestion)
        _require(first, "A follow-up question has follow-ups of its own.")


def _check_rooted(dossier: Dossier) -> None:
    """Every argument is reached from a position, at no more than `MAX_DEPTH` levels."""
    depths: dict[RecordId, int] = {}
    for node in dossier.arguments:
        depths[node.id] = depths.get(node.parent, 0) + 1
    every = {node.id for node in dossier.all(Argument)}
    _require(depths.keys() == every, "Some arguments answer each other in a circle.")
    _require(max(depths.values(), default=0) <= MAX_DEPTH, "Answers nest too deeply.")
