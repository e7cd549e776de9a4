# SPDX-License-Identifier: MIT
"""One form for what Markdown can say in several: white space, the edges of looks, the order of lists.

Blocks in this form can be written as Markdown and read again as the same blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind, Blocks, Span, joined

CELL = " | "
"""What stands between the cells of a table's row."""

PARAGRAPHS_PART = re.compile(r"\n[ \t]*\n")
"""Matches what parts paragraphs: a line without words."""
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)
_UNSAFE_IN_LINK = re.compile(r"[\\`\[\]|]")
_SOFT_SPACE = re.compile(r"[ \t\n]{2,}|[\t\n]")
_BREAKS = re.compile(f"{LINE_BREAK}+")


class Look(NamedTuple):
    """How a run of characters looks."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""

    @classmethod
    def of(cls, span: Span) -> Look:
        """How a span looks; a link that is not safe does not show as one."""
        link = safe_link(span.link) if span.link else ""
        return cls(span.bold, span.italic, span.strike, span.code, link)

    def span(self, text: str) -> Span:
        """A span of this look."""
        return Span(
            text=text,
            bold=self.bold,
            italic=self.italic,
            strike=self.strike,
            code=self.code,
            link=self.link,
        )


PLAIN = Look()


def safe_link(address: str) -> str:
    """An address for the web or mail without characters that would break out of one; else ""."""
    if not _SAFE_LINK.fullmatch(address):
        return ""
    return _UNSAFE_IN_LINK.sub(lambda found: f"%{ord(found.group()):02X}", address)


def settled(runs: Iterable[tuple[str, Look]]) -> tuple[Span, ...]:
    """Spans of runs: white space is one space, and has a look only where both its sides share it."""
    pieces: list[tuple[str, Look]] = []
    gap, before = "", PLAIN
    for text, look in runs:
        core = text.strip()
        if not core:
            gap += text
            continue
        at = text.index(core)
        if pieces and (space := _tidy(gap + text[:at])):
            pieces.append((space, _shared(before, look)))
        pieces.append((core if look.code else _tidy(core), look))
        gap, before = text[at + len(core) :], look
    alike = groupby(pieces, key=itemgetter(1))
    return tuple(look.span("".join(text for text, _ in group)) for look, group in alike)


def _tidy(text: str) -> str:
    if LINE_BREAK in text:
        lines = (line.strip() for line in text.split(LINE_BREAK))
        text = _BREAKS.sub(LINE_BREAK, LINE_BREAK.join(lines))
    return _SOFT_SPACE.sub(" ", text)


def _shared(one: Look, other: Look) -> Look:
    """What two looks share, outermost mark first: Markdown nests emphasis in strike in link."""
    if one.link != other.link:
        return PLAIN
    if one.strike != other.strike:
        return Look(link=one.link)
    if (one.bold, one.italic) != (other.bold, other.italic):
        return Look(link=one.link, strike=one.strike)
    return one._replace(code=False) if one.code else one


def cells_joined(cells: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The cells of a row as one line of spans, without the empty ones at its end."""
    kept = list(cells)
    while kept and not kept[-1]:
        kept.pop()
    spans = [span for cell in kept for span in (Span(text=CELL), *cell)]
    return joined(spans[1:])


def arranged(blocks: Iterable[Block]) -> Blocks:
    """Blocks without empty ones; items go in one step at a time and numbers count on."""
    result: list[Block] = []
    numbers: list[int | None] = []
    for block in blocks:
        if not block.text and block.kind is not BlockKind.RULE:
            continue
        if block.kind is BlockKind.ITEM:
            result.append(_arranged_item(block, numbers))
        else:
            numbers.clear()
            result.append(block)
    return tuple(result)


def _arranged_item(block: Block, numbers: list[int | None]) -> Block:
    """An item in its place after items whose numbers, level by level, are `numbers` (changed here)."""
    if not block.marker:
        level = min(block.level, len(numbers))
        del numbers[level:]
        return block.model_copy(update={"level": level}) if level else Block(spans=block.spans)
    level = min(block.level, len(numbers) + 1)
    before = numbers[level - 1] if len(numbers) >= level else None
    del numbers[level - 1 :]
    number = int(block.marker[:-1]) if block.marker.endswith(".") else None
    if number is not None and before is not None:
        number = before + 1
    numbers.append(number)
    marker = "•" if number is None else f"{number}."
    return block.model_copy(update={"level": level, "marker": marker})
