# SPDX-License-Identifier: MIT
"""Draws marks on the pages of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dissoi.briefing.fonts import Face
from dissoi.briefing.lines import BLACK, Ink, Piece
from dissoi.briefing.marks import AnchorMark, BoxMark, LinkMark, Mark, RuleMark, TextMark
from dissoi.briefing.printing.against import written_against
from dissoi.briefing.printing.direction import closed, is_of_both, lacking
from dissoi.briefing.printing.links import Link, Place
from dissoi.briefing.printing.sheet import Sheet
from dissoi.briefing.printing.tags import Tags
from dissoi.briefing.structure import ARTIFACT, Part, Role
from dissoi.briefing.typesetting.embedding import Carried, Given, Written
from dissoi.briefing.typesetting.order import is_reordered
from dissoi.briefing.typesetting.shaping import FontFile, Glyph, Shaper
from dissoi.briefing.typesetting.signs import RIGHT, SIGNS, without_signs

_WORDS = re.compile(f"[{SIGNS}]* +|[^ ]+")
_SPACED = re.compile("^ +|[^ ]+ *")
_OF_LINE_ENDS = dict.fromkeys(map(ord, "\u00ad\u200b"))

_AT_ONCE = 50
"""So many signs one blank may say; Poppler reads no code that stands for more than 62 characters."""
_SHAPES = (RuleMark, BoxMark)
_OUTLINE = 0.8
"""Points of the line around a box."""
_NOTHING = 0.001
"""Points that no one could see."""


class Pen:
    """Draws one page of a book after the other, from the upper left corner of its type area.

    Of the pens of one book, each has another place in the `fonts`, for the glyphs that it draws first.
    """

    def __init__(self, tags: Tags, nth: int = 0) -> None:
        self._tags = tags
        self._nth = nth
        self._carried: dict[Face, Carried] = {}
        self._fonts: dict[FontFile, Carried] = {}
        self.places: dict[str, Place] = {}
        self._told: dict[Part, list[str]] = {}
        self._sheet = Sheet(0)
        self._x = self._y = 0.0

    @property
    def fonts(self) -> Sequence[Carried]:
        """The fonts that were drawn with, the first first."""
        return tuple(self._fonts.values())

    def adopt(self, sheet: Sheet) -> None:
        """Take a page that another pen has drawn for one of this pen's."""
        self._tags.adopt(sheet)
        self.places |= {key: (sheet.number, up) for key, up in sheet.anchors}

    def join(self, fonts: Iterable[Given]) -> None:
        """Carry what another pen has drawn with. Raises `TooManyGlyphsError`."""
        for given in fonts:
            self._font(Shaper(*given.file)).join(given)

    def turn(self, sheet: Sheet, x: float, y: float) -> None:
        """Go to the next page, whose type area has its corner at (x, y) of a sheet."""
        self._sheet, self._x, self._y = sheet, x, y

    def draw(self, marks: Sequence[Mark], furniture: Sequence[Mark] = ()) -> None:
        """Draw marks: shapes below, text above them. `furniture` is not read."""
        shapes = [mark for mark in (*marks, *furniture) if isinstance(mark, _SHAPES)]
        if shapes:
            self._sheet.code += ["/Artifact BMC", *self._shapes(shapes), "EMC"]
        read = [(mark, mark.part or Part(Role.PARAGRAPH)) for mark in marks if isinstance(mark, TextMark)]
        unread = [(mark, ARTIFACT) for mark in furniture if isinstance(mark, TextMark)]
        texts = [*read, *unread]
        if is_of_both(mark for mark, _ in texts):
            self._sheet.code += self._of_both(texts)
        else:
            self._sheet.code += self._texts(texts)
        for mark in marks:
            if isinstance(mark, LinkMark):
                self._link(mark)
            elif isinstance(mark, AnchorMark):
                self._anchor(mark)

    def _shapes(self, shapes: Iterable[RuleMark | BoxMark]) -> Iterator[str]:
        stroke: tuple[float, Ink] | None = None
        fill: Ink | None = None
        for mark in shapes:
            x, y = self._x + mark.x, self._y - mark.y
            if isinstance(mark, BoxMark) and mark.filled:
                if mark.ink != fill:
                    fill = mark.ink
                    yield _ink(fill)
            else:
                wanted = (_OUTLINE if isinstance(mark, BoxMark) else mark.weight, mark.ink)
                if wanted != stroke:
                    stroke = wanted
                    yield f"{wanted[0]:g} w {_ink(mark.ink).upper()}"
            if isinstance(mark, BoxMark):
                paint = "f" if mark.filled else "S"
                yield f"{x:.6g} {y - mark.height:.6g} {mark.width:.6g} {mark.height:.6g} re {paint}"
            else:
                yield f"{x:.6g} {y:.6g} m {self._x + mark.to_x:.6g} {self._y - mark.to_y:.6g} l S"

    def _link(self, mark: LinkMark) -> None:
        part = mark.part or Part(Role.LINK)
        x, y = self._x + mark.x, self._y - mark.y
        area = (x, y - mark.height, x + mark.width, y)
        told = self._told.setdefault(part, [])
        link = Link(self._sheet.number, area, mark.target, part, told)
        self._sheet.links.append(link)
        self._tags.add_link(link)

    def _anchor(self, mark: AnchorMark) -> None:
        up = self._y - mark.y + 6
        self.places[mark.key] = (self._sheet.number, up)
        self._sheet.anchors.append((mark.key, up))

    def _texts(self, texts: Iterable[tuple[TextMark, Part]]) -> list[str]:
        code = ["BT 0 g"]
        face, size, track, ink = "", 0.0, 0.0, BLACK
        under: Part | None = None
        before: TextMark | None = None
        for mark, part in texts:
            if part is not under:
                code += self._begun(part, under)
                under = part
            if not _goes_on(before, mark):
                code.append(f"1 0 0 1 {self._x + mark.x:.2f} {self._y - mark.y:.2f} Tm")
            before = mark
            for piece in mark.pieces:
                look, carried = piece.look, self._case(piece.face)
                if carried.name != face or look.size != size:
                    face, size = carried.name, look.size
                    code.append(f"/{face} {size:g} Tf")
                if look.ink != ink:
                    ink = look.ink
                    code.append(_ink(ink))
                if look.track != track:
                    track = look.track
                    code.append(f"{track:g} Tc")
                code += _words(piece, carried)
            if part.role is Role.LINK:
                self._told.setdefault(part, []).extend(without_signs(piece.text) for piece in mark.pieces)
        code.append("ET" if under is None else "EMC ET")
        return code

    def _of_both(self, texts: Sequence[tuple[TextMark, Part]]) -> Iterator[str]:
        """Texts of which some are read from the right. If most are, Poppler is to read the page from there.

        Blanks at its foot, which PDFium leaves out, say so.
        """
        turned = [(closed(mark), part) for mark, part in texts]
        count = lacking(mark for mark, _ in turned)
        yield from self._texts(texts if count is None else turned)
        if count:
            # The last text may be one of nothing, as of a claim that is not written yet.
            last = next(piece for mark, _ in reversed(texts) for piece in reversed(mark.pieces))
            carried = self._case(last.face)
            signs = [RIGHT * min(_AT_ONCE, count - at) for at in range(0, count, _AT_ONCE)]
            blanks = "".join(f"{carried.seen(each):04X}" for each in signs)
            yield f"/Artifact BMC BT /{carried.name} 1 Tf 1 0 0 1 {self._x:.2f} 1 Tm [<{blanks}>] TJ ET EMC"

    def _begun(self, part: Part, under: Part | None) -> list[str]:
        """Begins the text of a part, and ends that of the one before."""
        if part.role is Role.ARTIFACT:
            begun = "/Artifact <</Type /Pagination>> BDC"
        else:
            begun = self._tags.mark(part, self._sheet)
        return [begun] if under is None else ["EMC", begun]

    def _case(self, face: Face) -> Carried:
        """The font of a face, put into the PDF when it is first used."""
        carried = self._carried.get(face)
        if carried is None:
            carried = self._carried[face] = self._font(face.shaper)
        return carried

    def _font(self, shaper: Shaper) -> Carried:
        if shaper.file not in self._fonts:
            self._fonts[shaper.file] = Carried(shaper, self._nth)
        return self._fonts[shaper.file]


def _goes_on(before: TextMark | None, mark: TextMark) -> bool:
    """Whether a text begins where the one before ended, so that it needs no place of its own."""
    if before is None or before.y != mark.y:
        return False
    return abs(before.x + sum(piece.width for piece in before.pieces) - mark.x) < _NOTHING


def _words(piece: Piece, carried: Carried) -> Iterable[str]:
    """What writes a piece. Its words are shaped one by one, as they were measured."""
    text = piece.text
    if piece.against:
        glyphs = _glyphs(piece, carried)
        if carried.has_unseen and all(glyph.text and not glyph.up for glyph in glyphs):
            return (f"[{written_against(glyphs, piece, piece.against, carried)}] TJ",)
        text = text + piece.against.signs if piece.leftwards else piece.against.signs + text
    if piece.leftwards:
        return _raised(carried.written(text, leftwards=True), piece.look.size)
    if is_reordered(text):
        return _told(piece, carried)
    words = _WORDS.findall(text)
    level = [carried.level[word] for word in words]
    if None not in level:
        return (f"[{''.join(level)}] TJ",)  # type: ignore[arg-type]  # none of them is None
    parts = [part for word in words for part in carried.written(word, leftwards=False)]
    return _raised(parts, piece.look.size)


def _glyphs(piece: Piece, carried: Carried) -> Sequence[Glyph]:
    """The glyphs of a piece from left to right."""
    if piece.leftwards:
        return carried.glyphs(piece.text, leftwards=True)
    return [glyph for word in _WORDS.findall(piece.text) for glyph in carried.glyphs(word)]


def _told(piece: Piece, carried: Carried) -> Iterator[str]:
    """What writes words whose glyphs stand in another order than their letters, their text beside them."""
    for word in _SPACED.findall(piece.text):
        written = _raised(carried.written(word, leftwards=False), piece.look.size)
        if not is_reordered(word):
            yield from written
            continue
        told = word.encode("utf-16-be").hex().upper()
        yield f"/Span <</ActualText <FEFF{told}>>> BDC"
        yield from written
        yield "EMC"


def _raised(parts: Iterable[Written], size: float) -> Iterator[str]:
    """What writes parts. Marks are told to be a tab, which readers leave out: their letters tell them."""
    for apart, group in groupby(parts, lambda part: part.apart):
        if apart:
            yield "/Span <</ActualText <FEFF0009>>> BDC"
        for codes, up, _ in group:
            yield f"{up * size / 1000:.3f} Ts [{codes}] TJ 0 Ts" if up else f"[{codes}] TJ"
        if apart:
            yield "EMC"


def _ink(ink: Ink) -> str:
    if ink[0] == ink[1] == ink[2]:
        return f"{ink[0]:g} g"
    return f"{ink[0]:g} {ink[1]:g} {ink[2]:g} rg"
