# SPDX-License-Identifier: MIT
"""What pages and files say of the kind of work that they hold is proposed, with where it was found."""

from __future__ import annotations

import pytest
from tests.reading.made import epub
from tests.reading.test_pdf import drawn, two_lines

from dissoi.dossier.records import Article, ArticleKind, RecordId
from dissoi.reading.answer import answer_of, draft_in
from dissoi.reading.article import article_from_text
from dissoi.reading.epub import read_epub
from dissoi.reading.html import read_html
from dissoi.reading.pdf import read_pdf
from dissoi.reading.plain import plain_draft
from dissoi.reading.reading import Detail, Draft, Origin, Proposal

BODY = "<p>Trams run where the rails are, and nobody has to steer them through the town.</p>"


def of_page(head: str) -> Draft:
    return read_html(f"<html><head>{head}</head><body><h1>Trams</h1>{BODY}</body></html>".encode(), "a.html")


def meta(**said: str) -> str:
    return "".join(f'<meta name="{name}" content="{text}">' for name, text in said.items())


def first(draft: Draft, detail: Detail) -> str:
    found = draft.proposals.get(detail, ())
    return str(found[0].value) if found else ""


def test_a_page_of_a_journal_says_volume_pages_and_doi() -> None:
    draft = of_page(
        meta(
            citation_journal_title="Rails &amp; Towns",
            citation_publisher="Atlas Press",
            citation_volume="12",
            citation_issue="3",
            citation_firstpage="40",
            citation_lastpage="51",
            citation_doi="doi:10.1000/182",
        )
        + '<meta property="og:site_name" content="Atlas Online"><meta property="og:type" content="article">'
    )
    assert draft.proposals[Detail.SORT] == (Proposal("journal", Origin.META),)
    details = (Detail.PUBLISHER, Detail.VOLUME, Detail.ISSUE, Detail.PAGES, Detail.DOI)
    assert [first(draft, each) for each in details] == ["Rails & Towns", "12", "3", "40–51", "10.1000/182"]
    assert "Atlas Online" in [each.value for each in draft.proposals[Detail.PUBLISHER]]


def test_a_page_of_a_chapter_names_its_book_and_editors() -> None:
    book = meta(citation_inbook_title="Tracks", citation_publisher="Atlas Press", citation_isbn="9")
    editors = (f'<meta name="citation_editor" content="{name}">' for name in ("Bo Lee", "Cy Poe"))
    draft = of_page(book + "".join(editors))
    assert first(draft, Detail.SORT) == "chapter"
    assert first(draft, Detail.CONTAINER) == "Tracks"
    assert first(draft, Detail.CONTRIBUTORS) == "Bo Lee; Cy Poe"
    assert first(draft, Detail.PUBLISHER) == "Atlas Press"


@pytest.mark.parametrize(
    ("head", "kind", "origin"),
    [
        ('<meta property="og:type" content="book">', "book", Origin.META),
        ('<meta property="og:type" content="books.book">', "book", Origin.META),
        ('<meta name="DC.type" content="Technical Report">', "report", Origin.META),
        ('<meta name="dcterms.type" content="Text.Serial.Journal">', "journal", Origin.META),
        ('<meta name="citation_technical_report_institution" content="Atlas">', "report", Origin.META),
        ('<meta name="citation_isbn" content="978">', "book", Origin.META),
        (
            '<script type="application/ld+json">{"@type": "OpinionNewsArticle", "name": "Trams"}</script>',
            "news",
            Origin.JSON_LD,
        ),
        (
            '<script type="application/ld+json">{"@type": ["Article", "ScholarlyArticle"]}</script>',
            "journal",
            Origin.JSON_LD,
        ),
    ],
)
def test_the_kind_is_found_where_pages_say_it(head: str, kind: str, origin: Origin) -> None:
    assert of_page(head).proposals[Detail.SORT] == (Proposal(kind, origin),)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="og:type" content="article">',
        '<meta name="dc.type" content="Text">',
        '<script type="application/ld+json">{"@type": "Article", "headline": "Trams"}</script>',
        (
            '<script type="application/ld+json">'
            '{"@type": "Review", "headline": "Trams", "itemReviewed": {"@type": "Book"}}</script>'
        ),
    ],
)
def test_a_kind_that_is_in_doubt_is_not_proposed(head: str) -> None:
    assert Detail.SORT not in of_page(head).proposals


def test_an_e_book_is_a_book_unless_it_says_otherwise() -> None:
    book = read_epub(epub({"a.xhtml": BODY}, "<dc:title>Trams</dc:title>"), "a.epub")
    assert book.proposals[Detail.SORT] == (Proposal("book", Origin.PROPERTIES),)
    report = read_epub(epub({"a.xhtml": BODY}, "<dc:type>Working Paper</dc:type>"), "a.epub")
    assert [each.value for each in report.proposals[Detail.SORT]] == ["report", "book"]


def test_a_pdf_of_a_journal_says_so_in_its_packet() -> None:
    said = {"publicationName": "Rails &amp; Towns", "volume": "12", "number": "3", "startingPage": "40"}
    said |= {"aggregationType": "journal", "endingPage": "51", "doi": "10.1000/182"}
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">'
        + "".join(f"<prism:{name}>{text}</prism:{name}>" for name, text in said.items())
        + "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    draft = read_pdf(drawn(two_lines) + packet.encode(), "x.pdf")
    assert draft.proposals[Detail.SORT] == (Proposal("journal", Origin.PROPERTIES),)
    details = (Detail.PUBLISHER, Detail.VOLUME, Detail.ISSUE, Detail.PAGES, Detail.DOI)
    assert [first(draft, each) for each in details] == ["Rails & Towns", "12", "3", "40–51", "10.1000/182"]
    plain = read_pdf(drawn(two_lines), "x.pdf")
    assert Detail.SORT not in plain.proposals


def article(text: str) -> Article:
    return article_from_text(text, "a.md", lambda: RecordId("a"))


def test_front_matter_says_what_kind_of_work_it_is() -> None:
    paper = article(
        "---\njournal: Rails\npublisher: Atlas\nvolume: 12\npages: 40-51\ndoi: https://doi.org/10.1000/182\n---\nText."
    )
    assert (paper.sort, paper.publisher, paper.volume) == (ArticleKind.JOURNAL, "Rails", "12")
    assert (paper.pages, paper.doi) == ("40-51", "10.1000/182")
    speech = article("---\nkind: speech\noccasion: Congress of Rails\n---\nText.")
    assert (speech.sort, speech.container) == (ArticleKind.SPEECH, "Congress of Rails")
    assert article("---\ntype: article\ntitle: Trams\n---\nText.").sort is ArticleKind.PAGE


def test_a_kind_that_there_is_not_is_dropped_on_the_way_from_the_process_that_reads() -> None:
    said = (Proposal("film", Origin.META), Proposal("book", Origin.META))
    blocks = plain_draft("Text.", "a.txt").blocks
    draft = draft_in(answer_of(Draft(blocks, {Detail.SORT: said}), "a"), "a")
    assert draft.proposals[Detail.SORT] == (Proposal("book", Origin.META),)


@pytest.mark.parametrize(
    ("written", "published"),
    [("2024/3", "2024-03"), ("2024/03/05", "2024-03-05"), ("2024", "2024"), ("2024-13", "")],
)
def test_journals_date_by_the_month(written: str, published: str) -> None:
    assert first(of_page(meta(citation_publication_date=written)), Detail.PUBLISHED) == published


def of_json(text: str) -> Draft:
    return of_page(f'<script type="application/ld+json">{text}</script>')


ISSUE = """{"@type": "PublicationIssue", "issueNumber": 3, "isPartOf":
{"@type": ["PublicationVolume", "Periodical"], "volumeNumber": "12", "name": "Rails &amp; Towns"}}"""


@pytest.mark.parametrize(
    "text",
    [
        f"""{{"@type": "ScholarlyArticle", "headline": "Trams", "publisher": {{"name": "Atlas Press"}},
        "pageStart": "40", "pageEnd": 51, "sameAs": "https://doi.org/10.1000/182", "isPartOf": {ISSUE}}}""",
        f"""{{"@graph": [{{"@type": "ScholarlyArticle", "pagination": "40–51", "isPartOf": {{"@id": "#i"}},
        "identifier": [{{"@type": "PropertyValue", "propertyID": "doi", "value": "10.1000/182"}}, "x7"]}},
        {{"@id": "#i", {ISSUE[1:]}]}}""",
    ],
    ids=["within it", "referred to"],
)
def test_what_an_article_is_part_of_is_read_from_json_ld(text: str) -> None:
    draft = of_json(text)
    details = (Detail.SORT, Detail.PUBLISHER, Detail.VOLUME, Detail.ISSUE, Detail.PAGES, Detail.DOI)
    assert [first(draft, each) for each in details] == [
        "journal", "Rails & Towns", "12", "3", "40–51", "10.1000/182",
    ]  # fmt: skip
    assert draft.proposals[Detail.VOLUME][0].origin is Origin.JSON_LD


def test_a_newspaper_is_named_before_the_house_that_owns_it() -> None:
    draft = of_json(
        '{"@type": "Article", "publisher": {"name": "Courier Media"}, "isPartOf": [{"@type": "WebPage", '
        '"name": "Home"}, {"@type": ["CreativeWork", "Product"], "name": "Courier Plus"}, '
        '{"@type": "Newspaper", "name": "The Courier"}]}'
    )
    assert [each.value for each in draft.proposals[Detail.PUBLISHER]] == ["The Courier", "Courier Media"]
    assert first(draft, Detail.SORT) == "news"


@pytest.mark.parametrize(
    "whole",
    [
        '"The Courier"',
        "7",
        '{"@id": "#a"}',
        "[" + '{"@id": "#a"}, ' * 300 + "1]",
        '[[{"volumeNumber": [1]}]]',
        '{"issueNumber": true}',
    ],
)
def test_what_says_nothing_of_a_work_is_passed_over(whole: str) -> None:
    draft = of_json(f'{{"@id": "#a", "@type": "Article", "headline": "Trams", "isPartOf": {whole}}}')
    assert not draft.proposals.keys() & {Detail.SORT, Detail.PUBLISHER, Detail.VOLUME, Detail.ISSUE}
