# SPDX-License-Identifier: MIT
"""The text layer: breaks runs of text into lines of a given width, once for each paragraph.

Lines are ragged right. Where to break is chosen for the whole paragraph, so that its edge is as
even as it can be (least sum of squared gaps, after Knuth and Plass, "Breaking Paragraphs into
Lines", 1981); a paragraph that goes on over a page is then merely divided between two lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dissoi.briefing.fonts import Face
from dissoi.briefing.typesetting.breaks import parts_of
from dissoi.briefing.typesetting.order import begins_leftwards, has_leftwards, levels, visual
from dissoi.dossier.prose import LINE_BREAK

Ink = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

BLACK: Ink = (0.0, 0.0, 0.0)

_SPACE = " \t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Where lines may end; spaces that do not break are part of words."""
_WORDS = re.compile(f"[^{_SPACE}]*[{_SPACE}]+|[^{_SPACE}]+")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_NARROWEST = 0.1
"""No character that matters is narrower than this part of the type size."""
_RUNT = 0.2
"""A last line shorter than this part of the measure is worth avoiding."""
_LOOSE = 0.45
"""A line shorter than the measure by more than this part of it is not considered if another will do."""


class Look(NamedTuple):
    """How a run is shown; sizes in points, `track` is added to each character's advance."""

    face: Face
    size: float
    ink: Ink = BLACK
    track: float = 0.0
    underline: bool = False
    strike: bool = False
    link: str = ""
    """"#key" leads to an anchor of the brief, anything else is an address."""

    @property
    def adorned(self) -> bool:
        """Whether even a space of this look would show."""
        return self.underline or self.strike or bool(self.link)


class Run(NamedTuple):
    """Text of one look."""

    text: str
    look: Look


class Piece(NamedTuple):
    """Part of a line: text that one font can show, and its width in points."""

    text: str
    face: Face
    look: Look
    width: float
    leftwards: bool = False
    """Read from right to left."""


class Line(NamedTuple):
    """A set line. `width` leaves out the space at its end, which is there for those who copy the text."""

    pieces: tuple[Piece, ...]
    width: float
    shift: float = 0.0
    """How far it is set in, as lines are that begin at the right."""


class _Unit(NamedTuple):
    """What no line may divide, and the width of the space behind it."""

    pieces: tuple[Piece, ...]
    width: float
    space: float
    hyphen: float = 0.0
    """Width of the soft hyphen that it ends in, shown only at the end of a line; 0 without one."""
    ends: bool = False
    """A line ends here in any case."""


def tidy(text: str) -> str:
    """`text` fit to be set: composed (NFC), line ends as `LINE_BREAK`, what is no text as U+FFFD."""
    text = _NO_TEXT.sub("\ufffd", _LINE_ENDS.sub(LINE_BREAK, text))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class Setter:
    """Sets runs in lines, and remembers the words it has measured."""

    def __init__(self) -> None:
        self._words: dict[Look, dict[str, _Unit]] = {}
        self._ready: dict[Look, dict[str, _Unit]] = {}
        """Words with the space behind them, of looks and letters that need no more care."""

    def lines(self, runs: Iterable[Run], measure: float, at_most: int = 0) -> list[Line]:
        """The lines of a paragraph, none wider than `measure`; with an ellipsis after `at_most` lines."""
        runs = list(_clipped(runs, (at_most + 1) * measure) if at_most else runs)
        lines = self._in_order_of_reading(runs, measure, at_most)
        if not any(has_leftwards(text) for text, _ in runs):
            return lines
        leftwards = begins_leftwards("".join(text for text, _ in runs))
        return [_turned(line, measure, leftwards=leftwards) for line in lines]

    def _in_order_of_reading(self, runs: Iterable[Run], measure: float, at_most: int) -> list[Line]:
        result: list[Line] = []
        units: list[_Unit] = []
        for unit in self._units(runs, measure):
            units.append(unit)
            if unit.ends:
                result += _fitted(units, measure)
                units = []
        if units:
            result += _fitted(units, measure)
        return self._cut(result, at_most, measure) if 0 < at_most < len(result) else result

    def line(self, runs: Iterable[Run], measure: float) -> Line:
        """One line, cut with an ellipsis where it is too long."""
        lines = self.lines(runs, measure, 1)
        return lines[0] if lines else Line((), 0.0)

    def _units(self, runs: Iterable[Run], measure: float) -> Iterator[_Unit]:
        for unit in self._whole_units(runs):
            if unit.width > measure:
                yield from _chopped(unit, measure)
            else:
                yield unit

    def _whole_units(self, runs: Iterable[Run]) -> Iterator[_Unit]:
        """Words with the space behind them. A word that several looks share is one unit."""
        open_word: tuple[_Unit, ...] = ()
        for text, look in runs:
            for place, part in enumerate(tidy(text).split(LINE_BREAK)):
                if place:
                    yield _closed(open_word, ends=True)
                    open_word = ()
                open_word = yield from self._part_units(part, look, open_word)
        if open_word:
            yield _closed(open_word)

    def _part_units(
        self, text: str, look: Look, open_word: tuple[_Unit, ...]
    ) -> Generator[_Unit, None, tuple[_Unit, ...]]:
        """The units of text of one look; returns the parts of a word that may go on in another."""
        ready = self._ready.setdefault(look, {})
        for word in _WORDS.findall(text):
            if not open_word:
                if (unit := ready.get(word)) is not None:
                    yield unit
                    continue
                if not word.strip(_SPACE):
                    continue
            *before, last = self._divided(word, look)
            for each in before:
                yield _closed((*open_word, each))
                open_word = ()
            if not last.space:
                open_word = (*open_word, last)
                continue
            unit = _closed((*open_word, last))
            if not before and not open_word:
                ready[word] = unit
            yield unit
            open_word = ()
        return open_word

    def _divided(self, word: str, look: Look) -> list[_Unit]:
        """A word in parts between which a line may end; the last has the space behind the word."""
        words = self._words.setdefault(look, {})
        bare = word.strip(_SPACE)
        parts = parts_of(bare)
        units = [self._word(words, part, look) for part in parts]
        if bare != word:
            units[-1] = units[-1]._replace(space=_space(units[-1].pieces, look))
        return units

    @staticmethod
    def _word(words: dict[str, _Unit], word: str, look: Look) -> _Unit:
        unit = words.get(word)
        if unit is None:
            scale = look.size / 1000
            ends = word.endswith("\u00ad")
            hyphen = look.face.width("-") * scale + look.track if ends else 0.0
            parts = look.face.split(word.replace("\u00ad", "").replace("\u200b", ""))
            pieces = tuple(
                Piece(text, face, look, width * scale + look.track * len(text))
                for face, text, width in parts
                if text
            )
            unit = words[word] = _Unit(pieces, sum(piece.width for piece in pieces), 0.0, hyphen)
        return unit

    def _cut(self, lines: list[Line], at_most: int, measure: float) -> list[Line]:
        """The first lines, the last of them with an ellipsis."""
        *kept, last = lines[:at_most]
        pieces = list(last.pieces)
        looks = [piece.look for line in (lines[at_most], last) for piece in line.pieces]
        if not looks:
            return [*kept, last]
        look = looks[-1]
        dots = self._word(self._words.setdefault(look, {}), "…", look)
        room = measure - dots.width
        while pieces and sum(_trimmed(piece).width for piece in pieces) > room:
            shorter = _shortened(pieces.pop())
            pieces += [shorter] if shorter.text else []
        if pieces:
            pieces[-1] = _trimmed(pieces[-1])
        pieces.extend(dots.pieces)
        return [*kept, Line(tuple(pieces), sum(piece.width for piece in pieces))]


def _clipped(runs: Iterable[Run], width: float) -> Iterator[Run]:
    """No more of runs than could ever fill a line of `width`, so that what is left out costs nothing."""
    for text, look in runs:
        most = int(width / (_NARROWEST * look.size)) + 1
        yield Run(text[:most], look)
        if len(text) > most:
            break


def _measured(text: str, face: Face, look: Look) -> Piece:
    return Piece(text, face, look, face.width(text) * look.size / 1000 + look.track * len(text))


def _trimmed(piece: Piece) -> Piece:
    text = piece.text.rstrip(" ")
    return piece if text == piece.text else _measured(text, piece.face, piece.look)


def _shortened(piece: Piece) -> Piece:
    """A piece without its last word; the last character where it is one word."""
    text = piece.text.rstrip(" ")
    before, space, _ = text.rpartition(" ")
    return _measured(before if space else text[:-1], piece.face, piece.look)


def _space(pieces: tuple[Piece, ...], look: Look) -> float:
    """The width of a space behind pieces."""
    face = pieces[-1].face if pieces else look.face
    return face.width(" ") * look.size / 1000 + look.track


def _closed(parts: tuple[_Unit, ...], *, ends: bool = False) -> _Unit:
    """The unit of all parts of a word."""
    if len(parts) == 1:
        return parts[0]._replace(ends=True) if ends else parts[0]
    pieces = tuple(piece for part in parts for piece in part.pieces)
    space, hyphen = (parts[-1].space, parts[-1].hyphen) if parts else (0.0, 0.0)
    return _Unit(pieces, sum(part.width for part in parts), space, hyphen, ends)


def _chopped(unit: _Unit, measure: float) -> Iterator[_Unit]:
    """A word wider than a line, in parts that fit."""
    done: list[Piece] = []
    width = 0.0
    for piece in unit.pieces:
        start = 0
        used = 0.0
        for at, char in enumerate(piece.text):
            advance = piece.face.advance(char) * piece.look.size / 1000 + piece.look.track
            if width + used + advance > measure and (done or at > start):
                part = piece._replace(text=piece.text[start:at], width=used)
                yield _Unit((*done, part) if part.text else tuple(done), width + used, 0.0)
                done, width, start, used = [], 0.0, at, 0.0
            used += advance
        done.append(piece._replace(text=piece.text[start:], width=used))
        width += used
    yield unit._replace(pieces=tuple(done), width=width)


def _fitted(units: Sequence[_Unit], measure: float) -> list[Line]:
    """The lines that leave the most even edge."""
    natural = sum(unit.width + unit.space for unit in units) - units[-1].space
    if natural <= measure:
        return [_joined(units, measure, is_last=True)]
    lines: list[Line] = []
    start = 0
    for stop in _stops(units, measure):
        lines.append(_joined(units[start:stop], measure, is_last=stop == len(units)))
        start = stop
    return lines


def _stops(units: Sequence[_Unit], measure: float) -> Iterator[int]:
    """Where lines end. From the end of the paragraph backwards, each start learns its best end."""
    count = len(units)
    ends, total = [0.0], 0.0  # ends[k]: where unit k - 1 ends when all stand in one line
    starts = []
    for unit in units:
        starts.append(total)
        ends.append(total + unit.width)
        total += unit.width + unit.space
    costs = [0.0] * (count + 1)
    best_stops = [count] * count
    last = count
    for start in range(count - 1, -1, -1):
        origin = starts[start]
        while last > start + 1 and ends[last] - origin > measure:
            last -= 1
        best = -1.0
        for stop in range(last, start, -1):
            hyphen = units[stop - 1].hyphen
            if hyphen and stop > start + 1 and ends[stop] + hyphen - origin > measure:
                continue
            gap = (measure - ends[stop] + origin) / measure
            if gap > _LOOSE and best >= 0.0:
                break
            if stop == count:
                cost = 0.12 if 1.0 - gap < _RUNT else 0.0
            else:
                cost = gap * gap + 0.01 + costs[stop] + (0.0 if units[stop - 1].space else 0.02)
            if best < 0.0 or cost < best:
                best, best_stops[start] = cost, stop
        costs[start] = best
    at = 0
    while at < count:
        at = best_stops[at]
        yield at


def _joined(units: Sequence[_Unit], measure: float, *, is_last: bool) -> Line:
    """The line of these units: neighbours of the same look become one piece.

    A soft hyphen shows unless the paragraph ends with it, or a line of one long word has no room for it.
    """
    natural = sum(unit.width + unit.space for unit in units[:-1]) + units[-1].width
    pieces: list[Piece] = []
    texts: list[str] = []
    face, look, width = None, None, 0.0
    for unit in units:
        for piece in unit.pieces:
            if piece.face is not face or piece.look is not look:
                if face and look:
                    pieces += _piece("".join(texts), face, look, width)
                texts, face, look, width = [], piece.face, piece.look, 0.0
            texts.append(piece.text)
            width += piece.width
        if unit.space:
            texts.append(" ")
            width += unit.space
    if face and look:
        if units[-1].hyphen and not is_last and natural + units[-1].hyphen <= measure:
            texts.append("-")
            width += face.width("-") * look.size / 1000 + look.track
        pieces += _piece("".join(texts), face, look, width)
    return Line(tuple(pieces), sum(piece.width for piece in pieces) - units[-1].space)


def _turned(line: Line, measure: float, *, leftwards: bool) -> Line:
    """A line with its pieces as they stand from left to right."""
    found = levels("".join(piece.text for piece in line.pieces), leftwards=leftwards)
    parts: list[Piece] = []
    depths: list[int] = []
    at = 0
    for piece in line.pieces:
        for level, group in groupby(zip(found[at:], piece.text, strict=False), lambda pair: pair[0]):
            text = "".join(char for _, char in group)
            parts.append(_directed(text, piece, leftwards=level % 2 == 1))
            depths.append(level)
        at += len(piece.text)
    width = sum(part.width for part in parts)
    ending = parts[-1].width if parts and not parts[-1].text.strip() else 0.0
    pieces = tuple(parts[place] for place in visual(depths))
    return Line(pieces, width - ending, max(0.0, measure - width + ending) - ending if leftwards else 0.0)


def _directed(text: str, piece: Piece, *, leftwards: bool) -> Piece:
    width = piece.face.shaper.width(text, leftwards=leftwards) * piece.look.size / 1000
    return piece._replace(text=text, width=width + piece.look.track * len(text), leftwards=leftwards)


def _piece(text: str, face: Face, look: Look, width: float) -> list[Piece]:
    """A piece; a space at the end of an adorned one is plain, since a line under it would show."""
    if not look.adorned or not text.endswith(" "):
        return [Piece(text, face, look, width)]
    space = face.width(" ") * look.size / 1000 + look.track
    plain = look._replace(underline=False, strike=False, link="")
    return [Piece(text[:-1], face, look, width - space), Piece(" ", face, plain, space)]
