# SPDX-License-Identifier: MIT
"""A dossier built of the interchange form: ids drawn, references followed, quotations found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from dissoi.dossier.debate import FORMAT_ID
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.ordering import key_between
from dissoi.dossier.prose import Block, clean
from dissoi.dossier.records import (
    MAX_DEPTH,
    QUESTION_ID,
    Argument,
    Article,
    Author,
    Definition,
    Evidence,
    Holder,
    NewId,
    Passage,
    Position,
    Question,
    RecordId,
)
from dissoi.dossier.rules import checked
from dissoi.exchange.errors import RepeatedIdError, TooDeepError, UnknownReferenceError, WrongValueError
from dissoi.exchange.form import (
    ArgumentForm,
    ArticleForm,
    DossierForm,
    EvidenceForm,
    HolderForm,
    PositionForm,
)
from dissoi.exchange.quoting import Quoting
from dissoi.exchange.speeches import debate_record, plan_records, question_records

_Part = TypeVar("_Part")


def dossier_of(form: DossierForm, new_id: NewId) -> Dossier:
    """The dossier that a form describes. Raises an `InterchangeError` that names the place."""
    return checked(Dossier.of(_Builder(new_id).records_of(form)))


class _Builder:
    """Makes records of forms, and remembers what later ones may refer to."""

    def __init__(self, new_id: NewId) -> None:
        self._new_id = new_id
        self._places = {str(QUESTION_ID): "question", str(FORMAT_ID): "debate"}
        self._articles: dict[str, Quoting] = {}
        self._arguments: set[str] = set()

    def records_of(self, form: DossierForm) -> Iterator[Record]:
        """All records. Articles are read first, since the rest quotes them."""
        question = Question(
            id=QUESTION_ID,
            text=form.question,
            background=form.background,
            format=form.format,
            pace=form.pace,
        )
        yield question
        if form.debate is not None:
            yield debate_record(form.debate, question.format)
        for definition, order, place in _placed(form.definitions, "definitions"):
            key = self._id(definition.id, place)
            yield Definition(id=key, term=definition.term, meaning=definition.meaning, order=order)
        for article, order, place in _placed(form.articles, "articles"):
            yield self._article(article, order, place)
        for position, order, place in _placed(form.positions, "positions"):
            yield from self._position(position, order, place)
        yield from self._passages()
        yield from plan_records(form.speeches, self._arguments)

    def _id(self, given: str | None, place: str) -> RecordId:
        """The id that the file gives, taken once, or a new one."""
        if given is None:
            return self._new_id()
        if given in self._places:
            raise RepeatedIdError(f"{place}.id", given, self._places[given])
        self._places[given] = place
        return RecordId(given)

    def _passages(self) -> Iterator[Passage]:
        return (passage for quoting in self._articles.values() for passage in quoting.passages)

    def _article(self, form: ArticleForm, order: str, place: str) -> Article:
        if form.blocks is not None and form.text:
            raise WrongValueError(f"{place}.text", form.text, "must be left out where there are blocks")
        if form.key in self._articles:
            raise RepeatedIdError(f"{place}.key", form.key, "another article")
        article = Article(
            id=self._id(form.id, place),
            sort=form.kind,
            title=form.title,
            authors=tuple(Author(name=a.name, credentials=a.credentials) for a in form.authors),
            publisher=form.publisher,
            container=form.container,
            contributors=form.contributors,
            edition=form.edition,
            volume=form.volume,
            issue=form.issue,
            pages=form.pages,
            doi=form.doi,
            published=form.published,
            url=form.url,
            accessed=form.accessed,
            language=clean(form.language),
            blocks=_blocks_of(form),
            order=order,
        )
        quoting = self._articles[form.key] = Quoting(article, form.key, self._new_id)
        for passage, _, inside in _placed(form.passages, f"{place}.passages"):
            quoting.mark(passage, inside, self._id(passage.id, inside))
        return article

    def _position(self, form: PositionForm, order: str, place: str) -> Iterator[Record]:
        holders = tuple(
            self._holder(holder, inside) for holder, _, inside in _placed(form.holders, f"{place}.holders")
        )
        position = Position(
            id=self._id(form.id, place), statement=form.statement, holders=holders, order=order
        )
        yield position
        yield from question_records(form.questions, position.id, f"{place}.questions", self._id)
        yield from self._tree(form.arguments, position.id, f"{place}.arguments")

    def _holder(self, form: HolderForm, place: str) -> Holder:
        passage = None if form.passage is None else RecordId(form.passage)
        if passage is not None and not any(quoting.has(passage) for quoting in self._articles.values()):
            raise UnknownReferenceError(f"{place}.passage", passage, "passage")
        return Holder(name=form.name, role=form.role, stance=form.stance, passage=passage)

    def _tree(self, forms: Sequence[ArgumentForm], parent: RecordId, place: str) -> Iterator[Record]:
        """The arguments below a position, level by level."""
        level = [(parent, each) for each in _placed(forms, place)]
        for _ in range(MAX_DEPTH):
            below: list[tuple[RecordId, tuple[ArgumentForm, str, str]]] = []
            for above, (form, order, inside) in level:
                argument = self._argument(form, above, order, inside)
                yield argument
                self._arguments.add(argument.id)
                yield from question_records(form.questions, argument.id, f"{inside}.questions", self._id)
                for evidence, key, at in _placed(form.evidence, f"{inside}.evidence"):
                    yield self._evidence(evidence, argument.id, key, at)
                below.extend((argument.id, each) for each in _placed(form.answers, f"{inside}.answers"))
            level = below
        if level:
            raise TooDeepError(MAX_DEPTH)

    def _argument(self, form: ArgumentForm, parent: RecordId, order: str, place: str) -> Argument:
        return Argument(
            id=self._id(form.id, place),
            parent=parent,
            side=form.side,
            claim=form.claim,
            reasoning=form.reasoning,
            impact=form.impact,
            weight=form.weight,
            order=order,
        )

    def _evidence(self, form: EvidenceForm, argument: RecordId, order: str, place: str) -> Evidence:
        quoting = self._articles.get(form.article)
        if quoting is None:
            raise UnknownReferenceError(f"{place}.article", form.article, "article")
        passages = quoting.passages_for(form, place)
        read = _placed(form.read, f"{place}.read")
        return Evidence(
            id=self._id(form.id, place),
            argument=argument,
            passages=passages,
            sort=form.kind,
            order=order,
            cut=tuple(quoting.stretch(each, passages, at) for each, _, at in read),
        )


def _placed(forms: Sequence[_Part], place: str) -> Iterator[tuple[_Part, str, str]]:
    """Each part of a list with a key that keeps its order, and its place in the file."""
    key = ""
    for index, form in enumerate(forms):
        key = key_between(key)
        yield form, key, f"{place}[{index}]"


def _blocks_of(form: ArticleForm) -> tuple[Block, ...]:
    return blocks_of(form.text) if form.blocks is None else tuple(each.block() for each in form.blocks)
