# SPDX-License-Identifier: MIT
"""The dossier: one immutable value that holds all records and answers questions about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from dissoi.dossier.citation import PLAIN, Mark, cite_marks, short_cite
from dissoi.dossier.debate import FORMAT_ID, DebateFormat
from dissoi.dossier.errors import UnknownRecordError
from dissoi.dossier.ordering import place_of
from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    Assignment,
    BaseRecord,
    CrossQuestion,
    Definition,
    Evidence,
    Passage,
    Position,
    Question,
    RecordId,
    Side,
    SpeechPlan,
)

Record = (
    Question
    | Article
    | Passage
    | Position
    | Argument
    | Evidence
    | Definition
    | DebateFormat
    | SpeechPlan
    | Assignment
    | CrossQuestion
)
"""A record of any kind; `kind` tells which."""

AnyRecord = TypeVar("AnyRecord", bound=BaseRecord)


@dataclass(frozen=True)
class Dossier:
    """All records by id. Two dossiers are equal when they hold equal records."""

    records: Mapping[RecordId, Record] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, records: Iterable[Record]) -> Dossier:
        """A dossier of these records."""
        return cls(MappingProxyType({record.id: record for record in records}))

    def with_records(self, *records: Record) -> Dossier:
        """This dossier with `records` added, or put in place of those of the same id."""
        changed = dict(self.records)
        changed.update((record.id, record) for record in records)
        return Dossier(MappingProxyType(changed))

    def without(self, ids: Iterable[RecordId]) -> Dossier:
        """This dossier without the records of these ids."""
        gone = set(ids)
        kept = {key: record for key, record in self.records.items() if key not in gone}
        return Dossier(MappingProxyType(kept))

    def get(self, kind: type[AnyRecord], record_id: RecordId) -> AnyRecord:
        """The record of this id and kind; raises `UnknownRecordError` when there is none."""
        record = self.records.get(record_id)
        if not isinstance(record, kind):
            raise UnknownRecordError(record_id)
        return record

    def find(self, kind: type[AnyRecord], record_id: RecordId) -> AnyRecord | None:
        """The record of this id and kind, or None."""
        record = self.records.get(record_id)
        return record if isinstance(record, kind) else None

    def all(self, kind: type[AnyRecord]) -> Iterator[AnyRecord]:
        """All records of a kind, in no particular order."""
        return (record for record in self.records.values() if isinstance(record, kind))

    @cached_property
    def question(self) -> Question:
        """The question; an empty one while none was asked."""
        return self.find(Question, QUESTION_ID) or Question(id=QUESTION_ID)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles in order."""
        return tuple(sorted(self.all(Article), key=place_of))

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The positions in order."""
        return tuple(sorted(self.all(Position), key=place_of))

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions in order."""
        return tuple(sorted(self.all(Definition), key=place_of))

    @property
    def debate(self) -> DebateFormat | None:
        """The debate format it keeps; None where there is none, or the question names another."""
        kept = self.find(DebateFormat, FORMAT_ID)
        return kept if kept is not None and kept.key == self.question.format else None

    @cached_property
    def speech_plans(self) -> tuple[SpeechPlan, ...]:
        """What is planned for speeches, by their names."""
        return tuple(sorted(self.all(SpeechPlan), key=lambda each: (each.speech, each.nth, each.id)))

    def assignments_in(self, plan: RecordId) -> tuple[Assignment, ...]:
        """What is to be said in a speech, in order."""
        return self._assigned.get(plan, ())

    def assignments_of(self, argument: RecordId) -> tuple[Assignment, ...]:
        """The speeches that an argument is to be said in."""
        return self._said.get(argument, ())

    def questions_about(self, about: RecordId) -> tuple[CrossQuestion, ...]:
        """What to ask of a position or argument, or next after a question, in order."""
        return self._questions.get(about, ())

    def hanging_on(self, owner: RecordId) -> tuple[Evidence | Assignment | CrossQuestion, ...]:
        """What goes when a position, an argument or a question goes, other than arguments below it."""
        asked = self.questions_about(owner)
        next_asked = tuple(each for first in asked for each in self.questions_about(first.id))
        return (*self.evidence_of(owner), *self.assignments_of(owner), *asked, *next_asked)

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """All arguments and answers as they stand in the trees, position by position, pro before con."""
        return tuple(node for position in self.positions for node in self.tree_of(position.id))

    def arguments_of(self, parent: RecordId, side: Side | None = None) -> tuple[Argument, ...]:
        """The arguments for (`pro`), against (`con`) or both, of a position or an argument, in order."""
        found = self._children.get(parent, ())
        return found if side is None else tuple(node for node in found if node.side is side)

    def answers_to(self, argument: RecordId) -> tuple[Argument, ...]:
        """What answers an argument, in order."""
        return self.arguments_of(argument)

    def tree_of(self, parent: RecordId) -> Iterator[Argument]:
        """Every argument below `parent`, each before its answers, pro before con at the top."""
        pending = list(reversed(self._pro_first(parent)))
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(self.answers_to(node.id)))

    def evidence_of(self, argument: RecordId) -> tuple[Evidence, ...]:
        """The evidence of an argument, in order."""
        return self._evidence.get(argument, ())

    def passages_of(self, article: RecordId) -> tuple[Passage, ...]:
        """The passages of an article as they stand in it."""
        return self._passages.get(article, ())

    def evidence_with(self, passage: RecordId) -> tuple[Evidence, ...]:
        """The evidence that quotes a passage."""
        return self._uses.get(passage, ())

    def position_of(self, argument: RecordId) -> Position:
        """The position at the root of an argument; raises `UnknownRecordError` when there is none."""
        node = self.get(Argument, argument)
        while (parent := self.find(Argument, node.parent)) is not None:
            node = parent
        return self.get(Position, node.parent)

    def passages_in(self, evidence: Evidence) -> tuple[Passage, ...]:
        """The passages that evidence joins, in the order it gives them."""
        return tuple(self.get(Passage, each) for each in evidence.passages)

    def article_of(self, evidence: Evidence) -> Article:
        """The article that evidence quotes."""
        return self.get(Article, self.get(Passage, evidence.passages[0]).article)

    def cite_of(self, article: RecordId) -> str:
        """The short cite of an article, told from any other of the same names and year: "Lieven 25a"."""
        return short_cite(self.get(Article, article), self._cite_marks.get(article, PLAIN))

    def quotation(self, evidence: Evidence) -> str:
        """The quoted words; passages are joined by an ellipsis, lines by a space."""
        parts = (" ".join(passage.exact.split()) for passage in self.passages_in(evidence))
        return " … ".join(parts)

    def number_of(self, record_id: RecordId) -> str:
        """What a position or argument is called when shown: "3", "+2", "−1.3"; "" for the rest.

        An answer is numbered within its parent. Numbers are derived, never stored.
        """
        position = self.find(Position, record_id)
        if position is not None:
            return str(self.positions.index(position) + 1)
        node = self.find(Argument, record_id)
        if node is None:
            return ""
        places: list[str] = []
        while (above := self.find(Argument, node.parent)) is not None:
            places.append(f".{self.answers_to(above.id).index(node) + 1}")
            node = above
        first = self.arguments_of(node.parent, node.side).index(node) + 1
        return f"{node.side.sign}{first}{''.join(reversed(places))}"

    def reference_to(self, argument: RecordId) -> str:
        """The number of an argument, with that of its position where there are several: "2: −1.3"."""
        number = self.number_of(argument)
        several = number and len(self.positions) > 1
        return f"{self.number_of(self.position_of(argument).id)}: {number}" if several else number

    def _pro_first(self, parent: RecordId) -> tuple[Argument, ...]:
        if self.find(Argument, parent) is not None:
            return self.answers_to(parent)
        return self.arguments_of(parent, Side.PRO) + self.arguments_of(parent, Side.CON)

    @cached_property
    def _cite_marks(self) -> Mapping[RecordId, Mark]:
        return cite_marks(self.articles)

    @cached_property
    def _children(self) -> Mapping[RecordId, tuple[Argument, ...]]:
        return _grouped((node.parent, node) for node in sorted(self.all(Argument), key=place_of))

    @cached_property
    def _evidence(self) -> Mapping[RecordId, tuple[Evidence, ...]]:
        return _grouped((item.argument, item) for item in sorted(self.all(Evidence), key=place_of))

    @cached_property
    def _assigned(self) -> Mapping[RecordId, tuple[Assignment, ...]]:
        return _grouped((each.plan, each) for each in sorted(self.all(Assignment), key=place_of))

    @cached_property
    def _said(self) -> Mapping[RecordId, tuple[Assignment, ...]]:
        return _grouped((each.argument, each) for each in sorted(self.all(Assignment), key=place_of))

    @cached_property
    def _questions(self) -> Mapping[RecordId, tuple[CrossQuestion, ...]]:
        return _grouped((each.about, each) for each in sorted(self.all(CrossQuestion), key=place_of))

    @cached_property
    def _passages(self) -> Mapping[RecordId, tuple[Passage, ...]]:
        inside = sorted(self.all(Passage), key=lambda each: (each.start, each.end, each.id))
        return _grouped((each.article, each) for each in inside)

    @cached_property
    def _uses(self) -> Mapping[RecordId, tuple[Evidence, ...]]:
        return _grouped((each, item) for item in self.all(Evidence) for each in item.passages)


def _grouped(pairs: Iterable[tuple[RecordId, AnyRecord]]) -> dict[RecordId, tuple[AnyRecord, ...]]:
    groups: dict[RecordId, list[AnyRecord]] = {}
    for key, record in pairs:
        groups.setdefault(key, []).append(record)
    return {key: tuple(group) for key, group in groups.items()}
