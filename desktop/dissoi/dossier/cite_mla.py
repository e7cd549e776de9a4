# SPDX-License-Identifier: MIT
"""Works-cited entries of the MLA Handbook, 9th edition (2021), chapter 5: core elements in their order.

Months are shortened, and where there is no date none is written. The forms of each kind are those of the
MLA Style Center's “Works Cited: A Quick Guide” and of Purdue OWL, “MLA Works Cited Page: Books”,
“Periodicals” and “Other Common Sources”. Ranges have an en dash, as the handbook prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dissoi.dossier.article_kinds import (
    contributors,
    edition_said,
    is_edited,
    pages_marked,
    place_of,
    report_number,
)
from dissoi.dossier.author_names import Name
from dissoi.dossier.citation import long_date, number_said
from dissoi.dossier.cite_setting import (
    Element,
    element,
    ended,
    names_of,
    quoted,
    role_of_signers,
    sentence,
    straight_names,
    title_of,
)
from dissoi.dossier.prose import Span
from dissoi.dossier.records import Article, ArticleKind

_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_NAMED = 2
"""MLA names two people; of three or more the first, then "et al."."""
_WHOLE = {ArticleKind.BOOK, ArticleKind.REPORT}
"""Kinds that stand alone, so that their titles are in italics."""


def mla(article: Article) -> Iterator[Span]:
    """The works-cited entry of an article that has the details of its kind alone."""
    names = names_of(article)
    if names and names != [Name(article.publisher)]:
        yield Span(text=f"{ended(', '.join(filter(None, (_authors(names), role_of_signers(article)))))} ")
    yield from _title(article)
    if article.sort is ArticleKind.SPEECH and article.container:
        yield from sentence((element(article.container), _date(article)))
        yield from sentence((element(article.publisher, italic=True), *_place(article)))
    else:
        yield from sentence((*_container(article), _date(article), *_location(article)))
    if article.accessed:
        yield Span(text=f" Accessed {ended(long_date(article.accessed, _MONTHS))}")


def _authors(names: Sequence[Name]) -> str:
    first = names[0].inverted
    if len(names) > _NAMED:
        return f"{first}, et al."
    return f"{first}, and {names[1].straight}" if len(names) == _NAMED else first


def _title(article: Article) -> Iterator[Span]:
    interviewers = straight_names(contributors(article), _NAMED)
    if article.sort in _WHOLE:
        yield from sentence((element(title_of(article), italic=True),), before="")
    elif article.sort is not ArticleKind.INTERVIEW:
        yield Span(text=quoted(article.title))
    elif article.title or not interviewers:
        yield Span(text=quoted(article.title))
        yield Span(text=f" {ended(f'Interview by {interviewers}')}" if interviewers else "")
    else:
        yield Span(text=ended(f"Interview by {interviewers}"))


def _container(article: Article) -> tuple[Element, ...]:
    """What stands between the title and the date."""
    edited = "" if is_edited(article) else straight_names(contributors(article), _NAMED)
    brought_out = (
        element(f"edited by {edited}" if edited else ""),
        element(edition_said(article)),
        element(_shortened(article.publisher)),
    )
    if article.sort is ArticleKind.BOOK:
        return _begun(brought_out)
    if article.sort is ArticleKind.CHAPTER:
        book = element(article.container, italic=True)
        return (book, *brought_out) if book else _begun(brought_out)
    if article.sort is ArticleKind.REPORT:
        return (element(report_number(article)), element(_shortened(article.publisher)))
    return (element(article.publisher, italic=True), element(number_said(article)))


def _shortened(publisher: str) -> str:
    """A publisher as MLA names academic presses: "Oxford UP", "U of Chicago P"."""
    shorter = publisher.replace("University Press", "UP")
    return re.sub(r"\bUniversity of (.+?) Press\b", r"U of \1 P", shorter)


def _begun(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Elements behind a full stop: the first begins with a capital."""
    said = [each for each in elements if each]
    if not said:
        return ()
    text = said[0][0].text
    return (element(text[:1].upper() + text[1:]), *said[1:])


def _date(article: Article) -> Element:
    return element(long_date(article.published, _MONTHS))


def _location(article: Article) -> tuple[Element, ...]:
    return (element(pages_marked(article)), *_place(article))


def _place(article: Article) -> tuple[Element, ...]:
    """The address: of a DOI whole, any other without what browsers add of themselves."""
    place = place_of(article)
    shown = place.removeprefix("https://").removeprefix("http://") if place == article.url else place
    return (element(shown, url=place),)
