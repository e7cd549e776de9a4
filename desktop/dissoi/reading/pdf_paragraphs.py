# SPDX-License-Identifier: MIT
"""Lines of a PDF file into blocks: what belongs together across columns and pages, and what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from dissoi.dossier.prose import Block, BlockKind, Blocks, Span, joined
from dissoi.reading.layout import Vocabulary
from dissoi.reading.pdf_columns import Column
from dissoi.reading.pdf_lines import HYPHEN, Line

_BULLET = re.compile(r"[•◦▪‣●○■\uf0b7]\s*|[–-]\s+")
_DASHES = ("–", "-")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+")
_NOTE = re.compile(r"(\d{1,3}|[*†‡§]|[⁰¹²³⁴-⁹]+)[.)]?\s*(?=\S)")
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]⁰¹²³⁴-⁹]*$")
_LARGER = 1.12
"""From how many times the size of the body on a line is a heading."""
_NOTE_SIZE = 0.92
_SAME_SIZE = 0.6
"""By how many points sizes differ in one paragraph."""
_INDENT, _DEEPEST_INDENT = 5.0, 60.0
_ALIGNED = 4.0
_SHORT = 0.1
_VERY_SHORT = 0.25
_LOOSE_HEADING = 1.55
_LONGEST_HEADING = 200
_MOST_HEADING_LINES = 2
_DEEPEST_HEADING = 6
_WHOLE_WORD = 4
_JOINING = {
    "any",
    "every",
    "fore",
    "here",
    "how",
    "more",
    "over",
    "some",
    "there",
    "under",
    "what",
    "when",
    "where",
    "with",
}
_BROKEN = re.compile(rf"([\w-]*\w){HYPHEN}([\w-]+)")
_LAST_WORD = re.compile(r"\w+$")


@dataclass(frozen=True)
class _Frame:
    """How a column is set: its margins, and how far its lines are apart, from top to top, in points."""

    left: float
    right: float
    leading: float

    @classmethod
    def of(cls, column: Column) -> _Frame:
        """The frame of a column."""
        lefts = Counter(round(line.left) for line in column)
        shared = [left for left, count in lefts.items() if count >= max(1, 0.15 * len(column))]
        rights = sorted(line.right for line in column)
        gaps = sorted(above.top - line.top for above, line in pairwise(column) if above.top - line.top > 1)
        leading = gaps[len(gaps) // 5] if gaps else 14.0
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
class _Paragraph:
    """Lines that belong together, the first of which says what they are."""

    lines: list[Line]
    frame: _Frame

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @cached_property
    def is_item(self) -> bool:
        """Whether it begins with a bullet or a number."""
        text = self.lines[0].text
        return bool(_BULLET.match(text) or _NUMBER.match(text))


@dataclass
class Flow:
    """Gathers the paragraphs of a document, column after column. `body` is the size of most of its text."""

    body: float
    paragraphs: list[_Paragraph] = field(default_factory=list)
    notes: list[_Paragraph] = field(default_factory=list)
    is_open: bool = False

    def add(self, column: Column) -> None:
        """Go on with a column."""
        frame = _Frame.of(column)
        lines, notes = self._parted(column)
        for at, line in enumerate(lines):
            following = lines[at + 1] if at + 1 < len(lines) else None
            starts = self._starts(line, following, frame, is_first=not at)
            self._place(self.paragraphs, line, frame, starts=starts)
        for line in notes:
            starts = bool(_NOTE.match(line.text)) and not (
                self.notes and line.left > self.notes[-1].lines[0].left + _INDENT
            )
            self._place(self.notes, line, frame, starts=starts)

    def _parted(self, column: Column) -> tuple[Column, Column]:
        """The lines of a column without the footnotes below them, and these."""
        at = len(column)
        while at and column[at - 1].size <= _NOTE_SIZE * self.body:
            at -= 1
        while at < len(column) and not _NOTE.match(column[at].text):
            at += 1
        return (column[:at], column[at:]) if at else (column, ())

    def _place(self, into: list[_Paragraph], line: Line, frame: _Frame, *, starts: bool) -> None:
        if starts or not into:
            into.append(_Paragraph([line], frame))
        else:
            into[-1].lines.append(line)
            into[-1].frame = frame

    def _starts(self, line: Line, following: Line | None, frame: _Frame, *, is_first: bool) -> bool:
        """Whether a paragraph starts with this line."""
        if not self.paragraphs:
            return True
        open_ = self.paragraphs[-1]
        last = open_.last
        if abs(line.size - last.size) > _SAME_SIZE or (
            line.is_bold != last.is_bold and self._is_apart(open_, line)
        ):
            return True
        if _BULLET.match(line.text) and (not line.text.startswith(_DASHES) or open_.is_item):
            return True
        if _NUMBER.match(line.text) and (open_.is_item or open_.frame.is_short(last)):
            return True
        return (
            self._resumes_not(open_, line, frame) if is_first else self._breaks(open_, line, following, frame)
        )

    def _is_apart(self, open_: _Paragraph, line: Line) -> bool:
        last = open_.last
        is_spaced = last.top - line.top > open_.frame.leading * 1.25 + 1 or line.top > last.top
        return is_spaced or open_.frame.is_short(last) or (last.is_bold and len(open_.lines) == 1)

    def _resumes_not(self, open_: _Paragraph, line: Line, frame: _Frame) -> bool:
        """Whether a paragraph starts at the top of a column."""
        if open_.is_item and line.left - frame.left > _INDENT:
            return False
        if frame.is_indented(line):
            return True
        return bool(_SENTENCE_END.search(open_.last.text)) and open_.frame.has_room(open_.last, line)

    def _breaks(self, open_: _Paragraph, line: Line, following: Line | None, frame: _Frame) -> bool:
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
            return self._begins_indented(last, line, following, frame)
        if open_.is_item:
            return frame.is_short(last)
        is_ended = frame.is_short(last, _VERY_SHORT) and bool(_SENTENCE_END.search(last.text))
        return is_ended and frame.has_room(last, line)

    def _begins_indented(self, last: Line, line: Line, following: Line | None, frame: _Frame) -> bool:
        """Whether an indented line is the first of a paragraph, and not one of an indented quotation."""
        is_alone = following is None or abs(following.left - line.left) >= _ALIGNED - 1
        if abs(last.left - line.left) < _ALIGNED:  # a quotation, or paragraphs of a line each
            is_ended = bool(_SENTENCE_END.search(last.text))
            return is_ended and (frame.is_short(last) or (is_alone and not frame.is_short(line)))
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


@dataclass(frozen=True)
class Settled:
    """A document's blocks; `title` is the text of its heading in the largest letters, or ""."""

    blocks: Blocks
    title: str


def settled_blocks(flow: Flow, first_page: Sequence[Line]) -> Settled:
    """The blocks of a document, headings ranked by size; footnotes stand at its end."""
    vocabulary = _vocabulary(flow)
    headings = [at for at, each in enumerate(flow.paragraphs) if _is_heading(each, flow)]
    title = _title(flow, headings, frozenset(map(id, first_page)))
    ranks = _ranks(flow, headings, title)
    blocks: list[Block] = []
    for at, paragraph in enumerate(flow.paragraphs):
        spans = _spans(paragraph, vocabulary)
        if at in ranks and at != title:
            plain = tuple(span.model_copy(update={"bold": False}) for span in spans)
            blocks.append(Block(kind=BlockKind.HEADING, level=ranks[at], spans=joined(plain)))
        elif at != title:
            blocks.append(_block(spans))
    notes = [_note(_spans(paragraph, vocabulary)) for paragraph in flow.notes]
    name = "" if title is None else "".join(s.text for s in _spans(flow.paragraphs[title], vocabulary))
    return Settled((*_without_lone_numbers(blocks), *notes), name)


def _is_heading(paragraph: _Paragraph, flow: Flow) -> bool:
    lines = paragraph.lines
    if sum(len(line.text) for line in lines) > _LONGEST_HEADING or not any(
        c.isalpha() for c in lines[0].text
    ):
        return False
    if flow.is_large(lines[0]):
        return True
    is_body = lines[0].size >= flow.body - _SAME_SIZE
    ends = _SENTENCE_END.search(lines[-1].text)
    return is_body and len(lines) <= _MOST_HEADING_LINES and all(line.is_bold for line in lines) and not ends


def _title(flow: Flow, headings: Sequence[int], first_page: frozenset[int]) -> int | None:
    """The heading on the first page in the largest letters of all."""
    large = [at for at in headings if flow.is_large(flow.paragraphs[at].lines[0])]
    if not large:
        return None
    at = max(large, key=lambda at: (flow.paragraphs[at].lines[0].size, -at))
    return at if id(flow.paragraphs[at].lines[0]) in first_page else None


def _ranks(flow: Flow, headings: Sequence[int], title: int | None) -> dict[int, int]:
    sizes = {at: flow.paragraphs[at].lines[0].size for at in headings}
    order = sorted({size for at, size in sizes.items() if at != title}, reverse=True)
    first = 1 if title is None else 2
    return {at: min(first + order.index(sizes[at]), _DEEPEST_HEADING) if at != title else 1 for at in sizes}


def _block(spans: tuple[Span, ...]) -> Block:
    for pattern, kind in ((_BULLET, BlockKind.ITEM), (_NUMBER, BlockKind.ITEM)):
        if found := pattern.match("".join(span.text for span in spans)):
            marker = "•" if pattern is _BULLET else found[0].strip()
            return Block(kind=kind, marker=marker, spans=_behind(spans, found.end()))
    return Block(spans=spans)


def _note(spans: tuple[Span, ...]) -> Block:
    found = _NOTE.match("".join(span.text for span in spans))
    marker = found[1].translate(_PLAIN_DIGITS) if found else ""
    return Block(kind=BlockKind.NOTE, marker=marker, spans=_behind(spans, found.end() if found else 0))


def _behind(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    """Spans without so many characters at their start."""
    rest: list[Span] = []
    for span in spans:
        rest.append(span.model_copy(update={"text": span.text[length:]}))
        length = max(0, length - len(span.text))
    return joined(rest)


def _without_lone_numbers(blocks: Sequence[Block]) -> Blocks:
    """Numbered items as such only where their numbers follow one another; other numbers begin a sentence."""
    result = []
    for at, block in enumerate(blocks):
        number = _number(block)
        around = {_number(other) for other in (*blocks[max(0, at - 2) : at], *blocks[at + 1 : at + 3])} - {0}
        if number and not around & {number - 1, number + 1}:
            spans = joined((Span(text=f"{block.marker} "), *block.spans))
            block = Block(spans=spans)  # noqa: PLW2901 - it is what the block turns out to be
        result.append(block)
    return tuple(result)


def _number(block: Block) -> int:
    digits = block.marker.rstrip(".)")
    return int(digits) if block.kind is BlockKind.ITEM and digits.isdecimal() else 0


def _vocabulary(flow: Flow) -> Vocabulary:
    lines = (line.text for paragraph in (*flow.paragraphs, *flow.notes) for line in paragraph.lines)
    texts = (text[:-1] + "-" if text.endswith(HYPHEN) else text.replace(HYPHEN, "") for text in lines)
    return Vocabulary.of("\n".join(texts))


def _spans(paragraph: _Paragraph, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """The text of a paragraph as one line, with words that were broken at the end of a line mended."""
    spans: list[Span] = []
    for line in paragraph.lines:
        if spans:
            last = spans[-1]
            if last.text.endswith("-") and _LAST_WORD.search(last.text[:-1]):
                spans[-1] = last.model_copy(update={"text": last.text[:-1] + HYPHEN})
            elif not last.text.endswith((HYPHEN, "–", "—", "/")) or last.text.endswith((" –", " —")):
                spans[-1] = last.model_copy(update={"text": last.text + " "})
        spans += _trimmed(line.spans)
    spans = [span.model_copy(update={"text": _mended(span.text, vocabulary)}) for span in joined(spans)]
    return _collapsed(joined(spans))


def _trimmed(spans: Sequence[Span]) -> list[Span]:
    """Spans without white space at the ends of the line, and soft hyphens inside it."""
    texts = [span.text for span in spans]
    texts[0], texts[-1] = texts[0].lstrip(), texts[-1].rstrip() if len(texts) > 1 else texts[-1].strip()
    *rest, last = (span.model_copy(update={"text": text}) for span, text in zip(spans, texts, strict=True))
    inside = [span.model_copy(update={"text": span.text.replace(HYPHEN, "")}) for span in rest]
    ends = last.text[:-1].replace(HYPHEN, "") + last.text[-1:]
    return [*inside, last.model_copy(update={"text": ends})]


def _mended(text: str, vocabulary: Vocabulary) -> str:
    if HYPHEN not in text:
        return text
    text = text.replace(f"-{HYPHEN}", "-")
    return _BROKEN.sub(lambda found: _rejoined(found[1], found[2], vocabulary), text).replace(HYPHEN, "-")


def _rejoined(first: str, second: str, vocabulary: Vocabulary) -> str:
    """A word broken at the end of a line; two words of the text are a compound, with its hyphen."""
    whole, known = (first + second).lower(), vocabulary.words
    if whole in known and f"{first}-{second}".lower() not in known and second.islower():
        return first + second
    is_compound = min(len(first), len(second)) >= _WHOLE_WORD and {first.lower(), second.lower()} <= known
    if is_compound and whole not in known and first.lower() not in _JOINING:
        return f"{first}-{second}"
    return vocabulary.mended(first, second)


def _collapsed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans with each run of white space as one space, across their borders."""
    result, ends_in_space = [], True
    for span in spans:
        text = re.sub(r"\s+", " ", span.text)
        text = text.lstrip() if ends_in_space else text
        ends_in_space = text.endswith(" ") if text else ends_in_space
        result.append(span.model_copy(update={"text": text}))
    if result:
        result[-1] = result[-1].model_copy(update={"text": result[-1].text.rstrip()})
    return joined(result)
