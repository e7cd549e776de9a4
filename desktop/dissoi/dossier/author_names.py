# SPDX-License-Identifier: MIT
"""Names of authors, and the parts in which cites order them; names of bodies stay whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dissoi.dossier.records import Author

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
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}
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
_TWO = 2
"""A first name and a family name."""
_JOINED_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w)")
"""Matches between initials that all of the styles set apart: "J. D. Vance"."""
_BYNAME = re.compile('[“"][^”"]*[”"]')
_MARKS = "()[]“”\"‘’'.,;"


@dataclass(frozen=True)
class Name:
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


def name_of(author: Author, publisher: str = "") -> Name:
    """An author's name taken apart; `publisher` helps to tell organisations from people."""
    whole = " ".join(author.name.split())
    if is_organisation(whole, publisher):
        return Name(whole)
    whole = _JOINED_INITIALS.sub(". ", bare_name(whole))
    family = last_name(author)
    if whole.startswith(f"{family},"):
        given = whole.removeprefix(family).replace(",", " ").split()
        suffix = given.pop() if len(given) > 1 and _is_suffix(given[-1]) else ""
        return Name(family, " ".join(given), suffix)
    given = whole.replace(",", " ").split()
    suffix = given.pop() if len(given) > 1 and _is_suffix(given[-1]) else ""
    return Name(family, " ".join(given[: len(given) - len(family.split())]), suffix)


def bare_name(name: str) -> str:
    """A name without titles before it and degrees behind it, which no style cites: "Jane Smith"."""
    whole = " ".join(name.split())
    first, *behind = (part.strip() for part in (_ASIDE.sub("", whole).strip() or whole).split(","))
    # A single word is a family name, and what stands behind it initials: "Vance, J.D.".
    while " " in first and behind and _is_degree(behind[-1].replace(" ", "")):
        behind.pop()
    words = first.split()
    while len(words) > _TWO and (words[0].rstrip(".").lower() in _TITLES or words[0].lower() in _RANKS):
        del words[0]
    # Degrees in capitals need no comma; "Ma" is a family name.
    while len(words) > _TWO and _is_degree(words[-1]) and words[-1][1:] != words[-1][1:].lower():
        words.pop()
    return ", ".join([" ".join(words), *behind])


def _is_degree(word: str) -> bool:
    return word.replace(".", "").lower() in _DEGREES


def last_name(author: Author) -> str:
    """The name under which an author is cited: "Lieven", "van der Leyen"."""
    name = bare_name(author.name)
    if "," in name:
        family, _, rest = name.partition(",")
        if rest.strip().lower() not in _SUFFIXES:
            return family.strip()
    names = name.replace(",", " ").split()
    while len(names) > 1 and names[-1].lower() in _SUFFIXES:
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
    return bool(_BODIES.intersection(words) or (len(words) > _TWO and _PERHAPS.intersection(words)))


def _is_suffix(word: str) -> bool:
    return word.lower() in _SUFFIXES


def initials(given: str) -> str:
    """The initials of names; a byname in quotation marks has none: "D. J." of “Dwayne “Rock” J.”."""
    names = ([each.strip(_MARKS) for each in part.split("-")] for part in _BYNAME.sub(" ", given).split())
    initials = ("-".join(f"{piece[0]}." for piece in pieces if piece) for pieces in names)
    return " ".join(filter(None, initials))
