# SPDX-License-Identifier: MIT
"""Saved web pages: the article without what stands around it, and what the page says of it."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from PIL import Image

from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Author, RecordId
from dissoi.reading import read, read_pasted
from dissoi.reading.errors import ReadingError
from dissoi.reading.html import picture_in_address, read_html, read_markup, text_of_page
from dissoi.reading.mhtml import read_mhtml
from dissoi.reading.page_details import details_of
from dissoi.reading.reading import Detail, Draft, Origin, Proposal

PARAGRAPHS = (
    "Trams carry more people than cars, and they need less room on the street for it.",
    "Whoever counts heads at a crossing finds that one track moves as many as five lanes do.",
    "That is why cities that tore their tracks out are laying them again, at great expense.",
)
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Why trams | The Review</title>
<meta property="og:site_name" content="The Review"><meta name="author" content="Ana Ruiz and Bo Li">
<link rel="canonical" href="https://example.org/2025/02/18/trams"></head>
<body><nav><a href="/">Home</a> <a href="/news">All the news</a></nav>
<article><h1>Why trams carry more</h1>{BODY}</article>
<footer>Subscribe to our newsletter now</footer></body></html>"""
LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Why trams carry more", "inLanguage": "en",
"author": [{"@type": "Person", "name": "Ana Ruiz", "jobTitle": "engineer"}, "Bo Li"],
"publisher": {"name": "The Review"}, "datePublished": "2025-02-18T06:00:00Z"}]}</script>"""


def picture() -> bytes:
    file = BytesIO()
    Image.radial_gradient("L").save(file, "PNG")
    return file.getvalue()


def page(text: str = PAGE) -> Draft:
    return read_html(text.encode(), "a.html")


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def first(draft: Draft, detail: Detail) -> tuple[object, Origin]:
    found = draft.proposals[detail][0]
    return found.value, found.origin


def test_the_article_is_found_and_its_title_not_said_twice() -> None:
    assert texts(page()) == list(PARAGRAPHS)


def test_what_machines_are_told_comes_first() -> None:
    draft = page(PAGE.replace("</head>", f"{LD}</head>"))
    people = (Author(name="Ana Ruiz", credentials="engineer"), Author(name="Bo Li"))
    assert first(draft, Detail.TITLE) == ("Why trams carry more", Origin.JSON_LD)
    assert first(draft, Detail.AUTHORS) == (people, Origin.JSON_LD)
    assert first(draft, Detail.PUBLISHED) == ("2025-02-18", Origin.JSON_LD)
    assert first(draft, Detail.PUBLISHER) == ("The Review", Origin.JSON_LD)


def test_a_page_without_it_is_believed_in_its_tags() -> None:
    draft = page()
    assert first(draft, Detail.AUTHORS) == ((Author(name="Ana Ruiz"), Author(name="Bo Li")), Origin.META)
    assert first(draft, Detail.URL) == ("https://example.org/2025/02/18/trams", Origin.META)
    assert first(draft, Detail.PUBLISHED) == ("2025-02-18", Origin.ADDRESS)
    assert first(draft, Detail.LANGUAGE) == ("en-GB", Origin.META)
    assert [each.value for each in draft.proposals[Detail.TITLE]] == ["Why trams carry more", "Why trams"]


def test_people_that_are_only_referred_to_are_named() -> None:
    data = (
        '{"@graph": [{"@type": "Article", "headline": "Clay &amp; rock", "author": [{"@id": "#a"}],'
        '"publisher": {"@id": "#p"}}, {"@id": "#a", "name": "Eva Roe"}, {"@id": "#p", "name": "The Jetty"}]}'
    )
    draft = page(PAGE.replace("</head>", f'<script type="application/ld+json">{data}</script></head>'))
    assert first(draft, Detail.TITLE)[0] == "Clay & rock"
    assert first(draft, Detail.AUTHORS)[0] == (Author(name="Eva Roe"),)
    assert first(draft, Detail.PUBLISHER)[0] == "The Jetty"


def test_a_title_is_without_the_site_which_it_may_name() -> None:
    before = '<meta property="og:title" content="The Review | Why trams"></head>'
    assert first(page(PAGE.replace("</head>", before)), Detail.TITLE)[0] == "Why trams"
    nameless = PAGE.replace("og:site_name", "x").replace("Why trams |", "Why trams carry more |")
    assert first(page(nameless), Detail.PUBLISHER) == ("The Review", Origin.META)


def test_bylines_of_pages_may_give_credentials() -> None:
    byline = "</h1><p class='byline'>By Eva Roe, Transport correspondent</p>"
    text = PAGE.replace('<meta name="author" content="Ana Ruiz and Bo Li">', "").replace("</h1>", byline)
    people = (Author(name="Eva Roe", credentials="Transport correspondent"),)
    assert first(page(text), Detail.AUTHORS)[0] == people


@pytest.mark.parametrize(
    ("line", "credentials"),
    [
        (
            "<p class='byline'>By Bo Li, professor of transport at Leeds</p>",
            "professor of transport at Leeds",
        ),
        ("<p>By Bo Li, transport correspondent</p>", "transport correspondent"),
        ("<p class='byline'>By Eva Roe, transport correspondent</p>", ""),
    ],
)
def test_authors_named_for_machines_have_the_credentials_of_the_byline(line: str, credentials: str) -> None:
    text = PAGE.replace("</h1>", f"</h1>{line}")
    people = (Author(name="Ana Ruiz"), Author(name="Bo Li", credentials=credentials))
    assert first(page(text), Detail.AUTHORS) == (people, Origin.META)


@pytest.mark.parametrize(
    "data",
    ["{", "[" * 5000, '{"@type": 7, "headline": ["x"], "author": {"name": {"name": null}}}', "null", '"x"'],
)
def test_nonsense_for_machines_says_nothing(data: str) -> None:
    script = f'<script type="application/ld+json">{data}</script>'
    draft = page(PAGE.replace("</head>", f"{script}</head>"))
    assert first(draft, Detail.TITLE)[0] == "Why trams carry more"
    assert texts(draft) == list(PARAGRAPHS)


def test_looks_lists_quotations_and_links_are_kept() -> None:
    more = (
        "<h2>How it is done</h2><ul><li>One track here</li><li>Five lanes there</li></ul>"
        "<blockquote>Nobody misses the cars in this street any longer, they say.</blockquote>"
        f'<p>A <b>bold</b> and <i>slanted</i> word, and <a href="https://example.org/y">a study</a>.</p>'
        f"{BODY}"
    )
    blocks = page(PAGE.replace("</article>", f"{more}</article>")).blocks
    kinds = [block.kind for block in blocks]
    assert {BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUOTE} <= set(kinds)
    spans = [span for block in blocks for span in block.spans]
    assert {span.text for span in spans if span.bold} == {"bold"}
    assert {span.text for span in spans if span.italic} == {"slanted"}
    assert {span.link for span in spans if span.link} == {"https://example.org/y"}


def test_a_page_without_an_article_is_read_whole_but_for_what_stands_around_it() -> None:
    assert texts(page("<html><body><nav>Home</nav><p>Two words.</p></body></html>")) == ["Two words."]


def test_nothing_within_the_article_is_lost_but_lists_of_links() -> None:
    body = (
        "<h1>Why the ferry should stay</h1><p>By Ines Holm</p><h2>The case</h2><p>The ferry was paid by the "
        "county for as long as anybody remembers, and nobody asked what it cost until now.</p>"
        "<h2>Three reasons</h2><ol><li>The bridge opens in 2031.</li><li>Fish do not wait.</li></ol>"
        "<h3>Read more</h3><ul><li><a href='https://a.org/1'>Ten best ferries</a></li>"
        "<li><a href='https://a.org/2'>Bridges we love</a></li></ul>"
        "<p>The council said that it would end in 2026.<sup>1</sup> The mayor rejected that on Monday.</p>"
        f"{BODY}"
    )
    read_back = texts(
        page(f"<html><body><nav>Home</nav>{body}<footer>All rights reserved</footer></body></html>")
    )
    for words in ("The case", "Three reasons", "The bridge opens in 2031.", "Fish do not wait.", *PARAGRAPHS):
        assert words in read_back
    assert any(text.startswith("The council said") for text in read_back)
    assert not {"Read more", "Ten best ferries", "Home", "All rights reserved"} & set(read_back)


@pytest.mark.parametrize("parted", ["<hr/>", "<h2>Notes</h2>", "<h2>Notes</h2><hr/>", ""])
def test_footnotes_behind_a_rule_or_a_heading_belong_to_the_article(parted: str) -> None:
    notes = f'<section role="doc-endnotes">{parted}<ol><li><p>See the report.</p></li></ol></section>'
    blocks = page(PAGE.replace("</article>", f"{notes}</article>")).blocks
    assert (blocks[-1].kind, blocks[-1].marker, blocks[-1].text) == (BlockKind.NOTE, "1", "See the report.")
    behind = PAGE.replace("</article>", f"</article>{parted}<h2>More</h2><p>Ads.</p>")
    assert texts(page(behind)) == list(PARAGRAPHS)


def test_lists_count_as_the_page_says() -> None:
    letters = '<ol type="a"><li>First</li><li>Second</li></ol><ol type="I" start="4"><li>Fourth</li></ol>'
    back = "<ol reversed><li>Third</li><li>Second</li><li>First</li></ol>"
    blocks = read_markup(f"{letters}{back}".encode(), "").blocks
    assert [block.marker for block in blocks] == ["a.", "b.", "IV.", "3.", "2.", "1."]


@pytest.mark.parametrize(
    ("items", "markers"),
    [
        pytest.param('<ol start="0"><li>A</li><li>B</li></ol>', ["0.", "1."], id="from zero on"),
        pytest.param('<ol><li value="0">A</li><li>B</li></ol>', ["0.", "1."], id="zero at an item"),
        pytest.param('<ol reversed start="1"><li>A</li><li>B</li></ol>', ["1.", "0."], id="down to zero"),
        pytest.param('<ul><li value="3">A</li><li>B</li></ul>', ["•", "•"], id="bullets count nothing"),
    ],
)
def test_zero_counts_as_other_numbers_do(items: str, markers: list[str]) -> None:
    assert [block.marker for block in read_markup(items.encode(), "").blocks] == markers


def test_several_marks_of_notes_are_raised_together() -> None:
    assert texts(read_markup(b"<p>So they say<sup>1,2</sup> and<sup>5-7</sup>.</p>", "")) == [
        "So they say¹,² and⁵-⁷."
    ]


def test_quotation_marks_that_browsers_draw_are_written() -> None:
    said = "<p>He said <q>she cried <q>no</q> to that</q>.</p>"
    assert texts(read_markup(said.encode(), "")) == ["He said “she cried ‘no’ to that”."]


def test_pictures_in_the_page_are_kept_and_others_not_fetched() -> None:
    kept = base64.b64encode(picture()).decode()
    images = f'<figure><img src="data:image/png;base64,{kept}" alt="A tram"></figure>'
    images += '<img src="https://example.org/far.png"><img src="file:///etc/passwd">'
    draft = page(PAGE.replace("</article>", f"{images}{BODY}</article>"))
    assert [each.data for each in draft.pictures] == [picture()]
    named = [block.picture for block in draft.blocks if block.picture]
    assert named == [each.digest for each in draft.pictures]


@pytest.mark.parametrize(
    "address", ["data:image/png;base64,@@", "data:text/html,x", "https://a.b/c.png", "data:image/png,", ""]
)
def test_what_is_no_picture_is_none(address: str) -> None:
    assert picture_in_address(address) is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>“ё”".encode(), "<p>“ё”"),
        (b"\xef\xbb\xbf<p>a", "<p>a"),
        ("<p>ё".encode("utf-16"), "<p>ё"),
        ('<meta charset="cp1251"><p>ё'.encode("cp1251"), '<meta charset="cp1251"><p>ё'),
        ('<meta charset="no-such"><p>é'.encode("cp1252"), '<meta charset="no-such"><p>é'),
    ],
)
def test_pages_in_any_encoding(data: bytes, text: str) -> None:
    assert text_of_page(data, "a") == text


def mhtml() -> bytes:
    body = PAGE.replace("</article>", f'<img src="tram.png" alt="A tram">{BODY}</article>')
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a/b\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://example.org/a/b\r\n\r\n"
        + base64.encodebytes(body.encode())
        + b"\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://example.org/a/tram.png\r\n\r\n"
        + base64.encodebytes(picture())
        + b"\r\n--x--\r\n"
    )


def test_a_page_of_one_file_has_its_address() -> None:
    draft = read_mhtml(mhtml(), "a.mhtml")
    assert texts(draft)[:3] == list(PARAGRAPHS)
    assert draft.proposals[Detail.URL][-1] == Proposal("https://example.org/a/b", Origin.ADDRESS)
    assert [each.data for each in draft.pictures] == [picture()]


@pytest.mark.parametrize(
    "data", [b"", b"MIME-Version: 1.0\r\n\r\nx", b"Content-Type: multipart/related\r\n\r\n--"]
)
def test_a_page_of_one_file_without_a_page(data: bytes) -> None:
    with pytest.raises(ReadingError):
        read_mhtml(data, "a.mhtml")


def test_markup_that_was_copied_is_kept_whole() -> None:
    part = "<h2>Tram</h2><p>Two <em>words</em></p><h2>Bus</h2><p>Three more words</p>"
    draft = read_markup(f"<html><!--StartFragment-->{part}<!--EndFragment--></html>".encode(), "")
    assert [(block.kind, block.text) for block in draft.blocks] == [
        (BlockKind.HEADING, "Tram"),
        (BlockKind.PARAGRAPH, "Two words"),
        (BlockKind.HEADING, "Bus"),
        (BlockKind.PARAGRAPH, "Three more words"),
    ]
    assert not draft.proposals


def test_an_article_that_was_copied_from_a_page_says_its_title_author_and_date() -> None:
    copied = "<h1>Why trams?</h1><p>By Jane Doe | 4 June 2025</p><p>Two words.</p><h2>More</h2><p>A word.</p>"
    draft = read_markup(copied.encode(), "")
    assert [block.text for block in draft.blocks] == ["Two words.", "More", "A word."]
    assert draft.proposals == {
        Detail.TITLE: (Proposal("Why trams?", Origin.HEADING),),
        Detail.AUTHORS: ((Proposal((Author(name="Jane Doe"),), Origin.BYLINE)),),
        Detail.PUBLISHED: (Proposal("2025-06-04", Origin.BYLINE),),
    }


def test_a_file_is_read_with_what_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "trams.html"
    path.write_text(PAGE, encoding="utf-8")
    reading = read(path, lambda: RecordId("a"), today="2099-01-02")
    assert reading.article.title == "Why trams carry more"
    assert reading.attachments[0].data == path.read_bytes()
    assert reading.article.original == reading.attachments[0].digest
    assert {each.origin for each in reading.proposals[Detail.ACCESSED]} == {Origin.PROPERTIES, Origin.TODAY}


def test_what_is_pasted_falls_back_to_its_words() -> None:
    deep = "<div>" * 3000 + "x"
    assert read_pasted(deep, "Some words", lambda: RecordId("a")).article.text == "Some words"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_page_says_something_or_nothing(text: str) -> None:
    page = f"<html><body><h1>{text}</h1>x</body></html>"
    for each in details_of(lxml_html.document_fromstring(page.encode("utf-8", "replace"))).values():
        assert each
