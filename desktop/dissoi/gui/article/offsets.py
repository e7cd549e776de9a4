# SPDX-License-Identifier: MIT
"""Where the dossier and Qt count differently: code points here, UTF-16 units in a text document.

This is the one place that converts. The reader's document holds nothing but the article's text, so an
offset and a position differ only by the characters outside the Basic Multilingual Plane before them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

_LAST_OF_ONE_UNIT = "\uffff"
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Offsets(NamedTuple):
    """Converts between offsets (code points) and positions (UTF-16 units) of one text.

    `wide` holds the offsets of the characters that take two units; most texts have none. `length` is the
    length of the text in code points: what lies outside the text is moved to its ends.
    """

    wide: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    length: int = 0

    @classmethod
    def of(cls, text: str) -> Offsets:
        """The conversion for `text`."""
        if not text or max(text) <= _LAST_OF_ONE_UNIT:
            return cls(length=len(text))
        wide = tuple(found.start() for found in _TWO_UNITS.finditer(text))
        return cls(wide, tuple(offset + before for before, offset in enumerate(wide)), len(text))

    def position(self, offset: int) -> int:
        """The position in the document, in UTF-16 units, of an offset in code points."""
        offset = max(0, min(offset, self.length))
        return offset + bisect_left(self.wide, offset)

    def offset(self, position: int) -> int:
        """The offset in code points of a position; one inside a character counts as its start."""
        position = max(0, min(position, self.length + len(self.wide)))
        return position - bisect_left(self.positions, position)
