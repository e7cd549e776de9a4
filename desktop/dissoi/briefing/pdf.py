# SPDX-License-Identifier: MIT
"""Draws a brief as PDF: the one entry of this room for the front ends."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from dissoi import resources
from dissoi.briefing.content import Brief
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Face, Family, Fonts
from dissoi.briefing.front import UNASKED
from dissoi.briefing.gather import brief_of
from dissoi.briefing.layout_brief import Book, bookmark
from dissoi.briefing.layouts import LAYOUTS, Layout
from dissoi.briefing.lines import BLACK, Ink, Piece, Setter, tidy
from dissoi.briefing.options import WHOLE, Options
from dissoi.briefing.paper import PAPERS, Paper
from dissoi.briefing.rows import AnchorMark, BoxMark, LinkMark, Mark, RuleMark, TextMark
from dissoi.briefing.styles import Type
from dissoi.briefing.typesetting.embedding import Carried
from dissoi.dossier.debate import DebateFormat
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

OnPage = Callable[[int], None]
"""Told 0 for each page that is arranged, then the number of each page written. May raise, to stop."""

_LONGEST_PROPERTY = 300
_WORDS = re.compile(" +|[^ ]+")
_SPACED = re.compile("^ +|[^ ]+ *")
_REORDERED = re.compile("[\u0900-\u0dff]")
"""Scripts of India, whose vowels may stand before the letter they follow."""


def make_brief(
    dossier: Dossier,
    options: Options = WHOLE,
    *,
    paper: Paper | None = None,
    made_on: str = "",
    made_by: str = "",
    debate: DebateFormat | None = None,
    on_page: OnPage | None = None,
) -> bytes:
    """The brief of `dossier` as a PDF; the same dossier and date give the same bytes.

    `paper` is a sheet other than the options name. `made_on` is a date as records write it ("2025-02-18").
    What `on_page` raises goes through.
    """
    brief = brief_of(dossier, blocks_of, options, made_on=made_on, made_by=made_by, debate=debate)
    return draw_brief(brief, paper or PAPERS[options.paper], on_page or (lambda _: None), options)


def draw_brief(brief: Brief, paper: Paper, on_page: OnPage, options: Options = WHOLE) -> bytes:
    """A brief as a PDF."""
    fonts, layout = Fonts(resources.fonts()), LAYOUTS[options.layout]
    format_of_paper = replace(layout.format(paper), mirrored=options.duplex)
    desk = Desk(Setter(), Type(fonts), format_of_paper, options)
    with _undisturbed():
        book = layout.set(brief, desk, partial(on_page, 0))
        return _drawn(brief, book, layout, desk, fonts=fonts, on_page=on_page)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No garbage collection meanwhile: it would look at every line again and again, and find none to free.

    ReportLab's streams are left binary, which makes them a fifth smaller.
    """
    from reportlab import rl_config

    collecting, ascii_streams = gc.isenabled(), rl_config.useA85
    gc.disable()
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = ascii_streams
        if collecting:
            gc.enable()


def _drawn(brief: Brief, book: Book, layout: Layout, desk: Desk, *, fonts: Fonts, on_page: OnPage) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    paper, total = desk.format.paper, len(book.pages)
    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=(paper.width, paper.height),
        pageCompression=1,
        invariant=1,
        initialFontName=_initial_font(fonts.face(Family.SERIF)),  # type: ignore[arg-type]  # the stubs say float
        lang="en",
    )
    _describe(canvas, brief, has_outline=bool(book.headings))
    cases = Cases(canvas)
    for heading in book.headings:
        canvas.addOutlineEntry(tidy(bookmark(heading)), heading.key, heading.rank, closed=heading.rank == 0)
    for number, page in enumerate(book.pages, 1):
        pen = Pen(canvas, cases, desk.format.left(number), paper.height - desk.format.top)
        pen.draw([*page.marks, *layout.on_every_page(desk, brief, page, number, total)])
        canvas.showPage()
        on_page(number)
    canvas.save()
    return target.getvalue()


def _initial_font(face: Face) -> str:
    """The font that a page begins with. No text is set in it, so that the PDF does not carry it.

    ReportLab keeps fonts for the whole process; under one name there is only ever one file.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"Dissoi-{face.path.stem}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(face.path)))
    return name


def _describe(canvas: Canvas, brief: Brief, *, has_outline: bool) -> None:
    """The properties of the document, and how a viewer opens it."""
    title = _property(brief.question or UNASKED)
    canvas.setTitle(title)
    canvas.setAuthor(_property(brief.made_by))
    canvas.setSubject(_property(f"Briefing: {brief.question}" if brief.question else "Briefing"))
    canvas.setKeywords(_property(", ".join(["debate", "briefing", *(term.term for term in brief.terms)])))
    canvas.setCreator("Dissoi")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if has_outline:
        canvas.showOutline()
    if brief.made_on:
        digits = brief.made_on.replace("-", "")
        canvas.setDateFormatter(lambda *_: f"D:{digits}")


def _property(text: str) -> str:
    return " ".join(tidy(text).split())[:_LONGEST_PROPERTY]


class Pen:
    """Draws marks on a page; `x` and `y` are where the type area begins, from the lower left corner."""

    def __init__(self, canvas: Canvas, cases: Cases, x: float, y: float) -> None:
        self._canvas = canvas
        self._cases = cases
        self._x = x
        self._y = y

    def draw(self, marks: Sequence[Mark]) -> None:
        """Draw marks: shapes below, text above them."""
        texts: list[TextMark] = []
        for mark in marks:
            if isinstance(mark, TextMark):
                texts.append(mark)
            else:
                self._draw_shape(mark)
        self._write(texts)

    def _draw_shape(self, mark: RuleMark | BoxMark | LinkMark | AnchorMark) -> None:
        canvas = self._canvas
        x, y = self._x + mark.x, self._y - mark.y
        match mark:
            case RuleMark():
                canvas.setLineWidth(mark.weight)
                canvas.setStrokeColorRGB(*mark.ink)
                canvas.line(x, y, self._x + mark.to_x, self._y - mark.to_y)
            case BoxMark():
                canvas.setLineWidth(0.8)
                canvas.setStrokeColorRGB(*mark.ink)
                canvas.setFillColorRGB(*mark.ink)
                outlined, filled = int(not mark.filled), int(mark.filled)
                canvas.rect(x, y - mark.height, mark.width, mark.height, stroke=outlined, fill=filled)
            case LinkMark():
                area = (x, y - mark.height, x + mark.width, y)
                if mark.target.startswith("#"):
                    canvas.linkAbsolute("", mark.target[1:], area)
                else:
                    canvas.linkURL(mark.target, area)
            case AnchorMark():
                canvas.bookmarkPage(mark.key, fit="XYZ", left=0, top=y + 6, zoom=0)

    def _write(self, texts: Sequence[TextMark]) -> None:
        code = ["BT 0 g"]
        face, size, track, ink = "", 0.0, 0.0, BLACK
        for mark in texts:
            code.append(f"1 0 0 1 {self._x + mark.x:.2f} {self._y - mark.y:.2f} Tm")
            for piece in mark.pieces:
                look, carried = piece.look, self._cases.of(piece.face)
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
        code.append("ET")
        self._canvas.addLiteral("\n".join(code))


class Cases:
    """The fonts of a PDF, each put into it when it is first used."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._carried: dict[Face, Carried] = {}

    def of(self, face: Face) -> Carried:
        """The font of a face."""
        carried = self._carried.get(face)
        if carried is None:
            carried = Carried(face.shaper, self._canvas, len(self._carried) + 1)
            self._carried[face] = carried
        return carried


def _words(piece: Piece, carried: Carried) -> Iterator[str]:
    """What writes a piece. Its words are shaped one by one, as they were measured."""
    if piece.leftwards:
        yield from _raised(carried.written(piece.text, leftwards=True), piece.look.size)
        return
    words = _WORDS.findall(piece.text)
    if _REORDERED.search(piece.text):
        # The glyphs stand in another order than their letters, so the text is told beside them.
        for word in _SPACED.findall(piece.text):
            if not _REORDERED.search(word):
                yield from _raised(carried.written(word, leftwards=False), piece.look.size)
                continue
            told = word.encode("utf-16-be").hex().upper()
            yield f"/Span <</ActualText <FEFF{told}>>> BDC"
            yield from _raised(carried.written(word, leftwards=False), piece.look.size)
            yield "EMC"
        return
    parts = [part for word in words for part in carried.written(word, leftwards=False)]
    if any(up for _, up in parts):
        yield from _raised(parts, piece.look.size)
    else:
        yield f"[{''.join(part for part, _ in parts)}] TJ"


def _raised(parts: Sequence[tuple[str, float]], size: float) -> Iterator[str]:
    for part, up in parts:
        yield f"{up * size / 1000:.3f} Ts [{part}] TJ" if up else f"[{part}] TJ"
        if up:
            yield "0 Ts"


def _ink(ink: Ink) -> str:
    if ink[0] == ink[1] == ink[2]:
        return f"{ink[0]:g} g"
    return f"{ink[0]:g} {ink[1]:g} {ink[2]:g} rg"
