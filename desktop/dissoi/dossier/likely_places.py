# SPDX-License-Identifier: MIT
"""Where in a changed text the words of a passage may stand, and how much speaks for each place.

Three ways lead to places: the very words; pieces of the passage and its surroundings, at the distances
they had; and what stands between the surroundings where the words themselves were rewritten.
The weights and thresholds were measured on English articles changed in thirteen ways
(`tests/benchmarks/bench_anchoring.py` has their like).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dissoi.dossier.alignment import align, distance, likeness
from dissoi.dossier.records import Passage
from dissoi.dossier.text_folding import Folded, fold

_CONTEXT = 48
"""How many folded characters before and after are compared."""
_MOST_EXACT = 200
_SURE_CONTEXT = 0.75
"""With the very words in a context like this, no other kind of place is looked for."""
_SAME_AROUND = 0.97
"""What stands around is the very same: the ends of a place that it bounds are right."""
_UNRELATED = 0.4
"""How alike two unrelated pieces of English are found to be."""
_END = 24
"""How many folded characters at each end of the words must be there, unless the context is."""
_PART, _SURELY_WHOLE = 40, 0.95
_PIECES = ((14, 5), (8, 3))
"""The length of a piece and the step between pieces; the second where the first find too little."""
_TOO_COMMON = 12
_ENOUGH_VOTES = 1.2
_BAND = 40
_MOST_BANDS = 6
_BRACKET, _LEAST_BRACKET, _MOST_BRACKETS = 28, 14, 8


class PreparedText:
    """A text made ready once to find many passages in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._pieces: dict[int, Mapping[str, list[int]]] = {}

    @cached_property
    def folded(self) -> Folded:
        """The text folded, once for all that is looked for in it."""
        return fold(self.text)

    def pieces(self, length: int, step: int) -> Mapping[str, list[int]]:
        """Where each piece of `length` characters stands in the folded text, every `step` characters."""
        if length not in self._pieces:
            found: dict[str, list[int]] = {}
            text = self.folded.text
            for at in range(0, len(text) - length + 1, step):
                found.setdefault(text[at : at + length], []).append(at)
            self._pieces[length] = found
        return self._pieces[length]


class Wanted(NamedTuple):
    """What is looked for, folded: the words, what stood around them, and all together.

    `offset` is where the words begin in `whole`; `part` is how far into the article they stood, from 0 to 1.
    `paragraphs` is the words parted where paragraphs end.
    """

    words: str
    before: str
    after: str
    whole: str
    offset: int
    part: float
    paragraphs: tuple[str, ...]

    def cuts_words(self) -> tuple[bool, bool]:
        """Whether the passage begins and ends within a word."""
        starts = self.before[-1:].isalnum() and self.words[:1].isalnum()
        return starts, self.after[:1].isalnum() and self.words[-1:].isalnum()


def wanted(passage: Passage, old_length: int) -> Wanted:
    """What is looked for to find `passage` of a text of `old_length` code points again."""
    before, after = passage.prefix[-2 * _CONTEXT :], passage.suffix[: 2 * _CONTEXT]
    folded = fold(before + passage.exact + after)
    start, end = folded.at(len(before)), folded.at(len(before) + len(passage.exact))
    while start < end and folded.text[start] == " ":
        start += 1
    while end > start and folded.text[end - 1] == " ":
        end -= 1
    return Wanted(
        folded.text[start:end],
        folded.text[:start][-_CONTEXT:],
        folded.text[end:][:_CONTEXT],
        folded.text,
        start,
        min(passage.start, old_length) / max(1, old_length),
        tuple(filter(None, (fold(each).text.strip() for each in passage.exact.split("\n")))),
    )


@dataclass(frozen=True)
class Place:
    """A place in the folded text. `words` is how alike the words are there, `near` and `best` the context.

    `near` is the mean of both sides and `best` the better one; all are from 0 to 1, as is `score`. `vouched`
    is how sure the less sure of its two ends is, by the words within it or what stands beyond it; `weakest`
    is how alike the least alike part of the words is, of some forty characters; `paragraphs` the same of
    their paragraphs.
    """

    start: int
    end: int
    words: float
    near: float
    best: float
    score: float
    vouched: float
    weakest: float
    paragraphs: float = 1.0

    def overlaps(self, other: Place) -> bool:
        """Whether two places share characters."""
        return self.start < other.end and other.start < self.end


def likely_places(sought: Wanted, text: PreparedText) -> list[Place]:
    """The places where the words may stand, the likeliest first."""
    if not sought.words:
        return []
    found = dict(_exact(sought, text.folded.text))
    ranked = _ranked(sought, text, found)
    if ranked and ranked[0].near >= _SURE_CONTEXT:
        return ranked
    for way in (_by_pieces(sought, text), _between(sought, text.folded.text)):
        for (start, end), errors in way:
            found.setdefault((start, end), errors)
    return _ranked(sought, text, found)


def _ranked(sought: Wanted, text: PreparedText, found: Mapping[tuple[int, int], int]) -> list[Place]:
    places = (_weighed(sought, text.folded.text, *span, errors) for span, errors in found.items())
    return sorted(places, key=lambda place: (-place.score, place.start))


def _weighed(sought: Wanted, text: str, start: int, end: int, errors: int) -> Place:
    words = max(0.0, 1 - errors / len(sought.words))
    before, after = sought.before.strip(), sought.after.strip()
    sides = []
    if before:
        sides.append(likeness(before, text[max(0, start - len(before) - 4) : start]))
    if after:
        sides.append(likeness(after, text[end : end + len(after) + 4]))
    context = [_rescaled(side) for side in sides] or [1.0]
    near, best = sum(context) / len(context), max(context)
    kept_place = 1 - abs(start / max(1, len(text)) - sought.part)
    score = 0.55 * words + 0.25 * near + 0.15 * best + 0.05 * kept_place
    if near >= _SAME_AROUND:
        score += 0.1
    first, last = sought.words[:_END], sought.words[-_END:]
    vouched = min(
        max(_rescaled(likeness(first, text[start : start + _END + 8])), context[0] if before else 0.0),
        max(_rescaled(likeness(last, text[max(0, end - _END - 8) : end])), context[-1] if after else 0.0),
    )
    found = text[start:end]
    parted = words < _SURELY_WHOLE
    weakest = _weakest(_parts(sought.words), found) if parted else 1.0
    paragraphs = _weakest(sought.paragraphs, found) if len(sought.paragraphs) > 1 else 1.0
    return Place(start, end, words, near, best, score, vouched, weakest, paragraphs)


def _parts(words: str) -> Iterator[str]:
    return (words[at : at + _PART] for at in range(0, max(1, len(words) - _PART // 2), _PART))


def _weakest(parts: Iterable[str], found: str) -> float:
    """How alike the least alike of some parts is to what stands in the words found."""
    return min((likeness(part, found) for part in parts), default=1.0)


def _rescaled(alike: float) -> float:
    """A likeness beyond that of unrelated text: from 0 to 1."""
    return max(0.0, (alike - _UNRELATED) / (1 - _UNRELATED))


def _exact(sought: Wanted, text: str) -> Iterator[tuple[tuple[int, int], int]]:
    """The very words, but not within longer words unless they stood so."""
    cut_start, cut_end = sought.cuts_words()
    for start in _all(text, sought.words, _MOST_EXACT):
        end = start + len(sought.words)
        if (not cut_start and inside_word(text, start)) or (not cut_end and inside_word(text, end)):
            continue
        yield (start, end), 0


def inside_word(text: str, at: int) -> bool:
    """Whether a place of a text lies between two letters of a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _all(text: str, part: str, most: int, start: int = 0) -> Iterator[int]:
    at = text.find(part, start)
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = text.find(part, at + 1)


def _by_pieces(sought: Wanted, text: PreparedText) -> Iterator[tuple[tuple[int, int], int]]:
    """The words aligned where most pieces of them and their surroundings agree on a place."""
    votes = _votes(sought, text)
    joined = {
        band: vote + 0.7 * max(votes.get(band - 1, 0.0), votes.get(band + 1, 0.0))
        for band, vote in votes.items()
    }
    slack = max(60, len(sought.words) * 35 // 100)
    for band in sorted(joined, key=lambda each: (-joined[each], each))[:_MOST_BANDS]:
        begin = band * _BAND + sought.offset
        start = max(0, begin - slack)
        window = text.folded.text[start : max(0, begin + _BAND + len(sought.words) + slack)]
        errors, first, last = align(sought.words, window)
        if last > first:
            yield (start + first, start + last), errors


def _votes(sought: Wanted, text: PreparedText) -> dict[int, float]:
    """How much speaks for each band of places at which `sought.whole` may begin."""
    votes: dict[int, float] = {}
    for length, step in _PIECES:
        pieces = text.pieces(length, step)
        for at in range(len(sought.whole) - length + 1):
            hits = pieces.get(sought.whole[at : at + length], ())
            if len(hits) < _TOO_COMMON:
                for hit in hits:
                    band = (hit - at) // _BAND
                    votes[band] = votes.get(band, 0.0) + 1 / (1 + len(hits))
        if max(votes.values(), default=0.0) > _ENOUGH_VOTES:
            break
    return votes


def _between(sought: Wanted, text: str) -> Iterator[tuple[tuple[int, int], int]]:
    """What stands between the surroundings, where both are found not far from each other."""
    before, after = sought.before.strip()[-_BRACKET:], sought.after.strip()[:_BRACKET]
    if min(len(before), len(after)) < _LEAST_BRACKET:
        return
    for at in _all(text, before, _MOST_BRACKETS):
        start = at + len(before)
        end = text.find(after, start, start + 3 * len(sought.words) + 80)
        words = text[start : max(start, end)]
        start += len(words) - len(words.lstrip())
        if words := words.strip():
            first, last = _own_ends(sought.words, words)
            start, words = start + first, words[first:last]
            shorter, longer = sorted((sought.words, words), key=len)
            errors = max(distance(shorter, longer), len(longer) - len(shorter))
            yield (start, start + len(words)), min(len(sought.words), errors)


def _own_ends(sought: str, found: str) -> tuple[int, int]:
    """The part of what stands between the surroundings from the first of the words sought to their last.

    What was put in before the first or behind the last is not of the passage; where these were rewritten
    themselves, all between is.
    """
    words = sought.split()
    _, start, end = align(sought, found)
    if not _stands_at(found, words[0], start):
        start = 0
    if not _stands_at(found, words[-1], end - len(words[-1])):
        end = len(found)
    return (start, end) if start < end else (0, len(found))


def _stands_at(text: str, word: str, at: int) -> bool:
    is_there = at >= 0 and text.startswith(word, at)
    return is_there and not inside_word(text, at) and not inside_word(text, at + len(word))
