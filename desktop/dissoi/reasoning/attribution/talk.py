# SPDX-License-Identifier: MIT
"""Whose words the paragraphs of interviews, transcripts and statements are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dissoi.reasoning.attribution.sentences import quotations
from dissoi.reasoning.attribution.speakers import NAME, Cast, Speaker, named

_LABEL = re.compile(rf"(?P<label>Q|A|Question|Answer|{NAME})(?:\s\([^()]{{1,30}}\))?:\s+")
_ASKS = {"Q", "Question"}
_ANSWERS = {"A", "Answer"}
_FEWEST_TURNS = 3
_STATEMENT = re.compile(
    rf"(?:Statement|Speech|Remarks|Address|Testimony|Letter) (?:by|of|from) [^.:]*?(?P<name>{NAME})\s*$"
)
_FIRST_BLOCKS = 4


@dataclass(frozen=True)
class Turn:
    """Who speaks in a paragraph, and where in it as an answer; no speaker where nobody's words count."""

    speaker: Speaker | None
    said: tuple[int, int] | None = None


@dataclass(frozen=True)
class Talk:
    """Tells whose words a paragraph is. `guest` is who is interviewed, if anybody is."""

    author: Speaker
    cast: Cast
    guest: Speaker | None = None
    has_labels: bool = False

    @classmethod
    def of(cls, texts: Sequence[str], cast: Cast, author: Speaker) -> Talk:
        """What sort of text these paragraphs are, once `cast` knows all their names."""
        for text in texts[:_FIRST_BLOCKS]:
            if found := _STATEMENT.match(text):
                author = cast.full.get(found["name"].split()[-1]) or Speaker(found["name"])
        has_labels = sum(bool(_LABEL.match(text)) for text in texts) >= _FEWEST_TURNS
        quoted = sum(_is_quotation(text) for text in texts)
        is_interview = has_labels or quoted >= _FEWEST_TURNS
        guest = next(iter(cast.people), None) if is_interview else None
        return cls(author, cast, guest, has_labels)

    def turn(self, text: str) -> Turn:
        """Who speaks in a paragraph."""
        if self.has_labels and (found := _LABEL.match(text)):
            return Turn(self._labelled(found["label"]), (found.end(), len(text)))
        if self.guest and not self.has_labels and _is_quotation(text):
            return Turn(self.guest, (1, len(text) - 1))
        return Turn(self.author)

    def _labelled(self, label: str) -> Speaker | None:
        if label in _ASKS:
            return Speaker("The interviewer")
        if label in _ANSWERS:
            return self.guest
        known = self.cast.full.get(label.rsplit(maxsplit=1)[-1])
        return known or named(label)


def _is_quotation(text: str) -> bool:
    """Whether a paragraph is one quotation and nothing else."""
    return [(0, len(text))] == [*quotations(text)]
