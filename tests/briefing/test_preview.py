# SPDX-License-Identifier: MIT
"""Pages set one by one for a preview: the same as in the PDF, quickly set anew, and leading to records."""

from __future__ import annotations

from collections import Counter as Counting
from collections.abc import Iterable

import pytest
from tests.briefing.cases import argument, position, question
from tests.briefing.printed import characters, page_texts, sizes

from dissoi import resources
from dissoi.briefing.content import Occasion
from dissoi.briefing.lines import Line, Run, Setter
from dissoi.briefing.marks import AreaMark, TextMark
from dissoi.briefing.memory import Memory
from dissoi.briefing.options import LayoutName, Options, Section, Sides, fitting
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.preview import Sheet, Sheets, Spot, draw_sheets, set_sheets
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import (
    move_position,
    remove_argument,
    remove_position,
    switch_side,
    write_claim,
    write_reasoning,
)
from dissoi.dossier.records import QUESTION_ID, Argument, Position
from dissoi.exchange.interchange import dossier_from
from dissoi.identity import new_id


@pytest.fixture(scope="module")
def sample() -> Dossier:
    """The sample dossier."""
    return dossier_from(resources.sample_text(), new_id)


@pytest.mark.parametrize("layout", LayoutName)
def test_the_pages_say_what_the_file_says(sample: Dossier, layout: LayoutName) -> None:
    options = Options(layout=layout)
    sheets = set_sheets(sample, Memory(), options, occasion=Occasion(made_on="2026-01-12"))
    assert page_texts(draw_sheets(sheets.pages)) == page_texts(
        make_brief(sample, options, occasion=Occasion(made_on="2026-01-12"))
    )


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.EVIDENCE])
def test_a_booklet_is_shown_as_the_sheets_of_the_file(sample: Dossier, layout: LayoutName) -> None:
    options, occasion = Options(layout=layout, booklet=True), Occasion(made_on="2026-01-12")
    sheets = set_sheets(sample, Memory(), options, occasion)
    shown, made = draw_sheets(sheets.pages), make_brief(sample, options, occasion)
    assert sizes(shown) == sizes(made)
    assert placed(shown) == placed(made)


def placed(pdf: bytes) -> Counting[tuple[int, str, int, int]]:
    """How often each letter stands at which place of which page."""
    found = ((page, letter, round(box[0]), round(box[1])) for page, letter, box in characters(pdf))
    return Counting(each for each in found if each[1].strip())


def test_places_in_a_booklet_are_those_of_the_order_of_reading(sample: Dossier) -> None:
    sheets = set_sheets(sample, Memory(), Options(booklet=True))
    assert [sheets.pages[place].numbers[bool(x)] for place, x, _ in sheets.read] == list(
        range(1, len(sheets.read) + 1)
    )
    first = {
        area.record: number
        for number, (_, _, page) in reversed([*enumerate(sheets.read)])
        for area in page.areas
    }
    assert first.keys() == sheets.records.keys()
    for record, spot in sheets.records.items():
        place, x, page = sheets.read[first[record]]
        area = next(each for each in page.areas if each.record == record)
        assert spot == Spot(place, page.top + area.y, x)
        across, down = x + page.left + area.x + 1, page.top + area.y + area.height / 2
        assert sheets.pages[place].record_at(across, down) == page.record_at(across - x, down)


def test_what_stands_on_one_page_of_a_sheet_is_not_found_on_the_other() -> None:
    one, two = (
        Sheet(100, 200, 10, 10, (), (AreaMark(0, y, 20, name),)) for name, y in (("a", 0), ("b", 100))
    )
    sheet = one.beside(two)
    assert sheet.record_at(50, 15) == "a"
    assert not sheet.record_at(150, 15)
    assert sheet.record_at(150, 115) == "b"
    assert not sheet.record_at(50, 115)


def test_some_pages_are_drawn_by_themselves(sample: Dossier) -> None:
    sheets = set_sheets(sample, Memory())
    every = page_texts(draw_sheets(sheets.pages))
    assert page_texts(draw_sheets(sheets.pages[4:6])) == every[4:6]


def test_what_changed_is_set_anew_and_nothing_else(sample: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    before = set_sheets(sample, memory)
    argument = sample.arguments_of(sample.positions[1].id)[0]
    changed = write_reasoning(argument.id, "Quite **another** reason.").run(sample)
    broken: list[str] = []
    set_lines = Setter.lines

    def count(setter: Setter, runs: Iterable[Run], measure: float, at_most: int = 0) -> list[Line]:
        runs = list(runs)
        broken.append("".join(run.text for run in runs))
        return set_lines(setter, runs, measure, at_most)

    monkeypatch.setattr(Setter, "lines", count)
    after = set_sheets(changed, memory)
    # Besides it, the times of the speeches in which the argument is said.
    assert "Quite another reason." in broken
    assert not [text for text in broken if text != "Quite another reason." and ":" not in text]
    assert texts(after) == texts(set_sheets(changed, Memory()))
    assert "Quite another reason." in " ".join(texts(after))
    assert before.pages[0] == after.pages[0]
    assert before.pages != after.pages


def test_what_is_remembered_is_never_stale(sample: Dossier) -> None:
    first, second = sample.positions[:2]
    argument, other = (sample.arguments_of(each.id)[0] for each in (first, second))
    edits = (
        write_claim(argument.id, "Another claim"),
        move_position(second.id, 0),
        switch_side(argument.id),
        remove_argument(other.id),
        remove_position(first.id),
    )
    memory, dossier = Memory(), sample
    for edit in edits:
        dossier = edit.run(dossier)
        for options in (Options(), Options(sides=Sides.PRO), Options(layout=LayoutName.CARDS)):
            kept, anew = set_sheets(dossier, memory, options), set_sheets(dossier, Memory(), options)
            assert page_texts(draw_sheets(kept.pages)) == page_texts(draw_sheets(anew.pages))
            assert [page.areas for page in kept.pages] == [page.areas for page in anew.pages]
            assert kept.anchors == anew.anchors


def texts(sheets: Sheets) -> list[str]:
    return [" ".join(text.split()) for text in page_texts(draw_sheets(sheets.pages))]


def test_what_is_not_needed_any_more_is_forgotten(sample: Dossier) -> None:
    memory, sizes = Memory(), []
    argument = sample.arguments_of(sample.positions[0].id)[0]
    for number in range(12):
        changed = write_claim(argument.id, f"A claim that is another each time, the {number}th").run(sample)
        set_sheets(changed, memory)
        sizes.append(memory.size)
    assert sizes[-1] <= sizes[2] + 4


def test_a_place_leads_to_the_record_whose_words_stand_there(sample: Dossier) -> None:
    sheets = set_sheets(sample, Memory())
    ids = {each.id for kind in (Argument, Position) for each in sample.all(kind)} | {QUESTION_ID}
    assert set(sheets.records) == ids
    claims = {str(each.id): each.claim for each in sample.all(Argument)}
    for record, spot in sheets.records.items():
        page = sheets.pages[spot.page]
        area = next(each for each in page.areas if each.record == record)
        assert page.record_at(page.left + area.x + 5, spot.y + 3) == record
        assert page.record_at(page.left + area.x - 20, spot.y + 3) != record
        if record in claims:
            first = claims[record].split()[0]
            assert first in texts(Sheets((page,)))[0]
    assert sheets.pages[0].record_at(1, 1) == ""


@pytest.mark.parametrize("layout", LayoutName)
def test_each_layout_leads_to_arguments(sample: Dossier, layout: LayoutName) -> None:
    sheets = set_sheets(sample, Memory(), Options(layout=layout))
    found = set(sheets.records)
    claims = {str(each.id): each.claim for each in sample.all(Argument)}
    assert len(found & set(claims)) >= 6
    for record in found & set(claims):
        spot = sheets.records[record]
        assert claims[record].split()[0] in texts(Sheets((sheets.pages[spot.page],)))[0]


@pytest.mark.parametrize("layout", LayoutName)
def test_where_a_claim_stands_leads_to_its_argument(sample: Dossier, layout: LayoutName) -> None:
    sheets = set_sheets(sample, Memory(), fitting(Options(layout=layout, sections=(Section.ARGUMENTS,))))
    begins = {each.claim[:_PLAIN]: str(each.id) for each in sample.all(Argument)}
    found = 0
    for page in sheets.pages:
        for mark in (each for each in page.drawn if isinstance(each, TextMark)):
            line = "".join(piece.text for piece in mark.pieces)
            for begin, record in begins.items():
                if begin in line and not line.startswith(_OF_ANOTHER):
                    assert page.record_at(page.left + mark.x + 1, page.top + mark.y - 2) == record, line
                    found += 1
    assert found >= 6


_OF_ANOTHER = ("against our", "supports their", "They may add ")
"""How lines begin that say of an argument to which others it belongs."""
_PLAIN = 24
"""So many letters of a claim stand on its first line."""


def test_links_within_the_brief_lead_to_a_page(sample: Dossier) -> None:
    sheets = set_sheets(sample, Memory())
    page = sheets.pages[sheets.anchors["contents"].page]
    found = {page.link_at(page.width / 2, y) for y in range(int(page.height))} - {""}
    assert "#sources" in found
    assert {target.removeprefix("#") for target in found} <= set(sheets.anchors)


def test_words_are_not_remembered_forever() -> None:
    memory, most = Memory(spare=500), 0
    for turn in range(12):
        words = " ".join(f"w{turn}x{number}" for number in range(100))
        dossier = Dossier.of([question(), position("p", words), argument("a", "p", claim=words)])
        kept, anew = set_sheets(dossier, memory), set_sheets(dossier, Memory())
        assert texts(kept) == texts(anew)
        most = max(most, memory.words)
    assert most < 3_000
