# SPDX-License-Identifier: MIT
"""Blocks and crossfire on paper: what stays together, and what leads where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

import pytest
from tests.briefing.cases import CON, PRO, REPORT, argument, bridge, evidence, position, question, rid
from tests.briefing.printed import characters, links, opened, page_texts
from tests.briefing.standard import faults
from tests.briefing.tagged import structure

from dissoi.briefing.marks import RuleMark, TextMark
from dissoi.briefing.memory import Memory
from dissoi.briefing.options import LayoutName, Options, PaperName, Section, Sides, fitting
from dissoi.briefing.pages import Column, Press
from dissoi.briefing.paper import A5, page_format
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.preview import set_sheets
from dissoi.briefing.rows import Row
from dissoi.briefing.structure import Part, Role
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.passages import quoted
from dissoi.dossier.records import CrossQuestion, Holder


def attacked(claim: str) -> Dossier:
    """An argument of ours that quotes two passages, with an attack that is answered and one that is not."""
    passages = [
        quoted(REPORT, "The north cable has lost 31 % of its section.", rid("section")),
        quoted(REPORT, "“Nobody knows” how long it will hold.", rid("nobody")),
    ]
    records: list[Record] = [
        question(),
        REPORT,
        *passages,
        position("p", "Close it"),
        argument("a", "p", PRO, claim),
        evidence("e1", "a", "section"),
        evidence("e2", "a", "nobody"),
        argument("b", "a", CON, claim),
        argument("c", "p", CON, claim),
        argument("d", "c", CON, "Our answer"),
    ]
    return Dossier.of(records)


def small_pages_of(layout: LayoutName) -> Iterator[str]:
    """The pages of dossiers whose claims are longer and longer, so that each line once begins a page."""
    for words in range(1, 180, 3):
        options = Options(layout=layout, paper=PaperName.A5, sides=Sides.PRO, notes=False)
        yield from page_texts(make_brief(attacked("Word " * words), fitting(options)))


@pytest.mark.parametrize(
    ("layout", "label", "before"),
    [
        (LayoutName.CROSSFIRE, "LEADS TO", "PROBABILITY"),
        (LayoutName.BLOCKS, "NO ANSWER YET", "how long it will hold"),
        (LayoutName.BLOCKS, "ALSO", "Our answer"),
    ],
)
def test_no_label_begins_a_page_apart_from_what_it_belongs_to(
    layout: LayoutName, label: str, before: str
) -> None:
    pages = [page for page in small_pages_of(layout) if label in page]
    assert pages
    assert all(before in page.partition(label)[0] for page in pages)


@pytest.mark.parametrize(
    ("layout", "led"),
    [
        (LayoutName.BLOCKS, ["They may add +1.1.2", "supports their +1.1 ", "They may add +1.1.2.1"]),
        (LayoutName.CROSSFIRE, ["They may add +1.1.2", "They may add +1.1.2.1", "supports their +1.1 "]),
    ],
)
def test_what_is_told_of_an_attack_leads_to_the_other_that_it_names(
    layout: LayoutName, led: list[str]
) -> None:
    records: list[Record] = [
        argument("f", "b1", PRO, "They have new instruments"),
        argument("g", "f", PRO, "And new inspectors"),
        argument("h", "f", CON, "None of them sees within"),
        argument("i", "g", CON, "They are as blind"),
    ]
    options = Options(layout=layout, sides=Sides.PRO, notes=False, sections=())
    made = make_brief(bridge().with_records(*records), options)
    told = [link.told for each in structure(made).every("Link") for link in each.links if not link.address]
    told = [each for each in told if "[" not in each]
    assert all(any(each.startswith(start) for each in told) for start in led), told


@pytest.mark.parametrize("layout", [LayoutName.BLOCKS, LayoutName.CROSSFIRE])
def test_lines_that_name_what_has_no_block_lead_nowhere_and_are_read_all_the_same(layout: LayoutName) -> None:
    records = [argument("f", "b1", PRO, "They have new instruments")]
    made = make_brief(bridge().with_records(*records), Options(layout=layout, sides=Sides.PRO))
    assert "They may add +1.1.2: They have new instruments" in " ".join(" ".join(page_texts(made)).split())
    assert all(place.page or place.uri for _, place in links(made))
    assert list(faults(made)) == []


def of_words(count: int) -> Dossier:
    """Arguments that face each other, of which the reasons of the last are so many words."""
    points = [
        argument(f"{side}{place}", "p", side, "A claim", reasoning="Why not so. " * 12, impact="Much.")
        for side in (PRO, CON)
        for place in range(4)
    ]
    last = [argument(f"{side}9", "p", side, "A claim", reasoning="word " * count) for side in (PRO, CON)]
    return Dossier.of([question(), position("p", "Close it"), *points, *last])


def test_a_few_last_lines_have_no_page_to_themselves() -> None:
    options = Options(sections=(Section.ARGUMENTS,), notes=False)
    counts = []
    for words in range(2, 120, 4):
        _, *further = page_texts(make_brief(of_words(words), options))
        counts.append([page.count("word") for page in further])
    assert [] in counts
    assert counts[-1] != []
    # Either side has as many; fewer than four lines are let onto the page before.
    assert min(sum(each) for each in counts if each) >= 2 * 4 * 7


def test_no_tab_of_a_side_stands_at_the_foot_of_a_page_without_an_argument() -> None:
    options = Options(paper=PaperName.A5, sections=(Section.ARGUMENTS,), notes=False)
    turned = 0
    for words in range(170, 260, 6):
        sides = (
            argument("a", "p", PRO, "It may fall", reasoning="word " * words),
            argument("c", "p", CON, "claim " * 60, reasoning="Why not so. " * 30),
        )
        made = make_brief(Dossier.of([question(), position("p", "Close it"), *sides]), options)
        pages = [page for page in page_texts(made) if "− CON" in page]
        assert all("claim" in page or "Why" in page for page in pages)
        turned += "word" not in pages[0]
    assert turned


def test_the_head_of_a_column_that_begins_on_a_later_page_is_read_once() -> None:
    layout, head = page_format(A5), TextMark(0, 10, (), Part(Role.H2))
    press = Press(layout, lambda: None)
    press.turn()
    short, high = [Row(10)] * 100, [Row(layout.height - 10)]
    press.space(30)
    press.face([Column(rows, lambda _: [Row(10, marks=(head,))], lambda _: []) for rows in (short, high)])
    drawn = [mark for page in press.pages for mark in page.marks if isinstance(mark, TextMark)]
    assert len(press.pages) > 1
    assert sum(mark.part is head.part for mark in drawn) == 2


@pytest.mark.parametrize(
    ("layout", "sizes_of_type"),
    [
        (LayoutName.BRIEF, (20.0, 16.0, 13.0)),
        (LayoutName.BLOCKS, (15.0, 15.0, 12.5)),
        (LayoutName.LARGE_PRINT, (22.0, 17.0, 17.0)),
    ],
)
def test_a_position_of_many_words_is_set_smaller(
    layout: LayoutName, sizes_of_type: tuple[float, ...]
) -> None:
    found = []
    for words in (6, 17, 80):
        dossier = Dossier.of([question(), position("p", "Statement " * words), argument("a", "p", CON, "No")])
        sheets = set_sheets(dossier, Memory(), Options(layout=layout, notes=False))
        marks = [mark for page in sheets.pages for mark in page.drawn if isinstance(mark, TextMark)]
        pieces = [piece for mark in marks for piece in mark.pieces if piece.text.startswith("Statement")]
        found.append(max(piece.look.size for piece in pieces))
    assert tuple(found) == sizes_of_type


def test_no_page_of_the_contents_has_only_what_stands_behind_the_positions() -> None:
    for count in range(8, 90):
        points = [argument(f"a{n:02}", "p", PRO, "A claim") for n in range(count)]
        sections = (Section.CONTENTS, Section.ARGUMENTS, Section.SOURCES)
        dossier = Dossier.of([question(), position("p", "Close it"), *points])
        pages = page_texts(make_brief(dossier, Options(sections=sections, paper=PaperName.A5)))
        (*_, last) = takewhile(lambda page: "Weight" not in page, pages)
        assert "A claim" in last, count


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.LARGE_PRINT])
def test_positions_that_nobody_is_named_for_are_named_together(layout: LayoutName) -> None:
    def told(*held: bool) -> str:
        stands = [
            position(f"p{n}", f"Statement {n}", *([Holder(name="Ann")] if each else []))
            for n, each in enumerate(held, 1)
        ]
        options = Options(layout=layout, sections=(Section.HOLDERS,), notes=False)
        return " ".join(" ".join(page_texts(make_brief(Dossier.of([question(), *stands]), options))).split())

    assert "Nobody named yet for positions 1, 3 and 4." in told(False, True, False, False)
    assert "Nobody named yet for position 2." in told(True, False)
    assert "Nobody named yet." in told(False, False)
    assert "Nobody" not in told(True, True)
    assert "Statement 2" in told(False, True)
    assert "Statement 1" not in told(False, True)


def test_blocks_are_ruled_off_from_those_above_them_and_not_from_the_running_head() -> None:
    attacks = [argument(f"a{n:02}", "p", CON, f"Attack {n}") for n in range(20)]
    dossier = Dossier.of([question(), position("p", "Close it"), *attacks])
    options = Options(layout=LayoutName.BLOCKS, sides=Sides.PRO, sections=(), notes=False)
    sheets = set_sheets(dossier, Memory(), options)
    rules = [
        [round(mark.y) for mark in page.drawn if isinstance(mark, RuleMark) and mark.weight == 1]
        for page in sheets.pages
    ]
    rules = [ys for ys in rules if ys]
    assert len(rules) > 2
    # The first block of a page has none, neither under the tab of its side nor under the running head.
    assert sum(map(len, rules)) == len(attacks) - len(rules)
    assert all(y > 20 for ys in rules for y in ys)


@pytest.mark.parametrize(
    "layout", [each for each in LayoutName if each not in {LayoutName.FLOW, LayoutName.EVIDENCE}]
)
def test_what_is_read_from_the_right_has_its_last_mark_at_its_left_behind_words_of_ours(
    layout: LayoutName,
) -> None:
    said = "זה עולה כסף!"
    records: list[Record] = [
        question(),
        position("p", "Close it"),
        argument("a", "p", PRO, "A claim", impact=said),
        argument("b", "a", CON, "An attack", impact=said),
        argument("c", "b", CON, "An answer", impact=said),
        CrossQuestion(id=rid("q"), about=rid("b"), question="Why?", hoped=said, order="1"),
    ]
    sheets = set_sheets(Dossier.of(records), Memory(), Options(layout=layout))
    lines = [mark.pieces for page in sheets.pages for mark in page.drawn if isinstance(mark, TextMark)]
    marks = [piece for line in lines for piece in line if "!" in piece.text]
    assert marks
    assert all(piece.leftwards for piece in marks)


def test_blocks_stand_closer_where_that_saves_a_page_that_would_hold_little() -> None:
    options = Options(layout=LayoutName.BLOCKS, sides=Sides.PRO, sections=(), notes=False)
    found = []
    for words in range(1, 160, 3):
        claims = [f"Attack {n}" for n in range(4)] + ["word " * words]
        attacks = [argument(f"a{n}", "p", CON, claim) for n, claim in enumerate(claims)]
        dossier = Dossier.of([question(), position("p", "Close it"), *attacks])
        pages = set_sheets(dossier, Memory(), options).pages
        first, second, *_ = (
            mark.y for mark in pages[0].drawn if isinstance(mark, RuleMark) and mark.weight == 1
        )
        found.append((len(pages), round(second - first)))
    told = [each for each, _ in groupby(found)]
    (far, close, divided) = told
    assert far[0] == close[0] == divided[0] - 1
    assert close[1] == far[1] - 8
    assert divided[1] == far[1]


@pytest.mark.parametrize("claim", ["", "A claim"])
def test_no_claim_ends_a_page_apart_from_what_carries_it(claim: str) -> None:
    options = Options(sections=(Section.ARGUMENTS,), notes=False)
    told = claim or "No claim yet."
    for words in range(300, 420, 3):
        points = [
            argument("a", "p", PRO, "First", reasoning="word " * words),
            argument("b", "a", CON, claim, reasoning="Reason " * 30),
        ]
        pages = page_texts(make_brief(Dossier.of([question(), position("p", "Close it"), *points]), options))
        (page,) = (each for each in pages if told in each)
        assert "Reason" in page.partition(told)[2], words


@pytest.mark.parametrize("paper", [PaperName.A4, PaperName.A5])
@pytest.mark.parametrize("layout", [LayoutName.BLOCKS, LayoutName.CROSSFIRE, LayoutName.EVIDENCE])
def test_bookmarks_of_arguments_lead_above_their_numbers(layout: LayoutName, paper: PaperName) -> None:
    brief = make_brief(bridge(), fitting(Options(layout=layout, paper=paper)))
    signs = [(page, char, top) for page, char, (_, _, _, top) in characters(brief) if char in "+−"]
    with opened(brief) as pdf:
        marks = [(each.get_title(), each.get_dest()) for each in pdf.get_toc()]
        numbered = [
            (title, dest.get_index() + 1, dest.get_view()[1][1]) for title, dest in marks if title[0] in "+−"
        ]
    assert numbered
    for title, page, height in numbered:
        tops = [top for number, sign, top in signs if (number, sign) == (page, title[0])]
        assert any(height - 20 < top <= height for top in tops), title
