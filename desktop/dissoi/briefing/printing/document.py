# SPDX-License-Identifier: MIT
"""Writes a book as a tagged PDF, with its outline, page labels and properties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from dissoi.briefing.booklet import sides_of_sheets
from dissoi.briefing.content import Brief
from dissoi.briefing.desk import Desk
from dissoi.briefing.front import UNASKED
from dissoi.briefing.halves import Second
from dissoi.briefing.layout_brief import Book, bookmark
from dissoi.briefing.layouts import Layout
from dissoi.briefing.lines import tidy
from dissoi.briefing.marks import Mark
from dissoi.briefing.pages import Page
from dissoi.briefing.printing.appending import Update
from dissoi.briefing.printing.links import Place
from dissoi.briefing.printing.outline import Bookmark, add_outline, will_have_outline
from dissoi.briefing.printing.pen import Pen
from dissoi.briefing.printing.sheet import Sheet
from dissoi.briefing.printing.tags import Tags, will_have_tags

_LONGEST_PROPERTY = 300
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>Dissoi</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_OTHERWISE = "en"
"""The language of a brief that does not tell its own; that of our labels."""


def written(
    brief: Brief,
    book: Book,
    layout: Layout,
    desk: Desk,
    *,
    on_page: Callable[[int], None],
    second: Second | None = None,
) -> bytes:
    """The PDF of a book. Raises `TooManyGlyphsError` if a `second` half does not go with the first."""
    paper = desk.format.paper
    language = desk.setter.language or _OTHERWISE
    canvas = _Pages(
        BytesIO(),
        pagesize=(paper.width * (2 if desk.options.booklet else 1), paper.height),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=language,
    )
    _describe(canvas, brief, language, has_outline=bool(book.headings))
    tags = Tags()
    pen = Pen(tags)
    furniture = partial(layout.on_every_page, desk, brief)
    elsewhere = second.sheets() if second else iter(())
    sheets = _drawn(pen, book, desk, furniture=furniture, elsewhere=elsewhere, on_page=on_page)
    if second:
        pen.join(second.end().fonts)
    for sheet in sheets:
        sheet.write(canvas)
    if not desk.options.booklet:
        canvas.addPageLabel(0, style="ARABIC", start=1)
    for font in pen.fonts:
        font.add_to(canvas)
    update = Update(canvas)
    tags.number_links(len(sheets))
    for sheet in sheets:
        sheet.add_links(update, pen.places)
    if book.headings:
        add_outline(update, list(_bookmarks(book, pen.places)))
    tags.add_to(update, sheets)
    return update.written()


def _bookmarks(book: Book, places: Mapping[str, Place]) -> Iterator[Bookmark]:
    for heading in book.headings:
        yield Bookmark(tidy(bookmark(heading)), heading.rank, places[heading.key])


def _drawn(
    pen: Pen,
    book: Book,
    desk: Desk,
    *,
    furniture: Callable[[Page, int, int], list[Mark]],
    elsewhere: Iterator[Sheet],
    on_page: Callable[[int], None],
) -> list[Sheet]:
    """All sheets, finished; `elsewhere` are those of pages that are drawn apart."""
    total, booklet = len(book.pages), desk.options.booklet
    sheets, spots = _spots(total, booklet=booklet)
    for number, (page, (sheet, place)) in enumerate(zip(book.pages, spots, strict=True), 1):
        if page.apart:
            sheets[number - 1] = next(elsewhere)
            pen.adopt(sheets[number - 1])
        else:
            left = place * desk.format.paper.width + desk.format.left(number)
            pen.turn(sheet, left, desk.format.paper.height - desk.format.top)
            pen.draw(page.marks, furniture(page, number, total))
            page.marks = []
            if not booklet:
                sheet.finish()
        on_page(number)
    for sheet in sheets if booklet else ():
        sheet.finish()
    return sheets


def _spots(total: int, *, booklet: bool) -> tuple[list[Sheet], list[tuple[Sheet, int]]]:
    """All sheets; and for each page in order its sheet, and 1 where it lies on the right of two."""
    if not booklet:
        sheets = [Sheet(number) for number in range(total)]
        return sheets, [(sheet, 0) for sheet in sheets]
    sides = list(sides_of_sheets(total))
    sheets = [Sheet(number) for number in range(len(sides))]
    spots = {
        page: (sheet, place)
        for sheet, side in zip(sheets, sides, strict=True)
        for place, page in enumerate(side)
    }
    return sheets, [spots[page] for page in range(1, total + 1)]


class _Pages(Canvas):
    """A canvas whose pages name no font but those that text is set in."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def _describe(canvas: Canvas, brief: Brief, language: str, *, has_outline: bool) -> None:
    """The properties of the document, and how a viewer opens it."""
    title, author = _property(brief.question or UNASKED), _property(brief.made_by)
    subject = _property(f"Briefing: {brief.question}" if brief.question else "Briefing")
    keywords = _property(", ".join(["debate", "briefing", *(term.term for term in brief.terms)]))
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setKeywords(keywords)
    canvas.setCreator("Dissoi")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if has_outline:
        will_have_outline(canvas)
    will_have_tags(canvas)
    if brief.made_on:
        digits = brief.made_on.replace("-", "")
        canvas.setDateFormatter(lambda *_: f"D:{digits}")
    told = {"title": title, "author": author, "subject": subject, "keywords": keywords}
    metadata = _METADATA.format(language=language, **{name: escape(text) for name, text in told.items()})
    stream = PDFStream(content=metadata.encode())
    stream.dictionary["Type"], stream.dictionary["Subtype"] = PDFName("Metadata"), PDFName("XML")
    catalog = canvas._doc.Catalog  # type: ignore[attr-defined]  # noqa: SLF001
    catalog.Metadata = stream


def _property(text: str) -> str:
    return " ".join(tidy(text).split())[:_LONGEST_PROPERTY]
