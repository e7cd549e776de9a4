# SPDX-License-Identifier: MIT
"""Cites of an article: the short one said aloud, the full one that evidence rules ask for.

A full cite has, as far as the article gives it, author with credentials, date, title, publisher,
address and date of access, after the NSDA's list for written source citation (National Speech and
Debate Association, evidence rules: "to the extent provided by the original source").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

from dissoi.dossier.records import Article, Author, RecordId

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_NAMED = 2
"""More authors than these are \"et al.\""""
_DOUBLE_QUOTES = frozenset('“”"„«»')
_PARTICLES = {
    "van", "von", "de", "da", "di", "du", "der", "den", "la", "le", "del", "ten", "ter", "zu", "bin", "ibn",
    "bint", "al", "بن", "ابن",
}  # fmt: skip
_JOINTS = {"of", "for", "and", "&", "on"}
_BODIES = {
    "administration", "agence", "agency", "alliance", "assembly", "associated", "association", "authority",
    "bundesministerium", "bundesregierung", "bureau", "centre", "center", "coalition", "college", "comité",
    "commission", "committee", "company", "congress", "conseil", "consortium", "corp", "corp.", "corporation",
    "council", "department", "editorial", "editors", "embassy", "federation", "forum", "foundation",
    "gouvernement", "government", "inc", "inc.", "initiative", "institut", "institute", "institution",
    "instituto", "international", "league", "llc", "ltd", "ltd.", "ministère", "ministerio", "ministerium",
    "ministry", "museum", "nations", "network", "news", "office", "organisation", "organization",
    "parlement", "parliament", "programme", "project", "research", "secretariat", "senate", "society",
    "staff", "stiftung", "times", "traders", "treasury", "union", "universidad", "universität", "université",
    "university",
}  # fmt: skip
"""Words in the names of bodies that are no people."""
_PERHAPS = {"bank", "board", "court", "fund", "group", "house", "party", "post", "press", "school", "watch"}
"""Words that are family names too, and tell a body in names of three words and more."""
_KNOWN_BODIES = {"federal reserve", "white house", "world bank"}
"""Names of two words that debaters cite, and that no word tells from people."""
SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}
_TITLES = {"by", "dr", "gov", "mr", "mrs", "ms", "prof", "professor", "rep", "rev", "sen", "senator", "sir"}
_RANKS = {"adm.", "amb.", "brig.", "capt.", "col.", "gen.", "lt.", "maj.", "sgt."}
"""Titles that are names too, unless they are shortened."""
_DEGREES = {
    "ba", "bsc", "dphil", "edd", "esq", "jd", "llb", "llm", "ma", "mba", "md", "mfa", "mph", "mpp", "msc",
    "phd", "rn",
}  # fmt: skip
"""Degrees as they stand behind a comma, without their full stops."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
"""Matches what stands in brackets beside a name: "(Reuters)"."""


def bare_name(name: str) -> str:
    """A name without titles before it and degrees behind it, which no style cites: "Jane Smith"."""
    whole = " ".join(name.split())
    first, *behind = (part.strip() for part in (_ASIDE.sub("", whole).strip() or whole).split(","))
    # A single word is a family name, and what stands behind it initials: "Vance, J.D.".
    while " " in first and behind and _is_degree(behind[-1].replace(" ", "")):
        behind.pop()
    words = first.split()
    while len(words) > _NAMED and (words[0].rstrip(".").lower() in _TITLES or words[0].lower() in _RANKS):
        del words[0]
    # Degrees in capitals need no comma; "Ma" is a family name.
    while len(words) > _NAMED and _is_degree(words[-1]) and words[-1][1:] != words[-1][1:].lower():
        words.pop()
    return ", ".join([" ".join(words), *behind])


def _is_degree(word: str) -> bool:
    return word.replace(".", "").lower() in _DEGREES


def last_name(author: Author) -> str:
    """The name under which an author is cited: "Lieven", "van der Leyen"."""
    name = bare_name(author.name)
    if "," in name:
        family, _, rest = name.partition(",")
        if rest.strip().lower() not in SUFFIXES:
            return family.strip()
    names = name.replace(",", " ").split()
    while len(names) > 1 and names[-1].lower() in SUFFIXES:
        names.pop()
    first = len(names) - 1
    while first > 1 and names[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(names[max(first, 0) :])


def is_organisation(name: str, publisher: str = "") -> bool:
    """Whether an author seems to be no person: named as the publisher is, or by a word that bodies have."""
    words = _ASIDE.sub("", name).casefold().replace(",", " ").split()
    if len(words) <= 1:
        return False
    if (
        name == publisher
        or words[0] == "the"
        or " ".join(words) in _KNOWN_BODIES
        or _JOINTS.intersection(words[1:])
    ):
        return True
    return bool(_BODIES.intersection(words) or (len(words) > _NAMED and _PERHAPS.intersection(words)))


def authors_short(article: Article) -> str:
    """Who is named in a short cite: "Lieven", "Lieven and Ash", "Lieven et al."; else the publisher."""
    names = [
        " ".join(author.name.split())
        if is_organisation(author.name, article.publisher)
        else last_name(author)
        for author in article.authors
        if author.name.strip()
    ]
    if len(names) > _NAMED:
        return f"{names[0]} et al."
    return " and ".join(names) or article.publisher or article.title


def short_cite(article: Article, letter: str = "") -> str:
    """The cite said in a speech: last name and two digits of the year, as in "Lieven 25".

    `letter` tells it from another of the same names and year: "Lieven 25b", "Lieven n.d.-b".
    """
    year = article.published[2:4]
    undated = f"n.d.-{letter}" if letter else "n.d."
    return " ".join(part for part in (authors_short(article), f"{year}{letter}" if year else undated) if part)


def cite_letters(articles: Iterable[Article]) -> Mapping[RecordId, str]:
    """Letters for the articles whose short cites would be the same, by id: a, b, … in the order of titles.

    So APA has it (7th edition, 8.19); an article whose short cite is its own has no letter.
    """
    alike: dict[str, list[Article]] = {}
    for article in articles:
        alike.setdefault(short_cite(article), []).append(article)
    return {
        article.id: _letter(place)
        for group in alike.values()
        if len(group) > 1
        for place, article in enumerate(sorted(group, key=lambda each: (each.title.casefold(), each.id)))
    }


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


def authors_full(article: Article) -> str:
    """The authors with their credentials, parted by semicolons."""
    named = (
        f"{author.name} ({author.credentials})" if author.credentials else author.name
        for author in article.authors
        if author.name.strip()
    )
    return "; ".join(named)


def full_cite_parts(article: Article) -> tuple[tuple[str, str], ...]:
    """The parts of the full cite in order, each named: authors, date, title, publisher, url, accessed."""
    parts = (
        ("authors", authors_full(article)),
        ("date", long_date(article.published)),
        ("title", article.title),
        ("publisher", article.publisher),
        ("url", article.url),
        ("accessed", long_date(article.accessed)),
    )
    return tuple((name, text) for name, text in parts if text)


def full_cite(article: Article) -> str:
    """The full cite as one line of text."""
    worded = {"title": "“{}”", "accessed": "accessed {}"}
    parts = (worded.get(name, "{}").format(text) for name, text in full_cite_parts(article))
    line = ", ".join(parts)
    return f"{line}." if line else ""


def missing_from_cite(article: Article) -> tuple[str, ...]:
    """What a full cite asks for and the article lacks, in words. An address needs a date of access."""
    lacking = (
        ("author", any(author.name.strip() for author in article.authors)),
        ("author’s credentials", any(author.credentials for author in article.authors)),
        ("title", article.title),
        ("publisher", article.publisher),
        ("date", article.published),
        ("date of access", article.accessed or not article.url),
    )
    return tuple(name for name, there in lacking if not there)


def in_quotes(words: str) -> str:
    """Words in double quotation marks, or in single ones where they have double ones of their own."""
    return f"‘{words}’" if _DOUBLE_QUOTES.intersection(words) else f"“{words}”"
