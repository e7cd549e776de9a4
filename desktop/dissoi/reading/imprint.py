# SPDX-License-Identifier: MIT
"""The line by which journals say where an article stands: “World Politics 71, no. 2 (April 2019), 187–224”.

A line is only taken for one when nothing is left of it but a name once volume, number, date, pages and DOI
are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dissoi.dossier.citation import MONTHS
from dissoi.reading.dates import partial_date

_LONGEST = 240
_MOST_NAME_WORDS = 11
_NUMBER = r"\d{1,4}"
_ISSUE = r"\d{1,3}(?:\s?[-–/]\s?\d{1,3})?"
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + "|Sept"
_SEASON = r"Spring|Summer|Autumn|Fall|Winter"

_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s*(?:https?://doi\.org/)?)(10\.\d{4,9}/\S+)", re.IGNORECASE
)
_LABELLED_PAGES = re.compile(r"\b(?:pp?\.|pages?)\s*(\w?\d+(?:\s?[-–—]\s?\w?\d+)?)", re.IGNORECASE)
_BARE_PAGES = re.compile(r"(?<![\d(–-])(\d{1,5}\s?[-–—]\s?\d{1,5})(?=[\s.,;\]]*$)")
_DATE = re.compile(
    rf"\(?\b(?:(?P<month>(?:{_MONTH})\.?)(?:\s?[-–/]\s?(?:{_MONTH})\.?)?,?\s+|(?:{_SEASON}),?\s+)?"
    r"(?P<year>(?:18|19|20)\d\d)\b(?!\s?[-–/]\s?\d)\)?",
    re.IGNORECASE,
)
_VOLUME_AND_ISSUE = re.compile(
    rf"\b(?:vol(?:ume|\.)?\s*)?({_NUMBER})\s?\(({_ISSUE})\)|\b({_NUMBER}):\s?({_ISSUE})(?=[\s.,;(]*$)",
    re.IGNORECASE,
)
_VOLUME = re.compile(rf"\bvol(?:ume|\.)?\s*({_NUMBER}|[IVXLC]+)\b", re.IGNORECASE)
_ISSUED = re.compile(rf"\b(?:nos?\.?|issue|iss\.|number|nr\.)\s*({_ISSUE})\b", re.IGNORECASE)
_BARE_VOLUME = re.compile(
    rf"(?<=[^\d\s])[\s,.;]+({_NUMBER})(?:,\s*({_ISSUE}))?[\s,.;:]*$|^({_NUMBER})[\s,.;:]*$"
)
_RIGHTS = re.compile(r"©\s?\d{4}\b[^.]*(?:\.|$)")
_SIGNS = " ,.;:|·•–—-[]()"

_NAME_WORD = re.compile(r"(?:[A-Z][^\W\d_]*|[a-z]{1,2}[A-Z][^\W\d_]*)(?:[’'.&/-][^\W\d_]+)*[.’']?|&|\+")
_MINOR = {
    "a", "an", "and", "at", "de", "der", "des", "du", "et", "for", "für", "in", "la", "of", "on", "the", "to",
    "und",
}  # fmt: skip
_NO_NAME = {
    "also", "and", "appendix", "article", "box", "cf", "cf.", "chapter", "figure", "from", "ibid", "ibid.",
    "in", "of", "page", "pages", "part", "quoted", "section", "see", "source", "table", "volume",
}  # fmt: skip
"""Words with which no journal's name begins, but what cites it or is numbered may."""
_KEPT_CAPITALS = {"EU", "NATO", "UK", "UN", "US", "USA", "PNAS", "IEEE", "ACM", "OECD", "II", "III"}
_JOURNAL = re.compile(
    r"\b(?:Journal|Review|Quarterly|Annals|Annual|Studies|Bulletin|Proceedings|Transactions|Letters|Science|Sciences"
    r"|Affairs|Politics|Policy|Research|Perspectives|Archives|Notes|Revue|Zeitschrift|Rivista|Revista|Security"
    r"|History|Economics|Philosophy|Law|Education|Psychology|Sociology|Ethics|Inquiry|Theory|Organization)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Imprint:
    """Where an article stands, as far as a line says it; `published` is a partial date."""

    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    published: str = ""
    doi: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether this can be nothing but a place in a journal."""
        return bool(self.volume and self.pages and (self.issue or self.published or self.doi)) or bool(
            self.volume and self.issue and self.published and self.doi
        )


def imprint_in(line: str) -> Imprint | None:
    """What a line says that is an imprint and nothing else; its journal may be "" where it names none."""
    if len(line) > _LONGEST:
        return None
    taken = _Taken(_RIGHTS.sub("", line, count=1))
    doi = taken.take(_DOI, clean_doi)
    pages = taken.take(_LABELLED_PAGES, _range) or taken.take(_BARE_PAGES, _range)
    both = taken.groups(_VOLUME_AND_ISSUE)
    published = taken.take_date()
    both = both or taken.groups(_VOLUME_AND_ISSUE)
    volume, issue = (*both, "", "")[:2] if both else (taken.take(_VOLUME), "")
    issue = issue or taken.take(_ISSUED)
    if not volume and (bare := taken.groups(_BARE_VOLUME)):
        volume, issue = bare[0], issue or "".join(bare[1:2])
    name = taken.rest.strip(_SIGNS)
    if not volume or (name and not is_name(name)):
        return None
    return Imprint(cased(name), volume, issue, pages, published, doi)


def doi_said(text: str) -> str:
    """The DOI that a text names behind “doi”, or as an address; "" where it names none."""
    found = _DOI.search(text)
    return clean_doi(found[1]) if found else ""


def without_doi(text: str) -> str:
    """A text without the DOI that it names."""
    return _DOI.sub("", text).strip(_SIGNS)


def clean_doi(text: str) -> str:
    """A DOI without the signs of the sentence that it stood in."""
    bare = text.rstrip(".,;:")
    return bare[:-1] if bare.endswith((")", "]")) and "(" not in bare else bare


def is_name(text: str) -> bool:
    """Whether a text can be a journal's name: words with capitals, and small ones between them."""
    words = text.replace(":", "").split()
    return (
        0 < len(words) <= _MOST_NAME_WORDS
        and words[0].lower() not in _NO_NAME
        and all(_NAME_WORD.fullmatch(word) or word in _MINOR for word in words)
        and words[-1].lower() not in _MINOR
        and any(len(word) > 2 for word in words)  # noqa: PLR2004 - more than initials
    )


def is_journal(text: str) -> bool:
    """Whether a line by itself names a journal: a name with a word that journals have in theirs."""
    return is_name(text) and bool(_JOURNAL.search(text))


def cased(name: str) -> str:
    """A name that is set in capitals as it is written elsewhere; one word may be letters for several."""
    words = name.split()
    if not name.isupper() or len(words) == 1:
        return name
    return " ".join(_cased_word(word, is_first=not at) for at, word in enumerate(words))


def _cased_word(word: str, *, is_first: bool) -> str:
    if word in _KEPT_CAPITALS:
        return word
    return word.lower() if word.lower() in _MINOR and not is_first else word.capitalize()


def _range(text: str) -> str:
    return "–".join(part.strip() for part in re.split("[-–—]", text))


@dataclass
class _Taken:
    """A line, and what is left of it once its parts are taken out."""

    rest: str

    def _drop(self, found: re.Match[str]) -> None:
        self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}".rstrip()

    def groups(self, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """Take out what a pattern matches; what its groups have."""
        found = pattern.search(self.rest)
        if not found:
            return ()
        self._drop(found)
        return tuple(each for each in found.groups() if each)

    def take(self, pattern: re.Pattern[str], fitted: Callable[[str], str] = str) -> str:
        """Take out what a pattern matches; what its first group has."""
        return next(map(fitted, self.groups(pattern)), "")

    def take_date(self) -> str:
        """Take out a date; as a partial date, a season as its year."""
        found = _DATE.search(self.rest)
        if not found:
            return ""
        self._drop(found)
        # Archives say it twice; two that differ are no imprint, and leave digits in its name.
        again = _DATE.search(self.rest)
        if again and again["year"] == found["year"]:
            self._drop(again)
        month = (found["month"] or "").rstrip(".")
        return partial_date(f"{month} {found['year']}".strip()) or found["year"]
