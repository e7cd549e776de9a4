# SPDX-License-Identifier: MIT
"""Markdown to blocks and back: how what a user typed is read, and how blocks are written for people.

Raw HTML is no markup here: it shows as the characters typed. Pictures show as their description.
Only web and mail addresses are kept as links. Nothing here raises on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dissoi.dossier.markup_settling import PARAGRAPHS_PART, PLAIN, Look, safe_link, settled
from dissoi.dossier.markup_writing import markdown_of
from dissoi.dossier.prose import LINE_BREAK, Block, Blocks, clean, plain_block, plain_text

__all__ = ["blocks_of", "is_faithful", "markdown_of", "plain_of"]

_INLINE = re.compile(r"(?=[\\`*\[<&~_])(?:[\\`*\[<&]|~~|(?<!\w)_|_(?!\w))")
"""Matches what may be inline markup, an escape or an entity."""
_OF_LINES = re.compile(
    r"""(?mx)
    ^[ ]*(?:
        [ ]{4} | \t                          # code, or what belongs to a list item
        | [-+=|:>\#•] | \d+[.)](?:\s|$)      # headings, rules, lists, quotations, tables
    )
    """
)
_BREAK = re.compile(r"(?m)(?: {2}|\t)$")
"""A hard line break."""
_MARKS = (_INLINE, _OF_LINES, _BREAK)
"""Match wherever a text may be more than plain paragraphs; many of their finds turn out to be plain.

Three, and with what each begins with told first, as one for all takes five times as long.
"""
_SIMPLE = re.compile(
    r"(?=[*\[])(?:"
    r"(?<![\w*])(?P<mark>\*\*?)(?=[^\s*])(?P<stressed>[^*\n]*[^\s*])(?P=mark)(?![\w*])"
    r"|(?<![\w!\]\\])\[(?P<linked>[^\s\[\]*](?:[^\[\]*\n]*[^\s\[\]*])?)\]"
    r"\((?P<link>https?://[A-Za-z0-9./?=%#:,;@+-]+)\)"
    r")"
)
"""Matches emphasis and links as nearly all of them are written: within a line, none inside another, emphasis
around whole words, addresses without characters that mean anything else.

Texts with no other markup are read here: loading the parser takes longer than opening the window may.
"""
_BARE = r"\g<stressed>\g<linked>"
"""What is left of such a find without its marks."""

_SOFT_SPACE = re.compile(r"[ \t\n]{2,}|[\t\n]")


def blocks_of(markdown: str, patience: float = 1) -> Blocks:
    """The blocks that a Markdown text reads as.

    Text that the parser would work on for more than about `patience` seconds reads as plain paragraphs.
    """
    text = clean(markdown).replace(LINE_BREAK, "\n")
    if is_simple(text):
        return _simple(text)
    from dissoi.dossier.markup_cost import is_hostile

    if is_hostile(text, patience):
        return _paragraphs(text)
    from dissoi.dossier.markup_parsing import parsed

    try:
        return parsed(text)
    except Exception:  # noqa: BLE001 - whatever the parser trips over, what was typed must still show
        return _paragraphs(text)


def is_simple(text: str) -> bool:
    """Whether a text has no marks but those that `_SIMPLE` matches, so that it needs no parser."""
    bare = _SIMPLE.sub(_BARE, text)
    return not any(marks.search(bare) for marks in _MARKS)


def plain_of(markdown: str) -> str:
    """The text of Markdown without its marks, blocks joined by a newline."""
    return plain_text(blocks_of(markdown))


def is_faithful(blocks: Iterable[Block]) -> bool:
    """Whether `blocks_of(markdown_of(blocks))` gives these very blocks again."""
    given = tuple(blocks)
    return blocks_of(markdown_of(given)) == given


def _paragraphs(text: str) -> Blocks:
    stretches = (_SOFT_SPACE.sub(" ", part).strip() for part in PARAGRAPHS_PART.split(text))
    return tuple(plain_block(stretch) for stretch in stretches if stretch)


def _simple(text: str) -> Blocks:
    """The paragraphs of a text that is simple."""
    found = (settled(_runs(part)) for part in PARAGRAPHS_PART.split(text))
    return tuple(Block(spans=spans) for spans in found if spans)


def _runs(text: str) -> Iterator[tuple[str, Look]]:
    at = 0
    for found in _SIMPLE.finditer(text):
        yield text[at : found.start()], PLAIN
        mark = found["mark"]
        if mark:
            yield found["stressed"], Look(bold=mark == "**", italic=mark == "*")
        else:
            yield found["linked"], Look(link=safe_link(found["link"]))
        at = found.end()
    yield text[at:], PLAIN
