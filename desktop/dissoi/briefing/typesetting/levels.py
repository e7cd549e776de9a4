# SPDX-License-Identifier: MIT
"""How deep each character of a paragraph is embedded (Unicode Standard Annex 9, "Bidirectional Algorithm").

Rules are named as there. Types of characters are the Bidi_Class of the Unicode Character Database.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

_DEEPEST = 125
"""Levels that explicit marks may reach (BD2)."""
_MOST_BRACKETS = 63
"""Open brackets that are kept in mind (BD16)."""
_EMBEDDINGS = {"LRE": "", "RLE": "", "LRO": "L", "RLO": "R"}
_ISOLATES = {"LRI", "RLI", "FSI"}
_REMOVED = {*_EMBEDDINGS, "PDF", "BN"}
_NEUTRAL = {"B", "S", "WS", "ON", "PDI", *_ISOLATES}
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What counts as strong to the neutrals beside it (N0, N1)."""


def levels(text: str, *, leftwards: bool) -> list[int]:
    """The level of each character; those of odd levels are read from right to left.

    `leftwards` says so of the paragraph. Marks of direction have the level of the character before.
    """
    base = int(leftwards)
    classes = [unicodedata.bidirectional(char) or "L" for char in text]
    pairs = _isolated(classes)
    explicit = _Explicit(classes, pairs, base)
    embedded, types = explicit.levels, explicit.types
    found = list(embedded)
    for sequence, before, behind in _sequences(classes, embedded, pairs, base):
        around = (embedded[sequence[0]], before, behind)
        _Sequence(text, classes, sequence, types, around).resolve(found)
    for place, kind in enumerate(classes):
        if kind in _REMOVED:
            found[place] = found[place - 1] if place else base
    return found


def _isolated(classes: Sequence[str]) -> dict[int, int]:
    """The end of each isolate by its beginning, as far as it has one (BD9)."""
    pairs, open_ones = {}, []
    for place, kind in enumerate(classes):
        if kind in _ISOLATES:
            open_ones.append(place)
        elif kind == "PDI" and open_ones:
            pairs[open_ones.pop()] = place
    return pairs


def begins_leftwards(text: str) -> bool:
    """Whether a paragraph is read from right to left, as its first strong character is (P2, P3)."""
    classes = [unicodedata.bidirectional(char) or "L" for char in text]
    return _begins_leftwards(classes, _isolated(classes), 0, len(classes))


def _begins_leftwards(classes: Sequence[str], pairs: dict[int, int], start: int, stop: int) -> bool:
    place = start
    while place < stop:
        kind = classes[place]
        if kind in {"L", "R", "AL"}:
            return kind != "L"
        place = pairs.get(place, stop) if kind in _ISOLATES else place + 1
    return False


class _Explicit:
    """Levels and types by the marks in the text alone (X1 to X8)."""

    def __init__(self, classes: Sequence[str], pairs: dict[int, int], base: int) -> None:
        self._classes = classes
        self._pairs = pairs
        self._stack = [(base, "", False)]
        """The level, the type that all have, and whether it is an isolate, of what is open."""
        self._isolates = self._isolates_over = self._embeddings_over = 0
        self.types = list(classes)
        self.levels = [base] * len(classes)
        for place, kind in enumerate(classes):
            self._take(place, kind)

    def _take(self, place: int, kind: str) -> None:
        if kind == "B":
            return
        if kind == "PDI":
            self._end_isolate()
        level, override, _ = self._stack[-1]
        self.levels[place] = level
        if override and kind not in _REMOVED:
            self.types[place] = override
        if kind == "PDF":
            self._end_embedding()
        elif kind in _EMBEDDINGS or kind in _ISOLATES:
            self._begin(place, kind, level)

    def _begin(self, place: int, kind: str, level: int) -> None:
        isolate = kind in _ISOLATES
        stop = self._pairs.get(place, len(self._classes))
        turned = kind[0] == "R" or (
            kind == "FSI" and _begins_leftwards(self._classes, self._pairs, place + 1, stop)
        )
        deeper = level + 1 + (level % 2 == int(turned))
        if deeper <= _DEEPEST and not self._isolates_over and not self._embeddings_over:
            self._stack.append((deeper, _EMBEDDINGS.get(kind, ""), isolate))
            self._isolates += isolate
        elif isolate:
            self._isolates_over += 1
        elif not self._isolates_over:
            self._embeddings_over += 1

    def _end_isolate(self) -> None:
        if self._isolates_over:
            self._isolates_over -= 1
        elif self._isolates:
            self._embeddings_over = 0
            while not self._stack.pop()[2]:
                pass
            self._isolates -= 1

    def _end_embedding(self) -> None:
        if self._isolates_over:
            return
        if self._embeddings_over:
            self._embeddings_over -= 1
        elif not self._stack[-1][2] and len(self._stack) > 1:
            self._stack.pop()


def _sequences(
    classes: Sequence[str], found: Sequence[int], pairs: dict[int, int], base: int
) -> Iterator[tuple[list[int], int, int]]:
    """The isolating run sequences, each with the levels before and behind it (X10, BD13)."""
    kept = [place for place, kind in enumerate(classes) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for place in kept:
        if runs and found[runs[-1][-1]] == found[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    number = {run[0]: at for at, run in enumerate(runs)}
    ends = set(pairs.values())
    for at, run in enumerate(runs):
        if run[0] in ends:
            continue
        sequence, last = list(run), at
        while pairs.get(sequence[-1]) in number and classes[sequence[-1]] in _ISOLATES:
            last = number[pairs[sequence[-1]]]
            sequence += runs[last]
        before = found[runs[at - 1][-1]] if at else base
        open_end = classes[sequence[-1]] in _ISOLATES or last + 1 == len(runs)
        behind = base if open_end else found[runs[last + 1][0]]
        yield sequence, before, behind


class _Sequence:
    """Characters that are resolved together (W1 to I2)."""

    def __init__(
        self,
        text: str,
        classes: Sequence[str],
        places: Sequence[int],
        types: Sequence[str],
        around: tuple[int, int, int],
    ) -> None:
        self._chars = [text[place] for place in places]
        self._classes = [classes[place] for place in places]
        self._types = [types[place] for place in places]
        self._places = places
        self._level, before, behind = around
        self._own = "LR"[self._level % 2]
        self._start = "LR"[max(self._level, before) % 2]
        self._end = "LR"[max(self._level, behind) % 2]

    def resolve(self, found: list[int]) -> None:
        """Put the levels into `found`."""
        self._resolve_weak()
        self._resolve_separators()
        self._resolve_brackets()
        self._resolve_neutral()
        for place, kind in zip(self._places, self._types, strict=True):
            if self._level % 2:
                found[place] += kind != "R"
            else:
                found[place] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)

    def _resolve_weak(self) -> None:
        """W1 to W3: marks take the type of their letter, digits behind Arabic are Arabic."""
        before = strong = self._start
        for at, kind in enumerate(self._types):
            if kind != "NSM":
                before = kind
            elif before in _ISOLATES or before == "PDI":
                before = "ON"
            if before in {"L", "R", "AL"}:
                strong = before
            self._types[at] = "AN" if before == "EN" and strong == "AL" else before
        self._types = ["R" if kind == "AL" else kind for kind in self._types]

    def _resolve_separators(self) -> None:
        """W4 to W7: separators and signs go with the digits around them, digits with Latin before them."""
        types = self._types
        for at in range(1, len(types) - 1):
            around = types[at - 1]
            if around == types[at + 1] and (types[at], around) in {("ES", "EN"), ("CS", "EN"), ("CS", "AN")}:
                types[at] = around
        at = 0
        while at < len(types):
            stop = at
            while stop < len(types) and types[stop] == "ET":
                stop += 1
            if stop > at and "EN" in (types[at - 1] if at else "", types[stop] if stop < len(types) else ""):
                types[at:stop] = ["EN"] * (stop - at)
            at = stop + 1
        strong = self._start
        for at, kind in enumerate(types):
            if kind in {"L", "R"}:
                strong = kind
            if kind in {"ET", "ES", "CS"}:
                types[at] = "ON"
            elif kind == "EN" and strong == "L":
                types[at] = "L"

    def _resolve_brackets(self) -> None:
        """N0: brackets go with what they enclose, else with what is before them."""
        types = self._types
        for start, stop in sorted(self._bracket_pairs()):
            inside = {_STRONG[kind] for kind in types[start + 1 : stop] if kind in _STRONG}
            if not inside:
                continue
            kind = self._own
            if kind not in inside:
                strong = (_STRONG[each] for each in reversed(types[:start]) if each in _STRONG)
                kind = "L" if next(strong, self._start) == "L" else "R"
            for bracket in (start, stop):
                types[bracket] = kind
                for at in range(bracket + 1, len(types)):
                    if self._classes[at] != "NSM":
                        break
                    types[at] = kind

    def _bracket_pairs(self) -> list[tuple[int, int]]:
        pairs: list[tuple[int, int]] = []
        open_ones: list[tuple[str, int]] = []
        for at, char in enumerate(self._chars):
            if self._types[at] != "ON":
                continue
            if closing := _closing(char):
                if len(open_ones) == _MOST_BRACKETS:
                    return pairs
                open_ones.append((closing, at))
                continue
            own = _same(char)
            for place in range(len(open_ones) - 1, -1, -1):
                if open_ones[place][0] == own:
                    pairs.append((open_ones[place][1], at))
                    del open_ones[place:]
                    break
        return pairs

    def _resolve_neutral(self) -> None:
        """N1 and N2: neutrals go with both neighbours if these agree, else with the level."""
        types, at = self._types, 0
        while at < len(types):
            stop = at
            while stop < len(types) and types[stop] in _NEUTRAL:
                stop += 1
            if stop > at:
                before = _STRONG[types[at - 1]] if at else self._start
                behind = _STRONG[types[stop]] if stop < len(types) else self._end
                types[at:stop] = [before if before == behind else self._own] * (stop - at)
            at = stop + 1


@cache
def _closing(char: str) -> str:
    """The bracket that closes `char`, "" if it opens none; the database has them side by side."""
    if unicodedata.category(char) != "Ps" or not unicodedata.mirrored(char):
        return ""
    following = (chr(ord(char) + step) for step in (1, 2))
    return _same(next((each for each in following if unicodedata.category(each) == "Pe"), ""))


def _same(char: str) -> str:
    """A bracket in the one form that it is compared by."""
    return unicodedata.normalize("NFC", char)
