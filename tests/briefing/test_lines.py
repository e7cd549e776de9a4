# SPDX-License-Identifier: MIT
"""Breaking text into lines, and which font shows which character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps import steps
from tests.strategies import texts

from dissoi import resources
from dissoi.briefing.fonts import BOX, Cut, Family, Fonts
from dissoi.briefing.lines import Line, Look, Piece, Run, Setter, tidy
from dissoi.briefing.marks import RuleMark
from dissoi.briefing.rows import line_marks
from dissoi.briefing.styles import Style
from dissoi.briefing.typesetting.order import has_leftwards
from dissoi.briefing.typesetting.signs import without_signs
from dissoi.briefing.typesetting.system_fonts import SystemFonts

FONTS = Fonts(resources.fonts(), SystemFonts([]))
PLAIN = Look(FONTS.face(Family.SERIF), 10)
BOLD = Look(FONTS.face(Family.SERIF, Cut.BOLD), 10)
SENTENCE = "Where drivers were asked first, the timetable held; where they were told, it did not. "


def shown(lines: list[Line]) -> list[str]:
    """What is seen of lines: a soft hyphen looks like another, a space without width like nothing."""
    texts = ("".join(map(seen, line.pieces)) for line in lines)
    return [text.replace("\u00ad", "-").replace("\u200b", "") for text in texts]


def seen(piece: Piece) -> str:
    shows = piece.face.shaper.file.shows
    return shows * len(piece.text) if shows else piece.text


def broken(text: str, measure: float = 100) -> list[str]:
    return shown(Setter().lines([Run(text, PLAIN)], measure))


def test_a_space_ends_every_line_but_the_last() -> None:
    assert broken("one two three four five six", 70) == ["one two three ", "four five six"]


def test_lines_are_even() -> None:
    lines = Setter().lines([Run(SENTENCE * 5, PLAIN)], 230)
    assert all(line.width > 230 * 0.8 for line in lines[:-1])
    assert all(line.width <= 230 for line in lines)


def test_no_line_begins_with_a_dash_where_another_end_will_do() -> None:
    text = "It takes years to train an engineer – and an afternoon – to close the whole department."
    for measure in range(100, 260, 3):
        assert not [line for line in broken(text, measure)[1:] if line.startswith("–")]


def test_line_breaks_in_the_text_are_kept() -> None:
    assert broken("one\ntwo\u2028three\r\n\r\nfour") == ["one", "two", "three", "", "four"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("aaaaaaaaa-bbbbbbbbb", ["aaaaaaaaa-", "bbbbbbbbb"]),
        ("aaaaaaaaa—bbbbbbbbb", ["aaaaaaaaa—", "bbbbbbbbb"]),
        ("aaaaaaaaa/bbbbbbbbb", ["aaaaaaaaa/", "bbbbbbbbb"]),
        ("it was 1990–1999 or 2025-02-18", ["it was ", "1990–1999 or ", "2025-02-18"]),
        ("aaaaaaaaaa b\u00a0b", ["aaaaaaaaaa ", "b\u00a0b"]),
        ("aaaaaaaaaaa\u00adbbbbbbb", ["aaaaaaaaaaa-", "bbbbbbb"]),
        ("https://example.org/a/bb/ccc", ["https://", "example.org/", "a/bb/ccc"]),
    ],
)
def test_words_divide_only_where_they_may(text: str, lines: list[str]) -> None:
    assert broken(text, 66) == lines


def test_soft_hyphens_within_a_line_do_not_show() -> None:
    assert broken("co\u00adop", 66) == ["coop"]


def test_a_word_of_two_looks_is_not_divided_between_them() -> None:
    runs = [Run("Some ", PLAIN), Run("un", BOLD), Run("likely story", PLAIN)]
    assert shown(Setter().lines(runs, 55)) == ["Some ", "unlikely ", "story"]


def test_a_word_too_long_for_a_line_breaks_anywhere_quickly() -> None:
    lines = Setter().lines([Run("W" * 50_000, PLAIN)], 100)
    few, many = (
        steps(lambda: Setter().lines([Run("W" * length, PLAIN)], 100))  # noqa: B023 - run at once
        for length in (500, 5_000)
    )
    assert many < 12 * few
    assert "".join(shown(lines)) == "W" * 50_000
    assert max(line.width for line in lines) <= 100


def test_long_paragraphs_take_steps_in_proportion() -> None:
    few, many = (
        steps(lambda: Setter().lines([Run(SENTENCE * times, PLAIN)], 200))  # noqa: B023 - run at once
        for times in (100, 1_000)
    )
    assert many < 12 * few


def test_text_that_is_cut_ends_with_an_ellipsis() -> None:
    lines = Setter().lines([Run(SENTENCE * 3, PLAIN)], 120, at_most=2)
    assert len(lines) == 2
    assert shown(lines)[1].endswith("…")
    assert lines[1].width <= 120
    assert SENTENCE.startswith("".join(shown(lines)).removesuffix("…"))
    assert shown([Setter().line([Run("W" * 100, PLAIN)], 50)]) == ["WWWW…"]


def test_letters_with_marks_are_composed() -> None:
    assert broken("e\u0301te\u0301") == ["été"]


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("cut", Cut)
def test_the_faces_cover_latin_greek_cyrillic_and_our_signs(family: Family, cut: Cut) -> None:
    text = "Zażółć Příliš İstanbul Quyền được những Ελληνικά αλήθεια ёлка Україна ґ Ђорђе +−…¶→←“”‘’–—•·½€"
    face = FONTS.face(family, cut)
    assert [part[:2] for part in face.split(text)] == [(face, text)]


def test_sans_stands_in_for_what_serif_lacks() -> None:
    serif, sans = FONTS.face(Family.SERIF), FONTS.face(Family.SANS)
    assert [part[:2] for part in serif.split("ἐν ἀρχῇ●")] == [
        (sans, "ἐ"),
        (serif, "ν "),
        (sans, "ἀ"),
        (serif, "ρχ"),
        (sans, "ῇ●"),
    ]


@pytest.mark.parametrize("char", ["𒀀", "中", "\ufffd", "\x00", "\ufffe", "\U0010ffff"])
def test_what_no_font_has_shows_as_a_box(char: str) -> None:
    assert broken(f"a{char}b") == [f"a{BOX}b"]


def test_what_shows_as_a_box_is_told_once_each() -> None:
    fonts = Fonts(resources.fonts(), SystemFonts([]))
    look = Look(fonts.face(Family.SERIF), 10)
    assert fonts.unshown == ""
    Setter().lines([Run("中 word 𒀀 中", look), Run("𒀀", look._replace(size=8))], 100)
    assert fonts.unshown == "中𒀀"


def test_text_from_the_right_ends_where_the_column_does() -> None:
    text = "الجسر القديم مغلق منذ شهر"
    for line in Setter().lines([Run(text, PLAIN)], 46)[:-1]:
        assert line.pieces[0].text.endswith(" ")
        space = PLAIN.face.split("م")[0][0].width(" ") * PLAIN.size / 1000
        right = line.shift + sum(piece.width for piece in line.pieces)
        assert line.shift == pytest.approx(46 - line.width - space)
        assert right == pytest.approx(46)


def test_other_letters_are_bold_where_latin_ones_are() -> None:
    for letter in "عשक":
        (bold,), (plain,) = (FONTS.face(Family.SERIF, cut).split(letter) for cut in (Cut.BOLD, Cut.REGULAR))
        assert bold[0].shaper.name == plain[0].shaper.name.replace("Regular", "Bold")


def test_halves_of_characters_show_as_a_box() -> None:
    assert broken("a\ud800b") == [f"a{BOX}b"]


def test_marks_that_only_direct_others_leave_no_trace() -> None:
    assert broken("a\u200db\ufe0f\u202ec") == ["abc"]


@given(st.lists(st.tuples(texts, st.booleans()), max_size=4), st.sampled_from((30.0, 90.0, 400.0)))
def test_nothing_is_lost_and_no_line_too_wide(parts: list[tuple[str, bool]], measure: float) -> None:
    runs = [Run(text, BOLD if bold else PLAIN) for text, bold in parts]
    lines = Setter().lines(runs, measure)
    # Letters that are turned are no longer kerned to those that stood beside them: a hair at ten points.
    slack = 0.6 if any(has_leftwards(text) for text, _ in parts) else 0.01
    assert all(line.width <= measure + slack for line in lines)
    whole = "".join(tidy(text) for text, _ in parts)
    visible = "".join(char for char in whole if not char.isspace())
    wanted = "".join(part[1] for part in PLAIN.face.split(visible))
    # What is read from right to left stands in another order, and a lone mark may go with a letter.
    written = without_signs("".join(piece.text for line in lines for piece in line.pieces))
    assert sorted(_letters(written)) == sorted(_letters(wanted))


def test_flags_are_divided_between_them_and_not_within() -> None:
    flag = "\U0001f1fa\U0001f1e6"
    lines = Setter().lines([Run(flag * 3, PLAIN)], 30.0)
    assert shown(lines) == [flag * 2, flag]


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("0000@\u00ad", ["0000@"]),
        ("0000@\u00ad0000", ["0000@", "0000"]),
        ("one so\u00adme", ["one", "some"]),
        ("ab\u00adcdefg", ["ab-", "cdefg"]),
    ],
)
def test_a_soft_hyphen_shows_only_where_a_word_goes_on_and_it_fits(text: str, agreed: list[str]) -> None:
    lines = Setter().lines([Run(text, PLAIN)], 30.0)
    assert [text.rstrip() for text in shown(lines)] == agreed
    assert all(line.width <= 30.0 for line in lines)


def test_a_line_under_words_is_whole_whatever_was_set_before() -> None:
    """Looks that are alike are one, and a sign of another font does not break the line under its words."""
    setter = Setter()
    for text in ("to had part", "had committed themselves to take 中 part"):
        looks = [PLAIN._replace(underline=True) for _ in range(2)]
        half = len(text) // 2
        (line,) = setter.lines([Run(text[:half], looks[0]), Run(text[half:], looks[1])], 900)
        assert all(piece.look.underline for piece in line.pieces)
        rules = [
            mark for mark in line_marks(line, 0, Style(Family.SERIF, 10, 12)) if isinstance(mark, RuleMark)
        ]
        assert [mark.to_x - mark.x for mark in rules] == [pytest.approx(line.width)]


def _letters(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "\u00ad\u200b\u200c\u200d-")
