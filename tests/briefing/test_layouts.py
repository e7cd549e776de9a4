# SPDX-License-Identifier: MIT
"""Speaking cards and flow sheets: what stands on them, where, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.benchmarks.generated import generated_dossier
from tests.briefing.cases import CON, PRO, argument, bridge, position, question
from tests.briefing.printed import page_texts, sizes

from dissoi.briefing.options import LayoutName, Options
from dissoi.briefing.paper import A4, LETTER, Paper
from dissoi.briefing.pdf import make_brief
from dissoi.dossier.dossier import Dossier
from dissoi.storage.formats import load_formats
from dissoi.storage.settings import Layout

CARDS = Options(layout=LayoutName.CARDS)
FLOW = Options(layout=LayoutName.FLOW)


def words_of(pages: list[str]) -> str:
    return " ".join(" ".join(pages).split())


def size_of(brief: bytes) -> tuple[int, int]:
    ((wide, high),) = sizes(brief)
    return round(wide), round(high)


def test_settings_know_no_other_names() -> None:
    assert {each.value for each in Layout} <= {each.value for each in LayoutName}


@pytest.mark.parametrize("layout", LayoutName)
def test_the_same_dossier_gives_the_same_bytes(layout: LayoutName) -> None:
    first, second = (make_brief(bridge(), Options(layout=layout), made_on="2026-01-12") for _ in range(2))
    assert first == second


@pytest.mark.parametrize("layout", LayoutName)
def test_an_empty_dossier_can_be_printed(layout: LayoutName) -> None:
    assert page_texts(make_brief(Dossier(), Options(layout=layout)))


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
def test_cards_stand_four_to_a_sheet(paper: Paper) -> None:
    points = [argument(f"p{n}", "a", PRO, f"Claim {n}") for n in range(1, 6)]
    brief = make_brief(Dossier.of([question(), position("a"), *points]), CARDS, paper=paper)
    pages = page_texts(brief)
    assert [sum(f"Claim {n}" in words_of([page]) for n in range(1, 6)) for page in pages] == [4, 1]
    assert size_of(brief) == (round(paper.width), round(paper.height))


def test_a_card_says_why_what_proves_it_and_what_to_answer() -> None:
    text = words_of(page_texts(make_brief(bridge(), CARDS)))
    for part in ("+ PRO", "It may fall", "Because", "A cable is gone.", "Proof", "So what", "Lives."):
        assert part in text
    said = [
        text.index(part)
        for part in ("If they say", "Inspectors watch it daily", "Say ", "Watching does not hold it up")
    ]
    assert said == sorted(said)


def test_what_does_not_fit_on_a_card_goes_on_on_the_next() -> None:
    words = [f"word{n}" for n in range(600)]
    long = argument("b", "a", CON, "Long", reasoning=" ".join(words))
    pages = page_texts(make_brief(Dossier.of([question(), position("a"), long]), CARDS))
    text = words_of(pages)
    assert "continued" in text
    assert [word for word in text.split() if word.startswith("word")] == words


def test_every_claim_of_a_large_dossier_has_a_card() -> None:
    dossier = generated_dossier(60, 60)
    text = words_of(page_texts(make_brief(dossier, CARDS)))
    tops = [each for each in dossier.arguments if each.parent in {at.id for at in dossier.positions}]
    assert [each.claim for each in tops if " ".join(each.claim.split()) not in text] == []


def test_flow_sheets_lie_on_their_side_with_a_column_for_each_speech() -> None:
    debate = load_formats(Path("nowhere")).known["lincoln-douglas"]
    brief = make_brief(bridge(), FLOW, debate=debate)
    assert size_of(brief) == (round(A4.height), round(A4.width))
    pages = page_texts(brief)
    assert len(pages) == len(bridge().positions)
    for word in ("+ A", "− N", "± N asks A", "It may fall", "The east side depends on it"):
        assert word in words_of(pages[:1])


def test_times_of_questions_give_way_where_there_are_many_speeches() -> None:
    debate = load_formats(Path("nowhere")).known["policy-college"]
    page = page_texts(make_brief(bridge(), FLOW, debate=debate))[0]
    assert "asks" not in page
    assert page.count("+ ") == page.count("− ") == 4


def test_more_claims_than_a_sheet_holds_go_on_on_another() -> None:
    points = [argument(f"p{n:02}", "a", PRO, f"Claim {n}") for n in range(1, 14)]
    pages = page_texts(make_brief(Dossier.of([question(), position("a"), *points]), FLOW))
    assert len(pages) == 3
    assert all(f"Claim {n}" in words_of(pages) for n in range(1, 14))
