# SPDX-License-Identifier: MIT
"""Shapes text with HarfBuzz: kerning, standard ligatures, joined and reordered letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from dissoi import resources
from dissoi.briefing.typesetting.signs import LEFT, has_signs, told

if TYPE_CHECKING:
    import uharfbuzz  # type: ignore[import-untyped]

_PAIRS = "()[]{}<>«»‹›≤≥"
_MIRRORED = str.maketrans(_PAIRS, "".join(_PAIRS[place ^ 1] for place in range(len(_PAIRS))))
"""Signs that stand the other way round in text from the right. A glyph is told as it looks, as in the PDFs of
other programs, since PDFium turns it when it reads such text.
"""
_FEATURES = {"kern": True, "liga": True, "clig": True, "dlig": False}


class Glyph(NamedTuple):
    """A glyph of a font, in thousandths of the type size.

    `text` is what it stands for; empty where an earlier glyph of its cluster stands for it all.
    """

    number: int
    advance: float
    right: float
    up: float
    text: str


class FontFile(NamedTuple):
    """Where a font is. `face` is its number in a file of several.

    With `shows`, that sign stands for every character.
    """

    path: Path
    face: int = 0
    shows: str = ""

    @property
    def sign(self) -> int:
        """A number of 32 bits that no other font has, and this one wherever the program is installed."""
        where = self.path.name if self.path.parent == resources.fonts() else str(self.path)
        return crc32(f"{where} {self.face} {self.shows}".encode("utf-8", "surrogateescape"))


class Shaper:
    """A font of a file, read when it is first asked for, with every text that it has shaped."""

    def __init__(self, path: Path, index: int = 0, shows: str = "") -> None:
        self.file = FontFile(path, index, shows)
        self._shaped: dict[tuple[str, bool], tuple[Glyph, ...]] = {}
        self._advances: dict[int, float] = {}

    @cached_property
    def font(self) -> uharfbuzz.Font:
        """The font as HarfBuzz has it."""
        import uharfbuzz

        return uharfbuzz.Font(self.face)

    @cached_property
    def face(self) -> uharfbuzz.Face:
        """The file as HarfBuzz has it. Raises `OSError` or `MemoryError` if it cannot be read."""
        import uharfbuzz

        try:
            data = uharfbuzz.Blob.from_file_path(str(self.file.path))
        except uharfbuzz.HarfBuzzError:  # which does not say why
            data = uharfbuzz.Blob(self.file.path.read_bytes())
        return uharfbuzz.Face(data, self.file.face)

    @cached_property
    def scale(self) -> float:
        """Thousandths of the type size in one unit of the font."""
        return float(1000 / self.face.upem)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that the font has a glyph for."""
        return frozenset(map(chr, self.face.unicodes))

    @property
    def name(self) -> str:
        """The name of the font, as PDF may have it."""
        stem = re.sub("[^A-Za-z0-9]+", "-", self.file.path.stem)
        return f"{stem}-{self.file.face}" if self.file.face else stem

    def advance(self, glyph: int) -> float:
        """The width of a glyph that nothing kerns."""
        known = self._advances.get(glyph)
        if known is None:
            known = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.scale
        return known

    @cached_property
    def nothing(self) -> int | None:
        """A glyph that has no width and shows nothing, if there is one."""
        for glyph in range(1, self.face.glyph_count):
            if not self.font.get_glyph_h_advance(glyph):
                extents = self.font.get_glyph_extents(glyph)
                if extents is None or not (extents.width or extents.height):
                    return glyph
        return None

    def shaped(self, text: str, *, leftwards: bool = False) -> tuple[Glyph, ...]:
        """The glyphs of `text` from left to right, also of text that is read `leftwards`."""
        glyphs = self._shaped.get((text, leftwards))
        if glyphs is None:
            glyphs = self._shaped[text, leftwards] = tuple(self._shape(text, leftwards=leftwards))
        return glyphs

    def width(self, text: str, *, leftwards: bool = False) -> float:
        """The width of `text`."""
        return sum(glyph.advance for glyph in self.shaped(text, leftwards=leftwards))

    def _shape(self, text: str, *, leftwards: bool) -> list[Glyph]:
        import uharfbuzz

        letters: Sequence[str] = text
        if has_signs(text):
            text, letters = told(text, leftwards=leftwards)
        if not text:
            return []
        buffer = uharfbuzz.Buffer()
        # U+00AD is a hyphen that is none of the text; as such, it would not show.
        buffer.add_str(self.file.shows * len(text) if self.file.shows else text.replace("\u00ad", "-"))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        uharfbuzz.shape(self.font, buffer, _FEATURES)
        infos, places, scale = buffer.glyph_infos, buffer.glyph_positions, self.scale
        found = [info.cluster for info in infos]
        if not leftwards and found == list(range(len(text))):
            # A glyph for each letter, as in most words.
            return [
                Glyph(info.codepoint, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale, letter)
                for info, at, letter in zip(infos, places, letters, strict=True)
            ]
        clusters = sorted(set(found))
        ends = dict(zip(clusters, [*clusters[1:], len(text)], strict=False))
        glyphs = []
        for info, at in zip(infos, places, strict=True):
            end = ends.pop(info.cluster, info.cluster)
            meant = _seen(letters[info.cluster : end]) if leftwards else "".join(letters[info.cluster : end])
            moved = (at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
            glyphs.append(Glyph(info.codepoint, *moved, meant))
        return _told_by_letters(glyphs) if leftwards else glyphs


def _seen(letters: Sequence[str]) -> str:
    """Letters and marks that are read from the right as they are seen; readers keep marks in order."""
    marks = [letter for letter in letters if unicodedata.combining(letter[-1])]
    others = [letter if LEFT in letter else letter.translate(_MIRRORED) for letter in letters]
    return "".join([*marks, *(letter for letter in reversed(others) if letter not in marks)])


def _told_by_letters(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs of text from the right, where a mark stands before its letter, with the text at the letter."""
    made, waiting = [], -1
    for place, glyph in enumerate(glyphs):
        made.append(glyph)
        if glyph.text:
            waiting = place if not glyph.advance else -1
        elif glyph.advance and waiting >= 0:
            made[place] = glyph._replace(text=made[waiting].text)
            made[waiting] = made[waiting]._replace(text="")
            waiting = -1
    return made
