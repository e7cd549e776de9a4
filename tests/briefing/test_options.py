# SPDX-License-Identifier: MIT
"""What can be chosen about a brief, and what comes of it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest
from tests.briefing.cases import CON, PRO, argument, bridge, position, question, rid
from tests.briefing.printed import bookmarks, characters, colours, links, page_texts, running, sizes
from tests.strategies import Counter

from dissoi import resources
from dissoi.briefing.booklet import sides_of_sheets
from dissoi.briefing.content import Occasion
from dissoi.briefing.options import (
    DESCRIPTIONS,
    ENDINGS,
    PDF,
    Choice,
    LayoutName,
    Options,
    OptionsError,
    PaperName,
    Section,
    Sides,
    checked,
    fitting,
    positions_named,
    sections_of,
    understood,
)
from dissoi.briefing.output import make_file
from dissoi.briefing.paper import A4
from dissoi.briefing.pdf import make_brief
from dissoi.dossier.dossier import Dossier
from dissoi.exchange.interchange import dossier_from
from dissoi.reasoning.wording import Lacking
from dissoi.storage.formats import debate_of

OTHERS = [ending for ending in ENDINGS if ending != PDF]


def printed(options: Options, dossier: Dossier | None = None) -> str:
    return " ".join(" ".join(page_texts(make_brief(dossier or bridge(), options))).split())


def titles(*sections: Section, notes: bool = False) -> list[str]:
    options = Options(sections=sections, notes=notes)
    return [mark.title for mark in bookmarks(make_brief(bridge(), options)) if not mark.level]


@pytest.mark.parametrize("layout", LayoutName)
def test_every_layout_has_a_line_and_choices_of_its_own(layout: LayoutName) -> None:
    assert DESCRIPTIONS[layout]
    assert understood(layout) <= set(Choice)
    assert (Choice.SECTIONS in understood(layout)) == bool(sections_of(layout))


def test_sections_stand_in_the_order_asked_for() -> None:
    found = titles(Section.SOURCES, Section.ARGUMENTS, Section.DEFINITIONS)
    assert found == [
        "Sources",
        "Position 1: Close it now",
        "Position 2: Close it at night",
        "The question",
    ]
    assert titles(Section.ARGUMENTS, notes=True)[-1] == "Notes"


def test_what_stands_apart_from_the_question_is_no_part_of_the_position_before_it() -> None:
    found = titles(Section.HOLDERS, Section.ARGUMENTS, Section.BACKGROUND)
    assert found == [
        "The question",
        "Position 1: Close it now",
        "Position 2: Close it at night",
        "Background",
    ]


def test_contents_tell_the_right_pages_wherever_they_stand() -> None:
    sections = (Section.SOURCES, Section.CONTENTS, Section.BACKGROUND, Section.ARGUMENTS)
    brief = make_brief(bridge(), Options(sections=sections))
    texts = page_texts(brief)
    pages = {mark.title: mark.page for mark in bookmarks(brief)}
    assert pages["Contents"] == 2
    (told,) = [text for text in texts if "POSITION 1" in text and text.startswith("Contents")]
    listed = re.findall(r"^(.+) (\d+)$", told.partition("\nPage ")[0], re.MULTILINE)
    named = [(title.replace(":", "").upper(), str(page)) for title, page in pages.items()]
    assert [(title.upper(), page) for title, page in listed] == [
        (title, page) for title, page in named if title != "CONTENTS"
    ]
    for mark in bookmarks(brief):
        if mark.level == 0 and mark.title.startswith("Position"):
            assert mark.title.partition(": ")[2] in texts[mark.page - 1]


def test_links_to_what_is_left_out_are_left_out() -> None:
    brief = make_brief(bridge(), Options(sections=(Section.CASE, Section.HOLDERS)))
    assert "[1]" not in " ".join(page_texts(brief))
    assert not links(brief)


def test_one_side_is_printed_alone_with_the_answers_to_it() -> None:
    text = printed(Options(sides=Sides.PRO, sections=(Section.ARGUMENTS, Section.SOURCES)))
    assert "Watching does not hold it up" in text
    assert "The east side depends on it" not in text
    assert "We need the road" in text  # the article is there still, as read
    assert "− CON" in text.partition("Sources")[0]  # an answer against


def test_positions_left_out_leave_the_numbers_of_the_others() -> None:
    options = Options(positions=positions_named(bridge(), [2]))
    text = printed(options)
    assert "POSITION 2" in text
    assert "Close it now" not in text


def test_a_position_that_is_not_there_is_named() -> None:
    with pytest.raises(OptionsError, match=r"There is no position 3\. The dossier has 2 positions\."):
        positions_named(bridge(), [1, 3])
    with pytest.raises(OptionsError, match="no positions yet"):
        positions_named(Dossier(), [1])


def test_margins_of_sheets_printed_on_one_side_are_all_alike() -> None:
    def left(options: Options) -> dict[int, float]:
        edges: dict[int, float] = {}
        for page, _, (x, *_) in characters(make_brief(bridge(), options)):
            edges[page] = min(x, edges.get(page, x))
        return edges

    mirrored, alike = left(Options()), left(Options(duplex=False))
    assert mirrored[2] < alike[2] - 5
    assert mirrored[1] == pytest.approx(alike[1])
    assert mirrored[3] == pytest.approx(alike[3])


def test_a_flow_sheet_may_be_blank() -> None:
    flow = Options(layout=LayoutName.FLOW, seeded=False)
    assert "It may fall" not in printed(flow)
    assert "Close it now" in printed(flow)


@pytest.mark.parametrize("ending", OTHERS)
def test_other_files_heed_sections_sides_and_positions(ending: str) -> None:
    options = Options(
        sections=(Section.ARGUMENTS, Section.BACKGROUND), sides=Sides.CON, positions=(rid("p1"),)
    )
    whole, part = (make_file(bridge(), ending, each) for each in (Options(), options))
    assert whole != part
    if ending in {".md", ".txt", ".html"}:
        text = part.decode()
        assert text.index("The east side depends on it") < text.index("Background")
        for word in ("It may fall", "Close it at night", "Definitions", "Sources"):
            assert word in whole.decode()
            assert word not in part.decode()
    if ending == ".txt":
        assert ("[1]" in whole.decode(), "[1]" in part.decode()) == (True, False)


@pytest.mark.parametrize(
    ("options", "ending", "given", "sentence"),
    [
        (
            Options(layout=LayoutName.LARGE_PRINT),
            ".md",
            [],
            "“large-print” is a layout of PDF and Word files and web pages.",
        ),
        (
            Options(layout=LayoutName.CARDS),
            ".docx",
            [Choice.CARD],
            "A .docx file has no use for the choice of a size of cards.",
        ),
        (
            Options(layout=LayoutName.BLOCKS, sections=(Section.BACKGROUND,)),
            ".html",
            [],
            "The layout “blocks” has no section “background”. It has sources.",
        ),
        (
            Options(layout=LayoutName.EVIDENCE),
            ".txt",
            [],
            "“evidence” is a layout of PDF, Word and Markdown files and web pages.",
        ),
        (
            Options(layout=LayoutName.EVIDENCE),
            ".docx",
            [Choice.SECTIONS],
            "The layout “evidence” has no use for the choice of sections.",
        ),
        (
            Options(layout=LayoutName.FLOW),
            ".txt",
            [],
            "“flow” is a layout of PDF, Word and Markdown files and web pages.",
        ),
        (
            Options(layout=LayoutName.BLOCKS),
            ".html",
            [Choice.PAPER, Choice.NOTES],
            "A .html file has no use for the choice of notes pages.",
        ),
        (Options(), ".md", [Choice.PAPER], "A .md file has no use for the choice of paper."),
        (
            Options(layout=LayoutName.CARDS),
            PDF,
            [Choice.NOTES],
            "The layout “cards” has no use for the choice of notes pages.",
        ),
        (
            Options(booklet=True, paper=PaperName.A5),
            PDF,
            [],
            "A booklet is folded from A4 or Letter sheets: choose one of them.",
        ),
        (Options(sections=(Section.SOURCES,) * 2), PDF, [], "The section “sources” is named twice."),
        (
            Options(layout=LayoutName.CARDS, sections=(Section.SOURCES,)),
            PDF,
            [],
            "The layout “cards” has no section “sources”. It has none to choose.",
        ),
    ],
)
def test_impossible_choices_are_a_sentence(
    options: Options, ending: str, given: list[Choice], sentence: str
) -> None:
    with pytest.raises(OptionsError) as caught:
        checked(options, ending, given)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("ending", ENDINGS)
def test_paper_matters_to_files_that_are_printed(ending: str) -> None:
    is_printed = ending not in {".md", ".txt"}
    assert (Choice.PAPER in understood(LayoutName.BRIEF, ending)) == is_printed
    kept = fitting(Options(paper=PaperName.LETTER), ending).paper
    assert kept is (PaperName.LETTER if is_printed else PaperName.A4)


@pytest.mark.parametrize(("layout", "ending"), list(product(LayoutName, ENDINGS)))
def test_what_is_made_to_fit_passes(layout: LayoutName, ending: str) -> None:
    every = Options(
        layout=layout,
        sections=(*Section, *Section),
        sides=Sides.PRO,
        notes=False,
        duplex=False,
        booklet=True,
        paper=PaperName.A5,
        seeded=False,
    )
    fit = fitting(every, ending)
    assert checked(fit, ending) == fit
    assert set(fit.sections) == set(sections_of(fit.layout, ending))
    assert fit.sides is Sides.PRO


def test_a_single_column_keeps_its_arguments_over_pages() -> None:
    points = [argument(f"p{n:02}", "a", CON, f"Claim {n}", reasoning="Because. " * 90) for n in range(1, 9)]
    dossier = Dossier.of([question(), position("a"), argument("b", "a", PRO, "Other"), *points])
    text = printed(Options(sides=Sides.CON, sections=(Section.ARGUMENTS,)), dossier)
    assert [f"Claim {n}" in text for n in range(1, 9)] == [True] * 8
    assert "Other" not in text
    assert text.count("Because.") == 720


@pytest.mark.parametrize(
    ("pages", "sheets"),
    [(0, []), (1, [(4, 1), (2, 3)]), (4, [(4, 1), (2, 3)]), (6, [(8, 1), (2, 7), (6, 3), (4, 5)])],
)
def test_pages_of_a_booklet_lie_so_that_folding_puts_them_in_order(
    pages: int, sheets: list[tuple[int, int]]
) -> None:
    assert list(sides_of_sheets(pages)) == sheets


def test_a_booklet_has_two_pages_of_half_the_paper_on_each_side_of_a_sheet() -> None:
    booklet = make_brief(bridge(), Options(booklet=True))
    assert [tuple(map(round, size)) for size in sizes(booklet)] == [(round(A4.height), round(A4.width))]
    texts = page_texts(booklet)
    total = int(texts[0].rpartition(" of ")[2].split()[0])
    assert len(texts) == -(-total // 4) * 2
    for text, (left, right) in zip(texts, sides_of_sheets(total), strict=True):
        for number in (left, right):
            assert (f"Page {number} of {total}" in text) == (number <= total)
    half = A4.height / 2
    assert all(right < half or x > half for _, _, (x, _, right, _) in characters(booklet))


def test_a_layout_that_is_never_folded_stays_upright() -> None:
    wanted = Options(layout=LayoutName.LARGE_PRINT, booklet=True)
    assert sizes(make_brief(bridge(), wanted)) == sizes(make_brief(bridge(), fitting(wanted)))


def test_small_paper_has_one_column_after_the_other() -> None:
    brief = make_brief(bridge(), Options(paper=PaperName.A5, sections=(Section.ARGUMENTS,), notes=False))
    text = " ".join(" ".join(page_texts(brief)).split())
    assert text.index("Repair is cheaper when empty") < text.index("The east side depends on it")
    assert {(round(wide), round(high)) for wide, high in sizes(brief)} == {(420, 595)}


@pytest.mark.parametrize("layout", [each for each in LayoutName if Choice.GREY in understood(each)])
def test_grey_has_no_colour_and_tells_pro_from_con(layout: LayoutName) -> None:
    grey, coloured = (make_brief(bridge(), Options(layout=layout, grey=each)) for each in (True, False))
    assert colours(coloured)
    assert not colours(grey)
    assert page_texts(grey) == page_texts(coloured)


GAPS = (Lacking("Unanswered attacks", ("Position 1, −1: It floods", "Position 2, −2: It rusts")),)


@pytest.mark.parametrize("ending", [".pdf", ".txt"])
def test_open_gaps_are_listed_last_if_wanted(ending: str) -> None:
    def words(options: Options, gaps: tuple[Lacking, ...] = GAPS) -> str:
        made = make_file(bridge(), ending, options, occasion=Occasion(gaps=gaps))
        return " ".join((" ".join(page_texts(made)) if ending == PDF else made.decode()).split())

    wanted = Options(gaps=True, notes=ending != PDF)
    assert "It floods" not in words(Options())
    text = words(wanted)
    assert text.rindex("Sources") < text.index("Unanswered attacks") < text.index("Position 2, −2: It rusts")
    assert "No gaps were found." in words(wanted, ())
    assert "No gaps" not in words(Options(), ())


def test_a_brief_of_arguments_alone_says_where_there_are_none() -> None:
    options = Options(sections=(Section.ARGUMENTS,), notes=False)
    for chosen in (options, replace(options, booklet=True)):
        assert "No positions yet." in "".join(page_texts(make_brief(Dossier(), chosen)))


def test_one_side_is_seeded_on_flow_sheets_even_where_speeches_are_planned() -> None:
    dossier = dossier_from(resources.sample_text(), Counter())
    debate = debate_of(dossier)
    both, pro = (
        running(
            " ".join(
                page_texts(
                    make_brief(
                        dossier,
                        Options(layout=LayoutName.FLOW, sides=sides),
                        occasion=Occasion(debate=debate),
                    )
                )
            )
        )
        for sides in (Sides.BOTH, Sides.PRO)
    )
    assert "Insisting on a force" in both
    assert "Insisting on a force" not in pro
    assert "A ceasefire that nobody" in pro
