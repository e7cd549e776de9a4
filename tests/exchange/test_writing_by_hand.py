# SPDX-License-Identifier: MIT
"""The interchange form as a person writes it: few keys, no ids, and what is left out has its default."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.strategies import Counter

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import ArticleKind, Evidence, EvidenceKind, Label, Passage, Side, Stance
from dissoi.exchange.interchange import dossier_from, schema

TEXT = "Trains *run* late.\n\nTrains run 😀 on time. Trains run late."
Form = dict[str, Any]


def form(**keys: object) -> Form:
    """A short dossier as one would write it by hand, with other values for some of its keys."""
    return {
        "dissoi": 1,
        "question": "Do trains run late?",
        "articles": [{"key": "a1", "title": "Trains", "text": TEXT}],
        **keys,
    }


def with_evidence(*evidence: Form) -> Form:
    argument = {"side": "pro", "claim": "They do", "evidence": list(evidence)}
    return form(positions=[{"statement": "Yes", "arguments": [argument]}])


def read(written: Form) -> Dossier:
    return dossier_from(json.dumps(written), Counter())


def places(dossier: Dossier) -> list[tuple[int, int]]:
    return [(passage.start, passage.end) for passage in dossier.passages_of(dossier.articles[0].id)]


def test_the_whole_of_the_form() -> None:
    answers = [{"side": "con", "claim": "No"}, {"side": "pro", "claim": "Indeed"}]
    argument = {
        "side": "con",
        "claim": "Rarely",
        "reasoning": "*r*",
        "impact": "i",
        "weight": 5,
        "answers": answers,
    }
    dossier = read(
        form(
            background="b",
            definitions=[{"term": "late", "meaning": "after time"}],
            positions=[
                {"statement": "Yes", "holders": [{"name": "N", "role": "R", "stance": "conditional"}]},
                {"statement": "No", "arguments": [{"side": "pro", "claim": "Often"}, argument]},
            ],
        )
    )
    assert (dossier.question.text, dossier.question.background) == ("Do trains run late?", "b")
    assert [(each.term, each.meaning) for each in dossier.definitions] == [("late", "after time")]
    yes, no = dossier.positions
    assert [(each.name, each.role, each.stance) for each in yes.holders] == [("N", "R", Stance.CONDITIONAL)]
    often, rarely = dossier.arguments_of(no.id)
    assert (often.weight, rarely.weight, rarely.reasoning, rarely.impact) == (3, 5, "*r*", "i")
    assert [(each.side, each.claim) for each in dossier.answers_to(rarely.id)] == [
        (Side.CON, "No"),
        (Side.PRO, "Indeed"),
    ]


def test_records_without_ids_get_new_ones_and_given_ids_are_kept() -> None:
    dossier = read(form(positions=[{"statement": "Yes"}, {"id": "mine", "statement": "No"}]))
    drawn = Counter()
    assert [article.id for article in dossier.articles] == [drawn()]
    assert [position.id for position in dossier.positions] == [drawn(), "mine"]


def test_a_quote_is_found_where_the_article_first_has_it() -> None:
    dossier = read(with_evidence({"article": "a1", "quote": "Trains run late.", "kind": "statistic"}))
    assert places(dossier) == [(0, 16)]
    (argument,) = dossier.arguments
    (evidence,) = dossier.evidence_of(argument.id)
    assert evidence.sort is EvidenceKind.STATISTIC
    assert dossier.quotation(evidence) == "Trains run late."


def test_a_quote_is_found_where_its_words_stand_by_themselves() -> None:
    text = "The party said that art is a dear thing, and a cafe\u0301 a place. The cafe is shut."
    evidence = {"article": "b", "quote": ["art is a dear thing", "cafe"], "read": ["a"]}
    written = with_evidence(evidence) | {"articles": [{"key": "b", "text": text}]}
    dossier = read(written)
    assert places(dossier) == [(20, 39), (text.rindex("cafe"), text.rindex("cafe") + 4)]
    ((stretch,),) = (each.cut for each in dossier.all(Evidence))
    assert stretch.start == len("art is ")


def test_start_tells_equal_quotes_apart() -> None:
    assert places(read(with_evidence({"article": "a1", "quote": "Trains run late.", "start": 39}))) == [
        (39, 55)
    ]


def test_offsets_count_code_points() -> None:
    dossier = read(with_evidence({"article": "a1", "quote": "on time"}))
    assert places(dossier) == [(30, 37)]
    assert next(dossier.all(Passage)).prefix.endswith("run 😀 ")


def test_white_space_in_a_quote_may_be_of_another_kind() -> None:
    quote = " run\nlate. Trains  run "
    assert places(read(with_evidence({"article": "a1", "quote": quote}))) == [(7, 27)]
    assert places(read(with_evidence({"article": "a1", "quote": quote, "start": 6}))) == [(7, 27)]


def test_a_list_of_quotes_is_one_piece_of_evidence() -> None:
    dossier = read(with_evidence({"article": "a1", "quote": ["on time", "Trains"], "start": [30, 39]}))
    (evidence,) = dossier.evidence_of(dossier.arguments[0].id)
    assert dossier.quotation(evidence) == "on time … Trains"


def test_the_same_place_is_one_passage() -> None:
    quotes = ("Trains", ["Trains", "late"], "late")
    dossier = read(with_evidence(*({"article": "a1", "quote": quote} for quote in quotes)))
    assert places(dossier) == [(0, 6), (11, 15)]


def test_highlights_and_what_refers_to_them() -> None:
    marked = {"id": "p", "quote": "late", "start": 50, "end": 54, "label": "doubtful", "note": "really?"}
    article = {"key": "a1", "text": TEXT, "passages": [marked, {"quote": "time"}]}
    evidence = {"article": "a1", "quote": "late", "passages": ["p"]}
    position = {
        "statement": "Yes",
        "holders": [{"name": "N", "passage": "p"}],
        "arguments": [
            {"side": "pro", "claim": "c", "evidence": [evidence, {"article": "a1", "quote": "time"}]}
        ],
    }
    dossier = read(form(articles=[article], positions=[position]))
    time, late = dossier.passages_of(dossier.articles[0].id)
    assert (late.label, late.note, late.start) == (Label.DOUBTFUL, "really?", 50)
    assert [each.passages for each in dossier.evidence_of(dossier.arguments[0].id)] == [("p",), (time.id,)]
    assert dossier.positions[0].holders[0].passage == "p"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_file_may_be_in_any_encoding_that_json_has_had(encoding: str) -> None:
    written = json.dumps(form(question="Où?"), ensure_ascii=False).encode(encoding)
    assert dossier_from(written, Counter()).question.text == "Où?"


def test_what_no_dossier_can_hold_is_cleaned() -> None:
    dossier = read(form(question="a\x00b\ud800\r\nc"))
    assert dossier.question.text == "a\ufffdb\ufffd\nc"


def test_answers_nest_deep() -> None:
    answers: list[Form] = []
    for _ in range(199):
        answers = [{"side": "con", "claim": "c", "answers": answers}]
    argument = {"side": "pro", "claim": "c", "answers": answers}
    assert len(read(form(positions=[{"statement": "s", "arguments": [argument]}])).arguments) == 200


def test_the_schema_describes_the_form() -> None:
    described = schema()
    assert described["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(described["properties"]) == [
        "dissoi", "question", "background", "format", "pace", "debate", "definitions", "articles",
        "positions", "speeches",
    ]  # fmt: skip
    argument = described["$defs"]["ArgumentForm"]
    assert argument["required"] == ["side", "claim"]
    assert argument["properties"]["weight"]["default"] == 3
    assert argument["properties"]["answers"]["items"] == {"$ref": "#/$defs/ArgumentForm"}
    assert described["$defs"]["Side"]["enum"] == ["pro", "con"]
    quote = described["$defs"]["EvidenceForm"]["properties"]["quote"]
    assert [choice["type"] for choice in quote["anyOf"]] == ["string", "array"]
    assert "null" not in json.dumps(described)


def test_an_article_without_a_kind_is_a_page_and_one_with_it_has_its_details() -> None:
    plain = read(form()).articles[0]
    assert (plain.sort, plain.container, plain.doi) == (ArticleKind.PAGE, "", "")
    said = {"kind": "chapter", "container": "Tracks", "contributors": "Bo Lee; Cy Poe", "pages": "3-9"}
    chapter = read(form(articles=[{"key": "a1", "text": TEXT, **said}])).articles[0]
    assert (chapter.sort, chapter.container) == (ArticleKind.CHAPTER, "Tracks")
    assert (chapter.contributors, chapter.pages) == ("Bo Lee; Cy Poe", "3-9")
