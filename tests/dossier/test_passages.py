# SPDX-License-Identifier: MIT
"""A passage's words are exactly its article's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import articles, passages, ranges

from dissoi.dossier import article_edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import PassageError, QuoteNotFoundError
from dissoi.dossier.passages import passage_at, passage_for, places_of, quoted, whole_words
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import CONTEXT, Article, Passage, RecordId

ID = RecordId("p")


def article_of(*paragraphs: str) -> Article:
    return Article(id=RecordId("a"), title="A force", blocks=tuple(plain_block(each) for each in paragraphs))


@given(st.data())
def test_words_and_context_are_the_articles(data: st.DataObject) -> None:
    article = data.draw(articles(RecordId("a")))
    passage = data.draw(passages(article, ID))
    text = article.text
    assert text[passage.start : passage.end] == passage.exact
    assert passage.exact == passage.exact.strip()
    assert text[: passage.start].endswith(passage.prefix)
    assert text[passage.end :].startswith(passage.suffix)
    assert len(passage.prefix) == min(CONTEXT, passage.start)
    assert len(passage.suffix) == min(CONTEXT, len(text) - passage.end)


@given(st.data())
def test_a_passage_can_be_quoted_by_its_words(data: st.DataObject) -> None:
    article = data.draw(articles(RecordId("a")))
    passage = data.draw(passages(article, ID))
    assert (passage.start, passage.end) in places_of(article.text, passage.exact)
    assert quoted(article, passage.exact, ID).start <= passage.start


def test_offsets_count_code_points() -> None:
    passage = quoted(article_of("👩‍👩‍👧 🇺🇦 𝔄 force"), "force", ID)
    assert (passage.start, passage.end) == (11, 16)


def test_a_passage_may_reach_over_paragraphs() -> None:
    article = article_of("Send a force", "or pay for one.")
    passage = passage_at(article, 5, 15, ID)
    assert passage.exact == "a force\nor"
    assert quoted(article, "a force or", ID) == passage


def test_white_space_at_the_ends_is_left_out() -> None:
    passage = passage_at(article_of(" \u00a0Send it.\u2028 "), 0, 99, ID)
    assert (passage.start, passage.exact) == (2, "Send it.")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (4, 5), (90, 99), (-5, 0)])
def test_a_range_without_words_is_no_passage(start: int, end: int) -> None:
    with pytest.raises(PassageError):
        passage_at(article_of("Send it"), start, end, ID)


def test_a_range_given_backwards_is_the_same() -> None:
    assert passage_at(article_of("Send it"), 4, 0, ID).exact == "Send"


def test_a_passage_that_is_there_already_is_used_again() -> None:
    article = article_of("Send it now")
    dossier = Dossier.of([article, passage_at(article, 0, 4, ID)])
    assert passage_for(dossier, article, 0, 5, lambda: RecordId("new")).id == ID
    assert passage_for(dossier, article, 0, 7, lambda: RecordId("new")).id == "new"


def test_a_passage_that_was_not_found_is_never_quoted_for_words_that_stand_where_it_stood() -> None:
    article = article_of("Keep it now")
    lost = passage_at(article_of("Send it"), 0, 4, ID).model_copy(update={"loose": True})
    stale = passage_at(article_of("now"), 0, 3, RecordId("q"))
    dossier = Dossier.of([article, lost, stale])
    quoted_now = passage_for(dossier, article, 0, 4, lambda: RecordId("new"))
    assert (quoted_now.id, quoted_now.exact) == ("new", "Keep")
    assert passage_for(dossier, article, 8, 11, lambda: RecordId("new")).id == "q"
    assert passage_for(dossier, article, 0, 3, lambda: RecordId("new")).exact == "Kee"


def test_a_quotation_is_found_whatever_its_white_space() -> None:
    article = article_of("Send  a\u00a0force", "now.")
    assert quoted(article, "Send a force now.", ID).exact == "Send  a\u00a0force\nnow."


def test_a_quotation_is_no_pattern() -> None:
    assert places_of("a+b (c) [d]", "a+b (c)") == ((0, 7),)
    assert places_of("aab", "a+b") == ()
    assert places_of("anything", " ") == ()


def test_a_quotation_that_is_not_there_is_named() -> None:
    with pytest.raises(QuoteNotFoundError, match=r"“send it” does not stand in “A force”\."):
        quoted(article_of("Send it"), "send it", ID)


@given(st.data())
def test_no_other_words_can_be_marked(data: st.DataObject) -> None:
    article = data.draw(articles(RecordId("a")))
    start, end = data.draw(ranges(article))
    words = "#" * (end - start)
    wrong = Passage(id=ID, article=article.id, start=start, end=end, exact=words)
    with pytest.raises(PassageError):
        article_edits.quote_passage(wrong).run(Dossier.of([article]))


def test_a_word_is_taken_whole_with_its_marks() -> None:
    decomposed = "le cafe\u0301 ouvre"
    assert whole_words(decomposed, 3, 6) == (3, 8)
    assert whole_words("शान्ति सेना", 0, 2) == (0, 6)
    assert whole_words("  a b  ", 0, 3) == (2, 3)


def test_a_word_is_taken_whole_over_what_stands_unseen_in_it() -> None:
    assert whole_words("we co\u00adoperate now", 3, 5) == (3, 13)
    assert whole_words("می\u200cخواهم", 0, 2) == (0, 8)
    assert whole_words("Send\u2060ing it", 5, 7) == (0, 8)
    assert whole_words("a  b", 1, 3) == (3, 3)


@pytest.mark.parametrize(
    "chosen", ["of 16- and 17-year", "of 16- and 17", "of 16- and 17-", "of 16- and 17-year-ol"]
)
def test_what_hyphens_join_is_one_word(chosen: str) -> None:
    text = "Most of 16- and 17-year-olds said so - or not--at all."
    start = text.index(chosen)
    low, high = whole_words(text, start, start + len(chosen))
    assert text[low:high] == "of 16- and 17-year-olds"
    low, high = whole_words(text, text.index("-olds"), text.index(" - or"))
    assert text[low:high] == "17-year-olds said so"
    assert whole_words(text, text.index("16"), text.index("16") + 2) == (8, 10)
    assert whole_words(text, text.index("not"), text.index("--")) == (text.index("not"), text.index("--"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("They voted again years later¹", "They voted again years later"),
        ("They voted again years later¹.", "They voted again years later"),
        ("They voted again.¹²", "They voted again."),
        ("They voted “again.”³", "They voted “again.”"),
        ("They voted in 2016¹", "They voted in 2016"),
        ("Many¹ voted again", "Many¹ voted again"),
        ("They live on 40 km²", "They live on 40 km²"),
        ("They were 10⁶", "They were 10⁶"),
        ("¹", "¹"),
    ],
)
def test_the_mark_of_a_note_at_the_end_is_no_word(text: str, kept: str) -> None:
    low, high = whole_words(text, 0, len(text))
    assert text[low:high] == kept


def test_places_may_overlap() -> None:
    assert places_of("no no no", "no no") == ((0, 5), (3, 8))
