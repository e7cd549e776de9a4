# SPDX-License-Identifier: MIT
"""What a user can do to the questions that are to be asked in crossfire."""

from __future__ import annotations

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import LAST, Edit, type_text
from dissoi.dossier.errors import RecordRuleError
from dissoi.dossier.ordering import order_at
from dissoi.dossier.prose import clean
from dissoi.dossier.records import Argument, CrossQuestion, Position, RecordId


def add_cross_question(
    question: RecordId, about: RecordId, words: str = "", hoped: str = "", index: int = LAST
) -> Edit:
    """Add a question about a position or an argument, or one that follows up another.

    A follow-up has no follow-ups of its own, so a question about one raises `RecordRuleError`.
    """

    def run(dossier: Dossier) -> Dossier:
        _require_askable(dossier, about)
        order = order_at(dossier.questions_about(about), index, moved=question)
        added = CrossQuestion(
            id=question, about=about, question=clean(words), hoped=clean(hoped), order=order
        )
        return dossier.with_records(added)

    return Edit("Add Crossfire Question", run)


def word_cross_question(question: RecordId, words: str) -> Edit:
    """Word what is asked."""
    return type_text("Edit Crossfire Question", CrossQuestion, question, "question", words)


def write_hoped_answer(question: RecordId, words: str) -> Edit:
    """Write the answer that the question is to bring about."""
    return type_text("Edit Hoped Answer", CrossQuestion, question, "hoped", words)


def move_cross_question(question: RecordId, index: int) -> Edit:
    """Move a question to a place among those about the same."""

    def run(dossier: Dossier) -> Dossier:
        moved = dossier.get(CrossQuestion, question)
        order = order_at(dossier.questions_about(moved.about), index, moved=question)
        return dossier.with_records(moved.model_copy(update={"order": order}))

    return Edit("Move Crossfire Question", run)


def remove_cross_question(question: RecordId) -> Edit:
    """Remove a question with those that follow it up."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(CrossQuestion, question)
        return dossier.without([question, *(each.id for each in dossier.hanging_on(question))])

    return Edit("Remove Crossfire Question", run)


def _require_askable(dossier: Dossier, about: RecordId) -> None:
    followed = dossier.find(CrossQuestion, about)
    if followed is None:
        if dossier.find(Position, about) is None:
            dossier.get(Argument, about)
    elif dossier.find(CrossQuestion, followed.about) is not None:
        raise RecordRuleError("A follow-up question has no follow-ups of its own.")


def subject_of(dossier: Dossier, question: RecordId) -> RecordId:
    """The position or argument that a question is asked of, or the question that it follows up."""
    about = dossier.get(CrossQuestion, question).about
    while (above := dossier.find(CrossQuestion, about)) is not None:
        about = above.about
    return about
