# SPDX-License-Identifier: MIT
"""Full cites in the styles that schools and leagues ask for.

- MLA Handbook, 9th edition (2021): works-cited entries, months shortened, no date where there is none.
- Publication Manual of the American Psychological Association, 7th edition (2020): a page on a website; a
  date of access only where the page has no date of its own.
- Chicago Manual of Style, 18th edition (2024): bibliography entries of the notes style.
- Debate: the short cite, then what the NSDA's evidence rules ask for, credentials included.

Articles do not say what kind of work they are, so each is cited as one on a website or in a periodical.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from dissoi.dossier.author_names import Name, name_of
from dissoi.dossier.citation import (
    PLAIN,
    Mark,
    cite_marks,
    date_parts,
    full_cite_parts,
    long_date,
    short_cite,
)
from dissoi.dossier.prose import Span
from dissoi.dossier.records import Article

Spans = tuple[Span, ...]
_ENDS = (".", "?", "!", "…")
_CLOSING = "”’\"'"
_OPENS = re.compile(r'(?<![^\s([—–-])"')
"""Matches a straight quotation mark that opens."""
_UNTITLED = "Untitled"
_MLA_NAMED = 2
"""MLA names two authors; of three or more the first, then "et al."."""
_APA_NAMED = 20
"""APA names up to twenty authors; of more the first nineteen and the last (9.8)."""
_CHICAGO_NAMED, _CHICAGO_FIRST = 6, 3
"""Chicago names up to six authors; of more the first three, then "et al."."""


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
    return tuple(span for span in _WRITERS[style](article, mark) if span.text)


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
    for name, text in full_cite_parts(article):
        yield Span(text=before)
        worded = f"accessed {text}" if name == "accessed" else text
        yield Span(text=worded, italic=name == "title", link=_link(text) if name == "url" else "")
        before, last = ", ", text
    yield Span(text="" if last.endswith(_ENDS) else ".")


def _mla(article: Article, _mark: Mark) -> Iterator[Span]:
    names = _names(article)
    if names and names != [Name(article.publisher)]:
        yield Span(text=f"{_ended(_mla_authors(names))} ")
    yield Span(text=_quoted(article.title))
    yield Span(text=" " if article.publisher or article.published or article.url else "")
    yield Span(text=article.publisher, italic=True)
    date = long_date(article.published, _MLA_MONTHS)
    shown = article.url.removeprefix("https://").removeprefix("http://")
    rest = [part for part in (date,) if part]
    yield Span(text=", " if article.publisher and (rest or shown) else "")
    yield Span(text=rest[0] if rest else "")
    yield Span(text=", " if rest and shown else "")
    yield Span(text=shown, link=_link(article.url))
    tail = shown or (rest[0] if rest else article.publisher)
    yield Span(text="" if not tail or tail.endswith(_ENDS) else ".")
    if article.accessed:
        yield Span(text=f" Accessed {_ended(long_date(article.accessed, _MLA_MONTHS))}")


def _mla_authors(names: Sequence[Name]) -> str:
    first = names[0].inverted
    if len(names) > _MLA_NAMED:
        return f"{first}, et al."
    return f"{first}, and {names[1].straight}" if len(names) == _MLA_NAMED else first


def _apa(article: Article, mark: Mark) -> Iterator[Span]:
    names = _names(article)
    title = Span(text=article.title or f"[{_UNTITLED}]", italic=bool(article.title))
    if names:
        yield Span(text=f"{_ended(_apa_authors(names))} {_apa_date(article.published, mark.letter)}. ")
        yield from (title, Span(text=_stop(title.text)))
    else:
        yield from (title, Span(text=f"{_stop(title.text)} {_apa_date(article.published, mark.letter)}."))
    if article.publisher and not (names and names[-1] == Name(article.publisher)):
        yield Span(text=f" {_ended(article.publisher)}")
    if article.url:
        accessed = _month_first(article.accessed) if not article.published else ""
        yield Span(text=f" Retrieved {accessed}, from " if accessed else " ")
        yield Span(text=article.url, link=_link(article.url))


def _apa_authors(names: Sequence[Name]) -> str:
    told = [name.initialled for name in names]
    if len(told) > _APA_NAMED:
        return f"{', '.join(told[: _APA_NAMED - 1])}, . . . {told[-1]}"
    *others, last = told
    return f"{', '.join(others)}, & {last}" if others else last


def _apa_date(date: str, letter: str) -> str:
    year, month, day = date_parts(date)
    if not year:
        return f"(n.d.-{letter})" if letter else "(n.d.)"
    named = " ".join(filter(None, [month, day]))
    return f"({year}{letter}{', ' if named else ''}{named})"


def _chicago(article: Article, _mark: Mark) -> Iterator[Span]:
    names = _names(article)
    by_publisher = not names or names[0] == Name(article.publisher)
    authors = _chicago_authors(names) if names else article.publisher
    yield Span(text=f"{_ended(authors)} " if authors else "")
    yield Span(text=_quoted(article.title))
    date = _month_first(article.published)
    container = "" if by_publisher else article.publisher
    yield Span(text=" " if container or date else "")
    yield Span(text=container, italic=True)
    yield Span(text=(f", {date}." if container else f"{date}.") if date else _stop(container))
    if article.accessed and not date:
        yield Span(text=f" Accessed {_month_first(article.accessed)}.")
    if article.url:
        yield from (Span(text=" "), Span(text=article.url, link=_link(article.url)), Span(text="."))


def _chicago_authors(names: Sequence[Name]) -> str:
    told = [names[0].inverted, *(name.straight for name in names[1:])]
    if len(told) > _CHICAGO_NAMED:
        return f"{', '.join(told[:_CHICAGO_FIRST])}, et al."
    *others, last = told
    return f"{', '.join(others)}, and {last}" if others else last


_Writer = Callable[[Article, Mark], Iterable[Span]]
_WRITERS: Mapping[CiteStyle, _Writer] = MappingProxyType(
    {
        CiteStyle.DEBATE: _debate,
        CiteStyle.MLA: _mla,
        CiteStyle.APA: _apa,
        CiteStyle.CHICAGO: _chicago,
    }
)
_MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def _link(url: str) -> str:
    """Where an address leads: to the web, a mailbox or nowhere."""
    return url if url.lower().startswith(("https://", "http://", "mailto:")) else ""


def _names(article: Article) -> list[Name]:
    return [name_of(each, article.publisher) for each in article.authors if each.name.strip()]


def _month_first(date: str) -> str:
    year, month, day = date_parts(date)
    if month and day:
        return f"{month} {day}, {year}"
    return " ".join(filter(None, [month, year]))


def _quoted(title: str) -> str:
    """A title in quotation marks with its full stop inside; its own marks become single ones."""
    inner = _OPENS.sub("‘", title or _UNTITLED).replace("“", "‘").replace("”", "’").replace('"', "’")
    if title.endswith(("”", '"')):
        return f"“{_ended(inner[:-1])}’”"
    return f"“{_ended(inner)}”"


def _stop(text: str) -> str:
    """The full stop that a text lacks; one within quotation marks at its end is enough."""
    return "" if not text or text.rstrip(_CLOSING).endswith(_ENDS) else "."


def _ended(text: str) -> str:
    return f"{text}{_stop(text)}"
