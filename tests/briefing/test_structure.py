# SPDX-License-Identifier: MIT
"""The structure by which a brief is read aloud: all text, in the order of reading, and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.benchmarks.generated import generated_dossier
from tests.briefing.cases import PRO, REPORT, argument, bridge, evidence, position, question, rid
from tests.briefing.printed import characters, sizes
from tests.briefing.tagged import (
    Element,
    Linked,
    contents,
    opened,
    read_otherwise_than_drawn,
    structure,
)
from tests.strategies import after

from dissoi.briefing.content import Occasion
from dissoi.briefing.options import LayoutName, Options
from dissoi.briefing.paper import PAPERS
from dissoi.briefing.pdf import make_brief
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.passages import quoted
from dissoi.dossier.prose import plain_block
from dissoi.dossier.speech_plan import say_in_speech, speech_names
from dissoi.storage.formats import load_formats

LAYOUTS = pytest.mark.parametrize("layout", LayoutName)


@cache
def brief_of_bridge(layout: LayoutName = LayoutName.BRIEF) -> bytes:
    return make_brief(
        bridge(), Options(layout=layout), occasion=Occasion(made_on="2026-01-12", made_by="Ann Lee")
    )


@cache
def long_brief() -> bytes:
    return make_brief(generated_dossier(60, 60))


@cache
def tree() -> Element:
    return structure(brief_of_bridge())


@LAYOUTS
def test_all_that_is_drawn_is_text_of_a_part_or_not_read(layout: LayoutName) -> None:
    with opened(brief_of_bridge(layout)) as pdf:
        assert [page.loose for page in contents(pdf)] == [[]] * len(pdf.pages)
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert {page.Tabs for page in pdf.pages} == {"/S"}
    assert structure(brief_of_bridge(layout)).role == "Document"


@LAYOUTS
def test_headings_leave_out_no_rank(layout: LayoutName) -> None:
    ranks = [
        int(each.role[1])
        for each in structure(brief_of_bridge(layout)).every(*(f"H{n}" for n in range(1, 7)))
    ]
    assert all(later <= earlier + 1 for earlier, later in zip([0, *ranks], ranks, strict=False))


def test_running_heads_are_not_read() -> None:
    with opened(brief_of_bridge()) as pdf:
        unread = [page.unread for page in contents(pdf)]
    assert all(f"Page {number} of {len(unread)}" in text for number, text in enumerate(unread, 1))
    assert "Page 3 of" not in tree().text


def test_a_paragraph_that_goes_on_over_pages_is_one_paragraph() -> None:
    words = " ".join(f"word{number}" for number in range(3_000))
    dossier = generated_dossier(4, 4)
    first = dossier.arguments[0]
    brief = make_brief(dossier.with_records(first.model_copy(update={"reasoning": words})))
    (found,) = (each for each in structure(brief).every("P") if "word0 " in each.text)
    assert " ".join(found.text.split()) == words


@LAYOUTS
def test_each_page_is_drawn_in_the_order_in_which_it_is_read(layout: LayoutName) -> None:
    """So that programs that take text as it is drawn tell it as those that heed the structure."""
    debate = load_formats(Path("nowhere")).known["lincoln-douglas"]
    names = list(speech_names(debate))
    dossier = generated_dossier(30, 30)
    said = [say_in_speech(each.id, names[n % len(names)]) for n, each in enumerate(dossier.arguments)]
    brief = make_brief(
        after(said, dossier), Options(layout=layout), Occasion("2026-01-12", "Ann Lee", debate)
    )
    assert read_otherwise_than_drawn(brief) == []


def test_a_brief_says_what_it_is_before_who_made_it() -> None:
    for layout in (LayoutName.BRIEF, LayoutName.ONE_PAGE, LayoutName.BLOCKS):
        kicker, made, *_ = (each.text for each in structure(brief_of_bridge(layout)).every("P"))
        assert kicker.isupper()
        assert made == "Ann Lee, 12 January 2026"


def test_the_weight_of_an_argument_is_read_behind_its_claim() -> None:
    (column, *_) = tree().every("Div")
    read = [each.text for each in column.kids]
    at = read.index("+1 It may fall")
    assert read[at + 1] == "Weight ●●●●●"
    at = read.index("− CON +1.1 Inspectors watch it daily")
    assert [each.strip() for each in read[at + 1 : at + 3]] == ["answers +1", "●●●○○"]


def test_a_position_is_read_pro_to_its_end_and_then_con() -> None:
    divisions = list(structure(long_brief()).every("Div"))
    assert [each.name for each in divisions] == ["Pro", "Con"] * 4
    for division, sign in zip(divisions, "+−" * 4, strict=True):
        heading, *rest = division.every("H2", "H3")
        assert heading.text.strip() == ("+ PRO" if sign == "+" else "− CON")
        assert rest
        assert [each.text.split()[0] for each in rest] == [f"{sign}{n}" for n in range(1, len(rest) + 1)]


def test_headings_are_the_claims_under_their_side_and_position() -> None:
    headings = [(each.role, " ".join(each.text.split())) for each in tree().every("H1", "H2", "H3", "H4")]
    start = headings.index(("H1", "POSITION 1 Close it now"))
    assert headings[start : start + 8] == [
        ("H1", "POSITION 1 Close it now"),
        ("H2", "+ PRO"),
        ("H3", "+1 It may fall"),
        ("H4", "− CON +1.1 Inspectors watch it daily"),
        ("H4", "+ PRO +1.1.1 Watching does not hold it up"),
        ("H4", "+ PRO +1.2 The other cable is as old"),
        ("H3", "+2 Repair is cheaper when empty"),
        ("H2", "− CON"),
    ]


def test_the_contents_are_entries_that_lead_to_their_places() -> None:
    (contents_list,) = tree().every("TOC")
    assert {kid.role for kid in contents_list.kids} == {"TOCI"}
    told = [entry.text for entry in contents_list.kids]
    assert "+1 It may fall 4" in told
    links = [link for entry in contents_list.every("Link") for link in entry.links]
    assert [link.told for link in links] == [" ".join(text.split()) for text in told]


def test_a_link_over_two_lines_is_one_link_with_its_text() -> None:
    url = "https://example.org/steel?id=1&page=2"
    (link,) = (each for each in tree().every("Link") if each.text == url)
    assert link.links == [Linked(url, url)] * 2


def told_links(markdown: str) -> list[list[str]]:
    """What each link of a text says, once for each line on which it lies."""
    return [
        [area.told for area in link.links]
        for link in structure(make_brief(with_reasoning(markdown))).every("Link")
        if any(area.address.startswith("https:") for area in link.links)
    ]


def test_two_links_to_one_address_are_two_where_a_line_stands_between() -> None:
    made = "[one](https://example.org)\\\nNo link here.\\\n[two](https://example.org) and on."
    assert told_links(made) == [["one"], ["two"]]
    assert "oneNo link here.two and on." in structure(make_brief(with_reasoning(made))).text


def test_a_link_from_the_right_over_several_lines_is_one_link() -> None:
    said = "הקישור הארוך הזה ממשיך בשורה הבאה ועוד בשורה אחרת של הטור"
    assert told_links(f"לפני [{said}](https://example.org) ואחריו עוד מילים בעברית") == [[said] * 2]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        pytest.param("שלום לכם ", "הדוח של OECD משנת 2024", id="in text from the right"),
        pytest.param("See ", "הדוח **של** הגשר", id="in text from the left"),
        pytest.param("See ", "OECD 2024", id="from the left"),
        pytest.param("See ", "the הדוח", id="with other words between its own"),
    ],
)
def test_a_link_says_its_words_in_the_order_of_reading(before: str, said: str) -> None:
    (found,) = told_links(f"{before}[{said}](https://example.org) ועוד")
    assert set(found) == {said.replace("*", "")}


def test_lists_nest_in_the_items_before_them() -> None:
    claim = "- one\n    - two\n    - three\n- four\n\n> Said.\n>\n> And more.\n\nDone."
    brief = make_brief(with_reasoning(claim))
    first = next(each for each in structure(brief).every("L") if "one" in each.text and each.name == "")
    assert [item.role for item in first.kids] == ["LI", "LI"]
    assert [each.text.strip() for each in first.every("Lbl")] == ["•"] * 4
    assert [kid.role for kid in first.kids[0].kids] == ["Lbl", "LBody"]
    (inner,) = first.kids[0].kids[1].kids
    assert inner.role == "L"
    assert [item.kids[1].text for item in inner.kids] == ["two", "three"]
    (quotation,) = structure(brief).every("BlockQuote")
    assert [(each.role, each.text) for each in quotation.kids] == [("P", "Said."), ("P", "And more.")]


def test_quotations_and_speeches_are_told_as_what_they_are() -> None:
    (words,) = (each for each in tree().every("BlockQuote") if "customers" in each.text)
    assert [each.role for each in words.kids] == ["P"]
    debate = load_formats(Path("nowhere")).known["lincoln-douglas"]
    table = next(structure(make_brief(bridge(), occasion=Occasion(debate=debate))).every("Table"))
    assert {kid.role for kid in table.kids} == {"TR"}
    assert [[cell.role for cell in row.kids] for row in table.kids] == [["TD", "TH", "TD"]] * len(
        debate.speeches
    )
    assert {cell.scope for cell in table.every("TH")} == {"/Row"}
    assert table.kids[0].text == "+ proAffirmative constructive, A6:00"


def test_a_flow_sheet_is_a_table_of_lines_of_argument_by_speeches() -> None:
    """Each row has a cell for each speech: else what answers would be told to stand where it does not."""
    (_, table, *_) = structure(brief_of_bridge(LayoutName.FLOW)).kids
    assert table.role == "Table"
    head, *rows = table.kids
    assert [(cell.role, cell.scope) for cell in head.kids] == 6 * [("TH", "/Column")]
    assert [cell.text.strip() for cell in head.kids][:2] == ["+ Constructive", "− Constructive"]
    assert [[cell.role for cell in row.kids] for row in rows] == len(rows) * [6 * ["TD"]]
    assert [[cell.text.strip() for cell in row.kids][:2] for row in rows] == [
        ["+1 It may fall", ""],
        ["+2 Repair is cheaper when empty", ""],
        ["", "−1 The east side depends on it"],
    ]


def test_every_link_and_bookmark_leads_to_a_page_of_the_brief() -> None:
    with opened(long_brief()) as pdf:
        pages = {page.objgen for page in pdf.pages}
        annotations = [each for page in pdf.pages for each in page.get("/Annots", [])]
        assert len(annotations) > 100
        assert all("/A" in each or each.Dest[0].objgen in pages for each in annotations)
        assert all(str(each.Contents).strip() for each in annotations)
        with pdf.open_outline() as outline:
            assert all(_leads(item, pages) for item in outline.root)
        assert pdf.check_pdf_syntax() == []


def _leads(item: Any, pages: set[Any]) -> bool:
    return item.destination[0].objgen in pages and all(_leads(child, pages) for child in item.children)


def test_metadata_says_what_the_properties_say_and_names_the_standard() -> None:
    with opened(brief_of_bridge()) as pdf, pdf.open_metadata() as told:
        assert told["dc:title"] == str(pdf.docinfo.Title) == "Should the bridge be closed?"
        assert told["dc:creator"] == ["Ann Lee"]
        assert told["dc:description"] == str(pdf.docinfo.Subject)
        assert told["pdf:Keywords"] == str(pdf.docinfo.Keywords)
        assert told["pdfuaid:part"] == "1"
        assert [page.label for page in pdf.pages] == [str(n) for n in range(1, len(pdf.pages) + 1)]


def with_reasoning(markdown: str) -> Dossier:
    return Dossier.of(
        [question("Why?"), position("p", "Yes"), argument("a", "p", PRO, "Claim", reasoning=markdown)]
    )


def test_a_booklet_is_read_in_the_order_of_its_pages() -> None:
    plain = Options(notes=False)
    read = structure(make_brief(bridge(), plain))
    folded = structure(make_brief(bridge(), replace(plain, booklet=True), paper=PAPERS[plain.paper]))
    headings = [each.text for each in read.every("H1", "H2", "H3")]
    assert [each.text for each in folded.every("H1", "H2", "H3")] == headings
    assert len(headings) > 10


def test_what_is_in_another_language_says_so() -> None:
    article = REPORT.model_copy(
        update={"language": "de-DE", "blocks": (plain_block("Niemand weiß, wie lange sie hält."),)}
    )
    passage = quoted(article, "wie lange sie hält", rid("q"))
    records: list[Record] = [
        question("Should we close the bridge, and is it that it may fall on them?"),
        article,
        passage,
        position("p", "We should close it at once"),
        argument("a", "p", PRO, "השלום חשוב מאוד", reasoning="السلام عليكم"),
        argument("b", "p", PRO, "It is what they have asked us for"),
        evidence("e", "b", "q"),
    ]
    brief = make_brief(Dossier.of(records))
    with opened(brief) as pdf:
        assert pdf.Root.Lang == "en"
    told = {
        each.language: (each.role, each.text.strip()) for each in structure(brief).every() if each.language
    }
    assert told["de-DE"] == ("BlockQuote", "“wie lange sie hält”")
    # Glyphs stand from left to right; readers turn them round.
    assert told["ar"] == ("P", "السلام عليكم"[::-1])
    assert told["he"] == ("Span", "השלום חשוב מאוד"[::-1])
    assert len(told) == 3


@LAYOUTS
def test_no_letter_stands_outside_the_page(layout: LayoutName) -> None:
    brief = brief_of_bridge(layout)
    ((width, height),) = sizes(brief)
    for _, char, (left, bottom, right, top) in characters(brief):
        assert -1 <= left <= right <= width + 1, char
        assert -1 <= bottom <= top <= height + 1, char


@LAYOUTS
@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(layout: LayoutName, tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(brief_of_bridge(layout))
    done = subprocess.run(["qpdf", "--check", file], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="Poppler is not installed")
def test_poppler_reads_the_same_structure(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(brief_of_bridge())
    done = subprocess.run(["pdfinfo", "-struct", file], check=True, capture_output=True, text=True)
    told = re.findall(
        r"^ *([A-Z][A-Za-z0-9]*)(?: \"[^\"]*\")?(?: \((?:block|inline)\))?:?$", done.stdout, re.MULTILINE
    )
    assert told == [each.role for each in tree().every()]


MIXED = "הצעת European Union מיום 3 במרץ (ראו סעיף 3) נדחתה, אך 40% תמכו בה. " * 4


@cache
def brief_from_the_right(link: str = "") -> bytes:
    reasoning = f"{MIXED}{link}"
    return make_brief(
        Dossier.of([question("?"), position("a"), argument("b", "a", PRO, reasoning=reasoning)])
    )


def actual_texts(brief: bytes) -> list[str]:
    with opened(brief) as pdf:
        return [
            str(each.ActualText) for each in pdf.objects if "/ActualText" in getattr(each, "keys", list)()
        ]


def test_a_paragraph_from_the_right_says_its_text_in_order() -> None:
    assert actual_texts(brief_from_the_right()) == [MIXED.strip()]
    assert actual_texts(brief_of_bridge()) == []


def test_a_paragraph_from_the_right_with_links_lets_them_be_read() -> None:
    assert actual_texts(brief_from_the_right("[פה](https://example.org)")) == ["פה"]
