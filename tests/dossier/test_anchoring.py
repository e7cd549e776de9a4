# SPDX-License-Identifier: MIT
"""A passage is found again where its words are, or not at all; never silently elsewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import articles, passages

from dissoi.dossier.anchoring import NOT_FOUND, Anchor, Found, anchor
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, Passage, RecordId

TEXT = (
    "Kyiv would be the first to ask for it. 👩‍👩‍👧 Europe could then send a force; Europe could pay for it."
)


def passage_of(text: str, words: str, nth: int = 0) -> Passage:
    article = Article(id=RecordId("a"), blocks=(plain_block(text),))
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return passage_at(article, start, start + len(words), RecordId("p"))


@given(st.data())
def test_a_passage_is_in_place_in_its_article(data: st.DataObject) -> None:
    article = data.draw(articles(RecordId("a")))
    passage = data.draw(passages(article, RecordId("p")))
    assert anchor(passage, article.text) == Anchor(Found.IN_PLACE, passage.start, passage.end)


@given(st.data())
def test_what_is_found_has_the_very_words(data: st.DataObject) -> None:
    article = data.draw(articles(RecordId("a")))
    other = data.draw(articles(RecordId("b")))
    passage = data.draw(passages(article, RecordId("p")))
    found = anchor(passage, other.text)
    assert found == NOT_FOUND or other.text[found.start : found.end] == passage.exact


def test_a_passage_moves_with_its_words() -> None:
    passage = passage_of(TEXT, "send a force")
    found = anchor(passage, "🇺🇦 A new beginning. " + TEXT)
    assert (found.how, found.start) == (Found.MOVED, passage.start + len("🇺🇦 A new beginning. "))


def test_the_context_tells_two_places_apart() -> None:
    passage = passage_of(TEXT, "Europe could", nth=1)
    found = anchor(passage, "New. " + TEXT)
    assert (found.how, found.start) == (Found.MOVED, passage.start + 5)


def test_places_that_the_context_cannot_tell_apart_are_not_found() -> None:
    passage = passage_of("New. We will pay now.", "pay")
    assert anchor(passage, "At one. We will pay now. Two. We will pay now.") == NOT_FOUND


def test_a_faint_likeness_is_not_believed() -> None:
    passage = passage_of(TEXT, "Europe")
    assert anchor(passage, "In Europe it rains. To Europe he went.") == NOT_FOUND


def test_words_that_are_gone_are_not_found() -> None:
    assert anchor(passage_of(TEXT, "send a force"), TEXT.replace("a force", "forces")) == NOT_FOUND
    assert anchor(passage_of(TEXT, "send a force"), "") == NOT_FOUND
