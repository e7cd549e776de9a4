# SPDX-License-Identifier: MIT
"""Questions for crossfire: asked of positions and arguments, followed up once, gone with those."""

from __future__ import annotations

import pytest
from tests.strategies import after

from dissoi.dossier import crossfire_edits as crossfire
from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import RecordRuleError, UnknownRecordError
from dissoi.dossier.records import CrossQuestion, RecordId, Side
from dissoi.dossier.session import Session

POSITION, ARGUMENT, ANSWER, HOW, WHEN, WHY = map(
    RecordId, ("position", "argument", "answer", "how", "when", "why")
)
BASE = after(
    [
        edits.add_position(POSITION, "Yes"),
        edits.add_argument(ARGUMENT, POSITION, Side.PRO, "It deters"),
        edits.answer(ANSWER, ARGUMENT, claim="It does not"),
        crossfire.add_cross_question(HOW, ARGUMENT, "How does it deter?", "By being there"),
        crossfire.add_cross_question(WHEN, HOW, "From when on?"),
        crossfire.add_cross_question(WHY, HOW, "Why only then?", index=0),
    ]
)


def asked(dossier: Dossier, about: RecordId) -> list[str]:
    return [each.id for each in dossier.questions_about(about)]


def test_questions_stand_in_order_under_what_they_are_about() -> None:
    assert (asked(BASE, ARGUMENT), asked(BASE, HOW)) == ([HOW], [WHY, WHEN])
    assert asked(crossfire.move_cross_question(WHY, 1).run(BASE), HOW) == [WHEN, WHY]
    of_position = crossfire.add_cross_question(RecordId("new"), POSITION).run(BASE)
    assert asked(of_position, POSITION) == ["new"]


def test_typing_a_question_is_one_step() -> None:
    session = Session(BASE)
    for words in ("Ho", "How?"):
        session.apply(crossfire.word_cross_question(HOW, words))
    session.apply(crossfire.write_hoped_answer(HOW, "It cannot\x00"))
    now = session.dossier.get(CrossQuestion, HOW)
    assert (now.question, now.hoped) == ("How?", "It cannot\ufffd")
    session.undo()
    session.undo()
    assert session.dossier == BASE


def test_what_goes_takes_its_questions_along() -> None:
    assert not list(crossfire.remove_cross_question(HOW).run(BASE).all(CrossQuestion))
    assert not list(edits.remove_argument(ARGUMENT).run(BASE).all(CrossQuestion))
    assert not list(edits.remove_position(POSITION).run(BASE).all(CrossQuestion))
    assert list(edits.remove_argument(ANSWER).run(BASE).all(CrossQuestion))


def test_a_follow_up_is_not_followed_up() -> None:
    with pytest.raises(RecordRuleError, match="follow-ups of its own"):
        crossfire.add_cross_question(RecordId("new"), WHEN).run(BASE)
    with pytest.raises(UnknownRecordError):
        crossfire.add_cross_question(RecordId("new"), RecordId("nowhere")).run(BASE)
