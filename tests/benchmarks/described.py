# SPDX-License-Identifier: MIT
"""Pages and files that say in many ways what they are, written for measuring what is read of it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from tests.reading.made import epub

from dissoi.reading.docx import read_docx
from dissoi.reading.epub import read_epub
from dissoi.reading.html import read_html
from dissoi.reading.pdf import read_pdf
from dissoi.reading.plain import plain_draft
from dissoi.reading.reading import Draft
from dissoi.reading.rtf import read_rtf

TEXT = (
    "The ferry has crossed the strait for a hundred years, and for as long there has been talk of a bridge.",
    "Engineers surveyed the bed of the strait in spring, and found clay where they had hoped for rock.",
    "What that means for the cost nobody would say, but it will not have made the bridge any cheaper.",
    "Meanwhile the ferry sails on, every forty minutes, with room for sixty cars and a bar.",
)


@dataclass(frozen=True)
class Described:
    """A file, its reader, and what it says of itself: by detail, authors as "Name (credentials); Name"."""

    name: str
    data: bytes
    read: Callable[[bytes, str], Draft]
    gold: dict[str, str]


def page(head: str = "", top: str = "", bottom: str = "", attributes: str = "") -> bytes:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    nav = "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><footer>Copyright 2019 by nobody</footer>"
    return (
        f'<!DOCTYPE html><html {attributes}><head><meta charset="utf-8">{head}</head>'
        f"<body>{nav}<article>{top}{body}{bottom}</article></body></html>"
    ).encode()


def linked(told: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def meta(**names: str) -> str:
    made = ((key.replace("__", ":").replace("_", "."), value) for key, value in names.items())
    return "".join(f'<meta name="{key}" content="{value}">' for key, value in made)


def prop(**names: str) -> str:
    made = ((key.replace("__", ":"), value) for key, value in names.items())
    return "".join(f'<meta property="{key}" content="{value}">' for key, value in made)


def web() -> list[Described]:
    """Web pages, from those that say all to those that say next to nothing."""
    return [
        Described(name, page(head, top, bottom, attributes), read_html, gold)
        for name, head, top, bottom, attributes, gold in (
            (
                "JSON-LD, one author",
                linked(
                    {
                        "@context": "https://schema.org",
                        "@type": "NewsArticle",
                        "headline": "The bridge that waits",
                        "author": {
                            "@type": "Person",
                            "name": "Ada Brook",
                            "jobTitle": "Transport correspondent",
                        },
                        "datePublished": "2024-03-05T07:30:00Z",
                        "publisher": {"@type": "Organization", "name": "The Strait"},
                        "mainEntityOfPage": "https://strait.example/bridge",
                        "inLanguage": "en-GB",
                    }
                ),
                "<h1>The bridge that waits</h1>",
                "",
                "lang='en'",
                {
                    "title": "The bridge that waits",
                    "authors": "Ada Brook (Transport correspondent)",
                    "publisher": "The Strait",
                    "published": "2024-03-05",
                    "url": "https://strait.example/bridge",
                    "language": "en-GB",
                },
            ),
            (
                "JSON-LD graph, two authors",
                linked(
                    {
                        "@context": "https://schema.org",
                        "@graph": [
                            {"@type": "WebSite", "name": "Harbour Review", "url": "https://harbour.example/"},
                            {"@type": "Person", "@id": "#a", "name": "Paul Hale"},
                            {"@type": "Person", "@id": "#b", "name": "Mona Lie"},
                            {
                                "@type": "Article",
                                "headline": "Clay &amp; rock",
                                "author": [{"@id": "#a"}, {"@id": "#b"}],
                                "publisher": {"@id": "#org"},
                                "datePublished": "2023-11-02",
                            },
                            {"@type": "Organization", "@id": "#org", "name": "Harbour Review"},
                        ],
                    }
                ),
                "<h1>Clay &amp; rock</h1>",
                "",
                "lang='en'",
                {
                    "title": "Clay & rock",
                    "authors": "Paul Hale; Mona Lie",
                    "publisher": "Harbour Review",
                    "published": "2023-11-02",
                    "language": "en",
                },
            ),
            (
                "JSON-LD, the publisher as author",
                linked(
                    {
                        "@type": "NewsArticle",
                        "headline": "Ferry to sail on",
                        "datePublished": "2022-01-09T00:00:00+01:00",
                        "author": {"@type": "Organization", "name": "Norland News Agency"},
                        "publisher": {"name": "Norland News Agency"},
                    }
                ),
                "<h1>Ferry to sail on</h1>",
                "",
                "",
                {
                    "title": "Ferry to sail on",
                    "authors": "Norland News Agency",
                    "publisher": "Norland News Agency",
                    "published": "2022-01-09",
                },
            ),
            (
                "OpenGraph",
                prop(
                    og__title="A bridge too dear",
                    og__site_name="Coast Weekly",
                    og__locale="en_US",
                    og__type="article",
                    og__url="https://coast.example/2021/06/17/bridge",
                    article__published_time="2021-06-17T10:00:00Z",
                    article__author="https://facebook.example/coast",
                )
                + meta(author="Lena Marsh")
                + "<title>A bridge too dear | Coast Weekly</title>",
                "<h1>A bridge too dear</h1><p class='byline'>By Lena Marsh</p>",
                "",
                "",
                {
                    "title": "A bridge too dear",
                    "authors": "Lena Marsh",
                    "publisher": "Coast Weekly",
                    "published": "2021-06-17",
                    "url": "https://coast.example/2021/06/17/bridge",
                    "language": "en-US",
                },
            ),
            (
                "Dublin Core",
                meta(
                    DC_title="On the cost of bridges",
                    DC_creator="Okoro, Ruth",
                    DC_date="2019-05",
                    DC_language="en",
                    DC_publisher="Institute for Crossings",
                ),
                "<h1>On the cost of bridges</h1>",
                "",
                "",
                {
                    "title": "On the cost of bridges",
                    "authors": "Ruth Okoro",
                    "publisher": "Institute for Crossings",
                    "published": "2019-05",
                    "language": "en",
                },
            ),
            (
                "Highwire",
                "".join(
                    f'<meta name="citation_{k}" content="{v}">'
                    for k, v in (
                        ("title", "Tides and tolls"),
                        ("author", "Erik Dahl"),
                        ("author", "Ivo Stan"),
                        ("publication_date", "2018/09/30"),
                        ("journal_title", "Journal of Straits"),
                        ("language", "en"),
                        ("abstract_html_url", "https://journal.example/tides"),
                    )
                ),
                "<h1>Tides and tolls</h1>",
                "",
                "lang='en'",
                {
                    "title": "Tides and tolls",
                    "authors": "Erik Dahl; Ivo Stan",
                    "publisher": "Journal of Straits",
                    "published": "2018-09-30",
                    "language": "en",
                    "url": "https://journal.example/tides",
                },
            ),
            (
                "Highwire, names turned",
                "".join(
                    f'<meta name="citation_{k}" content="{v}">'
                    for k, v in (
                        ("title", "Clay below"),
                        ("author", "Dahl, Erik"),
                        ("author", "van der Berg, Anna M."),
                        ("date", "2016"),
                        ("publisher", "Norland University Press"),
                    )
                ),
                "<h1>Clay below</h1>",
                "",
                "",
                {
                    "title": "Clay below",
                    "authors": "Erik Dahl; Anna M. van der Berg",
                    "publisher": "Norland University Press",
                    "published": "2016",
                },
            ),
            (
                "byline and time",
                "<title>Who pays for the bridge? - The Elmsford Post</title>",
                (
                    "<h1>Who pays for the bridge?</h1><p class='author'>By Tomas Ried and Petra Solt</p>"
                    "<time datetime='2020-02-29'>29 February 2020</time>"
                ),
                "",
                "lang='en-GB'",
                {
                    "title": "Who pays for the bridge?",
                    "authors": "Tomas Ried; Petra Solt",
                    "publisher": "The Elmsford Post",
                    "published": "2020-02-29",
                    "language": "en-GB",
                },
            ),
            (
                "byline in the text",
                "<title>The last ferryman</title>",
                "<h1>The last ferryman</h1><p>By Elin Berg</p><p>Published 14 July 2017</p>",
                "<p>Elin Berg is a professor of transport economics at Lund University.</p>",
                "lang='en'",
                {
                    "title": "The last ferryman",
                    "published": "2017-07-14",
                    "language": "en",
                    "authors": "Elin Berg (professor of transport economics at Lund University)",
                },
            ),
            (
                "microdata",
                "<title>Tolls again</title>",
                (
                    "<div itemscope itemtype='http://schema.org/Article'><h1>Tolls again</h1>"
                    "<span itemprop='author' itemscope><span itemprop='name'>Colin Webb</span></span>"
                    "<meta itemprop='datePublished' content='2015-12-01'></div>"
                ),
                "",
                "lang='de'",
                {
                    "title": "Tolls again",
                    "authors": "Colin Webb",
                    "published": "2015-12-01",
                    "language": "de",
                },
            ),
            (
                "next to nothing",
                "<title>Notes on a ferry</title>",
                "",
                "",
                "",
                {"title": "Notes on a ferry"},
            ),
            (
                "role in the byline",
                prop(og__title="No bridge this year", og__site_name="The Strait"),
                (
                    "<h1>No bridge this year</h1><p class='byline'>By Ada Brook, Transport correspondent</p>"
                    "<time datetime='2024-10-01T06:00'>1 October</time>"
                ),
                "",
                "lang='en'",
                {
                    "title": "No bridge this year",
                    "authors": "Ada Brook (Transport correspondent)",
                    "publisher": "The Strait",
                    "published": "2024-10-01",
                    "language": "en",
                },
            ),
            (
                "JSON-LD, names in one string",
                linked(
                    {
                        "@type": ["Article", "OpinionPiece"],
                        "headline": "Let it sail",
                        "datePublished": "2023",
                        "author": "Dora Klein, James Okafor and Beth Lang",
                        "publisher": "The Weekly Argument",
                    }
                ),
                "<h1>Let it sail</h1>",
                "",
                "lang='en'",
                {
                    "title": "Let it sail",
                    "authors": "Dora Klein; James Okafor; Beth Lang",
                    "publisher": "The Weekly Argument",
                    "published": "2023",
                    "language": "en",
                },
            ),
            (
                "title with the site before it",
                "<title>The Strait | Ferry fares to rise</title>"
                + prop(og__site_name="The Strait", og__title="The Strait | Ferry fares to rise")
                + "<link rel='canonical' href='https://strait.example/fares'>",
                "<h1>Ferry fares to rise</h1>",
                "",
                "lang='en'",
                {
                    "title": "Ferry fares to rise",
                    "publisher": "The Strait",
                    "language": "en",
                    "url": "https://strait.example/fares",
                },
            ),
            (
                "staff as author",
                prop(og__title="Fog stops ferry", og__site_name="Coast Weekly") + meta(author="admin"),
                (
                    "<h1>Fog stops ferry</h1><p class='byline'>By Coast Weekly staff</p>"
                    "<time datetime='2011-11-11'></time>"
                ),
                "",
                "lang='en'",
                {
                    "title": "Fog stops ferry",
                    "authors": "Coast Weekly staff",
                    "publisher": "Coast Weekly",
                    "published": "2011-11-11",
                    "language": "en",
                },
            ),
        )
    ]


def pdf(title: str = "", author: str = "", *, head: str = "", lines: tuple[str, ...] = ()) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    y = 780.0
    if head:
        canvas.setFont("Times-Bold", 20)
        canvas.drawString(70, y, head)
        y -= 40
    for line in lines:
        canvas.setFont("Times-Italic", 11)
        canvas.drawString(70, y, line)
        y -= 30
    canvas.setFont("Times-Roman", 11)
    for text in TEXT * 2:
        canvas.drawString(70, y, text[:90])
        y -= 14
    canvas.save()
    return file.getvalue()


def word(core: dict[str, str], lines: tuple[tuple[str, str], ...] = ()) -> bytes:
    made = Document()
    for key in ("title", "author", "language"):
        setattr(made.core_properties, key, core.get(key, ""))
    for style, text in lines:
        made.add_paragraph(text, style=style or None)
    for text in TEXT:
        made.add_paragraph(text)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def files() -> list[Described]:
    """PDF files, Word files, e-books, RTF and text."""
    text = "\\par ".join(TEXT)
    plain = "\n\n".join(TEXT)
    chapter = {"a.xhtml": "".join(f"<p>{each}</p>" for each in TEXT)}
    book = (
        "<dc:title>The Crossing</dc:title><dc:creator>Ruth Okoro</dc:creator>"
        "<dc:creator>Paul Hale</dc:creator>"
        "<dc:publisher>Tarrow Books</dc:publisher><dc:date>2009-04-01</dc:date>"
        "<dc:language>en-GB</dc:language>"
        "<dc:identifier>urn:isbn:9780000000000</dc:identifier>"
    )
    turned = (
        '<dc:title>Strait Tales</dc:title><dc:creator opf:role="aut" xmlns:opf="http://www.idpf.org/2007/opf">'
        "Berg, Anna van der</dc:creator><dc:contributor>Max Poe</dc:contributor><dc:language>nl</dc:language>"
    )
    return [
        Described(
            "PDF, properties",
            pdf("Bridges in law", "Hanna Stolz"),
            read_pdf,
            {"title": "Bridges in law", "authors": "Hanna Stolz", "published": "2000-01-01"},
        ),
        Described(
            "PDF, first page",
            pdf("doc1.indd", "user", head="Bridges in law", lines=("By Hanna Stolz", "3 May 2014")),
            read_pdf,
            {"title": "Bridges in law", "authors": "Hanna Stolz", "published": "2014-05-03"},
        ),
        Described(
            "PDF, both",
            pdf("Microsoft Word - final2", "Hanna Stolz; Ivo Stan", head="The law of bridges"),
            read_pdf,
            {"title": "The law of bridges", "authors": "Hanna Stolz; Ivo Stan", "published": "2000-01-01"},
        ),
        Described(
            "PDF, journal",
            pdf(
                "quays.indd",
                "user",
                head="The law of quays",
                lines=("Hanna Stolz* and Ivo Stan†", "Sea and Law, Vol. 12, No. 3 (May 2014), pp. 40–51"),
            ),
            read_pdf,
            {
                "title": "The law of quays",
                "authors": "Hanna Stolz; Ivo Stan",
                "publisher": "Sea and Law",
                "published": "2014-05",
            },
        ),
        Described(
            "Word, properties",
            word({"title": "A memo", "author": "Karl Weiss", "language": "de-DE"}),
            read_docx,
            {"title": "A memo", "authors": "Karl Weiss", "language": "de-DE", "published": "2013-12-23"},
        ),
        Described(
            "Word, styles",
            word(
                {"author": "python-docx"},
                (("Title", "A longer memo"), ("", "By Karl Weiss, Norland Institute"), ("", "2 June 2020")),
            ),
            read_docx,
            {
                "title": "A longer memo",
                "authors": "Karl Weiss (Norland Institute)",
                "published": "2020-06-02",
                "language": "en-US",
            },
        ),
        Described(
            "EPUB",
            epub(chapter, book),
            read_epub,
            {
                "title": "The Crossing",
                "authors": "Ruth Okoro; Paul Hale",
                "publisher": "Tarrow Books",
                "published": "2009-04-01",
                "language": "en-GB",
            },
        ),
        Described(
            "EPUB, name turned",
            epub(chapter, turned),
            read_epub,
            {"title": "Strait Tales", "authors": "Anna van der Berg", "language": "nl"},
        ),
        Described(
            "RTF",
            f"{{\\rtf1\\ansi{{\\info{{\\title Ferry law}}{{\\author Clara Bo}}}}{text}\\par}}".encode(),
            read_rtf,
            {"title": "Ferry law", "authors": "Clara Bo"},
        ),
        Described(
            "Markdown",
            f"---\ntitle: Ferry notes\nauthor: Jo Parrish\ndate: 2021-08-08\nurl: https://x.example/f\n"
            f"publisher: The Jetty\nlang: en\n---\n\n{plain}".encode(),
            lambda data, name: plain_draft(data.decode(), name + ".md"),
            {
                "title": "Ferry notes",
                "authors": "Jo Parrish",
                "published": "2021-08-08",
                "publisher": "The Jetty",
                "url": "https://x.example/f",
                "language": "en",
            },
        ),
        Described(
            "text",
            f"Ferry or bridge\n\nBy Gwen Tully\n\nMarch 2, 2022\n\n{plain}\n\nGwen Tully is a senior "
            "fellow at the Crossings Institute.".encode(),
            lambda data, name: plain_draft(data.decode(), name + ".txt"),
            {
                "title": "Ferry or bridge",
                "published": "2022-03-02",
                "authors": "Gwen Tully (senior fellow at the Crossings Institute)",
            },
        ),
    ]
