# SPDX-License-Identifier: MIT
"""Word files as Word sees them: what a brief's blocks become in it, and how long that takes."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section as Sheet
from reportlab.pdfbase.pdfmetrics import stringWidth
from tests.briefing.cases import PRO, argument, bridge, position, question
from tests.steps import steps

from dissoi.briefing.options import WHOLE, LayoutName, Options, PaperName
from dissoi.briefing.outputs import make_output
from dissoi.briefing.outputs.about import About
from dissoi.briefing.outputs.elements import Cite, bold, item, plain
from dissoi.briefing.outputs.word import word_file_of
from dissoi.briefing.paper import PAPERS
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Passage

ABOUT = About("Should the bridge be closed?")


def test_styles_of_a_word_file_are_not_sought_for_each_paragraph() -> None:
    blocks = (item(1, "•", plain("It may fall.")), item(2, "1.", plain("Rust.")), Cite(spans=(bold("Ruiz"),)))
    word_file_of(blocks, ABOUT)  # what is loaded once is no part of it
    few, many = (
        steps(lambda: word_file_of(blocks * times, ABOUT))  # noqa: B023 - run at once
        for times in (1, 51)
    )
    # Of five times as many most would be spent on seeking.
    assert (many - few) / (50 * len(blocks)) < 1300


def word(dossier: Dossier, options: Options = WHOLE) -> Document:
    return docx.Document(BytesIO(make_output(dossier, ".docx", options)))


def sheet(options: Options) -> Sheet:
    (found,) = word(bridge(), options).sections
    return found


def points(*lengths: int | None) -> list[int]:
    return [round((each or 0) / 12_700) for each in lengths]


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.FLOW])
@pytest.mark.parametrize("paper", PaperName)
def test_a_word_file_is_on_the_paper_that_was_chosen(layout: LayoutName, paper: PaperName) -> None:
    made, chosen = sheet(Options(layout=layout, paper=paper)), PAPERS[paper]
    sides = points(made.page_width, made.page_height)
    wanted = [round(chosen.width), round(chosen.height)]
    assert sides == (wanted if layout is LayoutName.BRIEF else wanted[::-1])


def test_margins_of_a_word_file_are_those_of_print_and_narrow_beside_flows() -> None:
    def margins(options: Options) -> list[int]:
        made = sheet(options)
        return points(made.left_margin, made.right_margin, made.top_margin, made.bottom_margin)

    assert margins(Options()) == [57, 57, 57, 62]
    assert margins(Options(paper=PaperName.A5)) == [40, 40, 51, 48]
    assert margins(Options(layout=LayoutName.FLOW)) == [34, 34, 45, 45]


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        (Options(), "@page { size: A4; margin: 20mm 20mm 22mm; }"),
        (Options(paper=PaperName.A5), "@page { size: A5; margin: 18mm 14mm 17mm; }"),
        (
            Options(layout=LayoutName.FLOW, paper=PaperName.LETTER),
            "@page { size: Letter landscape; margin: 12mm; }",
        ),
    ],
)
def test_a_web_page_is_printed_on_the_paper_that_was_chosen(options: Options, rule: str) -> None:
    page = make_output(bridge(), ".html", options).decode()
    assert page.count("@page") == page.count(rule) == 1


@pytest.mark.parametrize("layout", LayoutName)
def test_pages_of_a_word_file_have_numbers_and_from_the_second_on_the_question(layout: LayoutName) -> None:
    made = sheet(Options(layout=layout))
    assert made.different_first_page_header_footer
    assert [each.text for each in made.header.paragraphs] == ["Should the bridge be closed?"]
    assert made.first_page_header.is_linked_to_previous  # and so there is none
    for foot in (made.footer, made.first_page_footer):
        (line,) = foot.paragraphs
        fields = [each.get(qn("w:instr")) for each in line._p.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert "".join(each.text or "" for each in line._p.iter(qn("w:t"))) == "Page 1 of 1"


@pytest.mark.parametrize(
    ("options", "longest"),
    [
        (Options(), 98),
        (Options(paper=PaperName.A5), 69),
        (Options(layout=LayoutName.FLOW), 157),
        (Options(layout=LayoutName.LARGE_PRINT), 65),
    ],
)
def test_a_long_question_stays_on_one_line_above_the_pages(options: Options, longest: int) -> None:
    (sheet,) = word(
        Dossier.of([question(f"Should\n{'a very ' * 40}long bridge be closed?")]), options
    ).sections
    (head,) = sheet.header.paragraphs
    assert head.text.startswith("Should a very a very")
    assert head.text.endswith("…")
    assert longest - 5 < len(head.text) <= longest


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.LARGE_PRINT])
def test_what_stands_on_every_page_is_small_but_in_large_print(layout: LayoutName) -> None:
    styles = word(bridge(), Options(layout=layout)).styles
    sizes = {styles[name].font.size.pt for name in ("Header", "Footer")}
    assert sizes == {12 if layout is LayoutName.LARGE_PRINT else 8}


@pytest.mark.parametrize(
    ("claim", "told", "script"),
    [
        ("The toll is for the poor to pay, and that is not what they were told", "en-US", "val"),
        ("Die Maut ist nicht für die Armen, und das wird auch so bleiben", "de-DE", "val"),
        ("A ponte não é segura para os carros, mas também não há dinheiro para isso", "pt-PT", "val"),
        ("האגרה פוגעת בעניים ולא מועילה לאיש", "he-IL", "bidi"),
        ("橋は閉鎖されるべきだ", "ja-JP", "eastAsia"),
        ("這座橋應該關閉嗎這個問題還沒有說", "zh-TW", "eastAsia"),
        ("", "en-US", "val"),
    ],
)
def test_a_word_file_tells_its_language(claim: str, told: str, script: str) -> None:
    dossier = Dossier.of([question(""), position("a"), argument("b", "a", PRO, claim, reasoning=claim * 4)])
    made = word(dossier)
    (usual,) = made.styles.element.iter(qn("w:lang"))
    (theme,) = made.settings.element.iter(qn("w:themeFontLang"))
    assert [each.get(qn(f"w:{script}")) for each in (usual, theme)] == [told, told]
    assert made.core_properties.language == told


@pytest.mark.parametrize("layout", [LayoutName.BLOCKS, LayoutName.EVIDENCE])
def test_what_stands_above_a_card_stays_on_its_page(layout: LayoutName) -> None:
    lost = bridge().with_records(*(each.model_copy(update={"loose": True}) for each in bridge().all(Passage)))
    for dossier, above in ((bridge(), 1), (lost, 2)):
        lines = word(dossier, Options(layout=layout)).paragraphs
        first = next(at for at, each in enumerate(lines) if "bridge engineer" in each.text)
        held = [each.paragraph_format.keep_with_next for each in lines[first : first + above + 1]]
        assert held == [*[True] * above, None]
        assert "Nobody knows" in lines[first + above].text


@pytest.mark.parametrize("marker", ["•", "9.", "10."])
def test_words_of_list_items_are_in_line_and_clear_of_their_markers(marker: str) -> None:
    made = docx.Document(BytesIO(word_file_of((item(1, marker, plain("Rust.")),), ABOUT)))
    (line,) = made.paragraphs
    look = line.paragraph_format
    if marker == "•":
        (hang, place) = _bullets(made)
    else:
        (hang, place) = (-(look.first_line_indent or 0) / 12_700, look.tab_stops[0].position.pt)
    assert points(look.left_indent) == [round(hang)] == [round(place)]
    # A number of two figures in large print, in letters as broad as any that a computer may have for them.
    assert hang > stringWidth("10.", "Courier-Bold", 14) + 1


def _bullets(document: Document) -> tuple[float, float]:
    """How far, in points, the words of bulleted items hang, and where they begin behind the bullet."""
    style, numbering = document.styles["List Bullet"].element, document.part.numbering_part.element
    (number,) = style.xpath("w:pPr/w:numPr/w:numId/@w:val")
    (kind,) = numbering.xpath(f"w:num[@w:numId={number}]/w:abstractNumId/@w:val")
    level = f"w:abstractNum[@w:abstractNumId={kind}]/w:lvl[@w:ilvl=0]/w:pPr"
    (hang, place) = numbering.xpath(f"{level}/w:ind/@w:hanging | {level}/w:tabs/w:tab/@w:pos")
    return int(hang) / 20, int(place) / 20


def test_the_weight_of_an_argument_stays_with_what_it_says() -> None:
    weights = [line for line in word(bridge()).paragraphs if line.text.startswith("Weight")]
    assert weights
    assert all(line.paragraph_format.keep_with_next for line in weights)


@pytest.mark.parametrize("layout", LayoutName)
def test_headings_of_a_word_file_are_black_and_upright(layout: LayoutName) -> None:
    styles = word(bridge(), Options(layout=layout)).styles
    heads = [styles[f"Heading {rank}"] for rank in range(1, 5)]
    assert {str(each.font.color.rgb) for each in heads} == {"000000"}
    assert {each.font.italic for each in heads} == {None}
    assert all(each.paragraph_format.keep_with_next for each in heads)
    sizes = [each.font.size.pt for each in heads]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("layout", [LayoutName.BLOCKS, LayoutName.EVIDENCE])
def test_headings_of_files_with_cards_are_known_as_verbatim_knows_them(layout: LayoutName) -> None:
    styles = word(bridge(), Options(layout=layout)).styles
    heads = [styles[f"Heading {rank}"] for rank in range(1, 5)]
    names = [each.get(qn("w:val")) for head in heads for each in head.element.iter(qn("w:aliases"))]
    assert names == ["Pocket", "Hat", "Block", "Tag"]
    assert heads[-1].font.size.pt == 13


def test_what_is_told_of_a_block_stays_with_its_answers() -> None:
    lines = word(bridge(), Options(layout=LayoutName.BLOCKS)).paragraphs
    at = next(at for at, each in enumerate(lines) if each.text.startswith("against our "))
    held = [each.paragraph_format.keep_with_next for each in lines[at : at + 2]]
    assert held[0]
    assert not held[1]
