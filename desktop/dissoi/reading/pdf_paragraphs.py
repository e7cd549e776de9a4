# SPDX-License-Identifier: MIT
"""Lines of a PDF file into paragraphs: what belongs together across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from dissoi.dossier.prose import Block
from dissoi.reading.pdf_columns import Column
from dissoi.reading.pdf_lines import Box, Line
from dissoi.reading.pdf_tables import Row, with_rows

BULLET = re.compile(r"[•◦▪‣●○■\uf0b7]\s*|[–-]\s+")
_DASHES = ("–", "-")
NUMBER = re.compile(r"(\d{1,3})[.)]\s+")
NOTE = re.compile(r"(\d{1,3}(?!\d)|[*†‡§]|[⁰¹²³⁴-⁹]+)[.)]?\s*(?=\S)")
SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]⁰¹²³⁴-⁹]*$")
_LARGER = 1.12
"""From how many times the size of the body on a line is a heading."""
_NOTE_SIZE = 0.92
_SHORT_RULE = 0.6
"""Which share of the width of a column a rule above footnotes has at most."""
_MOST_LEFT = 12
"""So many lines of footnotes may stand alone in a column."""
SAME_SIZE = 0.6
"""By how many points sizes differ in one paragraph."""
_INDENT, _DEEPEST_INDENT = 5.0, 60.0
_ALIGNED = 4.0
_INSET = 10.0
"""How far behind the margin, in points, the lines of a quotation begin."""
_SHORT = 0.1
_VERY_SHORT = 0.25
_WIDEST_LEADING = 2.2
_LOOSE_HEADING = 1.55


@dataclass(frozen=True)
class _Frame:
    """How a column is set: its margins, and how far its lines are apart, from top to top, in points."""

    left: float
    right: float
    leading: float

    @classmethod
    def of(cls, column: Column, body: float) -> _Frame:
        """The frame of a column of a document of which most is set in this size."""
        lefts = Counter(round(line.left) for line in column)
        shared = [left for left, count in lefts.items() if count >= max(1, 0.15 * len(column))]
        rights = sorted(line.right for line in column)
        size = body if any(line.size == body for line in column) else body_size([column])
        gaps = sorted(
            above.top - line.top
            for above, line in pairwise(column)
            if above.top - line.top > 1 and abs(line.size - size) < SAME_SIZE > abs(above.size - size)
        )
        # Where few lines stand between pictures, most gaps are none of the text.
        most = _WIDEST_LEADING * max(line.height for line in column)
        leading = min(gaps[len(gaps) // 5], most) if gaps else 14.0
        return cls(min(shared or lefts), rights[int(0.8 * (len(rights) - 1))], leading)

    @property
    def width(self) -> float:
        return self.right - self.left

    def is_short(self, line: Line, share: float = _SHORT) -> bool:
        """Whether a line ends before the right margin, by a share of the width."""
        return line.right < self.right - share * self.width

    def has_room(self, line: Line, following: Line) -> bool:
        """Whether a line ends although the first word of the next would have stood on it."""
        word, *_ = following.text.split(maxsplit=1)
        width = (following.right - following.left) / len(following.text) * (len(word) + 1)
        return line.right + width < self.right

    def is_indented(self, line: Line) -> bool:
        """Whether a line begins a little behind the left margin."""
        return _INDENT < line.left - self.left < _DEEPEST_INDENT


@dataclass
class Paragraph:
    """Lines that belong together, the first of which says what they are."""

    lines: list[Line]
    frame: _Frame
    row: Row | None = None
    insets: list[float] = field(default_factory=list)
    """How far behind the margin of its column each line begins."""

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1]

    @cached_property
    def is_item(self) -> bool:
        """Whether it begins with a bullet or a number."""
        text = self.lines[0].text
        return bool(BULLET.match(text) or NUMBER.match(text))

    @property
    def is_inset(self) -> bool:
        """Whether all its lines begin behind the margin, as those of a quotation do."""
        lefts = [line.left - self.frame.left for line in self.lines]
        if any(line.is_beside(other) for line, other in pairwise(self.lines)):
            return False
        is_even = max(lefts[1:], default=0) - min(lefts[1:], default=0) < _ALIGNED
        return len(lefts) > 1 and is_even and _INSET < min(lefts) < _DEEPEST_INDENT and not self.is_item


@dataclass
class Flow:
    """Gathers the paragraphs of a document, column after column. `body` is the size of most of its text."""

    body: float
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    pictures: dict[int, list[Block]] = field(default_factory=dict)
    """By the `id` of the line behind which they belong."""

    def add(self, column: Column, rules: Sequence[Box] = (), before: Column = (), after: Column = ()) -> None:
        """Go on with a column of a page on which these level lines are drawn, between two other columns."""
        frame = _Frame.of(column, self.body)
        lines, notes = self._parted(column, rules)
        parts = with_rows(lines, before, after)
        for at, part in enumerate(parts):
            if isinstance(part, Row):
                self.paragraphs.append(Paragraph(list(part.cells), frame, part))
                continue
            following = parts[at + 1] if at + 1 < len(parts) else None
            below = following if isinstance(following, Line) else None
            starts = self._starts(part, below, frame, is_first=not at)
            self._place(self.paragraphs, part, frame, starts=starts)
        for line in notes:
            starts = bool(NOTE.match(line.text)) and not (
                self.notes and line.left > self.notes[-1].lines[0].left + _INDENT
            )
            self._place(self.notes, line, frame, starts=starts)

    def _parted(self, column: Column, rules: Sequence[Box]) -> tuple[Column, Column]:
        """The lines of a column without the footnotes below them, and these."""
        at = self._first_below_rule(column, rules)
        if at == len(column):
            while at and column[at - 1].size <= _NOTE_SIZE * self.body:
                at -= 1
        while at < len(column) and not NOTE.match(column[at].text):
            at += 1
        is_rest = not at and self.paragraphs and len(column) <= _MOST_LEFT
        return (column[:at], column[at:]) if at or is_rest else (column, ())

    def _first_below_rule(self, column: Column, rules: Sequence[Box]) -> int:
        """Where the lines begin that a short rule parts from those above, as it does footnotes."""
        left, right = min(line.left for line in column), max(line.right for line in column)
        for rule in rules:
            below = [at for at, line in enumerate(column) if line.top < rule[1] + 1]
            is_short = rule[2] - rule[0] < _SHORT_RULE * (right - left)
            is_here = abs(rule[0] - left) < _INDENT and below and below[0]
            if is_short and is_here and below == [*range(below[0], len(column))]:
                return below[0] if NOTE.match(column[below[0]].text) else len(column)
        return len(column)

    def _place(self, into: list[Paragraph], line: Line, frame: _Frame, *, starts: bool) -> None:
        if starts or not into:
            into.append(Paragraph([], frame))
        into[-1].lines.append(line)
        into[-1].insets.append(line.left - frame.left)
        into[-1].frame = frame

    def _starts(self, line: Line, following: Line | None, frame: _Frame, *, is_first: bool) -> bool:
        """Whether a paragraph starts with this line."""
        if not self.paragraphs:
            return True
        open_ = self.paragraphs[-1]
        last = open_.last
        if (
            open_.row
            or abs(line.size - last.size) > SAME_SIZE
            or (line.is_bold != last.is_bold and self._is_apart(open_, line))
        ):
            return True
        if BULLET.match(line.text) and (not line.text.startswith(_DASHES) or open_.is_item):
            return True
        if NUMBER.match(line.text) and (open_.is_item or open_.frame.is_short(last)):
            return True
        return (
            self._resumes_not(open_, line, frame) if is_first else self._breaks(open_, line, following, frame)
        )

    def _is_apart(self, open_: Paragraph, line: Line) -> bool:
        last = open_.last
        is_spaced = last.top - line.top > open_.frame.leading * 1.25 + 1 or line.top > last.top
        return is_spaced or open_.frame.is_short(last) or (last.is_bold and len(open_.lines) == 1)

    def _resumes_not(self, open_: Paragraph, line: Line, frame: _Frame) -> bool:
        """Whether a paragraph starts at the top of a column."""
        inset, was_inset = line.left - frame.left, open_.insets[-1] if open_.insets else 0.0
        if open_.is_item:
            if inset > _INDENT:
                return False
            if was_inset > _INDENT:
                return True
        is_ended = bool(SENTENCE_END.search(open_.last.text))
        is_inset = abs(inset - was_inset) < _ALIGNED and (open_.is_inset or not is_ended)
        if frame.is_indented(line) and not is_inset:
            return True
        return is_ended and open_.frame.has_room(open_.last, line)

    def _breaks(self, open_: Paragraph, line: Line, following: Line | None, frame: _Frame) -> bool:
        """Whether a paragraph starts at a line below another one."""
        last = open_.last
        gap = last.top - line.top
        if self.is_large(line):
            return gap > _LOOSE_HEADING * line.size
        if gap > frame.leading * 1.25 + 1:
            return True
        if open_.is_item and line.left > open_.lines[0].left + _INDENT:
            return False
        if frame.is_indented(line):
            return self._begins_indented(open_, line, following, frame)
        if open_.is_item:
            return frame.is_short(last)
        is_ended = frame.is_short(last, _VERY_SHORT) and bool(SENTENCE_END.search(last.text))
        return is_ended and frame.has_room(last, line)

    def _begins_indented(self, open_: Paragraph, line: Line, following: Line | None, frame: _Frame) -> bool:
        """Whether an indented line is the first of a paragraph, and not one of an indented quotation."""
        last = open_.last
        is_alone = following is None or abs(following.left - line.left) >= _ALIGNED - 1
        if abs(last.left - line.left) < _ALIGNED:  # a quotation, or paragraphs of a line each
            is_ended = bool(SENTENCE_END.search(last.text))
            # A quotation has a margin of its own on the right.
            own = replace(frame, left=last.left, right=max(each.right for each in (*open_.lines, line)))
            return is_ended and (own.is_short(last) or (is_alone and not frame.is_short(line)))
        return abs(last.left - frame.left) < _ALIGNED or frame.is_short(last) or is_alone

    def is_large(self, line: Line) -> bool:
        """Whether a line is set larger than the text, as headings are."""
        return line.size >= _LARGER * self.body


def body_size(pages: Iterable[Sequence[Line]]) -> float:
    """The size of most of the text, in points."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
