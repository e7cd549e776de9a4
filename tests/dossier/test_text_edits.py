# SPDX-License-Identifier: MIT
"""When the text of an article is altered, its passages follow, or keep their words and say so."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import articles, passages

from dissoi.dossier.anchoring import NOT_FOUND, anchor
from dissoi.dossier.citation import full_cite_parts
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import PassageError, RecordRuleError
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import Block, Span, plain_block
from dissoi.dossier.records import Article, ArticleKind, Author, Passage, RecordId
from dissoi.dossier.replanting import Fate, replanted
from dissoi.dossier.session import Session
from dissoi.dossier.text_edits import (
    as_replacement,
    confirm_passage,
    correct_text,
    corrected,
    likely_copy,
    replace_article,
    retie_passage,
)

FIRST = "Kyiv would be the first to ask for it, and the last to say that it did."
SECOND = "Europe could then send a forse of some size; nobody else has offered to pay for one."
THIRD = "The minister called the plan a bridge without a river, and went home."
A, P = RecordId("a"), RecordId("p")


def article_of(*texts: str) -> Article:
    return Article(id=A, title="On forces", blocks=tuple(map(plain_block, texts)))


def dossier_with(words: str, *texts: str) -> Dossier:
    article = article_of(*(texts or (FIRST, SECOND, THIRD)))
    start = article.text.index(words)
    return Dossier.of([article, passage_at(article, start, start + len(words), P)])


def passage_in(dossier: Dossier) -> Passage:
    return dossier.get(Passage, P)


def text_of(dossier: Dossier) -> str:
    return dossier.get(Article, A).text


def test_a_typo_mended_within_a_passage_waits_to_be_confirmed() -> None:
    before = dossier_with("send a forse of some size")
    after = correct_text(A, 1, SECOND.replace("forse", "force")).run(before)
    passage = passage_in(after)
    assert (passage.exact, passage.was, passage.loose) == (
        "send a force of some size",
        "send a forse of some size",
        False,
    )
    assert anchor(passage, text_of(after)).start == passage.start
    assert passage_in(confirm_passage(P).run(after)).was == ""


def test_putting_the_words_back_leaves_nothing_to_confirm() -> None:
    before = dossier_with("send a forse of some size")
    after = correct_text(A, 1, SECOND.replace("forse", "force")).run(before)
    assert correct_text(A, 1, SECOND).run(after) == before


def test_a_passage_that_stands_elsewhere_than_it_says_takes_no_words_from_there() -> None:
    before = dossier_with("a bridge without a river")
    passage = passage_in(before)
    # As a file may have it that another program wrote.
    stale = passage.model_copy(update={"start": 3, "end": 3 + len(passage.exact)})
    after = passage_in(correct_text(A, 1, SECOND + " So they say.").run(before.with_records(stale)))
    assert (after.exact, after.was, after.loose) == ("a bridge without a river", "", False)
    assert after.start == passage.start + len(" So they say.")


def test_passages_elsewhere_move_along_with_their_context() -> None:
    after = correct_text(A, 0, FIRST + " So they say.").run(dossier_with("a bridge without a river"))
    passage = passage_in(after)
    text = text_of(after)
    assert (passage.was, passage.loose) == ("", False)
    assert text[passage.start : passage.end] == "a bridge without a river"
    assert passage.prefix == text[max(0, passage.start - 128) : passage.start]


def test_words_struck_out_are_kept_and_not_found_even_where_they_stand_elsewhere() -> None:
    words = "nobody else has offered to pay"
    before = dossier_with(words, FIRST, SECOND, THIRD, f"As was said, {words} for it.")
    after = correct_text(A, 1, "Europe could then send a force.").run(before)
    passage = passage_in(after)
    assert (passage.exact, passage.loose) == (words, True)
    assert anchor(passage, text_of(after)) == NOT_FOUND


def test_a_correction_keeps_the_look_of_what_it_leaves() -> None:
    spans = (Span(text="A "), Span(text="bold", bold=True), Span(text=" wurd here."))
    article = Article(id=A, blocks=(Block(spans=spans),))
    new, _ = corrected(Dossier.of([article]), A, 0, "A bold word here.")
    assert new.blocks[0].spans == (*spans[:2], Span(text=" word here."))


@pytest.mark.parametrize(("index", "text"), [(0, "  "), (3, "Words."), (-1, "Words.")])
def test_a_paragraph_needs_words(index: int, text: str) -> None:
    with pytest.raises(RecordRuleError):
        correct_text(A, index, text).run(dossier_with("the plan"))


@given(st.data())
def test_no_correction_leaves_a_passage_at_other_words_unsaid(data: st.DataObject) -> None:
    article = data.draw(articles(A))
    passage = data.draw(passages(article, P))
    index = data.draw(st.integers(0, len(article.blocks) - 1))
    text = data.draw(st.text(min_size=1).filter(lambda each: bool(each.strip())))
    after = correct_text(A, index, text).run(Dossier.of([article, passage]))
    now = passage_in(after)
    found = text_of(after)[now.start : now.end]
    assert now.loose or found == now.exact


def test_a_replacement_is_one_step_and_keeps_what_the_article_is() -> None:
    before = dossier_with("a bridge without a river")
    old = before.get(Article, A)
    copy = Article(
        id=RecordId("b"),
        title="Scan 12",
        authors=(Author(name="Ana Ruiz"),),
        blocks=tuple(map(plain_block, ("A new beginning.", THIRD, FIRST))),
    )
    new = as_replacement(old, copy)
    found = replanted(before, old, new.blocks)
    assert [each.fate for each in found.passages] == [Fate.MOVED]
    session = Session(before)
    session.apply(replace_article(new, found))
    after = session.dossier.get(Article, A)
    assert (after.title, after.authors[0].name, after.blocks) == ("On forces", "Ana Ruiz", copy.blocks)
    assert anchor(passage_in(session.dossier), after.text).start == after.text.index("a bridge")
    session.undo()
    assert session.dossier == before


@pytest.mark.parametrize(
    ("known", "sort"),
    [
        ({}, ArticleKind.JOURNAL),
        ({"sort": ArticleKind.NEWS}, ArticleKind.NEWS),
        ({"pages": "3"}, ArticleKind.PAGE),
    ],
)
def test_a_copy_says_what_kind_of_work_it_is_where_nothing_else_does(
    known: dict[str, Any], sort: ArticleKind
) -> None:
    old = Article(id=A, title="On forces", publisher="Forces", **known)
    copy = Article(id=RecordId("b"), sort=ArticleKind.JOURNAL, volume="3", blocks=(plain_block(FIRST),))
    new = as_replacement(old, copy)
    assert (new.sort, new.volume) == (sort, "3")
    assert (("number", "vol. 3") in full_cite_parts(new)) is (sort is ArticleKind.JOURNAL)


def test_passages_that_came_in_the_meantime_are_looked_for_too() -> None:
    before = dossier_with("a bridge without a river")
    old = before.get(Article, A)
    new = article_of("New.", FIRST, SECOND, THIRD)
    found = replanted(before.without([P]), old, new.blocks)
    after = replace_article(new, found).run(before)
    assert passage_in(after).start == new.text.index("a bridge")


def test_what_is_lost_comes_back_with_the_old_text() -> None:
    before = dossier_with("a bridge without a river")
    old = before.get(Article, A)
    new = article_of(FIRST)
    lost = replace_article(new, replanted(before, old, new.blocks)).run(before)
    assert passage_in(lost).loose
    back = replace_article(old, replanted(lost, new, old.blocks)).run(lost)
    assert back == before


def test_a_passage_is_tied_by_hand() -> None:
    before = dossier_with("a bridge without a river")
    after = retie_passage(P, 0, 5).run(before)
    assert (passage_in(after).exact, passage_in(after).loose) == ("Kyiv", False)
    with pytest.raises(PassageError):
        retie_passage(P, 4, 5).run(before)


def test_what_was_corrected_while_the_copy_was_read_stays() -> None:
    before = dossier_with("a bridge without a river")
    old = before.get(Article, A)
    new = as_replacement(old, Article(id=RecordId("b"), blocks=(plain_block(THIRD),)))
    edit = replace_article(new, replanted(before, old, new.blocks))
    corrected = before.with_records(old.model_copy(update={"title": "On bridges", "publisher": "The Bank"}))
    after = edit.run(corrected).get(Article, A)
    assert (after.title, after.publisher, after.blocks) == ("On bridges", "The Bank", new.blocks)


def test_another_copy_is_recognised_by_its_words_not_by_its_title_alone() -> None:
    dossier = Dossier.of([article_of(FIRST, SECOND, THIRD)])
    other = Article(id=RecordId("b"), title="Scan 12", blocks=(plain_block("Page 1"), plain_block(SECOND)))
    named = Article(id=RecordId("b"), title="ON FORCES", blocks=(plain_block("Something else."),))
    strange = Article(id=RecordId("b"), title="Trains", blocks=(plain_block("Free trains fill up soon."),))
    assert [bool(likely_copy(dossier, each)) for each in (other, named, strange)] == [True, False, False]
