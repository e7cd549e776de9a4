# SPDX-License-Identifier: MIT
"""Cites of an article: the short one said aloud, the full one that evidence rules ask for.

A full cite has, as far as the article gives it, author with credentials, date, title, publisher,
address and date of access, after the NSDA's list for written source citation (National Speech and
Debate Association, evidence rules: "to the extent provided by the original source"). What else it has, and
what of it a work must have, depends on the kind of work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import partial
from string import ascii_lowercase
from typing import NamedTuple

from dissoi.dossier.article_kinds import (
    UNSIGNED_BY_TITLE,
    as_cited,
    authors_named,
    contributors,
    doi_address,
    edition_said,
    is_edited,
    issue_said,
    pages_marked,
    place_of,
    report_number,
    signers,
    volume_said,
)
from dissoi.dossier.author_names import initials, is_organisation, last_name, name_of
from dissoi.dossier.records import Article, ArticleKind, Author, RecordId

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_YEAR = 4
"""Digits of a whole year."""
_SHORT = 60
"""The most letters of an author's credentials that are said beside a short cite."""
_NAMED = 2
"""More authors than these are \"et al.\""""
_DOUBLE_QUOTES = frozenset('“”"„«»')


class Naming(IntEnum):
    """How much of the names in a short cite is said."""

    FAMILY = 0
    INITIALS = 1
    WHOLE = 2


class Mark(NamedTuple):
    """What a short cite says more than names and two digits, since another one would be the same."""

    naming: Naming = Naming.FAMILY
    whole_year: bool = False
    letter: str = ""


PLAIN = Mark()
"""The mark of a cite that is like no other."""


def authors_short(article: Article, naming: Naming = Naming.FAMILY) -> str:
    """Who is named in a short cite: "Lieven", "Lieven and Ash", "Lieven et al."; else the publisher.

    Of a book that nobody signed its title is named.
    """
    names = [_said(author, article, naming) for author in signers(article)]
    if len(names) > _NAMED:
        return f"{names[0]} et al."
    others = (article.publisher, article.title)
    unsigned = reversed(others) if article.sort in UNSIGNED_BY_TITLE else others
    return " and ".join(names) or next(filter(None, unsigned), "")


def _said(author: Author, article: Article, naming: Naming) -> str:
    if is_organisation(author.name, article.publisher):
        return " ".join(author.name.split())
    family = last_name(author)
    if naming is Naming.FAMILY:
        return family
    name = name_of(author, article.publisher)
    given = name.given if naming is Naming.WHOLE else initials(name.given)
    return " ".join(filter(None, (given, family)))


def short_cite(article: Article, mark: Mark = PLAIN) -> str:
    """The cite said in a speech: last name and two digits of the year, as in "Lieven 25".

    `mark` tells it from another one: "Lieven 1925", "A. Lieven 25", "Lieven 25b", "Lieven n.d.-b".
    """
    year = article.published[0 if mark.whole_year else 2 : _YEAR]
    undated = f"n.d.-{mark.letter}" if mark.letter else "n.d."
    said = (authors_short(article, mark.naming), f"{year}{mark.letter}" if year else undated)
    return " ".join(filter(None, said))


def cite_marks(articles: Iterable[Article]) -> Mapping[RecordId, Mark]:
    """What tells apart the articles whose short cites would be the same, by id; the others have no mark.

    Years of several centuries are written whole. People of one name are told apart by initials, and where
    these are the same by first names (so MLA and Chicago for authors of one last name;
    APA, 7th edition, 8.20, asks for initials). Works of the same people and year
    have a, b, … in the order of titles (APA 8.19; Chicago alike).
    """
    all_of = tuple(articles)
    marks = dict.fromkeys((each.id for each in all_of), PLAIN)
    for tell in (_by_year, partial(_by_name, Naming.INITIALS), partial(_by_name, Naming.WHOLE), _by_letter):
        for group in _alike(all_of, marks):
            marks.update(tell(group, marks))
    return {record: mark for record, mark in marks.items() if mark != PLAIN}


_Marks = Mapping[RecordId, Mark]


def _alike(articles: Iterable[Article], marks: _Marks) -> list[list[Article]]:
    """The articles whose cites are still the same, in groups."""
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(short_cite(article, marks[article.id]), []).append(article)
    return [group for group in groups.values() if len(group) > 1]


def _by_year(group: Sequence[Article], marks: _Marks) -> _Marks:
    years = {each.published[:_YEAR] for each in group}
    whole = len(years) > 1
    return {each.id: marks[each.id]._replace(whole_year=whole) for each in group}


def _by_name(naming: Naming, group: Sequence[Article], marks: _Marks) -> _Marks:
    names = {authors_short(each, naming) for each in group}
    initialled = {authors_short(each, Naming.INITIALS) for each in group}
    # "J. Smith" and "Jane Smith" may be one person: that name says nothing more.
    if len(names) == 1 or (naming is Naming.WHOLE and names & initialled):
        return {}
    return {each.id: marks[each.id]._replace(naming=naming) for each in group}


def _by_letter(group: Sequence[Article], marks: _Marks) -> _Marks:
    ordered = sorted(group, key=lambda each: (each.title.casefold(), each.id))
    return {each.id: marks[each.id]._replace(letter=_letter(place)) for place, each in enumerate(ordered)}


def _letter(place: int) -> str:
    """The letter of a place counted from 0: a to z, then aa, ab and so on."""
    before, last = divmod(place, len(ascii_lowercase))
    return (_letter(before - 1) if before else "") + ascii_lowercase[last]


def date_parts(date: str, months: Sequence[str] = MONTHS) -> tuple[str, str, str]:
    """Year, month by its name and day of a partial date; "" for what is not known."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    number = int(month or 0)
    return year, months[number - 1] if 1 <= number <= len(months) else "", day.lstrip("0")


def long_date(date: str, months: Sequence[str] = MONTHS) -> str:
    """A partial date in words: "2025-02-18" is "18 February 2025", "2025-02" is "February 2025"."""
    return " ".join(filter(None, reversed(date_parts(date, months))))


def appeared_in(article: Article) -> str:
    """What is named beside a short cite: the book of a chapter, else who brought it out."""
    return (article.sort is ArticleKind.CHAPTER and article.container) or article.publisher


def authors_full(article: Article) -> str:
    """The authors with their credentials, parted by semicolons; else the editors of a book."""
    if is_edited(article):
        return "; ".join(f"{name.straight} (editor)" for name in contributors(article))
    named = (
        f"{author.name} ({author.credentials})" if author.credentials else author.name
        for author in authors_named(article)
    )
    return "; ".join(named)


def credentials_short(article: Article) -> str:
    """The credentials of whom a short cite names, in few words; "" where none are given."""
    authors = authors_named(article)
    named = authors if len(signers(article)) <= _NAMED else authors[:1]
    return "; ".join(filter(None, (_few_words(author.credentials) for author in named)))


def _few_words(credentials: str) -> str:
    """What stands before a semicolon, of that whole parts if they are short enough, else its beginning."""
    first = " ".join(credentials.partition(";")[0].split())
    if len(first) <= _SHORT:
        return first
    parts = first[: _SHORT + 1].rpartition(",")[0]
    return parts or f"{first[: _SHORT - 1].rpartition(' ')[0] or first[: _SHORT - 1]}…"


def full_cite_parts(article: Article) -> tuple[tuple[str, str], ...]:
    """The parts of the full cite in order, each named: authors, date, title, …, url, accessed."""
    article = as_cited(article)
    parts = (
        ("authors", authors_full(article)),
        ("date", long_date(article.published)),
        ("title", article.title),
        ("container", article.container),
        ("contributors", _by_whom(article)),
        ("edition", edition_said(article)),
        ("publisher", article.publisher),
        ("number", number_said(article)),
        ("pages", pages_marked(article)),
        ("url", place_of(article)),
        ("accessed", long_date(article.accessed)),
    )
    return tuple((name, text) for name, text in parts if text)


def _by_whom(article: Article) -> str:
    names = [] if is_edited(article) else [name.straight for name in contributors(article)]
    *others, last = names or [""]
    role = "interview by" if article.sort is ArticleKind.INTERVIEW else "edited by"
    return f"{role} {' and '.join(filter(None, (', '.join(others), last)))}" if names else ""


def number_said(article: Article) -> str:
    """Volume and number: "vol. 50, no. 3"; of a report its number."""
    if article.sort is ArticleKind.REPORT:
        return report_number(article)
    volume, issue = volume_said(article), issue_said(article)
    return ", ".join(filter(None, (f"vol. {volume}" if volume else "", f"no. {issue}" if issue else "")))


def missing_from_cite(article: Article) -> tuple[str, ...]:
    """What a full cite of this kind of work asks for and the article lacks, in words.

    An address needs a date of access, unless the work has a DOI, or is a book.
    """
    article = as_cited(article)
    known = any(author.credentials for author in authors_named(article)) or is_edited(article)
    lacking = (
        ("author", bool(signers(article))),
        ("author’s credentials", known),
        ("title", article.title),
        *_asked_of(article),
    )
    return tuple(name for name, there in lacking if not there)


def _asked_of(article: Article) -> tuple[tuple[str, object], ...]:
    """What is asked of this kind of work, in words, and whether the article has it."""
    a, kind = article, ArticleKind
    publisher, dated = ("publisher", a.publisher), ("date", a.published)
    year = ("year", a.published)
    visited = ("date of access", a.accessed or not a.url or place_of(a) != a.url)
    asked: Mapping[ArticleKind, tuple[tuple[str, object], ...]] = {
        kind.NEWS: (("newspaper or magazine", a.publisher), dated, visited),
        kind.JOURNAL: (
            ("journal", a.publisher),
            ("volume or number", a.volume or a.issue),
            ("pages or DOI", a.pages or doi_address(a.doi)),
            dated,
            visited,
        ),
        kind.BOOK: (publisher, year),
        kind.CHAPTER: (("title of the book", a.container), publisher, ("pages", a.pages), year),
        kind.SPEECH: (("occasion or publisher", a.container or a.publisher), dated, visited),
        kind.INTERVIEW: (("interviewer", a.contributors), publisher, dated, visited),
    }
    return asked.get(article.sort, (publisher, dated, visited))


def in_quotes(words: str) -> str:
    """Words in double quotation marks, or in single ones where they have double ones of their own."""
    return f"‘{words}’" if _DOUBLE_QUOTES.intersection(words) else f"“{words}”"
