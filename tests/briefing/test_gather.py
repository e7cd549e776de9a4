# SPDX-License-Identifier: MIT
"""What goes into a brief."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.briefing.cases import CON, PRO, REPORT, UNUSED, bridge, deep, rid
from tests.strategies import dossiers

from dissoi.briefing.content import Brief, Occasion, Point, Source
from dissoi.briefing.gather import brief_of
from dissoi.briefing.options import Options
from dissoi.dossier.cite_styles import CiteStyle, full_cite_spans
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.prose import plain_text
from dissoi.dossier.records import Article, ArticleKind, Definition, Passage, RecordId, Stance


def made(dossier: Dossier) -> Brief:
    return brief_of(dossier, blocks_of, occasion=Occasion(made_on="2026-01-12", made_by="Ann"))


def title_of(source: Source) -> str:
    return next(span.text for span in source.cite if span.italic)


def points(brief: Brief) -> list[Point]:
    return [point for stand in brief.stands for point in (*stand.pro, *stand.con)]


def test_arguments_come_with_their_numbers_depths_and_parts() -> None:
    first, second = made(bridge()).stands
    assert [(p.number, p.depth, p.side, p.claim) for p in first.pro] == [
        ("+1", 0, PRO, "It may fall"),
        ("+1.1", 1, CON, "Inspectors watch it daily"),
        ("+1.1.1", 2, PRO, "Watching does not hold it up"),
        ("+1.2", 1, PRO, "The other cable is as old"),
        ("+2", 0, PRO, "Repair is cheaper when empty"),
    ]
    assert [p.relation for p in first.pro] == [PRO, CON, CON, PRO, PRO]
    assert [(p.number, p.claim) for p in first.con] == [("−1", "The east side depends on it")]
    assert (first.number, second.number, second.pro, second.con) == ("1", "2", (), ())
    assert plain_text(first.pro[0].reasoning) == "A cable is gone."
    assert (first.pro[0].impact, first.pro[0].weight) == ("Lives.", 5)


def test_quotations_are_exact_and_joined_by_an_ellipsis() -> None:
    proof = made(bridge()).stands[0].pro[0].proofs[0]
    assert proof.words == (
        "The north cable has lost 31 % of its section. … “Nobody knows” how long it will hold."
    )
    assert (proof.cite, proof.publisher, proof.sort, proof.found) == (
        "Ruiz 24",
        "City Works",
        "statistic",
        True,
    )


def test_sources_are_numbered_as_they_are_first_used() -> None:
    brief = made(bridge())
    # The traders' letter shows who holds the position, before anything is quoted.
    assert [(source.number, title_of(source)) for source in brief.sources] == [
        (1, "We need the road"),
        (2, "Steel and salt"),
    ]
    assert [proof.source for point in points(brief) for proof in point.proofs] == [2, 2, 1]
    assert [(each.name, each.stance, each.source) for each in brief.stands[0].holders] == [
        ("Mayor Okoye", Stance.FOR, 1),
        ("Ferry Street Traders", Stance.AGAINST, None),
    ]
    assert [title_of(source) for source in brief.also_read] == ["Bridges of the north"]


def test_what_is_missing_is_named() -> None:
    brief = made(bridge())
    assert brief.sources[0].lacking == ("author", "author’s credentials", "date")
    assert brief.sources[1].lacking == ()


def test_words_that_the_article_no_longer_has_are_known() -> None:
    dossier = bridge()
    lost = dossier.get(Passage, rid("half")).model_copy(update={"exact": "x" * 43})
    con = made(dossier.with_records(lost)).stands[0].con
    assert not con[0].proofs[0].found


def test_the_weightiest_come_first() -> None:
    dossier = bridge()
    light = dossier.with_records(dossier.arguments[0].model_copy(update={"weight": 1}))
    stand = made(light).stands[0]
    assert [point.number for point in stand.weightiest(PRO, 2)] == ["+2", "+1"]
    assert [point.number for point in stand.weightiest(PRO, 1)] == ["+2"]


def test_an_empty_dossier_has_an_empty_brief() -> None:
    brief = brief_of(Dossier(), blocks_of)
    assert brief == Brief(question="", background=(), terms=(), stands=(), sources=())


def test_depth_knows_no_end() -> None:
    last = made(deep(300)).stands[0].pro[-1]
    assert (last.depth, last.claim) == (300, "Answer number 300")


@given(dossiers())
def test_numbers_are_the_dossiers_and_nothing_is_left_out(dossier: Dossier) -> None:
    brief = made(dossier)
    assert [(p.number, p.claim) for p in points(brief)] == [
        (dossier.number_of(node.id), node.claim.strip()) for node in dossier.arguments
    ]
    assert [s.number for s in brief.stands] == [dossier.number_of(p.id) for p in dossier.positions]
    numbers = [source.number for source in brief.sources]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(brief.sources) + len(brief.also_read) == len(list(dossier.all(Article)))
    used = [proof.source for point in points(brief) for proof in point.proofs]
    used += [held.source for stand in brief.stands for held in stand.holders if held.source]
    assert set(used) == set(numbers)


def test_a_meaning_is_read_as_markdown() -> None:
    dossier = Dossier.of([Definition(id=RecordId("d"), term="Truce", meaning="A *pause*.", order="1")])
    (term,) = brief_of(dossier, blocks_of).terms
    assert [span.italic for span in term.meaning[0].spans] == [False, True, False]


def test_cites_that_would_be_the_same_have_letters() -> None:
    twin = UNUSED.model_copy(update={"authors": REPORT.authors, "published": "2024"})
    brief = made(bridge().with_records(twin))
    assert brief.stands[0].pro[0].proofs[0].cite == "Ruiz 24b"
    assert "".join(span.text for span in brief.also_read[0].cite).startswith("Ruiz 24a: ")


@pytest.mark.parametrize("style", CiteStyle)
def test_sources_are_cited_in_the_style_asked_for(style: CiteStyle) -> None:
    brief = brief_of(bridge(), blocks_of, Options(cites=style))
    assert brief.sources[1].cite == full_cite_spans(REPORT, style)
    assert brief.stands[0].pro[0].proofs[0].full == full_cite_spans(REPORT, style)


def test_beside_the_cite_of_a_chapter_stands_its_book() -> None:
    chapter = REPORT.model_copy(update={"sort": ArticleKind.CHAPTER, "container": "Bridges of the Bay"})
    brief = made(bridge().with_records(chapter))
    assert brief.stands[0].pro[0].proofs[0].publisher == "Bridges of the Bay"
