# SPDX-License-Identifier: MIT
"""References of the Publication Manual of the American Psychological Association, 7th edition (2020).

The forms of each kind are those of its chapter 10, as APA Style's pages of reference examples
(apastyle.apa.org) show them. A date of access stands only where a page has no date of its own (9.16).
Titles are written as they are: which words are names, and keep their capitals, cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dissoi.dossier.article_kinds import (
    contributors,
    edition_said,
    is_edited,
    issue_said,
    pages_marked,
    pages_said,
    place_of,
    report_number,
    volume_said,
)
from dissoi.dossier.author_names import Name
from dissoi.dossier.citation import Mark, date_parts
from dissoi.dossier.cite_setting import (
    Element,
    element,
    ended,
    in_a_row,
    link_of,
    month_first,
    names_of,
    role_of_signers,
    stop,
    title_of,
)
from dissoi.dossier.prose import Span
from dissoi.dossier.records import Article, ArticleKind

_NAMED = 20
"""APA names up to twenty authors; of more the first nineteen and the last (9.8)."""
_PARTS = {ArticleKind.NEWS, ArticleKind.JOURNAL, ArticleKind.CHAPTER}
"""Kinds that are parts of a greater work, whose title is the one in italics."""
_IN_BRACKETS = {ArticleKind.SPEECH: " [Speech transcript]", ArticleKind.INTERVIEW: " [Interview]"}


def apa(article: Article, mark: Mark) -> Iterator[Span]:
    """The reference of an article that has the details of its kind alone."""
    names = names_of(article)
    year = article.sort is ArticleKind.JOURNAL
    date = _date(article.published[:4] if year else article.published, mark.letter)
    title, added = _title(article)
    if names:
        role = {"editor": " (Ed.)", "editors": " (Eds.)"}.get(role_of_signers(article), "")
        yield Span(text=f"{ended(_authors(names) + role)} {date}. ")
        yield from (title, Span(text=added + stop(title.text + added)))
    else:
        yield from (title, Span(text=f"{added}{stop(title.text + added)} {date}."))
    yield from _source(article, names)
    yield from _place(article)


def _authors(names: Sequence[Name]) -> str:
    told = [name.initialled for name in names]
    if len(told) > _NAMED:
        return f"{', '.join(told[: _NAMED - 1])}, . . . {told[-1]}"
    *others, last = told
    return f"{', '.join(others)}, & {last}" if others else last


def _date(date: str, letter: str) -> str:
    year, month, day = date_parts(date)
    if not year:
        return f"(n.d.-{letter})" if letter else "(n.d.)"
    named = " ".join(filter(None, [month, day]))
    return f"({year}{letter}{', ' if named else ''}{named})"


def _title(article: Article) -> tuple[Span, str]:
    """The title, and what is said of the work in brackets behind it, or in place of a title."""
    added = _IN_BRACKETS.get(article.sort, "")
    if added and not article.title:
        return Span(text=added.strip()), ""
    title = article.title or f"[{title_of(article)}]"
    if article.sort is ArticleKind.BOOK:
        edited = "" if is_edited(article) else _editors(article)
        added = _bracketed("; ".join(filter(None, (edited, edition_said(article)))))
    elif article.sort is ArticleKind.REPORT:
        added = _bracketed(report_number(article))
    return Span(text=title, italic=bool(article.title) and article.sort not in _PARTS), added


def _bracketed(text: str) -> str:
    return f" ({text})" if text else ""


def _editors(article: Article) -> str:
    """The editors in the middle of a reference: "R. F. Subotnik & F. C. Worrell, Eds."."""
    told = [name.initials_first for name in contributors(article)]
    *others, last = told or [""]
    comma = "," if len(others) > 1 else ""
    named = f"{', '.join(others)}{comma} & {last}" if others else last
    return f"{named}, {'Eds.' if others else 'Ed.'}" if named else ""


def _source(article: Article, names: Sequence[Name]) -> Iterator[Span]:
    """Where it appeared: a periodical, a book, or with whom."""
    if article.sort in {ArticleKind.NEWS, ArticleKind.JOURNAL}:
        row = list(in_a_row(_periodical(article)))
        yield from (Span(text=" " if row else ""), *row, Span(text=stop(row[-1].text) if row else ""))
        return
    if article.sort is ArticleKind.CHAPTER:
        yield from _book(article)
    elif article.container:
        yield Span(text=f" {ended(article.container)}")
    if article.publisher and not (names and names[-1] == Name(article.publisher)):
        yield Span(text=f" {ended(article.publisher)}")


def _periodical(article: Article) -> tuple[Element, ...]:
    volume, issue = element(volume_said(article), italic=True), issue_said(article)
    return (
        element(article.publisher, italic=True),
        (*volume, *element(f"({issue})" if issue else "")),
        element(pages_said(article)),
    )


def _book(article: Article) -> Iterator[Span]:
    """The book that a chapter is in: "In R. Roe & P. Poe (Eds.), *Bridges* (2nd ed., pp. 1–9)."."""
    editors = _editors(article)
    named, _, role = editors.rpartition(", ")
    inside = _bracketed(", ".join(filter(None, (edition_said(article), pages_marked(article)))))
    if article.container or editors:
        before = f"{named} ({role})" if editors else ""
        yield Span(text=f" In {before}{', ' if before and article.container else ''}")
        yield Span(text=article.container, italic=True)
        yield Span(text=ended(inside) if inside else stop(article.container or before))


def _place(article: Article) -> Iterator[Span]:
    place = place_of(article)
    if place:
        accessed = month_first(article.accessed) if not article.published else ""
        yield Span(text=f" Retrieved {accessed}, from " if accessed else " ")
        yield Span(text=place, link=link_of(place))
