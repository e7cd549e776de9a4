# SPDX-License-Identifier: MIT
"""Bibliography entries of the notes style of the Chicago Manual of Style, 18th edition (2024).

The forms of each kind are those of its “Citation Quick Guide” (chicagomanualofstyle.org). As that edition
has it, books have no place of publication, and chapters no pages; where the 17th is asked for, add the place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from dissoi.dossier.article_kinds import (
    contributors,
    edition_said,
    is_edited,
    issue_said,
    pages_said,
    place_of,
    report_number,
    volume_said,
)
from dissoi.dossier.author_names import Name
from dissoi.dossier.cite_setting import (
    element,
    ended,
    link_of,
    month_first,
    names_of,
    quoted,
    role_of_signers,
    sentence,
    stop,
    straight_names,
    title_of,
)
from dissoi.dossier.prose import Span
from dissoi.dossier.records import Article, ArticleKind

_NAMED, _FIRST = 6, 3
"""Chicago names up to six people; of more the first three, then "et al."."""
_SHORT_ROLES = {"editor": "ed.", "editors": "eds."}
_BY_TITLE = {
    ArticleKind.JOURNAL,
    ArticleKind.BOOK,
    ArticleKind.CHAPTER,
    ArticleKind.SPEECH,
    ArticleKind.INTERVIEW,
}
"""Kinds that begin with their title where nobody signed; others begin with who brought them out."""


def chicago(article: Article) -> Iterator[Span]:
    """The bibliography entry of an article that has the details of its kind alone."""
    names = names_of(article)
    authors = _authors(names) if names else "" if article.sort in _BY_TITLE else article.publisher
    role = _SHORT_ROLES.get(role_of_signers(article), "")
    yield Span(text=f"{ended(', '.join(filter(None, (authors, role))))} " if authors else "")
    if article.sort in _WRITERS:
        yield from _WRITERS[article.sort](article)
    else:
        yield from _on_a_site(article, is_named=not names or names[0] == Name(article.publisher))
    if article.accessed and not article.published:
        yield Span(text=f" Accessed {month_first(article.accessed)}.")
    if place := place_of(article):
        yield from (Span(text=" "), Span(text=place, link=link_of(place)), Span(text="."))


def _authors(names: Sequence[Name]) -> str:
    told = [names[0].inverted, *(name.straight for name in names[1:])]
    if len(told) > _NAMED:
        return f"{', '.join(told[:_FIRST])}, et al."
    *others, last = told
    return f"{', '.join(others)}, and {last}" if others else last


def _on_a_site(article: Article, *, is_named: bool) -> Iterator[Span]:
    """On a site or in a newspaper, unless that stands in place of the author."""
    yield Span(text=quoted(article.title))
    container = "" if is_named else article.publisher
    yield from sentence((element(container, italic=True), element(month_first(article.published))))


def _in_journal(article: Article) -> Iterator[Span]:
    """As in "*American Naturalist* 202, no. 4 (2023): 471–85."."""
    yield Span(text=quoted(article.title))
    volume, issue, pages = volume_said(article), issue_said(article), pages_said(article)
    numbers = ", ".join(filter(None, (volume, f"no. {issue}" if issue else "")))
    comma = "," if issue and not volume and article.publisher else ""
    year = f"({article.published[:4]})" if article.published else ""
    numbered = " ".join(filter(None, (numbers, year)))
    said = f"{numbered}: {pages}" if pages and numbered else numbered or pages
    yield Span(text=" " if article.publisher else "")
    yield Span(text=article.publisher, italic=True)
    yield Span(text=f"{comma} {said}" if said else "")
    yield Span(text=stop(said or article.publisher))


def _book(article: Article) -> Iterator[Span]:
    yield from sentence((element(title_of(article), italic=True),), before="")
    yield from _edited(article, "" if is_edited(article) else straight_names(contributors(article), _NAMED))
    yield from _brought_out(article)


def _edited(article: Article, by: str) -> Iterator[Span]:
    yield Span(text=f" {ended(f'Edited by {by}')}" if by else "")
    edition = edition_said(article)
    yield Span(text=f" {ended(edition[:1].upper() + edition[1:])}" if edition else "")


def _report(article: Article) -> Iterator[Span]:
    yield from sentence((element(title_of(article), italic=True),), before="")
    number = report_number(article)
    yield Span(text=f" {ended(number)}" if number else "")
    yield from _brought_out(article)


def _chapter(article: Article) -> Iterator[Span]:
    yield Span(text=quoted(article.title))
    edited = straight_names(contributors(article), _NAMED)
    book = (
        element(article.container, italic=True),
        element(edition_said(article)),
        element(f"edited by {edited}" if edited else ""),
    )
    yield from sentence(book, before=" In ") if article.container else _edited(article, edited)
    yield from _brought_out(article)


def _speech(article: Article) -> Iterator[Span]:
    yield Span(text=quoted(article.title))
    yield from sentence(
        (element("Speech"), element(article.container), element(month_first(article.published)))
    )
    yield from sentence((element(article.publisher, italic=True),))


def _interview(article: Article) -> Iterator[Span]:
    by = straight_names(contributors(article), _NAMED)
    said = f"Interview by {by}" if by else "Interview"
    yield Span(text=f"{quoted(article.title)} " if article.title else "")
    yield Span(text=ended(said))
    yield from sentence((element(article.publisher, italic=True), element(month_first(article.published))))


def _brought_out(article: Article) -> Iterator[Span]:
    """Publisher and date; print that has none says so, where a page says when somebody was there."""
    undated = "" if article.accessed else "n.d."
    return sentence((element(article.publisher), element(month_first(article.published) or undated)))


_WRITERS: Mapping[ArticleKind, Callable[[Article], Iterator[Span]]] = MappingProxyType(
    {
        ArticleKind.JOURNAL: _in_journal,
        ArticleKind.BOOK: _book,
        ArticleKind.CHAPTER: _chapter,
        ArticleKind.REPORT: _report,
        ArticleKind.SPEECH: _speech,
        ArticleKind.INTERVIEW: _interview,
    }
)
