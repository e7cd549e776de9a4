# SPDX-License-Identifier: MIT
"""How a plain text is laid out: whether lines are wrapped, what is indented, how wrapped lines are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

_WIDEST = 100
"""Wider than this, in characters, no program wraps lines by itself."""
_NARROWEST = 30
_FULL = 0.8
"""A line is full when the next word would have gone past this share of the widest line."""
_MOSTLY = 0.6
_RARELY = 1 / 3
_FEWEST_FULL = 2
_FEWEST_BROKEN = 2
"""From so many broken words on, hyphens at the ends of lines are taken for hyphenation."""

_MARKED = re.compile(r"\s*(?:[-*•>=~_]|\d+[.)]\s)")
"""Matches lines that are short for a reason: items, quotations, rules."""
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WORD = re.compile(r"[\w-]+")
_BROKEN_WORD = re.compile(r"(\w+)-\n(\w+)")
_KEEPS_HYPHEN = {
    "anti", "co", "cross", "ex", "far", "half", "high", "ill", "long", "low", "mid", "multi", "non",
    "post", "pre", "pro", "self", "semi", "short", "so", "vice", "well",
}  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """How a text is laid out. `width` is how far its wrapped lines reach, in characters; 0 without any.

    `indents_quotations` says that most lines start at the margin, so that an indented one means something.
    """

    width: int = 0
    indents_quotations: bool = True

    def ends_paragraph(self, line: str, following: str) -> bool:
        """Whether a wrapped line ended before it had to, after a sentence."""
        return not _is_full(line, following, self.width) and bool(_SENTENCE_END.search(line))


def stretches(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines between blank lines."""
    for has_text, group in groupby(lines, key=bool):
        if has_text:
            yield [*group]


def layout_of(parts: Sequence[Sequence[str]]) -> Layout:
    """The layout of a text, given as its stretches of lines."""
    texts = [[line for line in part if not _MARKED.match(line)] for part in parts]
    pairs = [pair for part in texts for pair in pairwise(part)]
    widest = max((len(line) for part in parts for line in part), default=0)
    full = sum(_is_full(line, following, widest) for line, following in pairs)
    is_wrapped = _NARROWEST <= widest <= _WIDEST and full >= _FEWEST_FULL and full >= _MOSTLY * len(pairs)
    indented = sum(all(line.startswith(" ") for line in part) for part in parts)
    return Layout(widest if is_wrapped else 0, indented <= _RARELY * len(parts))


def _is_full(line: str, following: str, width: int) -> bool:
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    return len(line) + 1 + len(word) > _FULL * width


def paragraphs(part: Sequence[str], layout: Layout) -> Iterator[list[str]]:
    """The lines of a stretch, paragraph by paragraph; each line is one where lines are not wrapped."""
    if not layout.width:
        yield from ([line] for line in part)
        return
    paragraph = [part[0]]
    for line in part[1:]:
        is_indented = line.startswith(" ") and not paragraph[-1].startswith(" ")
        if layout.ends_paragraph(paragraph[-1], line) or is_indented:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


@dataclass(frozen=True)
class Vocabulary:
    """The words of a text in small letters, and how many of its lines end in the middle of one."""

    words: frozenset[str] = frozenset()
    broken: int = 0

    @classmethod
    def of(cls, text: str) -> Vocabulary:
        """The vocabulary of a text; empty when no line ends in a hyphen, since it is not needed then."""
        broken = text.count("-\n")
        return cls(frozenset(_WORD.findall(text.lower())), broken) if broken else cls()

    def mended(self, first: str, second: str) -> str:
        """A word broken at the end of a line, with or without its hyphen, as the text has it elsewhere."""
        hyphenated, whole = f"{first}-{second}", first + second
        if not second[0].islower() or first.lower() in _KEEPS_HYPHEN or hyphenated.lower() in self.words:
            return hyphenated
        return whole if whole.lower() in self.words or self.broken >= _FEWEST_BROKEN else hyphenated


def joined_lines(lines: Sequence[str], vocabulary: Vocabulary) -> str:
    """Wrapped lines as one line, with words that were broken at the end of a line mended."""
    text = "\n".join(line.strip() for line in lines)
    text = text.replace("\u00ad\n", "").replace("\u00ad", "")
    if "-\n" in text:
        text = _BROKEN_WORD.sub(lambda found: vocabulary.mended(found[1], found[2]), text)
    return " ".join(text.split())
