# SPDX-License-Identifier: MIT
"""What every part of the layout sets with, and how it sets the rich text that users write."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple, Protocol, TypeVar
from urllib.parse import quote

from dissoi.briefing.fonts import Cut
from dissoi.briefing.lines import BLACK, Ink, Look, Run, Setter
from dissoi.briefing.linking import Links
from dissoi.briefing.marks import RuleMark, TextMark
from dissoi.briefing.options import WHOLE, Options
from dissoi.briefing.paper import Format
from dissoi.briefing.rows import FLUSH, Bar, Galley, Inset, Row, line_marks
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import HAIR, SIDE_INKS, Style, Type, grey
from dissoi.briefing.typesetting.latin import is_latin
from dissoi.briefing.typesetting.levels import begins_leftwards
from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind, Blocks, Span
from dissoi.dossier.records import Side

_Made = TypeVar("_Made")
QUOTE_BAR = Bar(2, 1.5, grey(0.55))
STEP = 9.0
"""How far a quotation, a list item or an answer is set in for each of its levels."""
NARROWEST = 0.55
"""The part of a column that is left for text however deep its level."""

_MOST_LINES = 3
"""A heading of more lines is set smaller."""

_SCHEMES = ("http://", "https://", "mailto:")
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def address(link: str) -> str:
    """`link` if it leads to the web or a mailbox, as PDF wants it (ASCII); else ""."""
    link = link.strip()
    if not link.lower().startswith(_SCHEMES):
        return ""
    return quote(link.encode("utf-8", "replace"), safe=_IN_ADDRESS)


def apart(text: str) -> str:
    """`text` as it is to stand behind other words: read from the right to its last stop, if it begins so.

    Else that stop would be taken for one of the line, which is read from the left.
    """
    return f"\u2068{text}\u2069" if not is_latin(text) and begins_leftwards(text) else text


def reference(source: int) -> str:
    """Where a link to a numbered source leads."""
    return f"#source-{source}"


def hung(galley: Galley, inset: Inset, text: str, x: float, *bars: Bar) -> Inset:
    """`inset` by `x` more at the edge where `text` begins: the right one, if it is read from there."""
    if is_latin(text) or not begins_leftwards(text):
        return inset.by(x, *bars)
    edge = galley.width - inset.behind
    placed = (bar._replace(x=edge - bar.x) for bar in bars)
    return Inset(inset.x, (*inset.bars, *placed), inset.behind + x)


class Recalling(Protocol):
    """Finds again what a value came to, or makes it."""

    def __call__(self, name: Hashable, given: object, make: Callable[[], _Made]) -> _Made:
        """What `make` makes of `given`, of which there is one under each name."""


def afresh(name: Hashable, given: object, make: Callable[[], _Made]) -> _Made:  # noqa: ARG001 - of the protocol
    """Makes it each time."""
    return make()


class Desk(NamedTuple):
    """The setter, the type and the format that a brief is laid out with, and what was chosen about it.

    `recalling` is asked for what may have been set in an earlier brief.
    """

    setter: Setter
    type: Type
    format: Format
    options: Options = WHOLE
    recalling: Recalling = afresh

    def recalled(self, name: Hashable, given: object, make: Callable[[], _Made]) -> _Made:
        """What `make` sets of `given`, in this format with these options; it is never to be changed."""
        return self.recalling(name, (given, self.format, self.options), make)

    def galley(self, width: float, part: Part | None = None) -> Galley:
        """An empty column, within a part of the brief."""
        return Galley(self.setter, width, part)

    def ink(self, side: Side) -> Ink:
        """What is told of a side by colour, besides sign, word and shape."""
        return BLACK if self.options.grey else SIDE_INKS[side]

    def run(
        self, text: str, style: Style, *, bold: bool = False, italic: bool = False, language: str = ""
    ) -> Run:
        """Text in one of the looks of a style; `language` is its tag where it is known."""
        look = self.type.bold(style) if bold else self.type.italic(style) if italic else self.type.look(style)
        return Run(text, look._replace(language=language) if language else look)

    def link(self, text: str, style: Style, target: str) -> Run:
        """Text that leads somewhere."""
        return Run(text, self.type.look(style)._replace(link=target))

    def sign(self, source: int, style: Style) -> Run:
        """The number of a source, leading to it; nothing for 0."""
        if not source:
            return Run("", self.type.bold(style))
        return Run(f"[{source}]", self.type.bold(style)._replace(link=reference(source)))

    def fitted(self, text: str, style: Style, width: float, sizes: Iterable[tuple[float, float]]) -> Style:
        """`style` in smaller sizes, each with its leading, if `text` takes many lines without them.

        Type that is to be seen first is not to fill the page.
        """
        for size, leading in sizes:
            if len(self.setter.lines([self.run(text, style)], width)) <= _MOST_LINES:
                break
            style = style._replace(size=size, leading=leading)
        return style

    def line(self, text: str, style: Style, x: float, room: float) -> TextMark:
        """One line of text as a mark, cut where it is too long."""
        line = self.setter.line([self.run(text, style)], room)
        return TextMark(x, style.baseline, line.pieces)

    def line_to_right(self, text: str, style: Style, right: float, room: float) -> TextMark:
        """One line of text that ends at `right`."""
        line = self.setter.line([self.run(text, style)], room)
        return TextMark(right - line.width, style.baseline, line.pieces)

    def set_blocks(self, galley: Galley, blocks: Blocks, style: Style, inset: Inset = FLUSH) -> None:
        """Set what a user wrote."""
        around, lists = galley.part, Lists(galley.part)
        for place, block in enumerate(blocks):
            following = blocks[place + 1].kind if place + 1 < len(blocks) else None
            galley.part = lists.holding(block)
            self._set_block(galley, block, style, inset, following)
        galley.part = around

    def _set_block(
        self, galley: Galley, block: Block, style: Style, inset: Inset, following: BlockKind | None
    ) -> None:
        deepest = max(0.0, galley.width * (1 - NARROWEST) - inset.x)
        depth = min(block.level * STEP, deepest)
        match block.kind:
            case BlockKind.HEADING:
                heading = style._replace(
                    cut=Cut.BOLD, before=style.after + 2, after=1.5, keep=True, hyphenated=False
                )
                heading = heading._replace(role=Role.H5)
                galley.text(self._runs(block, heading), heading, inset)
            case BlockKind.QUOTE:
                said = style._replace(role=Role.PARAGRAPH)
                around = hung(galley, inset, block.text, depth, QUOTE_BAR)
                galley.text(self._runs(block, said), said, around)
            case BlockKind.ITEM:
                tight = style._replace(after=1.5) if following is BlockKind.ITEM else style
                self._set_item(galley, block, tight, inset, depth)
            case BlockKind.CODE:
                code = Part(Role.PARAGRAPH, galley.part).holds(Role.CODE)
                run = Run(_unbroken(block.text), self.type.code(style))
                galley.text([run], style, inset.by(STEP), part=code)
            case BlockKind.RULE:
                rule = RuleMark(inset.x, 4, galley.width, 4, 0.4, HAIR)
                galley.row(Row(8, style.after, marks=(rule,), bars=inset.bars), style.after)
            case BlockKind.PARAGRAPH | BlockKind.ROW:
                galley.text(self._runs(block, style), style, inset)

    def _set_item(self, galley: Galley, block: Block, style: Style, inset: Inset, depth: float) -> None:
        marker = self.setter.line([self.run(block.marker, style)], galley.width / 3)
        apart = max(0.0, depth - STEP)
        around = hung(galley, inset, block.text, max(depth, apart + marker.width + 3))
        start = inset.x + apart
        if around.behind > inset.behind:
            start = galley.width - inset.behind - apart - marker.width
        label = Part(Role.LABEL, galley.part.within if galley.part is not None else None)
        marks = line_marks(marker, start, style, Links(label))
        galley.text(self._runs(block, style), style, around, marks=marks, part=galley.part)

    def _runs(self, block: Block, style: Style) -> list[Run]:
        return [Run(span.text, self._look(span, style)) for span in block.spans]

    def _look(self, span: Span, style: Style) -> Look:
        look = self.type.look(style)
        if span.code:
            look = self.type.code(style)
        elif span.bold and span.italic:
            look = self.type.italic(style._replace(cut=Cut.BOLD))
        elif span.bold:
            look = self.type.bold(style)
        elif span.italic:
            look = self.type.italic(style)
        target = address(span.link) if span.link else ""
        if target or span.strike:
            look = look._replace(strike=span.strike, underline=bool(target), link=target)
        return look


class Lists:
    """The lists and quotations of blocks that stand `within` a part."""

    def __init__(self, within: Part | None) -> None:
        self._within = within
        self._items: list[tuple[int, Part]] = []
        self._quotation: Part | None = None

    def holding(self, block: Block) -> Part | None:
        """What a block stands in, told the blocks in order: the body of an item, a quotation, or `within`."""
        if block.kind is not BlockKind.ITEM:
            self._items.clear()
        if block.kind is not BlockKind.QUOTE:
            self._quotation = None
        match block.kind:
            case BlockKind.ITEM:
                return self._body(block.level)
            case BlockKind.QUOTE:
                self._quotation = self._quotation or Part(Role.QUOTATION, self._within)
                return self._quotation
            case _:
                return self._within

    def _body(self, level: int) -> Part:
        """The body of a new item. A list of a deeper level stands in the body of the item before it."""
        while self._items and self._items[-1][0] > level:
            self._items.pop()
        around = self._items[-1][1] if self._items else self._within
        if self._items and self._items[-1][0] == level:
            _, before = self._items.pop()
            items = before.within.within if before.within is not None else None
        else:
            items = Part(Role.LIST, around)
        body = Part(Role.ITEM, items).holds(Role.BODY)
        self._items.append((level, body))
        return body


def _unbroken(code: str) -> str:
    """Code with the spaces at the start of its lines kept."""
    lines = code.replace("\n", LINE_BREAK).split(LINE_BREAK)
    bare = ((line, line.lstrip(" \t")) for line in lines)
    return LINE_BREAK.join("\u00a0" * (len(line) - len(rest)) + rest for line, rest in bare)
