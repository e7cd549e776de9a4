# SPDX-License-Identifier: MIT
"""The order of text of both directions. Capitals stand for Hebrew letters, as in Unicode Standard Annex 9."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps import steps

from dissoi import resources
from dissoi.briefing.fonts import Family, Fonts
from dissoi.briefing.lines import Look, Run, Setter
from dissoi.briefing.typesetting.levels import begins_leftwards, levels
from dissoi.briefing.typesetting.signs import SIGNS, without_signs

RLE, LRE, RLO, PDF = "\u202b", "\u202a", "\u202e", "\u202c"
LRI, RLI, FSI, PDI, RLM = "\u2066", "\u2067", "\u2068", "\u2069", "\u200f"
PLAIN = Look(Fonts(resources.fonts()).face(Family.SERIF), 10)


def hebrew(text: str) -> str:
    return "".join(chr(ord(char) - ord("A") + 0x5D0) if "A" <= char <= "Z" else char for char in text)


def found(text: str, *, leftwards: bool = False) -> str:
    """The levels of the characters that show, a digit each."""
    text = hebrew(text)
    marks = {RLE, LRE, RLO, PDF, LRI, RLI, FSI, PDI, RLM}
    each = zip(text, levels(text, leftwards=leftwards), strict=True)
    return "".join(str(level) for char, level in each if char not in marks)


@pytest.mark.parametrize(
    ("text", "leftwards", "wanted"),
    [
        ("car means CAR.", False, "00000000001110"),
        ("car MEANS CAR.", True, "22211111111111"),
        ("is “123, ABC”", False, "0" * 9 + "1110"),
        ("AB (CD) x", False, "111111100"),
        ("a(B)c", False, "00100"),
        ("A(b)C", True, "11211"),
        ("AB 12,5% C", False, "1112222211"),
        ("A1-2", True, "1222"),
        ("A\u0301b", False, "110"),
        (f"a{RLE}b C{PDF}d", False, "02110"),
        (f"a{RLO}bc{PDF}d", False, "0110"),
        (f"a {RLI}b C{PDI} d", False, "0021100"),
        (f"A {FSI}b 1{PDI} 2", True, "1122212"),
        (f"A!{RLM}", False, "11"),
        (f"{PDI}{PDF}a", False, "0"),
    ],
)
def test_levels_are_those_of_the_annex(text: str, *, leftwards: bool, wanted: str) -> None:
    assert found(text, leftwards=leftwards) == wanted


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [
        ("12 a B", False),
        ("12 B a", True),
        ("", False),
        (f"{RLI}A{PDI} b", False),
        (f"{RLI}A", False),
        ("12", False),
    ],
)
def test_a_paragraph_begins_as_its_first_letter_that_is_not_set_apart(text: str, *, leftwards: bool) -> None:
    assert begins_leftwards(hebrew(text)) is leftwards


def test_marks_nested_too_deeply_are_harmless() -> None:
    for mark in (RLE, RLI, RLO, FSI):
        assert max(levels(mark * 500 + "a1" + PDI * 500 + PDF * 500, leftwards=True)) <= 127


def test_long_paragraphs_take_steps_in_proportion() -> None:
    few, many = (
        steps(lambda: levels(hebrew(f"A(b {RLI}c{PDI}) ") * times, leftwards=True))  # noqa: B023 - run at once
        for times in (100, 1_000)
    )
    assert many < 12 * few


@given(st.text(st.sampled_from(f"a1,.() אا١{RLE}{LRE}{RLO}{PDF}{LRI}{RLI}{FSI}{PDI}{RLM}"), max_size=30))
def test_every_character_has_a_level(text: str) -> None:
    for leftwards in (False, True):
        assert all(level >= 0 for level in levels(text, leftwards=leftwards))


def shown(text: str) -> str:
    """What stands on one line from left to right, each piece as it is typed, without spaces."""
    (line,) = Setter().lines([Run(hebrew(text), PLAIN)], 400)
    return without_signs("".join(piece.text for piece in line.pieces)).replace(" ", "")


def test_what_is_set_apart_keeps_its_place() -> None:
    assert shown("x AB 12 y") == hebrew("x12ABy")
    assert shown(f"x {RLI}AB{PDI} 12 y") == hebrew("xAB12y")
    assert shown(f"AB {LRI}x - CD{PDI} EF") == hebrew("EFx-CDAB")


def test_directions_are_those_of_the_paragraph_on_every_line() -> None:
    text = hebrew(f"x {RLI}AB CD 12 " + "EF GH " * 20)
    lines = Setter().lines([Run(text, PLAIN)], 60)
    assert len(lines) > 3
    for line in lines[1:]:
        assert all(piece.leftwards for piece in line.pieces if piece.text.strip(" 12" + SIGNS))
        assert [piece.text for piece in line.pieces if "x" in piece.text] == []
