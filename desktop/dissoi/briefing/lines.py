# SPDX-License-Identifier: MIT
"""The text layer: breaks runs of text into lines of a given width, once for each paragraph.

Lines are ragged right. Where to break is chosen for the whole paragraph, so that its edge is as
even as it can be (least sum of squared gaps, after Knuth and Plass, "Breaking Paragraphs into
Lines", 1981); a paragraph that goes on over a page is then merely divided between two lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import cache

from dissoi.briefing.languages import language_of
from dissoi.briefing.typesetting.breaks import SPACES, has_ideographs, parts_of
from dissoi.briefing.typesetting.fitting import stops, widest_gap
from dissoi.briefing.typesetting.hyphens import divisions
from dissoi.briefing.typesetting.latin import is_latin
from dissoi.briefing.typesetting.order import has_leftwards
from dissoi.briefing.typesetting.pieces import BLACK, Ink, Line, Look, Piece, Run, shortened, trimmed
from dissoi.briefing.typesetting.turning import Turner
from dissoi.briefing.typesetting.units import (
    Unit,
    chopped,
    closed,
    hyphenated,
    joined,
    parted,
    space_width,
    unit_of,
)
from dissoi.dossier.prose import LINE_BREAK

__all__ = ["BLACK", "Ink", "Line", "Look", "Piece", "Run", "Setter", "tidy"]

_WORDS = re.compile(f"[^{SPACES}]*[{SPACES}]+|[^{SPACES}]+")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_NARROWEST = 0.1
"""No character that matters is narrower than this part of the type size."""
_SHORT = 120
"""Texts of no more characters than this are kept once they are set."""
_WIDE = 30
"""In lines of as many ems as this, or more, no word is divided."""
_RAGGED = 0.12
"""Words are divided where a line would leave more than this part of the measure empty."""


_Told = Callable[[], str]
"""Tells the language of a paragraph, when asked for it."""


def tidy(text: str) -> str:
    """`text` fit to be set: composed (NFC), line ends as `LINE_BREAK`, what is no text as U+FFFD."""
    text = _NO_TEXT.sub("\ufffd", _LINE_ENDS.sub(LINE_BREAK, text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class Setter:
    """Sets runs in lines, and remembers the words it has measured.

    `language` is that of texts which do not tell theirs; a language tag, or "".
    """

    def __init__(self, language: str = "") -> None:
        self.language = language
        self._words: dict[Look, dict[str, tuple[Unit, ...]]] = {}
        self._ready: dict[Look, dict[str, Unit]] = {}
        """Words with the space behind them, of looks and letters that need no more care."""
        self._short: dict[tuple[tuple[Run, ...], float, int], tuple[Line, ...]] = {}
        """Short texts, which often stand in several places: numbers, labels, claims."""
        self._hyphenated: dict[tuple[str, Look, str, float, bool], tuple[Unit, ...]] = {}

    def lines(self, runs: Iterable[Run], measure: float, at_most: int = 0) -> list[Line]:
        """The lines of a paragraph, none wider than `measure`; with an ellipsis after `at_most` lines."""
        runs = tuple(runs)
        if sum(len(text) for text, _ in runs) > _SHORT:
            return self._set(runs, measure, at_most)
        key = (runs, measure, at_most)
        found = self._short.get(key)
        if found is None:
            found = self._short[key] = tuple(self._set(runs, measure, at_most))
        return list(found)

    def _set(self, runs: Sequence[Run], measure: float, at_most: int) -> list[Line]:
        runs = tuple(_clipped(runs, (at_most + 1) * measure)) if at_most else runs
        if all(is_latin(text) for text, _ in runs):
            return self._in_order_of_reading(runs, measure, at_most)
        whole = "".join(tidy(text) for text, _ in runs)
        if has_ideographs(whole):
            language = language_of(whole) or self.language
            runs = [
                Run(text, look if look.language else look._replace(language=language)) for text, look in runs
            ]
        lines = self._in_order_of_reading(runs, measure, at_most)
        if not has_leftwards(whole):
            return lines
        turner = Turner(whole)
        return [turner.turned(line, measure) for line in lines]

    def _in_order_of_reading(self, runs: Sequence[Run], measure: float, at_most: int) -> list[Line]:
        language = cache(lambda: language_of("".join(text for text, _ in runs)) or self.language)
        result: list[Line] = []
        units: list[Unit] = []
        for unit in self._units(runs, measure, language):
            units.append(unit)
            if unit.ends:
                result += self._fitted(units, measure, language)
                units = []
        if units:
            result += self._fitted(units, measure, language)
        return self._cut(result, at_most, measure) if 0 < at_most < len(result) else result

    def _fitted(self, units: Sequence[Unit], measure: float, language: _Told) -> list[Line]:
        """The lines that leave the most even edge; words are divided only where it would be ragged."""
        natural = sum([unit.width + unit.space for unit in units]) - units[-1].space
        if natural <= measure:
            return [joined(units, measure, is_last=True)]
        ends = stops(units, measure)
        if widest_gap(units, ends, measure) > _RAGGED:
            divided = [part for unit in units for part in self._parts(unit, measure, language)]
            if len(divided) > len(units):
                units, ends = divided, stops(divided, measure)
        starts = [0, *ends]
        return [
            joined(units[start:end], measure, is_last=end == len(units))
            for start, end in zip(starts, ends, strict=False)
        ]

    def _parts(self, unit: Unit, measure: float, language: _Told) -> tuple[Unit, ...]:
        """A unit with hyphens, in parts between which a line may end."""
        look = unit.pieces[0].look if len(unit.pieces) == 1 else None
        if look is None or not look.hyphenated or measure >= _WIDE * look.size:
            return (unit,)
        return self._with_hyphens(unit, look, language)

    def _with_hyphens(
        self, unit: Unit, look: Look, language: _Told, *, at_need: bool = False
    ) -> tuple[Unit, ...]:
        text = unit.pieces[0].text
        tag = look.language or language()
        key = (text, look, tag, unit.space, at_need)
        found = None if unit.lead or unit.hyphen or unit.ends else self._hyphenated.get(key)
        if found is None:
            places = divisions(text, tag, at_need=at_need)
            found = hyphenated(unit, places) if places else (unit,)
            if not (unit.lead or unit.hyphen or unit.ends):
                self._hyphenated[key] = found
        return found

    def line(self, runs: Iterable[Run], measure: float) -> Line:
        """One line, cut with an ellipsis where it is too long."""
        lines = self.lines(runs, measure, 1)
        return lines[0] if lines else Line((), 0.0)

    def _units(self, runs: Iterable[Run], measure: float, language: _Told) -> Iterator[Unit]:
        for unit in self._whole_units(runs):
            if unit.width <= measure:
                yield unit
                continue
            parts: tuple[Unit, ...] = (unit,)
            if len(unit.pieces) == 1:
                parts = self._with_hyphens(unit, unit.pieces[0].look, language, at_need=True)
            for part in parts:
                yield from chopped(part, measure) if part.width > measure else (part,)

    def _whole_units(self, runs: Iterable[Run]) -> Iterator[Unit]:
        """Words with the space behind them. A word that several looks share is one unit."""
        open_word: tuple[Unit, ...] = ()
        for text, look in runs:
            for place, part in enumerate(tidy(text).split(LINE_BREAK)):
                if place:
                    yield closed(open_word, ends=True)
                    open_word = ()
                open_word = yield from self._part_units(part, look, open_word)
        if open_word:
            yield closed(open_word)

    def _part_units(
        self, text: str, look: Look, open_word: tuple[Unit, ...]
    ) -> Generator[Unit, None, tuple[Unit, ...]]:
        """The units of text of one look; returns the parts of a word that may go on in another."""
        ready = self._ready.setdefault(look, {})
        for word in _WORDS.findall(text):
            if not open_word:
                if (unit := ready.get(word)) is not None:
                    yield unit
                    continue
                if not word.strip(SPACES):
                    continue
            *before, last = self._divided(word, look)
            for each in before:
                yield closed((*open_word, each))
                open_word = ()
            if not last.space:
                open_word = (*open_word, last)
                continue
            unit = closed((*open_word, last))
            if not before and not open_word:
                ready[word] = unit
            yield unit
            open_word = ()
        return open_word

    def _divided(self, word: str, look: Look) -> list[Unit]:
        """A word in parts between which a line may end; the last has the space behind the word."""
        words = self._words.setdefault(look, {})
        bare = word.strip(SPACES)
        known = words.get(bare)
        if known is None:
            known = words[bare] = tuple(parted(parts_of(bare), look))
        units = list(known)
        if bare != word:
            units[-1] = units[-1]._replace(space=space_width(units[-1].pieces, look))
        return units

    def _cut(self, lines: list[Line], at_most: int, measure: float) -> list[Line]:
        """The first lines, the last of them with an ellipsis."""
        *kept, last = lines[:at_most]
        pieces = list(last.pieces)
        looks = [piece.look for line in (lines[at_most], last) for piece in line.pieces]
        if not looks:
            return [*kept, last]
        look = looks[-1]
        dots = unit_of("…", look)
        room = measure - dots.width
        while pieces and sum(trimmed(piece).width for piece in pieces) > room:
            shorter = shortened(pieces.pop())
            pieces += [shorter] if shorter.text else []
        if pieces:
            pieces[-1] = trimmed(pieces[-1])
        pieces.extend(dots.pieces)
        return [*kept, Line(tuple(pieces), sum(piece.width for piece in pieces))]


def _clipped(runs: Iterable[Run], width: float) -> Iterator[Run]:
    """No more of runs than could ever fill a line of `width`, so that what is left out costs nothing."""
    for text, look in runs:
        most = int(width / (_NARROWEST * look.size)) + 1
        yield Run(text[:most], look)
        if len(text) > most:
            break
