# SPDX-License-Identifier: MIT
"""More pages and files that say what they are; of all rules, only one for a form of dates came after them."""

from __future__ import annotations

from tests.benchmarks.described import TEXT, Described, linked, meta, page, pdf, prop, word
from tests.reading.made import epub

from dissoi.reading.docx import read_docx
from dissoi.reading.epub import read_epub
from dissoi.reading.html import read_html
from dissoi.reading.pdf import read_pdf
from dissoi.reading.plain import plain_draft
from dissoi.reading.rtf import read_rtf

BLOG = linked(
    {
        "@type": "BlogPosting",
        "headline": "Why I miss the night boat",
        "author": [{"name": "Joan Reed"}, "Tim Shaw"],
        "datePublished": "2010-10-10",
        "url": "https://blog.example/boat",
    }
)
GRAPH = prop(og__title="The toll – Harne Echo", og__site_name="Harne Echo", og__locale="de_AT")
SCHOLAR = (
    '<meta name="citation_title" content="Currents"><meta name="citation_author" content="Bo, Clara">'
    '<meta name="citation_author" content="Iri, Tomas J.">'
    '<meta name="citation_date" content="2012/1/2"><meta name="citation_journal_title" content="Sea and Law">'
)
CHAPTERS = {"a.xhtml": "".join(f"<p>{each}</p>" for each in TEXT)}


def apart() -> list[Described]:
    """Nine pages and files of several kinds."""
    plain = "\n\n".join(TEXT)
    return [
        Described(
            "blog",
            page(BLOG, "<h1>Why I miss the night boat</h1>", "", "lang='en'"),
            read_html,
            {
                "title": "Why I miss the night boat",
                "authors": "Joan Reed; Tim Shaw",
                "published": "2010-10-10",
                "url": "https://blog.example/boat",
                "language": "en",
            },
        ),
        Described(
            "OpenGraph, site behind",
            page(GRAPH, "<h1>The toll</h1><div class='byline'>von Lotte Brandt und Jonas Eck</div>"),
            read_html,
            {
                "title": "The toll",
                "authors": "Lotte Brandt; Jonas Eck",
                "publisher": "Harne Echo",
                "language": "de-AT",
            },
        ),
        Described(
            "Highwire",
            page(SCHOLAR, "<h1>Currents</h1>"),
            read_html,
            {
                "title": "Currents",
                "authors": "Clara Bo; Tomas J. Iri",
                "published": "2012-01-02",
                "publisher": "Sea and Law",
            },
        ),
        Described(
            "Dublin Core, twice",
            page(meta(DC_title="Depths", DC_creator="Sven Aldo") + meta(DC_creator="Mette Friis")),
            read_html,
            {"title": "Depths", "authors": "Sven Aldo; Mette Friis"},
        ),
        Described(
            "PDF, names with commas",
            pdf("Quays", "Otto Lind, Eva Roth and Sven Aldo", head="Quays of the north"),
            read_pdf,
            {
                "title": "Quays of the north",
                "authors": "Otto Lind; Eva Roth; Sven Aldo",
                "published": "2000-01-01",
            },
        ),
        Described(
            "PDF, second title and a note",
            pdf(
                "",
                "",
                head="Quays of the south",
                lines=("Civil Quays and Foreign Piers", "1 See Sea and Law 12 (2014) 40–51"),
            ),
            read_pdf,
            {"title": "Quays of the south", "published": "2000-01-01"},
        ),
        Described(
            "Word, name turned",
            word({"title": "Piers", "author": "Amadi, Luke"}, (("Title", "On piers"),)),
            read_docx,
            {"title": "On piers", "authors": "Luke Amadi", "published": "2013-12-23", "language": "en-US"},
        ),
        Described(
            "EPUB, two titles",
            epub(CHAPTERS, "<dc:title>Ships</dc:title><dc:title>A history</dc:title><dc:date>1999</dc:date>"),
            read_epub,
            {"title": "Ships", "published": "1999"},
        ),
        Described(
            "RTF, byline",
            ("{\\rtf1\\ansi By Rosa Quill\\par 1 May 1999\\par " + "\\par ".join(TEXT) + "\\par}").encode(),
            read_rtf,
            {"authors": "Rosa Quill", "published": "1999-05-01"},
        ),
        Described(
            "text, role",
            f"The last quay\n\nBy Dev Anand (harbour master)\n\n{plain}".encode(),
            lambda data, name: plain_draft(data.decode(), f"{name}.txt"),
            {"title": "The last quay", "authors": "Dev Anand (harbour master)"},
        ),
    ]
