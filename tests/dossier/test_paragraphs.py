# SPDX-License-Identifier: MIT
"""Paragraph numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dissoi.dossier.paragraphs import Paragraphs, paragraph_numbers, paragraphs_of
from dissoi.dossier.prose import Block, BlockKind, plain_block
from dissoi.dossier.records import Article, RecordId

MIXED = (
    plain_block("Title", BlockKind.HEADING),
    plain_block("One."),
    plain_block("", BlockKind.RULE),
    plain_block(""),
    plain_block("Two.", BlockKind.QUOTE),
    plain_block("Part", BlockKind.HEADING),
    plain_block("Three.", BlockKind.ITEM),
    plain_block("End", BlockKind.HEADING),
)


def made(blocks: tuple[Block, ...]) -> Article:
    return Article(id=RecordId("a"), blocks=blocks)


def test_headings_rules_and_empty_blocks_have_no_number() -> None:
    assert paragraph_numbers(MIXED) == (0, 1, 0, 0, 2, 0, 3, 0)


def test_the_paragraph_of_an_offset() -> None:
    article = made(MIXED)
    paragraphs = Paragraphs(article)
    named = {
        words: paragraphs.number(article.text.index(words))
        for words in ("Title", "One", "Two", "Part", "Three", "End")
    }
    assert named == {"Title": 1, "One": 1, "Two": 2, "Part": 3, "Three": 3, "End": 3}


def test_an_article_without_text_has_no_paragraphs() -> None:
    assert Paragraphs(made(())).number(0) == 0
    assert Paragraphs(made((plain_block("Only", BlockKind.HEADING),))).number(2) == 0


KINDS = st.sampled_from(list(BlockKind))


@given(st.lists(st.builds(plain_block, st.text("ab", max_size=3), KINDS), max_size=12))
def test_both_ways_of_counting_agree(blocks: list[Block]) -> None:
    article = made(tuple(blocks))
    numbers = paragraph_numbers(blocks)
    for start, number in zip(article.starts, numbers, strict=True):
        if number:
            assert Paragraphs(article).number(start) == number


def test_ranges_are_told_by_their_paragraphs() -> None:
    article = Article(id=RecordId("a"), blocks=tuple(plain_block("word") for _ in range(9)))
    assert paragraphs_of(article, [(0, 4)]) == "¶1"
    assert paragraphs_of(article, [(0, 9)]) == "¶1–2"
    assert paragraphs_of(article, [(0, 4), (40, 44), (1, 3)]) == "¶1, 9"
    assert paragraphs_of(Article(id=RecordId("b")), [(0, 1)]) == ""
