# SPDX-License-Identifier: MIT
"""Definitions made of the words of a passage, to the letter whatever Markdown would make of them."""

from __future__ import annotations

import pytest

from dissoi.dossier.article_edits import quote_passage
from dissoi.dossier.definition_edits import define_by, definition_by
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import plain_of
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, Definition, Label, Passage, RecordId
from dissoi.dossier.rules import checked

ADDED, PASSAGE = RecordId("added"), RecordId("passage")


def article(text: str) -> Article:
    return Article(id=RecordId("article"), title="Tolls", publisher="The Pier", blocks=(plain_block(text),))


@pytest.mark.parametrize(
    "words", ["A toll is a fee.", "*A toll* is a _fee_ [1] of 2\u2028lines", "- a\u2028- b", "1. a"]
)
def test_a_definition_has_the_words_of_its_passage(words: str) -> None:
    source = article(words)
    passage = passage_at(source, 0, len(source.text), PASSAGE)
    before = Dossier.of([source])
    after = checked(define_by(ADDED, passage).run(before))
    added = after.get(Definition, ADDED)
    assert plain_of(added.meaning) == f"“{' '.join(words.split())}” ({after.cite_of(source.id)})"
    assert after.get(Passage, PASSAGE).label is Label.DEFINITION
    assert definition_by(after, passage) == added
    assert definition_by(before, passage) is None


def test_a_passage_that_is_there_keeps_its_note() -> None:
    source = article("A toll is a fee.")
    passage = passage_at(source, 0, 6, PASSAGE).model_copy(update={"note": "from the act"})
    there = quote_passage(passage).run(Dossier.of([source]))
    assert define_by(ADDED, passage).run(there).get(Passage, PASSAGE).note == "from the act"


def test_a_definition_is_not_found_by_a_piece_of_a_word() -> None:
    source = article("A party is bound. Modern art is not.")
    start = source.text.index("art is")
    passage = passage_at(source, start, start + 3, PASSAGE)
    defined = Definition(id=ADDED, term="Party", meaning="“A party is *bound*.”")
    assert definition_by(Dossier.of([source, defined]), passage) is None


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("A party  is bound.", "party  is", "A *party is* bound."),
        ("通行费是一种费用。", "费是一种", "通行费是一种费用"),
    ],
)
def test_a_definition_is_found_whatever_stands_around_the_words(text: str, words: str, meaning: str) -> None:
    source = article(text)
    passage = passage_at(source, start := text.index(words), start + len(words), PASSAGE)
    defined = Definition(id=ADDED, term="Term", meaning=meaning)
    assert definition_by(Dossier.of([source, defined]), passage) == defined
