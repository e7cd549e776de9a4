# SPDX-License-Identifier: MIT
"""What is worth keeping between two briefs of nearly the same dossier, for whoever makes one after the other.

Content is values, so that what a paragraph came to can be looked up by the paragraph itself: making
a brief anew then costs what changed in it. What the brief before did not need either is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeVar

from dissoi import resources
from dissoi.briefing.fonts import Fonts
from dissoi.briefing.lines import Line, Run, Setter
from dissoi.briefing.styles import Type
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.prose import Blocks

_Key = TypeVar("_Key", bound=Hashable)
_Answer = TypeVar("_Answer")
_SPARE = 30_000
"""So many words more may be remembered than are needed. Each takes about 2 KB."""


class Recent(Generic[_Key, _Answer]):
    """Answers by what was asked, of this round and the one before."""

    def __init__(self) -> None:
        self._now: dict[_Key, _Answer] = {}
        self._before: dict[_Key, _Answer] = {}

    def __len__(self) -> int:
        return len(self._now.keys() | self._before.keys())

    def turn(self) -> None:
        """Begin a round."""
        self._now, self._before = {}, self._now

    def get(self, asked: _Key, find: Callable[[], _Answer]) -> _Answer:
        """The answer to `asked`; `find` is called where it is not known."""
        answer = self._now.get(asked)
        if answer is None:
            answer = self._before.get(asked)
            answer = self._now[asked] = find() if answer is None else answer
        return answer

    def put(self, asked: _Key, answer: _Answer) -> None:
        """From now on this is the answer."""
        self._now[asked] = answer


class _Remembering(Setter):
    """A setter that sets a paragraph once, as long as it stays as it is."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language
        self.recent: Recent[tuple[tuple[Run, ...], float, int], list[Line]] = Recent()

    def lines(self, runs: Iterable[Run], measure: float, at_most: int = 0) -> list[Line]:
        paragraph = tuple(runs)
        find = super().lines
        asked = (paragraph, measure, at_most)
        return list(self.recent.get(asked, lambda: find(paragraph, measure, at_most)))


class Memory:
    """Fonts and set paragraphs for one maker of briefs; not to be used by two threads at once."""

    def __init__(self, spare: int = _SPARE) -> None:
        self._spare = spare
        self._begin()

    def _begin(self) -> None:
        self._fonts = Fonts(resources.fonts())
        self.type = Type(self._fonts)
        self._needed = 0
        self._setter = _Remembering("")
        self._parsed: Recent[str, Blocks] = Recent()
        self._made: Recent[Hashable, object] = Recent()

    def setter(self, language: str) -> Setter:
        """What breaks paragraphs into lines, of a brief that is mostly in this language (see `Setter`)."""
        if language != self._setter.language:
            self._setter = _Remembering(language)
            self._made = Recent()
        return self._setter

    @property
    def size(self) -> int:
        """How much is remembered: paragraphs, texts and what was made of whole positions."""
        return len(self._setter.recent) + len(self._parsed) + len(self._made)

    @property
    def words(self) -> int:
        """How many words are remembered with how they are set, once for each face."""
        return self._fonts.known

    def turn(self) -> None:
        """Begin a brief: what the last one did not need is forgotten.

        Words are forgotten all at once, when they are many more than the first brief had.
        """
        self._needed = self._needed or self.words
        if self.words > self._spare + 2 * self._needed:
            self._begin()
            return
        self._setter.recent.turn()
        self._parsed.turn()
        self._made.turn()

    def recall(self, name: Hashable, given: object, make: Callable[[], _Answer]) -> _Answer:
        """What `make` made of `given` under this name in this brief or the last one, or makes now.

        What is given is compared, which is far quicker than a hash of it.
        """
        known: Any = self._made.get(name, lambda: (given, make()))
        if known[0] != given:
            known = (given, make())
            self._made.put(name, known)
        answer: _Answer = known[1]
        return answer

    def parse(self, markdown: str) -> Blocks:
        """The blocks of what a user wrote."""
        return self._parsed.get(markdown, lambda: blocks_of(markdown))
