# SPDX-License-Identifier: MIT
"""E-books: reading order, chapter titles, pictures, and what they say of themselves."""

from __future__ import annotations

import pytest
from tests.reading.made import PICTURE, archive, epub

from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Author
from dissoi.reading.epub import read_epub
from dissoi.reading.errors import MissingPartError, ProtectedArticleError
from dissoi.reading.reading import Detail

ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/>'
    '<enc:CipherData><enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def test_chapters_come_in_reading_order() -> None:
    book = epub(
        {
            "z.xhtml": "<h1>One</h1><p>First&nbsp;text.</p>",
            "a.xhtml": "<h1>Two</h1><p>Second <b>text</b>.</p>",
        }
    )
    texts = [block.text.replace("\xa0", " ") for block in read_epub(book, "x.epub").blocks]
    assert texts == ["One", "First text.", "Two", "Second text."]


def test_a_chapter_without_a_heading_gets_its_title_from_the_contents() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Chapter I</text>'
        '</navLabel><content src="a%20b.xhtml#x"/></navPoint></navMap></ncx>'
    )
    items = '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    draft = read_epub(epub({"a b.xhtml": "<p>Text.</p>"}, items=items, more={"OPS/toc.ncx": ncx}), "x.epub")
    assert [(block.kind, block.text) for block in draft.blocks] == [
        (BlockKind.HEADING, "Chapter I"),
        (BlockKind.PARAGRAPH, "Text."),
    ]


def test_pictures_come_from_the_book_alone() -> None:
    body = (
        '<p>Text.</p><img src="../OPS/a.png" alt="A"/><img src="http://x.org/b.png"/><img src="../../c.png"/>'
    )
    draft = read_epub(epub({"a.xhtml": body}, more={"OPS/a.png": PICTURE}), "x.epub")
    assert [picture.data for picture in draft.pictures] == [PICTURE]
    assert [block.alt for block in draft.blocks if block.kind is BlockKind.PICTURE] == ["A"]


def test_metadata_are_proposed() -> None:
    metadata = (
        "<dc:title>A Book</dc:title><dc:creator>Jane Doe</dc:creator><dc:creator>Max Poe</dc:creator>"
        "<dc:publisher>A Press</dc:publisher><dc:date>2021-03-04</dc:date><dc:language>en-GB</dc:language>"
    )
    proposals = read_epub(epub({"a.xhtml": "<p>Text.</p>"}, metadata), "x.epub").proposals
    assert {detail: each[0].value for detail, each in proposals.items()} == {
        Detail.SORT: "book",
        Detail.TITLE: "A Book",
        Detail.AUTHORS: (Author(name="Jane Doe"), Author(name="Max Poe")),
        Detail.PUBLISHER: "A Press",
        Detail.PUBLISHED: "2021-03-04",
        Detail.LANGUAGE: "en-GB",
    }


def test_a_protected_book_is_refused_and_hidden_fonts_are_not() -> None:
    pages = {"a.xhtml": "<p>Text.</p>"}
    protected = {
        "META-INF/encryption.xml": ENCRYPTION.format(
            "http://www.w3.org/2001/04/xmlenc#aes256-cbc", "OPS/a.xhtml"
        )
    }
    with pytest.raises(ProtectedArticleError):
        read_epub(epub(pages, more=protected), "x.epub")
    fonts = {"META-INF/encryption.xml": ENCRYPTION.format("http://www.idpf.org/2008/embedding", "OPS/f.otf")}
    assert read_epub(epub(pages, more=fonts), "x.epub").blocks


def test_missing_and_broken_pages_are_survived() -> None:
    draft = read_epub(
        epub({"a.xhtml": "<p>One.</p>", "gone.xhtml": "", "b.xhtml": "<p>Two.<br><p>Three."}), "x.epub"
    )
    assert [block.text for block in draft.blocks] == ["One.", "Two.", "Three."]


def test_a_book_without_contents_is_refused() -> None:
    with pytest.raises(MissingPartError):
        read_epub(archive({"mimetype": "application/epub+zip"}), "x.epub")


def test_marks_of_notes_are_raised_and_the_title_is_said_once() -> None:
    text = '<h1>The Wall</h1><p>Jane Doe</p><p>One<a epub:type="noteref" href="#n">1</a>.</p>'
    metadata = "<dc:title>The Wall</dc:title><dc:creator>Jane Doe</dc:creator>"
    draft = read_epub(epub({"a.xhtml": text}, metadata), "x.epub")
    assert [block.text for block in draft.blocks] == ["One¹."]


def test_the_author_and_date_that_are_proposed_are_no_paragraphs() -> None:
    said = "<dc:creator>R. J. Boyd</dc:creator><dc:date>2025-03-14</dc:date>"
    book = epub({"a.xhtml": "<p>R. J. Boyd</p><p>2025-03-14</p><p>Somebody has to pay.</p>"}, said)
    assert [block.text for block in read_epub(book, "x.epub").blocks] == ["Somebody has to pay."]


def test_a_byline_in_a_book_is_proposed() -> None:
    draft = read_epub(epub({"a.xhtml": "<p>By R. J. Boyd</p><p>Somebody has to pay.</p>"}), "x.epub")
    assert draft.proposals[Detail.AUTHORS][0].value == (Author(name="R. J. Boyd"),)
