# SPDX-License-Identifier: MIT
"""Thirteen ways in which another copy of an article differs, each knowing where every character came from.

A text is a list of letters, each with its place in the text before, or -1 where it is new. So the place of a
quotation afterwards is known, whatever was done.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.english import Prose

Letters = list[tuple[str, int]]
TYPESET = {"“": '"', "”": '"', "’": "'", "–": " - ", "fi": "ﬁ", "fl": "ﬂ"}
LOOKALIKE = {
    "l": "1",
    "o": "0",
    "e": "c",
    "m": "rn",
    "i": "l",
    "s": "5",
    "a": "o",
    "h": "b",
    "n": "ri",
    "t": "f",
}
WHOLE = 0.6
"""How much of a quotation must be left where paragraphs are dropped, for it to be there."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Case:
    """A text and a range of it that is quoted, both in code points."""

    text: str
    start: int
    end: int
    seed: int

    @property
    def letters(self) -> Letters:
        return [(letter, at) for at, letter in enumerate(self.text)]

    @property
    def quote(self) -> str:
        return self.text[self.start : self.end]

    @property
    def chance(self) -> random.Random:
        return random.Random(self.seed)


@dataclass(frozen=True)
class Mutated:
    """The text afterwards and where the quotation stands in it: (0, 0) when it is gone."""

    text: str
    start: int
    end: int


def mutated(case: Case, change: Callable[[Case], Letters]) -> Mutated:
    letters = change(case)
    inside = [at for at, (_, origin) in enumerate(letters) if case.start <= origin < case.end]
    text = "".join(letter for letter, _ in letters)
    left = len({origin for _, origin in letters if case.start <= origin < case.end}) / len(case.quote)
    if not inside or (change is mixed and left < WHOLE) or inside[-1] - inside[0] > 2 * len(case.quote):
        return Mutated(text, 0, 0)  # gone, half gone or torn apart: there is no such passage any more
    return Mutated(text, inside[0], inside[-1] + 1)


def new(text: str) -> Letters:
    return [(letter, -1) for letter in text]


def paragraphs(letters: Letters) -> list[Letters]:
    parts: list[Letters] = [[]]
    for letter in letters:
        if letter[0] == "\n":
            parts.append([])
        else:
            parts[-1].append(letter)
    return [part for part in parts if part]


def joined(parts: list[Letters]) -> Letters:
    out: Letters = []
    for part in parts:
        out += [*([("\n", -1)] if out else []), *part]
    return out


def holds_quote(case: Case, part: Letters) -> bool:
    return any(case.start <= origin < case.end for _, origin in part)


def identity(case: Case) -> Letters:
    return case.letters


def typeset(case: Case) -> Letters:
    return typeset_anew(case.letters, case.chance)


def typeset_anew(letters: Letters, chance: random.Random) -> Letters:
    """Other quotation marks, ligatures, lines wrapped, no-break spaces."""
    out: Letters = []
    at = column = 0
    while at < len(letters):
        letter, origin = letters[at]
        pair = letter + (letters[at + 1][0] if at + 1 < len(letters) else "")
        if pair in TYPESET:
            out.append((TYPESET[pair], origin))
            at += 1
        elif letter in TYPESET:
            out += [(each, origin) for each in TYPESET[letter]]
        elif letter == " " and column > 70:
            out.append(("\n", origin))
            column = 0
        else:
            out.append(("\u00a0" if letter == " " and chance.random() < 0.05 else letter, origin))
        at += 1
        column += 1
    return out


def typos(case: Case) -> Letters:
    return mistyped(case.letters, case.chance, 0.02)


def mistyped(letters: Letters, chance: random.Random, rate: float) -> Letters:
    out: Letters = []
    for letter, origin in letters:
        if letter == "\n" or chance.random() >= rate:
            out.append((letter, origin))
            continue
        kind = chance.randrange(3)
        if kind:
            out.append((chance.choice(ALPHABET), origin))
        if kind == 1:
            out.append((letter, origin))
    return out


def scanned(rate: float) -> Callable[[Case], Letters]:
    """As text recognition reads it: letters mistaken, words broken at the ends of lines."""

    def change(case: Case) -> Letters:
        chance, out, column = case.chance, Letters(), 0
        for letter, origin in case.letters:
            column = 0 if letter == "\n" else column + 1
            if letter in LOOKALIKE and chance.random() < rate * 1.6:
                out += [(each, origin) for each in LOOKALIKE[letter]]
            elif letter == " " and column > 64:
                out.append(("\n", origin))
                column = 0
            elif letter.islower() and column > 66:
                out += [("-", origin), ("\n", origin), (letter, origin)]
                column = 0
            else:
                out.append((letter, origin))
        return out

    return change


def moved(case: Case) -> Letters:
    parts = paragraphs(case.letters)
    own = [part for part in parts if holds_quote(case, part)]
    others = [part for part in parts if not holds_quote(case, part)]
    at = case.chance.randrange(len(others) + 1)
    return joined([*others[:at], *own, *others[at:]])


def deleted(case: Case) -> Letters:
    return [each for each in case.letters if not case.start <= each[1] < case.end]


def with_copies(case: Case, letters: Letters) -> Letters:
    parts = paragraphs(letters)
    prose, chance = Prose(case.seed), case.chance
    own = [at for at, part in enumerate(parts) if holds_quote(case, part)]
    for _ in range(3):
        words = f"{prose.sentence()} {case.quote} {prose.sentence()}".replace("\n", " ")
        at = chance.randrange(len(parts) + 1)
        parts.insert(own[0] if own and own[0] < at <= own[-1] else at, new(words))
        own = [place + (at <= place) for place in own]
    return joined(parts)


def copied(case: Case) -> Letters:
    return with_copies(case, case.letters)


def copied_and_deleted(case: Case) -> Letters:
    return with_copies(case, deleted(case))


def rewritten(rate: float) -> Callable[[Case], Letters]:
    """So many of the quoted words are others, are gone, or have another behind them."""

    def change(case: Case) -> Letters:
        chance, prose = case.chance, Prose(case.seed)
        stock = prose.text(2000).split()
        out: Letters = []
        at, letters = 0, case.letters
        while at < len(letters):
            end = at
            while end < len(letters) and not letters[end][0].isspace():
                end += 1
            quoted = end > at and case.start <= at < case.end
            kind = chance.randrange(3) if quoted and chance.random() < rate else -1
            if kind <= 0:
                out += letters[at:end] if kind else [(each, letters[at][1]) for each in chance.choice(stock)]
            elif kind == 1:
                out += [*letters[at:end], *new(f" {chance.choice(stock)}")]
            out += letters[end : end + 1]
            at = end + 1
        return out

    return change


def surroundings_replaced(case: Case) -> Letters:
    prose = Prose(case.seed + 1)
    around = max(40, len(case.text.split()) // 2)
    return [
        *new(prose.text(around) + " "),
        *case.letters[case.start : case.end],
        *new(" " + prose.text(around)),
    ]


def mixed(case: Case) -> Letters:
    """Some of all: paragraphs gone and moved, running heads put in, typos, typeset anew."""
    chance = case.chance
    parts = [part for part in paragraphs(case.letters) if chance.random() >= 0.15]
    for _ in range(len(parts) * 15 // 100):
        parts.insert(chance.randrange(len(parts)), parts.pop(chance.randrange(len(parts))))
    for number in range(len(parts) // 5):
        parts.insert(chance.randrange(len(parts) + 1), new(f"Page {number} · The Quarterly"))
    return typeset_anew(mistyped(joined(parts), chance, 0.01), chance)


CHANGES: dict[str, Callable[[Case], Letters]] = {
    "identity": identity,
    "typeset anew": typeset,
    "typos 2 %": typos,
    "scanned 5 %": scanned(0.05),
    "scanned 10 %": scanned(0.10),
    "paragraph moved": moved,
    "deleted": deleted,
    "three copies": copied,
    "copies, deleted": copied_and_deleted,
    "rewritten 20 %": rewritten(0.20),
    "rewritten 40 %": rewritten(0.40),
    "other surroundings": surroundings_replaced,
    "mixed": mixed,
}


def cases(words: int, number: int, seed: int) -> list[Case]:
    """Quotations of four kinds from one text: a phrase, a sentence, several, and across two paragraphs."""
    chance = random.Random(seed)
    text = Prose(seed).text(words)
    made: list[Case] = []
    while len(made) < number:
        start, end = RANGES[len(made) % 4](text, chance)
        if end - start >= 12 and text[start:end].strip() == text[start:end]:
            made.append(Case(text, start, end, seed * 1000 + len(made)))
    return made


def _sentence_start(text: str, chance: random.Random) -> int:
    return text.find(". ", chance.randrange(max(1, len(text) - 800))) + 2


def _phrase(text: str, chance: random.Random) -> tuple[int, int]:
    start = text.find(" ", chance.randrange(max(1, len(text) - 400))) + 1
    end = start
    for _ in range(chance.randint(4, 8)):
        end = text.find(" ", end + 1)
    return (start, end) if "\n" not in text[start:end] else (0, 0)


def _sentences(least: int, most: int) -> Callable[[str, random.Random], tuple[int, int]]:
    def drawn(text: str, chance: random.Random) -> tuple[int, int]:
        start = end = _sentence_start(text, chance)
        for _ in range(chance.randint(least, most)):
            end = text.find(".", end + 1)
        return start, end + 1

    return drawn


def _over_paragraphs(text: str, chance: random.Random) -> tuple[int, int]:
    line = text.find("\n", chance.randrange(max(1, len(text) - 800)))
    return text.rfind(" ", 0, line - 60) + 1, text.find(" ", line + 60)


RANGES = (_phrase, _sentences(1, 1), _sentences(2, 4), _over_paragraphs)
