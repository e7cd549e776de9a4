# SPDX-License-Identifier: MIT
"""What files other than PDF say of text that is read from the right."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st
from tests.briefing.cases import CON, PRO, argument, bridge, position, question

from dissoi.briefing.options import WHOLE, LayoutName, Options
from dissoi.briefing.outputs import make_output
from dissoi.briefing.outputs.about import About
from dissoi.briefing.outputs.direction import is_from_right
from dissoi.briefing.outputs.elements import plain
from dissoi.briefing.outputs.web_page import web_page_of
from dissoi.briefing.outputs.word import word_file_of
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.prose import Block, BlockKind, Span

HEBREW = "האגרה פוגעת בעניים ולא מועילה לאיש"
MIXED = f"{HEBREW} (OECD 2024)."
ENGLISH = "The toll hurts the poor and is of use to nobody"
ABOUT = About("A question")


def hebrew() -> Dossier:
    records = (
        question("האם לסגור את הגשר?"),
        position("a", HEBREW),
        argument("b", "a", PRO, HEBREW, reasoning=f"{MIXED}\n\n{f'{HEBREW}. ' * 9}\n\n{ENGLISH}"),
        argument("c", "a", CON, ENGLISH),
    )
    return Dossier.of(records)


def word_of(*blocks: Block) -> Document:
    return docx.Document(BytesIO(word_file_of(blocks, ABOUT)))


def word(dossier: Dossier, options: Options = WHOLE) -> Document:
    return docx.Document(BytesIO(make_output(dossier, ".docx", options)))


def page(dossier: Dossier) -> str:
    return make_output(dossier, ".html").decode()


def is_turned(paragraph: Paragraph) -> bool:
    return paragraph._p.pPr is not None and paragraph._p.pPr.find(qn("w:bidi")) is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", None),
        ("12 %", None),
        ("* * *", None),
        ("۱۲ ٪", None),
        (ENGLISH, False),
        ("über", False),
        ("橋", False),
        (HEBREW, True),
        (MIXED, True),
        (f"Impact: {HEBREW}", True),
        ("The word שלום means peace", False),
    ],
)
def test_a_paragraph_is_read_as_most_of_its_letters(text: str, *, told: bool | None) -> None:
    assert is_from_right(text) is told


def test_paragraphs_of_a_word_file_are_turned_one_by_one() -> None:
    turned = {line.text: is_turned(line) for line in word(hebrew()).paragraphs}
    assert all(is_turned for text, is_turned in turned.items() if HEBREW in text)
    assert not any(is_turned for text, is_turned in turned.items() if ENGLISH in text)
    assert any(HEBREW in text for text in turned)
    assert any(ENGLISH in text for text in turned)


def test_runs_from_the_right_say_so_and_in_which_language() -> None:
    told = f"They say {HEBREW}, and {HEBREW} 12, {ENGLISH}, {ENGLISH}."
    (line,) = word_of(Block(spans=(plain(told),))).paragraphs
    assert not is_turned(line)
    runs = [(run.text, bool(run.font.rtl), run._r.xml.count('w:bidi="he-IL"')) for run in line.runs]
    assert runs == [
        ("They say ", False, 0),
        (HEBREW, True, 1),
        (", and ", False, 0),
        (f"{HEBREW} ", True, 1),
        (f"12, {ENGLISH}, {ENGLISH}.", False, 0),
    ]


def test_the_stop_behind_a_sentence_from_the_right_goes_with_it() -> None:
    (line,) = word_of(Block(spans=(plain(MIXED),))).paragraphs
    assert [(run.text, bool(run.font.rtl)) for run in line.runs] == [
        (f"{HEBREW} (", True),
        ("OECD 2024", False),
        (").", True),
    ]


def test_looks_links_and_breaks_stay_with_what_is_divided() -> None:
    spans = (Span(text=f"One {HEBREW}\u2028two", bold=True, link="https://example.org/"), plain(f" {HEBREW}"))
    (line,) = word_of(Block(spans=spans)).paragraphs
    assert line.text == f"One {HEBREW}\ntwo {HEBREW}"
    (link,) = line.hyperlinks
    assert link.address == "https://example.org/"
    assert link.text == f"One {HEBREW}\ntwo"
    assert all(run.bold for run in link.runs)
    assert len(link.runs) == 3


@given(st.lists(st.text(st.sampled_from("ab שלםא12.,() \u2028\t"), max_size=12), max_size=4))
def test_dividing_runs_loses_no_letter(texts: list[str]) -> None:
    spans = tuple(Span(text=text, italic=bool(place % 2)) for place, text in enumerate(texts) if text)
    lines = word_of(Block(spans=spans), Block(spans=(plain("ש"),))).paragraphs
    assert lines[0].text == "".join(texts).replace("\u2028", "\n")


def test_letters_of_complex_scripts_are_as_large_and_heavy_as_others() -> None:
    made = word(hebrew(), Options(layout=LayoutName.LARGE_PRINT))
    for part in (made.styles.element, made.element.body):
        for looks in part.iter(qn("w:rPr")):
            for name, of_complex in (("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs")):
                one, other = looks.find(qn(name)), looks.find(qn(of_complex))
                if one is not None:
                    assert other is not None
                    assert one.get(qn("w:val")) == other.get(qn("w:val"))


def test_tables_and_pages_of_a_file_from_the_right_begin_at_the_right() -> None:
    whole = hebrew().with_records(argument("c", "a", CON, HEBREW))
    made = word(whole, Options(layout=LayoutName.FLOW))
    assert made.tables
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in made.tables)
    assert made.element.body.sectPr.find(qn("w:bidi")) is not None
    assert is_turned(made.sections[0].header.paragraphs[0])


@pytest.mark.parametrize("layout", LayoutName)
def test_files_from_the_left_say_nothing_of_directions(layout: LayoutName) -> None:
    (body, styles) = (word(bridge(), Options(layout=layout)).element.body, bridge())
    assert not any(body.iter(qn("w:bidi"), qn("w:rtl"), qn("w:bidiVisual")))
    assert " dir=" not in make_output(styles, ".html", Options(layout=layout)).decode()


def test_blocks_of_a_web_page_of_both_directions_say_their_own() -> None:
    made = page(hebrew())
    assert '<html lang="he" dir="rtl">' in made
    for text, direction in ((HEBREW, "rtl"), (ENGLISH, "ltr")):
        lines = [line for line in re.findall(r"<(?:h\d|p|li|blockquote)[^>]*>[^<]*", made) if text in line]
        assert lines
        assert all(f'dir="{direction}"' in line for line in lines)


def test_items_and_cells_of_a_web_page_say_their_direction() -> None:
    blocks = (
        Block(kind=BlockKind.ITEM, spans=(plain(HEBREW),)),
        Block(kind=BlockKind.ITEM, level=2, spans=(plain(ENGLISH),)),
        Block(kind=BlockKind.ROW, spans=(plain(HEBREW),)),
        Block(spans=(plain(ENGLISH * 9),)),
    )
    made = web_page_of(blocks, ABOUT)
    assert '<li dir="rtl">' in made
    assert '<ul><li dir="ltr">' in made
    assert f'<th scope="col" dir="rtl">{HEBREW}</th>' in made


def test_a_page_that_is_all_from_the_right_says_so_once() -> None:
    made = web_page_of((Block(spans=(plain(HEBREW),)), Block(spans=(plain("12 %"),))), About(HEBREW))
    assert made.count(" dir=") == 1
