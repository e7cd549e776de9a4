# SPDX-License-Identifier: MIT
"""How long it takes to say something, by its words.

The pace is in words a minute. 150 is the usual default: about what people speak in public, and what judges
who are no debaters follow. Reading aloud averages 183 in English (Brysbaert 2019, 77 studies), and teachers
of Public Forum ask for 725 to 775 words in four minutes, which is 180 to 195; fast debaters pass 250.

What is written shorter or longer than it is spoken counts as it is spoken, by approximation:

- numbers by the words an English speaker says: "2025" is three, "1,500" four, "31 %" four;
- short capitals letter by letter ("EU" is two words, "NATO" one);
- a word of more than 12 letters for each 6 of them, since time goes by letters more than by words in all
  languages with an alphabet (IReST, Trauzettel-Klosinski and Dietz 2012: 68 ms a character in 14 of 17);
- Chinese characters and Japanese signs at 1.6 to the word, as IReST has them read (255 a minute, 158 words);
- web addresses and signs without a sound not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import plain_of
from dissoi.dossier.reading_aloud import words_to_read
from dissoi.dossier.records import Argument, Evidence, RecordId
from dissoi.dossier.speech_plan import Planned

_FIRST_SIGN = "\u3040"
_SIGNS_TO_A_WORD = 1.6
_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:[,.’\u00a0\u202f]\d{3})+|\d+)(?:[.,](?P<part>\d+))?(?:st|nd|rd|th|s)?\b"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_SAID = {"%": 2, "‰": 2, "$": 1, "€": 1, "£": 1, "¥": 1, "&": 1, "=": 1, "§": 1, "°": 1}
"""Signs that are said, and in how many words."""
_RANGE = re.compile(r"(?<=\d)\s?[-–—]\s?(?=\d)")
_JOINTS = re.compile(r"[-–—/‐‑\s]+")
_LONG, _LETTERS_TO_A_WORD = 12, 6
_SPELLED = re.compile(r"[A-Z](?:\.?[A-Z]){1,4}\.?(?:[’']?s)?")
_VOWELS = frozenset("AEIOUY")
_ALWAYS_SPELLED = 3
_YEARS = range(1100, 2100)
_REMEMBERED = 2000
"""How many texts the words of which are counted once: a plan is shown anew whenever one of them changes."""


@cache
def _signs() -> re.Pattern[str]:
    """The signs of Chinese and Japanese: compiled for texts that have some, since that takes Python long."""
    return re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@lru_cache(maxsize=_REMEMBERED)
def spoken_words(text: str) -> float:
    """How many words a text is when it is spoken."""
    text = _ADDRESS.sub(" ", text)
    signs = 0.0
    if not text.isascii() and max(text) >= _FIRST_SIGN:
        text, found = _signs().subn(" ", text)
        signs = found / _SIGNS_TO_A_WORD
    numbers = sum(map(_number, _NUMBER.finditer(text))) + len(_RANGE.findall(text))
    said = sum(text.count(sign) * count for sign, count in _SAID.items())
    shouted = text.isupper() and len(text.split()) > 1
    pieces = _JOINTS.split(_NUMBER.sub(" ", text))
    return signs + numbers + said + sum(_piece(each, shouted=shouted) for each in pieces)


def seconds_to_say(text: str, pace: int) -> float:
    """How long it takes to say a text at `pace` words a minute."""
    return spoken_words(text) * 60 / pace


def speaking_time(dossier: Dossier, argument: RecordId) -> float:
    """The seconds it takes to say an argument at the dossier's pace, without its answers.

    That is its claim, its reasoning, what is read aloud of each quotation with the cite that is said
    before it, and its impact.
    Raises `UnknownRecordError` when there is no such argument.
    """
    said = dossier.get(Argument, argument)
    texts = (said.claim, *_quoted(dossier, argument), said.impact)
    spoken = sum(map(spoken_words, texts)) + _words_in(said.reasoning)
    return spoken * 60 / dossier.question.pace


def time_used(dossier: Dossier, planned: Planned) -> float:
    """The seconds it takes to say what is planned for a speech."""
    return sum(speaking_time(dossier, each.id) for each in planned.arguments)


@lru_cache(maxsize=_REMEMBERED)
def _words_in(markdown: str) -> float:
    return spoken_words(plain_of(markdown))


def _quoted(dossier: Dossier, argument: RecordId) -> Iterator[str]:
    return (_proof(dossier, each) for each in dossier.evidence_of(argument))


def _proof(dossier: Dossier, evidence: Evidence) -> str:
    return f"{dossier.cite_of(dossier.article_of(evidence).id)} {words_to_read(dossier, evidence)}"


def _piece(piece: str, *, shouted: bool) -> int:
    """The words of a run of letters that stands between spaces or hyphens."""
    if len(piece) <= _LONG and piece[1:].islower():
        # As most are: a word, and no letters that are said one by one, of which two at least are capitals.
        return 1
    letters = [each for each in piece if each.isalpha()]
    capitals = [each for each in letters if each.isupper()]
    if not letters:
        return 0
    if not shouted and _SPELLED.fullmatch(piece.strip("“”\"'‘’(),;:!?[]")):
        spelled = len(capitals) <= _ALWAYS_SPELLED or not _VOWELS & set(capitals)
        return len(capitals) if spelled else 1
    return 1 if len(letters) <= _LONG else -(-len(letters) // _LETTERS_TO_A_WORD)


def _number(found: re.Match[str]) -> int:
    """The words of a number: "1,500" is one thousand five hundred, "24.5" twenty-four point five."""
    digits = re.sub(r"\D", "", found["whole"])
    part = len(found["part"]) + 1 if found["part"] else 0
    if digits == found["whole"] and len(digits) <= 4 and int(digits) in _YEARS and not part:  # noqa: PLR2004
        century, year = divmod(int(digits), 100)
        return _below_a_thousand(century) + (_below_a_thousand(year) or 1)
    groups = [int(digits[max(0, end - 3) : end]) for end in range(len(digits), 0, -3)]
    named = sum(_below_a_thousand(each) + bool(place) for place, each in enumerate(groups) if each)
    return (named or 1) + part


def _below_a_thousand(number: int) -> int:
    hundreds, rest = divmod(number, 100)
    tens = 0 if not rest else 1 if rest < 20 or not rest % 10 else 2  # noqa: PLR2004 - as English counts
    return 2 * bool(hundreds) + tens
