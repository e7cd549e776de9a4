# SPDX-License-Identifier: MIT
"""All that is written in a dossier and its articles, to be searched for words at every key.

Case, accents, and kinds of quotation marks and dashes do not matter. Articles are searched paragraph by
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from dissoi.dossier.crossfire_edits import subject_of
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.paragraphs import Paragraphs
from dissoi.dossier.records import (
    QUESTION_ID,
    Article,
    CrossQuestion,
    Evidence,
    Passage,
    Position,
    RecordId,
    SpeechPlan,
)
from dissoi.dossier.sides import reference_of
from dissoi.gui.article.finding import Folded

MOST = 30
"""So many places are shown at once."""
LEAST = 2
"""Letters from which on texts are searched: one stands everywhere."""
_BEFORE, _SHOWN = 24, 160
"""Characters shown before what was found, and in all."""
_MARKS = re.compile(r"\*{1,3}|`|\[(?=[^\]]*\]\()|\]\([^)\s]*\)|^#{1,6} ", re.MULTILINE)
"""The signs of Markdown that stand within a line."""
_MARKED = {"reasoning", "background", "meaning"}


class Text(NamedTuple):
    """One text of a record; `part` names it, `start` is where it begins in the whole of that part."""

    record: RecordId
    part: str
    text: str
    folded: Folded
    start: int = 0


class Hit(NamedTuple):
    """Words found in a text, from `start` to `end` (code points of it)."""

    text: Text
    start: int
    end: int

    @property
    def place(self) -> tuple[RecordId, str, int, int]:
        """The record, the part of it, and where in that part the words stand."""
        return (self.text.record, self.text.part, self.text.start + self.start, self.text.start + self.end)

    @property
    def excerpt(self) -> str:
        """The words in what stands around them, as one line without signs of Markdown."""
        whole = self.text.text
        start = max(0, self.start - _BEFORE)
        if start:
            blank = whole.find(" ", start, self.start)
            start = blank + 1 if blank >= 0 else start
        shown = whole[start : start + _SHOWN]
        line = " ".join((_MARKS.sub("", shown) if self.text.part in _MARKED else shown).split())
        return f"…{line}" if start else line


class Texts:
    """The texts of one dossier after the other; what stays the same is folded once."""

    def __init__(self) -> None:
        self._articles: dict[RecordId, tuple[Article, tuple[Text, ...]]] = {}
        self._written: dict[tuple[RecordId, str], Text] = {}

    def of(self, dossier: Dossier) -> list[Text]:
        """All texts: what users wrote first, then the articles."""
        self._articles = {each.id: self._article(each) for each in dossier.articles}
        places = chain(_asked(dossier), _argued(dossier), _noted(dossier), _planned(dossier))
        self._written = {place[:2]: self._text(*place) for place in places if place[2]}
        articles = chain.from_iterable(texts for _, texts in self._articles.values())
        return [*self._written.values(), *articles]

    def _text(self, record: RecordId, part: str, text: str) -> Text:
        known = self._written.get((record, part))
        return known if known and known.text == text else Text(record, part, text, Folded.of(text))

    def _article(self, article: Article) -> tuple[Article, tuple[Text, ...]]:
        known = self._articles.get(article.id)
        if known is not None and known[0].blocks is article.blocks:
            return article, known[1]
        places = zip(article.blocks, article.starts, strict=True)
        paragraphs = ((block.text, start) for block, start in places)
        return article, tuple(
            Text(article.id, "text", text, Folded.of(text), start) for text, start in paragraphs if text
        )


def _asked(dossier: Dossier) -> Iterator[tuple[RecordId, str, str]]:
    yield QUESTION_ID, "question", dossier.question.text
    yield QUESTION_ID, "background", dossier.question.background
    for each in dossier.definitions:
        yield each.id, "term", each.term
        yield each.id, "meaning", each.meaning


def _argued(dossier: Dossier) -> Iterator[tuple[RecordId, str, str]]:
    for position in dossier.positions:
        named = (f"{each.name} ({each.role})" if each.role else each.name for each in position.holders)
        yield position.id, "holders", ", ".join(named)
        for each in dossier.tree_of(position.id):
            yield each.id, "reasoning", each.reasoning
            yield each.id, "impact", each.impact
            for item in dossier.evidence_of(each.id):
                yield item.id, "quotation", dossier.quotation(item)


def _noted(dossier: Dossier) -> Iterator[tuple[RecordId, str, str]]:
    return ((each.id, "note", each.note) for each in dossier.all(Passage))


def _planned(dossier: Dossier) -> Iterator[tuple[RecordId, str, str]]:
    for asked in dossier.all(CrossQuestion):
        yield asked.id, "asked", asked.question
        yield asked.id, "hoped", asked.hoped
    for plan in dossier.all(SpeechPlan):
        yield plan.id, "speech", plan.note


def _asked_of(dossier: Dossier, question: RecordId) -> str:
    """Of which position or argument a question for crossfire is asked, or the one that it follows up."""
    about = subject_of(dossier, question)
    return dossier.number_of(about) if dossier.find(Position, about) else reference_of(dossier, about)


def hits(texts: Sequence[Text], wanted: str, most: int = MOST) -> list[Hit]:
    """Where `wanted` stands: first as it is, then where all its words do; `most` places at most."""
    phrase = " ".join(Folded.of(wanted).text.split())
    if len(phrase) < LEAST:
        return []
    words = phrase.split(" ")
    found = (_hit(each, phrase) for each in texts if phrase in each.folded.text)
    apart = (_hit(each, max(words, key=len)) for each in _with_all(texts, words, phrase))
    places: Iterable[Hit | None] = chain(found, apart if len(words) > 1 else ())
    return list(islice((each for each in places if each is not None), most))


def _with_all(texts: Sequence[Text], words: Sequence[str], phrase: str) -> Iterator[Text]:
    """Texts that have all words, but not beside each other."""
    rarest, *others = sorted(words, key=len, reverse=True)
    for each in texts:
        within = each.folded.text
        if rarest in within and all(word in within for word in others) and phrase not in within:
            yield each


def _hit(text: Text, words: str) -> Hit | None:
    place = next(text.folded.find(words), None)
    return Hit(text, *place) if place else None


def where(hit: Hit, dossier: Dossier) -> str:
    """Where words were found, to be said beside them."""
    text, tr = hit.text, QCoreApplication.translate
    if text.part == "text":
        article = dossier.get(Article, text.record)
        start = text.start + hit.start
        place = Paragraphs(article).named([(start, start + 1)])
        return ", ".join(filter(None, (dossier.cite_of(article.id), place)))
    if text.part == "note":
        cite = dossier.cite_of(dossier.get(Passage, text.record).article)
        return tr("palette", "Note in {0}").format(cite)
    if text.part == "quotation":
        argument = dossier.get(Evidence, text.record).argument
        return tr("palette", "Evidence of {0}").format(reference_of(dossier, argument))
    if text.part in _PLANNED:
        plan = dossier.find(SpeechPlan, text.record)
        return _PLANNED[text.part]().format(plan.speech if plan else _asked_of(dossier, text.record))
    if dossier.find(Position, text.record):
        return tr("palette", "Who holds {0}").format(dossier.number_of(text.record))
    return _PARTS[text.part]().format(reference_of(dossier, text.record) if text.part in _ARGUED else "")


_PLANNED = {
    "speech": lambda: QCoreApplication.translate("palette", "Note on {0}"),
    "asked": lambda: QCoreApplication.translate("palette", "Crossfire on {0}"),
    "hoped": lambda: QCoreApplication.translate("palette", "Answer hoped for on {0}"),
}
_ARGUED = ("reasoning", "impact")
_PARTS = {
    "reasoning": lambda: QCoreApplication.translate("palette", "Reasoning of {0}"),
    "impact": lambda: QCoreApplication.translate("palette", "So what of {0}"),
    "question": lambda: QCoreApplication.translate("palette", "Question"),
    "background": lambda: QCoreApplication.translate("palette", "Background"),
    "term": lambda: QCoreApplication.translate("palette", "Definition"),
    "meaning": lambda: QCoreApplication.translate("palette", "Definition"),
}
