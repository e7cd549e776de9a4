# SPDX-License-Identifier: MIT
"""Fonts carried in the PDF: the glyphs that were used, each with the text it stands for.

A font is a Type 0 font (ISO 32000-1, 9.7) whose codes are given out as glyphs are first used, one
for each glyph and text. So a glyph that stands for two texts, as a space does, is extracted as each.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence

from dissoi.briefing.printing.objects import Objects
from dissoi.briefing.typesetting.shaping import Glyph, Shaper
from dissoi.briefing.typesetting.subsets import Subset, subset_of

_AT_ONCE = 100
"""How many codes one section of a CMap may list."""
_NO_CHARACTER = re.compile(
    f"[{''.join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))}]"
)
_UNKNOWN = "\ufffd"
_LEAST = 0.01
"""Thousandths of the type size that no one could see."""
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
)
_CODES = "Dissoi-Codes"
"""The name of what leads from codes to CIDs."""
_SYSTEM = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_CODES_ENTRIES = f"/Type/CMap/CMapName/{_CODES}/CIDSystemInfo{_SYSTEM}"
_CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


class Level(dict[str, "str | None"]):
    """Words as parts of a TJ array, made when they are first asked for; None where a glyph stands higher."""

    def __init__(self, carried: Carried) -> None:
        super().__init__()
        self._carried = carried

    def __missing__(self, word: str) -> str | None:
        """Make a word that was not asked for before."""
        parts = self._carried.written(word, leftwards=False)
        made = None if any(up for _, up in parts) else "".join(part for part, _ in parts)
        self[word] = made
        return made


class Carried:
    """A font of one PDF under way. `name` is what the pages call it."""

    def __init__(self, shaper: Shaper, number: int) -> None:
        self.name = f"T{number}"
        self._shaper = shaper
        self._codes: dict[tuple[int, str], int] = {}
        self._written: dict[tuple[str, bool], tuple[tuple[str, float], ...]] = {}
        self.level = Level(self)

    def written(self, text: str, *, leftwards: bool) -> tuple[tuple[str, float], ...]:
        """`text` as parts of a TJ array, each with how far up it stands, in thousandths of the size."""
        key = (text, leftwards)
        parts = self._written.get(key)
        if parts is None:
            glyphs = self._shaper.shaped(text, leftwards=leftwards)
            parts = self._written[key] = tuple(self._parts(glyphs))
        return parts

    def _parts(self, glyphs: Sequence[Glyph]) -> Iterator[tuple[str, float]]:
        codes, up = "", 0.0
        for glyph in glyphs:
            if glyph.up != up:
                if codes:
                    yield codes, up
                codes, up = "", glyph.up
            after = self._shaper.advance(glyph.number) - glyph.advance + glyph.right
            codes += f" {-glyph.right:.4g}" if glyph.right else ""  # the space parts it from a number before
            codes += f"<{self._code(glyph):04X}>"
            codes += f"{after:.4g}" if abs(after) > _LEAST else ""
        if codes:
            yield codes.replace("><", ""), up

    def _code(self, glyph: Glyph) -> int:
        return self._codes.setdefault((glyph.number, glyph.text), len(self._codes) + 1)

    def put_into(self, objects: Objects) -> int:
        """Put the font into a PDF, with the glyphs that were used; returns the number of its object."""
        subset = subset_of(self._shaper.face, [number for number, _ in self._codes])
        base = f"{_tag_of(subset.data)}+{self._shaper.name}"
        glyphs, encoding = self._glyphs(objects, subset)
        descriptor = self._descriptor(objects, base, subset)
        kind = "CIDFontType0" if subset.postscript else "CIDFontType2"
        descendant = objects.put(
            f"<</Type/Font/Subtype/{kind}/BaseFont/{base}/CIDSystemInfo{_SYSTEM}"
            f"/FontDescriptor {descriptor} 0 R/DW 0{glyphs}>>"
        )
        to_unicode = objects.put_stream(self._to_unicode().encode("ascii"))
        return objects.put(
            f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding{encoding}"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
        )

    def _glyphs(self, objects: Objects, subset: Subset) -> tuple[str, str]:
        """What leads from codes to glyphs: entries of the font with their widths, and its encoding."""
        cids = [subset.places[glyph] for glyph, _ in self._codes]
        widths = [f"{round(self._shaper.advance(glyph), 2):g}" for glyph, _ in self._codes]
        if subset.postscript:
            codes = objects.put_stream(_cmap_of(cids).encode("ascii"), _CODES_ENTRIES)
            each = sorted(dict(zip(cids, widths, strict=True)).items())
            return f"/W[{' '.join(f'{cid}[{width}]' for cid, width in each)}]", f" {codes} 0 R"
        places = objects.put_stream(b"".join(cid.to_bytes(2, "big") for cid in [0, *cids]))
        return f"/W[1[{' '.join(widths)}]]/CIDToGIDMap {places} 0 R", "/Identity-H"

    def _descriptor(self, objects: Objects, base: str, subset: Subset) -> int:
        extents, scale = self._shaper.font.get_font_extents("ltr"), self._shaper.scale
        up, down = round(extents.ascender * scale), round(extents.descender * scale)
        kept = "/Subtype/CIDFontType0C" if subset.postscript else f"/Length1 {len(subset.data)}"
        program = objects.put_stream(subset.data, kept)
        return objects.put(
            f"<</Type/FontDescriptor/FontName/{base}/Flags 4/FontBBox[-1000 {down} 3000 {up}]"
            f"/ItalicAngle {-12 if 'Italic' in self._shaper.name else 0}/Ascent {up}/Descent {down}"
            f"/CapHeight 670/StemV 80/{'FontFile3' if subset.postscript else 'FontFile2'} {program} 0 R>>"
        )

    def _to_unicode(self) -> str:
        entries = [
            f"<{code:04X}> <{_NO_CHARACTER.sub(_UNKNOWN, text).encode('utf-16-be', 'replace').hex().upper()}>"
            for (_, text), code in self._codes.items()
        ]
        return _cmap(entries, "bfchar", _CMAP_HEAD)


def _cmap_of(cids: Sequence[int]) -> str:
    """What leads from codes, which begin with 1, to CIDs."""
    entries = [f"<{code:04X}> {cid}" for code, cid in enumerate(cids, 1)]
    return _cmap(
        entries,
        "cidchar",
        _CMAP_HEAD.replace("Adobe-Identity-UCS", _CODES)
        .replace("/CMapType 2", "/CMapType 1")
        .replace("(UCS)", "(Identity)"),
    )


def _tag_of(program: bytes) -> str:
    """Six letters that tell one part of a font from another (ISO 32000-1, 9.6.4)."""
    number = zlib.crc32(program)
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _cmap(entries: Sequence[str], kind: str, head: str) -> str:
    sections = [entries[at : at + _AT_ONCE] for at in range(0, len(entries), _AT_ONCE)]
    listed = ["\n".join([f"{len(section)} begin{kind}", *section, f"end{kind}"]) for section in sections]
    return "\n".join([head, *listed, _CMAP_FOOT])
