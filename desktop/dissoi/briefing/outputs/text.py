# SPDX-License-Identifier: MIT
"""Blocks as plain text: lines that wrap, headings underlined, lists and quotations indented."""

from __future__ import annotations

import textwrap
from itertools import pairwise

from dissoi.briefing.outputs.elements import depth_of
from dissoi.briefing.outputs.markdown import ruled_off
from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind, Blocks

WIDTH = 78
"""Characters in a line."""
_DEEPEST = 20
"""Steps that items go in, so that more than half of a line is left for their words."""
_UNDERLINES = {1: "=", 2: "-"}
_CLOSE = {BlockKind.ITEM, BlockKind.ROW}
"""Blocks that follow one of their kind without an empty line between."""


def text_of(blocks: Blocks) -> str:
    """Blocks as text that ends with a newline. What begins a page elsewhere is ruled off."""
    if not blocks:
        return "\n"
    parts = [_block(blocks[0])]
    for before, block in pairwise(ruled_off(blocks)):
        close = before.kind is block.kind and block.kind in _CLOSE
        parts += ["\n" if close else "\n\n", _block(block)]
    return "".join(parts) + "\n"


def _block(block: Block) -> str:
    if block.kind is BlockKind.RULE:
        return "* * *"
    if block.kind is BlockKind.CODE:
        return block.text.replace(LINE_BREAK, "\n")
    if block.kind is BlockKind.HEADING:
        return _headline(block)
    first, rest = _indents(block)
    return "\n".join(_wrapped(line, first if not at else rest, rest) for at, line in enumerate(_lines(block)))


def _headline(block: Block) -> str:
    text = " ".join(_lines(block))
    wrapped = _wrapped(text, "", "")
    mark = _UNDERLINES.get(block.level)
    longest = max(map(len, wrapped.split("\n")))
    return f"{wrapped}\n{mark * longest}" if mark else wrapped


def _indents(block: Block) -> tuple[str, str]:
    if block.kind is BlockKind.QUOTE:
        return "    " * block.level, "    " * block.level
    if block.kind is BlockKind.ITEM:
        before = "  " * min(depth_of(block) - 1, _DEEPEST) + f"{block.marker or '•'} "
        return before, " " * len(before)
    return "", ""


def _lines(block: Block) -> list[str]:
    return block.text.split(LINE_BREAK) or [""]


def _wrapped(line: str, first: str, rest: str) -> str:
    """A line within `WIDTH`; long words, such as addresses, stay whole."""
    return textwrap.fill(
        line,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
