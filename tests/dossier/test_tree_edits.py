# SPDX-License-Identifier: MIT
"""Arguments are moved and copied to other positions with all below them, on the side on which they stand."""

from __future__ import annotations

import pytest
from tests.strategies import Counter

from dissoi import resources
from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import UnknownRecordError
from dissoi.dossier.records import Argument, RecordId, Side
from dissoi.dossier.sides import side_of
from dissoi.dossier.tree_edits import copy_to_position, move_to_position
from dissoi.exchange.interchange import dossier_from


@pytest.fixture
def dossier() -> Dossier:
    return dossier_from(resources.sample_text(), Counter())


def answered(dossier: Dossier) -> Argument:
    return next(each for each in dossier.arguments_of(dossier.positions[0].id) if _below(dossier, each))


def _below(dossier: Dossier, argument: Argument) -> list[str]:
    return [each.claim for each in dossier.tree_of(argument.id)]


def test_an_argument_is_moved_with_its_answers_to_the_end_of_its_side(dossier: Dossier) -> None:
    moved, target = answered(dossier), dossier.positions[2].id
    now = move_to_position(moved.id, target).run(dossier)
    assert now.arguments_of(target, moved.side)[-1].id == moved.id
    assert _below(now, moved) == _below(dossier, moved)
    assert moved.id not in [each.id for each in now.arguments_of(dossier.positions[0].id)]


def test_an_attack_on_an_attack_stands_for_the_position() -> None:
    one, two = RecordId("one"), RecordId("two")
    dossier = edits.add_position(one).run(edits.add_position(two).run(Dossier()))
    for name, parent in (("a", one), ("b", "a"), ("c", "b"), ("d", "c")):
        dossier = edits.add_argument(RecordId(name), RecordId(parent), Side.CON).run(dossier)
    stands = [side_of(dossier, RecordId(name)) for name in "abcd"]
    assert stands == [Side.CON, Side.PRO, Side.CON, Side.PRO]
    now = move_to_position(RecordId("b"), two).run(dossier)
    assert [each.id for each in now.arguments_of(two, Side.PRO)] == ["b"]
    assert now.get(Argument, RecordId("c")).side is Side.CON


def test_a_copy_has_answers_and_evidence_of_its_own(dossier: Dossier) -> None:
    argument = next(each for each in dossier.arguments if dossier.evidence_of(each.id))
    target = dossier.positions[3].id
    now = copy_to_position(argument.id, target, _new_ids()).run(dossier)
    copy = now.arguments_of(target, side_of(dossier, argument.id))[-1]
    assert copy.claim == argument.claim
    assert _below(now, copy) == _below(dossier, argument)
    assert [now.quotation(each) for each in now.evidence_of(copy.id)] == [
        dossier.quotation(each) for each in dossier.evidence_of(argument.id)
    ]
    assert {key: now.records[key] for key in dossier.records} == dict(dossier.records)


def test_only_positions_take_them(dossier: Dossier) -> None:
    argument = answered(dossier)
    with pytest.raises(UnknownRecordError):
        move_to_position(argument.id, argument.id).run(dossier)
    with pytest.raises(UnknownRecordError):
        copy_to_position(argument.id, RecordId("gone"), _new_ids()).run(dossier)


def _new_ids() -> Counter:
    """Ids that the sample has not got."""
    ids = Counter()
    for _ in range(5000):
        ids()
    return ids
