# SPDX-License-Identifier: MIT
"""Passages made from an article's own words, so that a quotation is always exact."""

from __future__ import annotations

import re
from unicodedata import category

from dissoi.dossier.anchoring import anchor
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import PassageError, QuoteNotFoundError
from dissoi.dossier.records import CONTEXT, Article, Label, NewId, Passage, RecordId


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range within `text` without white space at its ends; empty when there is nothing else."""
    start, end = max(0, min(start, end)), min(len(text), max(start, end))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def cuts_words(text: str, start: int, end: int) -> bool:
    """Whether a range of `text` begins or ends within a word."""
    return any(0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at]) for at in (start, end))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The range within `text`, without white space at its ends, and widened to the whole words it cuts.

    What hyphens join is one word. The mark of a note at the end, raised digits, is left out.
    """
    start, end = trimmed(text, start, end)
    if start >= end:
        return start, end
    while _is_joined(text, start):
        start -= 1
    while _is_joined(text, end):
        end += 1
    mark = _NOTE_MARK.search(text, max(start, end - _LONGEST_MARK), end)
    return start, mark.start("mark") if mark else end


_HYPHENS = "-\u2010\u2011"
_LONGEST_MARK = 12
_NOTE_MARK = re.compile(
    r"(?:[^\W\d_⁰¹²³⁴-⁹]{3}|(?:1\d|20)\d\d|\w[.,;:!?…”’\"]{1,3})(?P<mark>[⁰¹²³⁴-⁹]{1,3}[.,;:!?]?)\Z"
)
"""Matches raised digits behind a word, a year or a stop: not those of units and powers, as in km² and 10⁶."""


def _is_joined(text: str, at: int) -> bool:
    """Whether what stands on both sides of a place is one word: letters, or letters and a hyphen between."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _in_word(before) and after in _HYPHENS:
        return at + 1 < len(text) and _in_word(text[at + 1])
    if before in _HYPHENS and _in_word(after):
        return at > 1 and _in_word(text[at - 2])
    return _in_word(before) and _in_word(after)


_JOINERS = "\u00ad\u200c\u200d\u2060"
"""What stands unseen within words: soft hyphens, and what joins letters or keeps them apart."""


def _in_word(character: str) -> bool:
    """Whether a character belongs to a word: letters and digits, the marks on them, joiners."""
    return character.isalnum() or character in _JOINERS or category(character).startswith("M")


def passage_at(
    article: Article, start: int, end: int, new_id: RecordId, label: Label = Label.NONE
) -> Passage:
    """The passage of `article` from `start` to `end` (code points), without white space at its ends.

    Raises `PassageError` when no words are left.
    """
    text = article.text
    start, end = trimmed(text, start, end)
    if start >= end:
        raise PassageError
    return Passage(
        id=new_id,
        article=article.id,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        label=label,
    )


def passage_for(dossier: Dossier, article: Article, start: int, end: int, new_id: NewId) -> Passage:
    """The passage that the dossier already has at this place, or a new one.

    Where a passage stands is asked of `anchor`: one that is not surely found has a place that means nothing.
    Raises `PassageError` when the range holds no words.
    """
    start, end = trimmed(article.text, start, end)
    for passage in dossier.passages_of(article.id):
        place = anchor(passage, article.text)
        if start < end and (place.start, place.end) == (start, end):
            return passage
    return passage_at(article, start, end, new_id())


def places_of(text: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Where the words of `quote` stand in `text`, to the letter but for the kind of white space."""
    parts = [re.escape(word) for word in quote.split()]
    if not parts:
        return ()
    # Looking ahead, since places may overlap: “no no” stands twice in “no no no”.
    return tuple(found.span(1) for found in re.finditer("(?=(" + r"\s+".join(parts) + "))", text))


def quoted(article: Article, quote: str, new_id: RecordId) -> Passage:
    """The passage where `article` first has the words of `quote`.

    Raises `QuoteNotFoundError` when it nowhere has them.
    """
    places = places_of(article.text, quote)
    if not places:
        raise QuoteNotFoundError(quote, article.title)
    return passage_at(article, *places[0], new_id)
