# SPDX-License-Identifier: MIT
"""How all files other than PDF begin and end: question and maker; sources and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dissoi.briefing.authorship import made_told
from dissoi.briefing.back import NO_GAPS
from dissoi.briefing.content import Brief, Source
from dissoi.briefing.front import UNASKED
from dissoi.briefing.outputs.elements import heading, italic, item, paragraph, plain
from dissoi.dossier.markup_settling import safe_link
from dissoi.dossier.prose import Block, Span


def opening(brief: Brief) -> Iterator[Block]:
    """The question, and by whom and when the file was made."""
    yield heading(1, brief.question or UNASKED)
    if made := made_told(brief):
        yield paragraph(italic(made))


def sources(brief: Brief, rank: int = 2) -> Iterator[Block]:
    """The sources by their numbers, then what was read and is not quoted, under headings of that rank."""
    yield from _listed(heading(rank, "Sources"), brief.sources)
    yield from _listed(heading(rank, "Also read"), brief.also_read)


def gaps(brief: Brief, rank: int = 2) -> Iterator[Block]:
    """What is still open, if it is to be listed, under a heading of that rank."""
    if brief.gaps is None:
        return
    yield heading(rank, "Open gaps")
    if not brief.gaps:
        yield paragraph(italic(NO_GAPS))
    for each in brief.gaps:
        yield heading(rank + 1, each.heading)
        yield from (item(1, "•", plain(line)) for line in each.lines)


def _listed(title: Block, listed: Sequence[Source]) -> Iterator[Block]:
    if listed:
        yield title
    for source in listed:
        spans = tuple(map(_safe, source.cite)) or (plain("Untitled"),)
        lacking = f" Not given: {', '.join(source.lacking)}." if source.lacking else ""
        marker = f"{source.number}." if source.number is not None else "•"
        yield item(1, marker, *spans, *((italic(lacking),) if lacking else ()))


def _safe(span: Span) -> Span:
    return span.model_copy(update={"link": safe_link(span.link)}) if span.link else span
