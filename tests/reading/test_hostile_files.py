# SPDX-License-Identifier: MIT
"""PDF, Word, EPUB and RTF files that are broken or mean harm: each ends in a draft or in a sentence."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.benchmarks.documents import Setting, article, pdf_of
from tests.reading.made import CONTAINER, archive, docx, epub, page, paragraph, part, relations
from tests.steps import steps

from dissoi.reading import pdf_pictures
from dissoi.reading.docx import read_docx
from dissoi.reading.epub import read_epub
from dissoi.reading.errors import FormArticleError, ReadingError
from dissoi.reading.pdf import read_pdf
from dissoi.reading.reading import Draft
from dissoi.reading.rtf import read_rtf

SECRET = "root:"
GOOD_PDF = pdf_of(article(1, 200), Setting())
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def pdf(*objects: str, root: int = 1) -> bytes:
    """A PDF file of these objects, with a table of where they are."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<</Size {len(places) + 1}/Root {root} 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def lying_zip() -> bytes:
    """A Word file whose text is larger than it declares."""
    data = bytearray(docx(paragraph("x" * 3_000_000)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def bomb() -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made,
        made.open("word/document.xml", "w") as text,
    ):
        for _ in range(60):
            text.write(b" " * 1_000_000)
    return file.getvalue()


def stream_bomb() -> bytes:
    packed = zlib.compress(b"(x) Tj " * 3_000_000, 9).decode("latin-1")
    content = f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n{packed}\nendstream"
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        content,
    )


def object_bomb() -> bytes:
    """A file whose objects lie in a stream that unpacks to 60 MB and claims to hold a million of them."""
    packed = zlib.compress(b"1 0 " + b" " * 60_000_000, 9).decode("latin-1")
    content = f"<</Type/ObjStm/N 1000000/First 4/Filter/FlateDecode/Length {len(packed)}>>"
    return pdf("<</Type/Catalog/Pages 2 0 R>>", f"{content}stream\n{packed}\nendstream")


def blank_but_numbered() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(300, 20, "12")
    canvas.save()
    return file.getvalue()


def with_title(title: bytes) -> bytes:
    return GOOD_PDF.replace(b"/Title ()", b"/Title <" + title.hex().encode() + b">")


def with_doctype(doctype: str) -> bytes:
    text = part("document", f"<w:body>{paragraph('&a;')}</w:body>").replace("?>", f"?>{doctype}", 1)
    return archive({"word/document.xml": text})


def with_page(catalog: str, *more: str) -> bytes:
    """A PDF file of one page that says "Please wait", with this in its catalog and more objects from 6 on."""
    words = "BT /F 12 Tf 9 99 Td (Please wait) Tj ET"
    return pdf(
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(words)}>>stream\n{words}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )


def with_attachment() -> bytes:
    names = "/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>/Collection<</Type/Collection>>"
    return with_page(
        names,
        "<</Type/Filespec/F(../../evil.exe)/EF<</F 7 0 R>>>>",
        "<</Type/EmbeddedFile/Length 5>>stream\nroot:\nendstream",
    )


def an_adobe_form() -> bytes:
    stream = "<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>"
    return with_page(
        "/NeedsRendering true/AcroForm 6 0 R",
        "<</Fields[]/XFA 7 0 R>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
    )


def pictures_without_end() -> bytes:
    """A page that shows one large picture, of hardly any bytes, three hundred times."""
    packed = zlib.compress(bytes(2_800 * 2_800 * 3), 9).decode("latin-1")
    shown = "BT /F 12 Tf 9 9 Td (Words) Tj ET " + "q 99 0 0 99 9 99 cm /I Do Q " * 300
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/XObject/Subtype/Image/Width 2800/Height 2800/BitsPerComponent 8/ColorSpace/DeviceRGB"
        f"/Filter/FlateDecode/Length {len(packed)}>>stream\n{packed}\nendstream",
    )


PAGE = "<</Type/Catalog/Pages 2 0 R>>"
PDFS = {
    "empty": b"",
    "one byte": b"%",
    "no cross-references": GOOD_PDF[: GOOD_PDF.rindex(b"xref\n0")],
    "cut in half": GOOD_PDF[: len(GOOD_PDF) // 2],
    "no pages": pdf(PAGE, "<</Type/Pages/Kids[]/Count 0>>"),
    "pages in a circle": pdf(PAGE, "<</Type/Pages/Kids[2 0 R]/Count 5>>"),
    "a billion pages": pdf(PAGE, "<</Type/Pages/Kids[]/Count 1000000000>>"),
    "script": pdf(
        "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
        "<</Type/Pages/Kids[]/Count 0>>",
    ),
    "stream bomb": stream_bomb(),
    "object bomb": object_bomb(),
    "nothing but a page number": blank_but_numbered(),
    "a title that is no UTF-16": with_title(b"\xfe\xff\xdb\x42\0x"),
    "turned over": GOOD_PDF[::-1],
    "attachments": with_attachment(),
    "a form of Adobe's": an_adobe_form(),
    "links that launch": with_page("/OpenAction<</S/Launch/F(/bin/true)>>"),
    "a page from elsewhere": with_page("/OpenAction<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>"),
}
WORDS = {
    "empty": b"",
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "no text": archive({"word/styles.xml": part("styles", "")}),
    "no such target": docx(
        "", {"_rels/.rels": relations('<Relationship Type="x/officeDocument" Target="../../x"/>')}
    ),
    "bomb": bomb(),
    "lying sizes": lying_zip(),
    "laughs": with_doctype(LAUGHS),
    "entity from outside": with_doctype(OUTSIDE),
    "not XML": archive({"word/document.xml": b"\0\1<<"}),
    "nested": docx("<w:sdt>" * 2_000 + "</w:sdt>" * 2_000),
    "nested a little": docx("<w:sdt>" * 200 + paragraph("x") + "</w:sdt>" * 200),
    "tables in tables": docx("<w:tbl><w:tr><w:tc>" * 60 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 60),
    "a picture from outside": docx(
        paragraph('<w:r><a:blip r:embed="p"/></w:r>'),
        {
            "word/_rels/document.xml.rels": relations(
                '<Relationship Id="p" Type="x/image" Target="file:///etc/passwd" TargetMode="External"/>'
                '<Relationship Id="t" Type="x/attachedTemplate" Target="http://x.org" TargetMode="External"/>'
            )
        },
    ),
    "another file in it": docx(
        paragraph("x") + '<w:altChunk r:id="c"/>',
        {
            "word/_rels/document.xml.rels": relations(
                '<Relationship Id="c" Type="x/aFChunk" Target="chunk.html"/>'
                '<Relationship Id="d" Type="x/aFChunk" Target="file:///etc/passwd" TargetMode="External"/>'
            ),
            "word/chunk.html": "<script>root:</script>",
        },
    ),
    "macros": docx(paragraph("x"), {"word/vbaProject.bin": b"root:" * 99}),
    "styles in a circle": docx(
        paragraph("x", '<w:pStyle w:val="a"/>'),
        {
            "word/styles.xml": part(
                "styles",
                '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
                '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
            )
        },
    ),
    "digits that are none": docx(paragraph("x", '<w:outlineLvl w:val="²"/>')),
    "absurd numbers": docx(
        paragraph(
            "x",
            '<w:outlineLvl w:val="99999999999"/><w:numPr><w:ilvl w:val="-5"/><w:numId w:val="z"/></w:numPr>',
        )
    ),
}
BOOKS = {
    "empty": b"",
    "no contents": archive({"META-INF/container.xml": CONTAINER}),
    "paths out of the book": epub(
        {"../../../etc/passwd": "", "/etc/passwd": "", "http://x.org/a": "", "a.xhtml": "x"}
    ),
    "laughs": epub(
        {"a.xhtml": ""}, more={"OPS/a.xhtml": page("<p>&b;</p>").replace("<!DOCTYPE html>", LAUGHS)}
    ),
    "entity from outside": epub(
        {"a.xhtml": ""}, more={"OPS/a.xhtml": page("<p>&a;</p>").replace("<!DOCTYPE html>", OUTSIDE)}
    ),
    "nested": epub({"a.xhtml": "<div>" * 5_000 + "x" + "</div>" * 5_000}),
    "not XML": epub({"a.xhtml": ""}, more={"OPS/a.xhtml": b"\0\xff\xfe<p>x"}),
    "an empty page": epub({"a.xhtml": ""}, more={"OPS/a.xhtml": b""}),
    "script": epub({"a.xhtml": "<script>alert(1)</script><p onclick='x'>Text</p>"}),
    "spine in a circle": epub(
        {"a.xhtml": "x"}, items='<item id="p0" href="a.xhtml" media-type="text/html"/>'
    ),
}
RTFS = {
    "empty": b"{\\rtf1}",
    "nested": b"{\\rtf1" + b"{" * 100_000,
    "closed too often": b"{\\rtf1 x" + b"}" * 1_000,
    "binary past the end": b"{\\rtf1 x\\bin999999999 y}",
    "bad numbers": b"{\\rtf1 \\u99999999? \\u-70000? \\'zz \\u55357? x}",
    "an object": b"{\\rtf1 {\\object\\objemb{\\*\\objdata 0105}} Text}",
    "groups in groups": b"{\\rtf1" + b"{\\b x" * 400 + b"}" * 401,
    "controls without end": b"{\\rtf1 " + b"\\b" * 200_000 + b" x}",
    "rows without end": b"{\\rtf1 " + b"\\trowd\\cell\\row" * 50_000 + b"x}",
    "a file to include": b'{\\rtf1 {\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}{\\fldrslt x}}}',
    "a template from outside": b"{\\rtf1{\\*\\template http://x.org/a.dotm}x}",
    "letters by number": b"{\\rtf1 " + b"\\u1234?" * 100_000 + b"}",
    "no code page": b"{\\rtf1\\ansicpg99999 Text}",
}
READERS: tuple[tuple[Callable[[bytes, str], Draft], dict[str, bytes]], ...] = (
    (read_pdf, PDFS),
    (read_docx, WORDS),
    (read_epub, BOOKS),
    (read_rtf, RTFS),
)
CASES = [
    pytest.param(read, data, id=f"{read.__name__} {name}")
    for read, files in READERS
    for name, data in files.items()
]


@pytest.mark.parametrize(("read", "data"), CASES)
def test_each_ends_in_a_draft_or_a_sentence(read: Callable[[bytes, str], Draft], data: bytes) -> None:
    told: list[str] = []

    def work() -> None:
        try:
            draft = read(data, "a file")
        except ReadingError as error:
            told.append(str(error))
        else:
            told.append("a file: " + "".join(block.text for block in draft.blocks))
            assert not draft.pictures

    steps(work)
    assert "a file" in told[0]
    assert SECRET not in told[0]


def test_a_form_that_nobody_else_can_show_is_told_of() -> None:
    with pytest.raises(FormArticleError):
        read_pdf(an_adobe_form(), "x.pdf")


def test_pictures_are_taken_only_while_there_is_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packing their dots takes most of it: forty million are a few seconds."""
    dots: list[int] = []
    usual = pdf_pictures._png

    def png(bitmap: Any, shown: bytes, kind: int) -> bytes:
        dots.append(bitmap.width * bitmap.height)
        return usual(bitmap, shown, kind)

    monkeypatch.setattr(pdf_pictures, "_png", png)
    draft = read_pdf(pictures_without_end(), "x.pdf")
    assert [block.text for block in draft.blocks if block.text] == ["Words"]
    assert 0 < sum(dots) <= 40_000_000


def test_what_is_attached_to_a_file_is_not_read() -> None:
    assert [block.text for block in read_pdf(with_attachment(), "x.pdf").blocks] == ["Please wait"]


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    closed = StandardEncryption("", ownerPassword="secret", canPrint=0, canCopy=0, strength=128)
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=closed)
    canvas.drawString(99, 500, "Words for all")
    canvas.save()
    assert [block.text for block in read_pdf(file.getvalue(), "x.pdf").blocks] == ["Words for all"]
