# SPDX-License-Identifier: MIT
"""Words, each measured and divided once for all the places in which it stands."""

from __future__ import annotations

import re

from dissoi.briefing.typesetting.breaks import SPACES, parts_of
from dissoi.briefing.typesetting.hyphens import divisions
from dissoi.briefing.typesetting.pieces import Look
from dissoi.briefing.typesetting.units import Unit, hyphenated, parted, space_width

_SPACE = re.compile(f"[{SPACES}]")


def words_of(text: str) -> list[str]:
    """What stands between the spaces of a text, before them and behind them; some of it may be empty."""
    # Of the spaces only U+0020 is printable.
    return text.split(" ") if text.isprintable() else _SPACE.split(text)


class Words(dict[str, tuple[Unit, ...]]):
    """The words of one look in parts between which a line may end, measured when they are first asked for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.spaced = Spaced(self)

    def __missing__(self, word: str) -> tuple[Unit, ...]:
        """Measure a word that was not asked for before."""
        made = self[word] = tuple(parted(parts_of(word), self.look))
        return made


class Spaced(dict[str, tuple[Unit, ...]]):
    """The same words with a space behind them; without a word there is none."""

    def __init__(self, words: Words) -> None:
        super().__init__({"": ()})
        self._words = words

    def __missing__(self, word: str) -> tuple[Unit, ...]:
        """Put a space behind a word that was not asked for before."""
        made = self[word] = spaced(self._words[word], self._words.look)
        return made


def spaced(parts: tuple[Unit, ...], look: Look) -> tuple[Unit, ...]:
    """The parts of a word with a space of a look behind it."""
    *before, last = parts
    return (*before, last.spaced(space_width(last.pieces, look)))


class Divided(dict[Unit, tuple[Unit, ...]]):
    """Words with hyphens, in parts between which a line may end, divided when they are first asked for.

    `language` is that of words whose look does not tell theirs. Words of several looks stay whole, and so do
    those whose look wants it, unless it is done `at_need`.
    """

    def __init__(self, language: str, *, at_need: bool = False) -> None:
        super().__init__()
        self._language = language
        self._at_need = at_need

    def __missing__(self, unit: Unit) -> tuple[Unit, ...]:
        """Divide a word that was not asked for before."""
        made = self._divided(unit)
        if unit.look is not None and not unit.ends:  # else it was made for this place alone
            self[unit] = made
        return made

    def _divided(self, unit: Unit) -> tuple[Unit, ...]:
        if len(unit.pieces) != 1:
            return (unit,)
        text, _, look, *_ = unit.pieces[0]
        if not (look.hyphenated or self._at_need):
            return (unit,)
        places = divisions(text, look.language or self._language, at_need=self._at_need)
        return hyphenated(unit, places) if places else (unit,)
