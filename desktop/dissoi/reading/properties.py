# SPDX-License-Identifier: MIT
"""What the properties of a file say of an article, as proposals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from dissoi.dossier.prose import inline
from dissoi.dossier.records import Author
from dissoi.reading.dates import partial_date
from dissoi.reading.names import names_in
from dissoi.reading.reading import Detail, Origin, Proposal

_LONGEST = 500
_PROGRAMS = re.compile(
    r"microsoft word - |untitled|(?:slide|page) 1\Z|document\d*\Z|print(?:ed)? ", re.IGNORECASE
)
_FILE = re.compile(r"\S+\.(?:docx?|pdf|odt|rtf|tex|dvi|indd|qxd|html?|txt|p65)", re.IGNORECASE)
_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def titles(text: str) -> tuple[Proposal, ...]:
    """A title, unless a program made it up."""
    text = one_line(text)
    if not text or _PROGRAMS.match(text) or _FILE.fullmatch(text) or not any(c.isalpha() for c in text):
        return ()
    return (Proposal(text, Origin.PROPERTIES),)


def authors(names: Iterable[str]) -> tuple[Proposal, ...]:
    """Authors, each text of which may name several."""
    found = [name for text in names for name in names_in(one_line(text))]
    people = tuple(Author(name=name) for name in dict.fromkeys(found))
    return (Proposal(people, Origin.PROPERTIES),) if people else ()


def day_made(text: str) -> tuple[Proposal, ...]:
    """When a file was made, which is seldom when its text appeared."""
    return tuple(replace(each, origin=Origin.FILE_MADE) for each in dates(text))


def dates(text: str) -> tuple[Proposal, ...]:
    """A date as files have them, such as "D:20250218120000Z" or "2025-02-18T12:00:00Z"."""
    found = _DATE.match(text.strip())
    try:
        value = date(*map(int, found.groups())).isoformat() if found else partial_date(text)
    except ValueError:
        value = ""
    return (Proposal(value, Origin.PROPERTIES),) if value else ()


def languages(text: str) -> tuple[Proposal, ...]:
    """A language as in "en-GB"."""
    text = text.strip()
    return (Proposal(text.replace("_", "-"), Origin.PROPERTIES),) if _LANGUAGE.fullmatch(text) else ()


def one_line(text: str) -> str:
    """Text as the value of a property: a single line, of some length at most."""
    return " ".join(inline(text).replace("\u2028", " ").split())[:_LONGEST]


def printed(value: str) -> tuple[Proposal, ...]:
    """What a line at the start of the article says; nothing for ""."""
    return (Proposal(value, Origin.BYLINE),) if value else ()


def given(proposals: Mapping[Detail, tuple[Proposal, ...]]) -> dict[Detail, tuple[Proposal, ...]]:
    """Proposals without details of which nothing is said, and without a value twice."""
    result = {}
    for detail, each in proposals.items():
        unique: dict[object, Proposal] = {}
        for proposal in each:
            unique.setdefault(proposal.value, proposal)
        if unique:
            result[detail] = tuple(unique.values())
    return result


def repeated(proposals: Mapping[Detail, tuple[Proposal, ...]]) -> list[str]:
    """What lines at the start of an article may repeat: proposed titles, publishers, and people together."""
    found: list[str] = []
    for detail in (Detail.TITLE, Detail.PUBLISHER, Detail.AUTHORS):
        for proposal in proposals.get(detail, ()):
            value = proposal.value
            found.append(value if isinstance(value, str) else " ".join(author.name for author in value))
    return found
