# SPDX-License-Identifier: MIT
"""Dossiers of any size, made from chance alone: the same numbers give the same dossier."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count

from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.ordering import key_between
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    Author,
    Definition,
    Evidence,
    EvidenceKind,
    Holder,
    Passage,
    Position,
    Question,
    RecordId,
    Side,
    Stance,
)

SENTENCES = (
    "The pilot towns kept their fares for two winters more, and nobody walked away from the scheme.",
    "What looks like a saving in the first budget comes back as a repair bill in the fourth.",
    "Ridership rose by 38 per cent in the first year; three quarters of the new riders used to walk.",
    "A rule that binds only those who would have kept it anyway changes nothing.",
    "The auditors could not say whether the gain would have come without the measure.",
    "Where drivers were asked first, the timetable held; where they were told, it did not.",
    "Two studies of the same seven cities disagree about the sign of the effect, not only about its size.",
    "It takes eleven years to train an engineer and an afternoon to close the department.",
    "The poorest fifth of households spends twelve per cent of its income on getting to work.",
    "Opponents concede the principle and dispute the price.",
    "Nothing in the treaty forbids it, and nothing in the treaty pays for it.",
    "The figure of 4,812 households comes from a register that counts addresses, not families.",
    "Trust grows slowly and is spent at once.",
    "Every comparison with Tallinn forgets that Tallinn taxed its residents for the difference.",
    "A subsidy that everyone receives is hard to take back, which is a merit and a danger.",
    "The committee heard nineteen witnesses, and not one of them ran a night bus.",
    "If the burden of proof lies with reform, then the present arrangement is never examined at all.",
    "Delay has a price too; it merely does not appear in anyone’s accounts.",
    "Small municipalities copied the contract, including the clause that had failed.",
    "The court asked for a reason, and received a statistic.",
)
CLAIMS = (
    "The measure pays for itself within one term",
    "Those who need it most are reached last",
    "Enforcement, not law, is what is missing",
    "A market cannot price what cannot be undone",
    "The evidence is better than for most public programmes",
    "Local choice does better than one rule for all",
    "The costs are certain and the gains are hoped for",
    "Delay is the dearest option on the table",
    "It changes behaviour before it changes prices",
    "The exception would soon be the rule",
)
_LONG = """
Three of the five regional reviews that were published after the reform trace the improvement to
better scheduling, and only in passing to the abolition of the fare itself.

Whoever proposes to spend a quarter of the maintenance budget on a gesture owes the electorate an
account of which bridges are going to wait.

That a measure is popular where it has been introduced tells us something about gratitude, and
rather little about effectiveness.

Compared with neighbouring municipalities of similar density, the participating districts recorded
eleven per cent fewer short car journeys during the first eighteen months.

Administrative courts have repeatedly insisted that convenience for the authority is not, taken
alone, a sufficient justification for unequal treatment.

The transitional arrangements protected existing subscribers so generously that the anticipated
redistribution towards younger households never materialised.

Because depreciation is not reported in the municipal statements, an apparently balanced operation
may be consuming its own infrastructure.

Experience with congestion charging suggests that public acceptance follows implementation instead
of preceding it, provided that the first results are visible.

Even sympathetic observers acknowledge that the evaluation began too late to establish what
conditions had been like beforehand.

Nobody expects the lighting of streets to recover its costs, and yet the same accountants demand it
of the buses that run beneath the lamps.

Interviews with four hundred commuters revealed that reliability outranked price in every income
group except the very lowest.

If the alternative to an imperfect instrument is a perfect one that parliament will never adopt,
then the imperfect instrument deserves our support.

The association representing private operators submitted calculations whose assumptions about
occupancy had been contradicted by its own annual report.

Responsibility was divided between two ministries, with the predictable consequence that neither
commissioned independent research.

International comparisons are instructive chiefly as a warning: identical legislation produced
opposite outcomes under different systems of enforcement.

Underinvestment is invisible until it becomes irreversible, which is why representative institutions
are so badly equipped to notice it.

A household that saves sixty euros a month will not necessarily consider itself better off when the
connection it depends upon is discontinued.

The strongest objection concerns neither cost nor principle but sequence: capacity has to be
expanded before demand is encouraged.

Statistical significance was reached for the metropolitan sample only, and disappeared entirely once
seasonal employment had been taken into consideration.

It would be extraordinary if the most comprehensively documented experiment in European transport
policy had nothing to teach anybody.
"""
LONG_SENTENCES = tuple(" ".join(told.split()) for told in _LONG.split("\n\n"))
"""Such as people write who weigh evidence: of long words, which narrow columns have to divide."""
PHRASES = ("burden of proof", "status quo", "in practice", "the margin", "prima facie", "4,812 households")
NAMES = (
    "Okafor",
    "Lindqvist",
    "Marchetti",
    "Nakamura",
    "O’Rourke",
    "Szymański",
    "Ibáñez",
    "Παπαδοπούλου",
    "Чернова",
)
PUBLISHERS = (
    "Review of Urban Economics",
    "The Northern Courier",
    "Institute for Public Works",
    "OECD Working Papers",
)


class _Maker:
    """Draws records one after the other."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._ids = count(1)
        self._articles = count(1)
        self._order = ""

    def new_id(self) -> RecordId:
        return RecordId(f"00000000-0000-7000-8000-{next(self._ids):012x}")

    def order(self) -> str:
        self._order = key_between(self._order)
        return self._order

    def sentences(self, number: int) -> str:
        return " ".join(self._chance.choice(SENTENCES) for _ in range(number))

    def long_sentences(self, number: int) -> str:
        return " ".join(self._chance.choices(LONG_SENTENCES, k=number))

    def prose(self, number: int) -> str:
        """A paragraph of long sentences, every third with words in bold or italics or a link after it."""
        told = []
        for _ in range(number):
            told.append(self._chance.choice(LONG_SENTENCES))
            if self._chance.random() < 0.3:
                told.append(f"The **{self._chance.choice(PHRASES)}** decides it.")
            if self._chance.random() < 0.25:
                told.append(f"Here *{self._chance.choice(PHRASES)}* is meant literally.")
            if self._chance.random() < 0.1:
                told.append("Compare [the tables in the annex](https://example.org/annex).")
        return " ".join(told)

    def weighed(self, stand: RecordId, side: Side) -> Iterator[Record]:
        """An argument of several paragraphs with a source or two of its own, and two answers."""
        argument = Argument(
            id=self.new_id(),
            parent=stand,
            side=side,
            claim=self._chance.choice(CLAIMS),
            reasoning=f"{self.prose(3)}\n\n{self.prose(self._chance.choice((2, 3)))}",
            impact=self.long_sentences(2),
            weight=self._chance.randint(1, 5),
            order=self.order(),
        )
        yield argument
        for _ in range(self._chance.choice((1, 1, 2))):
            article = self.article(next(self._articles), 1)
            quoted = plain_block(self.long_sentences(self._chance.choice((1, 2, 2))))
            article = article.model_copy(update={"blocks": (quoted, *article.blocks)})
            passage = passage_at(article, 0, len(quoted.text), self.new_id())
            yield from (article, passage, self.evidence(argument, passage))
        for _ in range(2):
            yield Argument(
                id=self.new_id(),
                parent=argument.id,
                side=Side.CON,
                claim=self._chance.choice(CLAIMS),
                reasoning=self.prose(2),
                order=self.order(),
            )

    def markdown(self, number: int) -> str:
        marked = ("**{}** is the crux.", "Note *{}* here.", "See [{}](https://example.org/data).")
        words = self._chance.choice(marked).format(self._chance.choice(PHRASES))
        return f"{self.sentences(number)} {words}"

    def article(self, number: int, paragraphs: int) -> Article:
        name = self._chance.choice(NAMES)
        year = self._chance.randint(1998, 2025)
        return Article(
            id=self.new_id(),
            title=f"{self._chance.choice(CLAIMS)}: report {number}",
            authors=(Author(name=name, credentials="professor of public policy"),),
            publisher=self._chance.choice(PUBLISHERS),
            published=f"{year}-0{self._chance.randint(1, 9)}",
            url=f"https://example.org/{year}/report-{number}",
            accessed="2026-01-12",
            blocks=tuple(plain_block(self.sentences(4)) for _ in range(paragraphs)),
            order=self.order(),
        )

    def passages(self, article: Article, number: int) -> Iterator[Passage]:
        """Passages of a sentence or two, spread over an article."""
        text = article.text
        for place in range(number):
            start = text.index(". ", place * len(text) // (number + 1)) + 2
            end = text.find(".", start + 60) + 1 or len(text)
            yield passage_at(article, start, end, self.new_id())

    def position(self, number: int) -> Position:
        holder = Holder(name=self._chance.choice(NAMES), role="minister", stance=Stance.FOR)
        statement = f"{self._chance.choice(CLAIMS)} ({number})"
        return Position(id=self.new_id(), statement=statement, holders=(holder,), order=self.order())

    def argument(self, parent: RecordId, side: Side, *, whole: bool) -> Argument:
        """An argument for a position, or (not `whole`) an answer, which is shorter."""
        first = self.markdown(3)
        return Argument(
            id=self.new_id(),
            parent=parent,
            side=side,
            claim=self._chance.choice(CLAIMS),
            reasoning=f"{first}\n\n{self.markdown(2)}" if whole else self.markdown(1),
            impact=self.sentences(2) if whole else "",
            weight=self._chance.randint(1, 5),
            order=self.order(),
        )

    def evidence(self, argument: Argument, passage: Passage) -> Evidence:
        sort = self._chance.choice(tuple(EvidenceKind))
        return Evidence(
            id=self.new_id(), argument=argument.id, passages=(passage.id,), sort=sort, order=self.order()
        )

    def definition(self, term: str) -> Definition:
        return Definition(id=self.new_id(), term=term, meaning=self.sentences(2), order=self.order())


def generated_dossier(
    arguments: int = 300, passages: int = 1000, *, positions: int = 0, articles: int = 0, seed: int = 7
) -> Dossier:
    """A dossier with this many arguments (a third of them stand alone, the rest answer) and passages.

    There is a position for each fifteen arguments and an article for each twenty passages, unless told
    otherwise. Every argument that is not an answer quotes one or two passages.
    """
    maker = _Maker(seed)
    records: list[Record] = [
        Question(
            id=QUESTION_ID,
            text="Should cities make public transport free for everyone who uses it?",
            background="\n\n".join(maker.markdown(4) for _ in range(4)),
        )
    ]
    records += [maker.definition(phrase) for phrase in PHRASES]
    articles = articles or max(1, passages // 20)
    shares = [passages // articles + (place < passages % articles) for place in range(articles)]
    found: list[Passage] = []
    for number, share in enumerate(shares, 1):
        article = maker.article(number, max(4, share))
        found += maker.passages(article, share)
        records.append(article)
    stands = [maker.position(number + 1) for number in range(positions or max(1, arguments // 15))]
    records += [*found, *stands]
    trees = [arguments // len(stands) + (place < arguments % len(stands)) for place in range(len(stands))]
    quotes = _turning(found)
    for stand, size in zip(stands, trees, strict=True):
        records += _tree(maker, stand, size, quotes)
    return Dossier.of(records)


def weighed_dossier(pairs: int = 68, *, seed: int = 7) -> Dossier:
    """A dossier of so many pairs of arguments that face each other, five for each position.

    They are what a long brief consists of for who prepares thoroughly: paragraphs of several long sentences
    with bold and italic words and links, a source or two each, an impact, and two answers.
    """
    maker = _Maker(seed)
    background = "\n\n".join(maker.prose(5) for _ in range(5))
    question = Question(
        id=QUESTION_ID, text="Should cities make public transport free?", background=background
    )
    records: list[Record] = [question]
    stand = QUESTION_ID
    for place in range(pairs):
        if place % 5 == 0:
            position = maker.position(place // 5 + 1)
            records.append(position)
            stand = position.id
        for side in Side:
            records += maker.weighed(stand, side)
    return Dossier.of(records)


def _turning(passages: list[Passage]) -> Iterator[Passage]:
    while passages:
        yield from passages


def _tree(maker: _Maker, stand: Position, size: int, quotes: Iterator[Passage]) -> Iterator[Record]:
    """`size` arguments for and against a position in turn, each with an answer and an answer to that."""
    parent: Argument | None = None
    for place in range(size):
        depth = place % 3
        if depth == 0 or parent is None:
            side = Side.PRO if place % 2 == 0 else Side.CON
            parent = maker.argument(stand.id, side, whole=True)
        else:
            parent = maker.argument(parent.id, Side.CON, whole=False)
        yield parent
        for _ in range(1 + place % 2 if depth == 0 else 0):
            if (passage := next(quotes, None)) is not None:
                yield maker.evidence(parent, passage)
