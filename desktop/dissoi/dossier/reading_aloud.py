# SPDX-License-Identifier: MIT
"""Cut cards: which words of a quotation are read aloud. The rest stays quoted, so that it can be checked.

A cut names its words. It counts only while all of them stand where they stood in their passages: once a
correction of the article changed or moved one of them there, the whole quotation is read again. It goes along
where the same words are only typeset otherwise (`text_edits.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import NamedTuple

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit, set_fields
from dissoi.dossier.records import Evidence, Passage, RecordId
from dissoi.dossier.stretch import Stretch

_Place = tuple[RecordId, int]
"""A character of a passage: the passage, and the code points before it."""

_ELLIPSIS = " … "


class Piece(NamedTuple):
    """Characters of a quotation that are all read aloud, or all not."""

    text: str
    read: bool


def cut_of(dossier: Dossier, evidence: Evidence) -> tuple[Stretch, ...]:
    """The words to be read, if only some are, and if they stand in their passages as they did."""
    if not evidence.cut:
        return ()
    exact = {str(passage.id): passage.exact for passage in dossier.passages_in(evidence)}
    stand = (exact.get(each.passage, "")[each.start : each.end] == each.words for each in evidence.cut)
    return evidence.cut if all(stand) else ()


def pieces_of(dossier: Dossier, evidence: Evidence) -> tuple[Piece, ...]:
    """The quotation (`Dossier.quotation`) in pieces that are read aloud or not."""
    text, cut = dossier.quotation(evidence), cut_of(dossier, evidence)
    if not cut:
        return (Piece(text, read=True),) if text else ()
    places = _places(dossier, evidence)
    flags = _joined(text, places, _within(cut))
    runs = groupby(range(len(text)), key=flags.__getitem__)
    return tuple(Piece("".join(text[at] for at in run), read) for read, run in runs)


def words_to_read(dossier: Dossier, evidence: Evidence) -> str:
    """What is read aloud of a quotation; an ellipsis stands for what is left out."""
    return spoken(pieces_of(dossier, evidence))


def spoken(pieces: Sequence[Piece]) -> str:
    """The pieces that are read aloud; an ellipsis stands for what is left out between them."""
    return _ELLIPSIS.join(piece.text.strip() for piece in pieces if piece.read)


def mark_read(evidence: RecordId, start: int, end: int) -> Edit:
    """Mark words to be read aloud, or take the mark from them if all of them have it.

    `start` and `end` count code points of the quotation. The first words that are marked are the only ones
    that are read; where all or none are marked in the end, the whole quotation is.
    """

    def run(dossier: Dossier) -> Dossier:
        cut = dossier.get(Evidence, evidence)
        text, places = dossier.quotation(cut), _places(dossier, cut)
        read = set(_within(cut_of(dossier, cut)))
        letters = [place for place, sign in zip(places, text, strict=True) if place and not sign.isspace()]
        chosen = {place for place in places[max(0, start) : max(0, end)] if place}.intersection(letters)
        read = read - chosen if chosen <= read else read | chosen
        whole = read.issuperset(letters) or read.isdisjoint(letters)
        made = () if whole else tuple(_stretches(dossier, _runs(_joined(text, places, read), places)))
        return dossier.with_records(cut.model_copy(update={"cut": made}))

    return Edit("Mark to Be Read", run)


def read_whole(evidence: RecordId) -> Edit:
    """Have the whole quotation read aloud."""
    return set_fields("Read the Whole Quotation", Evidence, evidence, cut=())


def _places(dossier: Dossier, evidence: Evidence) -> list[_Place | None]:
    """Where each character of the quotation stands; None for the ellipses that join passages."""
    places: list[_Place | None] = []
    for nth, passage in enumerate(dossier.passages_in(evidence)):
        places += [None] * len(_ELLIPSIS) if nth else []
        for word, found in enumerate(re.finditer(r"\S+", passage.exact)):
            places += [(passage.id, found.start() - 1)] if word else []
            places += [(passage.id, at) for at in range(*found.span())]
    return places


def _within(cut: Sequence[Stretch]) -> AbstractSet[_Place]:
    return {(RecordId(each.passage), at) for each in cut for at in range(each.start, each.end)}


def _joined(text: str, places: Sequence[_Place | None], read: AbstractSet[_Place]) -> list[bool]:
    """For each character whether it is read; a space is when the words on both sides of it are."""
    flags = [place is not None and place in read for place in places]
    for at, place in enumerate(places):
        if place is not None and text[at] == " ":
            flags[at] = flags[at - 1] and flags[at + 1]
    return flags


def _runs(flags: Sequence[bool], places: Sequence[_Place | None]) -> Iterator[tuple[RecordId, int, int]]:
    """The first and the last place of what is read without a gap."""
    for read, run in groupby(range(len(flags)), key=flags.__getitem__):
        inside = [place for at in run if (place := places[at])]
        if read:
            yield inside[0][0], inside[0][1], inside[-1][1] + 1


def _stretches(dossier: Dossier, runs: Iterator[tuple[RecordId, int, int]]) -> Iterator[Stretch]:
    for passage, start, end in dict.fromkeys(runs):
        yield Stretch(passage=passage, start=start, words=dossier.get(Passage, passage).exact[start:end])
