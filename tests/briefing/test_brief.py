# SPDX-License-Identifier: MIT
"""The brief as PDF, read back by another library than the one that wrote it."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from collections import Counter as Counting
from collections.abc import Callable, Hashable
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from reportlab import rl_config
from tests.benchmarks.generated import generated_dossier
from tests.briefing.cases import CON, LETTER, PRO, argument, bridge, deep, evidence, position, question, rid
from tests.briefing.printed import (
    bookmarks,
    characters,
    links,
    page_texts,
    properties,
    running,
    sizes,
    unembedded_fonts,
)
from tests.strategies import Counter, dossiers

from dissoi import resources
from dissoi.briefing.content import Occasion
from dissoi.briefing.desk import Desk, afresh
from dissoi.briefing.fonts import Fonts
from dissoi.briefing.front import Front
from dissoi.briefing.gather import brief_of
from dissoi.briefing.layout_brief import bookmark, headings_of
from dissoi.briefing.lines import Setter, tidy
from dissoi.briefing.options import LayoutName, Options, Section
from dissoi.briefing.paper import A4, A5, Format, Paper
from dissoi.briefing.paper import LETTER as LETTER_PAPER
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.styles import Type
from dissoi.dossier.citation import full_cite_parts, short_cite
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.records import Definition, Evidence, Passage, Side
from dissoi.exchange.interchange import dossier_from

Made = TypeVar("Made")
GOLDEN = Path(__file__).parent / "golden"
BROAD = Paper("broad", 2_000, 14_000)
"""So large that no text goes over from one page to the next."""
PAPERS = pytest.mark.parametrize("paper", [A4, LETTER_PAPER], ids=lambda paper: paper.name)


@cache
def sample() -> Dossier:
    return dossier_from(resources.sample_text(), Counter())


@cache
def sample_brief(paper: Paper = A4) -> bytes:
    return make_brief(sample(), paper=paper, occasion=Occasion(made_on="2026-01-12", made_by="Ann Lee"))


@cache
def generated_brief() -> bytes:
    return make_brief(generated_dossier(60, 60))


def body(brief: bytes) -> str:
    """All text but running heads and feet, which stand within what flows over pages."""
    texts = (re.sub(r"\nPage \d+ of \d+.*\Z", "", text, flags=re.DOTALL) for text in page_texts(brief))
    return running("\n".join(texts))


def wanted() -> list[str]:
    """Every text of the sample that a brief must have."""
    dossier = sample()
    texts = [dossier.question.text, *(each.statement for each in dossier.positions)]
    texts += [part for node in dossier.arguments for part in (node.claim, node.impact) if part]
    texts += [block.text for node in dossier.arguments for block in blocks_of(node.reasoning)]
    texts += [block.text for block in blocks_of(dossier.question.background)]
    texts += [part for each in dossier.definitions for part in (each.term, each.meaning)]
    holders = [holder for each in dossier.positions for holder in each.holders]
    texts += [part for holder in holders for part in (holder.name, holder.role)]
    for each in dossier.all(Evidence):
        texts += [dossier.quotation(each), short_cite(dossier.article_of(each))]
        texts += [value for name, value in full_cite_parts(dossier.article_of(each)) if name != "url"]
    return [running(text) for text in texts]


def test_every_word_of_the_sample_is_on_paper_to_the_letter() -> None:
    text = body(sample_brief(BROAD))
    assert len(wanted()) > 100
    assert not [each for each in wanted() if each not in text]


@PAPERS
def test_no_word_is_lost_between_pages(paper: Paper) -> None:
    asked = Counting(re.findall(r"\w+", " ".join(dict.fromkeys(wanted()))))
    given_words = Counting(re.findall(r"\w+", body(sample_brief(paper))))
    lacking = {word for word, times in asked.items() if given_words[word] < times}
    assert not lacking


@PAPERS
def test_pages_are_numbered_and_of_the_size_asked_for(paper: Paper) -> None:
    texts = page_texts(sample_brief(paper))
    told = [re.findall(r"Page (\d+) of (\d+)", text) for text in texts]
    assert told == [[(str(number), str(len(texts)))] for number in range(1, len(texts) + 1)]
    assert len(texts) % 2 == 0
    ((width, height),) = sizes(sample_brief(paper))
    assert (width, height) == pytest.approx((paper.width, paper.height), abs=0.1)


@PAPERS
def test_nothing_stands_outside_the_type_area_but_heads_and_feet(paper: Paper) -> None:
    layout = Format(paper)
    for page, char, (left, bottom, right, top) in characters(sample_brief(paper)):
        edge = layout.left(page)
        assert edge - 2 <= left, char
        assert right <= edge + layout.width + 2, char
        assert layout.bottom - 40 <= bottom, char
        assert top <= paper.height - layout.top + 40, char


def test_bookmarks_are_the_headings_and_lead_to_their_pages() -> None:
    texts = page_texts(sample_brief())
    marks = bookmarks(sample_brief())
    headings = list(headings_of(brief_of(sample(), blocks_of)))
    assert [(mark.level, mark.title) for mark in marks] == [(each.rank, bookmark(each)) for each in headings]
    for mark, heading in zip(marks, headings, strict=True):
        assert running(heading.title) in running(texts[mark.page - 1])


def test_the_contents_give_the_pages_of_the_headings() -> None:
    contents = running(page_texts(sample_brief())[1])
    for mark, heading in zip(
        bookmarks(sample_brief()), headings_of(brief_of(sample(), blocks_of)), strict=True
    ):
        if heading.key != "contents":
            assert f"{running(heading.title)} {mark.page}" in contents


def test_every_link_leads_somewhere() -> None:
    brief = make_brief(bridge())
    found = links(brief)
    assert all(place.page or place.uri for _, place in found)
    uris = {place.uri for _, place in found if place.uri}
    assert uris == {"https://example.org/steel?id=1&page=2", "https://example.org/m"}
    sources = next(mark.page for mark in bookmarks(brief) if mark.title == "Sources")
    inside = [(number, place.page) for number, place in found if not place.uri]
    assert sum(1 for number, target in inside if number > 2 and target == sources) == 4
    assert {target for number, target in inside if number == 2} == {
        mark.page for mark in bookmarks(brief)[1:]
    }


def test_fonts_are_embedded_and_no_other_is_named() -> None:
    assert unembedded_fonts(sample_brief()) == set()
    named = set(re.findall(rb"/BaseFont\s*/([\w+-]+)", sample_brief()))
    assert named
    assert all(re.fullmatch(rb"[A-Z]{6}\+(Source(Serif4|Sans3)|Noto\w+)-[\w-]+", name) for name in named)
    assert sample_brief().count(b"/FontFile2") == len(re.findall(rb"/Type\s*/FontDescriptor", sample_brief()))


def test_text_can_be_copied_as_it_was_written() -> None:
    text = "".join(page_texts(sample_brief()))
    odd = {
        char
        for char in text
        if "\ue000" <= char <= "\uf8ff" or "\ufb00" <= char <= "\ufb06" or char == "\ufffd"
    }
    assert not odd


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert make_brief(bridge(), occasion=Occasion(made_on="2026-01-12")) == make_brief(
        bridge(), occasion=Occasion(made_on="2026-01-12")
    )
    assert make_brief(bridge(), occasion=Occasion(made_on="2026-01-13")) != make_brief(
        bridge(), occasion=Occasion(made_on="2026-01-12")
    )


def test_properties_name_what_it_is() -> None:
    told = properties(sample_brief())
    assert told["Title"] == sample().question.text
    assert told["Author"] == "Ann Lee"
    assert told["Subject"] == f"Briefing: {sample().question.text}"
    assert told["Keywords"].startswith("debate, briefing, Ceasefire")
    assert told["CreationDate"] == "D:20260112"
    assert b"/Lang (en)" in sample_brief()


def test_the_text_of_a_small_brief_is_as_agreed() -> None:
    pages = page_texts(make_brief(bridge(), occasion=Occasion(made_on="2026-01-12", made_by="Ann Lee")))
    lines = [f"--- {number}\n{text.rstrip()}\n" for number, text in enumerate(pages, 1)]
    text = "\n".join(line.rstrip() for line in "".join(lines).splitlines()) + "\n"
    agreed = (GOLDEN / "bridge.txt").read_text(encoding="utf-8")
    assert text == agreed, "If the change is wanted, write the new text to golden/bridge.txt."


def test_pro_and_con_are_told_by_word_and_sign_on_every_page_of_a_position() -> None:
    texts = page_texts(generated_brief())
    marks = bookmarks(generated_brief())
    first = next(mark.page for mark in marks if mark.title.startswith("Position 1"))
    sources = next(mark.page for mark in marks if mark.title == "Sources")
    assert sources - first > 5
    for text in texts[first - 1 : sources - 1]:
        assert "+ PRO" in text
        assert "− CON" in text


def test_what_goes_on_from_the_page_before_says_so() -> None:
    assert re.search(r"[+−]\d+, continued", "".join(page_texts(generated_brief())))


def test_each_position_begins_on_a_page_of_its_own() -> None:
    pages = [mark.page for mark in bookmarks(generated_brief()) if mark.title.startswith("Position")]
    assert len(pages) == 4
    assert len(set(pages)) == 4


def test_markup_in_what_users_write_is_text() -> None:
    claim = 'An <img src="/etc/hostname"/> &amp; <a href="file:///etc/passwd">link</a> <font>&lt; </para>'
    bad = "[x](javascript:alert(1)) [y](file:///etc/passwd) <a href='https://evil.example'>z</a>"
    records: list[Record] = [
        question(claim, claim),
        position("p", claim),
        argument("a", "p", PRO, claim, reasoning=bad, impact=claim),
        argument("b", "a", CON, claim),
    ]
    brief = make_brief(Dossier.of(records), paper=BROAD)
    text = body(brief)
    # The background is Markdown, where &amp; is a way to write &.
    assert text.count(claim) == 10
    assert "<a href='https://evil.example'>z</a>" in text
    pages = [place.page for _, place in links(brief)]
    assert pages
    assert all(pages)
    assert b"/XObject" not in brief.replace(b"/XObject <<", b"")


def test_only_the_web_and_mail_are_linked_from_sources() -> None:
    for url, linked in (
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("https://example.org/ä b", "https://example.org/%C3%A4%20b"),
    ):
        letter = LETTER.model_copy(update={"url": url})
        brief = make_brief(bridge().with_records(letter))
        assert url in body(brief)
        uris = {place.uri for _, place in links(brief)}
        assert uris == {"", "https://example.org/steel?id=1&page=2", "https://example.org/m", linked}


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x1b",
        "\ud800 half",
        "😀 👩‍👩‍👧 🇺🇦",
        "שלום עולם",
        "السلام عليكم",
        "中文字符",
        "\u202eabc",
        "W" * 5_000,
        "a b " * 2_000,
    ],
    ids=["controls", "half", "emoji", "hebrew", "arabic", "chinese", "override", "word", "words"],
)
def test_any_text_can_be_set_anywhere(text: str) -> None:
    records: list[Record] = [
        question(text, text),
        Definition(id=rid("d"), term=text[:400], meaning=text[:400]),
        position("p", text[:2000]),
        argument("a", "p", PRO, text, reasoning=text, impact=text),
        argument("b", "a", CON, text),
    ]
    brief = make_brief(Dossier.of(records))
    whole = "".join(page_texts(brief))
    for char in set(tidy(text)) - {"\u202e", "\u200d"}:
        assert char in whole or "□" in whole
    layout = Format(A4)
    for page, _, (left, _, right, _) in islice(characters(brief), 5_000):
        assert layout.left(page) - 2 <= left
        assert right <= layout.left(page) + layout.width + 3


def test_a_word_of_fifty_thousand_letters_breaks() -> None:
    brief = make_brief(
        Dossier.of(
            [question(), position("p", "Yes"), argument("a", "p", PRO, "Claim", reasoning="W" * 50_000)]
        )
    )
    layout = Format(A4)
    rights = [right - layout.left(page) for page, char, (_, _, right, _) in characters(brief) if char == "W"]
    assert len(rights) >= 50_000
    assert max(rights) <= layout.column + 1


def test_an_empty_dossier_says_what_is_missing() -> None:
    text = body(make_brief(Dossier()))
    for told in (
        "No question yet",
        "No positions yet.",
        "No sources yet.",
    ):
        assert told in text


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.LARGE_PRINT])
def test_without_background_nothing_is_said_of_it(layout: LayoutName) -> None:
    for background in ("", "It fell once."):
        dossier = Dossier.of([question(background=background), position("p", "Close it")])
        text = " ".join(page_texts(make_brief(dossier, Options(layout=layout))))
        assert ("Background" in text) is bool(background)
    only = make_brief(Dossier.of([question()]), Options(layout=layout, sections=(Section.BACKGROUND,)))
    assert "Should the bridge be closed?" in page_texts(only)[0]


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.LARGE_PRINT])
def test_without_terms_there_are_no_definitions(layout: LayoutName) -> None:
    term = Definition(id=rid("d"), term="Closed", meaning="Open to nobody.")
    for dossier in (Dossier.of([question()]), Dossier.of([question(), term])):
        text = " ".join(page_texts(make_brief(dossier, Options(layout=layout))))
        assert ("Definitions" in text) is bool(dossier.definitions)


def test_a_question_alone_makes_a_brief() -> None:
    brief = make_brief(Dossier.of([question("Is it?")]))
    assert properties(brief)["Title"] == "Is it?"
    assert [mark.title for mark in bookmarks(brief)][-2:] == ["Sources", "Notes"]


def test_gaps_are_shown() -> None:
    text = body(make_brief(bridge()))
    for told in (
        "No arguments for this position yet.",
        "No arguments against this position yet.",
        "Not given: author, author’s credentials, date.",
        "Nobody named yet for position 2.",
        "Also read",
    ):
        assert told in text


def test_words_no_longer_in_the_article_are_marked() -> None:
    dossier = bridge()
    lost = dossier.get(Passage, rid("half")).model_copy(update={"exact": "x" * 43})
    assert "These words are not in the article as it stands." in body(make_brief(dossier.with_records(lost)))


def test_words_with_quotation_marks_of_their_own_stand_in_single_ones() -> None:
    text = body(make_brief(bridge().with_records(evidence("e4", "a2", "half"))))
    assert "‘“Nobody knows” how long it will hold.’" in text
    assert "“Half of our customers come over the bridge.”" in text


def test_answers_nest_to_any_depth_and_keep_room() -> None:
    brief = make_brief(deep(200))
    text = body(brief)
    for number in range(1, 201):
        assert re.search(f"Answer number {number} (?:answers \\S+ )?●●●○○ For this reason\\.", text)
    layout = Format(A4)
    lefts = [left for page, char, (left, *_) in characters(brief) if char == "F" and page > 4]
    column = layout.left(2) + layout.column
    assert max(left for left in lefts if left < column) < layout.left(1) + layout.column * 0.6


def test_many_positions_are_counted_on_the_title_page_and_all_in_the_contents() -> None:
    stands = [position(f"p{n:03}", f"Statement {n} of many") for n in range(1, 81)]
    brief = make_brief(Dossier.of([question(), *stands]))
    texts = page_texts(brief)
    assert "Statement 1 of many" in texts[0]
    more = re.search(r"and (\d+) more positions", texts[0])
    assert more is not None
    assert texts[0].count("of many") + int(more[1]) == 80
    assert "Contents" not in texts[0]
    listed = "".join(texts[1:6])
    assert all(f"Statement {n} of many" in listed for n in range(1, 81))


def test_the_title_page_sets_few_of_the_positions_that_it_has_no_room_for() -> None:
    set_: Counting[Hashable] = Counting()

    def counted(name: Hashable, given: object, make: Callable[[], Made]) -> Made:
        set_[name] += 1
        return afresh(name, given, make)

    claims = [argument(f"{n}{side}", f"p{n:03}", side, "A claim") for n in range(1, 201) for side in Side]
    stands = [position(f"p{n:03}", f"Statement {n} of many") for n in range(1, 201)]
    brief = brief_of(Dossier.of([question(), *stands, *claims]), blocks_of)
    desk = Desk(Setter(), Type(Fonts(resources.fonts())), Format(A4), recalling=counted)
    Front(desk).title(brief)
    assert 10 < len(set_) < 50
    assert max(set_.values()) == 1


@pytest.mark.parametrize("paper", [A4, LETTER_PAPER, A5])
@pytest.mark.parametrize("points", [1, 2, 5, 9])
def test_claims_that_have_no_room_on_the_title_page_are_counted_there(paper: Paper, points: int) -> None:
    arguments = [
        argument(f"{stand}{side}{n}", stand, side, f"Claim number {n} of this side is one of some length")
        for stand in "abcd"
        for side in Side
        for n in range(1, points + 1)
    ]
    stands = [position(stand, f"Statement {stand}") for stand in "abcd"]
    first, second, *_ = page_texts(make_brief(Dossier.of([question(), *stands, *arguments]), paper=paper))
    assert second.startswith("Contents")
    for side in Side:
        told = re.findall(rf"(\d+) {side}\b", running(first))
        sign = "+" if side is Side.PRO else "−"
        assert running(first).count(f"{sign}1 Claim") == 4
        assert len(re.findall(rf"\{sign}\d Claim", running(first))) + sum(map(int, told)) == 4 * points


def test_a_very_long_question_keeps_to_the_title_page() -> None:
    brief = make_brief(Dossier.of([question("Should we do this? " * 400), position("p", "Yes")]))
    texts = page_texts(brief)
    assert "POSITION 1" in texts[0]
    assert "…" in texts[0]
    assert texts[1].strip().startswith("Contents")
    assert running(texts[2]).count("Should we do this?") > 100


def test_pages_are_told_as_they_are_made() -> None:
    told: list[int] = []
    brief = make_brief(bridge(), on_page=told.append)
    pages = len(page_texts(brief))
    written = [number for number in told if number]
    assert written == list(range(1, pages + 1))
    assert told[0] == 0
    assert told.count(0) >= pages


class _StopError(Exception):
    pass


@pytest.mark.parametrize("at", [0, 3])
def test_making_can_be_stopped(at: int) -> None:
    def stop(page: int) -> None:
        if page == at:
            raise _StopError

    with pytest.raises(_StopError):
        make_brief(bridge(), on_page=stop)
    assert gc.isenabled()


def test_reportlab_is_not_loaded_before_a_brief_is_made() -> None:
    program = "import sys, dissoi.briefing.pdf; print('reportlab' in sys.modules, 'markdown' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]


@settings(max_examples=25)
@given(dossiers())
def test_any_dossier_makes_a_brief_without_dead_ends(dossier: Dossier) -> None:
    brief = make_brief(dossier)
    assert len(bookmarks(brief)) == len(list(headings_of(brief_of(dossier, blocks_of))))
    assert all(place.page or place.uri for _, place in links(brief))


@pytest.mark.parametrize("setting", [0, 1])
def test_settings_that_other_documents_share_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, setting: int
) -> None:
    monkeypatch.setattr(rl_config, "useA85", setting)
    seen: set[int] = set()
    brief = make_brief(
        bridge(), occasion=Occasion(made_on="2025-01-01"), on_page=lambda _: seen.add(rl_config.useA85)
    )
    assert seen == {setting}
    assert b"ASCII85" not in brief
