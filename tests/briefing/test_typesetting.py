# SPDX-License-Identifier: MIT
"""Text of many scripts, shaped and carried in the PDF, read back by two other programs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pyphen  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.briefing.cases import argument, position, question
from tests.briefing.printed import page_texts, running, unembedded_fonts
from tests.briefing.set_pages import read_by_poppler, says

from dissoi import resources
from dissoi.briefing.fonts import Face, Family, Fonts
from dissoi.briefing.lines import Line, Look, Piece, Run, Setter
from dissoi.briefing.paper import Paper
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.typesetting import hyphens
from dissoi.briefing.typesetting.levels import levels
from dissoi.briefing.typesetting.order import visual
from dissoi.briefing.typesetting.shaping import Shaper
from dissoi.briefing.typesetting.signs import without_signs
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

LONG = {
    "english": "The responsibility of well-informed governments for affluent officials is efficient "
    "administration — nothing else. It takes eleven years to train an engineer and an afternoon"
    " to close the department of transportation; extraordinary circumstances notwithstanding, "
    "that is unacceptable.",
    "ukrainian": "Мости старіють швидше, ніж місто встигає їх лагодити. Відповідальність за утримання "
    "інфраструктури несе муніципалітет, а фінансування надходить із державного бюджету, якого "
    "щороку недостатньо.",
    "greek": "Οι γέφυρες γερνούν πιο γρήγορα από την πόλη. Η υπευθυνότητα για τη συντήρηση των υποδομών "
    "ανήκει στην τοπική αυτοδιοίκηση, ενώ η χρηματοδότηση προέρχεται από τον κρατικό "
    "προϋπολογισμό.",
    "vietnamese": "Những cây cầu đang xuống cấp nhanh hơn thành phố sửa được. Trách nhiệm bảo trì cơ sở hạ "
    "tầng thuộc về chính quyền địa phương, còn kinh phí thì đến từ ngân sách nhà nước.",
    "arabic": "الجسر القديم مغلق منذ شهر ولا أحد يعرف متى "
    "يفتح. مسؤولية صيانة البنية التحتية تقع على "
    "عاتق البلدية، أما التمويل فيأتي من ميزانية "
    "الدولة التي لا تكفي كل عام.",
    "hebrew": "הגשר הישן סגור מאז החורף ואיש אינו יודע מתי "
    "ייפתח. האחריות על תחזוקת התשתיות מוטלת על "
    "העירייה, ואילו המימון מגיע מתקציב המדינה "
    "שאינו מספיק מדי שנה.",
    "hindi": "पुराना पुल बंद है क्योंकि स्थिति ख़राब है और"
    " क्षेत्र के लोग नाराज़ हैं। बुनियादी ढाँचे "
    "के रखरखाव की ज़िम्मेदारी नगरपालिका की है, "
    "जबकि धन राज्य के बजट से आता है।",
    "chinese": "旧桥已经关闭了一个月，没有人知道它什么时候重新开放。“没有钱，”市长说，“也没有人。”（"
    "见第三条）他们在2024年花了4,812元——够了……基础设施的维护由市政府负责，而资金"
    "来自每年都不够的国家预算。",
    "japanese": "古い橋は一か月前から閉鎖されていて、いつ再び開通するのか誰にもわからない。「お金がない」"
    "と市長は言った。インフラの維持管理は市の責任だが、資金は毎年足りない国の予算から出ている"
    "。",
    "korean": "오래된 다리는 한 달째 닫혀 있고 언제 다시 열릴지 아무도 모른다. 시장은 "
    '"돈이 없다"고 말했다. 기반 시설의 유지 관리는 시의 책임이지만 자금은 국가 '
    "예산에서 나온다.",
    "mix": "A word שלום and one السلام then हिन्दी and 橋 end it ✔ while responsibility for the "
    "administration of everything else remains unquestionably theirs.",
}
"""Paragraphs of several lines in a column, with signs and figures."""


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
    assert _plain(PARAGRAPHS[language]) in _plain(running(done.stdout.decode()))


def _plain(text: str) -> str:
    """Text composed, without the marks of direction that readers add."""
    return "".join(char for char in unicodedata.normalize("NFC", text) if char not in _DIRECTIONS)


_NEEDED = {"chinese": "旧", "japanese": "橋", "korean": "다", "mix": "橋"}
"""Characters for which the computer must have a font."""


@pytest.fixture(params=LONG)
def language(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if name in _NEEDED and PLAIN.split(_NEEDED[name])[0][0].shaper.file.shows:
        pytest.skip(f"no font here has {name}")
    return name


def in_column(text: str, width: float) -> bytes:
    """A text as the reasoning of an argument, in one of two columns."""
    records = (question("Which?"), position("a"), argument("b", "a", claim="Claim", reasoning=text))
    return make_brief(Dossier.of(records), paper=Paper("narrow", width, 700))


@pytest.mark.parametrize("width", [200, 300, 595])
def test_pdfium_reads_what_was_written_in_narrow_columns(language: str, width: float) -> None:
    brief = in_column(LONG[language], width)
    assert says("\n".join(page_texts(brief)), LONG[language])
    assert unembedded_fonts(brief) == set()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("width", [200, 300, 595])
def test_poppler_reads_what_was_written_in_narrow_columns(
    language: str, width: float, tmp_path: Path
) -> None:
    assert says("\n".join(read_by_poppler(in_column(LONG[language], width), tmp_path)), LONG[language])


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_amiss(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(in_column("\n\n".join(LONG.values()), 595))
    done = subprocess.run(["qpdf", "--check", str(path)], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_no_font_has_is_still_read_as_it_is() -> None:
    assert "a \U00012000 sign" in running("\n".join(page_texts(in_column("It is a \U00012000 sign.", 300))))


def test_brackets_of_text_from_the_right_are_read_as_they_are() -> None:
    text = "הגשר (הישן) סגור [מאז]"
    assert text in _plain(running("\n".join(page_texts(in_column(text, 595)))))


@given(st.sampled_from(sorted(LONG)), st.integers(30, 240))
def test_lines_of_any_script_fit_and_keep_every_character(name: str, measure: int) -> None:
    look = Look(PLAIN, 10, hyphenated=True)
    lines = Setter().lines([Run(LONG[name], look)], measure)
    for line in lines:
        assert line.width <= measure + 0.01
        drawn = sum(map(_drawn, line.pieces))
        assert drawn - _ending(line) <= line.width + 0.1  # less where letters that were parted are kerned
    written = "".join(piece.text for line in lines for piece in line.pieces)
    assert sorted(_visible(written)) == sorted(_visible(LONG[name]))


def _drawn(piece: Piece) -> float:
    """The width of a piece as it is written: word by word, or as a whole from the right."""
    shaper, size = piece.face.shaper, piece.look.size / 1000
    if piece.leftwards:
        return shaper.width(piece.text, leftwards=True) * size
    return sum(shaper.width(word) for word in re.findall(" +|[^ ]+", piece.text)) * size


def _ending(line: Line) -> float:
    """The width of the space at the end of a line, which stands at the left in text from the right."""
    first, last = line.pieces[0], line.pieces[-1]
    ends = last if last.text.endswith(" ") and not last.leftwards else first
    if not ends.text.endswith(" "):
        return 0.0
    return ends.face.shaper.width(" ") * ends.look.size / 1000


def _visible(text: str) -> str:
    return "".join(char for char in without_signs(text) if not char.isspace() and char not in "\u00ad\u200b")


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
    program = "import sys, dissoi.briefing.pdf; print('uharfbuzz' in sys.modules, 'pyphen' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("language", ["en_US", "en_GB", "de_DE", "fr", "uk_UA", "el_GR", "pl_PL"])
def test_patterns_taken_apart_when_asked_for_divide_as_all_do(language: str) -> None:
    path = pyphen.LANGUAGES[language]
    every = pyphen.HyphDict(path)
    found = hyphens._lazily_read(path.read_bytes())
    if found is None:
        pytest.skip("its patterns change the spelling")
    lazily = pyphen.HyphDict.__new__(pyphen.HyphDict)
    lazily.patterns, lazily.cache, lazily.maxlen = found, {}, max(map(len, found))
    parts = [letters.strip(".") for letters in every.patterns]
    words = ["".join(parts[at : at + 3]) for at in range(0, len(parts), len(parts) // 200)]
    assert [lazily.positions(word) for word in words] == [every.positions(word) for word in words]
    assert any(every.positions(word) for word in words)


def test_it_is_told_why_a_font_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        _ = Shaper(tmp_path / "none.ttf").face
