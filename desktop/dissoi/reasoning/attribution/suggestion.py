# SPDX-License-Identifier: MIT
"""What is proposed to the reader: somebody, and what the article shows them to hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dissoi.dossier.records import Stance


class Kind(StrEnum):
    """How an article shows what somebody holds."""

    DIRECT = "direct"
    REPORTED = "reported"
    STANCE = "stance"
    AUTHOR = "author"


@dataclass(frozen=True)
class Suggestion:
    """Somebody's stance: `start` and `end` are the code points of `Article.text` that show it.

    `cue` is the word that gave it away; `confidence`, from 0 to 1, is there to sort by.
    """

    name: str
    role: str
    stance: Stance
    statement: str
    cue: str
    kind: Kind
    start: int
    end: int
    confidence: float


def words_of(text: str) -> list[str]:
    """The words of a list that is written as text."""
    return text.split()
