# SPDX-License-Identifier: MIT
"""Puts what was written apart into one run of words, with the marks that its script has between sentences."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Pauses(NamedTuple):
    """What a script writes behind a sentence, an item of a row, and what leads on to such a row."""

    stop: str = ". "
    item: str = "; "
    colon: str = ": "
    space: str = " "


_LATIN: Final = Pauses()
_IDEOGRAPHS: Final = Pauses("。", "；", "：", "")
_DANDA: Final = Pauses(stop="। ")
_ARABIC: Final = Pauses(item="؛ ")
_URDU: Final = Pauses("۔ ", "؛ ")
_SPACED: Final = Pauses(" ", " ", " ")
_URDU_LETTERS: Final = frozenset("ٹڈڑںےۓ")
_BY_SCRIPT: Final[Mapping[str, Pauses]] = MappingProxyType(
    {
        "CJK": _IDEOGRAPHS,
        "HIRAGANA": _IDEOGRAPHS,
        "KATAKANA": _IDEOGRAPHS,
        "BOPOMOFO": _IDEOGRAPHS,
        "DEVANAGARI": _DANDA,
        "BENGALI": _DANDA,
        "GURMUKHI": _DANDA,
        "ORIYA": _DANDA,
        "ARABIC": _ARABIC,
        "GREEK": Pauses(item="· "),
        "ARMENIAN": Pauses("։ "),
        "ETHIOPIC": Pauses("። ", "፤ ", "፦ "),
        "KHMER": Pauses("។ "),
        "MYANMAR": Pauses("။ "),
        "THAI": _SPACED,
        "LAO": _SPACED,
    }
)
"""The pauses of scripts, by the first word of the names that Unicode gives their letters."""
_CLOSERS: Final = frozenset("\"'”’»›“‘」』）)]}")
"""What may stand behind the end of a sentence and belongs to it."""
_SAID: Final = frozenset("%‰°′″")
"""Signs that are read as words, though Unicode counts some as punctuation."""


_LETTERS: Final = frozenset({"Lu", "Ll", "Lo"})


def pauses_of(text: str) -> Pauses:
    """The pauses of the script in which `text` ends."""
    letter = next((each for each in reversed(text) if unicodedata.category(each) in _LETTERS), "")
    script = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    if script == "ARABIC" and not _URDU_LETTERS.isdisjoint(text):
        return _URDU
    return _BY_SCRIPT.get(script, _LATIN)


def is_open(text: str) -> bool:
    """Whether `text` ends in a word, not in a mark that closes a sentence or leads on."""
    last = text.rstrip().rstrip("".join(_CLOSERS))[-1:]
    return bool(last) and (last in _SAID or not unicodedata.category(last).startswith("P"))


def joined(sentence: str, following: str) -> str:
    """Two sentences, with a stop between them where the first has no mark at its end."""
    if not (sentence and following):
        return sentence or following
    pauses = pauses_of(sentence)
    return f"{sentence}{pauses.stop if is_open(sentence) else pauses.space}{following}"
