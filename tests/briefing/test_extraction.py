# SPDX-License-Identifier: MIT
"""Text copied out of a PDF by two readers is the text that was put in, spaces and stops included."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from tests.briefing.cases import argument, position, question
from tests.briefing.set_pages import left_over, pages_of, paragraph, read_by_pdfium, read_by_poppler, says

from dissoi import resources
from dissoi.briefing.fonts import Family, Fonts
from dissoi.briefing.lines import Look, Setter
from dissoi.briefing.paper import Paper
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.typesetting.embedding import Carried
from dissoi.briefing.typesetting.signs import RIGHT
from dissoi.dossier.dossier import Dossier

PARAGRAPHS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("paragraphs.toml").read_text(encoding="utf-8")
)
MEASURES = tuple(range(90, 481, 13))
PLAIN = Fonts(resources.fonts()).face(Family.SERIF)
LOOK = Look(PLAIN, 10, hyphenated=True)
has_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")


@pytest.fixture(params=[f"{name} {place}" for name, each in PARAGRAPHS.items() for place in range(len(each))])
def text(request: pytest.FixtureRequest) -> str:
    """Each of the paragraphs for which there are fonts."""
    name, place = str(request.param).split()
    found = PARAGRAPHS[name][int(place)]
    if any(face.shaper.file.shows for face, _, _ in PLAIN.split(found)):
        pytest.skip(f"no font here has all of {name}")
    return found


def test_pdfium_reads_what_was_written_at_any_width(text: str) -> None:
    pages = read_by_pdfium(pages_of([paragraph(text, LOOK)], MEASURES))
    assert [left_over(page, text) for page in pages] == [None] * len(MEASURES)


@has_poppler
def test_poppler_reads_what_was_written_at_any_width(text: str, tmp_path: Path) -> None:
    pages = read_by_poppler(pages_of([paragraph(text, LOOK)], MEASURES), tmp_path)
    assert [left_over(page, text) for page in pages] == [None] * len(MEASURES)


@has_poppler
@pytest.mark.parametrize("width", [200, 420, 595])
def test_both_read_what_was_written_in_a_brief_with_english_labels(
    text: str, width: float, tmp_path: Path
) -> None:
    records = (question("Which?"), position("a"), argument("b", "a", claim="Claim", reasoning=text))
    brief = make_brief(Dossier.of(records), paper=Paper("narrow", width, 700))
    assert says("\n".join(read_by_pdfium(brief)), text)
    assert says("\n".join(read_by_poppler(brief, tmp_path)), text)


@pytest.mark.parametrize("phrase", ["European Commission", "European Union", "האיחוד האירופי"])
def test_phrases_are_found_in_text_from_the_right(phrase: str) -> None:
    made = pages_of([paragraph(PARAGRAPHS["hebrew"][1], LOOK)], (480,))
    with pdfium.PdfDocument(made) as pdf, closing(pdf[0].get_textpage()) as page:
        found = page.search(phrase).get_next()
    assert found is not None


@pytest.mark.parametrize("name", ["arabic", "hebrew", "mix", "mix_from_the_right"])
def test_what_serves_copying_is_not_seen(name: str) -> None:
    whole = [paragraph(text, LOOK) for text in PARAGRAPHS[name]]
    signed, plain = (pages_of(whole, (110, 300), is_signed=each) for each in (True, False))
    assert signed != plain
    for one, other in zip(_pictures(signed), _pictures(plain), strict=True):
        # An edge may be a shade lighter, where rounding moves a glyph by a thousandth of a point.
        assert (
            max(each for each, count in enumerate(ImageChops.difference(one, other).histogram()) if count)
            < 128
        )


@has_poppler
def test_poppler_reads_english_on_a_page_from_the_right(tmp_path: Path) -> None:
    english = ("Which?", "“Nobody knows.”", "Weight ●●●○○", "Page 4 of 6")
    for text in english:
        made = pages_of([paragraph(each, LOOK) for each in (text, *PARAGRAPHS["hebrew"])], (300,))
        (page,) = read_by_poppler(made, tmp_path)
        first, *_ = filter(str.strip, page.splitlines())
        assert left_over(first, text) is None


@pytest.mark.parametrize("text", [*PARAGRAPHS["arabic"], *PARAGRAPHS["hebrew"]])
def test_signs_before_a_phrase_are_no_part_of_what_they_overlap(text: str) -> None:
    """From Poppler 24 on, a word whose text stands in the end of another there is left out as its shadow."""
    for measure in MEASURES:
        for line in Setter().lines(paragraph(text, LOOK), measure):
            against = [piece.against.signs for piece in line.pieces if piece.against]
            signs = [each for each in against if RIGHT in each]
            assert not [each for each in signs for piece in line.pieces if each in piece.text]


@pytest.mark.parametrize("text", ["لا", "لآخر", "إلا"])
def test_letters_are_told_by_what_has_a_width(text: str) -> None:
    """Poppler reads letters without one as words of their own."""
    carried = Carried(PLAIN.split(text)[0][0].shaper)
    carried.written(text, leftwards=True)
    widths = [carried.advance(glyph) for glyph in carried.glyphs(text, leftwards=True)]
    told = {glyph: text for glyph, text in carried.given.glyphs if text}
    assert 0 in widths
    assert all(map(PLAIN.split(text)[0][0].shaper.advance, told))
    assert sorted("".join(told.values())) == sorted(text)


def _pictures(made: bytes) -> list[Image.Image]:
    with pdfium.PdfDocument(made) as pdf:
        return [page.render(scale=2).to_pil().convert("L") for page in pdf]


_WORDS = (
    *(
        "הגשר",
        "ש״ח",
        "ב-2024",
        "31%",
        "100%,",
        "-5",
        "20°",
        "$30",
        "4,812.50",
        "5/3/2024",
        "12–15",
        "[12]",
        "(2024)",
    ),
    *(
        "(EU)",
        "European Union",
        '"The Old Bridge"',
        "COVID-19",
        "iPhone 12 Pro",
        "U.S.",
        "e.g.",
        "A/B",
        "C++",
    ),
    *("«הגשר»", "‘הישן’", "״כן״", "“כן”…", "(ראו EU)", "https://a.org/b?c=1&d=2", "السلام", "بِسْمِ", "®"),
)
_ENDS = ("", "", "", ",", ".", ":", "?", "!", ";", " –", "…")
_SOME = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_ENDS)), min_size=1, max_size=14)


def _text_of(words: list[tuple[str, str]]) -> str:
    return " ".join([PARAGRAPHS["hebrew"][0], *(word + end for word, end in words)])


@given(_SOME)
@settings(deadline=None)
def test_pdfium_reads_any_figures_and_names_in_text_from_the_right(words: list[tuple[str, str]]) -> None:
    wanted = _text_of(words)
    pages = read_by_pdfium(pages_of([paragraph(wanted, LOOK)], (110, 200, 400)))
    assert [left_over(page, wanted) for page in pages] == [None] * 3


@has_poppler
@given(_SOME)
@settings(deadline=None, max_examples=25)
def test_poppler_reads_any_figures_and_names_in_text_from_the_right(words: list[tuple[str, str]]) -> None:
    wanted = _text_of(words)
    with tempfile.TemporaryDirectory() as folder:
        pages = read_by_poppler(pages_of([paragraph(wanted, LOOK)], (110, 200, 400)), Path(folder))
    assert [left_over(page, wanted) for page in pages] == [None] * 3
