# SPDX-License-Identifier: MIT
"""Plain text to blocks: title, headings, paragraphs, quotations and lists, as far as the text shows them.

Whatever is uncertain is a paragraph. No word of the text is left out or changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dissoi.dossier.prose import LINE_BREAK, MAX_LEVEL, Block, BlockKind, Blocks, Span, clean, plain_block
from dissoi.reading.credits import is_credit_line, is_lone_name, is_paper
from dissoi.reading.layout import Layout, Vocabulary, joined_lines, layout_of, paragraphs, stretches
from dissoi.reading.text_tables import table_rows

_TAB = 4
_LONGEST_TITLE = 150
_LONGEST_HEADING = 80
_MOST_TITLE_WORDS = 25
_LONG_LINE = 160
"""From here on, in characters, a line can only be a paragraph."""
_TITLE, _HEADING, _SUBHEADING = 1, 2, 3
_QUOTED_INDENT = 3

_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,}|~{3,})$")
_RULE = re.compile(r" *(?:[-_=*#~•]{3,}|(?:[-_*•] +){2,}[-_*•])$")
_QUOTED = re.compile(r" {0,3}((?:> ?)+)(.*)")
_BULLET = re.compile(r"( *)([•◦▪‣●*–-])\s+(?=\S)")
_NUMBER = re.compile(r"( *)(\d{1,2})[.)]\s+(?=\S)")
_SUBSECTION = re.compile(r" *\d{1,2}(?:\.\d{1,2})+\.?\s")
_NO_TITLE_END = re.compile(r"[.,;:]$|[.,;:]['\"”’»)]$")
_SURE_BULLETS = "•◦▪‣●"


def text_blocks(text: str) -> Blocks:
    """The blocks of a plain text. Its title, if it has one, is the first: a heading of the first rank."""
    tidy = clean(text).replace(LINE_BREAK, "\n").expandtabs(_TAB)
    lines = [line.rstrip() for line in tidy.split("\n")]
    return tuple(_Reader([*stretches(lines)], tidy).blocks())


@dataclass(frozen=True)
class _Item:
    """A line that looks like an item of a list."""

    indent: int
    number: int
    text: str
    sure: bool

    @property
    def marker(self) -> str:
        """What stands before the item when it is shown."""
        return f"{self.number}." if self.number else "•"

    def is_beside(self, other: _Item) -> bool:
        """Whether two items can be neighbours in a list: two bullets, or two numbers that differ by one."""
        if not self.number or not other.number:
            return self.number == other.number
        return abs(self.number - other.number) == 1


class _Reader:
    """Reads the stretches of lines of a text in order."""

    def __init__(self, parts: Sequence[list[str]], text: str) -> None:
        self._parts = [
            lines
            for part in parts
            for piece in _pieces(part)
            if piece
            for lines in (_lists_apart(piece) if not table_rows(piece) else [piece])
        ]
        self._vocabulary = Vocabulary.of(text)
        self._layout = Layout()

    def blocks(self) -> Iterator[Block]:
        """The blocks of the text."""
        yield from self._opening()
        self._layout = layout_of([part for part in self._parts if not table_rows(part)])
        for index, part in enumerate(self._parts):
            if rows := table_rows(part):
                yield from rows
            elif items := self._list_at(index):
                yield from self._items(part, items)
            else:
                following = self._parts[index + 1] if index + 1 < len(self._parts) else []
                yield from self._stretch(part, sum(map(len, following)))

    def _opening(self) -> Iterator[Block]:
        """The title, and the lines of credits behind it, taken off the first stretch of lines."""
        if not self._parts:
            return
        first = self._parts[0]
        if len(first) > 1 and _UNDERLINE.match(first[1]) and _can_be_title(first[0]):
            yield _heading(first[0], _TITLE)
            del first[:2]
        elif self._starts_with_title():
            yield _heading(first.pop(0), _TITLE)
            if len(first) > 1 and is_lone_name(*first[:2]):
                yield plain_block(_spaced(first.pop(0)))
        before = ""
        while first and (is_credit_line(first[0]) or is_paper(first[0], before, "".join(first[1:2]))):
            before = first.pop(0)
            yield plain_block(_spaced(before))
        if not first:
            self._parts.pop(0)

    def _starts_with_title(self) -> bool:
        (line, *below), *others = self._parts
        if not _can_be_title(line) or is_credit_line(line) or _item(line) or _QUOTED.match(line):
            return False
        following = [*below, *(each for part in others[:2] for each in part)]
        if len(following) > 1 and (is_lone_name(*following[:2]) or is_paper(following[0], "", following[1])):
            return True
        if below:
            return is_credit_line(below[0]) or len(below[0]) > _LONG_LINE
        return bool(others) and (is_credit_line(others[0][0]) or sum(map(len, others[0])) > len(line))

    def _list_at(self, index: int) -> list[_Item | None]:
        """The items that the lines of a stretch start, None for their other lines; empty for no list."""
        items = [_item(line) for line in self._parts[index]]
        first = items[0]
        if first is None:
            return []
        near = (_item(self._parts[at][0]) for at in (index - 1, index + 1) if 0 <= at < len(self._parts))
        is_list = first.sure or any(item and first.is_beside(item) for item in (*items[1:], *near))
        return items if is_list else []

    def _items(self, lines: Sequence[str], items: Sequence[_Item | None]) -> Iterator[Block]:
        starts = [at for at, item in enumerate(items) if item]
        indents = sorted({item.indent for item in items if item})
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            item = items[start]
            assert item is not None
            level = min(indents.index(item.indent) + 1, MAX_LEVEL)
            own = start + 1
            while own < end and (self._layout.width or _indent(lines[own]) > item.indent):
                own += 1
            text = joined_lines([item.text, *lines[start + 1 : own]], self._vocabulary)
            yield Block(kind=BlockKind.ITEM, level=level, marker=item.marker, spans=(Span(text=text),))
            if own < end:
                yield from self._lines(lines[own:end])

    def _stretch(self, part: Sequence[str], following: int = 0) -> Iterator[Block]:
        """The blocks of a stretch; `following` is how many characters the next one has."""
        if all(_QUOTED.match(line) for line in part):
            yield from self._quoted(part)
        elif self._layout.indents_quotations and all(_indent(line) >= _QUOTED_INDENT for line in part):
            for lines in paragraphs(part, self._layout):
                yield plain_block(joined_lines(lines, self._vocabulary), BlockKind.QUOTE)
        elif len(part) > 1 and _UNDERLINE.match(part[1]) and _can_be_title(part[0]):
            yield _heading(part[0], _HEADING if part[1].strip()[0] == "=" else _SUBHEADING)
            if part[2:]:
                yield from self._stretch(part[2:], following)
        elif len(part) == 1 and following > len(part[0]) and _is_heading(part[0]):
            yield _heading(part[0], _SUBHEADING if _SUBSECTION.match(part[0]) else _HEADING)
        else:
            yield from self._lines(part)

    def _quoted(self, part: Sequence[str]) -> Iterator[Block]:
        level, lines = 1, list[str]()
        for line in [*part, ">"]:
            found = _QUOTED.match(line)
            assert found is not None
            now = min(found[1].count(">"), MAX_LEVEL)
            if lines and (now != level or not found[2].strip()):
                yield plain_block(joined_lines(lines, self._vocabulary), BlockKind.QUOTE, level)
                lines = []
            level = now
            lines += [found[2]] if found[2].strip() else []

    def _lines(self, part: Sequence[str]) -> Iterator[Block]:
        """The paragraphs of a stretch, with rules and headings that stand on lines between them."""
        pieces = [*paragraphs(part, self._layout)]
        for piece, (following, *_) in zip(pieces, [*pieces[1:], [""]], strict=True):
            line = piece[0]
            if len(piece) == 1 and _RULE.match(line):
                yield Block(kind=BlockKind.RULE)
            elif len(piece) == 1 and _is_heading(line) and (line.isupper() or len(following) > _LONG_LINE):
                yield _heading(line, _HEADING)
            else:
                yield plain_block(joined_lines(piece, self._vocabulary))


def _pieces(part: list[str]) -> Iterator[list[str]]:
    """A stretch of lines, cut around what stands alone in it, but for tables, whose rules do not."""
    return iter([part]) if table_rows(part) else _lone_lines_apart(part)


def _lone_lines_apart(part: list[str]) -> Iterator[list[str]]:
    """A stretch of lines, cut around rules and before and behind headings in capitals."""
    start = 0
    for at, line in enumerate(part):
        before, following = part[at - 1] if at else "", part[at + 1] if at + 1 < len(part) else ""
        is_underline = bool(before) and bool(_UNDERLINE.match(line)) and _can_be_title(before)
        is_rule = bool(_RULE.match(line)) and not is_underline
        is_capitals = line.isupper() and _is_heading(line) and bool(following) and not following.isupper()
        if is_rule or (is_capitals and not _UNDERLINE.match(following) and not is_credit_line(following)):
            yield from (part[start:at], [line])
            start = at + 1
    yield part[start:]


def _lists_apart(part: list[str]) -> Iterator[list[str]]:
    """A stretch of lines, cut where a list starts below a line of text."""
    items = [_item(line) for line in part]
    first = next((at for at, item in enumerate(items) if item), 0)
    item, others = items[first], items[first + 1 :]
    if first and item and (item.sure or any(other and item.is_beside(other) for other in others)):
        yield part[:first]
        yield part[first:]
    else:
        yield part


def _item(line: str) -> _Item | None:
    if bullet := _BULLET.match(line):
        return _Item(len(bullet[1]), 0, line[bullet.end() :], bullet[2] in _SURE_BULLETS)
    if number := _NUMBER.match(line):
        return _Item(len(number[1]), int(number[2]), line[number.end() :], sure=False)
    return None


def _heading(line: str, level: int) -> Block:
    return plain_block(_spaced(line), BlockKind.HEADING, level)


def _can_be_title(line: str) -> bool:
    text = line.strip()
    return (
        len(text) <= _LONGEST_TITLE
        and len(text.split()) <= _MOST_TITLE_WORDS
        and not _NO_TITLE_END.search(text)
        and any(map(str.isalpha, text))
        and not text[0].islower()
    )


def _is_heading(line: str) -> bool:
    """Whether a line that stands alone can be a heading: short, and not a sentence, item or credit."""
    text = line.strip()
    return (
        _can_be_title(line)
        and len(text) <= _LONGEST_HEADING
        and text[-1].isalnum()
        and not _BULLET.match(text)
        and not is_credit_line(text)
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _spaced(line: str) -> str:
    return " ".join(line.split())
