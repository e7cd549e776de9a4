# SPDX-License-Identifier: MIT
"""Writes a book as a tagged PDF, with its outline, page labels and properties."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from dissoi.briefing.booklet import sides_of_sheets
from dissoi.briefing.content import Brief
from dissoi.briefing.desk import Desk
from dissoi.briefing.front import UNASKED
from dissoi.briefing.layout_brief import Book, bookmark
from dissoi.briefing.layouts import Layout
from dissoi.briefing.lines import tidy
from dissoi.briefing.printing.links import destination
from dissoi.briefing.printing.objects import Objects, text_string
from dissoi.briefing.printing.outline import Bookmark, put_outline
from dissoi.briefing.printing.page_tree import PageTree
from dissoi.briefing.printing.pen import Pen
from dissoi.briefing.printing.sheet import Sheet
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
_OTHERWISE = "en"
"""The language of a brief that does not tell its own; that of our labels."""


def written(brief: Brief, book: Book, layout: Layout, desk: Desk, on_page: Callable[[int], None]) -> bytes:
    """The PDF of a book."""
    paper, total = desk.format.paper, len(book.pages)
    objects, tags = Objects(), Tags()
    tree, pen = PageTree(objects), Pen(tags)
    sheets, spots = _spots(total, booklet=desk.options.booklet)
    width = paper.width * (2 if desk.options.booklet else 1)
    for number, (page, (sheet, place)) in enumerate(zip(book.pages, spots, strict=True), 1):
        left = place * paper.width + desk.format.left(number)
        pen.turn(sheet, left, paper.height - desk.format.top)
        pen.draw(page.marks, layout.on_every_page(desk, brief, page, number, total))
        on_page(number)
        page.marks = []
        if not desk.options.booklet:
            tree.add(sheet, width, paper.height)
    if desk.options.booklet:
        for sheet in sheets:
            tree.add(sheet, width, paper.height)
    tree.close(pen.fonts)
    entries = f"/Pages {tree.number} 0 R/StructTreeRoot {tags.put(objects, tree.pages, sheets)} 0 R"
    if book.headings:
        marks = [
            Bookmark(each.rank, tidy(bookmark(each)), destination(pen.places[each.key], tree.pages))
            for each in book.headings
        ]
        entries += f"/Outlines {put_outline(objects, marks)} 0 R/PageMode/UseOutlines"
    if not desk.options.booklet:
        entries += "/PageLabels<</Nums[0<</S/D/St 1>>]>>"
    return _described(objects, brief, desk.setter.language or _OTHERWISE, entries)


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


def _described(objects: Objects, brief: Brief, language: str, entries: str) -> bytes:
    """The whole file: what was put in, the properties of the document, and how a viewer opens it.

    `entries` are those of the catalog that lead to what was put in.
    """
    told = {
        "title": _property(brief.question or UNASKED),
        "author": _property(brief.made_by),
        "subject": _property(f"Briefing: {brief.question}" if brief.question else "Briefing"),
        "keywords": _property(", ".join(["debate", "briefing", *(term.term for term in brief.terms)])),
    }
    escaped = {name: escape(text) for name, text in told.items()}
    metadata = objects.put_plain_stream(
        _METADATA.format(language=language, **escaped).encode(), "/Type/Metadata/Subtype/XML"
    )
    catalog = objects.put(
        f"<</Type/Catalog{entries}/Metadata {metadata} 0 R/MarkInfo<</Marked true>>"
        f"/Lang{text_string(language)}/ViewerPreferences<</DisplayDocTitle true>>>>"
    )
    told |= {"creator": "Dissoi", "producer": "Dissoi"}
    if brief.made_on:
        told["creationDate"] = told["modDate"] = f"D:{brief.made_on.replace('-', '')}"
    listed = "".join(
        f"/{name[0].upper()}{name[1:]}{text_string(text)}" for name, text in told.items() if text
    )
    return objects.file(catalog, objects.put(f"<<{listed}>>"))


def _property(text: str) -> str:
    return " ".join(tidy(text).split())[:_LONGEST_PROPERTY]
