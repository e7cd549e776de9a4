# SPDX-License-Identifier: MIT
"""Full cites in the styles that schools and leagues ask for, each kind of work as the style has it.

MLA (9th edition), APA (7th) and Chicago (18th, notes and bibliography) have modules of their own, which name
where their rules were looked up. A debate cite is the short cite, then what the NSDA's evidence rules ask
for, credentials included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from dissoi.dossier.article_kinds import as_cited
from dissoi.dossier.citation import PLAIN, Mark, cite_marks, full_cite_parts, short_cite
from dissoi.dossier.cite_apa import apa
from dissoi.dossier.cite_chicago import chicago
from dissoi.dossier.cite_mla import mla
from dissoi.dossier.cite_setting import ENDS, link_of, unstopped
from dissoi.dossier.prose import Span
from dissoi.dossier.records import Article, ArticleKind

Spans = tuple[Span, ...]


class CiteStyle(StrEnum):
    """A style of full cites, as a command line names it."""

    DEBATE = "debate"
    MLA = "mla"
    APA = "apa"
    CHICAGO = "chicago"


def full_cite_spans(article: Article, style: CiteStyle, mark: Mark = PLAIN) -> Spans:
    """The full cite of an article as text with italics and links; empty when nothing is known of it.

    `mark` tells it from another one whose short cite would be the same (see `cite_marks`).
    """
    if not full_cite_parts(article):
        return ()
    return tuple(span for span in _WRITERS[style](as_cited(article), mark) if span.text)


def cites_of(articles: Sequence[Article], style: CiteStyle) -> Mapping[str, tuple[str, Spans]]:
    """The short and the full cite of each article, by its id."""
    marks = cite_marks(articles)
    return {
        each.id: (
            short_cite(each, marks.get(each.id, PLAIN)),
            full_cite_spans(each, style, marks.get(each.id, PLAIN)),
        )
        for each in articles
    }


def _debate(article: Article, mark: Mark) -> Iterator[Span]:
    yield Span(text=short_cite(article, mark), bold=True)
    before = ": "
    last = ""
    parts = full_cite_parts(article)
    for place, (name, text) in enumerate(parts, 1):
        is_book = name == "container" and article.sort is ArticleKind.CHAPTER
        yield Span(text=f"{before}in " if is_book else before)
        worded = f"accessed {text}" if name == "accessed" else text
        worded = unstopped(worded) if name == "title" and place < len(parts) else worded
        link = link_of(text) if name == "url" else ""
        yield Span(text=worded, italic=name == "title" or is_book, link=link)
        before, last = ", ", text
    yield Span(text="" if last.endswith(ENDS) else ".")


def _mla(article: Article, _mark: Mark) -> Iterator[Span]:
    return mla(article)


def _chicago(article: Article, _mark: Mark) -> Iterator[Span]:
    return chicago(article)


_Writer = Callable[[Article, Mark], Iterable[Span]]
_WRITERS: Mapping[CiteStyle, _Writer] = MappingProxyType(
    {
        CiteStyle.DEBATE: _debate,
        CiteStyle.MLA: _mla,
        CiteStyle.APA: apa,
        CiteStyle.CHICAGO: _chicago,
    }
)
