# SPDX-License-Identifier: MIT
"""What is written in the interchange form reads as the same dossier again."""

from __future__ import annotations

import json

from hypothesis import given
from tests.exchange.sayable import sayable
from tests.strategies import Counter, dossiers

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import Block, Span
from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    Evidence,
    Passage,
    Position,
    Question,
    RecordId,
    Side,
)
from dissoi.exchange.form import DossierForm
from dissoi.exchange.interchange import dossier_from, interchange_of, interchange_text

WORDS = " ".join(f"word{number}" for number in range(20_000))


@given(dossiers())
def test_a_dossier_comes_back_equal(dossier: Dossier) -> None:
    text = interchange_text(dossier)
    DossierForm.model_validate(json.loads(text))
    again = dossier_from(text, Counter())
    assert again == sayable(dossier)
    assert interchange_text(again) == interchange_text(sayable(dossier))


def test_text_that_markdown_cannot_say_travels_as_blocks() -> None:
    odd = Article(id=RecordId("x"), blocks=(Block(spans=(Span(text=" a"), Span(text="b "))),))
    plain = Article(id=RecordId("y"), blocks=blocks_of("*a* b"), order="1")
    dossier = Dossier.of([odd, plain])
    first, second = interchange_of(dossier)["articles"]
    assert first["blocks"] == [{"spans": [{"text": " a"}, {"text": "b "}]}]
    assert "text" not in first
    assert second["text"] == "*a* b"
    assert "blocks" not in second


def test_a_passage_that_moved_is_written_where_it_stands_now() -> None:
    article = Article(id=RecordId("x"), blocks=blocks_of("one two three"))
    passage = passage_at(article, 4, 7, RecordId("p")).model_copy(update={"start": 5, "end": 8})
    (written,) = interchange_of(Dossier.of([article, passage]))["articles"][0]["passages"]
    assert (written["start"], written["end"]) == (4, 7)


def test_passages_that_the_article_changed_under_come_back() -> None:
    article = Article(id=RecordId("x"), blocks=blocks_of("one two three"))
    moved = passage_at(article, 4, 7, RecordId("p")).model_copy(update={"was": "tow"})
    lost = Passage(
        id=RecordId("q"),
        article=article.id,
        start=90,
        end=99,
        exact="nine lost",
        prefix="before ",
        suffix=" behind",
        loose=True,
    )
    position = Position(id=RecordId("s"), statement="s", order="V")
    argument = Argument(id=RecordId("a"), parent=position.id, side=Side.PRO, order="V")
    evidence = Evidence(id=RecordId("e"), argument=argument.id, passages=(moved.id, lost.id), order="V")
    dossier = Dossier.of([Question(id=QUESTION_ID), article, moved, lost, position, argument, evidence])
    text = interchange_text(dossier)
    again = dossier_from(text, Counter())
    assert again == sayable(dossier)
    assert interchange_text(again) == text


def test_a_thousand_passages_take_no_time_out_of_proportion() -> None:
    quotes = [f"word{number} word{number + 1}" for number in range(0, 20_000, 20)]
    evidence = [{"article": "a", "quote": quote} for quote in quotes]
    arguments = [{"side": "pro", "claim": "c", "evidence": evidence[n : n + 4]} for n in range(0, 1000, 4)]
    form = {
        "dissoi": 1,
        "articles": [{"key": "a", "text": WORDS}],
        "positions": [{"statement": "s", "arguments": arguments}],
    }
    dossier = dossier_from(json.dumps(form), Counter())
    again = dossier_from(interchange_text(dossier), Counter())
    assert len(list(dossier.all(Passage))) == 1000
    assert again == dossier
