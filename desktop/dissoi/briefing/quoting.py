# SPDX-License-Identifier: MIT
"""Quotations as they stand in their articles, and which of them share a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dissoi.briefing.cutting import card_of
from dissoi.dossier.anchoring import Found, anchor
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.paragraphs import paragraphs_of
from dissoi.dossier.prose import Blocks
from dissoi.dossier.reading_aloud import Piece, cut_of, pieces_of
from dissoi.dossier.records import Article, Evidence

_Ranges = Sequence[tuple[int, int]]
_BETWEEN = Piece(" … ", read=False)


class Quoted(NamedTuple):
    """Evidence with the places of its words, and of those that are read aloud, in code points of the article.

    `aloud` is None where all of it is read.
    """

    evidence: Evidence
    article: Article
    words: str
    pieces: tuple[Piece, ...]
    ranges: _Ranges
    aloud: _Ranges | None
    found: bool
    confirmed: bool

    @property
    def paragraphs(self) -> str:
        """The paragraphs that it stands in, as in "¶3"; "" where it is not found."""
        return paragraphs_of(self.article, self.ranges) if self.found else ""


def quoted_by(dossier: Dossier, evidence: Evidence) -> Quoted:
    """Evidence with the places of its words."""
    article, passages = dossier.article_of(evidence), dossier.passages_in(evidence)
    places = [anchor(each, article.text) for each in passages]
    starts = {str(passage): place.start for passage, place in zip(evidence.passages, places, strict=True)}
    cut = cut_of(dossier, evidence)
    aloud = [(starts[each.passage] + each.start, starts[each.passage] + each.end) for each in cut]
    return Quoted(
        evidence=evidence,
        article=article,
        words=dossier.quotation(evidence),
        pieces=pieces_of(dossier, evidence),
        ranges=[(place.start, place.end) for place in places],
        aloud=aloud if cut else None,
        found=all(place.how is not Found.NOT_FOUND for place in places),
        confirmed=not any(each.was for each in passages),
    )


def on_cards(quotations: Iterable[Quoted]) -> list[list[Quoted]]:
    """Quotations in groups that share a card: of one kind, and from the same paragraphs of one article."""
    groups: dict[object, list[Quoted]] = {}
    for each in quotations:
        shared = each.confirmed and each.paragraphs
        same = (each.article.id, each.evidence.sort, shared) if shared else each.evidence.id
        groups.setdefault(same, []).append(each)
    return list(groups.values())


def card_with(together: Sequence[Quoted]) -> Blocks:
    """The paragraphs of quotations that share a card; () where the words are not found."""
    if not all(each.found for each in together):
        return ()
    ranges = [place for each in together for place in each.ranges]
    if all(each.aloud is None for each in together):
        return card_of(together[0].article, ranges)
    read = [place for each in together for place in (each.ranges if each.aloud is None else each.aloud)]
    return card_of(together[0].article, ranges, read)


def cut_with(together: Sequence[Quoted]) -> tuple[Piece, ...]:
    """The words of quotations that share a card, in pieces; () where all of them are read aloud."""
    if all(each.aloud is None for each in together):
        return ()
    pieces = [piece for each in together for piece in (_BETWEEN, *each.pieces)]
    return tuple(pieces[1:])
