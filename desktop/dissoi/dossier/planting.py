# SPDX-License-Identifier: MIT
"""Decides where a passage stands in an altered text: surely, perhaps, or nowhere.

A place is taken without asking only where nothing else comes near it: the words are nearly the same, or what
stands around them is. Whatever is less sure is for somebody to confirm.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from dissoi.dossier.likely_places import Place, PreparedText, Wanted, inside_word, likely_places, wanted
from dissoi.dossier.records import Passage

_SAME_AROUND = 24
"""Code points on each side of the old place that show that nothing was altered there."""
_MOST_SNAPPED = 4
"""Letters that a place found by likeness is widened by to reach the ends of its words."""
_MOST_OFFERED = 3
_SAME = 0.999
"""From here on the words are the very words, folded."""
_RIVAL = 0.9
"""How alike the words of another place must be to make it a rival of the very words."""
_MARGIN, _EXACT_MARGIN = 0.05, 0.1
"""By how much a place must outdo the next that does not overlap it."""
_VOUCHED, _WHOLE, _PARAGRAPH = 0.4, 0.6, 0.72
"""How sure both ends of a place must be and how alike each part, each paragraph: half is not the whole."""
_SAME_AROUND_IT = 0.97
"""From here on what stands around is the very same: what is between is the passage, if rewritten."""
_REWRITTEN, _REWRITTEN_PARAGRAPH, _SHORTENED, _LENGTHENED = 0.35, 0.42, 0.75, 1.3
"""How alike each part and paragraph must be there, and how much shorter or longer the whole may be."""


class _Bar(NamedTuple):
    """The least that a place must show: see `Place`; `length` is that of the words sought, folded."""

    words: float = 0.0
    near: float = 0.0
    best: float = 0.0
    length: int = 0


_SURE_EXACT = (_Bar(length=24), _Bar(best=0.45))
_SURE_AMONG_RIVALS = (_Bar(near=0.6, best=0.75),)
_SURE = (
    _Bar(words=0.92, length=40),
    _Bar(words=0.8, best=0.2, length=40),
    _Bar(words=0.6, near=0.55, length=40),
    _Bar(words=0.7, best=0.6, length=40),
    _Bar(words=0.75, near=_SAME_AROUND_IT),
    _Bar(words=0.9, near=0.85),
    _Bar(words=0.5, near=_SAME_AROUND_IT, length=48),
)
_PERHAPS = (_Bar(words=0.55, best=0.5), _Bar(words=0.68, length=40), _Bar(near=0.75))
_NEAR = (_Bar(words=0.5), _Bar(near=0.4))
"""What is worth offering to whoever looks for the passage."""


class Sureness(StrEnum):
    """How sure it is that a passage stands where it was found."""

    SURE = "sure"
    PERHAPS = "perhaps"
    NOT_FOUND = "not found"


@dataclass(frozen=True)
class Site:
    """A range of a text in code points; `likeness` (0 to 1) is how alike its words are to those sought."""

    start: int
    end: int
    likeness: float = 1.0


@dataclass(frozen=True)
class Sighting:
    """Where a passage was found: `sites` begins with its place, or with the proposed one.

    What follows are other places that come near; all of `sites` is that when it was not found.
    """

    sureness: Sureness
    sites: tuple[Site, ...] = ()

    @property
    def site(self) -> Site | None:
        """The place, sure or proposed."""
        return None if self.sureness is Sureness.NOT_FOUND else self.sites[0]


def find_again(passage: Passage, text: PreparedText, old: PreparedText) -> Sighting:
    """Where `passage`, made in the text `old`, stands in `text`."""
    if not passage.loose and _is_untouched(passage, text.text):
        return Sighting(Sureness.SURE, (Site(passage.start, passage.end),))
    sought = wanted(passage, len(old.text))
    places = _apart(likely_places(sought, text))
    if not places:
        return Sighting(Sureness.NOT_FOUND)
    sureness = _sureness(places, sought, old)
    offered = [places[0]] if sureness is not Sureness.NOT_FOUND else []
    offered += [place for place in places[len(offered) :] if _passes(place, len(sought.words), _NEAR)]
    sites = tuple(_site(place, sought, text) for place in offered[:_MOST_OFFERED])
    if sureness is Sureness.SURE and _cuts_words(sites[0], sought, text.text):
        sureness = Sureness.PERHAPS
    return Sighting(sureness, sites)


def _is_untouched(passage: Passage, text: str) -> bool:
    before, after = passage.prefix[-_SAME_AROUND:], passage.suffix[:_SAME_AROUND]
    around = text[max(0, passage.start - len(before)) : passage.end + len(after)]
    same = around == before + passage.exact + after
    return same and text[passage.start : passage.end] == passage.exact


def _apart(places: list[Place]) -> list[Place]:
    """The places without those that overlap a better one."""
    kept: list[Place] = []
    for place in places:
        if not any(place.overlaps(better) for better in kept):
            kept.append(place)
    return kept


def _sureness(places: list[Place], sought: Wanted, old: PreparedText) -> Sureness:
    """What the best place is worth beside its rivals; of words that stood twice, the other may be left."""
    best, length = places[0], len(sought.words)
    margin = best.score - places[1].score if len(places) > 1 else 1.0
    if best.words >= _SAME:
        rivalled = any(place.words >= _RIVAL for place in places[1:])
        is_one_of_many = rivalled or old.folded.text.count(sought.words) > 1
        bars = _SURE_AMONG_RIVALS if is_one_of_many else _SURE_EXACT
        sure = _passes(best, length, bars) and (margin >= _EXACT_MARGIN or not rivalled)
        return Sureness.SURE if sure else Sureness.PERHAPS
    outdone = any(place.words > best.words + _MARGIN for place in places[1:])
    if margin >= _MARGIN and not outdone and _is_whole(best, length) and _passes(best, length, _SURE):
        return Sureness.SURE
    return Sureness.PERHAPS if _passes(best, length, _PERHAPS) else Sureness.NOT_FOUND


def _is_whole(place: Place, length: int) -> bool:
    """Whether a place has all parts of the words, and not only one of them or one of their paragraphs."""
    if place.near >= _SAME_AROUND_IT:
        kept_length = _SHORTENED <= (place.end - place.start) / length <= _LENGTHENED
        return kept_length and place.weakest >= _REWRITTEN and place.paragraphs >= _REWRITTEN_PARAGRAPH
    return place.vouched >= _VOUCHED and place.weakest >= _WHOLE and place.paragraphs >= _PARAGRAPH


def _cuts_words(site: Site, sought: Wanted, text: str) -> bool:
    """Whether a place begins or ends within a word although the words sought do not."""
    cut_start, cut_end = sought.cuts_words()
    return (not cut_start and inside_word(text, site.start)) or (not cut_end and inside_word(text, site.end))


def _passes(place: Place, length: int, bars: tuple[_Bar, ...]) -> bool:
    """Whether a place, for words of this length, comes up to one of the bars."""
    return any(
        place.words >= bar.words
        and place.near >= bar.near
        and place.best >= bar.best
        and length >= bar.length
        for bar in bars
    )


def _site(place: Place, sought: Wanted, text: PreparedText) -> Site:
    """The range of the text itself, of whole words where the words sought are whole."""
    start, end = place.start, place.end
    if place.words < _SAME:
        start, end = _snapped(text.folded.text, start, end, sought.cuts_words())
    start, end = text.folded.range_of(start, end)
    while end < len(text.text) and unicodedata.combining(text.text[end]):
        end += 1
    return Site(start, end, round(place.words, 3))


def _snapped(text: str, start: int, end: int, cuts: tuple[bool, bool]) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    if not cuts[0]:
        start -= _letters(text, range(start, max(0, start - _MOST_SNAPPED - 1), -1))
    if not cuts[1]:
        end += _letters(text, range(end, min(len(text), end + _MOST_SNAPPED + 1)))
    return start, end


def _letters(text: str, places: range) -> int:
    """How many of the places in a row lie between two letters of a word; none when all do."""
    for count, place in enumerate(places):
        if not (0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()):
            return count
    return 0
