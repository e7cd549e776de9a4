# SPDX-License-Identifier: MIT
"""Where words may be divided, by the patterns of their language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

_LEAST_BEFORE, _LEAST_BEHIND = 2, 3
"""How many letters stay before a hyphen and go behind it."""
_LONGEST = 60
_WORD = re.compile("(\\W*(?:[^\\W\\d_]{1,4}['’])?)([^\\W\\d_]{6,})((?:['’][^\\W\\d_]{1,2})?[^\\w/\u2010-]*)")
"""What may be divided: a word of letters, with an article before an apostrophe and with marks around it."""
_NOUNS_CAPITALISED = frozenset({"de", "lb"})
_PATTERNS: Mapping[str, str] = MappingProxyType(
    {"en": "en_US", "de": "de_DE", "pt": "pt_PT", "no": "nb_NO", "nb": "nb_NO", "nn": "nn_NO", "sr": "sr"}
)
"""Those to be taken where the tag alone would not tell."""


def divisions(word: str, language: str, *, at_need: bool = False) -> list[int]:
    """The places in `word` before which a hyphen may stand; none where nothing is known of `language`.

    Names stay whole: words with a capital are divided only `at_need`, or where all nouns have one.
    """
    match = _WORD.fullmatch(word) if len(word) <= _LONGEST else None
    patterns = _patterns(language) if match and language else None
    if not match or patterns is None:
        return []
    letters = match[2]
    tail = letters if language[:2] not in _NOUNS_CAPITALISED else letters[1:]
    if not at_need and tail != tail.lower():
        return []
    start = len(match[1])
    return [start + place for place in _sound(letters, patterns.positions(letters))]


def _sound(letters: str, places: Iterable[Any]) -> Iterator[int]:
    """The places that leave at least two letters between hyphens, and a soft sign with what it softens.

    Where the spelling would change, as in "Schiffahrt", words stay whole; then a place has `data`.
    """
    before = 0
    for place in places:
        softened = letters[place + 1 : place + 2] == "ь"
        if place - before >= _LEAST_BEFORE and not softened and getattr(place, "data", None) is None:
            before = int(place)
            yield before


@cache
def _patterns(language: str) -> Any:
    """The patterns for a language tag such as "en" or "pt-BR", read when first asked for; or None."""
    import pyphen  # type: ignore[import-untyped]

    tag = language.replace("-", "_")
    first = _PATTERNS.get(tag) or pyphen.language_fallback(tag) or pyphen.language_fallback(tag[:2])
    if first is None:
        return None
    return pyphen.Pyphen(lang=first, left=_LEAST_BEFORE, right=_LEAST_BEHIND)
