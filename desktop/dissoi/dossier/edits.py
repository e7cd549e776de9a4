# SPDX-License-Identifier: MIT
"""What a user can do to a dossier: one pure function for each, named in the user's words.

Each returns an `Edit`, which `Session.apply` runs. Labels are what "Undo …" shows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.errors import PassageError, RecordRuleError, TreeError
from dissoi.dossier.ordering import key_at
from dissoi.dossier.prose import clean
from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    Definition,
    Evidence,
    EvidenceKind,
    Holder,
    Label,
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


class _Sibling(Protocol):
    @property
    def id(self) -> RecordId: ...
    @property
    def order(self) -> str: ...


_Kind = TypeVar("_Kind", Article, Passage, Position, Argument, Evidence, Definition)


def together(label: str, *edits: Edit) -> Edit:
    """Several edits as one step."""

    def run(dossier: Dossier) -> Dossier:
        for edit in edits:
            dossier = edit.run(dossier)
        return dossier

    return Edit(label, run)


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


def add_article(article: Article) -> Edit:
    """Add an article behind the others."""

    def run(dossier: Dossier) -> Dossier:
        order = _order(dossier.articles, LAST)
        return dossier.with_records(article.model_copy(update={"order": order}))

    return Edit("Add Article", run)


def describe_article(described: Article) -> Edit:
    """Correct what an article is (title, authors, publisher, dates, address); its text stays."""

    def run(dossier: Dossier) -> Dossier:
        old = dossier.get(Article, described.id)
        kept = {"blocks": old.blocks, "original": old.original, "order": old.order}
        return dossier.with_records(described.model_copy(update=kept))

    return Edit("Edit Article Details", run)


def remove_article(article: RecordId) -> Edit:
    """Remove an article with its passages and the evidence that rests on them."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Article, article)
        passages = [passage.id for passage in dossier.passages_of(article)]
        return _without_passages(dossier, passages).without([article])

    return Edit("Remove Article", run)


def quote_passage(passage: Passage) -> Edit:
    """Mark a passage. Raises `PassageError` unless its words are exactly its article's."""

    def run(dossier: Dossier) -> Dossier:
        text = dossier.get(Article, passage.article).text
        if text[passage.start : passage.end] != passage.exact:
            raise PassageError
        return dossier.with_records(passage)

    return Edit("Highlight Passage", run)


def label_passage(passage: RecordId, label: Label) -> Edit:
    """Say what a passage is."""
    return _edit("Label Passage", Passage, passage, label=label)


def note_passage(passage: RecordId, note: str) -> Edit:
    """Write a note on a passage."""
    return _edit("Edit Note", Passage, passage, typing=True, note=clean(note))


def remove_passage(passage: RecordId) -> Edit:
    """Remove a passage, and evidence that has no other."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Passage, passage)
        return _without_passages(dossier, [passage])

    return Edit("Remove Highlight", run)


def add_position(position: RecordId, statement: str = "", index: int = LAST) -> Edit:
    """Add a position at a place among the others."""

    def run(dossier: Dossier) -> Dossier:
        order = _order(dossier.positions, index)
        return dossier.with_records(
            Position(id=position, statement=clean(statement), order=order),
        )

    return Edit("Add Position", run)


def state_position(position: RecordId, statement: str) -> Edit:
    """Word a position."""
    return _edit("Edit Position", Position, position, typing=True, statement=clean(statement))


def name_holders(position: RecordId, holders: Sequence[Holder]) -> Edit:
    """Say who holds a position."""
    return _edit("Edit Holders", Position, position, holders=tuple(holders))


def move_position(position: RecordId, index: int) -> Edit:
    """Move a position to a place among the others."""

    def run(dossier: Dossier) -> Dossier:
        moved = dossier.get(Position, position)
        others = [each for each in dossier.positions if each.id != position]
        return dossier.with_records(moved.model_copy(update={"order": _order(others, index)}))

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
    """Add an argument for or against a position, or an argument."""

    def run(dossier: Dossier) -> Dossier:
        _require_parent(dossier, parent)
        order = _order(_siblings(dossier, parent, side), index)
        added = Argument(id=argument, parent=parent, side=side, claim=clean(claim), order=order)
        return dossier.with_records(added)

    return Edit("Add Argument", run)


def answer(reply: RecordId, argument: RecordId, side: Side = Side.CON, claim: str = "") -> Edit:
    """Answer an argument: `con` attacks it, `pro` supports it."""
    return Edit("Add Answer", add_argument(reply, argument, side, claim).run)


def write_claim(argument: RecordId, claim: str) -> Edit:
    """Word an argument's claim."""
    return _edit("Edit Claim", Argument, argument, typing=True, claim=clean(claim))


def write_reasoning(argument: RecordId, markdown: str) -> Edit:
    """Write why an argument's claim holds."""
    return _edit("Edit Reasoning", Argument, argument, typing=True, reasoning=clean(markdown))


def write_impact(argument: RecordId, impact: str) -> Edit:
    """Write why an argument matters."""
    return _edit("Edit Impact", Argument, argument, typing=True, impact=clean(impact))


def weigh_argument(argument: RecordId, weight: int) -> Edit:
    """Give an argument a weight from 1 to 5."""
    return _edit("Change Weight", Argument, argument, weight=min(5, max(1, weight)))


def switch_side(argument: RecordId) -> Edit:
    """Turn a pro argument into a con argument, and the other way round; it goes last on its side."""

    def run(dossier: Dossier) -> Dossier:
        node = dossier.get(Argument, argument)
        return move_argument(argument, node.parent, node.side.other).run(dossier)

    return Edit("Switch Side", run)


def move_argument(argument: RecordId, parent: RecordId, side: Side, index: int = LAST) -> Edit:
    """Move an argument with its answers. Raises `TreeError` when it would answer itself."""

    def run(dossier: Dossier) -> Dossier:
        moved = dossier.get(Argument, argument)
        _require_parent(dossier, parent)
        if parent == argument or parent in _below(dossier, argument):
            raise TreeError
        others = [each for each in _siblings(dossier, parent, side) if each.id != argument]
        update = {"parent": parent, "side": side, "order": _order(others, index)}
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
        order = _order(dossier.evidence_of(evidence.argument), LAST)
        return dossier.with_records(evidence.model_copy(update={"order": order}))

    return Edit("Add Evidence", run)


def sort_evidence(evidence: RecordId, sort: EvidenceKind) -> Edit:
    """Say what sort of proof evidence is."""
    return _edit("Change Evidence Kind", Evidence, evidence, sort=sort)


def move_evidence(evidence: RecordId, argument: RecordId, index: int = LAST) -> Edit:
    """Move evidence to a place among that of an argument."""

    def run(dossier: Dossier) -> Dossier:
        moved = dossier.get(Evidence, evidence)
        dossier.get(Argument, argument)
        others = [each for each in dossier.evidence_of(argument) if each.id != evidence]
        update = {"argument": argument, "order": _order(others, index)}
        return dossier.with_records(moved.model_copy(update=update))

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
        order = _order(dossier.definitions, LAST)
        return dossier.with_records(
            Definition(id=definition, term=clean(term), meaning=clean(meaning), order=order),
        )

    return Edit("Add Definition", run)


def name_term(definition: RecordId, term: str) -> Edit:
    """Word the term that a definition defines."""
    return _edit("Edit Term", Definition, definition, typing=True, term=clean(term))


def define(definition: RecordId, meaning: str) -> Edit:
    """Word what a term means."""
    return _edit("Edit Meaning", Definition, definition, typing=True, meaning=clean(meaning))


def remove_definition(definition: RecordId) -> Edit:
    """Remove a definition."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Definition, definition)
        return dossier.without([definition])

    return Edit("Remove Definition", run)


def _edit(
    name: str, kind: type[_Kind], record_id: RecordId, /, *, typing: bool = False, **update: object
) -> Edit:
    def run(dossier: Dossier) -> Dossier:
        record: Record = dossier.get(kind, record_id).model_copy(update=update)
        return dossier.with_records(record)

    return Edit(name, run, f"{record_id}.{next(iter(update))}" if typing else "")


def _order(siblings: Sequence[_Sibling], index: int) -> str:
    return key_at([sibling.order for sibling in siblings], index)


def _siblings(dossier: Dossier, parent: RecordId, side: Side) -> tuple[Argument, ...]:
    """Those a new or moved argument is ordered among: its column, or all answers of its parent."""
    is_answer = dossier.find(Argument, parent) is not None
    return dossier.arguments_of(parent, None if is_answer else side)


def _require_parent(dossier: Dossier, parent: RecordId) -> None:
    if dossier.find(Position, parent) is None:
        dossier.get(Argument, parent)


def _below(dossier: Dossier, parent: RecordId) -> list[RecordId]:
    """The ids of all arguments below a position or argument, with what hangs on all and on itself."""
    below = [node.id for node in dossier.tree_of(parent)]
    return below + [item.id for each in (parent, *below) for item in dossier.hanging_on(each)]


def _without_passages(dossier: Dossier, passages: Sequence[RecordId]) -> Dossier:
    gone = set(passages)
    kept: list[Record] = []
    removed: list[RecordId] = []
    for evidence in dossier.all(Evidence):
        left = tuple(each for each in evidence.passages if each not in gone)
        if not left:
            removed.append(evidence.id)
        elif left != evidence.passages:
            cut = tuple(each for each in evidence.cut if each.passage in left)
            kept.append(evidence.model_copy(update={"passages": left, "cut": cut}))
    kept.extend(_let_go(position, gone) for position in dossier.positions)
    return dossier.with_records(*kept).without([*gone, *removed])


def _let_go(position: Position, gone: set[RecordId]) -> Position:
    """`position` with holders that no longer point to passages that are gone."""
    if not any(holder.passage in gone for holder in position.holders):
        return position
    holders = tuple(
        holder.model_copy(update={"passage": None}) if holder.passage in gone else holder
        for holder in position.holders
    )
    return position.model_copy(update={"holders": holders})
