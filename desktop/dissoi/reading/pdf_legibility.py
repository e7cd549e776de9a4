# SPDX-License-Identifier: MIT
"""Whether the characters of a PDF file are letters: a file may say where signs stand, but not which they are.

Such a file looks right and copies as nonsense. PDFium tells of characters whose meaning the file does not
say, but takes a number for them that is often right. So what they make is looked at: Latin letters
among which hardly any is a vowel, or letters of scripts thrown together, are no text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from dissoi.reading.pdf_lines import Page

_MOST_UNKNOWN = 0.1
"""The largest share of characters that are no letters, signs or spaces at all."""
_MOSTLY = 0.5
"""From which share of characters without a meaning on a file is distrusted."""
_FEWEST_VOWELS = 0.22
"""The least share of vowels among Latin letters; languages written in these have a third and more."""
_ENOUGH_LETTERS, _ENOUGH_DOUBTFUL = 300, 24
_ONE_SCRIPT = 0.8
_SAMPLE = 100_000
"""How many characters at the start are looked at."""
_SPELLED = re.compile(r"[a-z]")
_VOWELS = re.compile(r"[aeiouy]")
_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "HEBREW", "ARABIC", "DEVANAGARI", "BENGALI", "THAI", "EAST ASIAN"}
_EAST_ASIAN = {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "KATAKANA-HIRAGANA", "BOPOMOFO"}
_PHONETIC = range(0x180, 0x300)
"""Letters that are hardly used but by the languages of a few and by phoneticians."""


def is_legible(pages: Sequence[Page]) -> bool:
    """Whether the text of pages can be read at all."""
    text = "".join(line.text for page in pages for line in page.lines)
    unknown = sum(page.unknown for page in pages)
    if text.count("\ufffd") > _MOST_UNKNOWN * len(text):
        return False
    is_doubtful = unknown > _MOSTLY * len(text)
    letters = [each for each in text[:_SAMPLE] if each.isalpha()]
    if len(letters) < (_ENOUGH_DOUBTFUL if is_doubtful else _ENOUGH_LETTERS):
        return True
    return _has_vowels(letters) and (not is_doubtful or _is_of_one_script(letters))


def _has_vowels(letters: Sequence[str]) -> bool:
    plain = unicodedata.normalize("NFKD", "".join(letters)).casefold()
    latin = sum(1 for _ in _SPELLED.finditer(plain))
    vowels = sum(1 for _ in _VOWELS.finditer(plain))
    return latin < _ONE_SCRIPT * len(letters) or vowels >= _FEWEST_VOWELS * latin


def _is_of_one_script(letters: Sequence[str]) -> bool:
    scripts = Counter(map(_script, letters))
    script, count = scripts.most_common(1)[0]
    return script in _SCRIPTS and count >= _ONE_SCRIPT * len(letters)


def _script(letter: str) -> str:
    first = unicodedata.name(letter, "NONE").split()[0]
    if first in _EAST_ASIAN:
        return "EAST ASIAN"
    return "PHONETIC" if ord(letter) in _PHONETIC else first
