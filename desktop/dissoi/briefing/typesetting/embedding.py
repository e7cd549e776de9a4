# SPDX-License-Identifier: MIT
"""Fonts carried in the PDF: the glyphs that were used, each with the text it stands for.

A font is a Type 0 font (ISO 32000-1, 9.7) whose codes are given out as glyphs are first used, one
for each glyph and text. So a glyph that stands for two texts, as a space does, is extracted as each.

Where two pens draw a brief, neither knows what the other drew: each gives out codes of a range of its own,
and what the second gave out joins the font of the first when the document is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from dissoi.briefing.typesetting.order import is_reordered
from dissoi.briefing.typesetting.shaping import FontFile, Glyph, Shaper
from dissoi.briefing.typesetting.subsets import Subset, subset_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_AT_ONCE = 100
"""How many codes one section of a CMap may list."""
_NO_CHARACTER = re.compile(
    f"[{''.join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))}]"
)
_UNKNOWN = "\ufffd"
_LEAST = 0.01
"""Thousandths of the type size that no one could see."""
_FIRST = (0, "")
"""The glyph of the first code, never drawn; called a space where the second is drawn.

PDFium takes half the width of a font's space for a gap between words, but not of one wider than a third of
the type size: then it finds no gap before what has no width. Of several spaces, one release takes that of
the first code, another the last told.
"""
_SECOND = (0, "\x02")
"""A code that stands for nothing. PDFium takes such a code for a character, but leaves out U+0002."""
_WIDE = 1000 / 3
_RANGE = 0x4000
"""So many codes a pen may give out."""
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
)
_CODES = "Dissoi-Codes"
"""The name of what leads from codes to CIDs."""
_CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


class Written(NamedTuple):
    """Part of a TJ array, and how far up it stands, in thousandths of the type size.

    Marks are `apart`, behind their letters, which stand for them too.
    """

    codes: str
    up: float
    apart: bool = False


class Level(dict[str, "str | None"]):
    """Words as parts of a TJ array, made when they are first asked for; None where a glyph stands higher."""

    def __init__(self, carried: Carried) -> None:
        super().__init__()
        self._carried = carried

    def __missing__(self, word: str) -> str | None:
        """Make a word that was not asked for before."""
        parts = self._carried.written(word, leftwards=False)
        made = None if any(part.up or part.apart for part in parts) else "".join(part.codes for part in parts)
        self[word] = made
        return made


class TooManyGlyphsError(Exception):
    """So much is drawn that is not alike that two pens have no room for it in one font."""


class Given(NamedTuple):
    """The codes that a pen gave out for the glyphs of a font and what they stand for, the first first.

    `unseen` is whether something without width was drawn.
    """

    file: FontFile
    first: int
    glyphs: tuple[tuple[int, str], ...]
    unseen: bool


class Carried:
    """A font of one PDF under way, of the `nth` pen that draws it. `name` is what the pages call it."""

    def __init__(self, shaper: Shaper, nth: int = 0) -> None:
        self.name = f"T{shaper.file.sign:08X}"
        self.fontName = f"{shaper.name}-{self.name}"  # asked for by ReportLab
        self._shaper = shaper
        self._first = nth * _RANGE + 1
        self._codes = {_FIRST: 1, _SECOND: 2}
        self._others: list[Given] = []
        self._written: dict[tuple[str, bool], tuple[Written, ...]] = {}
        self._unseen = False
        self.level = Level(self)

    @property
    def given(self) -> Given:
        """What this pen gave out."""
        return Given(self._shaper.file, self._first, tuple(self._codes)[2:], self._unseen)

    def join(self, given: Given) -> None:
        """Carry what another pen has drawn. Raises `TooManyGlyphsError`."""
        if max(len(self._codes), len(given.glyphs) + 2) > _RANGE:
            raise TooManyGlyphsError
        self._others.append(given)
        self._unseen |= given.unseen

    def add_to(self, canvas: Canvas) -> None:
        """Let a document carry the font, when it is written."""
        document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        document.fontMapping[self.fontName] = f"/{self.name}"
        document.delayedFonts.append(self)

    def written(self, text: str, *, leftwards: bool) -> tuple[Written, ...]:
        """`text` as parts of a TJ array."""
        key = (text, leftwards)
        parts = self._written.get(key)
        if parts is None:
            glyphs = self.glyphs(text, leftwards=leftwards)
            if leftwards:
                glyphs = _told_by_wide_halves(glyphs)
            marks = [] if is_reordered(text) else list(_marks(glyphs))
            letters = [glyph for glyph in glyphs if glyph.text or glyph.advance] if marks else glyphs
            parts = self._written[key] = (*self._parts(letters), *self._apart(marks))
        return parts

    def _apart(self, marks: Iterable[tuple[float, Glyph]]) -> Iterator[Written]:
        """Marks, each so far left of the end; the pen goes there and back."""
        for left, glyph in marks:
            back = left - self.advance(glyph)
            yield Written(f"{left:.2f}<{self.code(glyph):04X}>{-back:.2f}", glyph.up, apart=True)

    def _parts(self, glyphs: Sequence[Glyph]) -> Iterator[Written]:
        codes, up = "", 0.0
        for number, advance, right, height, text in glyphs:
            if height != up:
                if codes:
                    yield Written(codes, up)
                codes, up = "", height
            if right:
                codes += f" {-right:.4g}"  # the space parts it from a number before
            codes += f"<{self._code(number, text):04X}>"
            after = self._shaper.advance(number) - advance + right
            if abs(after) > _LEAST:
                codes += f"{after:.4g}"
        if codes:
            yield Written(codes.replace("><", ""), up)

    def glyphs(self, text: str, *, leftwards: bool = False) -> Sequence[Glyph]:
        """The glyphs of `text` from left to right."""
        return self._shaper.shaped(text, leftwards=leftwards)

    def code(self, glyph: Glyph) -> int:
        """The code of a glyph and what it stands for."""
        return self._code(glyph.number, glyph.text)

    def _code(self, glyph: int, text: str) -> int:
        code = self._codes.get((glyph, text))
        if code is None:
            code = self._codes[glyph, text] = self._first + len(self._codes)
        return code

    @property
    def has_unseen(self) -> bool:
        """Whether the font can have what has no width, before which PDFium finds no gap."""
        return self._shaper.nothing is not None and self._shaper.advance(0) > _WIDE

    def unseen(self, signs: str = "") -> int:
        """The code of what has no width and shows nothing, and stands for signs or nothing."""
        self._unseen = True
        return self._code(self._shaper.nothing or 0, signs) if signs else self._codes[_SECOND]

    def seen(self, signs: str) -> int:
        """The code of signs of direction that are as wide as a space."""
        return self._code(self._space, signs)

    @property
    def space(self) -> float:
        """The width of a space."""
        return self._shaper.advance(self._space)

    @property
    def _space(self) -> int:
        return self._shaper.shaped(" ")[0].number

    def advance(self, glyph: Glyph) -> float:
        """The width of a glyph that nothing kerns."""
        return self._shaper.advance(glyph.number)

    def addObjects(self, document: Any) -> None:  # called by ReportLab
        """Write the font into the document."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        codes = self._all_codes()
        glyphs = [self._glyph_of(key) for key in codes.values()]
        subset = subset_of(self._shaper.face, glyphs)
        tag = "".join(chr(65 + byte % 26) for byte in sha256(subset.data).digest()[:6])
        base = PDFName(f"{tag}+{self._shaper.name}")
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        cids = [subset.places[glyph] for glyph in glyphs]
        widths = [round(self._shaper.advance(glyph), 2) for glyph in glyphs]
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if subset.postscript else "CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": document.Reference(self._descriptor(document, base, subset)),
            "DW": 0,
        }
        encoding: object = PDFName("Identity-H")
        if subset.postscript:
            encoding = _stream(document, _cmap_of(zip(codes, cids, strict=True)), **_cmap_entries(system))
            each = [
                part
                for cid, width in sorted(dict(zip(cids, widths, strict=True)).items())
                for part in (cid, PDFArray([width]))
            ]
            descendant["W"] = PDFArray(each)
        else:
            descendant["W"] = _in_ranges(zip(codes, widths, strict=True))
            descendant["CIDToGIDMap"] = _stream(document, _gids(dict(zip(codes, cids, strict=True))))
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": base,
            "Encoding": encoding,
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": _stream(document, self._to_unicode(codes)),
        }
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.name] = document.Reference(PDFDictionary(font), self.fontName)

    def _all_codes(self) -> dict[int, tuple[int, str]]:
        """The glyph of each code, and what it stands for, in order of the codes."""
        own = {code: key for key, code in self._codes.items()}
        return own | {each.first + 2 + at: key for each in self._others for at, key in enumerate(each.glyphs)}

    def _glyph_of(self, key: tuple[int, str]) -> int:
        return self._shaper.nothing or 0 if key == _SECOND and self._unseen else key[0]

    def _descriptor(self, document: Any, base: object, subset: Subset) -> object:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

        extents, scale = self._shaper.font.get_font_extents("ltr"), self._shaper.scale
        up, down = round(extents.ascender * scale), round(extents.descender * scale)
        program: dict[str, object] = {"Length1": len(subset.data)}
        if subset.postscript:
            program = {"Subtype": PDFName("CIDFontType0C")}
        entries = {
            "Type": PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": 4,
            "FontBBox": PDFArray([-1000, down, 3000, up]),
            "ItalicAngle": -12 if "Italic" in self._shaper.name else 0,
            "Ascent": up,
            "Descent": down,
            "CapHeight": 670,
            "StemV": 80,
            "FontFile3" if subset.postscript else "FontFile2": _stream(document, subset.data, **program),
        }
        return PDFDictionary(entries)

    def _to_unicode(self, codes: Mapping[int, tuple[int, str]]) -> str:
        entries = [
            f"<{code:04X}> <{_NO_CHARACTER.sub(_UNKNOWN, text).encode('utf-16-be', 'replace').hex().upper()}>"
            for code, (_, text) in codes.items()
        ][2:]
        if self._unseen:
            entries += ["<0002> <>", "<0001> <0020>"]
        return _cmap(entries, "bfchar", _CMAP_HEAD)


def _told_by_wide_halves(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Glyphs of text from the right, with ligatures of two letters told by the half that has a width.

    Where lam and alef grow together, the alef has none, and Poppler 25 leaves out the lam if they are the
    leftmost of a paragraph. With vowel signs between the letters, each half tells its own.
    """
    made = list(glyphs)
    for place, (half, other) in enumerate(pairwise(glyphs)):
        if not half.advance and half.text.isalpha() and other.text.isalpha():
            made[place : place + 2] = half._replace(text=""), other._replace(text=half.text + other.text)
    return made


def _marks(glyphs: Sequence[Glyph]) -> Iterator[tuple[float, Glyph]]:
    """Glyphs for which others stand, each with how far left of the end it is."""
    left = sum(glyph.advance for glyph in glyphs)
    for glyph in glyphs:
        left -= glyph.advance
        if not glyph.text and not glyph.advance:
            yield left - glyph.right, glyph


def _in_ranges(widths: Iterable[tuple[int, float]]) -> bytes:
    """Widths by code, as the entry W lists them: a code, and the widths from it on."""
    listed = []
    for _, group in groupby(enumerate(widths), lambda each: each[1][0] - each[0]):
        together = [pair for _, pair in group]
        listed.append(f"{together[0][0]} [{' '.join(f'{width:g}' for _, width in together)}]")
    return f"[{' '.join(listed)}]".encode("ascii")


def _gids(places: Mapping[int, int]) -> bytes:
    """What leads from codes to the glyphs of a font with TrueType outlines."""
    made = bytearray(2 * max(places) + 2)
    for code, place in places.items():
        made[2 * code : 2 * code + 2] = place.to_bytes(2, "big")
    return bytes(made)


def _cmap_of(cids: Iterable[tuple[int, int]]) -> str:
    """What leads from codes to CIDs."""
    entries = [f"<{code:04X}> {cid}" for code, cid in cids]
    return _cmap(
        entries,
        "cidchar",
        _CMAP_HEAD.replace("Adobe-Identity-UCS", _CODES)
        .replace("/CMapType 2", "/CMapType 1")
        .replace("(UCS)", "(Identity)"),
    )


def _cmap_entries(system: dict[str, Any]) -> dict[str, object]:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

    return {"Type": PDFName("CMap"), "CMapName": PDFName(_CODES), "CIDSystemInfo": PDFDictionary(system)}


def _cmap(entries: Sequence[str], kind: str, head: str) -> str:
    sections = [entries[at : at + _AT_ONCE] for at in range(0, len(entries), _AT_ONCE)]
    listed = ["\n".join([f"{len(section)} begin{kind}", *section, f"end{kind}"]) for section in sections]
    return "\n".join([head, *listed, _CMAP_FOOT])


def _stream(document: Any, content: bytes | str, **entries: object) -> object:
    from reportlab.pdfbase.pdfdoc import PDFStream

    made: Any = PDFStream(content=content)
    made.dictionary.dict.update(entries)
    made.filters = [_filter()]
    return document.Reference(made)


def _filter() -> object:
    from reportlab.pdfbase.pdfdoc import PDFZCompress

    return PDFZCompress
