# SPDX-License-Identifier: MIT
"""What no line divides: words and parts of words, measured, divided further and joined to lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dissoi.briefing.fonts import Face
from dissoi.briefing.typesetting.breaks import clusters_of
from dissoi.briefing.typesetting.fitting import Boxes
from dissoi.briefing.typesetting.pieces import Line, Look, Piece, measured

_DASHES = {"—", "–"}
SOFT_HYPHEN = "\u00ad"
_WIDEST_SPACE = 400
"""In thousandths of the type size."""
_NOTHING = 1e-6
"""Points that no one could see."""
_NO_BREAK_KERNING = "\u2e80"
"""From here on characters are not kerned."""


class _Unit(NamedTuple):
    pieces: tuple[Piece, ...]
    width: float
    space: float = 0.0
    """The width of the space behind it, 0 within a word."""
    hyphen: float = 0.0
    """The width of the hyphen that it has at the end of a line; 0 without one."""
    lead: float = 0.0
    """How much wider it is at the beginning of a line, without the letter before that it is kerned to."""
    ends: bool = False
    """A line ends here in any case."""
    shuns: bool = False
    """It should not begin a line."""
    look: Look | None = None
    """Its look, where it is one piece in the very face of that."""
    said: str = ""
    """The text of what has a look, with the space behind it."""


class Unit(_Unit):
    """What no line divides, in points. Two units are never the same one, however alike."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__

    def spaced(self, space: float) -> Unit:
        """The unit with a space of this width behind it."""
        pieces, width, _, hyphen, lead, ends, shuns, look, said = self
        return Unit(pieces, width, space, hyphen, lead, ends, shuns, look, f"{said} " if space else said)


def unit_of(word: str, look: Look) -> Unit:
    """A word, or a part of one, without a space."""
    scale = look.size / 1000
    hyphen = _hyphen_width(word.rstrip(SOFT_HYPHEN), look) if word.endswith(SOFT_HYPHEN) else 0.0
    parts = look.face.split(word.replace(SOFT_HYPHEN, "").replace("\u200b", ""), look.language)
    pieces = [
        Piece(text, face, look, width * scale + look.track * len(text)) for face, text, width in parts if text
    ]
    width, shuns = sum([piece.width for piece in pieces]), word in _DASHES
    if len(pieces) == 1 and pieces[0].face is look.face:
        return Unit((pieces[0],), width, 0.0, hyphen, 0.0, False, shuns, look, pieces[0].text)
    return Unit(tuple(pieces), width, 0.0, hyphen, shuns=shuns)


def _hyphen_width(part: str, look: Look) -> float:
    """The width that a hyphen adds to the part of a word before it."""
    face = look.face
    return (face.width(f"{part}-") - face.width(part)) * look.size / 1000 + look.track


def parted(parts: Sequence[str], look: Look) -> Iterator[Unit]:
    """The parts of one word, each as wide as it is behind the one before."""
    before = ""
    for part in parts:
        unit = unit_of(part, look)
        yield _behind(before, unit, look) if before and part < _NO_BREAK_KERNING else unit
        before = part.rstrip(SOFT_HYPHEN)


def _behind(before: str, unit: Unit, look: Look) -> Unit:
    if len(unit.pieces) != 1:
        return unit
    piece = unit.pieces[0]
    face = look.face
    apart = face.width(before) + face.width(piece.text)
    lead = (apart - face.width(before + piece.text)) * look.size / 1000
    return _narrowed(unit, lead) if abs(lead) > _NOTHING else unit


def _narrowed(unit: Unit, lead: float) -> Unit:
    """A unit that is narrower by `lead` unless it begins a line."""
    first, *others = unit.pieces
    pieces = (first._replace(width=first.width - lead), *others)
    return unit._replace(pieces=pieces, width=unit.width - lead, lead=unit.lead + lead)


def hyphenated(unit: Unit, places: Sequence[int]) -> tuple[Unit, ...]:
    """A unit of one piece divided at these places of its text, a hyphen behind all parts but the last."""
    (piece,) = unit.pieces
    bounds = (0, *places, len(piece.text))
    texts = [piece.text[start:end] for start, end in pairwise(bounds)]
    parts = list(parted([*(f"{text}{SOFT_HYPHEN}" for text in texts[:-1]), texts[-1]], piece.look))
    if unit.lead:
        parts[0] = _narrowed(parts[0], unit.lead)
    parts[-1] = parts[-1].spaced(unit.space)._replace(hyphen=unit.hyphen, ends=unit.ends)
    return tuple(parts)


def space_width(pieces: tuple[Piece, ...], look: Look) -> float:
    """The width of a space behind pieces."""
    face = _spacing(pieces[-1].face, look) if pieces else look.face
    return face.width(" ") * look.size / 1000 + look.track


def _spacing(face: Face, look: Look) -> Face:
    """The face of a space behind text of `face`: signs and emoji have wide ones, or none."""
    own = face is look.face or (face.joins and face.width(" ") <= _WIDEST_SPACE)
    return face if own else look.face


def closed(parts: tuple[Unit, ...], *, ends: bool = False) -> Unit:
    """The unit of all parts of a word."""
    if len(parts) == 1:
        return parts[0]._replace(ends=True) if ends else parts[0]
    pieces = tuple(piece for part in parts for piece in part.pieces)
    space, hyphen = (parts[-1].space, parts[-1].hyphen) if parts else (0.0, 0.0)
    lead = parts[0].lead if parts else 0.0
    return Unit(pieces, sum(part.width for part in parts), space, hyphen, lead, ends)


def chopped(unit: Unit, measure: float) -> Iterator[Unit]:
    """A word wider than a line, in parts that fit."""
    done: list[Piece] = []
    width = 0.0
    for piece in unit.pieces:
        part = piece._replace(text="", width=0.0)
        for cluster in clusters_of(piece.text):
            longer = _longer(part, cluster)
            if width + longer.width > measure and (done or part.text):
                yield Unit((*done, part) if part.text else tuple(done), width + part.width)
                done, width = [], 0.0
                longer = _longer(part._replace(text="", width=0.0), cluster)
            part = longer
        done.append(part)
        width += part.width
    yield unit._replace(pieces=tuple(done), width=width, lead=0.0, look=None)


def _longer(piece: Piece, cluster: str) -> Piece:
    """A piece with more letters behind it, which may change the width of those before."""
    return measured(piece.text + cluster, piece.face, piece.look)


class Strand:
    """The units of a paragraph, to be joined to lines."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        _, widths, spaces, hyphens, leads, _, shuns, self._looks, self._said = zip(*units, strict=True)
        self.boxes = Boxes(widths, spaces, hyphens, leads, shuns)

    def line(self, start: int, end: int, measure: float) -> Line:
        """The line of the units from `start` to `end`: neighbours of the same look become one piece.

        A soft hyphen shows unless the paragraph ends with it, or a line of one long word has no room for it.
        """
        units, look = self.units, self._looks[start]
        last, lead = units[end - 1], units[start].lead
        is_last = end == len(units)
        if look is None or self._looks[start:end].count(look) < end - start:
            return _joined(units[start:end], 0.0 if is_last else measure)
        natural = self.boxes.ends[end] - self.boxes.starts[start] + lead
        text = "".join(self._said[start:end])
        ending, more = _ending(last, text, natural, 0.0 if is_last else measure)
        width = natural + last.space + more
        return Line(tuple(_piece(text + ending, look.face, look, width)), width - last.space)


def _joined(units: Sequence[Unit], measure: float) -> Line:
    """The line of units of several looks."""
    natural = sum([unit.width + unit.space for unit in units[:-1]]) + units[0].lead + units[-1].width
    pieces: list[Piece] = []
    texts: list[str] = []
    face, look, width = None, None, units[0].lead
    for unit in units:
        for piece in unit.pieces:
            if piece.face is not face or (piece.look is not look and piece.look != look):
                if face and look:
                    goes_on = _adornment(piece.look) == _adornment(look)
                    pieces += _piece("".join(texts), face, look, width, goes_on=goes_on)
                    width = 0.0
                texts, face, look = [], piece.face, piece.look
            texts.append(piece.text)
            width += piece.width
        if unit.space:
            if face and look and face is not look.face and (spacing := _spacing(face, look)) is not face:
                pieces += _piece("".join(texts), face, look, width)
                texts, face, width = [], spacing, 0.0
            texts.append(" ")
            width += unit.space
    if face and look:
        ending, ending_width = _ending(units[-1], texts[-1], natural, measure)
        texts.append(ending)
        pieces += _piece("".join(texts), face, look, width + ending_width)
    return Line(tuple(pieces), sum([piece.width for piece in pieces]) - units[-1].space)


def _ending(unit: Unit, text: str, natural: float, measure: float) -> tuple[str, float]:
    """What stands behind the last word of a line, and its width; `measure` is 0 for the last line."""
    if unit.hyphen and natural + unit.hyphen <= measure:
        return SOFT_HYPHEN, unit.hyphen
    if measure and text.endswith("-"):
        return "\u200b", 0.0
    return "", 0.0


def _adornment(look: Look) -> tuple[bool, bool, str]:
    return look.underline, look.strike, look.link


def _piece(text: str, face: Face, look: Look, width: float, *, goes_on: bool = False) -> list[Piece]:
    """A piece; a space at the end of an adorned one is plain, since a line under it would show.

    It is not where the line under it `goes_on`.
    """
    if goes_on or not look.adorned or not text.endswith(" "):
        return [Piece(text, face, look, width)]
    space = face.width(" ") * look.size / 1000 + look.track
    plain = look._replace(underline=False, strike=False, link="")
    return [Piece(text[:-1], face, look, width - space), Piece(" ", face, plain, space)]
