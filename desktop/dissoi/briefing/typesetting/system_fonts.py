# SPDX-License-Identifier: MIT
"""Fonts of the computer for scripts whose fonts are too large to ship, found by the names of their files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from dissoi.briefing.typesetting.shaping import Shaper

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_RESTRICTED = 0x0002
"""The bit of the table "OS/2" (fsType) by which a font forbids to be carried in documents."""


class Wanted(NamedTuple):
    """What a font should be like. `language` is a tag, or ""."""

    language: str = ""
    serif: bool = True
    bold: bool = False


class Known(NamedTuple):
    """A file that may be there; of a file of several fonts, `indexes` says which is for which language."""

    file: str
    indexes: Mapping[str, int]
    serif: bool = False
    bold: bool = False


_ALL: Mapping[str, int] = MappingProxyType({"ja": 0, "ko": 1, "zh": 2, "zh_hant": 3, "zh_tw": 3, "zh_hk": 4})
"""The languages whose shapes differ, and where the fonts of Adobe and Google have them."""


def _of(*files: str, serif: bool = False, bold: bool = False, **indexes: int) -> list[Known]:
    return [Known(file.lower(), MappingProxyType(indexes), serif, bold) for file in files]


def _for_all(*files: str, serif: bool = False, bold: bool = False) -> list[Known]:
    return [Known(file.lower(), _ALL, serif, bold) for file in files]


_SCRIPTS = (
    *("Thai", "Khmer", "Lao", "Myanmar", "Bengali", "Tamil", "Telugu", "Gujarati", "Kannada", "Malayalam"),
    *("Sinhala", "Gurmukhi", "Oriya", "Tibetan", "Armenian", "Georgian", "Ethiopic", "Syriac", "Thaana"),
)
_KNOWN = (
    *_for_all("NotoSerifCJK-Regular.ttc", "SourceHanSerif-Regular.ttc", serif=True),
    *_for_all("NotoSerifCJK-Bold.ttc", "SourceHanSerif-Bold.ttc", serif=True, bold=True),
    *_for_all("NotoSansCJK-Regular.ttc", "SourceHanSans-Regular.ttc"),
    *_for_all("NotoSansCJK-Bold.ttc", "SourceHanSans-Bold.ttc", bold=True),
    # Windows
    *_of("simsun.ttc", serif=True, zh=0),
    *_of("msyh.ttc", "Deng.ttf", zh=0),
    *_of("msyhbd.ttc", "Dengb.ttf", bold=True, zh=0),
    *_of("mingliu.ttc", serif=True, zh_hant=0, zh_tw=0, zh_hk=0),
    *_of("msjh.ttc", zh_hant=0, zh_tw=0, zh_hk=0),
    *_of("msjhbd.ttc", bold=True, zh_hant=0, zh_tw=0, zh_hk=0),
    *_of("yumin.ttf", "msmincho.ttc", serif=True, ja=0),
    *_of("yumindb.ttf", serif=True, bold=True, ja=0),
    *_of("YuGothR.ttc", "msgothic.ttc", "meiryo.ttc", ja=0),
    *_of("YuGothB.ttc", "meiryob.ttc", bold=True, ja=0),
    *_of("batang.ttc", serif=True, ko=0),
    *_of("malgun.ttf", "gulim.ttc", ko=0),
    *_of("malgunbd.ttf", bold=True, ko=0),
    # macOS
    *_of("Songti.ttc", serif=True, zh=0, zh_hant=3, zh_tw=3, zh_hk=3),
    *_of("PingFang.ttc", "STHeiti Light.ttc", "Hiragino Sans GB.ttc", zh=0),
    *_of("ヒラギノ明朝 ProN.ttc", serif=True, ja=0),
    *_of("ヒラギノ角ゴシック W3.ttc", ja=0),
    *_of("ヒラギノ角ゴシック W6.ttc", bold=True, ja=0),
    *_of("AppleMyungjo.ttf", serif=True, ko=0),
    *_of("AppleSDGothicNeo.ttc", ko=0),
    # Linux
    *_of("wqy-zenhei.ttc", "wqy-microhei.ttc", "uming.ttc", "ukai.ttc", zh=0),
    *_of("ipam.ttf", "ipaexm.ttf", serif=True, ja=0),
    *_of("ipag.ttf", "ipaexg.ttf", "TakaoPGothic.ttf", "VL-Gothic-Regular.ttf", ja=0),
    *_of("UnBatang.ttf", "NanumMyeongjo.ttf", serif=True, ko=0),
    *_of("UnDotum.ttf", "NanumGothic.ttf", ko=0),
    *_of("DroidSansFallbackFull.ttf", "DroidSansFallback.ttf"),
    # Other scripts
    *_of(*(f"NotoSerif{script}-Regular.ttf" for script in _SCRIPTS), serif=True),
    *_of(*(f"NotoSans{script}-Regular.ttf" for script in (*_SCRIPTS, "Symbols", "Math"))),
    *_of(
        "Nirmala.ttf", "Nirmala.ttc", "LeelawUI.ttf", "mmrtext.ttf", "ebrima.ttf", "gadugi.ttf", "sylfaen.ttf"
    ),
    *_of("seguisym.ttf", "SegoeUI.ttf", "cambria.ttc"),
    *_of("Thonburi.ttc", "Khmer Sangam MN.ttf", "Lao Sangam MN.ttf", "Bangla Sangam MN.ttc"),
    *_of("Tamil Sangam MN.ttc", "Myanmar Sangam MN.ttc", "Kefa.ttc", "Mshtakan.ttc", "Apple Symbols.ttf"),
    *_of("DejaVuSerif.ttf", serif=True),
    *_of(
        "DejaVuSans.ttf", "FreeSerif.ttf", "FreeSans.ttf", "Arial Unicode.ttf", "ARIALUNI.TTF", "unifont.ttf"
    ),
)


def font_folders(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> list[Path]:
    """The folders in which this computer keeps its fonts, the user's own first."""
    home = Path.home()
    if platform == "win32":
        local, windows = environment.get("LOCALAPPDATA"), environment.get("WINDIR", "C:\\Windows")
        own = [Path(local, "Microsoft", "Windows", "Fonts")] if local else []
        return [*own, Path(windows, "Fonts")]
    if platform == "darwin":
        system = Path("/System/Library")
        return [home / "Library/Fonts", Path("/Library/Fonts"), system / "Fonts", system / "AssetsV2"]
    data = environment.get("XDG_DATA_HOME") or home / ".local/share"
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    places = (Path(place, "fonts") for place in (data, *filter(None, shared.split(":"))))
    return [*places, home / ".fonts", Path("/run/host/fonts")]


class SystemFonts:
    """The fonts of some folders, looked for when first asked for."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = list(folders)
        self._files: dict[str, Path] | None = None
        self._shapers: dict[tuple[Path, int], Shaper | None] = {}
        self._orders: dict[Wanted, list[tuple[Path, int]]] = {}

    def with_character(self, char: str, wanted: Wanted) -> Shaper | None:
        """The font that suits best of those that have a character."""
        for place in self._order(wanted):
            shaper = self._shaper(place)
            if shaper and char in shaper.characters:
                return shaper
        return None

    def _order(self, wanted: Wanted) -> list[tuple[Path, int]]:
        order = self._orders.get(wanted)
        if order is None:
            files = self._found()
            there = [(known, files[known.file]) for known in _KNOWN if known.file in files]
            there.sort(key=lambda each: _distance(each[0], wanted))
            order = [(path, _index_for(known, wanted.language)) for known, path in there]
            self._orders[wanted] = order
        return order

    def _found(self) -> dict[str, Path]:
        if self._files is None:
            self._files = {}
            for path in _font_files(self._folders):
                self._files.setdefault(path.name.lower(), path)
        return self._files

    def _shaper(self, place: tuple[Path, int]) -> Shaper | None:
        if place not in self._shapers:
            self._shapers[place] = _usable(Shaper(*place))
        return self._shapers[place]


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    for top in folders:
        for folder, subfolders, names in os.walk(top):
            subfolders.sort()
            yield from (Path(folder, name) for name in sorted(names) if name.lower().endswith(_ENDINGS))


def _usable(shaper: Shaper) -> Shaper | None:
    """A font if it can be read and may be carried in a document; of CFF2, PDF knows nothing."""
    import uharfbuzz  # type: ignore[import-untyped]

    try:
        face = shaper.face
        if not face.glyph_count or "CFF2" in face.table_tags or not {"glyf", "CFF "} & set(face.table_tags):
            return None
        rights = int.from_bytes(bytes(face.reference_table("OS/2").data)[8:10], "big")
    except (OSError, uharfbuzz.HarfBuzzError):
        return None
    return None if rights & _RESTRICTED else shaper


def _distance(known: Known, wanted: Wanted) -> tuple[bool, bool, bool]:
    other_language = bool(wanted.language) and _tag(wanted.language) not in known.indexes
    return other_language, known.serif != wanted.serif, known.bold != wanted.bold


def _tag(language: str) -> str:
    """The tag under which a font for a language may be listed: its own, or a wider one."""
    parts = language.lower().split("-")
    longest_first = ("_".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((tag for tag in longest_first if tag in _ALL), "")


def _index_for(known: Known, language: str) -> int:
    return known.indexes.get(_tag(language), 0)
