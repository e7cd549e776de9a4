# SPDX-License-Identifier: MIT
"""Quotations of the interchange form made into passages: found in their articles, shared, referred to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dissoi.dossier.passages import cuts_words, passage_at, places_of
from dissoi.dossier.prose import clean
from dissoi.dossier.records import CONTEXT, Article, NewId, Passage, RecordId
from dissoi.dossier.stretch import Stretch
from dissoi.exchange.errors import (
    OtherPassageError,
    QuoteNotThereError,
    UnknownReferenceError,
    WrongValueError,
)
from dissoi.exchange.form import EvidenceForm, PassageForm, StretchForm

Range = tuple[int, int]


class Quoting:
    """The passages of one article as they are found, each place once."""

    def __init__(self, article: Article, key: str, new_id: NewId) -> None:
        self.article = article
        self._key = key
        self._new_id = new_id
        self._passages: dict[RecordId, Passage] = {}
        self._at: dict[Range, RecordId] = {}

    @property
    def passages(self) -> Iterable[Passage]:
        """All passages so far."""
        return self._passages.values()

    def has(self, passage: RecordId) -> bool:
        """Whether a passage of this id is among them."""
        return passage in self._passages

    def mark(self, form: PassageForm, place: str, passage_id: RecordId) -> None:
        """Keep a passage that the file lists, with what a reader said about it."""
        if form.loose:
            self._keep(_loose(form, self.article, passage_id, place))
            return
        found = self._found(form.quote, form.start, f"{place}.quote")
        if form.end is not None and form.end != found[1]:
            raise WrongValueError(f"{place}.end", form.end, f"must be {found[1]}, where the quote ends")
        passage = passage_at(self.article, *found, passage_id, form.label)
        self._keep(passage.model_copy(update={"note": clean(form.note), "was": clean(form.was)}))

    def passages_for(self, form: EvidenceForm, place: str) -> tuple[RecordId, ...]:
        """The passages that evidence quotes: those it names, else those at the places of its quotes."""
        count = len(form.quote)
        for name, given in (("start", form.start), ("passages", form.passages)):
            if len(given) not in {0, count}:
                rule = f"must have as many entries as there are quotes ({count})"
                raise WrongValueError(f"{place}.{name}", list(given), rule)
        starts: Iterable[int | None] = form.start or [None] * count
        names: Iterable[str] = form.passages or [""] * count
        suffixes = [f"[{at}]" for at in range(count)] if count > 1 else [""]
        rows = zip(form.quote, starts, names, suffixes, strict=True)
        return tuple(self._one(quote, start, name, place, at) for quote, start, name, at in rows)

    def stretch(self, form: StretchForm, passages: Sequence[RecordId], place: str) -> Stretch:
        """The words of one of these passages that are read aloud, as its article writes them."""
        numbered = list(passages) if form.quote is None else list(passages[form.quote - 1 : form.quote])
        for passage in numbered:
            exact = self._passages[passage].exact
            found = next(_places(exact, form.words, form.start), None)
            if found is not None:
                return Stretch(passage=passage, start=found[0], words=exact[slice(*found)])
        raise WrongValueError(place, form.words, "must be words of the quote")

    def _one(self, quote: str, start: int | None, name: str, place: str, suffix: str) -> RecordId:
        if name:
            return self._named(name, quote, f"{place}.passages{suffix}")
        found = self._found(quote, start, f"{place}.quote{suffix}")
        if found not in self._at:
            self._keep(passage_at(self.article, *found, self._new_id()))
        return self._at[found]

    def _named(self, name: str, quote: str, place: str) -> RecordId:
        passage = self._passages.get(RecordId(name))
        if passage is None:
            raise UnknownReferenceError(place, name, f"passage of article “{self._key}”")
        if passage.exact.split() != quote.split():
            raise OtherPassageError(place, name)
        return passage.id

    def _keep(self, passage: Passage) -> None:
        self._passages[passage.id] = passage
        if not passage.loose:
            self._at.setdefault((passage.start, passage.end), passage.id)

    def _found(self, quote: str, start: int | None, place: str) -> Range:
        """Where a quote stands, white space at its ends left out."""
        if not quote.strip():
            raise WrongValueError(place, quote, "must have words")
        found = next(_places(self.article.text, quote, start), None)
        if found is None:
            raise QuoteNotThereError(place, quote, self._key, start)
        return found


def _loose(form: PassageForm, article: Article, passage_id: RecordId, place: str) -> Passage:
    """A passage whose words the article no longer surely has: they are kept, with where they stood."""
    words, start = clean(form.quote), form.start or 0
    if not words.strip():
        raise WrongValueError(f"{place}.quote", form.quote, "must have words")
    return Passage(
        id=passage_id,
        article=article.id,
        start=start,
        end=start + len(words),
        exact=words,
        prefix=clean(form.prefix)[-CONTEXT:],
        suffix=clean(form.suffix)[:CONTEXT],
        label=form.label,
        note=clean(form.note),
        was=clean(form.was),
        loose=True,
    )


def _places(text: str, quote: str, start: int | None) -> Iterator[Range]:
    """Where the words of a quote stand: as whole words first, then to the letter, then in order."""
    exact = quote.strip()
    if not exact:
        return
    if start is not None:
        first = min(start, len(text)) + len(quote) - len(quote.lstrip())
        loose = re.compile(r"\s+".join(map(re.escape, quote.split()))).match(text, first)
        yield from (each for each in (loose and loose.span(),) if each)
        return
    first = text.find(exact)
    if first >= 0 and not cuts_words(text, first, first + len(exact)):
        yield (first, first + len(exact))
    # “art” stands in “party” too.
    yield from sorted(
        places_of(text, quote), key=lambda place: (cuts_words(text, *place), text[slice(*place)] != exact)
    )
