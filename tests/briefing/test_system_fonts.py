# SPDX-License-Identifier: MIT
"""Fonts found on the computer, and how those with PostScript outlines are carried."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dissoi import resources
from dissoi.briefing.fonts import Family, Fonts
from dissoi.briefing.typesetting.subsets import cids_of, subset_of
from dissoi.briefing.typesetting.system_fonts import SystemFonts, Wanted, font_folders

SHIPPED = resources.fonts()
CJK = SystemFonts(font_folders())
HAS_CJK = CJK.with_character("橋", Wanted("ja")) is not None
needs_cjk = pytest.mark.skipif(not HAS_CJK, reason="no Japanese font is installed")


def installed(folder: Path, **files: str) -> SystemFonts:
    """A computer with shipped fonts under the names of others, with _ for hyphens."""
    folder.mkdir(exist_ok=True)
    for name, shipped in files.items():
        shutil.copy(SHIPPED / shipped, folder / f"{name.replace('_', '-')}.ttf")
    return SystemFonts([folder])


def test_fonts_are_found_in_subfolders_by_name(tmp_path: Path) -> None:
    system = installed(tmp_path / "deep", NotoSansThai_Regular="NotoSerifHebrew-Regular.ttf")
    shaper = SystemFonts([tmp_path]).with_character("א", Wanted())
    assert shaper is not None
    assert shaper.name == "NotoSansThai-Regular"
    assert system.with_character("ก", Wanted()) is None


def test_what_is_no_font_or_gone_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "simsun.ttc").write_bytes(b"no font")
    (tmp_path / "malgun.ttf").touch()
    (tmp_path / "NotoSerifCJK-Regular.ttc").symlink_to(tmp_path / "gone")
    (tmp_path / "Any Other Name.ttf").write_bytes(b"")
    assert SystemFonts([tmp_path, tmp_path / "absent"]).with_character("中", Wanted("zh")) is None


def test_a_font_that_may_not_be_carried_is_passed_over(tmp_path: Path) -> None:
    data = bytearray((SHIPPED / "NotoSerifHebrew-Regular.ttf").read_bytes())
    record = data.index(b"OS/2")
    table = int.from_bytes(data[record + 8 : record + 12], "big")
    data[table + 8 : table + 10] = (0x0002).to_bytes(2, "big")
    (tmp_path / "malgun.ttf").write_bytes(data)
    assert SystemFonts([tmp_path]).with_character("א", Wanted()) is None


def test_the_nearest_style_and_language_is_taken(tmp_path: Path) -> None:
    hebrew = "NotoSerifHebrew-Regular.ttf"
    system = installed(tmp_path, NotoSansThai_Regular=hebrew, NotoSerifThai_Regular=hebrew, malgun=hebrew)

    def name(wanted: Wanted) -> str:
        shaper = system.with_character("א", wanted)
        return shaper.name if shaper else ""

    assert name(Wanted()) == "NotoSerifThai-Regular"
    assert name(Wanted(serif=False)) in {"NotoSansThai-Regular", "malgun"}
    assert name(Wanted("ko")) == "malgun"
    assert name(Wanted("ko-KR", serif=False, bold=True)) == "malgun"


def test_folders_are_those_of_the_system() -> None:
    linux = font_folders({"XDG_DATA_DIRS": "/opt/share:/usr/share"}, "linux")
    assert Path("/opt/share/fonts") in linux
    assert linux[0] == Path.home() / ".local/share/fonts"
    windows = font_folders({"WINDIR": "W:\\Windows", "LOCALAPPDATA": "L"}, "win32")
    assert [path.parts[-1] for path in windows] == ["Fonts", "Fonts"]
    assert Path("/System/Library/Fonts") in font_folders({}, "darwin")


@needs_cjk
def test_each_language_has_its_own_shapes() -> None:
    face = Fonts(SHIPPED).face(Family.SERIF)
    shapers = {
        language: face.split("骨", language)[0][0].shaper for language in ("ja", "ko", "zh", "zh-Hant-TW")
    }
    if len({shaper.name for shaper in shapers.values()}) == 1:
        pytest.skip("one font is there for all")
    assert len(set(shapers.values())) == 4
    assert face.split("word", "ja") == face.split("word")


@needs_cjk
def test_signs_of_chinese_text_are_as_wide_as_its_letters() -> None:
    face = Fonts(SHIPPED).face(Family.SERIF)
    quote = face.split("“", "zh")[0]
    assert quote[0] is not face
    assert quote[2] == face.split("中", "zh")[0][2]
    assert face.split("“")[0][0] is face


@needs_cjk
def test_a_font_with_postscript_outlines_keeps_the_glyphs_asked_for() -> None:
    shaper = CJK.with_character("橋", Wanted("ja"))
    assert shaper is not None
    if "CFF " not in shaper.face.table_tags:
        pytest.skip("the Japanese font here has TrueType outlines")
    glyphs = [glyph.number for glyph in shaper.shaped("橋は古い")]
    subset = subset_of(shaper.face, glyphs)
    assert subset.postscript
    assert len({subset.places[glyph] for glyph in glyphs}) == len(set(glyphs))
    assert len(subset.data) < 20_000


def index(*items: bytes) -> bytes:
    """An INDEX of the Compact Font Format."""
    ends = [1]
    for item in items:
        ends.append(ends[-1] + len(item))
    offsets = b"".join(end.to_bytes(2, "big") for end in ends)
    return len(items).to_bytes(2, "big") + b"\x02" + offsets + b"".join(items)


def cff(charset: bytes, ros: bytes = b"\x8b\x8c\x8b\x0c\x1e", before: bytes = b"") -> bytes:
    """A table that ends with a charset; `ros` says that glyphs have CIDs."""
    head = b"\x01\x00\x04\x02" + index(b"Name")
    size = len(head) + len(index(before + ros + b"\x1d\x00\x00\x00\x00\x0f"))
    top = before + ros + b"\x1d" + size.to_bytes(4, "big") + b"\x0f"
    return head + index(top) + charset


@pytest.mark.parametrize(
    "charset",
    [
        b"\x00\x00\x07\x00\x08\x00\x09\x01\x00",
        b"\x01\x00\x07\x02\x01\x00\x00",
        b"\x02\x00\x07\x00\x02\x01\x00\x00\x00",
    ],
)
def test_cids_are_read_from_each_kind_of_charset(charset: bytes) -> None:
    assert cids_of(cff(charset), 5) == [0, 7, 8, 9, 256]


def test_operands_of_every_kind_are_passed_over() -> None:
    before = b"\x1e\xe2\xa2\x5f\x0c\x07\xf7\x00\x05\xfb\x01\x06\x1c\xff\x00\x07"
    assert cids_of(cff(b"\x01\x00\x07\x00", before=before), 2) == [0, 7]


def test_glyphs_with_names_are_found_by_their_place() -> None:
    assert cids_of(cff(b"\x00\x00\x07", ros=b""), 3) == [0, 1, 2]
