# SPDX-License-Identifier: MIT
"""Where a line may end within a word."""

from __future__ import annotations

import re

_IDEOGRAPHS = "\u2e80-\u303f\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_MAY_BREAK = re.compile(f"[-/\u00ad\u200b\u2010\u2013\u2014{_IDEOGRAPHS}]|://|^www\\.")
_BREAKS = re.compile(
    "(?<=[^\\W\\d_][-\u2010/])(?=\\w)"  # well-known, and/or; not -5 and not 2025-02
    "|(?<=\u2014)(?=\\w)|(?<=[^\\W\\d_]\u2013)(?=\\w)"
    "|(?<=[\u00ad\u200b])"
    f"|(?<=[{_IDEOGRAPHS}])(?=[\\w(\u201c\u300c\u300e])|(?<=\\w)(?=(?=\\w)[{_IDEOGRAPHS}])"
)
_ADDRESS_BREAKS = re.compile("(?<=[/?&=._#-])(?=[^/?&=._#-])")


def parts_of(word: str) -> list[str]:
    """A word in parts between which a line may end."""
    if not _MAY_BREAK.search(word):
        return [word]
    address = "://" in word or word.startswith("www.")
    return [part for part in (_ADDRESS_BREAKS if address else _BREAKS).split(word) if part] or [word]
