# SPDX-License-Identifier: MIT
"""The layouts of a brief in its forms other than PDF: the same content, in the structure of each form."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from tests.briefing.cases import CON, PRO, argument, bridge, position, question, rid
from tests.strategies import Counter

from dissoi import resources
from dissoi.briefing.content import Occasion
from dissoi.briefing.options import LayoutName, Options, Sides, fitting, is_made
from dissoi.briefing.outputs import WRITERS, make_output
from dissoi.dossier.cite_styles import CiteStyle
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import CrossQuestion, Passage
from dissoi.exchange.interchange import dossier_from
from dissoi.reasoning.wording import Lacking
from dissoi.storage.formats import debate_of

GOLDEN = Path(__file__).parent / "golden"
GAPS = (Lacking("Unanswered attacks", ("Position 1, −1: The east side depends on it",)),)
FLOW = Options(layout=LayoutName.FLOW)
MADE = [
    (layout, ending)
    for layout in LayoutName
    if layout is not LayoutName.BRIEF
    for ending in WRITERS
    if is_made(layout, ending)
]


def asked() -> Dossier:
    """The bridge with a funnel about an argument and a question about a position."""
    first = CrossQuestion(id=rid("q1"), about=rid("a3"), question="Who comes?", hoped="Half.", order="1")
    then = CrossQuestion(id=rid("q2"), about=rid("q1"), question="How do you know?", order="1")
    other = CrossQuestion(id=rid("q3"), about=rid("p1"), question="Closed to whom?", order="1")
    return bridge().with_records(first, then, other)


def sample() -> Dossier:
    return dossier_from(resources.sample_text(), Counter())


def written(dossier: Dossier, ending: str, options: Options, occasion: Occasion | None = None) -> str:
    return make_output(dossier, ending, options, occasion or Occasion()).decode()


def word(dossier: Dossier, options: Options, occasion: Occasion | None = None) -> docx.document.Document:
    return docx.Document(BytesIO(make_output(dossier, ".docx", options, occasion or Occasion())))


@pytest.mark.parametrize(("layout", "ending"), [each for each in MADE if each[1] != ".docx"])
def test_the_text_of_each_layout_is_as_agreed_in_each_form(layout: LayoutName, ending: str) -> None:
    options = fitting(Options(layout=layout, gaps=True), ending)
    made = written(asked(), ending, options, Occasion(made_on="2026-01-12", made_by="Ann Lee", gaps=GAPS))
    if ending == ".html":
        made = made.partition("<body>\n")[2].partition("</body>")[0]
    agreed = GOLDEN / f"form-{layout}{ending}"
    assert made == agreed.read_text(encoding="utf-8"), f"If the change is wanted, write it to {agreed.name}."


@pytest.mark.parametrize(("layout", "ending"), MADE)
def test_the_same_dossier_gives_the_same_bytes(layout: LayoutName, ending: str) -> None:
    options = fitting(Options(layout=layout), ending)
    assert make_output(asked(), ending, options) == make_output(asked(), ending, options)


@pytest.mark.parametrize(("layout", "ending"), MADE)
def test_an_empty_dossier_is_written(layout: LayoutName, ending: str) -> None:
    assert make_output(Dossier(), ending, fitting(Options(layout=layout), ending))


@pytest.mark.parametrize(("layout", "ending"), MADE)
def test_who_made_it_and_when_is_told(layout: LayoutName, ending: str) -> None:
    occasion = Occasion(made_on="2026-01-12", made_by="Ann Lee")
    options = fitting(Options(layout=layout), ending)
    if ending == ".docx":
        assert word(bridge(), options, occasion).paragraphs[1].text == "Ann Lee, 12 January 2026"
    else:
        assert "Ann Lee, 12 January 2026" in written(bridge(), ending, options, occasion)


def flow_cells(dossier: Dossier, options: Options = FLOW) -> list[list[list[str]]]:
    occasion = Occasion(debate=debate_of(dossier))
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in word(dossier, options, occasion).tables
    ]


def test_a_flow_in_a_word_file_is_a_table_with_a_column_a_speech_on_a_sheet_on_its_side() -> None:
    made = word(sample(), FLOW, Occasion(debate=debate_of(sample())))
    (sheet,) = made.sections
    assert sheet.orientation == WD_ORIENT.LANDSCAPE
    assert (sheet.page_width or 0) > (sheet.page_height or 0)
    assert len(made.tables) == len(sample().positions)
    head, *rows = flow_cells(sample())[0]
    assert head[:2] == ["+ First constructive\nAnna", "− Second constructive\nJonas"]
    (row,) = [row for row in rows if row[1].startswith("−2 ")]
    assert row[2].startswith("+ PRO −2.1 A tripwire is measured")
    heads = [table.rows[0]._tr.trPr for table in made.tables]
    assert all(each is not None and each.find(qn("w:tblHeader")) is not None for each in heads)


def test_flows_of_the_second_position_on_begin_a_page() -> None:
    made = word(bridge(), FLOW)
    opened = [each.text for each in made.paragraphs if each.paragraph_format.page_break_before]
    assert opened == ["2. Close it at night"]
    assert written(bridge(), ".html", FLOW).count('<h2 class="page">') == 1
    assert "---\n\n## 2. Close it at night" in written(bridge(), ".md", FLOW)


def test_a_flow_on_a_web_page_is_a_table_on_a_sheet_on_its_side() -> None:
    page = written(bridge(), ".html", FLOW)
    assert "size: A4 landscape" in page
    assert "landscape" not in written(bridge(), ".html", Options())
    assert page.count('<th scope="col">') == 12
    assert page.count("<tr><td>") == 2 * 5


def test_a_flow_may_be_blank_and_of_one_side_in_all_forms() -> None:
    blank = flow_cells(bridge(), Options(layout=LayoutName.FLOW, seeded=False))
    assert [sum(map(len, table)) for table in blank] == [36, 36]
    assert not any(text for table in blank for row in table[1:] for text in row)
    pro = written(bridge(), ".md", Options(layout=LayoutName.FLOW, sides=Sides.PRO))
    assert "It may fall" in pro
    assert "The east side depends on it" not in pro


def test_cells_hold_what_is_typed_whatever_parts_cells_elsewhere() -> None:
    claim = "one | two\tthree\nfour **five** <b>"
    dossier = Dossier.of([question(), position("a", "Yes"), argument("b", "a", PRO, claim)])
    assert flow_cells(dossier)[0][1][0] == f"+1 {claim}"
    assert "one | two\tthree<br>four **five** &lt;b&gt;</td>" in written(dossier, ".html", FLOW)
    rows = [each.text for each in blocks_of(written(dossier, ".md", FLOW)) if each.kind is BlockKind.ROW]
    assert rows[1].startswith("+1 one | two three four **five** <b>")


def test_a_table_that_a_user_typed_is_a_table() -> None:
    reasoning = "So:\n\n| year | **cost** |\n| --- | --- |\n| 2024 | 3 |\n\nDone."
    dossier = Dossier.of([question(), position("a"), argument("b", "a", PRO, "Claim", reasoning=reasoning)])
    (table,) = word(dossier, Options()).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["year", "cost"], ["2024", "3"]]
    page = re.sub(r"\n", "", written(dossier, ".html", Options()))
    assert "<tr><td>2024</td><td>3</td></tr>" in page
    assert "<p>Done.</p>" in page


def test_quotations_within_quotations_are_nested_on_a_web_page() -> None:
    dossier = Dossier.of([question(background="> She said:\n>\n> > No.")])
    page = written(dossier, ".html", Options())
    assert "<blockquote>She said:</blockquote>" in page
    assert "<blockquote><blockquote>No.</blockquote></blockquote>" in page


def test_large_print_has_large_type_and_the_words_of_the_whole_brief() -> None:
    large = Options(layout=LayoutName.LARGE_PRINT)
    made, usual = word(bridge(), large), word(bridge(), Options())
    assert [each.text for each in made.paragraphs] == [each.text for each in usual.paragraphs]
    sizes = {made.styles[name].font.size for name in ("Normal", *(f"Heading {rank}" for rank in range(1, 5)))}
    assert min(size.pt for size in sizes if size) == 14
    assert all(run.font.size is None for each in made.paragraphs for run in each.runs)
    page, whole = (written(bridge(), ".html", each) for each in (large, Options()))
    assert page.replace("body { font-size: 14pt; }\n", "") == whole != page


BLOCKS = Options(layout=LayoutName.BLOCKS, sides=Sides.PRO)


def ranked(dossier: Dossier, options: Options) -> list[tuple[int, str]]:
    """The headings of a Word file, each with its rank."""
    styled = [(each.style.name or "", each.text) for each in word(dossier, options).paragraphs if each.style]
    return [(int(name.split()[-1]), text) for name, text in styled if name.startswith("Heading")]


def test_blocks_in_a_word_file_have_the_ranks_of_verbatim() -> None:
    assert ranked(bridge(), BLOCKS)[:7] == [
        (1, "Should the bridge be closed?"),
        (1, "1. Close it now"),
        (2, "Pro – Blocks: answers to what they argue"),
        (3, "− CON −1 The east side depends on it"),
        (2, "Pro – Frontlines: answers to what they say against us"),
        (3, "− CON +1.1 Inspectors watch it daily"),
        (4, "1. Watching does not hold it up"),
    ]


def test_answers_in_blocks_have_cut_cards_below_them_with_full_cites() -> None:
    paragraphs = word(bridge(), BLOCKS).paragraphs
    (place,) = [at for at, each in enumerate(paragraphs) if each.text == "1. Watching does not hold it up"]
    reasoning, cite, card = paragraphs[place + 1 : place + 4]
    assert reasoning.text == "Rust is inside."
    (short,) = [run for run in cite.runs if run.style.name == "Style 13 pt Bold"]
    assert (short.text, "Steel and salt" in cite.text) == ("Ruiz 24", True)
    marked = [run.text for run in card.runs if run.font.highlight_color is not None]
    assert marked == ["“Nobody knows” how long it will hold."]
    assert card.text.startswith("The north cable has lost")


def test_bold_words_in_the_reasoning_of_an_answer_are_no_cite_and_quotations_no_card() -> None:
    reply = argument("r", "a3", CON, "It does not", reasoning="**Not** so.\n\n> He said **so**.")
    runs = [
        run
        for each in word(bridge().with_records(reply), BLOCKS).paragraphs
        for run in each.runs
        if run.text in {"Not", "so"}
    ]
    assert [(run.text, run.bold, run.style.name) for run in runs] == [
        ("Not", True, "Default Paragraph Font"),
        ("so", True, "Default Paragraph Font"),
    ]


def test_blocks_in_plain_text_quote_what_they_cannot_mark() -> None:
    text = written(bridge(), ".txt", BLOCKS)
    assert "    ‘“Nobody knows” how long it will hold.’" in text
    assert "The north cable has lost 31 % of its section. “Nobody" not in text


@pytest.mark.parametrize("ending", [".md", ".txt", ".html"])
@pytest.mark.parametrize("layout", LayoutName)
def test_files_say_where_there_are_no_positions(layout: LayoutName, ending: str) -> None:
    options = Options(layout=layout)
    asked_alone = Dossier().with_records(question("Should the bridge be closed?"))
    if is_made(layout, ending) and layout not in {LayoutName.CARDS, LayoutName.FLOW}:
        assert "No positions yet." in written(asked_alone, ending, options)
        assert "No positions yet." not in written(bridge(), ending, options)


def test_files_of_evidence_say_where_there_is_none() -> None:
    evidence = Options(layout=LayoutName.EVIDENCE)
    assert "Nothing here" not in written(bridge(), ".md", evidence)
    alone = replace(evidence, positions=(rid("p2"),))
    assert "Nothing here yet for position 2." in written(bridge(), ".md", alone)


def test_blocks_heed_sides_positions_cites_and_gaps() -> None:
    text = written(bridge(), ".md", BLOCKS)
    assert "Con – " not in text
    assert "Nothing here yet for position 2." in text
    assert "Nothing here" not in written(bridge(), ".md", replace(BLOCKS, positions=(rid("p1"),)))
    assert "Ruiz, Ana" in written(bridge(), ".md", replace(BLOCKS, cites=CiteStyle.MLA))
    told = written(bridge(), ".md", replace(BLOCKS, gaps=True), Occasion(gaps=GAPS))
    assert "# Open gaps\n\n## Unanswered attacks" in told


def test_each_speaking_card_is_on_a_page_of_its_own_the_first_below_the_question() -> None:
    made = word(bridge(), Options(layout=LayoutName.CARDS))
    opened = [each.text for each in made.paragraphs if each.paragraph_format.page_break_before]
    cards = ["+1 It may fall", "+2 Repair is cheaper when empty", "−1 The east side depends on it"]
    assert opened == cards[1:]
    assert [text for rank, text in ranked(bridge(), Options(layout=LayoutName.CARDS)) if rank == 2] == cards
    page = written(bridge(), ".html", Options(layout=LayoutName.CARDS))
    assert page.count('<h2 class="page">') == 2
    assert ".page { break-before: page;" in page
    assert written(bridge(), ".txt", Options(layout=LayoutName.CARDS)).count("\n\n* * *\n\n") == 2


def test_funnels_are_lists_in_lists() -> None:
    crossfire = Options(layout=LayoutName.CROSSFIRE, sides=Sides.PRO)
    blocks = blocks_of(written(asked(), ".md", crossfire))
    items = [(each.level, each.marker, each.text) for each in blocks if each.kind is BlockKind.ITEM]
    assert items[:4] == [
        (1, "1.", "Closed to whom?"),
        (1, "1.", "Who comes?"),
        (2, "•", "Hoped for: Half."),
        (2, "1.", "How do you know?"),
    ]
    page = re.sub(r'<span class="marker">[^<]*</span> ', "", written(asked(), ".html", crossfire))
    assert "<li>Who comes?<ul><li><em>Hoped for: </em>Half.</li><li>How do you know?</li></ul></li>" in page
    indents = {
        each.text.strip(): each.paragraph_format.left_indent for each in word(asked(), crossfire).paragraphs
    }
    question, followup = indents["1.\tWho comes?"], indents["1.\tHow do you know?"]
    assert question is not None
    assert followup == 2 * question


def test_the_short_case_counts_what_it_leaves_out_and_names_doubts() -> None:
    claims = [argument(f"c{n}", "p2", PRO, f"Claim {n}", weight=n % 5 + 1) for n in range(8)]
    text = written(bridge().with_records(*claims), ".md", Options(layout=LayoutName.ONE_PAGE))
    assert "*Left out: 2 arguments*" in text
    assert text.index("Claim 4") < text.index("Claim 3") < text.index("Claim 7")
    lost = bridge().with_records(*(each.model_copy(update={"loose": True}) for each in bridge().all(Passage)))
    assert "Ruiz 24 (words not found)" in written(lost, ".txt", Options(layout=LayoutName.ONE_PAGE))
