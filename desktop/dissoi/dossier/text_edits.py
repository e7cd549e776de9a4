# SPDX-License-Identifier: MIT
"""What alters the text of an article, with all its passages: a correction, another copy, a place by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from unicodedata import combining

from dissoi.dossier.anchoring import Found, anchor
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit, set_fields
from dissoi.dossier.errors import PassageError, RecordRuleError
from dissoi.dossier.likely_places import PreparedText
from dissoi.dossier.passages import trimmed
from dissoi.dossier.planting import Site
from dissoi.dossier.prose import Block, Span, inline, joined
from dissoi.dossier.records import (
    KIND_DETAILS,
    WRITTEN_DETAILS,
    Article,
    ArticleKind,
    Evidence,
    Passage,
    RecordId,
)
from dissoi.dossier.replanting import Fate, Replanted, Replanting, found_in, replanted, tied
from dissoi.dossier.stretch import Stretch
from dissoi.dossier.text_folding import fold, is_same_words

_SHINGLE = 4
_MOST_ALIKE = 0.5
_SOME_ALIKE = 0.2
"""How many of the shorter article's runs of four words another must have to be a copy of it."""
_DETAILS = ("authors", "published", "accessed", *WRITTEN_DETAILS)


def correct_text(article: RecordId, index: int, text: str) -> Edit:
    """Write the text of one block of an article anew; passages follow where they are surely found."""

    def run(dossier: Dossier) -> Dossier:
        changed, found = corrected(dossier, article, index, text)
        return _with_text(dossier, changed, found)

    return Edit("Correct Text", run)


def corrected(dossier: Dossier, article: RecordId, index: int, text: str) -> tuple[Article, Replanting]:
    """The article with another text of block `index`, and what becomes of its passages.

    Raises `RecordRuleError` when the article has no such block, or nothing is left of it.
    """
    old = dossier.get(Article, article)
    if not 0 <= index < len(old.blocks) or not text.strip():
        raise RecordRuleError("A paragraph needs words.")
    block = _reworded(old.blocks[index], inline(text.strip()))
    new = old.model_copy(update={"blocks": (*old.blocks[:index], block, *old.blocks[index + 1 :])})
    begin, old_length = old.starts[index], len(old.blocks[index].text)
    kept = _shared(old.blocks[index].text, block.text)
    start, end = begin + kept[0], begin + old_length - kept[1]
    prepared, before = PreparedText(new.text), PreparedText(old.text)
    shift = len(new.text) - len(old.text)
    inside = range(begin, begin + len(block.text) + 1)
    found = tuple(
        _carried(each, old.text, (start, end), shift) or _within(found_in(each, prepared, before), inside)
        for each in dossier.passages_of(article)
    )
    return new, Replanting(new.text, found)


def replace_article(article: Article, found: Replanting) -> Edit:
    """Put another text in place of that of the article of the same id; its details fill gaps only.

    `found` says what becomes of the passages. Where they are no longer those it speaks of, they are looked
    for again.
    """

    def run(dossier: Dossier) -> Dossier:
        old = dossier.get(Article, article.id)
        known = tuple(each.passage for each in found.passages) == dossier.passages_of(old.id)
        right = known and found.text == article.text
        planting = found if right else replanted(dossier, old, article.blocks)
        # What the article is may have been corrected while the copy was read.
        return _with_text(dossier, as_replacement(old, article), planting)

    return Edit("Replace Article", run)


def as_replacement(old: Article, copy: Article) -> Article:
    """The article `old` with the text and file of `copy`; its details stay, and gaps in them are filled.

    It is of the kind of the copy where nothing says that it is of any, since only then do its details count.
    """
    filled = {name: getattr(old, name) or getattr(copy, name) for name in _DETAILS}
    is_open = old.sort is ArticleKind.PAGE and not any(getattr(old, name) for name in KIND_DETAILS)
    sort = copy.sort if is_open else old.sort
    return old.model_copy(update={**filled, "sort": sort, "blocks": copy.blocks, "original": copy.original})


def retie_passage(passage: RecordId, start: int, end: int) -> Edit:
    """Tie a passage by hand to the words from `start` to `end` of its article (code points).

    Raises `PassageError` when there are no words.
    """

    def run(dossier: Dossier) -> Dossier:
        record = dossier.get(Passage, passage)
        text = dossier.get(Article, record.article).text
        low, high = trimmed(text, start, end)
        if low >= high:
            raise PassageError
        return _with_passages(dossier, [tied(record, text, low, high)])

    return Edit("Tie Passage", run)


def change_passage(passage: RecordId, start: int, end: int) -> Edit:
    """Widen, narrow or move a passage to the words from `start` to `end` of its article (code points).

    What is read aloud of it stays so, as far as the passage still has it. A cut that no longer counts stays
    as it is. Raises `PassageError` when there are no words.
    """

    def run(dossier: Dossier) -> Dossier:
        record = dossier.get(Passage, passage)
        text = dossier.get(Article, record.article).text
        before = anchor(record, text)
        changed = retie_passage(passage, start, end).run(dossier)
        # Places in other words, or in words typeset otherwise, are not those that were marked.
        if before.how is Found.NOT_FOUND or text[before.start : before.end] != record.exact:
            return changed
        now = changed.get(Passage, passage)
        shift = before.start - now.start
        cards = [card for card in changed.evidence_with(passage) if _stands(card, record)]
        return changed.with_records(*(_cut_anew(card, now, shift) for card in cards))

    return Edit("Change Passage", run)


def _stands(card: Evidence, passage: Passage) -> bool:
    """Whether all words that `card` marks in a passage are where it marked them."""
    marks = [each for each in card.cut if each.passage == passage.id]
    return bool(marks) and all(passage.exact[each.start : each.end] == each.words for each in marks)


def _cut_anew(card: Evidence, passage: Passage, shift: int) -> Evidence:
    """`card` with what is read aloud of a passage whose start moved by `shift` code points to the left."""
    kept: list[Stretch] = []
    for each in card.cut:
        if each.passage != passage.id:
            kept.append(each)
            continue
        start, end = max(0, each.start + shift), min(len(passage.exact), each.end + shift)
        words = passage.exact[start:end] if start < end else ""
        if words.strip():
            kept.append(Stretch(passage=passage.id, start=start, words=words))
    return card.model_copy(update={"cut": tuple(kept)})


def confirm_passage(passage: RecordId) -> Edit:
    """Confirm the words that a passage has now in place of those it had."""
    return set_fields("Confirm Passage", Passage, passage, was="")


def leave_passage(passage: RecordId) -> Edit:
    """Leave a passage as not found: it has the words it had, and no place."""

    def run(dossier: Dossier) -> Dossier:
        record = dossier.get(Passage, passage)
        words = record.was or record.exact
        update = {"exact": words, "end": record.start + len(words), "was": "", "loose": True}
        return dossier.with_records(record.model_copy(update=update))

    return Edit("Leave Passage", run)


def open_passages(dossier: Dossier) -> tuple[Passage, ...]:
    """The passages that are not found in their article, or whose words are to be confirmed."""
    return tuple(
        passage
        for article in dossier.articles
        for passage in dossier.passages_of(article.id)
        if passage.was or anchor(passage, article.text).how is Found.NOT_FOUND
    )


def likely_copy(dossier: Dossier, article: Article) -> Article | None:
    """The article of which `article` seems to be another copy: most words alike, or some and the title."""
    own = _shingles(article)
    for other in dossier.articles:
        if other.id == article.id:
            continue
        theirs = _shingles(other)
        fewer = min(len(own), len(theirs))
        shared = len(own & theirs)
        title = fold(article.title).text.strip()
        same_title = bool(title) and title == fold(other.title).text.strip()
        # Titles alone are no sign: whatever is pasted has the same.
        if fewer and shared >= (_SOME_ALIKE if same_title else _MOST_ALIKE) * fewer:
            return other
    return None


def _shingles(article: Article) -> set[tuple[str, ...]]:
    """Every run of four words."""
    words = fold(article.text).text.split()
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def _with_text(dossier: Dossier, article: Article, found: Replanting) -> Dossier:
    passages = [each.in_text(article.text) for each in found.passages]
    return _with_passages(dossier.with_records(article), passages)


def _with_passages(dossier: Dossier, passages: Sequence[Passage]) -> Dossier:
    """`dossier` with these passages; what is read aloud goes along if only their typesetting differs."""
    words = {each.id: (dossier.get(Passage, each.id).exact, each.exact) for each in passages}
    moved = {key: both for key, both in words.items() if both[0] != both[1] and is_same_words(*both)}
    cards = {card.id: card for key in moved for card in dossier.evidence_with(key) if card.cut}
    recut = (
        card.model_copy(update={"cut": tuple(_recut(each, moved) for each in card.cut)})
        for card in cards.values()
    )
    return dossier.with_records(*passages, *recut)


def _recut(cut: Stretch, moved: Mapping[RecordId, tuple[str, str]]) -> Stretch:
    before, after = moved.get(RecordId(cut.passage), ("", ""))
    old, new = fold(before), fold(after)
    if not before or before[cut.start : cut.end] != cut.words or old.text != new.text:
        return cut
    start, end = new.range_of(old.at(cut.start), old.at(cut.end))
    while end < len(after) and combining(after[end]):
        end += 1
    words = after[start:end]
    return Stretch(passage=cut.passage, start=start, words=words) if words.strip() else cut


def _reworded(block: Block, text: str) -> Block:
    """`block` with another text; what is the same at its start and end keeps its look."""
    old = block.text
    start, end = _shared(old, text)
    middle = text[start : len(text) - end]
    before = list(_cut(block.spans, 0, start))
    after = list(_cut(block.spans, len(old) - end, len(old)))
    look = (before[-1:] or after[:1] or [Span(text="")])[0]
    new = look.model_copy(update={"text": middle})
    return block.model_copy(update={"spans": joined([*before, new, *after])})


def _cut(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """The spans as far as they lie between two characters."""
    at = 0
    for span in spans:
        text = span.text[max(0, start - at) : max(0, end - at)]
        at += len(span.text)
        if text:
            yield span.model_copy(update={"text": text})


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their start, and then at their end."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    most = min(len(old), len(new)) - start
    backwards = zip(old[::-1], new[::-1], strict=False)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))
    return start, min(end, most)


def _carried(passage: Passage, text: str, altered: tuple[int, int], shift: int) -> Replanted | None:
    """A passage wholly before or behind what was altered in `text`; None if it is not, or is not found."""
    stood = anchor(passage, text)
    if stood.how is Found.NOT_FOUND:
        return None
    if stood.end <= altered[0]:
        return Replanted(passage, Fate.KEPT, (Site(stood.start, stood.end),))
    if stood.start >= altered[1]:
        place = Site(stood.start + shift, stood.end + shift)
        return Replanted(passage, Fate.MOVED if shift else Fate.KEPT, (place,))
    return None


def _within(found: Replanted, block: range) -> Replanted:
    """A passage that was cut by a correction is believed only where it shares words with the paragraph."""
    sure = found.fate not in (Fate.TO_CONFIRM, Fate.NOT_FOUND)
    if not sure or found.passage.loose:
        return found
    place = found.places[0]
    if place.start < block.stop and place.end > block.start:
        return found
    return Replanted(found.passage, Fate.TO_CONFIRM, found.places)
