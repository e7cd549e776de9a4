# SPDX-License-Identifier: MIT
"""The typefaces of the brief: widths, and which face has which character.

Source Serif 4 and Source Sans 3 cover Latin with Vietnamese, Greek and Cyrillic; Sans alone has
polytonic Greek. Noto has Arabic, Hebrew, Devanagari, signs and emoji. For other scripts, fonts are looked
for on the computer. A character that no font has is shown as a box and told of, never left out silently.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from dissoi.briefing.typesetting.order import has_leftwards, shows_nothing
from dissoi.briefing.typesetting.shaping import Shaper
from dissoi.briefing.typesetting.system_fonts import SystemFonts, Wanted, font_folders

BOX = "□"
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
"""Languages that write the same characters in different shapes."""
_FULL_WIDTH, _WIDE = frozenset({"ja", "zh"}), frozenset("“”‘’—…")
"""In these languages these signs are as wide as any other; Latin fonts have them, but narrow."""
_MOST_LIKELY = "zh"
"""The language whose shapes East Asian characters have among those of another."""
_JOINERS = "\u200c\u200d"
_LETTERS = ("NotoNaskhArabic", "NotoSerifHebrew", "NotoSerifDevanagari")
_SIGNS = ("NotoSansSymbols2-Regular", "NotoEmoji_400Regular")
"""Faces for what neither family has; the letters are regular and bold."""


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


_BOLD = frozenset({Cut.SEMIBOLD, Cut.BOLD, Cut.BOLD_ITALIC})
_STAND_INS: Mapping[tuple[Family, Cut], Cut] = MappingProxyType({(Family.SANS, Cut.BOLD_ITALIC): Cut.BOLD})


class Face:
    """One font with those that stand in for it. Widths are in thousandths of the type size.

    `elsewhere` finds a face for what neither it nor `others` have. Where letters join (`joins`), marks and
    joiners are left to the font.
    """

    def __init__(
        self,
        shaper: Shaper,
        others: tuple[Face, ...] = (),
        elsewhere: Callable[[str, str], Face] | None = None,
        *,
        joins: bool = False,
    ) -> None:
        self.shaper = shaper
        self.joins = joins
        self._others = others
        self._elsewhere = elsewhere
        self._split: dict[tuple[str, str], tuple[tuple[Face, str, float], ...]] = {}
        self._advances: dict[str, float] = {}

    def advance(self, char: str) -> float:
        """The width of one character, standing alone."""
        known = self._advances.get(char)
        if known is None:
            known = self._advances[char] = self.shaper.width(char)
        return known

    @property
    def known(self) -> int:
        """How many words are remembered with their widths."""
        return len(self._split)

    def split(self, word: str, language: str = "") -> tuple[tuple[Face, str, float], ...]:
        """`word` in parts that one font can show, each with that font and its width.

        Chinese, Japanese and Korean have shapes of their own for the same characters: `language` tells which.
        """
        key = (word, language if language[:2] in _EAST_ASIAN else "")
        parts = self._split.get(key)
        if parts is None:
            parts = self._split[key] = tuple(self._parts(*key))
        return parts

    def width(self, text: str) -> float:
        """The width of a text."""
        return sum([part[2] for part in self.split(text)])

    def _parts(self, word: str, language: str) -> Iterator[tuple[Face, str, float]]:
        if self._has_all(word, language):
            yield self, word, _width(self, word)
            return
        for face, chars in groupby(self._shown(word, language), lambda pair: pair[0]):
            text = "".join(char for _, char in chars)
            yield face, text, _width(face, text)

    def _has_all(self, word: str, language: str) -> bool:
        if not self.shaper.characters.issuperset(word) or any(map(shows_nothing, word)):
            return False
        return language[:2] not in _FULL_WIDTH or _WIDE.isdisjoint(word)

    def _shown(self, word: str, language: str) -> Iterator[tuple[Face, str]]:
        """Each character with the face that shows it: marks and joiners go with the letter before."""
        current: Face | None = None
        for char in word:
            joins = char in _JOINERS or unicodedata.category(char).startswith("M")
            if current and joins and current.joins and char in current.shaper.characters:
                yield current, char
            elif not shows_nothing(char):
                current = self._found(char, language)
                yield current, char

    def _found(self, char: str, language: str) -> Face:
        """The first face that has `char`."""
        if char in _WIDE and language[:2] in _FULL_WIDTH and self._elsewhere:
            return self._elsewhere(char, language)
        for face in (self, *self._others):
            if char in face.shaper.characters:
                return face
        return self._elsewhere(char, language) if self._elsewhere else self


def _width(face: Face, text: str) -> float:
    return face.shaper.width(text, leftwards=has_leftwards(text))


class Fonts:
    """The faces of one brief, each loaded when it is first used.

    `folder` has those that are shipped; for what they lack, those of `system` are taken.
    """

    def __init__(self, folder: Path, system: SystemFonts | None = None) -> None:
        self._folder = folder
        self._system = SystemFonts(font_folders()) if system is None else system
        self._faces: dict[tuple[Family, Cut], Face] = {}
        self._found: dict[Shaper, Face] = {}
        self._unshown: dict[str, None] = {}
        self._signs = tuple(self._joining(name) for name in _SIGNS)
        self._letters = {
            bold: tuple(self._joining(f"{name}-{'Bold' if bold else 'Regular'}") for name in _LETTERS)
            for bold in (False, True)
        }
        self._box = Face(Shaper(folder / f"{Family.SANS}_{Cut.REGULAR}.ttf", shows=BOX))

    @property
    def known(self) -> int:
        """How many words the faces remember."""
        return sum(face.known for face in self._faces.values())

    @property
    def unshown(self) -> str:
        """The characters met so far that are shown as a box."""
        return "".join(self._unshown)

    def face(self, family: Family, cut: Cut = Cut.REGULAR) -> Face:
        """The face of a family; where it has none, the nearest."""
        cut = _STAND_INS.get((family, cut), cut)
        if (family, cut) not in self._faces:
            self._faces[family, cut] = self._made(family, cut)
        return self._faces[family, cut]

    def _joining(self, name: str) -> Face:
        return Face(Shaper(self._folder / f"{name}.ttf"), joins=True)

    def _made(self, family: Family, cut: Cut) -> Face:
        shaper = Shaper(self._folder / f"{family}_{cut}.ttf")
        wanted = Wanted(serif=family is Family.SERIF, bold=cut in _BOLD)
        others = (*self._letters[wanted.bold], *self._signs)
        elsewhere = partial(self._elsewhere, wanted)
        if family is Family.SANS:
            regular = () if cut is Cut.REGULAR else (self.face(Family.SANS),)
            return Face(shaper, (*regular, *others), elsewhere)
        sans = (self.face(Family.SANS, cut), self.face(Family.SANS))
        return Face(shaper, (*sans, *others), elsewhere)

    def _elsewhere(self, wanted: Wanted, char: str, language: str) -> Face:
        """A face of the computer that has `char`, or that which shows a box."""
        shaper = self._system.with_character(char, wanted._replace(language=language or _MOST_LIKELY))
        if shaper is None:
            self._unshown[char] = None
            return self._box
        if shaper not in self._found:
            self._found[shaper] = Face(shaper, joins=True)
        return self._found[shaper]
