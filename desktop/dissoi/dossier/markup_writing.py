# SPDX-License-Identifier: MIT
"""Blocks written as Markdown that reads again as the same blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dissoi.dossier.markup_settling import CELL, PLAIN, Look, arranged, cells_joined, settled
from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind, Span

_DEEPEST_HEADING = 6
_INDENT = "    "
_MARKUP = re.compile(
    r"[\\`*\[\]~|]|(?<![^\W_])_|_(?![^\W_])|<(?=[^\s>]{0,99}(?:[:@]|$)|[^\s>]{99})|&(?=#?\w+;)"
)
_AT_START = re.compile(r">|[-+](?=[ -]|$)|#{1,6}(?= |$)|•(?= |$)|(?<=\d)[.)](?= |$)")
_AT_NEXT_START = re.compile(r"[-=:]")
_ADDRESS = re.compile(r"https?://[^\s<>&]+|[^\s<>@:/&\\]+@[^\s<>@/&\\]+", re.IGNORECASE)


def markdown_of(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown. What Markdown cannot say is left out, such as a heading of the eighth rank."""
    settled_blocks = arranged(block.model_copy(update={"spans": _settled(block)}) for block in blocks)
    written: list[str] = []
    for kind, group in groupby(settled_blocks, key=lambda block: block.kind):
        if kind is BlockKind.ROW:
            written.append(_table(_cells(row.spans) for row in group))
        elif kind is BlockKind.ITEM:
            written.append(_list([*group]))
        else:
            written.extend(_block(block) for block in group)
    return "\n\n".join(written)


def _settled(block: Block) -> tuple[Span, ...]:
    if block.kind is BlockKind.CODE:
        return block.spans
    if block.kind is BlockKind.ROW:
        return cells_joined([*_cells(block.spans)])
    return settled((span.text, Look.of(span)) for span in block.spans)


def _block(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        text = _inline(block.spans).replace("\\\n", " ")
        marks = "#" * min(block.level, _DEEPEST_HEADING)
        return f"{marks} " + re.sub("#(?=#*$)", r"\\#", text)
    if block.kind is BlockKind.CODE:
        return _fenced(block.text.replace(LINE_BREAK, "\n"))
    if block.kind is BlockKind.RULE:
        return "---"
    if block.kind is BlockKind.QUOTE:
        return "\n".join("> " * block.level + line for line in _lines(block))
    return "\n".join(_lines(block))


def _lines(block: Block) -> list[str]:
    """The lines of a block, none of which starts like another block."""
    lines = _inline(block.spans).split("\n")
    return [_start_escaped(line, is_first=not at) for at, line in enumerate(lines)]


def _start_escaped(line: str, *, is_first: bool) -> str:
    number = re.match(r"\d*", line)
    at = number.end() if number else 0
    if _AT_START.match(line, at) or (not is_first and _AT_NEXT_START.match(line)):
        return f"{line[:at]}\\{line[at:]}"
    return line


def _list(items: Sequence[Block]) -> str:
    """Items line below line, but for a blank one where a list would otherwise go on."""
    parts: list[str] = []
    markers: list[str] = []
    for item in items:
        sort = "1." if item.marker.endswith(".") else item.marker
        at_level = markers[item.level - 1] if len(markers) >= item.level else sort
        apart = not sort or at_level != sort or (markers and not markers[-1])
        if parts:
            parts.append("\n\n" if apart else "\n")
        parts.append(_item(item))
        del markers[item.level - 1 :]
        markers.append(sort)
    return "".join(parts)


def _item(item: Block) -> str:
    lines = _lines(item)
    marker = "- " if item.marker == "•" else f"{item.marker} " if item.marker else _INDENT
    first = _INDENT * (item.level - 1) + marker + lines[0]
    return "\n".join([first, *(_INDENT * item.level + line for line in lines[1:])])


def table_of(rows: Iterable[Iterable[Iterable[Span]]]) -> str:
    """Cells by rows as a table, of which the first row is the head. A line break in a cell is a space."""
    return _table([[settled((span.text, Look.of(span)) for span in cell) for cell in row] for row in rows])


def cells_of(row: Block) -> tuple[tuple[Span, ...], ...]:
    """The cells of a table's row."""
    return tuple(_cells(row.spans))


def _table(rows: Iterable[Iterable[Sequence[Span]]]) -> str:
    cells = [[_inline(cell).replace("\\\n", " ") for cell in row] for row in rows]
    columns = max(map(len, cells))
    lines = ["| " + " | ".join([*row, *[""] * (columns - len(row))]) + " |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


def _cells(spans: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    cell: list[tuple[str, Look]] = []
    for span in spans:
        look = Look.of(span)
        first, *others = span.text.split(CELL) if look == PLAIN else [span.text]
        cell.append((first, look))
        for text in others:
            yield settled(cell)
            cell = [(text, look)]
    yield settled(cell)


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _inline(spans: Iterable[Span]) -> str:
    """Spans with their marks: links outermost, then strikes, then emphasis, then code."""
    text = ""
    for link, group in groupby(spans, key=lambda span: span.link):
        inside = [*group]
        written = _struck(inside)
        if link:
            written = _linked(written, link, "".join(span.text for span in inside))
            text = f"{text[:-1]}\\!" if text.endswith("!") else text
        text += written
    return text.replace(LINE_BREAK, "\\\n")


def _linked(written: str, link: str, text: str) -> str:
    if _ADDRESS.fullmatch(text) and link in {text, f"mailto:{text}"} and written == _escaped(text):
        return f"<{text}>"
    address = re.sub(r"&(?=#?\w+;)", "&amp;", link)
    return f"[{written}](<{address}>)" if re.search(r"[()'\"]", address) else f"[{written}]({address})"


def _struck(spans: Iterable[Span]) -> str:
    parts = ((strike, _emphasised(group)) for strike, group in groupby(spans, key=lambda span: span.strike))
    return "".join(f"~~{part}~~" if strike else part for strike, part in parts)


def _emphasised(spans: Iterable[Span]) -> str:
    text = ""
    for (bold, italic), group in groupby(spans, key=lambda span: (span.bold, span.italic)):
        mark = "*" * (2 * bold + italic)
        inside = "".join(_in_code(span.text) if span.code else _escaped(span.text) for span in group)
        text += f"{mark}{inside}{mark}"
    return text


def _in_code(text: str) -> str:
    lengths = {len(run) for run in re.findall("`+", text)}
    ticks = "`" * next(length for length in range(1, len(lengths) + 2) if length not in lengths)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text.replace(LINE_BREAK, ' ')}{pad}{ticks}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
