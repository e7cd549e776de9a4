# SPDX-License-Identifier: MIT
"""Finds words in an article whatever their case, accents, and kinds of quotation marks and dashes."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_BLANKS = re.compile(r"\s")
_ALIKE = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}


class Folded(NamedTuple):
    """A text in which letters that count as the same are the same.

    `origins` holds for each of its characters the offset (code points) of the one it comes from.
    """

    text: str
    origins: array[int] | range
    length: int

    @classmethod
    def of(cls, text: str) -> Folded:
        """`text` folded."""
        if text.isascii():
            return cls(_BLANKS.sub(" ", text.lower()), range(len(text)), len(text))
        pieces: list[str] = []
        origins = array("L")
        done = 0
        for found in _BEYOND_ASCII.finditer(text):
            at = found.start()
            folded = _folded(text[at])
            pieces += (text[done:at].lower(), folded)
            origins.extend(range(done, at))
            origins.extend([at] * len(folded))
            done = at + 1
        pieces.append(text[done:].lower())
        origins.extend(range(done, len(text)))
        return cls(_BLANKS.sub(" ", "".join(pieces)), origins, len(text))

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Where `words` stand, each as a range of code points of the text that was folded."""
        wanted = Folded.of(words).text
        if not wanted.strip():
            return
        at = self.text.find(wanted)
        while at >= 0:
            last = at + len(wanted) - 1
            yield self.origins[at], self._after(last)
            at = self.text.find(wanted, last + 1)

    def _after(self, last: int) -> int:
        """The end of the letter that a folded character comes from, with the accents set after it."""
        beyond = last + 1
        while beyond < len(self.origins) and self.origins[beyond] == self.origins[last]:
            beyond += 1
        is_last = beyond >= len(self.origins)
        end = self.length if is_last else self.origins[beyond]
        return end if end - self.origins[last] <= _MOST_ACCENTS else self.origins[last] + 1


_MOST_ACCENTS = 4


def _folded(character: str) -> str:
    alike = _ALIKE.get(character)
    if alike is not None:
        return alike
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


class Hits(NamedTuple):
    """What was found in a document, as ranges of positions (UTF-16 units) in order; `current` is an index."""

    ranges: tuple[tuple[int, int], ...] = ()
    current: int = -1

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The hits that share something with a range of positions, and whether each is the current one."""
        first = bisect_right(self.ranges, (start, -1))
        first -= first > 0
        for index in range(first, bisect_left(self.ranges, (end, -1))):
            yield (*self.ranges[index], index == self.current)

    def nearest(self, position: int) -> Hits:
        """These hits with the first one from `position` on as the current; from the top after the last."""
        if not self.ranges:
            return Hits()
        return Hits(self.ranges, bisect_left(self.ranges, (position, -1)) % len(self.ranges))

    def stepped(self, steps: int) -> Hits:
        """These hits with another one as the current, round and round."""
        return Hits(self.ranges, (self.current + steps) % len(self.ranges)) if self.ranges else self
