# SPDX-License-Identifier: MIT
"""The text layer: breaks runs of text into lines of a given width, once for each paragraph.

Lines are ragged right. Where to break is chosen for the whole paragraph, so that its edge is as
even as it can be (least sum of squared gaps, after Knuth and Plass, "Breaking Paragraphs into
Lines", 1981); a paragraph that goes on over a page is then merely divided between two lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from dissoi.briefing.languages import language_of
from dissoi.briefing.typesetting.breaks import has_ideographs
from dissoi.briefing.typesetting.fitting import even_stops, stops
from dissoi.briefing.typesetting.latin import is_latin
from dissoi.briefing.typesetting.order import has_leftwards
from dissoi.briefing.typesetting.pieces import BLACK, Ink, Line, Look, Piece, Run, shortened, trimmed
from dissoi.briefing.typesetting.turning import Turner
from dissoi.briefing.typesetting.units import Strand, Unit, chopped, closed, unit_of
from dissoi.briefing.typesetting.words import Divided, Words, spaced, words_of
from dissoi.dossier.prose import LINE_BREAK

__all__ = ["BLACK", "Ink", "Line", "Look", "Piece", "Run", "Setter", "tidy"]

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
    if not text.isprintable():
        text = _NO_TEXT.sub("\ufffd", _LINE_ENDS.sub(LINE_BREAK, text))
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


class Setter:
    """Sets runs in lines, and remembers the words it has measured.

    `language` is that of texts which do not tell theirs; a language tag, or "".
    """

    def __init__(self, language: str = "") -> None:
        self.language = language
        self._words: dict[Look, Words] = {}
        self._divided: dict[str, Divided] = {}
        """Words with hyphens, by the language of the paragraph."""
        self._at_need: dict[str, Divided] = {}
        self._short: dict[tuple[tuple[Run, ...], float, int], tuple[Line, ...]] = {}
        """Short texts, which often stand in several places: numbers, labels, claims."""

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
        may_divide = any(look.hyphenated and measure < _WIDE * look.size for _, look in runs)
        result: list[Line] = []
        for units in _up_to_ends(self._units(runs, measure, language)):
            result += self._fitted(units, measure, language if may_divide else None)
        return self._cut(result, at_most, measure) if 0 < at_most < len(result) else result

    def _fitted(self, units: Sequence[Unit], measure: float, language: _Told | None) -> list[Line]:
        """The lines with the most even edge; if a `language` can be told, words are divided where need be."""
        strand = Strand(units)
        if strand.boxes.length <= measure:
            return [strand.line(0, len(units), measure)]
        ends: list[int] = []
        if language is not None and not (ends := even_stops(strand.boxes, measure, _RAGGED)):
            parts = self._divided_in(language())
            # The last word stays whole: a part of it would be a line of its own.
            strand = Strand([*chain.from_iterable(map(parts.__getitem__, units[:-1])), units[-1]])
        ends = ends or stops(strand.boxes, measure)
        return [strand.line(start, end, measure) for start, end in zip([0, *ends], ends, strict=False)]

    def _divided_in(self, language: str, *, at_need: bool = False) -> Divided:
        kept = self._at_need if at_need else self._divided
        if language not in kept:
            kept[language] = Divided(language, at_need=at_need)
        return kept[language]

    def line(self, runs: Iterable[Run], measure: float) -> Line:
        """One line, cut with an ellipsis where it is too long."""
        lines = self.lines(runs, measure, 1)
        return lines[0] if lines else Line((), 0.0)

    def _units(self, runs: Iterable[Run], measure: float, language: _Told) -> list[Unit]:
        units = self._whole_units(runs)
        if not units or max([unit.width for unit in units]) <= measure:
            return units
        return [part for unit in units for part in self._fit_for(unit, measure, language)]

    def _fit_for(self, unit: Unit, measure: float, language: _Told) -> Iterator[Unit]:
        """A word in parts that are not wider than a line."""
        if unit.width <= measure:
            yield unit
            return
        for part in self._divided_in(language(), at_need=True)[unit]:
            yield from chopped(part, measure) if part.width > measure else (part,)

    def _whole_units(self, runs: Iterable[Run]) -> list[Unit]:
        """Words with the space behind them. A word that several looks share is one unit."""
        units: list[Unit] = []
        open_word: tuple[Unit, ...] = ()
        for text, look in runs:
            for place, part in enumerate(tidy(text).split(LINE_BREAK)):
                if place:
                    units.append(closed(open_word, ends=True))
                    open_word = ()
                open_word = self._add(units, part, look, open_word)
        return [*units, closed(open_word)] if open_word else units

    def _add(self, units: list[Unit], text: str, look: Look, open_word: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """Adds the units of text of one look; returns the parts of a word that may go on in another."""
        words = self._words.get(look)
        if words is None:
            words = self._words[look] = Words(look)
        *before, last = words_of(text)
        if open_word and before:
            whole = spaced(words[before.pop(0)], look)
            units.append(closed(_gone_on(units, open_word, whole)))
            open_word = ()
        units += chain.from_iterable(map(words.spaced.__getitem__, before))
        return _gone_on(units, open_word, words[last]) if last else open_word

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


def _gone_on(units: list[Unit], open_word: tuple[Unit, ...], parts: Sequence[Unit]) -> tuple[Unit, ...]:
    """Adds the parts of a word behind `open_word`, but for the last, which is open then."""
    *before, last = parts
    for part in before:
        units.append(closed((*open_word, part)))
        open_word = ()
    return (*open_word, last)


def _up_to_ends(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """Units up to where a line ends in any case."""
    start = 0
    for stop, unit in enumerate(units, 1):
        if unit.ends:
            yield units[start:stop]
            start = stop
    if start < len(units):
        yield units[start:]
