# SPDX-License-Identifier: MIT
"""Text of many scripts, shaped and carried in the PDF, read back by two other programs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.briefing.cases import question
from tests.briefing.printed import page_texts, running, unembedded_fonts

from dissoi import resources
from dissoi.briefing.fonts import Face, Family, Fonts
from dissoi.briefing.paper import Paper
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.typesetting.order import levels, visual
from dissoi.dossier.dossier import Dossier

_DIRECTIONS = "\u202a\u202b\u202c\u200e\u200f"
BROAD = Paper("broad", 2_000, 3_000)
FONTS = Fonts(resources.fonts())
PLAIN = FONTS.face(Family.SERIF)
PARAGRAPHS = {
    "english": "The office of affluent officials finds AVATAR efficient.",
    "ukrainian": "Мости старіють швидше, ніж місто встигає їх лагодити.",
    "greek": "Οι γέφυρες γερνούν πιο γρήγορα από την πόλη.",
    "vietnamese": "Những cây cầu đang xuống cấp nhanh hơn thành phố sửa được.",
    "arabic": "الجسر القديم مغلق منذ شهر ولا أحد يعرف متى يفتح",
    "hebrew": "הגשר הישן סגור מאז החורף ואיש אינו יודע מתי ייפתח",
    "hindi": "पुराना पुल बंद है क्योंकि स्थिति ख़राब है और क्षेत्र के लोग नाराज़ हैं।",
    "mix": "A word שלום and one السلام then हिन्दी ends it ✔",
}


def printed(text: str) -> bytes:
    return make_brief(Dossier.of([question("Which?", text)]), paper=BROAD)


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_pdfium_reads_what_was_written(language: str) -> None:
    brief = printed(PARAGRAPHS[language])
    text = running("\n".join(page_texts(brief)))
    assert _plain(PARAGRAPHS[language]) in _plain(text)
    assert unembedded_fonts(brief) == set()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("language", PARAGRAPHS)
def test_poppler_reads_what_was_written(language: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(printed(PARAGRAPHS[language]))
    done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True)
    wanted, text = _plain(PARAGRAPHS[language]), _plain(running(done.stdout.decode()))
    if language == "mix":  # poppler moves the space before a word that is read from right to left
        wanted, text = wanted.replace(" ", ""), text.replace(" ", "")
    assert wanted in text


def _plain(text: str) -> str:
    """Text composed, without the marks of direction that readers add."""
    return "".join(char for char in unicodedata.normalize("NFC", text) if char not in _DIRECTIONS)


def test_letters_are_kerned_and_joined() -> None:
    assert PLAIN.width("AVAT") < sum(map(PLAIN.advance, "AVAT"))
    assert [glyph.text for glyph in PLAIN.shaper.shaped("ffi")] != ["f", "f", "i"]


def test_every_stand_in_has_the_space() -> None:
    faces = [part[0] for part in PLAIN.split("aعשक✔")]
    assert len(set(faces)) == 5
    assert all(" " in face.shaper.characters for face in faces)


def test_numbers_keep_their_direction_in_text_from_the_right() -> None:
    text = "אב 12"
    order = visual(levels(text, leftwards=True))
    assert "".join(text[place] for place in order) == "12 בא"


@given(st.lists(st.integers(0, 5)))
def test_no_part_of_a_line_is_lost_in_turning(found: list[int]) -> None:
    assert sorted(visual(found)) == list(range(len(found)))


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_text_has_glyphs(text: str) -> None:
    parts: tuple[tuple[Face, str, float], ...] = PLAIN.split(text)
    assert all(width >= 0 for _, _, width in parts)


def test_harfbuzz_is_not_loaded_before_a_brief_is_made() -> None:
    program = "import sys, dissoi.briefing.pdf; print('uharfbuzz' in sys.modules, 'bidi' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]
