# SPDX-License-Identifier: MIT
"""The lines of the list of passages, made from a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.paragraphs import Paragraphs
from dissoi.dossier.records import NO_RECORD, Article, Label, Passage, RecordId
from dissoi.dossier.sides import side_of, tagged


@dataclass(frozen=True)
class PassageRow:
    """One passage. `place` sorts by article and place in it; `uses` are arguments with their numbers."""

    id: RecordId
    article: RecordId
    title: str
    paragraphs: str
    label: Label
    words: str
    note: str
    place: tuple[int, int, int]
    uses: tuple[tuple[RecordId, str], ...]
    shows: tuple[str, ...] = ()
    """The numbers of the positions of which it shows a holder."""

    @property
    def used_in(self) -> str:
        """The numbers of the arguments that rest on it."""
        return ", ".join(number for _, number in self.uses)


def passage_rows(dossier: Dossier) -> tuple[PassageRow, ...]:
    """All passages, article by article, as they stand in them."""
    return tuple(
        _row(dossier, article, at, paragraphs, passage)
        for at, article in enumerate(dossier.articles)
        for paragraphs in [Paragraphs(article)]
        for passage in dossier.passages_of(article.id)
    )


def _row(dossier: Dossier, article: Article, at: int, paragraphs: Paragraphs, passage: Passage) -> PassageRow:
    return PassageRow(
        id=passage.id,
        article=article.id,
        title=article.title,
        paragraphs=paragraphs.named([(passage.start, passage.end)]),
        label=passage.label,
        words=" ".join(passage.exact.split()),
        note=passage.note,
        place=(at, passage.start, passage.end),
        uses=uses_of(dossier, [passage.id]),
        shows=_positions_shown_held(dossier, passage.id),
    )


def _positions_shown_held(dossier: Dossier, passage: RecordId) -> tuple[str, ...]:
    """The numbers of the positions of which a passage shows who holds them."""
    return tuple(
        str(number)
        for number, position in enumerate(dossier.positions, 1)
        if any(holder.passage == passage for holder in position.holders)
    )


def uses_of(dossier: Dossier, passages: Iterable[RecordId]) -> tuple[tuple[RecordId, str], ...]:
    """The arguments that rest on passages, in reading order, with position and number, as in "2: +1"."""
    uses = {item.argument for each in passages for item in dossier.evidence_with(each)}
    if len(uses) < 2:  # noqa: PLR2004 - one is in order
        return tuple((each, numbered(dossier, each)) for each in uses)
    holding = {dossier.position_of(each).id for each in uses}
    trees = (dossier.tree_of(each.id) for each in dossier.positions if each.id in holding)
    return tuple((each.id, numbered(dossier, each.id)) for tree in trees for each in tree if each.id in uses)


def numbered(dossier: Dossier, argument: RecordId) -> str:
    """What an argument is called among all positions: "2: +1"."""
    number = f"{dossier.number_of(dossier.position_of(argument).id)}: {dossier.number_of(argument)}"
    return tagged(side_of(dossier, argument), number)


@dataclass(frozen=True)
class Filter:
    """Which lines are shown: of one article, of one label, used for nothing, or with some words."""

    article: RecordId = NO_RECORD
    label: Label | None = None
    unused: bool = False
    words: str = ""

    def keeps(self, row: PassageRow) -> bool:
        """Whether a line is shown."""
        sought = self.words.casefold()
        return (
            (not self.article or row.article == self.article)
            and (self.label is None or row.label is self.label)
            and not (self.unused and (row.uses or row.shows))
            and sought in f"{row.words}\n{row.note}".casefold()
        )
