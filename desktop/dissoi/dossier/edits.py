# SPDX-License-Identifier: MIT
"""What a user can do to a dossier: one pure function for each, named in the user's words.

Each returns an `Edit`, which `Session.apply` runs. Labels are what "Undo …" shows. Run on a dossier that
lacks a record that it names, an edit raises `UnknownRecordError`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.errors import RecordRuleError, TreeError
from dissoi.dossier.ordering import order_at
from dissoi.dossier.prose import clean
from dissoi.dossier.records import (
    MAX_DEPTH,
    MAX_WEIGHT,
    QUESTION_ID,
    Argument,
    CrossQuestion,
    Definition,
    Evidence,
    EvidenceKind,
    Holder,
    Passage,
    Position,
    RecordId,
    Side,
)

LAST = 1_000_000
"""An index behind all siblings."""


class Edit(NamedTuple):
    """One thing done. Edits with the same `typing` key that follow each other are one undo step."""

    label: str
    run: Callable[[Dossier], Dossier]
    typing: str = ""


_Kind = TypeVar("_Kind", Passage, Position, Argument, Evidence, Definition, CrossQuestion)


def together(label: str, *edits: Edit) -> Edit:
    """Several edits as one step."""

    def run(dossier: Dossier) -> Dossier:
        for edit in edits:
            dossier = edit.run(dossier)
        return dossier

    return Edit(label, run)


def set_fields(label: str, kind: type[_Kind], record_id: RecordId, /, **fields: object) -> Edit:
    """Give fields of one record other values, which are known to fit."""

    def run(dossier: Dossier) -> Dossier:
        record: Record = dossier.get(kind, record_id).model_copy(update=fields)
        return dossier.with_records(record)

    return Edit(label, run)


def type_text(label: str, kind: type[_Kind], record_id: RecordId, field: str, text: str) -> Edit:
    """Write one text of one record anew, as typing does: key by key, and in one undo step."""
    return Edit(label, set_fields(label, kind, record_id, **{field: clean(text)}).run, f"{record_id}.{field}")


def restore(earlier: Dossier) -> Edit:
    """Go back to what the dossier was earlier."""
    return Edit("Restore Earlier Version", lambda _dossier: earlier)


def ask_question(text: str) -> Edit:
    """Word the question."""

    def run(dossier: Dossier) -> Dossier:
        return dossier.with_records(dossier.question.model_copy(update={"text": clean(text)}))

    return Edit("Edit Question", run, f"{QUESTION_ID}.text")


def write_background(markdown: str) -> Edit:
    """Write the background of the question."""

    def run(dossier: Dossier) -> Dossier:
        question = dossier.question.model_copy(update={"background": clean(markdown)})
        return dossier.with_records(question)

    return Edit("Edit Background", run, f"{QUESTION_ID}.background")


def add_position(position: RecordId, statement: str = "", index: int = LAST) -> Edit:
    """Add a position at a place among the others."""

    def run(dossier: Dossier) -> Dossier:
        order = order_at(dossier.positions, index)
        return dossier.with_records(
            Position(id=position, statement=clean(statement), order=order),
        )

    return Edit("Add Position", run)


def state_position(position: RecordId, statement: str) -> Edit:
    """Word a position."""
    return type_text("Edit Position", Position, position, "statement", statement)


def name_holders(position: RecordId, holders: Sequence[Holder]) -> Edit:
    """Say who holds a position."""
    return set_fields("Edit Holders", Position, position, holders=tuple(holders))


def move_position(position: RecordId, index: int) -> Edit:
    """Move a position to a place among the others."""

    def run(dossier: Dossier) -> Dossier:
        moved = dossier.get(Position, position)
        order = order_at(dossier.positions, index, moved=position)
        return dossier.with_records(moved.model_copy(update={"order": order}))

    return Edit("Move Position", run)


def remove_position(position: RecordId) -> Edit:
    """Remove a position with all its arguments."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Position, position)
        return dossier.without([position, *_below(dossier, position)])

    return Edit("Remove Position", run)


def add_argument(
    argument: RecordId, parent: RecordId, side: Side, claim: str = "", index: int = LAST
) -> Edit:
    """Add an argument for or against a position, or an argument.

    Raises `RecordRuleError` where it would stand below `MAX_DEPTH` levels.
    """

    def run(dossier: Dossier) -> Dossier:
        _require_parent(dossier, parent)
        _require_depth(dossier, parent, 1)
        order = order_at(_siblings(dossier, parent, side), index)
        added = Argument(id=argument, parent=parent, side=side, claim=clean(claim), order=order)
        return dossier.with_records(added)

    return Edit("Add Argument", run)


def answer(reply: RecordId, argument: RecordId, side: Side = Side.CON, claim: str = "") -> Edit:
    """Answer an argument: `con` attacks it, `pro` supports it."""
    return Edit("Add Answer", add_argument(reply, argument, side, claim).run)


def write_claim(argument: RecordId, claim: str) -> Edit:
    """Word an argument's claim."""
    return type_text("Edit Claim", Argument, argument, "claim", claim)


def write_reasoning(argument: RecordId, markdown: str) -> Edit:
    """Write why an argument's claim holds."""
    return type_text("Edit Reasoning", Argument, argument, "reasoning", markdown)


def write_impact(argument: RecordId, impact: str) -> Edit:
    """Write why an argument matters."""
    return type_text("Edit Impact", Argument, argument, "impact", impact)


def weigh_argument(argument: RecordId, weight: int) -> Edit:
    """Give an argument a weight from 1 to `MAX_WEIGHT`; what lies beyond is brought to the nearer end."""
    return set_fields("Change Weight", Argument, argument, weight=min(MAX_WEIGHT, max(1, weight)))


def switch_side(argument: RecordId) -> Edit:
    """Turn a pro argument into a con argument, and the other way round; it goes last on its side."""

    def run(dossier: Dossier) -> Dossier:
        node = dossier.get(Argument, argument)
        return move_argument(argument, node.parent, node.side.other).run(dossier)

    return Edit("Switch Side", run)


def move_argument(argument: RecordId, parent: RecordId, side: Side, index: int = LAST) -> Edit:
    """Move an argument with its answers.

    Raises `TreeError` when it would answer itself, `RecordRuleError` when there are too many levels then.
    """

    def run(dossier: Dossier) -> Dossier:
        moved = dossier.get(Argument, argument)
        _require_parent(dossier, parent)
        if parent == argument or parent in _below(dossier, argument):
            raise TreeError
        _require_depth(dossier, parent, _levels(dossier, argument))
        order = order_at(_siblings(dossier, parent, side), index, moved=argument)
        update = {"parent": parent, "side": side, "order": order}
        return dossier.with_records(moved.model_copy(update=update))

    return Edit("Move Argument", run)


def remove_argument(argument: RecordId) -> Edit:
    """Remove an argument with its answers and all that hangs on them; passages stay marked."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Argument, argument)
        return dossier.without([argument, *_below(dossier, argument)])

    return Edit("Remove Argument", run)


def add_evidence(evidence: Evidence) -> Edit:
    """Add evidence to an argument, behind what it has; its passages are of one article."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Argument, evidence.argument)
        articles = {dossier.get(Passage, each).article for each in evidence.passages}
        if len(articles) != 1:
            raise RecordRuleError("Evidence quotes passages of one article.")
        order = order_at(dossier.evidence_of(evidence.argument), LAST)
        return dossier.with_records(evidence.model_copy(update={"order": order}))

    return Edit("Add Evidence", run)


def sort_evidence(evidence: RecordId, sort: EvidenceKind) -> Edit:
    """Say what sort of proof evidence is."""
    return set_fields("Change Evidence Kind", Evidence, evidence, sort=sort)


def move_evidence(evidence: RecordId, argument: RecordId, index: int = LAST) -> Edit:
    """Move evidence to a place among that of an argument."""

    def run(dossier: Dossier) -> Dossier:
        moved = dossier.get(Evidence, evidence)
        dossier.get(Argument, argument)
        order = order_at(dossier.evidence_of(argument), index, moved=evidence)
        return dossier.with_records(moved.model_copy(update={"argument": argument, "order": order}))

    return Edit("Move Evidence", run)


def remove_evidence(evidence: RecordId) -> Edit:
    """Remove evidence; its passages stay marked in their article."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Evidence, evidence)
        return dossier.without([evidence])

    return Edit("Remove Evidence", run)


def add_definition(definition: RecordId, term: str = "", meaning: str = "") -> Edit:
    """Add a definition behind the others."""

    def run(dossier: Dossier) -> Dossier:
        order = order_at(dossier.definitions, LAST)
        return dossier.with_records(
            Definition(id=definition, term=clean(term), meaning=clean(meaning), order=order),
        )

    return Edit("Add Definition", run)


def name_term(definition: RecordId, term: str) -> Edit:
    """Word the term that a definition defines."""
    return type_text("Edit Term", Definition, definition, "term", term)


def define(definition: RecordId, meaning: str) -> Edit:
    """Word what a term means."""
    return type_text("Edit Meaning", Definition, definition, "meaning", meaning)


def remove_definition(definition: RecordId) -> Edit:
    """Remove a definition."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Definition, definition)
        return dossier.without([definition])

    return Edit("Remove Definition", run)


def _siblings(dossier: Dossier, parent: RecordId, side: Side) -> tuple[Argument, ...]:
    """Those a new or moved argument is ordered among: its column, or all answers of its parent."""
    is_answer = dossier.find(Argument, parent) is not None
    return dossier.arguments_of(parent, None if is_answer else side)


def _require_parent(dossier: Dossier, parent: RecordId) -> None:
    if dossier.find(Position, parent) is None:
        dossier.get(Argument, parent)


def _require_depth(dossier: Dossier, parent: RecordId, levels: int) -> None:
    """Find that so many levels have room below a position or an argument."""
    node = dossier.find(Argument, parent)
    while node is not None:
        levels += 1
        node = dossier.find(Argument, node.parent)
    if levels > MAX_DEPTH:
        raise RecordRuleError(f"Answers nest no deeper than {MAX_DEPTH} levels.")


def _levels(dossier: Dossier, argument: RecordId) -> int:
    """How many levels an argument and its answers have."""
    depths = {argument: 1}
    for node in dossier.tree_of(argument):
        depths[node.id] = depths[node.parent] + 1
    return max(depths.values())


def _below(dossier: Dossier, parent: RecordId) -> list[RecordId]:
    """The ids of all arguments below a position or argument, with what hangs on all and on itself."""
    below = [node.id for node in dossier.tree_of(parent)]
    return below + [item.id for each in (parent, *below) for item in dossier.hanging_on(each)]
