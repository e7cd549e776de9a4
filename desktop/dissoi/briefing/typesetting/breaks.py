# SPDX-License-Identifier: MIT
"""Where a line may end within a word.

Chinese and Japanese end lines between any two characters, except as their own rules forbid (W3C,
"Requirements for Japanese Text Layout", 3.1.7 and 3.1.8, and "Requirements for Chinese Text Layout", 3.1.2):
no line begins with what closes or lengthens, none ends with what opens. Korean ends them at spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from dissoi.briefing.typesetting.latin import is_latin

SPACES = " \t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Where lines may end; spaces that do not break are part of words."""
_IDEOGRAPHS = (
    "\u2e80-\u2fdf\u2ff0-\u303f\u3040-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\uffe0-\uffef"
    "\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
_OPENING = re.escape("([{〈《「『【〔〖〘〚〝（［｛｟｢“‘«￥＄￡$£¥€№")
_CLOSING = (
    re.escape(")]}〉》」』】〕〗〙〛〞〟）］｝｠｣”’»、。，．,.・：；:;！？!?‼⁇⁈⁉％%‰°′″℃～〜‐–—―…‥ー゠")
    + "々〻〱〲〳〴〵ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ｡､･ｧ-ｰﾞﾟ"
)
_MAY_BREAK = re.compile("[-/\u00ad\u200b\u2010\u2013\u2014]|://|^www\\.")
_BREAKS = re.compile(
    "(?<=[^\\W\\d_][-\u2010/])(?=\\w)"  # well-known, and/or; not -5 and not 2025-02
    "|(?<=[^\\W\\d_]\u2013)(?=\\w)|(?<=.\u2014)(?=\\w)"
    "|(?<=[\u00ad\u200b])"
)
_ADDRESS_BREAKS = re.compile("(?<=[/?&=_#-])(?=[^/?&=._#-])")
"""Not behind a full stop, which would seem to end the sentence: “10.” of a DOI, “example.” of a host."""
_BEFORE_LETTER = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4\u200d\u17d2\u1039\u2060\ufeff]$")
"""Vowels of Thai and Lao that stand before their consonant, and signs that join two letters."""
_BEHIND_LETTER = re.compile(
    "[\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46"
    "\u0eb0\u0eb2\u0eb3\u0ec6"
    "\u200c\u200d\u1160-\u11ff"
    "\U0001f3fb-\U0001f3ff]"
)
"""Letters that belong to the one before: vowels of Thai and Lao, of Korean in parts, colours of skin."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_VIRAMAS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca"
"""Signs of India that join two consonants."""


@cache
def _ideograph() -> re.Pattern[str]:
    return re.compile(f"[{_IDEOGRAPHS}]")


@cache
def _breaks_among_ideographs() -> re.Pattern[str]:
    return re.compile(
        "(?<=[^\\W\\d_][-\u2010/])(?=\\w)"
        f"|(?<=[^{_IDEOGRAPHS}]\u2014)(?=\\w)(?![{_IDEOGRAPHS}])|(?<=[^\\W\\d_]\u2013)(?=\\w)"
        "|(?<=[\u00ad\u200b])"
        f"|(?:(?<=[{_IDEOGRAPHS}])|(?=[{_IDEOGRAPHS}]))(?<![{_OPENING}])(?<!^)(?![{_CLOSING}])(?!$)"
    )


def has_ideographs(text: str) -> bool:
    """Whether any of `text` is Chinese or Japanese."""
    return not is_latin(text) and max(text) >= _IDEOGRAPHS[0] and _ideograph().search(text) is not None


def parts_of(word: str) -> list[str]:
    """A word in parts between which a line may end."""
    if has_ideographs(word):
        breaks = _breaks_among_ideographs()
    elif _MAY_BREAK.search(word):
        breaks = _BREAKS
    else:
        return [word]
    if "://" in word or word.startswith("www."):
        breaks = _ADDRESS_BREAKS
    return [part for part in breaks.split(word) if part] or [word]


def clusters_of(text: str) -> Iterator[str]:
    """What is never divided, even where a word has no room: a letter with what is around it."""
    start = 0
    for at in range(1, len(text)):
        if not _is_joined(text[at - 1], text[at]) or _is_flag(text[start:at], text[at]):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _is_flag(cluster: str, following: str) -> bool:
    """Whether a cluster is a whole flag and another flag follows."""
    return bool(_FLAG.fullmatch(cluster)) and "\U0001f1e6" <= following <= "\U0001f1ff"


def _is_joined(before: str, char: str) -> bool:
    if before < "\u0300" and char < "\u0300":
        return False
    if (
        unicodedata.category(char).startswith("M")
        or _BEHIND_LETTER.match(char)
        or _BEFORE_LETTER.match(before)
    ):
        return True
    return before in _VIRAMAS or (
        "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= char <= "\U0001f1ff"
    )
