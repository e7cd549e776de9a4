# SPDX-License-Identifier: MIT
"""The passages that the reader shows, and where they stand in its document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dissoi.dossier.records import RecordId, Side
from dissoi.gui.article.offsets import Offsets


class ShownPassage(NamedTuple):
    """A passage to mark: `start` and `end` in code points of the article's text.

    `label` is said when the pointer rests on it. `used` tells that some argument rests on it, `sides`
    on which sides those arguments are; `current` that it carries the argument being edited, `looked_at`
    that it is of the quotation which was asked for last.
    """

    id: RecordId
    start: int
    end: int
    label: str = ""
    used: bool = False
    sides: frozenset[Side] = frozenset()
    current: bool = False
    sign: str = ""
    """A letter that stands at its start: what it was labelled as, and whether there is a note on it."""
    looked_at: bool = False


class Mark(NamedTuple):
    """A shown passage with its place in the document, in UTF-16 units."""

    passage: ShownPassage
    start: int
    end: int

    def starts_at(self, other: Mark) -> bool:
        """Whether it begins where another one is, or right behind it."""
        return other.start < self.start <= other.end + 1

    def ends_at(self, other: Mark) -> bool:
        """Whether it ends where another one is, or right before it."""
        return other.start - 1 <= self.end < other.end


class Marks(NamedTuple):
    """All marks of an article in the order of painting: long ones below short ones, on top the current."""

    marks: tuple[Mark, ...] = ()
    used: int = 0
    """How many of the passages are in use, with those that have no words in the text."""

    @classmethod
    def of(cls, passages: Sequence[ShownPassage], offsets: Offsets) -> Marks:
        """The marks of `passages`; those without words in the text are left out."""
        placed = (Mark(each, offsets.position(each.start), offsets.position(each.end)) for each in passages)
        there = (mark for mark in placed if mark.start < mark.end)
        return cls(tuple(sorted(there, key=_layer)), sum(each.used for each in passages))

    def between(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that share at least one character with a range of positions."""
        return tuple(mark for mark in self.marks if mark.start < end and mark.end > start)

    def find(self, passage_id: str) -> Mark | None:
        """The mark of a passage, if it is shown."""
        return next((mark for mark in self.marks if mark.passage.id == passage_id), None)


def _layer(mark: Mark) -> tuple[bool, bool, int, int]:
    return (mark.passage.looked_at, mark.passage.current, mark.start - mark.end, mark.start)
