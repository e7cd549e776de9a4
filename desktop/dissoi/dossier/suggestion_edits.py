# SPDX-License-Identifier: MIT
"""Makes positions and holders of what a reader accepted of the suggestions about an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dissoi.dossier.article_edits import label_passage, quote_passage
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit, add_position, name_holders
from dissoi.dossier.passages import passage_for
from dissoi.dossier.records import Article, Holder, Label, NewId, Passage, Position, RecordId, Stance


class AcceptedHolder(NamedTuple):
    """Somebody accepted as a holder; the words from `start` to `end` (code points) of the article show it."""

    name: str
    role: str
    stance: Stance
    start: int
    end: int


class AcceptedPosition(NamedTuple):
    """Holders of one position: of `position`, or of a new one with `statement` where there is none such."""

    statement: str
    holders: tuple[AcceptedHolder, ...]
    position: RecordId | None = None


def add_suggested_positions(article: RecordId, accepted: Sequence[AcceptedPosition], new_id: NewId) -> Edit:
    """Add what was accepted, in one step. Raises `PassageError` when a range holds no words."""

    def run(dossier: Dossier) -> Dossier:
        for each in accepted:
            for edit in _edits(dossier, article, each, new_id):
                dossier = edit.run(dossier)
        return dossier

    return Edit("Add Suggested Positions", run)


def _edits(dossier: Dossier, article: RecordId, accepted: AcceptedPosition, new_id: NewId) -> Iterator[Edit]:
    kept = accepted.position and dossier.find(Position, accepted.position)
    position = kept.id if kept else new_id()
    holders = list(kept.holders) if kept else []
    if not kept:
        yield add_position(position, accepted.statement)
    held = {(each.name, each.stance) for each in holders}
    places: dict[tuple[int, int], Passage] = {}
    for each in accepted.holders:
        if (each.name, each.stance) in held:
            continue
        held.add((each.name, each.stance))
        place = (each.start, each.end)
        if place not in places:
            places[place] = passage_for(dossier, dossier.get(Article, article), *place, new_id)
            yield quote_passage(places[place])
            if places[place].label is Label.NONE:
                yield label_passage(places[place].id, Label.HOLDER)
        holders.append(Holder(name=each.name, role=each.role, stance=each.stance, passage=places[place].id))
    yield name_holders(position, holders)


def is_held(dossier: Dossier, name: str, stance: Stance) -> bool:
    """Whether somebody is named as a holder with this stance already."""
    return any(
        (holder.name, holder.stance) == (name, stance)
        for position in dossier.positions
        for holder in position.holders
    )
