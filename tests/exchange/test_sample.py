# SPDX-License-Identifier: MIT
"""The sample dossier: it loads, it is whole and fair, and every quotation in it is exact."""

from __future__ import annotations

import json
from functools import cache

from tests.strategies import Counter

from dissoi.dossier.citation import credentials_short, full_cite_parts, missing_from_cite
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Article, Evidence, Passage, Position, Side, Stance
from dissoi.exchange.interchange import dossier_from, interchange_text
from dissoi.resources import sample_text


@cache
def sample() -> Dossier:
    return dossier_from(sample_text(), Counter())


def depth_below(argument: Argument) -> int:
    answers = sample().answers_to(argument.id)
    return 1 + max(map(depth_below, answers)) if answers else 0


def test_it_comes_back_equal() -> None:
    assert dossier_from(interchange_text(sample()), Counter()) == sample()


def test_it_has_a_question_a_background_and_definitions() -> None:
    assert sample().question.text.endswith("?")
    assert sample().question.background
    assert len(sample().definitions) >= 4


def test_its_background_article_is_long_enough_and_dated() -> None:
    article = sample().articles[0]
    assert 600 <= len(article.text.split()) <= 900
    assert article.published
    assert not any(missing_from_cite(each) for each in sample().articles)


def test_each_position_is_argued_from_both_sides_and_held_by_someone() -> None:
    assert len(sample().positions) >= 4
    for position in sample().positions:
        assert len(sample().arguments_of(position.id, Side.PRO)) >= 2
        assert len(sample().arguments_of(position.id, Side.CON)) >= 2
        assert Stance.FOR in {holder.stance for holder in position.holders}


def test_answers_reach_two_levels_in_each_position() -> None:
    for position in sample().positions:
        assert max(depth_below(argument) for argument in sample().arguments_of(position.id)) >= 2


def test_every_quotation_is_exact() -> None:
    """Read off the file itself, past the code that found the places."""
    written = json.loads(interchange_text(sample()))
    assert len(list(sample().all(Evidence))) >= 16
    for passage in sample().all(Passage):
        text = sample().get(Article, passage.article).text
        assert text[passage.start : passage.end] == passage.exact
    for article in written["articles"]:
        assert article["passages"]


def test_no_position_is_favoured() -> None:
    """Pro and con arguments differ in number by one at most, and the heaviest of each weigh alike."""
    for position in sample().positions:
        pro, con = (sample().arguments_of(position.id, side) for side in Side)
        assert abs(len(pro) - len(con)) <= 1
        assert abs(max(each.weight for each in pro) - max(each.weight for each in con)) <= 1


def test_every_claim_says_something() -> None:
    assert all(argument.claim for argument in sample().arguments)
    assert all(position.statement for position in sample().all(Position))


def test_its_articles_say_in_few_words_who_wrote_them_and_that_they_are_our_own() -> None:
    for article in sample().articles:
        assert credentials_short(article) == "background editors"
        assert ("publisher", "our own sample text") in full_cite_parts(article)
