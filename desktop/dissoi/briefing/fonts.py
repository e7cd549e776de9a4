# SPDX-License-Identifier: MIT
"""The typefaces of the brief: widths, and which face has which character.

Source Serif 4 and Source Sans 3 cover Latin with Vietnamese, Greek and Cyrillic; Sans alone has
polytonic Greek. A character that neither has is shown as a box, never left out silently.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

BOX = "□"


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
    """One font. Widths are in thousandths of the type size."""

    def __init__(self, path: Path, others: tuple[Face, ...] = ()) -> None:
        self._path = path
        self._others = others
        self._split: dict[str, tuple[tuple[Face, str, float], ...]] = {}

    @cached_property
    def name(self) -> str:
        """The name under which ReportLab knows the font; asking for it loads the font."""
        return self._font.fontName

    @cached_property
    def widths(self) -> Mapping[str, float]:
        """The advance of every character that the font has."""
        face = self._font.face
        return {chr(code): face.charWidths[code] for code in face.charToGlyph if code in face.charWidths}

    @cached_property
    def _font(self) -> TTFont:
        # ReportLab keeps fonts for the whole process; under one name there is only ever one file.
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        name = f"Dissoi-{self._path.stem}"
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(self._path)))
        font = pdfmetrics.getFont(name)
        assert isinstance(font, TTFont)
        return font

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
        try:
            yield self, word, sum(map(self.widths.__getitem__, word))
        except KeyError:
            shown = (self._shown(char) for char in word if not _shows_nothing(char))
            for face, chars in groupby(shown, lambda pair: pair[0]):
                text = "".join(char for _, char in chars)
                yield face, text, sum(map(face.widths.__getitem__, text))

    def _shown(self, char: str) -> tuple[Face, str]:
        """The first face that has `char`, and what it shows for it."""
        faces = (self, *self._others)
        own = ((face, char) for face in faces if char in face.widths)
        box = ((face, BOX) for face in faces if BOX in face.widths)
        return next(own, None) or next(box, None) or (self, "?")


def _shows_nothing(char: str) -> bool:
    """Whether a character only tells others how to look: joiners, selectors, direction marks."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


class Fonts:
    """The faces of a brief, each loaded when it is first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faces: dict[tuple[Family, Cut], Face] = {}

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
            return Face(path, regular)
        return Face(path, (self.face(Family.SANS, cut), self.face(Family.SANS)))
