# SPDX-License-Identifier: MIT
"""The typefaces of the brief: widths, and which face has which character.

Source Serif 4 and Source Sans 3 cover Latin with Vietnamese, Greek and Cyrillic; Sans alone has
polytonic Greek. Noto has Arabic, Hebrew, Devanagari and signs. A character that none of them has is
shown as a box, never left out silently.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from dissoi.briefing.typesetting.order import has_leftwards
from dissoi.briefing.typesetting.shaping import Shaper

BOX = "□"
_JOINERS = "\u200c\u200d"
_FALLBACKS = (
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoSerifDevanagari-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
)
"""Faces for what neither family has, the same for every cut."""


class Family(StrEnum):
    """A family of faces."""

    SERIF = "SourceSerif4"
    SANS = "SourceSans3"


class Cut(StrEnum):
    """A face of a family, as its file is named."""

    REGULAR = "400Regular"
    ITALIC = "400Regular_Italic"
    SEMIBOLD = "600SemiBold"
    BOLD = "700Bold"
    BOLD_ITALIC = "700Bold_Italic"


_STAND_INS: Mapping[tuple[Family, Cut], Cut] = MappingProxyType({(Family.SANS, Cut.BOLD_ITALIC): Cut.BOLD})


class Face:
    """One font with those that stand in for it. Widths are in thousandths of the type size."""

    def __init__(self, path: Path, others: tuple[Face, ...] = ()) -> None:
        self.path = path
        self.shaper = Shaper(path)
        self._others = others
        self._split: dict[str, tuple[tuple[Face, str, float], ...]] = {}
        self._advances: dict[str, float] = {}

    def advance(self, char: str) -> float:
        """The width of one character, standing alone."""
        known = self._advances.get(char)
        if known is None:
            known = self._advances[char] = self.shaper.width(char)
        return known

    def split(self, word: str) -> tuple[tuple[Face, str, float], ...]:
        """`word` in parts that one font can show, each with that font and its width."""
        parts = self._split.get(word)
        if parts is None:
            parts = self._split[word] = tuple(self._parts(word))
        return parts

    def width(self, text: str) -> float:
        """The width of a text."""
        return sum(part[2] for part in self.split(text))

    def _parts(self, word: str) -> Iterator[tuple[Face, str, float]]:
        if self.shaper.characters.issuperset(word) and not any(map(_shows_nothing, word)):
            yield self, word, _width(self, word)
            return
        for face, chars in groupby(self._shown(word), lambda pair: pair[0]):
            text = "".join(char for _, char in chars)
            yield face, text, _width(face, text)

    def _shown(self, word: str) -> Iterator[tuple[Face, str]]:
        """Each character with the face that shows it: marks and joiners go with the letter before."""
        current: Face | None = None
        for char in word:
            joins = char in _JOINERS or unicodedata.category(char).startswith("M")
            if current and joins and char in current.shaper.characters and current in _complex(self._others):
                yield current, char
            elif not _shows_nothing(char):
                current, shown = self._found(char)
                yield current, shown

    def _found(self, char: str) -> tuple[Face, str]:
        """The first face that has `char`, and what it shows for it."""
        faces = (self, *self._others)
        own = ((face, char) for face in faces if char in face.shaper.characters)
        box = ((face, BOX) for face in faces if BOX in face.shaper.characters)
        return next(own, None) or next(box, None) or (self, "?")


def _width(face: Face, text: str) -> float:
    return face.shaper.width(text, leftwards=has_leftwards(text))


def _complex(faces: tuple[Face, ...]) -> tuple[Face, ...]:
    """Those of the faces in whose scripts letters join."""
    return tuple(face for face in faces if face.path.name in _FALLBACKS)


def _shows_nothing(char: str) -> bool:
    """Whether a character only tells others how to look: joiners, selectors, direction marks."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


class Fonts:
    """The faces of a brief, each loaded when it is first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faces: dict[tuple[Family, Cut], Face] = {}
        self._fallbacks = tuple(Face(folder / name) for name in _FALLBACKS)

    def face(self, family: Family, cut: Cut = Cut.REGULAR) -> Face:
        """The face of a family; where it has none, the nearest."""
        cut = _STAND_INS.get((family, cut), cut)
        if (family, cut) not in self._faces:
            self._faces[family, cut] = self._made(family, cut)
        return self._faces[family, cut]

    def _made(self, family: Family, cut: Cut) -> Face:
        path = self._folder / f"{family}_{cut}.ttf"
        if family is Family.SANS:
            regular = () if cut is Cut.REGULAR else (self.face(Family.SANS),)
            return Face(path, (*regular, *self._fallbacks))
        return Face(path, (self.face(Family.SANS, cut), self.face(Family.SANS), *self._fallbacks))
