# SPDX-License-Identifier: MIT
"""What all styles of full cites set alike: titles in quotation marks, full stops, links, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dissoi.dossier.article_kinds import is_edited, signers
from dissoi.dossier.author_names import Name, name_of
from dissoi.dossier.citation import date_parts
from dissoi.dossier.prose import Span
from dissoi.dossier.records import Article

ENDS = (*".?!…。？！｡؟۔।։።။។",)
"""Marks that end a sentence, in the scripts of the world."""
_STOPPED = re.compile(r"(?<=[^\W\d_A-Z]{4})\.$|[。｡۔।։።။។]$")
"""Matches the stop of a sentence: not that of "etc.", "U.S.", "Jr." or "Vol. 3.", nor one of several."""
_CLOSING = "”’\"'"
_OPENS = re.compile(r'(?<![^\s([—–-])"')
"""Matches a straight quotation mark that opens."""
_UNTITLED = "Untitled"

Element = tuple[Span, ...]
"""A part of a cite that stands between two commas or full stops."""


def link_of(url: str) -> str:
    """Where an address leads: to the web, a mailbox or nowhere."""
    return url if url.lower().startswith(("https://", "http://", "mailto:")) else ""


def names_of(article: Article) -> list[Name]:
    """The names of those who stand first, taken apart."""
    return [name_of(each, article.publisher) for each in signers(article)]


def role_of_signers(article: Article) -> str:
    """Whether an "editor" or "editors" stand in the place of authors; "" for neither."""
    count = len(signers(article)) if is_edited(article) else 0
    return "editors" if count > 1 else "editor" if count else ""


def straight_names(names: Sequence[Name], most: int) -> str:
    """Names as they are said, of more than `most` the first alone: "Ana Ruiz and Bo Lee"."""
    told = [name.straight for name in names]
    if len(told) > most:
        return f"{told[0]} et al."
    *others, last = told or [""]
    comma = "," if len(others) > 1 else ""
    return f"{', '.join(others)}{comma} and {last}" if others else last


def month_first(date: str) -> str:
    """A partial date as Americans write it: "March 5, 2024"."""
    year, month, day = date_parts(date)
    if month and day:
        return f"{month} {day}, {year}"
    return " ".join(filter(None, [month, year]))


def title_of(article: Article) -> str:
    """The title, or what stands where there is none."""
    return article.title or _UNTITLED


def quoted(title: str) -> str:
    """A title in quotation marks with its full stop inside; its own marks become single ones."""
    inner = _OPENS.sub("‘", title or _UNTITLED).replace("“", "‘").replace("”", "’").replace('"', "’")
    if title.endswith(("”", '"')):
        return f"“{ended(inner[:-1])}’”"
    return f"“{ended(inner)}”"


def stop(text: str) -> str:
    """The full stop that a text lacks; one within quotation marks at its end is enough."""
    return "" if not text or text.rstrip(_CLOSING).endswith(ENDS) else "."


def unstopped(text: str) -> str:
    """A text as it stands before a comma: without the full stop that some titles have."""
    return _STOPPED.sub("", text)


def ended(text: str) -> str:
    """A text with its full stop."""
    return f"{text}{stop(text)}"


def element(text: str, *, italic: bool = False, url: str = "") -> Element:
    """A part of a cite; no spans where there is nothing to say."""
    return (Span(text=text, italic=italic, link=link_of(url)),) if text else ()


def in_a_row(elements: Sequence[Element], between: str = ", ") -> Iterator[Span]:
    """The elements that say anything, with a comma between any two."""
    first = True
    for each in filter(None, elements):
        if not first:
            yield Span(text=between)
        yield from each
        first = False


def sentence(elements: Sequence[Element], before: str = " ") -> Iterator[Span]:
    """Elements with commas between them, `before` in front, and a full stop behind; nothing for none."""
    row = list(in_a_row(elements))
    if row:
        yield Span(text=before)
        yield from row
        yield Span(text=stop(row[-1].text))
