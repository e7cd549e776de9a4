# SPDX-License-Identifier: MIT
"""The content of a brief written for other typesetters: as Typst markup, and as a web page for WeasyPrint.

Both ask for what our brief has: the same fonts, sizes, columns and margins, contents with page numbers,
bookmarks, links, running heads, pages told as “x of y”, lines broken for the whole paragraph, and tags.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from dissoi.briefing.content import Brief, Point, Source, Stand
from dissoi.dossier.citation import in_quotes
from dissoi.dossier.prose import Blocks, Span
from dissoi.dossier.records import Side

FONTS = Path(__file__).parents[2] / "resources" / "fonts"

_TYPST_HEAD = """#set document(title: {title}, author: "Dissoi")
#set page(paper: "a4", margin: (inside: 22mm, outside: 18mm, top: 20mm, bottom: 22mm),
  header: context if here().page() > 1 {{
    let before = query(selector(heading.where(level: 1)).before(here()))
    set text(8pt, font: "Source Sans 3", fill: luma(30%))
    [#{title} #h(1fr) #if before.len() > 0 {{ before.last().body }}]
    line(length: 100%, stroke: 0.4pt)
  }},
  footer: context [#set text(8pt, font: "Source Sans 3", fill: luma(30%));
    Page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Source Serif 4", size: 9.5pt, lang: "en", hyphenate: true)
#set par(leading: 6.1pt, spacing: 9pt, justify: false, linebreaks: "optimized")
#show heading.where(level: 1): it => {{ pagebreak(weak: true); text(20pt, font: "Source Sans 3", it.body) }}
#show heading.where(level: 2): it => text(11pt, it.body)
#show heading.where(level: 3): it => text(9.5pt, it.body)
#let label-of(body) = text(7.5pt, font: "Source Sans 3", weight: "bold", tracking: 0.5pt, body)
#let cite-of(body) = text(7.75pt, font: "Source Sans 3", body)
#let said(body) = block(inset: (left: 9pt), stroke: (left: 1.5pt + luma(55%)), text(9.25pt, body))
#let tab(body) = block(width: 100%, stroke: (top: 2pt), box(stroke: 0.8pt, inset: 4pt,
  text(8.5pt, font: "Source Sans 3", weight: "bold", body)))
#let weight-of(number, dots) = text(9.5pt, font: "Source Sans 3")[#strong(number) #h(1fr) #text(7pt, dots)]
#let answer(depth, body) = block(inset: (left: 9pt * depth), stroke: (left: 0.5pt + luma(60%)), body)
#text(30pt, font: "Source Sans 3", weight: "bold", {title})
#outline(depth: 2)
"""
_CSS = """
@font-face {{ font-family: Serif4; src: url({fonts}/SourceSerif4_400Regular.ttf) }}
@font-face {{ font-family: Serif4; font-style: italic;
  src: url({fonts}/SourceSerif4_400Regular_Italic.ttf) }}
@font-face {{ font-family: Serif4; font-weight: bold; src: url({fonts}/SourceSerif4_700Bold.ttf) }}
@font-face {{ font-family: Sans3; src: url({fonts}/SourceSans3_400Regular.ttf) }}
@font-face {{ font-family: Sans3; font-weight: bold; src: url({fonts}/SourceSans3_700Bold.ttf) }}
@page {{ size: A4; margin: 20mm 18mm 22mm 22mm;
  @top-left {{ content: string(question); font: 8pt Sans3 }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 8pt Sans3 }} }}
html {{ font: 9.5pt/12.5pt Serif4; hyphens: auto }}
.title {{ font: bold 30pt/34pt Sans3; string-set: question content() }}
h1 {{ font: bold 20pt/24pt Sans3; break-before: page }}
h2 {{ font: bold 11pt/13.5pt Serif4 }}
h3 {{ font: bold 9.5pt/12.5pt Serif4 }}
p, ul, blockquote {{ margin: 0 0 4pt }}
nav a::after {{ content: leader(" ") target-counter(attr(href), page) }}
nav a {{ display: block; color: inherit; text-decoration: none }}
.label {{ font: bold 7.5pt/10pt Sans3; letter-spacing: 0.5pt }}
.cite {{ font: 7.75pt/10pt Sans3 }}
blockquote {{ margin-left: 2pt; padding-left: 7pt; border-left: 1.5pt solid #888; font-size: 9.25pt }}
.tab {{ border-top: 2pt solid; font: bold 8.5pt/15pt Sans3 }}
.chip {{ border: 0.8pt solid; font: bold 6.5pt/9.5pt Sans3; padding: 1pt 3pt }}
.weight {{ font: 9.5pt/12.5pt Sans3 }}
.d1 {{ margin-left: 9pt; border-left: 0.5pt solid #999 }}
.d2 {{ margin-left: 18pt; border-left: 0.5pt solid #999 }}
.d3 {{ margin-left: 27pt; border-left: 0.5pt solid #999 }}
.facing {{ display: grid; grid-template-columns: 1fr 1fr; column-gap: 22pt }}
"""


def typst_of(brief: Brief) -> str:
    """A brief as Typst markup. What users wrote stands in strings, so that nothing in it is markup."""
    lines = [_TYPST_HEAD.format(title=_quoted(brief.question))]
    for stand in brief.stands:
        lines.append(f"#link(<p{stand.number}>, strong({_quoted(stand.statement)}))")
        for side in Side:
            first = (f"{point.number} {point.claim}" for point in stand.weightiest(side, 4))
            lines += [f"- {_typst(text)}" for text in first]
    lines += ["= The question", *_typst_blocks(brief.background)]
    for term in brief.terms:
        lines += [f"#strong({_quoted(term.term)}) ", *_typst_blocks(term.meaning)]
    for stand in brief.stands:
        lines += [f"#label-of[POSITION {stand.number}]", f"= #{_quoted(stand.statement)} <p{stand.number}>"]
        lines += [f"- {_typst(f'{held.name}, {held.role}')}" for held in stand.holders]
        columns = (
            ["[", f"#tab[{side.sign} {side.upper()}]", *_typst_points(stand, side), "],"] for side in Side
        )
        lines += [
            "#grid(columns: (1fr, 1fr), gutter: 22pt,",
            *(line for each in columns for line in each),
            ")",
        ]
    lines.append("= Sources")
    lines += [_typst_source(source) for source in (*brief.sources, *brief.also_read)]
    return "\n\n".join(lines)


def _typst_points(stand: Stand, side: Side) -> Iterator[str]:
    for point in stand.of(side):
        if point.depth:
            chip = f"#box(stroke: 0.8pt, inset: 2pt)[#label-of[{point.side.sign} {point.side.upper()}]] "
            told = "\n\n".join(_typst_point(point, "==="))
            yield f"#answer({min(point.depth, 3)})[{chip}\n\n{told}]"
        else:
            yield from _typst_point(point, "==")


def _typst_point(point: Point, heading: str) -> Iterator[str]:
    yield f"#weight-of({_quoted(point.number)}, {_quoted(_weight(point))})"
    yield f"{heading} #{_quoted(point.claim)}"
    if point.reasoning:
        yield "#label-of[REASONING]"
    yield from _typst_blocks(point.reasoning)
    if point.proofs:
        yield "#label-of[EVIDENCE]"
    for proof in point.proofs:
        yield f"#said[{_typst(in_quotes(proof.words))}]"
        cite = (
            f"#strong({_quoted(proof.cite)}), #emph({_quoted(proof.publisher)}), {_typst(proof.paragraphs)}"
        )
        yield f"#cite-of[{cite} #link(<s{proof.source}>)[\\[{proof.source}\\]]]"
    if point.impact:
        yield f"#label-of[IMPACT]\n\n{_typst(point.impact)}"


def _typst_blocks(blocks: Blocks) -> Iterator[str]:
    yield from ("".join(map(_typst_span, block.spans)) for block in blocks)


def _typst_span(span: Span) -> str:
    text = _quoted(span.text)
    if span.link:
        return f"#link({_quoted(span.link)}, {text})"
    return f"#strong({text})" if span.bold else f"#emph({text})" if span.italic else f"#{text}"


def _typst_source(source: Source) -> str:
    label = f" <s{source.number}>" if source.number is not None else ""
    return f"#block[{source.number or ''} {''.join(map(_typst_span, source.cite))}]{label}"


def _typst(text: str) -> str:
    return f"#{_quoted(text)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def web_page_of(brief: Brief) -> str:
    """A brief as a web page with the style that a printer wants."""
    told, listed = list[str](), list[str]()

    def heading(rank: int, text: str) -> None:
        told.append(f'<h{rank} id="h{len(told)}">{html.escape(text)}</h{rank}>')
        if rank < 3:
            listed.append(f'<a href="#h{len(told) - 1}">{html.escape(text)}</a>')

    for stand in brief.stands:
        told.append(f'<p><a href="#p{stand.number}"><b>{html.escape(stand.statement)}</b></a></p>')
        for side in Side:
            first = (f"{point.number} {point.claim}" for point in stand.weightiest(side, 4))
            told.append(f"<ul>{''.join(f'<li>{html.escape(text)}</li>' for text in first)}</ul>")
    heading(1, "The question")
    told.extend(_html_blocks(brief.background))
    for term in brief.terms:
        told.append(f"<p><b>{html.escape(term.term)}</b> {''.join(_html_blocks(term.meaning))}")
    for stand in brief.stands:
        told.append(f'<p class="label" id="p{stand.number}">POSITION {stand.number}</p>')
        heading(1, stand.statement)
        held = "".join(f"<li>{html.escape(f'{each.name}, {each.role}')}</li>" for each in stand.holders)
        told.append(f'<ul>{held}</ul><div class="facing">')
        for side in Side:
            told.append(f'<div><p class="tab">{side.sign} {side.upper()}</p>')
            for point in stand.of(side):
                told.append(f'<div class="d{min(point.depth, 3)}">')
                if point.depth:
                    told.append(f'<span class="chip">{point.side.sign} {point.side.upper()}</span>')
                told.append(f'<p class="weight"><b>{point.number}</b> {_weight(point)}</p>')
                heading(2 if not point.depth else 3, point.claim)
                told += [*_html_point(point), "</div>"]
            told.append("</div>")
        told.append("</div>")
    heading(1, "Sources")
    told.extend(_html_source(source) for source in (*brief.sources, *brief.also_read))
    title = html.escape(brief.question)
    css = _CSS.format(fonts=FONTS.as_uri())
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{css}</style>'
        f'<p class="title">{title}</p><nav>{"".join(listed)}</nav>{"".join(told)}</html>'
    )


def _html_point(point: Point) -> Iterator[str]:
    if point.reasoning:
        yield '<p class="label">REASONING</p>'
    yield from _html_blocks(point.reasoning)
    if point.proofs:
        yield '<p class="label">EVIDENCE</p>'
    for proof in point.proofs:
        yield f"<blockquote><p>{html.escape(in_quotes(proof.words))}</p></blockquote>"
        publisher = f"<i>{html.escape(proof.publisher)}</i>"
        cite = f"<b>{html.escape(proof.cite)}</b>, {publisher}, {html.escape(proof.paragraphs)} "
        yield f'<p class="cite">{cite}<a href="#s{proof.source}">[{proof.source}]</a></p>'
    if point.impact:
        yield f'<p class="label">IMPACT</p><p>{html.escape(point.impact)}</p>'


def _html_blocks(blocks: Blocks) -> Iterator[str]:
    yield from (f"<p>{''.join(map(_html_span, block.spans))}</p>" for block in blocks)


def _html_span(span: Span) -> str:
    text = html.escape(span.text)
    if span.link:
        return f'<a href="{html.escape(span.link)}">{text}</a>'
    return f"<b>{text}</b>" if span.bold else f"<i>{text}</i>" if span.italic else text


def _html_source(source: Source) -> str:
    place = f' id="s{source.number}"' if source.number is not None else ""
    return f"<p{place}>{source.number or ''} {''.join(map(_html_span, source.cite))}</p>"


def _weight(point: Point) -> str:
    return "●" * point.weight + "○" * (5 - point.weight)


WRITERS: dict[str, tuple[str, Callable[[Brief], str]]] = {
    "typst": ("typ", typst_of),
    "weasyprint": ("html", web_page_of),
}
"""Each rival: the ending of its files, and what writes one."""
