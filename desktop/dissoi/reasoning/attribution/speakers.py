# SPDX-License-Identifier: MIT
"""Who can hold something: people with their roles, governments, parties, places that stand for them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dissoi.reasoning.attribution.suggestion import words_of

_CAP = r"(?:(?:Mc|Mac|O[’']|D[’']|al-)?[A-ZÀ-ÞŁŚŽČĐ][\w’-]*\w|[A-Z]\.|[A-Z](?:\.[A-Z])+\.?)"
# Names can own other words of the name: “the Tenants’ Union”, “the Children's Fund”.
NAME = rf"{_CAP}(?:(?:(?<=s)[’']|'s)?\s+(?:(?:van|von|de|del|der|al|bin|la|du|da)\s+){{0,2}}{_CAP}){{0,6}}"
_BODY = (
    r"(?:government|administration|ministry|commission|party|opposition|union|council|parliament|court|army|cabinet"
    r"|company|board|committee|agency|bank|federation|association|group|coalition|alliance|senate|congress|city"
    r"|university|council|institute|charity|department|authority|authorities|team|club|report|study|delegation"
    r"|officials|ministers|lawmakers|critics|campaigners|experts|residents|researchers|economists|scientists|farmers"
    r"|teachers|doctors|unions|employers|opponents|supporters|activists|leaders|diplomats|lawyers|analysts|authors"
    r"|county|province|provinces|rebels|makers|manufacturers|parents|volunteers|industry|exporters|shopkeepers"
    r"|churchgoers|keepers|fishermen|envoy|front|forum|left|right|members|swimmers|psychologists|companies|colleague"
    r"|colleagues|drivers|lawyer|bishops|church|regulator|judge|neighbours|neighbour|workers|nurses|students|voters"
    r"|champion|coach|husband|wife|deputy|scientists|society|organisation|organization|firm|executive|chairman"
    r"|chairwoman|chair|archbishop|bishop|professor|economist|philosopher|owners|readers|towns|villagers|police"
    r"|mayor|minister|president|spokesman|spokeswoman|spokesperson|chancellor|governor|secretary|director)"
)
BODY = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Ss]ome|[Mm]any|[Mm]ost|[Mm]y|[Oo]ur|[Hh]is|[Hh]er)\s+)?"
    rf"(?:[A-Za-z][\w’'-]+\s+){{0,3}}?{_BODY}\b(?![’'])"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?:{_CAP}(?:\s+{_CAP}){{0,2}}(?:\s+and\s+{_CAP})?|[a-z]{{3,}}(?=[\s,])))?"
)
_OF_PLACE = rf"(?:\s+of\s+(?:the\s+)?{_CAP}(?:\s+(?:(?:for|of|and)\s+)?{_CAP}){{0,4}})?"
_CAUSE = (
    r"(?:More|Together|Save|Stop|Fair|Ways and|Friends|Doctors|Lawyers|Reporters|Parents|Teachers|Students"
    r"|Farmers|Mothers|Fathers|Veterans|Artists|Citizens|People|Women|Voices|Action|Campaign|Room|Hope|Justice"
    rf"|Scientists|Workers|Generation|Engineers|Architects|Rights)\s+(?:(?:in|for|of|to|on|against|without)\s+)?(?:the\s+)?{_CAP}"
    rf"(?:\s+(?:(?:in|for|of|and)\s+)?{_CAP}){{0,2}}"
)
"""Names of bodies with small words in them, by what they begin with: “Save the Rivers”."""
ACTOR = rf"(?:{_CAUSE}|(?:[Tt]he\s+)?{NAME}{_OF_PLACE}|{BODY})"
_ROLE_WORD = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame|Sen|Rep|Gov|Gen|Col|Capt)\.?$|^(?:President|Senator|Governor|Secretary"
    r"|Minister|Chancellor|Judge|Justice|Ambassador|Chairman|Chairwoman|Chair|Chief|Officer|Professor|Prof\.?"
    r"|Mayor|Director|Commissioner|Spokesman|Spokeswoman|Spokesperson|King|Queen|Prince|Pope|Bishop|Archbishop"
    r"|Premier|Representative|Councillor|General|Colonel|Captain|Leader|Executive)$"
)
_DETERMINERS = frozenset(words_of("the a an its their some many most my our his her several"))
_JOINING = frozenset(words_of("and but as with of if when or for than so by while to on"))
_NOT_NAMES = frozenset(
    words_of("""
    The A An In On At But And It This That There If When While As For From By With To Of So Yet Or
    Nor Then What Why How Who Where After Before Since Because Although Though However Also Still
    Now Here No Yes Not Even Indeed Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December These
    Those Such Most Many Some Few All Both Each Every One Two Another Last Next Perhaps Meanwhile
    Yesterday Today Leaving Speaking According Nobody Others People Only Instead Earlier Later Its
    Their His Her Our My Your They He She We I Nothing Everything Experts Asked Despite Supporters
    Opponents Critics Under Over During Until Once Whether Much More Less Several Nevertheless
""")
)
_IS_CAUSE = re.compile(_CAUSE)
_FULL_NAME = re.compile(rf"(?<![\w’'-]){NAME}")
_ROLE_NOUN = re.compile(
    r"(?:minister|president|secretary|chancellor|governor|mayor|leader|chair(?:man|woman)?|executive|director|envoy"
    r"|spokes(?:man|woman|person)|lawyer|economist|philosopher|judge|bishop|archbishop|coach|husband|wife|colleague"
    r"|neighbour|deputy|professor|champion|commissioner|chief)(?: (?:of|for) .*)?$",
    re.IGNORECASE,
)
"""Matches what one person is called by office."""


@dataclass(frozen=True)
class Speaker:
    """A name with what the article says of its bearer. `person` is False for a body or a place."""

    name: str
    role: str = ""
    person: bool = True


@dataclass
class Cast:
    """The people met so far in an article, so that a surname or a pronoun leads back to the full name."""

    full: dict[str, Speaker] = field(default_factory=dict)
    last: Speaker | None = None
    last_person: Speaker | None = None

    @property
    def people(self) -> list[Speaker]:
        """The people whose full names are known, in the order of the text."""
        return list(self.full.values())

    def know(self, text: str) -> None:
        """Learn the full names in a text, so that a surname leads to them wherever it stands."""
        for found in _FULL_NAME.finditer(text):
            speaker = named(found[0])
            if speaker and speaker.person and " " in speaker.name:
                self._keep(speaker)

    def _keep(self, speaker: Speaker) -> Speaker:
        first, *_, key = speaker.name.split()
        before = self.full.get(key)
        if before and before.name == speaker.name and before.role and not speaker.role:
            speaker = before
        self.full[key] = speaker
        if speaker.role.split()[-1:] and speaker.role.split()[-1] in {"Sir", "Dame", "Lord", "Lady"}:
            self.full[first] = speaker
        return speaker

    def introduced(self, text: str, start: int, end: int) -> tuple[Speaker, int] | None:
        """The person whom a stretch of text names first in full, and where; None when it names nobody so."""
        for found in _FULL_NAME.finditer(text, start, end):
            speaker = named(found[0]) if " " in found[0] else None
            known = self.full.get(speaker.name.split()[-1]) if speaker else None
            if speaker and known and known.name == speaker.name:
                return known, found.start()
        return None

    def pronoun(self, word: str) -> Speaker | None:
        """Whom “he”, “she”, “they” or “it” means: the person, or whoever else, that was met last."""
        return self.last_person if word.lower() in {"he", "she"} else self.last

    def meet(self, words: str, apposition: str = "") -> Speaker | None:
        """The speaker that `words` name, remembered for later; None for words that name nobody."""
        speaker = named(words)
        if speaker is None:
            return None
        inner = named(apposition.strip(" ,—–()")) if not speaker.person else None
        if inner and inner.person and " " in inner.name and _ROLE_NOUN.search(speaker.name):
            speaker = Speaker(inner.name, speaker.name)
        key = speaker.name.split()[-1]
        if " " not in speaker.name and key in self.full:
            speaker = self.full[key]
        elif speaker.person and " " in speaker.name:
            speaker = self._keep(Speaker(speaker.name, speaker.role or _role_in(apposition)))
        self.last = speaker
        if speaker.person or _ROLE_NOUN.search(speaker.name):
            self.last_person = speaker
        return speaker


def named(words: str) -> Speaker | None:
    """The speaker that some words name: “US Defense Secretary Pete Hegseth” has a role and a name."""
    parts = re.sub(r"[’']s?$", "", words.strip()).split()
    if _IS_CAUSE.fullmatch(" ".join(parts)) and not all(part[0].isupper() for part in parts):
        return Speaker(" ".join(parts), person=False)
    if "the" in parts[1:] and parts[parts.index("the", 1) - 1][:1].isupper():
        # What stands before belongs to another phrase: “in Paris the minister”.
        parts = parts[parts.index("the", 1) :]
    if parts and parts[0] in {"that", "which", "who", "every", "no", "none"}:
        return None
    while len(parts) > 1 and parts[0] in _JOINING:
        parts.pop(0)
    while len(parts) > 1 and parts[0] in _NOT_NAMES and parts[0] not in {"The", "A", "An"}:
        parts.pop(0)
    if not parts or (len(parts) == 1 and parts[0] in _NOT_NAMES):
        return None
    if parts[0].lower() in _DETERMINERS or parts[-1].islower():
        rest = [part for part in parts[1:] if part[0].isupper()]
        if parts[0] == "The" and rest and rest[0] in _NOT_NAMES:
            return None
        return Speaker(" ".join(parts), person=False)
    return _person(parts)


def _person(parts: list[str]) -> Speaker | None:
    of = parts.index("of") if "of" in parts else len(parts)
    place, parts = parts[of:], parts[:of]
    at = max((at for at, part in enumerate(parts) if _ROLE_WORD.match(part)), default=-1) + 1
    role, name = parts[:at], parts[at:]
    if not name:
        return Speaker(" ".join(role + place), person=False)
    if place and len(name) == 1 and not role:
        return Speaker(" ".join(name + place), person=False)
    if not role:
        place = [part for part in place if part not in {"of", "the"}]
    return Speaker(" ".join(name), " ".join(role + place).strip(), person=len(name) > 1 or bool(role))


def _role_in(apposition: str) -> str:
    """What stands between the commas or dashes behind a name, if it says what its bearer is."""
    words = apposition.strip(" ,—–()")
    if re.match(
        r"(?:the|a|an|one|head|director|professor|leader|minister|chair|who|its|author|\w+ minister)\b", words
    ):
        return words
    return ""
