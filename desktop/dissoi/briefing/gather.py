# SPDX-License-Identifier: MIT
"""Gathers what goes into a brief from a dossier."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dissoi.briefing.authorship import name_of
from dissoi.briefing.content import (
    ANY_OCCASION,
    Brief,
    Held,
    Occasion,
    Point,
    Proof,
    Prose,
    Query,
    Source,
    Stand,
    Term,
)
from dissoi.briefing.gather_talks import talks_of, teams_of
from dissoi.briefing.languages import language_tag
from dissoi.briefing.options import OPPOSING, WHOLE, LayoutName, Options, Section
from dissoi.briefing.quoting import Quoted, card_with, cut_with, on_cards, quoted_by
from dissoi.dossier.citation import appeared_in, credentials_short, missing_from_cite
from dissoi.dossier.cite_styles import cites_of
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.prose import Blocks
from dissoi.dossier.records import (
    Argument,
    Article,
    Holder,
    Passage,
    Position,
    RecordId,
    Side,
)
from dissoi.dossier.sides import side_below

Parser = Callable[[str], Blocks]
"""Turns the Markdown that users write into blocks."""


def brief_of(
    dossier: Dossier,
    parse: Parser,
    options: Options = WHOLE,
    occasion: Occasion = ANY_OCCASION,
    *,
    cut: bool = False,
) -> Brief:
    """What a brief of `dossier` says.

    Positions and sides that were not chosen are left out; the others keep their numbers. Evidence comes as
    cut cards in the layout of cards, and in any other if `cut`.
    """
    gathering = _Gathering(dossier, parse, options, cut=cut or options.layout is LayoutName.EVIDENCE)
    chosen = [
        (str(number), position)
        for number, position in enumerate(dossier.positions, 1)
        if not options.positions or position.id in options.positions
    ]
    holders = [gathering.holders_of(position) for _, position in chosen]
    stands = tuple(
        gathering.stand(position, held, number)
        for (number, position), held in zip(chosen, holders, strict=True)
    )
    return Brief(
        question=dossier.question.text.strip(),
        background=parse(dossier.question.background),
        terms=tuple(
            Term(each.term.strip(), parse(each.meaning))
            for each in dossier.definitions
            if each.term.strip() or each.meaning.strip()
        ),
        stands=stands,
        sources=gathering.sources(),
        also_read=gathering.also_read(),
        made_on=occasion.made_on,
        made_by=name_of(occasion.made_by),
        debate=occasion.debate,
        talks=talks_of(dossier, occasion.debate),
        teams=teams_of(dossier, occasion.debate),
        pace=dossier.question.pace,
        gaps=occasion.gaps if options.gaps else None,
    )


class _Gathering:
    """Walks a dossier in the order of the brief and numbers articles as they are first used."""

    def __init__(self, dossier: Dossier, parse: Parser, options: Options, *, cut: bool) -> None:
        self._dossier = dossier
        self._parse = parse
        self._cites = cites_of(dossier.articles, options.cites)
        self._sides = tuple(Side) if options.layout in OPPOSING else options.sides.chosen
        self._cards = cut
        self._listed = Section.SOURCES in options.parts
        self._numbers: dict[RecordId, int] = {}

    def sources(self) -> tuple[Source, ...]:
        """The sources used so far."""
        used = ((number, self._dossier.get(Article, key)) for key, number in self._numbers.items())
        return tuple(self._source(number, article) for number, article in used)

    def _source(self, number: int | None, article: Article) -> Source:
        return Source(number, self._cites[article.id][1], missing_from_cite(article))

    def also_read(self) -> tuple[Source, ...]:
        """The articles of the dossier that nothing refers to."""
        articles = (each for each in self._dossier.articles if each.id not in self._numbers)
        return tuple(self._source(None, article) for article in articles)

    def holders_of(self, position: Position) -> tuple[Held, ...]:
        """Who holds a position; those without a name are left out."""
        return tuple(self._held(holder) for holder in position.holders if holder.name.strip())

    def stand(self, position: Position, holders: tuple[Held, ...], number: str) -> Stand:
        """A position with its two trees."""
        return Stand(
            record=position.id,
            number=number,
            statement=position.statement.strip(),
            holders=holders,
            pro=self._tree(position.id, Side.PRO),
            con=self._tree(position.id, Side.CON),
            queries=self._queries(position.id),
        )

    def _held(self, holder: Holder) -> Held:
        passage = self._dossier.find(Passage, holder.passage) if holder.passage else None
        source = self._number(passage.article) if passage else 0
        return Held(holder.name.strip(), holder.role.strip(), holder.stance, source or None)

    def _number(self, article: RecordId) -> int:
        """The number of an article among the sources; 0 where the brief lists none."""
        number = self._numbers.setdefault(article, len(self._numbers) + 1)
        return number if self._listed else 0

    def _tree(self, position: RecordId, side: Side) -> tuple[Point, ...]:
        if side not in self._sides:
            return ()
        points: list[Point] = []
        tops = enumerate(self._dossier.arguments_of(position, side), 1)
        pending = [(node, f"{side.sign}{place}", 0, side) for place, node in tops][::-1]
        while pending:
            node, number, depth, speaks = pending.pop()
            points.append(self._point(node, number, depth, speaks))
            answers = enumerate(self._dossier.answers_to(node.id), 1)
            below = [
                (answer, f"{number}.{place}", depth + 1, side_below(speaks, answer.side))
                for place, answer in answers
            ]
            pending.extend(reversed(below))
        return tuple(points)

    def _point(self, node: Argument, number: str, depth: int, side: Side) -> Point:
        return Point(
            record=node.id,
            number=number,
            depth=depth,
            side=side,
            relation=node.side,
            claim=node.claim.strip(),
            written=Prose(node.reasoning, self._parse),
            proofs=self._proofs(node),
            impact=node.impact.strip(),
            weight=node.weight,
            queries=self._queries(node.id),
        )

    def _queries(self, about: RecordId, *, followup: bool = False) -> tuple[Query, ...]:
        """The questions about a record, each with its follow-ups."""
        return tuple(
            Query(
                each.question.strip(),
                each.hoped.strip(),
                () if followup else self._queries(each.id, followup=True),
            )
            for each in self._dossier.questions_about(about)
        )

    def _proofs(self, node: Argument) -> tuple[Proof, ...]:
        quoted = [quoted_by(self._dossier, each) for each in self._dossier.evidence_of(node.id)]
        return tuple(map(self._proof, on_cards(quoted) if self._cards else ([each] for each in quoted)))

    def _proof(self, together: Sequence[Quoted]) -> Proof:
        first = together[0]
        article = first.article
        cite, full = self._cites[article.id]
        return Proof(
            words=" … ".join(each.words for each in together),
            cite=cite,
            full=full,
            publisher=appeared_in(article),
            source=self._number(article.id),
            sort=first.evidence.sort,
            found=first.found,
            confirmed=first.confirmed,
            cut=cut_with(together),
            card=card_with(together) if self._cards else (),
            paragraphs=first.paragraphs,
            language=language_tag(article.language),
            credentials=credentials_short(article),
        )
