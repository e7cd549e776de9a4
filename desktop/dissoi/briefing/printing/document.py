# SPDX-License-Identifier: MIT
"""Writes a book as a tagged PDF, with its outline, page labels and properties."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFName, PDFStream
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dissoi.briefing.booklet import sides_of_sheets
from dissoi.briefing.content import Brief
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Face
from dissoi.briefing.front import UNASKED
from dissoi.briefing.layout_brief import Book, bookmark
from dissoi.briefing.layouts import Layout
from dissoi.briefing.lines import tidy
from dissoi.briefing.printing.pen import Pen
from dissoi.briefing.printing.tags import Tags

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
_LANGUAGE = "en"


def written(
    brief: Brief, book: Book, layout: Layout, desk: Desk, *, first: Face, on_page: Callable[[int], None]
) -> bytes:
    """The PDF of a book. `first` is the face that a page begins with, in which nothing is set."""
    paper, total = desk.format.paper, len(book.pages)
    target, tags = BytesIO(), Tags()
    canvas = Canvas(
        target,
        pagesize=(paper.width * (2 if desk.options.booklet else 1), paper.height),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=_initial_font(first),  # type: ignore[arg-type]  # the stubs say float
        lang=_LANGUAGE,
    )
    _describe(canvas, brief, has_outline=bool(book.headings))
    for heading in book.headings:
        canvas.addOutlineEntry(tidy(bookmark(heading)), heading.key, heading.rank, closed=heading.rank == 0)
    pen = Pen(canvas, tags, {heading.key for heading in book.headings})
    pages_on_sheets = list(sides_of_sheets(total)) if desk.options.booklet else _one_by_one(total)
    for sheet in pages_on_sheets:
        for place, number in enumerate(sheet):
            begin = pen.move if place else pen.turn
            begin(place * paper.width + desk.format.left(number), paper.height - desk.format.top)
            if number <= total:
                page = book.pages[number - 1]
                pen.draw(page.marks, layout.on_every_page(desk, brief, page, number, total))
                on_page(number)
        canvas.showPage()
    if not desk.options.booklet:
        canvas.addPageLabel(0, style="ARABIC", start=1)
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    tags.write(document, document.Pages.pages)
    canvas.save()
    return target.getvalue()


def _one_by_one(total: int) -> list[tuple[int, ...]]:
    return [(number,) for number in range(1, total + 1)]


def _initial_font(face: Face) -> str:
    """The font that a page begins with. No text is set in it, so that the PDF does not carry it.

    ReportLab keeps fonts for the whole process; under one name there is only ever one file.
    """
    name = f"Dissoi-{face.path.stem}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(face.path)))
    return name


def _describe(canvas: Canvas, brief: Brief, *, has_outline: bool) -> None:
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
        canvas.showOutline()
    if brief.made_on:
        digits = brief.made_on.replace("-", "")
        canvas.setDateFormatter(lambda *_: f"D:{digits}")
    told = {"title": title, "author": author, "subject": subject, "keywords": keywords}
    metadata = _METADATA.format(language=_LANGUAGE, **{name: escape(text) for name, text in told.items()})
    stream = PDFStream(content=metadata.encode())
    stream.dictionary["Type"], stream.dictionary["Subtype"] = PDFName("Metadata"), PDFName("XML")
    catalog = canvas._doc.Catalog  # type: ignore[attr-defined]  # noqa: SLF001
    catalog.Metadata, catalog.MarkInfo = stream, "<</Marked true>>"


def _property(text: str) -> str:
    return " ".join(tidy(text).split())[:_LONGEST_PROPERTY]
