# SPDX-License-Identifier: MIT
"""Cut cards in print: what is read aloud stands out, and nothing that is quoted is lost."""

from __future__ import annotations

import pytest
from tests.briefing.cases import bridge, rid
from tests.briefing.printed import page_texts, running

from dissoi.briefing.content import Proof
from dissoi.briefing.gather import brief_of
from dissoi.briefing.options import LayoutName, Options
from dissoi.briefing.outputs import make_output
from dissoi.briefing.pdf import make_brief
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.reading_aloud import Piece, mark_read

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


def test_other_forms_show_what_is_read_in_bold() -> None:
    markdown = make_output(cut(), ".md").decode()
    assert "**has lost 31 % of its section**" in markdown
    page = make_output(cut(), ".html").decode()
    assert "The north cable <strong>has lost 31 % of its section</strong>." in page
    text = " ".join(make_output(cut(), ".txt").decode().split())
    assert "The north cable has lost 31 % of its section." in text
