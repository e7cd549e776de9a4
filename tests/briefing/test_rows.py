# SPDX-License-Identifier: MIT
"""Where columns may be divided between pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissoi import resources
from dissoi.briefing.fonts import Fonts
from dissoi.briefing.lines import BLACK, Run, Setter
from dissoi.briefing.marks import LinkMark, RuleMark, TextMark
from dissoi.briefing.rows import Bar, Galley, Row, closed_up, filled, height_of, marks_of
from dissoi.briefing.styles import CELL, CLAIM, Type

TYPE = Type(Fonts(resources.fonts()))
BAR = Bar(2, 1.5, BLACK)


def paragraph(words: int) -> list[Row]:
    galley = Galley(Setter(), 100)
    galley.text([Run("word " * words, TYPE.look(CELL))], CELL)
    return galley.rows


def test_rows_fill_the_height_there_is() -> None:
    rows = [Row(10), Row(10, gap=5), Row(10, gap=5)]
    assert filled(rows, 0, 24, forced=False) == 1
    assert filled(rows, 0, 25, forced=False) == 2
    assert filled(rows, 0, 40, forced=False) == 3
    assert filled(rows, 1, 25, forced=False) == 3
    assert filled(rows, 0, 9, forced=False) == 0


def test_a_row_that_is_kept_never_ends_a_column() -> None:
    rows = [Row(10), Row(10, keep=True), Row(10, keep=True), Row(10)]
    assert filled(rows, 0, 30, forced=True) == 1
    assert filled(rows, 1, 25, forced=False) == 1
    assert filled(rows, 1, 25, forced=True) == 3


def test_a_row_higher_than_the_column_still_goes_on() -> None:
    assert filled([Row(100)], 0, 50, forced=True) == 1


@given(st.integers(1, 60), st.integers(25, 200))
def test_no_line_of_a_paragraph_stands_alone(words: int, height: int) -> None:
    rows = paragraph(words)
    start, counts = 0, []
    while start < len(rows):
        stop = filled(rows, start, height, forced=start > 0)
        if stop == start:
            assert start == 0
            return
        counts.append(stop - start)
        start = stop
    if len(counts) > 1 and height >= 3 * CELL.leading:
        assert counts[0] >= 2
        assert counts[-1] >= 2


def test_a_heading_stays_with_two_lines_of_what_follows() -> None:
    galley = Galley(Setter(), 100)
    galley.text([Run("Some claim", TYPE.look(CLAIM))], CLAIM)
    galley.text([Run("word " * 40, TYPE.look(CELL))], CELL)
    rows = galley.rows
    assert [row.keep for row in rows[:3]] == [True, True, False]
    assert rows[1].gap == CLAIM.after
    assert [row.keep for row in rows[-2:]] == [True, False]


def test_the_space_at_the_top_of_a_column_and_what_stands_in_it_are_left_out() -> None:
    over = RuleMark(0, -5, 10, -5, 1)
    rows = [Row(10, gap=20, over=(over,)), Row(10, gap=20, over=(over,))]
    assert height_of(rows) == 40
    assert marks_of(rows, 3, 100) == [RuleMark(3, 125, 13, 125, 1)]


@given(st.lists(st.integers(0, 20), min_size=2, max_size=12), st.integers(0, 400))
def test_rows_are_closed_up_where_that_lets_them_all_stand_and_never_by_more_than_a_third(
    gaps: list[int], height: int
) -> None:
    rows = [Row(10, gap=gap) for gap in gaps]
    made = closed_up(rows, height)
    if height_of(rows) <= height or height_of(rows) - height > 0.3 * sum(gaps[1:]):
        assert list(made) == rows
    else:
        assert height_of(made) <= height
        assert all(0.66 * old.gap - 0.02 <= new.gap <= old.gap for old, new in zip(rows, made, strict=True))


def test_what_is_drawn_behind_a_paragraph_stands_level_with_its_first_line() -> None:
    galley = Galley(Setter(), 100)
    mark = RuleMark(90, 5, 100, 5, 1)
    galley.text([Run("Some claim of a few lines", TYPE.look(CLAIM))], CLAIM, behind=(mark,))
    assert len(galley.rows) > 1
    drawn = [each for each in marks_of(galley.rows) if isinstance(each, TextMark | RuleMark)]
    assert drawn[-1] == mark
    galley.text([Run("word " * 200, TYPE.look(CELL))], CELL, behind=(mark,))
    # It may go on over a page: what stands level with its first line is drawn there.
    assert sum(mark in row.marks for row in galley.rows) == 1


def test_a_link_from_the_right_lies_under_its_words_alone() -> None:
    plain, link = TYPE.look(CELL), TYPE.look(CELL)._replace(link="https://example.org", underline=True)
    galley = Galley(Setter(), 200)
    galley.text(
        [Run("לפני ", plain), Run("קישור", link), Run(" ", plain), Run("ואחריו", TYPE.bold(CELL))], CELL
    )
    drawn = marks_of(galley.rows)
    (line,) = (mark for mark in drawn if isinstance(mark, RuleMark))
    (area,) = (mark for mark in drawn if isinstance(mark, LinkMark))
    assert area.target == "https://example.org"
    assert (area.x, area.x + area.width) == pytest.approx((line.x, line.to_x))


def test_bars_are_drawn_through_the_gaps_between_their_rows() -> None:
    rows = [Row(10, bars=(BAR,)), Row(10, gap=5, bars=(BAR,)), Row(10, gap=5), Row(10, gap=5, bars=(BAR,))]
    assert marks_of(rows) == [RuleMark(2, 1, 2, 24, 1.5), RuleMark(2, 46, 2, 54, 1.5)]


def test_marks_move_with_their_row() -> None:
    rows = [Row(10), Row(10, gap=2, marks=(TextMark(1, 8, ()),))]
    assert marks_of(rows, 50, 100) == [TextMark(51, 120, ())]
