# SPDX-License-Identifier: MIT
"""Blocks as a web page of one file: no script, nothing to fetch, fit to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from dissoi.briefing.outputs.about import About
from dissoi.briefing.outputs.direction import is_from_right
from dissoi.briefing.outputs.elements import CardText, Cell, Opening, Table, depth_of, with_tables
from dissoi.briefing.outputs.language import FROM_THE_RIGHT, language_of_most
from dissoi.briefing.paper import MM, Paper, page_format
from dissoi.dossier.markup_settling import safe_link
from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind, Blocks, Span

_STYLE = """
body { font: 11pt/1.45 "Source Serif 4", Georgia, serif; max-width: 42em; margin: 2em auto; padding: 0 1em;
  color: #111; background: #fff; }
h1, h2, h3, h4, h5, h6 { font-family: "Source Sans 3", "Segoe UI", Arial, sans-serif; line-height: 1.2;
  margin: 1.4em 0 .4em; break-after: avoid; }
h1 { font-size: 1.9em; } h2 { font-size: 1.45em; border-bottom: 1px solid #999; padding-bottom: .15em; }
h3 { font-size: 1.2em; } h4 { font-size: 1.05em; }
p { margin: .4em 0; orphans: 2; widows: 2; } li { margin: .2em 0; list-style: none; }
ul { margin: .3em 0; padding-inline-start: 1.9em; }
ul ul { border-inline-start: 1px solid #bbb; padding-inline-start: 2.2em; }
ul ul ul ul ul ul ul ul ul { border: 0; padding-inline-start: 0; }
li > .marker { display: inline-block; box-sizing: border-box; min-width: 1.9em; margin-inline-start: -1.9em;
  margin-inline-end: -.25em; padding-inline-end: .4em; }
blockquote { margin: .6em 0 .2em; padding-inline-start: .8em; border-inline-start: 3px solid #888;
  break-inside: avoid; }
pre { white-space: pre-wrap; } a { color: inherit; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: .6em 0; } tr { break-inside: avoid; }
td, th { border: 1px solid #999; padding: .2em .5em; text-align: start; vertical-align: top; }
blockquote.card { font-size: .75em; break-inside: auto; }
.card em { font-size: 1.2em; font-style: normal; text-decoration: underline; }
.card strong { font-size: 1.35em; text-decoration: underline;
  color: #111; background: #ffec99; print-color-adjust: exact; }
.page { border-top: 1px solid #999; padding-top: 1em; margin-top: 2em; }
@media print { body { margin: 0; max-width: none; } .page { break-before: page; border: 0; padding: 0; } }
@media (prefers-color-scheme: dark) { @media screen { body { color: #e8e8e8; background: #1c1c1e; } } }
"""
_WIDE_STYLE = """body { max-width: none; } table { table-layout: fixed; width: 100%; font-size: .8em; }
td { height: 25mm; overflow-wrap: anywhere; } th { font-weight: normal; }
"""
"""For tables with a column for each speech, and room in their rows to write by hand."""
_NARROW = 12
"""Millimetres around tables with a column for each speech."""
_LARGE_STYLE = "body { font-size: 14pt; }\n"
_SHUT = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is fetched and nothing runs, whatever the page is opened with."""
_RANKS = 6
_TAGS = (("bold", "strong"), ("italic", "em"), ("strike", "s"), ("code", "code"))


def web_page_of(blocks: Blocks, about: About) -> str:
    """A whole page in HTML, in the language of most of it. What users wrote is text in it, never markup.

    In cards, italic words show underlined, bold ones also on a ground of their own.
    """
    language = language_of_most(blocks)
    turned = language in FROM_THE_RIGHT
    is_mixed = any(is_from_right(block.text) is (not turned) for block in blocks)
    body = "\n".join(_Writer(is_mixed).parts(blocks))
    is_wide = any(isinstance(block, Table) and block.wide for block in blocks)
    style = _STYLE + _WIDE_STYLE * is_wide + _LARGE_STYLE * about.is_large
    style += _page_rule(about.paper, on_side=is_wide)
    direction = ' dir="rtl"' if turned else ""
    made_by = f'<meta name="author" content="{escape(about.author)}">\n' if about.author else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_SHUT}">\n'
        f"{made_by}<title>{escape(about.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _page_rule(paper: Paper, *, on_side: bool) -> str:
    """What a page is printed on, and its margins: narrow ones `on_side`, as a PDF has them otherwise."""
    layout = page_format(paper)
    wide = (layout.inner + layout.outer) / 2
    margins = f"{_NARROW}mm" if on_side else f"{layout.top / MM:g}mm {wide / MM:g}mm {layout.bottom / MM:g}mm"
    return f"@page {{ size: {paper.name}{' landscape' * on_side}; margin: {margins}; }}\n"


class _Writer(NamedTuple):
    """Writes blocks. Where directions are `is_mixed`, each says its own."""

    is_mixed: bool

    def parts(self, blocks: Blocks) -> Iterator[str]:
        """What stands between the beginning and the end of the page."""
        for are_items, group in groupby(with_tables(blocks), key=lambda block: block.kind is BlockKind.ITEM):
            if are_items:
                yield self._list(list(group))
            else:
                yield from map(self._block, group)

    def _direction(self, text: str) -> str:
        told = is_from_right(text) if self.is_mixed else None
        return "" if told is None else f' dir="{"rtl" if told else "ltr"}"'

    def _block(self, block: Block) -> str:
        if isinstance(block, Table):
            return self._table(block)
        inside, direction = _inline(block.spans), self._direction(block.text)
        match block.kind:
            case BlockKind.HEADING:
                rank = min(block.level, _RANKS)
                opens = ' class="page"' if isinstance(block, Opening) else ""
                return f"<h{rank}{opens}{direction}>{inside}</h{rank}>"
            case BlockKind.QUOTE:
                within = f"<blockquote{direction}>" * (block.level - 1)
                looks = ' class="card"' if isinstance(block, CardText) else ""
                return f"{within}<blockquote{looks}{direction}>{inside}" + "</blockquote>" * block.level
            case BlockKind.CODE:
                return f"<pre{direction}>{escape(block.text.replace(LINE_BREAK, chr(10)))}</pre>"
            case BlockKind.RULE:
                return "<hr>"
            case _:
                return f"<p{direction}>{inside}</p>"

    def _table(self, table: Table) -> str:
        head = "".join(self._cell(cell, "th", ' scope="col"') for cell in table.head)
        rows = "".join(f"<tr>{''.join(self._cell(cell) for cell in row)}</tr>\n" for row in table.rows)
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>"

    def _cell(self, cell: Cell, tag: str = "td", more: str = "") -> str:
        direction = self._direction("".join(span.text for span in cell))
        return f"<{tag}{more}{direction}>{_inline(cell)}</{tag}>"

    def _list(self, items: list[Block]) -> str:
        """Items as lists in lists, opened and closed as they stand deeper and less deep."""
        written, deep = [], 0
        for item in items:
            depth, opened = depth_of(item), f"<li{self._direction(item.text)}>"
            if depth > deep:
                written.append(f"<ul>{opened}" * (depth - deep))
            else:
                written.append("</li></ul>" * (deep - depth) + f"</li>{opened}")
            deep = depth
            written.append(f'<span class="marker">{escape(item.marker or "•")}</span> {_inline(item.spans)}')
        return "".join(written) + "</li></ul>" * deep


def _inline(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escape(span.text).replace(LINE_BREAK, "<br>")
    for field, tag in _TAGS:
        if getattr(span, field):
            text = f"<{tag}>{text}</{tag}>"
    link = safe_link(span.link)
    return f'<a href="{escape(link)}">{text}</a>' if link else text
