# SPDX-License-Identifier: MIT
"""Who made a brief is told beside its date and in the file's properties, and no name breaks a page."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest
from tests.briefing.cases import bridge
from tests.briefing.printed import page_texts, properties, running

from dissoi.briefing.content import Occasion
from dissoi.briefing.options import LayoutName, Options, PaperName
from dissoi.briefing.output import make_file
from dissoi.briefing.outputs import WRITERS

DATE = "12 January 2026"
_DIRECTION = re.compile("[\u200e\u200f]")
"""What PDFium puts in where the direction of text changes."""
LONG = {
    "words": "Anna Maria Luise " * 40,
    "one word": "Wolfeschlegelsteinhausenbergerdorff" * 20,
    "wide": "阿部愼之助" * 60,
    "right to left": "عبد الرحمن بن محمد " * 30,
}


def made(ending: str, made_by: str, options: Options | None = None) -> bytes:
    return make_file(bridge(), ending, options or Options(), Occasion(made_on="2026-01-12", made_by=made_by))


@pytest.mark.parametrize("layout", LayoutName)
def test_every_pdf_names_its_author_and_tells_the_name_where_the_date_stands(layout: LayoutName) -> None:
    brief = made(".pdf", "Ann Lee", Options(layout=layout))
    assert properties(brief)["Author"] == "Ann Lee"
    text = running(" ".join(page_texts(brief)))
    assert text.count(f"Ann Lee, {DATE}") == text.count(DATE)
    assert (DATE in text) == ("Ann Lee" in text)


@pytest.mark.parametrize("ending", WRITERS)
def test_every_other_form_tells_the_name_where_the_date_stands(ending: str) -> None:
    data = made(ending, "Ann Lee")
    if ending == ".docx":
        document = docx.Document(BytesIO(data))
        assert document.core_properties.author == "Ann Lee"
        text = "\n".join(each.text for each in document.paragraphs)
    else:
        text = data.decode()
    assert f"Ann Lee, {DATE}" in text


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.EVIDENCE])
def test_a_web_page_carries_its_author_as_text(layout: LayoutName) -> None:
    page = made(".html", 'A "<b>" & Co', Options(layout=layout)).decode()
    assert '<meta name="author" content="A &quot;&lt;b&gt;&quot; &amp; Co">' in page
    assert '<meta name="author"' not in made(".html", "  ", Options(layout=layout)).decode()


@pytest.mark.parametrize("ending", [".pdf", *WRITERS])
def test_what_is_no_text_in_a_name_keeps_no_brief_from_being_made(ending: str) -> None:
    assert made(ending, "  Ann\n\x00Lee \udc80 ") == made(ending, "Ann \ufffdLee \ufffd")


@pytest.mark.parametrize("paper", [PaperName.A4, PaperName.A5])
@pytest.mark.parametrize("layout", LayoutName)
@pytest.mark.parametrize("name", LONG.values(), ids=list(LONG))
def test_a_long_name_ends_in_an_ellipsis_and_moves_nothing(
    layout: LayoutName, paper: PaperName, name: str
) -> None:
    options = Options(layout=layout, paper=paper)
    pages, usual = (page_texts(made(".pdf", each, options)) for each in (name, "Ann Lee"))
    assert len(pages) == len(usual)
    first, text = (running(_DIRECTION.sub("", each[0])) for each in (usual, pages))
    assert (DATE in text) == (DATE in first)
    assert ("…" in text.replace("…", "", first.count("…"))) == (DATE in first)
    assert len(text) < len(first) + 180
