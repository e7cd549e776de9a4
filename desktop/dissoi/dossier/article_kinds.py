# SPDX-License-Identifier: MIT
"""What is said of an article of each kind, and how cites write it: what it is part of, editors, numbers.

The details are the core elements of the MLA Handbook (9th edition, 2021, chapter 5), which the other styles
order and word in their own ways. A kind is there where cites differ; all else is cited as a web page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dissoi.dossier.author_names import Name, name_of
from dissoi.dossier.records import Article, ArticleKind, Author

_K = ArticleKind
DETAILS_OF: Mapping[ArticleKind, tuple[str, ...]] = MappingProxyType(
    {
        _K.PAGE: ("publisher", "accessed"),
        _K.NEWS: ("publisher", "pages", "accessed"),
        _K.JOURNAL: ("publisher", "volume", "issue", "pages", "doi", "accessed"),
        _K.BOOK: ("contributors", "edition", "publisher", "doi"),
        _K.CHAPTER: ("container", "contributors", "edition", "publisher", "pages", "doi"),
        _K.REPORT: ("issue", "publisher", "doi", "accessed"),
        _K.SPEECH: ("container", "publisher", "accessed"),
        _K.INTERVIEW: ("contributors", "publisher", "accessed"),
    }
)
"""The details that articles of a kind have; title, authors, date, address and language are said of all."""

IN_YEARS = frozenset({_K.BOOK, _K.CHAPTER})
"""Kinds of which cites name the year alone, whatever else is known of the date."""
UNSIGNED_BY_TITLE = frozenset({_K.BOOK, _K.CHAPTER})
"""Kinds that are known by their title where nobody is named: a press is not who says it."""

_DETAILS = frozenset(name for names in DETAILS_OF.values() for name in names)
# Compiled when first used, since the window starts with this module.
_DOI = r"(?i)(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}/\S*?[^\s.,;])[.,;]*"
_PAGES = r"(?i)^(?:pp?\.\s*|pages?\s*|pp\s*(?=\d)|pp?\s+)"
_RANGE = r"(?i)(?<=\d)\s*[-–—]\s*(?=[a-z]?\d)|(?<=[ivxlcdm])\s*[-–—]\s*(?=[ivxlcdm]+\b)"
_EDITION = r"(?i)\s*\b(?:ed|edn|edition)\.?$"
_NUMBER = r"(?i)^(?:no\.?|nr\.?|number|iss\.|issue|#)\s*(?=\d)"
_VOLUME = r"(?i)^(?:vol\.?|volume)\s*(?=\d)"
_WORD = r"[^\W\d_]{2,}\.?\s"
_TEENS = range(11, 14)
_LONG = 4
"""No book has an edition of so many digits."""


def as_cited(article: Article) -> Article:
    """The article with the details of its kind alone, without what it had when it was of another kind.

    What a DOI leads to stays as it is, so that it is no matter when somebody was there.
    """
    foreign = _DETAILS.difference(DETAILS_OF[article.sort])
    if "doi" not in foreign and doi_address(article.doi):
        foreign |= {"accessed"}
    published = article.published[:4] if article.sort in IN_YEARS else article.published
    return article.model_copy(update={**dict.fromkeys(foreign, ""), "published": published})


def contributors(article: Article) -> list[Name]:
    """Who edited the book, or led the interview."""
    return [name_of(each) for each in _contributing(article)]


def _contributing(article: Article) -> tuple[Author, ...]:
    return _named(Author(name=each.strip()) for each in article.contributors.split(";"))


def authors_named(article: Article) -> tuple[Author, ...]:
    """The authors of whom a name is given."""
    return _named(article.authors)


def _named(authors: Iterable[Author]) -> tuple[Author, ...]:
    return tuple(each for each in authors if each.name.strip(" ,;"))


def signers(article: Article) -> tuple[Author, ...]:
    """Who is named first: the authors, or the editors of a book that has none."""
    return _contributing(article) if is_edited(article) else authors_named(article)


def is_edited(article: Article) -> bool:
    """Whether this is a book of which editors are named and no authors: these stand in their place."""
    return article.sort is ArticleKind.BOOK and bool(_contributing(article)) and not authors_named(article)


def doi_address(doi: str) -> str:
    """Where a DOI leads, however it is written; "" for what is none."""
    found = re.fullmatch(_DOI, doi.strip())
    return f"https://doi.org/{found[1]}" if found else ""


def place_of(article: Article) -> str:
    """The address that cites give: that of the DOI, which stays, else where it was found."""
    return doi_address(article.doi) or article.url


def pages_said(article: Article) -> str:
    """The pages of a cite, without a word before them: "127–53"."""
    return re.sub(_RANGE, "–", re.sub(_PAGES, "", article.pages.strip()))


def pages_marked(article: Article) -> str:
    """The pages with "p." or "pp." before them: "pp. 127–53"."""
    pages = pages_said(article)
    return f"{'pp.' if re.search('[–,&]', pages) else 'p.'} {pages}" if pages else ""


def volume_said(article: Article) -> str:
    """The volume, without a word before it."""
    return re.sub(_VOLUME, "", article.volume.strip())


def issue_said(article: Article) -> str:
    """The number within a volume, without a word before it."""
    return re.sub(_NUMBER, "", article.issue.strip())


def edition_said(article: Article) -> str:
    """The edition as all styles write it: "2nd ed.", "Rev. ed."; "" for a first, which none mentions."""
    said = re.sub(_EDITION, "", article.edition.strip())
    if said.isdecimal() and len(said) < _LONG:
        said = _ordinal(int(said))
    return f"{said} ed." if said and said.lower() not in {"1st", "first"} else ""


def report_number(article: Article) -> str:
    """The number of a report: as written where a word says what it is, else as "Report No. 17"."""
    number = article.issue.strip()
    if not number or re.search(_WORD, number):
        return number
    return f"Report No. {number}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in _TEENS else ending}"
