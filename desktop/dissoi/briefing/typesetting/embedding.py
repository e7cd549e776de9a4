# SPDX-License-Identifier: MIT
"""Fonts carried in the PDF: the glyphs that were used, each with the text it stands for.

A font is a Type 0 font (ISO 32000-1, 9.7) whose codes are given out as glyphs are first used, one
for each glyph and text. So a glyph that stands for two texts, as a space does, is extracted as each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from dissoi.briefing.typesetting.shaping import Glyph, Shaper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_AT_ONCE = 100
"""How many codes one section of a CMap may list."""
_LEAST = 0.01
"""Thousandths of the type size that no one could see."""
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
)
_CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


class Carried:
    """A font of one PDF under way. `name` is what the pages call it."""

    def __init__(self, shaper: Shaper, canvas: Canvas, number: int) -> None:
        self.name = f"T{number}"
        self.fontName = f"{shaper.name}-{number}"  # asked for by ReportLab
        self._shaper = shaper
        self._codes: dict[tuple[int, str], int] = {}
        self._written: dict[tuple[str, bool], tuple[tuple[str, float], ...]] = {}
        document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        document.fontMapping[self.fontName] = f"/{self.name}"
        document.delayedFonts.append(self)

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
            codes += f"{-glyph.right:.4g}" if glyph.right else ""
            codes += f"<{self._code(glyph):04X}>"
            codes += f"{after:.4g}" if abs(after) > _LEAST else ""
        if codes:
            yield codes.replace("><", ""), up

    def _code(self, glyph: Glyph) -> int:
        return self._codes.setdefault((glyph.number, glyph.text), len(self._codes) + 1)

    def addObjects(self, document: Any) -> None:  # called by ReportLab
        """Write the font into the document."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

        data = self._subset()
        tag = "".join(chr(65 + byte % 26) for byte in sha256(data).digest()[:6])
        base = PDFName(f"{tag}+{self._shaper.name}")
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        extents, scale = self._shaper.font.get_font_extents("ltr"), self._shaper.scale
        up, down = round(extents.ascender * scale), round(extents.descender * scale)

        def stream(content: bytes | str, **entries: object) -> object:
            made: Any = PDFStream(content=content)
            made.dictionary.dict.update(entries)
            made.filters = [_filter()]
            return document.Reference(made)

        descriptor = {
            "Type": PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": 4,
            "FontBBox": PDFArray([-1000, down, 3000, up]),
            "ItalicAngle": -12 if "Italic" in self._shaper.name else 0,
            "Ascent": up,
            "Descent": down,
            "CapHeight": 670,
            "StemV": 80,
            "FontFile2": stream(data, Length1=len(data)),
        }
        glyphs = [number for number, _ in self._codes]
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": document.Reference(PDFDictionary(descriptor)),
            "W": PDFArray([1, PDFArray([round(self._shaper.advance(glyph), 2) for glyph in glyphs])]),
            "DW": 0,
            "CIDToGIDMap": stream(b"".join(number.to_bytes(2, "big") for number in [0, *glyphs])),
        }
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": base,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": stream(self._to_unicode()),
        }
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.name] = document.Reference(PDFDictionary(font), self.fontName)

    def _subset(self) -> bytes:
        import uharfbuzz  # type: ignore[import-untyped]

        wanted = uharfbuzz.SubsetInput()
        wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update({0, *(number for number, _ in self._codes)})
        wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS
        return bytes(uharfbuzz.subset(self._shaper.face, wanted).blob.data)

    def _to_unicode(self) -> str:
        entries = [
            f"<{code:04X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>"
            for (_, text), code in self._codes.items()
            if text
        ]
        sections = [entries[at : at + _AT_ONCE] for at in range(0, len(entries), _AT_ONCE)]
        listed = ["\n".join([f"{len(section)} beginbfchar", *section, "endbfchar"]) for section in sections]
        return "\n".join([_CMAP_HEAD, *listed, _CMAP_FOOT])


def _filter() -> object:
    from reportlab.pdfbase.pdfdoc import PDFZCompress

    return PDFZCompress
