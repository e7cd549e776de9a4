# SPDX-License-Identifier: MIT
"""Records keep what they promise when they are copied and read."""

from __future__ import annotations

import pytest

from dissoi.dossier.article_edits import describe_article
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.prose import clean, plain_block
from dissoi.dossier.records import Article, Author, Position, RecordId

ARTICLE = Article(id=RecordId("a"), blocks=(plain_block("one"), plain_block("two")), order="4")


def test_a_copy_with_other_blocks_has_their_text() -> None:
    assert ARTICLE.text == "one\ntwo"
    copy = ARTICLE.model_copy(update={"blocks": (plain_block("three"),)})
    assert (copy.text, copy.starts) == ("three", (0,))
    assert ARTICLE.starts == (0, 4)


def test_a_description_leaves_text_place_and_original_alone() -> None:
    dossier = Dossier.of([ARTICLE])
    described = Article(id=ARTICLE.id, title="New", order="9", original="sha256:0")
    after = describe_article(described).run(dossier).get(Article, ARTICLE.id)
    assert after == ARTICLE.model_copy(update={"title": "New"})


def test_a_description_is_made_fit_to_keep() -> None:
    described = ARTICLE.model_copy(update={"title": "A\x00\x85B", "url": "x\ufffc"})
    after = describe_article(described).run(Dossier.of([ARTICLE])).get(Article, ARTICLE.id)
    assert (after.title, after.url) == ("A\ufffd\nB", "x\ufffd")


@pytest.mark.parametrize("order", ["0", "10", "é", "a b"])
def test_an_order_that_cannot_be_worked_with_is_refused(order: str) -> None:
    with pytest.raises(ValueError, match="does not match"):
        Position(id=RecordId("p"), order=order)


def test_names_are_made_fit_to_keep() -> None:
    assert Author(name="A\x00\ud800\ufeffB").name == "A\ufffd\ufffdB"


def test_what_is_not_fit_to_keep_is_noticed_in_any_company() -> None:
    changed = [sign for sign in map(chr, range(0x10000)) if clean(sign) != sign]
    assert all(clean(f"a{sign}é") == clean(f"\n{sign}é").replace("\n", "a", 1) for sign in changed)
    assert {"\x00", "\r", "\u2029", "\ufeff", "\ufdd0", "\ufffc", "\ud800"} <= set(changed)
    assert {"\t", "\n", "é", "\u00ad", "\u200d"} & set(changed) == set()
