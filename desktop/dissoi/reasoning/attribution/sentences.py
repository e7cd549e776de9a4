# SPDX-License-Identifier: MIT
"""Where the sentences of a paragraph lie, and its quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dissoi.dossier.passages import trimmed

LONGEST = 1500
"""Code points after which a sentence is cut, so that no search grows with a text without full stops."""

QUOTED_WORDS = 4
"""From so many words on, what stands in quotation marks is speech, not a term that is quoted."""

_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Jr|Sr|vs|etc|cf|Inc|Ltd|Co|Corp|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|e\.g|i\.e|approx|[A-Z])\.$"
)
_END = re.compile(r"[.!?…][\"”’')\]]*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]|\[\d{1,3}\])*(?=\s+[\"“‘'(\[]?[A-Z0-9\0])|;(?=\s)")
"""Matches the end of a sentence, with the marks of notes behind it."""
_QUOTE = re.compile(r"“[^“”]{1,2000}(?:”|$)|(?<!\w)\"[^\"]{1,2000}(?:\"|$)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences of one paragraph, in code points."""
    start = 0
    for found in _END.finditer(text):
        if found[0] == "." and _ABBREVIATED.search(text, max(start, found.end() - 12), found.end()):
            continue
        yield from _pieces(text, start, found.end())
        start = found.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cut in range(start, end, LONGEST):
        low, high = trimmed(text, cut, min(end, cut + LONGEST))
        if low < high:
            yield low, high


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of what is said word for word in a paragraph, with the quotation marks."""
    for found in _QUOTE.finditer(text):
        if len(found[0].split()) >= QUOTED_WORDS:
            yield found.span()


def without_quotations(text: str) -> str:
    """A paragraph as long as `text`, in which speech is blotted out: its verbs are the speaker's."""
    parts, last = [], 0
    for start, end in quotations(text):
        inner = max(start, end - 2)
        parts += [text[last:start], "\0" * (inner - start), text[inner:end]]
        last = end
    return "".join([*parts, text[last:]])
