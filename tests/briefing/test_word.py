# SPDX-License-Identifier: MIT
"""Word files as Word sees them: what a brief's blocks become in it, and how long that takes."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.section import Section as Sheet
from tests.briefing.cases import bridge
from tests.steps import steps

from dissoi.briefing.options import LayoutName, Options, PaperName
from dissoi.briefing.outputs import make_output
from dissoi.briefing.outputs.about import About
from dissoi.briefing.outputs.elements import Cite, bold, item, plain
from dissoi.briefing.outputs.word import word_file_of
from dissoi.briefing.paper import PAPERS

ABOUT = About("Should the bridge be closed?")


def test_styles_of_a_word_file_are_not_sought_for_each_paragraph() -> None:
    blocks = (item(1, "•", plain("It may fall.")), item(2, "1.", plain("Rust.")), Cite(spans=(bold("Ruiz"),)))
    word_file_of(blocks, ABOUT)  # what is loaded once is no part of it
    few, many = (
        steps(lambda: word_file_of(blocks * times, ABOUT))  # noqa: B023 - run at once
        for times in (1, 51)
    )
    # Of five times as many most would be spent on seeking.
    assert (many - few) / (50 * len(blocks)) < 1200


def sheet(options: Options) -> Sheet:
    (found,) = docx.Document(BytesIO(make_output(bridge(), ".docx", options))).sections
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
