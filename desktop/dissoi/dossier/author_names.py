# SPDX-License-Identifier: MIT
"""Names of authors, and the parts in which cites order them; names of bodies stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from dissoi.dossier.records import Author

_PARTICLES = {
    "van", "von", "de", "da", "das", "di", "dos", "du", "der", "den", "la", "las", "le", "los", "del",
    "della", "st", "st.", "ten", "ter", "zu", "bin", "ibn", "bint", "al", "el", "بن", "ابن",
}  # fmt: skip
_JOINTS = {"of", "for", "and", "&", "on", "against", "without"}
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
_KNOWN_BODIES = {
    "chatham house", "deutsche bank", "federal reserve", "freedom house", "green party", "labour party",
    "supreme court", "washington post", "white house", "world bank",
}  # fmt: skip
"""Names of two words that debaters cite, and that no word tells from people."""
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}
_TITLES = {"by", "dr", "gov", "mr", "mrs", "ms", "prof", "professor", "rep", "rev", "sen", "senator", "sir"}
_ONLY_TITLES = {"dr", "mr", "mrs", "ms", "prof", "professor"}
"""Titles that nobody has for a first name, so that a single name may follow: "Dr Smith"."""
_RANKS = {"adm.", "amb.", "brig.", "capt.", "col.", "gen.", "lt.", "maj.", "sgt."}
"""Titles that are names too, unless they are shortened."""
_DEGREES = {
    "ba", "bsc", "cbe", "dphil", "edd", "esq", "jd", "kc", "llb", "llm", "ma", "mba", "mbe", "md", "mep",
    "mfa", "mp", "mph", "mpp", "msc", "msp", "obe", "phd", "psyd", "qc", "rn",
}  # fmt: skip
"""Degrees, honours and seats as they stand behind a comma, without their full stops."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
"""Matches what stands in brackets beside a name: "(Reuters)"."""
_TWO = 2
"""A first name and a family name."""
_JOINED_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w)")
"""Matches between initials that all of the styles set apart: "J. D. Vance"."""
_INITIAL = re.compile(r"\w\.")
_RUN_TOGETHER = re.compile(r"[A-Z]{2,3}$")
"""Matches initials that are written as a word: "JD Vance"."""
_DOCTORATE = re.compile(r"\bPh\. ?D\b\.?")
_BYNAME = re.compile('[“"][^”"]*[”"]')
_MARKS = "()[]“”\"‘’'.,;"


class Name(NamedTuple):
    """An author's name in its parts; an organisation has its whole name as `family`."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def inverted(self) -> str:
        """Family name first: "King, Martin Luther, Jr."."""
        return ", ".join(filter(None, [self.family, self.given, self.suffix]))

    @property
    def straight(self) -> str:
        """As it is said: "Martin Luther King Jr."."""
        return " ".join(filter(None, [self.given, self.family, self.suffix]))

    @property
    def initialled(self) -> str:
        """Family name first, the others as initials: "King, M. L., Jr."."""
        return ", ".join(filter(None, [self.family, initials(self.given), self.suffix]))

    @property
    def initials_first(self) -> str:
        """As it is said, but for initials: "M. L. King Jr."."""
        return " ".join(filter(None, [initials(self.given), self.family, self.suffix]))


def name_of(author: Author, publisher: str = "") -> Name:
    """An author's name taken apart; `publisher` helps to tell organisations from people."""
    whole = " ".join(author.name.split())
    return Name(whole) if is_organisation(whole, publisher) else _person(whole)


def last_name(author: Author) -> str:
    """The name under which an author is cited: "Lieven", "van der Leyen"."""
    return _person(" ".join(author.name.split())).family


def _person(whole: str) -> Name:
    bare = _JOINED_INITIALS.sub(". ", _bare(_DOCTORATE.sub("PhD", whole)))
    first, *behind = [part for each in bare.split(",") if (part := each.strip())] or [""]
    suffixes = [part for part in behind if _is_suffix(part)]
    words, suffix = _without_suffix(first.split())
    suffix = suffix or "".join(suffixes[:1])
    given, last = _without_suffix(" ".join(part for part in behind if not _is_suffix(part)).split())
    if not given:
        return _straight(words, suffix)
    return _named(words, given, suffix or last)


def _without_suffix(words: Sequence[str]) -> tuple[Sequence[str], str]:
    return (words[:-1], words[-1]) if len(words) > 1 and _is_suffix(words[-1]) else (words, "")


def _straight(words: Sequence[str], suffix: str) -> Name:
    """A name whose parts no comma sets apart."""
    initialled = sum(1 for _ in takewhile(_INITIAL.fullmatch, reversed(words)))
    if initialled == len(words) > 0:
        return Name(" ".join(words), suffix=suffix)
    if initialled:
        return _named(words[:-initialled], words[-initialled:], suffix)
    first = len(words) - 1
    # "Van" and "Al" are first names too, but no first name is written small.
    while first > 0 and words[first - 1].lower() in _PARTICLES and (first > 1 or words[0].islower()):
        first -= 1
    return _named(words[max(first, 0) :], words[: max(first, 0)], suffix)


def _named(family: Sequence[str], given: Sequence[str], suffix: str) -> Name:
    called = " ".join(family)
    told = (given_ if called.isupper() else _RUN_TOGETHER.sub(_apart, given_) for given_ in given)
    return Name(called, " ".join(told), suffix)


def _apart(initials_: re.Match[str]) -> str:
    return " ".join(f"{letter}." for letter in initials_[0])


def _bare(whole: str) -> str:
    """A name without titles before it and degrees behind it, which no style cites: "Jane Smith"."""
    first, *behind = (part.strip() for part in (_ASIDE.sub("", whole).strip() or whole).split(","))
    # Right behind a single word, a family name, stand first names or initials: "Vance, J.D.".
    while behind and (" " in first or len(behind) > 1) and _is_degree(behind[-1].replace(" ", "")):
        behind.pop()
    words = first.split()
    while _has_title(words):
        del words[0]
    # Degrees in capitals need no comma; "Ma" is a family name.
    while len(words) > _TWO and _is_degree(words[-1]) and words[-1][1:] != words[-1][1:].lower():
        words.pop()
    return ", ".join([" ".join(words), *behind])


def _has_title(words: Sequence[str]) -> bool:
    if len(words) < _TWO:
        return False
    title = words[0].rstrip(".").lower()
    return title in _ONLY_TITLES or (len(words) > _TWO and (title in _TITLES or words[0].lower() in _RANKS))


def _is_degree(word: str) -> bool:
    return word.replace(".", "").lower() in _DEGREES


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
    return bool(_BODIES.intersection(words) or (_PERHAPS.intersection(words) and not _is_personal(name)))


def _is_personal(name: str) -> bool:
    """Whether a name is built as people's are: of two words, turned round, or with an initial within."""
    words = name.split()
    return len(words) <= _TWO or "," in name or any(_INITIAL.fullmatch(word) for word in words[1:-1])


def _is_suffix(word: str) -> bool:
    return word.lower() in _SUFFIXES


def initials(given: str) -> str:
    """The initials of names; a byname in quotation marks has none: "D. J." of “Dwayne “Rock” J.”."""
    names = ([each.strip(_MARKS) for each in part.split("-")] for part in _BYNAME.sub(" ", given).split())
    initials = ("-".join(f"{piece[0]}." for piece in pieces if piece) for pieces in names)
    return " ".join(filter(None, initials))
