# SPDX-License-Identifier: MIT
"""The language of a file: that of most of what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from dissoi.briefing.languages import language_of
from dissoi.dossier.prose import Block, BlockKind

OURS: Final = "en"
"""The language of a file that does not tell its own; that of our labels."""
FROM_THE_RIGHT: Final = frozenset({"ar", "fa", "he", "ur"})
EAST_ASIAN: Final = frozenset({"ja", "ko", "zh"})
_SPOKEN_IN: Mapping[str, str] = MappingProxyType(
    {
        "ar": "SA",
        "be": "BY",
        "ca": "ES",
        "cs": "CZ",
        "da": "DK",
        "el": "GR",
        "en": "US",
        "et": "EE",
        "fa": "IR",
        "he": "IL",
        "hi": "IN",
        "hy": "AM",
        "ja": "JP",
        "ka": "GE",
        "ko": "KR",
        "nb": "NO",
        "sl": "SI",
        "sr": "Cyrl-RS",
        "sv": "SE",
        "uk": "UA",
        "ur": "PK",
        "vi": "VN",
        "zh": "CN",
    }
)
"""Where languages are spoken whose countries are not called as they are."""


def language_of_most(blocks: Iterable[Block]) -> str:
    """The language of most of what blocks say, but for their headings."""
    said = (block.text for block in blocks if block.kind is not BlockKind.HEADING)
    return language_of(" ".join(said)) or OURS


def with_region(language: str) -> str:
    """A language as programs name it that know none without a country."""
    if language == "zh-Hant":
        return "zh-TW"
    return language if "-" in language else f"{language}-{_SPOKEN_IN.get(language, language.upper())}"
