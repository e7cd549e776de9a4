# SPDX-License-Identifier: MIT
"""The structure by which a brief is read aloud: all text, in the order of reading, and nothing else."""

from __future__ import annotations

from functools import cache

import pytest
from tests.benchmarks.generated import generated_dossier
from tests.briefing.cases import bridge
from tests.briefing.tagged import Element, contents, opened, structure

from dissoi.briefing.options import LayoutName, Options
from dissoi.briefing.pdf import make_brief

LAYOUTS = pytest.mark.parametrize("layout", LayoutName)


@cache
def brief_of_bridge(layout: LayoutName = LayoutName.BRIEF) -> bytes:
    return make_brief(bridge(), Options(layout=layout), made_on="2026-01-12", made_by="Ann Lee")


@cache
def long_brief() -> bytes:
    return make_brief(generated_dossier(60, 60))


@cache
def tree() -> Element:
    return structure(brief_of_bridge())


@LAYOUTS
def test_all_that_is_drawn_is_text_of_a_part_or_not_read(layout: LayoutName) -> None:
    with opened(brief_of_bridge(layout)) as pdf:
        assert [page.loose for page in contents(pdf)] == [[]] * len(pdf.pages)
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert {page.Tabs for page in pdf.pages} == {"/S"}
    assert structure(brief_of_bridge(layout)).role == "Document"


@LAYOUTS
def test_headings_leave_out_no_rank(layout: LayoutName) -> None:
    ranks = [
        int(each.role[1])
        for each in structure(brief_of_bridge(layout)).every(*(f"H{n}" for n in range(1, 7)))
    ]
    assert all(later <= earlier + 1 for earlier, later in zip([0, *ranks], ranks, strict=False))


def test_running_heads_are_not_read() -> None:
    with opened(brief_of_bridge()) as pdf:
        unread = [page.unread for page in contents(pdf)]
    assert all(f"Page {number} of {len(unread)}" in text for number, text in enumerate(unread, 1))
    assert "Page 3 of" not in tree().text


def test_a_paragraph_that_goes_on_over_pages_is_one_paragraph() -> None:
    words = " ".join(f"word{number}" for number in range(3_000))
    dossier = generated_dossier(4, 4)
    first = dossier.arguments[0]
    brief = make_brief(dossier.with_records(first.model_copy(update={"reasoning": words})))
    (found,) = (each for each in structure(brief).every("P") if "word0 " in each.text)
    assert " ".join(found.text.split()) == words
