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
_LONGEST = 100
_WORD = re.compile("(\\W*(?:[^\\W\\d_]{1,4}['’])?)([^\\W\\d_]{6,})((?:['’][^\\W\\d_]{1,2})?[^\\w/\u2010-]*)")
"""What may be divided: a word of letters, with an article before an apostrophe and with marks around it."""
_NUMBERED = re.compile(r"(\d?)(\D?)")
_DIGITS = b"0123456789"
_NO_PATTERNS = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYP", "COMPOUNDRIGHTHYP")
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
    path = pyphen.LANGUAGES[first]
    if path not in pyphen.hdcache and (found := _lazily_read(path.read_bytes())):
        made = pyphen.hdcache[path] = pyphen.HyphDict.__new__(pyphen.HyphDict)
        made.patterns, made.cache, made.maxlen = found, {}, max(map(len, found))
    return pyphen.Pyphen(lang=first, left=_LEAST_BEFORE, right=_LEAST_BEHIND)


class _Patterns(dict[str, "str | tuple[int, tuple[int, ...]] | None"]):
    """Patterns by their letters, each as its file has it until a word asks for it.

    A language has ten thousand and more; to take them all apart takes longer than to set a short brief.
    """

    def get(self, letters: str, default: Any = None) -> Any:
        """Where a pattern first has a number, and its numbers from there on; `default` without a pattern."""
        found = super().get(letters, default)
        if isinstance(found, str):
            found = self[letters] = _taken_apart(found)
        return found


def _taken_apart(pattern: str) -> tuple[int, tuple[int, ...]] | None:
    values = [int(digit or "0") for digit, _ in _NUMBERED.findall(pattern)]
    numbered = [place for place, value in enumerate(values) if value]
    return (numbered[0], tuple(values[numbered[0] : numbered[-1] + 1])) if numbered else None


def _lazily_read(data: bytes) -> _Patterns | None:
    """The patterns of a file; None for one that has more than plain patterns, which pyphen reads itself."""
    encoding, _, body = data.partition(b"\n")
    if b"/" in body or b"^^" in body:
        return None
    named = encoding.decode("ascii").strip().lower().replace("microsoft-", "")
    lines = [line.strip() for line in body.decode(named).split("\n")]
    plain = [line for line in lines if line and not line.startswith(_NO_PATTERNS)]
    letters = "\n".join(plain).encode().translate(None, _DIGITS).decode().split("\n")
    return _Patterns(zip(letters, plain, strict=True))
