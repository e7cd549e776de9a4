# SPDX-License-Identifier: MIT
"""Cut cards in print: what is read aloud stands out, and nothing that is quoted is lost."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from pathlib import Path

import docx
import pytest
from tests.briefing.cases import bridge, evidence, rid
from tests.briefing.printed import page_texts, running

from dissoi.briefing.content import Proof
from dissoi.briefing.cutting import card_of
from dissoi.briefing.gather import brief_of
from dissoi.briefing.marks import RuleMark, TextMark
from dissoi.briefing.memory import Memory
from dissoi.briefing.options import LayoutName, Options, Sides
from dissoi.briefing.output import make_file
from dissoi.briefing.outputs import make_output
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.preview import Sheet, set_sheets
from dissoi.briefing.typesetting.pieces import Piece as Drawn
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.prose import Block, BlockKind, plain_block
from dissoi.dossier.reading_aloud import Piece, mark_read
from dissoi.dossier.records import Article, Evidence, EvidenceKind, Passage

GOLDEN = Path(__file__).parent / "golden"
QUOTATION = "The north cable has lost 31 % of its section. … “Nobody knows” how long it will hold."
ALOUD = "has lost 31 % of its section … “Nobody knows”"


def cut() -> Dossier:
    dossier = bridge()
    for words in ("has lost 31 % of its section", "“Nobody knows”"):
        start = QUOTATION.index(words)
        dossier = mark_read(rid("e1"), start, start + len(words)).run(dossier)
    return dossier


def proof_in(dossier: Dossier, layout: LayoutName = LayoutName.EVIDENCE) -> Proof:
    return brief_of(dossier, blocks_of, Options(layout=layout)).stands[0].pro[0].proofs[0]


def printed(dossier: Dossier, layout: LayoutName) -> str:
    return running(" ".join(page_texts(make_brief(dossier, Options(layout=layout)))))


def test_a_cut_quotation_comes_whole_with_what_is_read_aloud() -> None:
    proof = proof_in(cut())
    assert proof.words == QUOTATION
    assert proof.aloud == ALOUD
    assert proof.quoted[0] == Piece("‘", read=False)
    assert "".join(piece.text for piece in proof.quoted) == f"‘{QUOTATION}’"


def test_a_rule_between_the_paragraphs_of_a_quotation_is_nothing_left_out() -> None:
    blocks = (plain_block("One."), Block(kind=BlockKind.RULE), plain_block("Two."), plain_block("Three."))
    article = Article(id=rid("x"), blocks=blocks)
    whole, apart = [(0, len("One.\n\nTwo."))], [(0, 4), (article.starts[3], article.starts[3] + 6)]
    assert [block.text for block in card_of(article, whole)] == ["One.", "Two."]
    assert [block.text for block in card_of(article, apart)] == ["One.", "[…]", "Three."]


def test_a_card_tells_what_is_read_from_what_is_quoted_and_from_the_rest() -> None:
    spans = [span for block in proof_in(cut()).card for span in block.spans]
    assert [span.text for span in spans if span.bold] == ["has lost 31 % of its section", "“Nobody knows”"]
    assert [span.text for span in spans if span.italic] == [
        "The north cable ",
        ".",
        " how long it will hold.",
    ]
    whole = [span for block in proof_in(bridge()).card for span in block.spans]
    assert "".join(span.text for span in spans) == "".join(span.text for span in whole)
    assert not any(span.italic for span in whole)


def twice() -> Dossier:
    """An argument with two pieces of evidence of its own from one paragraph."""
    first = bridge().get(Evidence, rid("e1")).model_copy(update={"passages": (rid("section"),)})
    second = evidence("e9", "a1", "nobody", sort=EvidenceKind.STATISTIC)
    return bridge().with_records(first, second)


def test_quotations_of_an_argument_from_the_same_paragraphs_share_a_card() -> None:
    (proof,) = brief_of(twice(), blocks_of, Options(layout=LayoutName.EVIDENCE)).stands[0].pro[0].proofs
    assert proof.words == QUOTATION
    assert "".join(span.text for block in proof.card for span in block.spans if span.bold) == (
        "The north cable has lost 31 % of its section.“Nobody knows” how long it will hold."
    )
    start = len("The north cable ")
    part = mark_read(rid("e1"), start, start + len("has lost 31 %")).run(twice())
    (proof,) = brief_of(part, blocks_of, Options(layout=LayoutName.EVIDENCE)).stands[0].pro[0].proofs
    bold = [span.text for block in proof.card for span in block.spans if span.bold]
    assert bold == ["has lost 31 %", "“Nobody knows” how long it will hold."]
    assert proof.aloud == "has lost 31 % … “Nobody knows” how long it will hold."
    assert "2 cards" in printed(twice(), LayoutName.EVIDENCE)  # the other is of an answer


def test_quotations_of_another_kind_or_of_changed_words_have_a_card_of_their_own() -> None:
    other = twice().with_records(evidence("e9", "a1", "nobody", sort=EvidenceKind.EXAMPLE))
    text = printed(other, LayoutName.EVIDENCE)
    assert "It may fall (1 of 2)" in text
    assert "It may fall (2 of 2)" in text
    passage = twice().get(Passage, rid("nobody")).model_copy(update={"was": "Nobody knew"})
    assert "It may fall (2 of 2)" in printed(twice().with_records(passage), LayoutName.EVIDENCE)
    assert "of 2)" not in printed(twice(), LayoutName.EVIDENCE)


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.CARDS, LayoutName.BLOCKS])
def test_other_layouts_quote_each_for_itself(layout: LayoutName) -> None:
    assert len(brief_of(twice(), blocks_of, Options(layout=layout)).stands[0].pro[0].proofs) == 2


def test_evidence_says_what_its_marks_mean_only_where_cards_are_cut() -> None:
    assert "Large and bold: to be read aloud" in printed(cut(), LayoutName.EVIDENCE)
    assert "Large and bold" not in printed(bridge(), LayoutName.EVIDENCE)


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.LARGE_PRINT, LayoutName.EVIDENCE])
def test_what_is_read_at_a_desk_has_the_whole_quotation(layout: LayoutName) -> None:
    text = printed(cut(), layout)
    for words in ("The north cable has lost 31 % of its section.", "“Nobody knows” how long it will hold."):
        assert words in text


def test_a_card_in_the_hand_has_the_words_to_say() -> None:
    text = printed(cut(), LayoutName.CARDS)
    assert f"‘{ALOUD}’" in text
    assert QUOTATION not in text
    assert QUOTATION in printed(bridge(), LayoutName.CARDS)


def shown_of(sheet: Sheet, record: str) -> list[TextMark]:
    """The text that a page shows of a record, from the top down."""
    texts = [mark for mark in sheet.drawn if isinstance(mark, TextMark)]
    return [
        mark for mark in texts if sheet.record_at(sheet.left + mark.x + 1, sheet.top + mark.y - 1) == record
    ]


def look_of(piece: Drawn) -> str:
    return f"{piece.face.shaper.name} {piece.look.size:g}{' underlined' * piece.look.underline}"


def looks_in(layout: LayoutName) -> list[str]:
    """The lines that show the cut card, each stretch of one look with its look before it."""
    pages = set_sheets(cut(), Memory(), Options(layout=layout)).pages
    lines = []
    for sheet in pages:
        for _, marks in groupby(shown_of(sheet, "a1"), key=lambda mark: round(mark.y)):
            pieces = [piece for mark in marks for piece in mark.pieces]
            stretches = groupby(pieces, key=look_of)
            lines.append(
                " ".join(f"[{look}] {''.join(each.text for each in found)}" for look, found in stretches)
            )
    return lines


CARDS = (LayoutName.EVIDENCE, LayoutName.BRIEF, LayoutName.LARGE_PRINT, LayoutName.CARDS)


def test_cut_cards_look_as_agreed() -> None:
    """Made from what is drawn; what changed on purpose is written to the file again."""
    text = "\n".join(line.rstrip() for layout in CARDS for line in (f"--- {layout}", *looks_in(layout)))
    agreed = GOLDEN / "cut-cards.txt"
    assert f"{text}\n" == agreed.read_text(encoding="utf-8"), f"If it is wanted, write it to {agreed.name}."


def test_lines_lie_under_all_that_is_quoted_and_nothing_else() -> None:
    (sheet, *_) = set_sheets(cut(), Memory(), Options(layout=LayoutName.EVIDENCE)).pages
    rules = [mark for mark in sheet.drawn if isinstance(mark, RuleMark) and mark.y == mark.to_y]
    seen = set()
    for mark in shown_of(sheet, "a1"):
        x = mark.x
        for piece in mark.pieces:
            middle = x + piece.width / 2
            lined = any(rule.x <= middle <= rule.to_x and 1 < rule.y - mark.y < 2 for rule in rules)
            assert lined == piece.look.underline, piece.text
            seen.add(lined)
            x += piece.width
    assert seen == {True, False}


def test_word_files_have_what_is_read_in_bold_and_the_rest_plain() -> None:
    document = docx.Document(BytesIO(make_output(cut(), ".docx")))
    (quotation,) = [each for each in document.paragraphs if each.text == f"‘{QUOTATION}’"]
    assert quotation.style is not None
    assert quotation.style.name == "Quote"
    assert [run.text for run in quotation.runs if run.bold] == [
        "has lost 31 % of its section",
        "“Nobody knows”",
    ]
    assert not any(run.underline or run.italic for run in quotation.runs)
    (whole,) = [
        each
        for each in docx.Document(BytesIO(make_output(bridge(), ".docx"))).paragraphs
        if each.text == f"‘{QUOTATION}’"
    ]
    assert not any(run.bold for run in whole.runs)


def test_other_forms_show_what_is_read_in_bold() -> None:
    markdown = make_output(cut(), ".md").decode()
    assert "**has lost 31 % of its section**" in markdown
    page = make_output(cut(), ".html").decode()
    assert "The north cable <strong>has lost 31 % of its section</strong>." in page
    text = " ".join(make_output(cut(), ".txt").decode().split())
    assert "The north cable has lost 31 % of its section." in text


def card_runs(dossier: Dossier) -> list[tuple[str, bool, bool, float]]:
    """The runs of the first card of a Word file: words, underlined, highlighted, points."""
    made = make_output(dossier, ".docx", Options(layout=LayoutName.EVIDENCE))
    paragraphs = docx.Document(BytesIO(made)).paragraphs
    place = next(at for at, each in enumerate(paragraphs) if each.style and each.style.name == "Heading 4")
    return [
        (
            run.text,
            bool(run.style.font.underline),
            run.font.highlight_color is not None,
            (run.font.size or run.style.font.size).pt,
        )
        for run in paragraphs[place + 2].runs
    ]


def test_a_word_file_of_cards_has_tag_cite_and_marked_words() -> None:
    made = make_output(cut(), ".docx", Options(layout=LayoutName.EVIDENCE))
    paragraphs = docx.Document(BytesIO(made)).paragraphs
    ranks = [each.style.name for each in paragraphs if each.style and each.style.name.startswith("Heading")]
    assert ranks[:4] == ["Heading 1", "Heading 2", "Heading 3", "Heading 4"]
    card = proof_in(cut()).card
    assert "".join(text for text, *_ in card_runs(cut())) == card[0].text
    marked = {(lined, lit, size) for _, lined, lit, size in card_runs(cut())}
    assert marked == {(True, True, 11), (True, False, 11), (False, False, 8)}
    assert "".join(span.text for span in proof_in(cut()).full) in paragraphs[4].text


def test_the_cite_of_a_word_file_has_the_style_that_teams_look_for() -> None:
    made = docx.Document(BytesIO(make_output(cut(), ".docx", Options(layout=LayoutName.EVIDENCE))))
    (cited,) = [run for run in made.paragraphs[4].runs if run.style.name == "Style 13 pt Bold"]
    assert cited.text
    assert proof_in(cut()).cite.startswith(cited.text)
    ids = {each.style_id for each in made.styles}
    assert {"Style13ptBold", "StyleUnderline", "Heading4"} <= ids


def test_of_a_card_that_nobody_cut_all_that_is_quoted_is_read() -> None:
    assert {(lined, lit) for _, lined, lit, _ in card_runs(bridge())} == {(True, True), (False, False)}


def test_web_pages_and_markdown_of_cards_mark_the_words_too() -> None:
    cards = Options(layout=LayoutName.EVIDENCE)
    page = make_output(cut(), ".html", cards).decode()
    assert '<blockquote class="card">' in page
    assert "<strong>has lost 31 % of its section</strong>" in page
    assert "**has lost 31 % of its section**" in make_output(cut(), ".md", cards).decode()
    assert (
        "<strong>Half of our customers come over the bridge.</strong>"
        in make_output(bridge(), ".html", cards).decode()
    )


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_cards_of_one_side_hold_its_answers_to_the_other_side(ending: str) -> None:
    dossier = bridge().with_records(evidence("e9", "b1", "half"))
    options = Options(layout=LayoutName.EVIDENCE, sides=Sides.CON)
    made = make_file(dossier, ending, options)
    if ending == ".pdf":
        told = running(" ".join(page_texts(made)))
    else:
        told = " ".join(each.text for each in docx.Document(BytesIO(made)).paragraphs)
    assert "Inspectors watch it daily" in told
    assert "Half of our customers come over the bridge." in told
    assert "It may fall" not in told
