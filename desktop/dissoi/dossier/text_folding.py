# SPDX-License-Identifier: MIT
"""Text with what copies of an article differ in taken away, and where each character came from.

Case, accents, kinds of quotation marks, dashes and white space, ligatures, soft hyphens and words broken at
the end of a line are no differences here.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass

_PLAIN = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("–—‒―‐‑−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff\u2060", ""),
    "…": "...",
}
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][\n\u2028][ \t]*(?=[^\W\d_A-Z])")


@dataclass(frozen=True)
class Folded:
    """`places[i]` is where character i of the folded `text` stands in the text it was made of (code points).

    It has one place more, the end of that text.
    """

    text: str
    places: array[int]

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The range in the unfolded text of a range in the folded one."""
        if end <= start:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1

    def at(self, place: int) -> int:
        """The first character of the folded text that stands at `place` of the unfolded, or behind it."""
        return bisect_left(self.places, place)


def fold(text: str) -> Folded:
    """`text` folded, with the way back."""
    skipped = {at for found in _BROKEN_WORD.finditer(text) for at in range(*found.span())}
    letters: list[str] = []
    places: array[int] = array("q")
    known = dict(_FOLDED)
    last = " "
    for at, character in enumerate(text):
        folded = known.get(character)
        if folded is None:
            folded = known[character] = _folded(character)
        if at in skipped or not folded or (folded == last and folded in " -"):
            continue
        letters.extend(folded)
        places.extend([at] * len(folded))
        last = folded[-1]
    places.append(len(text))
    return Folded("".join(letters), places)


def is_same_words(one: str, other: str) -> bool:
    """Whether two texts are the same words in the same letters, but for how they are typeset.

    Stricter than equal when folded: capitals and accents count.
    """
    return one == other or _typeset(one) == _typeset(other)


def _typeset(text: str) -> str:
    joined = _BROKEN_WORD.sub("", text)
    plain = "".join(_PLAIN.get(character, character) for character in joined)
    return " ".join(re.sub("-+", "-", unicodedata.normalize("NFKC", plain)).split())


def _folded(character: str) -> str:
    """What one character becomes: no, one or several characters."""
    if character in _PLAIN:
        return _PLAIN[character]
    if character.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", character)
    bare = "".join(_PLAIN.get(each, each) for each in parts if not unicodedata.combining(each))
    return bare.casefold().replace(" ", "")


_FOLDED = {chr(code): _folded(chr(code)) for code in range(128)} | _PLAIN
