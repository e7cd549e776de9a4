# SPDX-License-Identifier: MIT
"""What each edit does to the records around the one it names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import after, dossiers, edits_of, journeys

from dissoi.dossier import article_edits, edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.errors import RecordRuleError, TreeError, UnknownRecordError
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import (
    MAX_DEPTH,
    Argument,
    Article,
    Evidence,
    Holder,
    Passage,
    Position,
    RecordId,
    Side,
)
from dissoi.dossier.rules import checked


def key(name: str) -> RecordId:
    return RecordId(name)


def article_of(name: str, text: str) -> Article:
    return Article(id=key(name), title=name, blocks=(plain_block(text),))


FIRST, SECOND = article_of("first", "Send a force now"), article_of("second", "Or send none")
MARKED = [
    passage_at(FIRST, 0, 4, key("send")),
    passage_at(FIRST, 5, 12, key("force")),
    passage_at(SECOND, 3, 7, key("other")),
]
SMALL = after(
    [
        article_edits.add_article(FIRST),
        article_edits.add_article(SECOND),
        *(article_edits.quote_passage(passage) for passage in MARKED),
        edits.add_position(key("yes"), "Yes"),
        edits.add_position(key("no"), "No"),
        edits.name_holders(key("yes"), [Holder(name="Anna", passage=key("send"))]),
        edits.add_argument(key("pro"), key("yes"), Side.PRO, "It deters"),
        edits.add_argument(key("con"), key("yes"), Side.CON, "It provokes"),
        edits.answer(key("reply"), key("pro"), claim="It does not"),
        edits.answer(key("rejoinder"), key("reply"), claim="It does"),
        edits.add_evidence(
            Evidence(id=key("both"), argument=key("pro"), passages=(key("send"), key("force")))
        ),
        edits.add_evidence(Evidence(id=key("one"), argument=key("rejoinder"), passages=(key("force"),))),
    ]
)


def names(dossier: Dossier) -> set[str]:
    return set(dossier.records)


@settings(max_examples=50)
@given(journeys())
def test_no_edit_breaks_a_rule_or_alters_what_was_there_before(made: tuple[Edit, ...]) -> None:
    dossier = Dossier()
    for edit in made:
        before = dict(dossier.records)
        result = checked(edit.run(dossier))
        assert dict(dossier.records) == before
        dossier = result


@settings(max_examples=40)
@given(st.data())
def test_the_same_edit_of_the_same_dossier_gives_the_same(data: st.DataObject) -> None:
    dossier = data.draw(dossiers())
    edit = data.draw(edits_of(dossier, lambda: key("new")))
    assert edit.run(dossier) == edit.run(dossier)


def test_removing_an_argument_removes_all_below_it_and_keeps_passages() -> None:
    left = edits.remove_argument(key("pro")).run(SMALL)
    assert names(SMALL) - names(left) == {"pro", "reply", "rejoinder", "both", "one"}
    assert names(left) <= names(SMALL)


def test_removing_a_position_removes_its_trees() -> None:
    left = edits.remove_position(key("yes")).run(SMALL)
    assert names(left) == {"first", "second", "send", "force", "other", "no"}


def test_removing_a_passage_removes_evidence_that_has_no_other() -> None:
    left = checked(article_edits.remove_passage(key("force")).run(SMALL))
    assert left.get(Evidence, key("both")).passages == ("send",)
    assert left.find(Evidence, key("one")) is None


def test_removing_an_article_removes_what_rests_on_it() -> None:
    left = checked(article_edits.remove_article(key("first")).run(SMALL))
    assert not any(left.all(Evidence))
    assert [passage.id for passage in left.all(Passage)] == ["other"]
    assert left.get(Position, key("yes")).holders == (Holder(name="Anna"),)


def test_an_argument_moves_with_its_answers() -> None:
    moved = checked(edits.move_argument(key("reply"), key("no"), Side.PRO).run(SMALL))
    assert [node.id for node in moved.tree_of(key("no"))] == ["reply", "rejoinder"]
    assert moved.number_of(key("rejoinder")) == "+1.1"


def chain(levels: int, parent: str = "yes") -> list[Edit]:
    """Arguments of which each answers the one before it."""
    first = edits.add_argument(key("a0"), key(parent), Side.PRO)
    return [first, *(edits.answer(key(f"a{n}"), key(f"a{n - 1}")) for n in range(1, levels))]


def test_answers_are_numbered_however_deep_they_go() -> None:
    nodes = [Argument(id=key("a0"), parent=key("yes"), side=Side.PRO, order="z")]
    nodes += [Argument(id=key(f"a{n}"), parent=key(f"a{n - 1}"), side=Side.CON) for n in range(1, 2000)]
    assert SMALL.with_records(*nodes).number_of(key("a1999")) == "+2" + ".1" * 1999


def test_answers_nest_as_deep_as_can_be_shown_and_no_deeper() -> None:
    deepest = checked(after(chain(MAX_DEPTH), SMALL))
    for edit in (
        edits.answer(key("more"), key(f"a{MAX_DEPTH - 1}")),
        edits.move_argument(key("a0"), key("pro"), Side.CON),
        edits.move_argument(key("a1"), key("reply"), Side.CON),
    ):
        with pytest.raises(RecordRuleError, match="no deeper than 200 levels"):
            edit.run(deepest)
    checked(edits.move_argument(key("a1"), key("pro"), Side.CON).run(deepest))
    deeper = Argument(id=key("more"), parent=key(f"a{MAX_DEPTH - 1}"), side=Side.CON)
    with pytest.raises(RecordRuleError, match="too deeply"):
        checked(deepest.with_records(deeper))


@pytest.mark.parametrize("parent", ["pro", "reply", "rejoinder"])
def test_an_argument_cannot_answer_itself(parent: str) -> None:
    with pytest.raises(TreeError):
        edits.move_argument(key("pro"), key(parent), Side.CON).run(SMALL)


def test_switching_sides_puts_an_argument_last_on_the_other() -> None:
    switched = edits.switch_side(key("pro")).run(SMALL)
    assert [node.id for node in switched.arguments_of(key("yes"), Side.CON)] == ["con", "pro"]
    assert switched.number_of(key("pro")) == "−2"
    assert switched.answers_to(key("pro")) == SMALL.answers_to(key("pro"))


@given(st.permutations(["a", "b", "c", "d"]), st.integers(0, 3), st.integers(0, 5))
def test_moving_a_position_moves_it_alone(order: list[str], which: int, index: int) -> None:
    dossier = after([edits.add_position(key(name)) for name in order])
    moved = order[which]
    rest = [name for name in order if name != moved]
    found = edits.move_position(key(moved), index).run(dossier)
    assert [each.id for each in found.positions] == [*rest[:index], moved, *rest[index:]]


def test_evidence_moves_to_its_place_in_another_argument() -> None:
    moved = edits.move_evidence(key("one"), key("pro"), 0).run(SMALL)
    assert [item.id for item in moved.evidence_of(key("pro"))] == ["one", "both"]


def test_evidence_quotes_one_article_only() -> None:
    mixed = Evidence(id=key("mixed"), argument=key("pro"), passages=(key("send"), key("other")))
    with pytest.raises(RecordRuleError):
        edits.add_evidence(mixed).run(SMALL)


def test_a_description_leaves_the_text_alone() -> None:
    described = Article(id=key("first"), title="A new title", order=SMALL.articles[0].order)
    found = article_edits.describe_article(described).run(SMALL).get(Article, key("first"))
    assert (found.title, found.text) == ("A new title", "Send a force now")


@pytest.mark.parametrize(("wished", "given_"), [(-3, 1), (1, 1), (4, 4), (9, 5)])
def test_a_weight_is_from_one_to_five(wished: int, given_: int) -> None:
    assert edits.weigh_argument(key("pro"), wished).run(SMALL).get(Argument, key("pro")).weight == given_


UNKNOWN = key("unknown")


@pytest.mark.parametrize(
    "edit",
    [
        article_edits.remove_article(UNKNOWN),
        article_edits.remove_passage(UNKNOWN),
        edits.remove_position(UNKNOWN),
        edits.remove_argument(UNKNOWN),
        edits.remove_evidence(UNKNOWN),
        edits.remove_definition(UNKNOWN),
        edits.state_position(UNKNOWN, ""),
        edits.write_claim(UNKNOWN, ""),
        edits.move_position(UNKNOWN, 0),
        edits.move_argument(UNKNOWN, key("yes"), Side.PRO),
        edits.move_argument(key("pro"), UNKNOWN, Side.PRO),
        edits.move_evidence(key("one"), UNKNOWN),
        edits.add_argument(key("new"), UNKNOWN, Side.PRO),
        edits.add_argument(key("new"), key("first"), Side.PRO),
        edits.add_evidence(Evidence(id=key("new"), argument=UNKNOWN, passages=(key("send"),))),
        edits.add_evidence(Evidence(id=key("new"), argument=key("pro"), passages=(UNKNOWN,))),
    ],
)
def test_what_is_not_there_cannot_be_edited(edit: Edit) -> None:
    with pytest.raises(UnknownRecordError, match="no longer in the dossier"):
        edit.run(SMALL)


def test_what_users_write_is_cleaned() -> None:
    claim = edits.write_claim(key("pro"), "a\r\nb\rc\x00\ud800").run(SMALL).get(Argument, key("pro")).claim
    assert claim == "a\nb\nc\ufffd\ufffd"
