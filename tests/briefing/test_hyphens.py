# SPDX-License-Identifier: MIT
"""Where words are divided, and how little."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.benchmarks.generated import SENTENCES

from dissoi import resources
from dissoi.briefing.fonts import Family, Fonts
from dissoi.briefing.lines import Line, Look, Run, Setter
from dissoi.briefing.typesetting.hyphens import divisions
from dissoi.briefing.typesetting.pieces import Piece

FONTS = Fonts(resources.fonts())
WHOLE = Look(FONTS.face(Family.SERIF), 10)
DIVIDED = WHOLE._replace(hyphenated=True)
LONG = " ".join(SENTENCES)


def texts_of(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def set_text(text: str, measure: float, look: Look = DIVIDED) -> list[str]:
    return texts_of(Setter().lines([Run(text, look)], measure))


def in_parts(word: str, language: str) -> str:
    places = [0, *divisions(word, language), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        ("en", "responsibility", "re-spon-si-bil-ity"),
        ("en-GB", "“government,”", "“gov-ern-ment,”"),
        ("de", "Verantwortung", "Ver-ant-wor-tung"),
        ("de-AT", "Verantwortung", "Ver-ant-wor-tung"),
        ("uk", "відповідальність", "від-по-від-аль-ність"),
        ("el", "υπευθυνότητα", "υπευ-θυ-νότητα"),
        ("fr", "l’administration", "l’ad-mi-nis-tra-tion"),
    ],
)
def test_words_are_divided_by_the_patterns_of_their_language(language: str, word: str, parts: str) -> None:
    assert in_parts(word, language) == parts


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "Washington"),
        ("en", "UNESCO"),
        ("en", "about"),
        ("en", "self-government"),
        ("en", "12,000,000"),
        ("en", "example.org/government"),
        ("vi", "responsibility"),
        ("", "responsibility"),
        ("xx", "responsibility"),
    ],
)
def test_names_short_words_and_words_of_unknown_languages_stay_whole(language: str, word: str) -> None:
    assert in_parts(word, language) == word


def test_a_narrow_column_is_more_even_with_hyphens() -> None:
    def uneven(look: Look) -> float:
        return sum((150 - line.width) ** 2 for line in Setter().lines([Run(LONG, look)], 150)[:-1])

    assert uneven(DIVIDED) < 0.8 * uneven(WHOLE)
    assert any(text.endswith("\u00ad") for text in set_text(LONG, 150))


def test_no_word_is_divided_in_headings_or_wide_columns() -> None:
    assert "\u00ad" not in "".join(set_text(LONG, 150, WHOLE))
    assert "\u00ad" not in "".join(set_text(LONG, 300))


def test_a_word_wider_than_its_column_is_divided_at_a_syllable_in_any_case() -> None:
    text = "We stand for the Unquestionable of it"
    assert any(re.search("[A-Za-z]\u00ad$", line) for line in set_text(text, 50, WHOLE))


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.integers(70, 250))
def test_hyphens_are_few_and_nothing_else_changes(sentences: list[str], measure: int) -> None:
    text = " ".join(sentences)
    lines = set_text(text, measure)
    assert "".join(lines).replace("\u00ad", "").replace("\u200b", "") == text
    in_a_row = "".join("-" if line.endswith("\u00ad") else "." for line in lines)
    assert "---" not in in_a_row
    for line in lines:
        if line.endswith("\u00ad"):
            assert re.search("[^\\W\\d_]{2}\u00ad$", line)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), st.integers(60, 200))
def test_the_last_line_of_a_paragraph_is_no_part_of_a_word(sentences: list[str], measure: int) -> None:
    *before, last = set_text(" ".join(sentences), measure)
    assert " " in last.strip() or not before or not before[-1].endswith("\u00ad")


def test_a_hyphen_takes_room_in_its_line() -> None:
    for measure in range(60, 200, 7):
        for line in Setter().lines([Run(LONG, DIVIDED)], measure):
            assert line.width <= measure
            assert line.width == pytest.approx(sum(map(drawn, line.pieces)) - ending(line), abs=0.05)


def drawn(piece: Piece) -> float:
    """The width of a piece as it is written: each word shaped by itself."""
    words = re.findall(" +|[^ ]+", piece.text)
    return sum(piece.face.shaper.width(word) for word in words) * piece.look.size / 1000


def ending(line: Line) -> float:
    last = line.pieces[-1]
    return drawn(last._replace(text=" ")) if last.text.endswith(" ") else 0.0


def test_the_language_that_is_told_goes_before_that_of_the_words() -> None:
    told = DIVIDED._replace(language="de")
    assert set_text("information " * 8, 90, told) != set_text("the of and information " * 8, 90)


def test_the_longest_words_of_laws_are_divided_too() -> None:
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    places = divisions(word, "de")
    assert "Rindfleischetikettierungs" in {word[:place] for place in places}
    assert max(later - place for place, later in pairwise([0, *places, len(word)])) < 8
