# SPDX-License-Identifier: MIT
"""PDF files: paragraphs put together again, what is left out, and what the files say of themselves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.benchmarks.documents import Part, Setting, article, pdf_of

from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Author
from dissoi.reading.errors import (
    DamagedArticleError,
    ProtectedArticleError,
    ReadingError,
    ScannedArticleError,
)
from dissoi.reading.pdf import read_pdf
from dissoi.reading.reading import Detail, Draft, Origin, Proposal

LINES = ("The first line of a paragraph goes to the margin,", "and the second line of it is the last one.")
NOTE = "A footnote that is set in smaller type."


def drawn(draw: Callable[[Canvas], None], encrypt: Any = None) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True, encrypt=encrypt)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def lines(
    canvas: Canvas, x: float, y: float, *texts: str, size: float = 11, font: str = "Times-Roman"
) -> float:
    canvas.setFont(font, size)
    for text in texts:
        canvas.drawString(x, y, text)
        y -= size * 1.25
    return y


def two_lines(canvas: Canvas) -> None:
    lines(canvas, 70, 700, *LINES)


def texts(draft: Draft, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in draft.blocks if block.kind is kind]


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("indented", [True, False])
def test_paragraphs_go_on_across_lines_columns_and_pages(columns: int, indented: bool) -> None:  # noqa: FBT001
    parts = article(5, 1_500)
    setting = Setting(columns=columns, size=10, indented=indented, head="A Journal of Things")
    draft = read_pdf(pdf_of(parts, setting), "x.pdf")
    assert texts(draft) == [part.text for part in parts if not part.is_heading]
    assert texts(draft, BlockKind.HEADING) == [part.text for part in parts[1:] if part.is_heading]
    assert draft.proposals[Detail.TITLE][0].value == parts[0].text


def test_a_word_keeps_the_hyphen_that_is_its_own() -> None:
    broken = "An inter-", "national agree-", "ment on the well-", "known self-", "defence clause."
    draft = read_pdf(drawn(lambda canvas: void(lines(canvas, 70, 700, *broken))), "x.pdf")
    assert texts(draft) == ["An international agreement on the well-known self-defence clause."]


def void(_: object) -> None:
    """Take a value and give none, as a lambda that draws must."""


def test_lists_and_footnotes_are_told_apart() -> None:
    def draw(canvas: Canvas) -> None:
        y = lines(canvas, 70, 700, *LINES)
        for item in ("• apples and pears", "• plums", "1. first of all", "2. then"):
            y = lines(canvas, 80, y - 8, item)
        lines(canvas, 70, 90, f"1 {NOTE}", size=8)

    draft = read_pdf(drawn(draw), "x.pdf")
    assert [(block.kind, block.marker, block.text) for block in draft.blocks] == [
        (BlockKind.PARAGRAPH, "", " ".join(LINES)),
        (BlockKind.ITEM, "•", "apples and pears"),
        (BlockKind.ITEM, "•", "plums"),
        (BlockKind.ITEM, "1.", "first of all"),
        (BlockKind.ITEM, "2.", "then"),
        (BlockKind.NOTE, "1", NOTE),
    ]


def test_the_space_behind_a_raised_number_is_kept() -> None:
    def draw(canvas: Canvas) -> None:
        x = 72.0
        for text, size, rise in (("and a note.", 12, 0), ("1", 10, 5), (" It said more of this", 12, 0)):
            canvas.setFont("Times-Roman", size)
            canvas.drawString(x, 700 + rise, text)
            x += canvas.stringWidth(text, "Times-Roman", size)

    assert texts(read_pdf(drawn(draw), "x.pdf")) == ["and a note.¹ It said more of this"]


def test_an_indented_quotation_is_one_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        y = lines(canvas, 70, 700, *LINES, *LINES)
        y = lines(canvas, 95, y - 10, "A quotation that is set", "narrower than what is", "around it.")
        lines(canvas, 70, y - 10, *LINES, *LINES)

    around = " ".join((*LINES, *LINES))
    quotation = "A quotation that is set narrower than what is around it."
    draft = read_pdf(drawn(draw), "x.pdf")
    assert [block.text for block in draft.blocks] == [around, quotation, around]
    assert texts(draft, BlockKind.QUOTE) == [quotation]


def test_rows_of_a_table_are_rows_even_where_a_page_ends() -> None:
    cells = [
        ("Place", "Year", "Share"),
        ("Riga", "1990", "4 %"),
        ("Cork", "1991", "57 %"),
        ("Oslo", "1992", "3 %"),
    ]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 200, *LINES * 3)
        for at, row in enumerate(cells):
            if at == 2:
                canvas.showPage()
            canvas.setFont("Times-Roman", 11)
            for x, cell in zip((75, 180, 250), row, strict=True):
                canvas.drawString(x, 100 - 14 * at if at < 2 else 780 - 14 * at, cell)
        lines(canvas, 70, 700, *LINES)

    draft = read_pdf(drawn(draw), "x.pdf")
    assert texts(draft, BlockKind.ROW) == [" | ".join(row) for row in cells]
    assert texts(draft) == [" ".join(LINES * 3), " ".join(LINES)]


def test_bullets_that_are_drawn_make_items() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 700, *LINES)
        for y in (660, 640):
            canvas.circle(78, y + 3, 1.8, fill=1)
            lines(canvas, 88, y, "A thing to do")
        lines(canvas, 70, 600, *LINES)

    draft = read_pdf(drawn(draw), "x.pdf")
    assert [(block.marker, block.text) for block in draft.blocks if block.kind is BlockKind.ITEM] == [
        ("•", "A thing to do")
    ] * 2


def test_what_stands_below_a_short_rule_is_notes() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 700, *LINES)
        canvas.line(70, 120, 150, 120)
        lines(canvas, 70, 100, "1 A note in letters as large as all others are here.")

    draft = read_pdf(drawn(draw), "x.pdf")
    assert [(block.marker, block.text) for block in draft.blocks if block.kind is BlockKind.NOTE] == [
        ("1", "A note in letters as large as all others are here.")
    ]


def test_a_year_below_a_short_rule_is_no_note() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 700, "Year")
        canvas.line(70, 694, 100, 694)
        lines(canvas, 70, 680, "2027 was dear.")
        lines(canvas, 70, 640, *LINES)

    draft = read_pdf(drawn(draw), "x.pdf")
    assert [block for block in draft.blocks if block.kind is BlockKind.NOTE] == []
    assert any("2027 was dear." in text for text in texts(draft))


def test_the_last_number_of_a_paragraph_is_no_page_number() -> None:
    def draw(canvas: Canvas) -> None:
        lines(
            canvas, 70, 84, "The last paragraph of a page says at its very end that all this was in", "1962."
        )
        lines(canvas, 300, 40, "7")

    (text,) = texts(read_pdf(drawn(draw), "x.pdf"))
    assert text.endswith("1962.")


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_pictures_are_kept_where_they_stand(mode: str) -> None:
    picture = Image.new(mode, (120, 80), "white")
    picture.paste("black", (10, 10, 60, 60))

    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 700, *LINES)
        canvas.drawImage(ImageReader(picture), 70, 500, 180, 120)
        canvas.drawImage(ImageReader(picture.resize((8, 8))), 300, 500, 180, 120)
        lines(canvas, 70, 450, *LINES)

    draft = read_pdf(drawn(draw), "x.pdf")
    assert [block.kind for block in draft.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.PICTURE,
        BlockKind.PARAGRAPH,
    ]
    (kept,) = draft.pictures
    with Image.open(io.BytesIO(kept.data)) as read:
        assert read.convert(mode).tobytes() == picture.tobytes()


def test_what_is_clear_in_a_picture_stays_clear() -> None:
    picture = Image.new("RGBA", (120, 80), (0, 0, 0, 0))
    picture.paste((0, 90, 200, 255), (10, 10, 60, 60))

    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 700, LINES[0])
        canvas.drawImage(ImageReader(picture), 70, 500, 180, 120, mask="auto")
        lines(canvas, 70, 450, LINES[1])

    draft = read_pdf(drawn(draw), "x.pdf")
    assert texts(draft) == list(LINES)
    with Image.open(io.BytesIO(draft.pictures[0].data)) as read:
        assert read.getpixel((5, 5)) == (0, 0, 0, 0)
        assert read.getpixel((30, 30)) == (0, 90, 200, 255)


def test_a_picture_on_every_page_is_an_ornament() -> None:
    picture = ImageReader(Image.new("RGB", (120, 80), "red"))

    def draw(canvas: Canvas) -> None:
        for _ in range(3):
            lines(canvas, 70, 700, *LINES)
            canvas.drawImage(picture, 70, 500, 180, 120)
            canvas.showPage()

    assert not read_pdf(drawn(draw), "x.pdf").pictures


def test_bold_and_italics_are_kept() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(70, 700)
        for font, words in (
            ("Times-Roman", "One "),
            ("Times-Bold", "two"),
            ("Times-Italic", " three"),
            ("Times-Roman", " four."),
        ):
            text.setFont(font, 11)
            text.textOut(words)
        canvas.drawText(text)

    spans = read_pdf(drawn(draw), "x.pdf").blocks[0].spans
    assert [(span.text.strip(), span.bold, span.italic) for span in spans] == [
        ("One", False, False),
        ("two", True, False),
        ("three", False, True),
        ("four.", False, False),
    ]


def test_what_the_first_page_and_the_properties_say_is_proposed() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle("Microsoft Word - wall.doc")
        canvas.setAuthor("Max Poe")
        y = lines(canvas, 70, 760, "The Wall and the People behind It", size=22, font="Times-Bold")
        y = lines(canvas, 70, y - 20, "By Jane Doe")
        lines(canvas, 70, y - 20, *LINES, *LINES)

    draft = read_pdf(drawn(draw), "x.pdf")
    assert draft.proposals[Detail.TITLE][0].value == "The Wall and the People behind It"
    assert [(each.value, each.origin) for each in draft.proposals[Detail.AUTHORS]] == [
        ((Author(name="Jane Doe"),), Origin.BYLINE),
        ((Author(name="Max Poe"),), Origin.PROPERTIES),
    ]
    assert texts(draft) == [" ".join((*LINES, *LINES))]


def test_the_paper_that_a_first_line_names_is_proposed_and_not_lost() -> None:
    def draw(canvas: Canvas) -> None:
        y = lines(canvas, 70, 760, "Who pays when nobody does", size=22, font="Times-Bold")
        y = lines(canvas, 70, y - 20, "By Jane Doe, Falkenau Courier, March 14, 2025")
        lines(canvas, 70, y - 20, *LINES, *LINES)

    draft = read_pdf(drawn(draw), "x.pdf")
    assert draft.proposals[Detail.AUTHORS][0].value == (Author(name="Jane Doe"),)
    assert draft.proposals[Detail.PUBLISHER] == (Proposal("Falkenau Courier", Origin.BYLINE),)
    assert texts(draft) == [" ".join((*LINES, *LINES))]


def test_a_name_with_initials_below_the_title_is_the_author() -> None:
    def draw(canvas: Canvas) -> None:
        y = lines(canvas, 70, 760, "Who pays when nobody does", size=22, font="Times-Bold")
        y = lines(canvas, 70, y - 20, "R. J. Boyd")
        lines(canvas, 70, y - 20, *LINES, *LINES)

    draft = read_pdf(drawn(draw), "x.pdf")
    assert draft.proposals[Detail.AUTHORS][0].value == (Author(name="R. J. Boyd"),)
    assert texts(draft) == [" ".join((*LINES, *LINES))]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_pages_that_are_turned_are_read_as_they_show(rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        width, height = A4
        canvas.setPageRotation(rotation)
        canvas.rotate(rotation)
        canvas.translate(*{90: (0, -width), 180: (-width, -height), 270: (-height, 0)}[rotation])
        lines(canvas, 70, 400, *LINES)

    assert texts(read_pdf(drawn(draw), "x.pdf")) == [" ".join(LINES)]


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 30, 820, "11/25/26, 12:47 AM", size=8)
        lines(canvas, 250, 820, "What the page is called", size=8)
        lines(canvas, 70, 700, *LINES)
        lines(canvas, 30, 20, "https://example.org/a-page", size=8)

    assert texts(read_pdf(drawn(draw), "x.pdf")) == [" ".join(LINES)]


def test_a_scan_is_refused() -> None:
    with pytest.raises(ScannedArticleError, match="OCR"):
        read_pdf(drawn(lambda canvas: canvas.rect(10, 10, 100, 100)), "x.pdf")


def test_a_file_that_asks_for_a_password_is_refused() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 700, *LINES)

    with pytest.raises(ProtectedArticleError):
        read_pdf(drawn(draw, encrypt=StandardEncryption("secret", strength=128)), "x.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 5_000, b""])
def test_a_file_cut_off_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError):
        read_pdf(data, "x.pdf")
    with pytest.raises(DamagedArticleError):
        read_pdf(pdf_of([Part("Text.")], Setting())[:200], "x.pdf")


def test_what_only_the_packet_of_a_file_says_is_proposed() -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmp:CreateDate="2014-05-03T10:00:00Z"><dc:title><rdf:Alt><rdf:li>Quays</rdf:li></rdf:Alt>'
        "</dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>Eva Roe</rdf:li><rdf:li>Poe, Max</rdf:li></rdf:Seq></dc:creator>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    page = drawn(two_lines)
    plain = re.sub(rb"/(?:Author|CreationDate|Title) \([^)]*\)", b"", page)
    proposals = read_pdf(plain + packet.encode(), "x.pdf").proposals
    assert proposals[Detail.TITLE][0].value == "Quays"
    assert proposals[Detail.AUTHORS][0].value == (Author(name="Eva Roe"), Author(name="Max Poe"))
    assert proposals[Detail.PUBLISHED][0].value == "2014-05-03"
    broken = plain + packet.replace("</dc:title>", "").encode()
    assert Detail.TITLE not in read_pdf(broken, "x.pdf").proposals


def test_the_language_of_a_file_is_proposed() -> None:
    data = drawn(two_lines)
    spoken = data.replace(b"/Type /Catalog", b"/Type /Catalog /Lang (de-DE)")
    assert spoken != data
    assert read_pdf(spoken, "x.pdf").proposals[Detail.LANGUAGE][0].value == "de-DE"
