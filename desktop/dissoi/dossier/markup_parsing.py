# SPDX-License-Identifier: MIT
"""Reads Markdown with the `Markdown` package, and its element tree into blocks.

Importing this module imports that package, so `markup.py` does it only for text that has markup.
Call `markup.blocks_of`, which sets the limits.
"""

from __future__ import annotations

import html
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    InlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX, AtomicString

from dissoi.dossier.markup_lines import straightened, without_fences
from dissoi.dossier.markup_settling import PLAIN, Look, arranged, cells_joined, safe_link, settled
from dissoi.dossier.prose import LINE_BREAK, MAX_LEVEL, Block, BlockKind, Blocks, Span

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z0-9]+);")
_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {"p", "ul", "ol", "blockquote", "pre", "hr", "table", *_HEADINGS}


def parsed(text: str) -> Blocks:
    """The blocks of cleaned Markdown text. May raise, and may take very long, on hostile text."""
    blocks: list[Block] = []
    for part, is_code in without_fences(text):
        blocks.extend(_code(part) if is_code else _flow(_tree(part), _Place()))
    return arranged(blocks)


def _tree(text: str) -> Element:
    """The element tree of a text; a parser for each, since a parser is for one thread."""
    parser = _parser()
    lines = text.split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = parser.parser.parseDocument(lines).getroot()
    assert root is not None
    parser.treeprocessors["inline"].run(root)
    return root


def _parser() -> Markdown:
    parser = Markdown(extensions=[TableExtension(), SaneListExtension()])
    # As CommonMark has it: every ASCII punctuation character can be escaped, "#1" is no heading.
    parser.ESCAPED_CHARS = [*string.punctuation, "•"]
    parser.parser.blockprocessors.register(_HeadingProcessor(parser.parser), "hashheader", 70)
    parser.preprocessors.deregister("html_block")
    parser.preprocessors.register(_StraightLists(parser), "straight_lists", 10)
    inline = parser.inlinePatterns
    for name in ("html", "automail"):
        inline.deregister(name)
    inline.register(_AddressProcessor(r"<([^\s<>@:/]+@[^\s<>@/]+)>", parser), "address", 110)
    inline.register(SubstituteTagInlineProcessor(r"  \n|\\\n", "br"), "linebreak", 100)
    inline.register(_EntityProcessor(_ENTITY.pattern), "entity", 80)
    inline.register(SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "del"), "strike", 65)
    return parser


class _HeadingProcessor(HashHeaderProcessor):
    RE = re.compile(HashHeaderProcessor.RE.pattern.replace("#{1,6})", r"#{1,6})(?= |\n|$)", 1))


class _StraightLists(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return straightened(lines)


class _EntityProcessor(InlineProcessor):
    """Shows the character that an entity stands for, as every Markdown does; never as markup."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int, int]:  # type: ignore[override]
        del data
        character = html.unescape(m.group())
        return (None if character == m.group() else character), *m.span()


class _AddressProcessor(InlineProcessor):
    """Links a mail address in angle brackets; the package's own pattern would write it in entities."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        del data
        link = Element("a", href=f"mailto:{m.group(1)}")
        link.text = AtomicString(m.group(1))
        return link, *m.span()


@dataclass(frozen=True)
class _Place:
    """Where in quotations and lists an element stands."""

    quotes: int = 0
    items: int = 0
    marker: str = ""
    in_item: bool = False

    def block(self, spans: tuple[Span, ...]) -> Block:
        if self.in_item:
            level = min(self.items, MAX_LEVEL)
            return Block(kind=BlockKind.ITEM, level=level, marker=self.marker, spans=spans)
        if self.quotes:
            return Block(kind=BlockKind.QUOTE, level=min(self.quotes, MAX_LEVEL), spans=spans)
        return Block(spans=spans)


def _flow(parent: Element, place: _Place) -> Iterator[Block]:
    """The blocks inside an element; loose text between its blocks is a paragraph."""
    runs = [(_unescaped(parent.text), PLAIN)]
    for child in parent:
        if child.tag in _BLOCKS:
            if spans := settled(runs):
                yield place.block(spans)
                place = replace(place, marker="")
            runs = []
            for block in _blocks(child, place):
                yield block
                place = replace(place, marker="")
        else:
            runs.extend(_runs(child, PLAIN))
        runs.append((_unescaped(child.tail), PLAIN))
    if spans := settled(runs):
        yield place.block(spans)


def _blocks(element: Element, place: _Place) -> Iterator[Block]:
    tag = element.tag
    if tag == "p":
        yield from _flow(element, place)
    elif tag in _HEADINGS:
        spans = settled(_inside(element, PLAIN))
        yield Block(kind=BlockKind.HEADING, level=_HEADINGS[tag], spans=spans)
    elif tag in {"ul", "ol"}:
        yield from _items(element, place)
    elif tag == "blockquote":
        yield from _flow(element, replace(place, quotes=place.quotes + 1, in_item=False))
    elif tag == "pre":
        yield from _code(_code_text(element))
    elif tag == "hr":
        yield Block(kind=BlockKind.RULE)
    else:
        yield from _rows(element)


def _items(element: Element, place: _Place) -> Iterator[Block]:
    first = int(element.get("start", "1"))
    for number, item in enumerate(element, first):
        marker = "•" if element.tag == "ul" else f"{number}."
        yield from _flow(item, replace(place, items=place.items + 1, marker=marker, in_item=True))


def _rows(table: Element) -> Iterator[Block]:
    for row in table.iter("tr"):
        spans = cells_joined([settled(_inside(cell, PLAIN)) for cell in row])
        yield Block(kind=BlockKind.ROW, spans=spans)


def _code_text(element: Element) -> str:
    text = "".join(element.itertext())
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").rstrip()


def _code(text: str) -> Iterator[Block]:
    if text.strip():
        yield Block(kind=BlockKind.CODE, spans=(Span(text=text.replace("\n", LINE_BREAK)),))


def _inside(element: Element, look: Look) -> Iterator[tuple[str, Look]]:
    yield _unescaped(element.text), look
    for child in element:
        yield from _runs(child, look)
        yield _unescaped(child.tail), look


def _runs(element: Element, look: Look) -> Iterator[tuple[str, Look]]:
    """The text of an inline element and how each part of it looks, but for its tail."""
    tag = element.tag
    if tag == "br":
        yield LINE_BREAK, look
    elif tag == "img":
        yield _unescaped(element.get("alt")), look
    elif tag == "code":
        yield _code_text(element).replace("\n", " "), look._replace(code=True)
    elif tag == "a":
        yield from _inside(element, look._replace(link=_link(element)))
    else:
        yield from _inside(element, _with_tag(look, tag))


def _with_tag(look: Look, tag: str) -> Look:
    return look._replace(
        bold=look.bold or tag == "strong",
        italic=look.italic or tag == "em",
        strike=look.strike or tag == "del",
    )


def _link(element: Element) -> str:
    address = _unescaped(element.get("href"))
    return safe_link(_ENTITY.sub(lambda found: html.unescape(found.group()), address).strip())


def _unescaped(text: str | None) -> str:
    """Text with the package's codes for escaped characters undone."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1))), text or "")
