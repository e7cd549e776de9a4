# SPDX-License-Identifier: MIT
"""Markdown to blocks and back: how what a user typed is read, and how blocks are written for people.

Raw HTML is no markup here: it shows as the characters typed. Pictures show as their description.
Only web and mail addresses are kept as links. Nothing here raises on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dissoi.dossier.markup_settling import PLAIN, Look, settled
from dissoi.dossier.markup_writing import markdown_of
from dissoi.dossier.prose import LINE_BREAK, Block, Blocks, clean, plain_block, plain_text

__all__ = ["blocks_of", "is_faithful", "markdown_of", "plain_of"]

_MARKS = re.compile(
    r"""(?mx)
    [\\`*\[<&] | ~~ | (?<!\w)_ | _(?!\w)           # inline markup, escapes, entities
    | ^[ ]*(?:[ ]{4}|\t)                           # code, or what belongs to a list item
    | ^[ ]*(?:[-+=|:>\#•]|\d+[.)](?:\s|$))            # headings, rules, lists, quotations, tables
    | (?:[ ]{2}|\t)$                               # a hard line break
    """
)
"""Matches wherever a text may be more than plain paragraphs; many of its finds turn out to be plain."""
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*?)(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])")
"""Matches emphasis as nearly all of it is written: around whole words, within a line, none inside another.

Texts with no other markup are read here: loading the parser takes longer than opening the window may.
"""

_PARAGRAPHS_PART = re.compile(r"\n[ \t]*\n")
_SOFT_SPACE = re.compile(r"[ \t\n]+")

# What Python-Markdown 3.11 takes, in steps of about 0.1 microseconds, measured: some marks cost their number
# times the length of the stretch between blank lines that they stand in, others about a tenth of that.
_SLOW_MARKS = re.compile(r"\[|^ {0,3}(?:#{1,6}(?: |$)|=+ *$|[-*_]+(?: +[-*_]+)* *$)", re.MULTILINE)
_OTHER_MARKS = re.compile(r"[`*_~<&\\]|  $", re.MULTILINE)
_ITEMS = re.compile(r"^[ >]*(?:[-+*•]|\d+[.)]) |^[ >]*\|", re.MULTILINE)
_STEPS_A_STRETCH, _STEPS_AN_ITEM, _STEPS_A_PIPE = 500, 1000, 50
_MOST_STEPS_IN_A_STRETCH = 1_500_000
_STEPS_A_SECOND = 10_000_000
_DEEP = re.compile(r"^(?: *(?:>|[-+*] |\d+\. )){17}", re.MULTILINE)
"""Matches a line that goes so deep into quotations and lists that the parser may run out of stack."""


def blocks_of(markdown: str, patience: float = 1) -> Blocks:
    """The blocks that a Markdown text reads as.

    Text that the parser would work on for more than about `patience` seconds reads as plain paragraphs.
    """
    text = clean(markdown).replace(LINE_BREAK, "\n")
    if not _MARKS.search(_EMPHASIS.sub(r"\2", text)):
        return _emphasised(text)
    if _is_hostile(text, patience):
        return _paragraphs(text)
    from dissoi.dossier.markup_parsing import parsed

    try:
        return parsed(text)
    except Exception:  # noqa: BLE001 - whatever the parser trips over, what was typed must still show
        return _paragraphs(text)


def plain_of(markdown: str) -> str:
    """The text of Markdown without its marks, blocks joined by a newline."""
    return plain_text(blocks_of(markdown))


def is_faithful(blocks: Iterable[Block]) -> bool:
    """Whether `blocks_of(markdown_of(blocks))` gives these very blocks again."""
    given = tuple(blocks)
    return blocks_of(markdown_of(given)) == given


def _paragraphs(text: str) -> Blocks:
    stretches = (_SOFT_SPACE.sub(" ", part).strip() for part in _PARAGRAPHS_PART.split(text))
    return tuple(plain_block(stretch) for stretch in stretches if stretch)


def _emphasised(text: str) -> Blocks:
    """The paragraphs of a text whose only marks are those that `_EMPHASIS` matches."""
    found = (settled(_runs(part)) for part in _PARAGRAPHS_PART.split(text))
    return tuple(Block(spans=spans) for spans in found if spans)


def _runs(text: str) -> Iterator[tuple[str, Look]]:
    at = 0
    for found in _EMPHASIS.finditer(text):
        strong = found.group(1) == "**"
        yield text[at : found.start()], PLAIN
        yield found.group(2), Look(bold=strong, italic=not strong)
        at = found.end()
    yield text[at:], PLAIN


def _is_hostile(text: str, patience: float = 1) -> bool:
    """Whether the parser would take too long over this text, or go too deep."""
    if _DEEP.search(text):
        return True
    total = len(_ITEMS.findall(text)) * _STEPS_AN_ITEM + text.count("|") * _STEPS_A_PIPE
    for stretch in _PARAGRAPHS_PART.split(text):
        marks = len(_SLOW_MARKS.findall(stretch)) + len(_OTHER_MARKS.findall(stretch)) / 10
        if len(stretch) * marks > _MOST_STEPS_IN_A_STRETCH:
            return True
        total += int(len(stretch) * marks) + _STEPS_A_STRETCH
    return total > patience * _STEPS_A_SECOND
