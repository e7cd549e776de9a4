# SPDX-License-Identifier: MIT
"""Whatever is wrong with a file in the interchange form is said in one sentence that names the place."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import Counter

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Position, RecordId, Side
from dissoi.exchange import errors
from dissoi.exchange.interchange import dossier_from, interchange_of

GOOD: dict[str, Any] = {
    "dissoi": 1,
    "question": "q",
    "articles": [
        {"key": "a1", "text": "one two two", "passages": [{"id": "p", "quote": "one"}]},
        {"key": "a2", "text": "three"},
    ],
    "positions": [
        {"statement": "s"},
        {
            "statement": "t",
            "holders": [{"name": "n"}],
            "arguments": [
                {"side": "pro", "claim": "c", "evidence": [{"article": "a1", "quote": "two"}], "answers": []}
            ],
        },
    ],
}
ARGUMENT = ("positions", 1, "arguments", 0)
EVIDENCE = (*ARGUMENT, "evidence", 0)
PLACE = "positions[1].arguments[0]"
KEYS = "id, side, claim, reasoning, impact, weight, evidence, questions and answers"
HOLDER = "positions[1].holders[0]"
LONG = "no such words " * 20
Step = str | int

WRONG: list[tuple[tuple[Step, ...], object, type[errors.InterchangeError], str]] = [
    (
        (*ARGUMENT, "side"),
        "maybe",
        errors.WrongValueError,
        f"{PLACE}.side is “maybe”; it can be “pro” or “con”.",
    ),
    (
        ("articles", 0, "kind"),
        "film",
        errors.WrongValueError,
        (
            "articles[0].kind is “film”; it can be “page”, “news”, “journal”, “book”, “chapter”, “report”, "
            "“speech” or “interview”."
        ),
    ),
    ((*ARGUMENT, "side"), None, errors.WrongValueError, f"{PLACE}.side is null; it can be “pro” or “con”."),
    ((*ARGUMENT, "weight"), 6, errors.WrongValueError, f"{PLACE}.weight is 6; it must be at most 5."),
    ((*ARGUMENT, "weight"), 0, errors.WrongValueError, f"{PLACE}.weight is 0; it must be at least 1."),
    (
        (*ARGUMENT, "weight"),
        "3",
        errors.WrongValueError,
        f"{PLACE}.weight is “3”; it must be a whole number.",
    ),
    (
        (*ARGUMENT, "weight"),
        True,
        errors.WrongValueError,
        f"{PLACE}.weight is true; it must be a whole number.",
    ),
    (
        (*ARGUMENT, "weight"),
        2.5,
        errors.WrongValueError,
        f"{PLACE}.weight is 2.5; it must be a whole number.",
    ),
    ((*ARGUMENT, "claim"), 3, errors.WrongValueError, f"{PLACE}.claim is 3; it must be text."),
    ((*ARGUMENT, "answers"), {}, errors.WrongValueError, f"{PLACE}.answers is an object; it must be a list."),
    (
        (*ARGUMENT, "answers"),
        ["x"],
        errors.WrongValueError,
        f"{PLACE}.answers[0] is “x”; it must be an object.",
    ),
    (
        (*ARGUMENT, "answers"),
        [{"side": "con"}],
        errors.MissingKeyError,
        f"{PLACE}.answers[0].claim is missing.",
    ),
    (
        (*ARGUMENT, "answers"),
        [{"side": "con", "clam": "c"}],
        errors.UnknownKeyError,
        f"{PLACE}.answers[0].clam is not a key of this form; here it has {KEYS}.",
    ),
    (
        ("positions", 1, "holders", 0, "colour"),
        "red",
        errors.UnknownKeyError,
        f"{HOLDER}.colour is not a key of this form; here it has name, role, stance and passage.",
    ),
    (
        ("positions", 1, "holders", 0, "stance"),
        "undecided",
        errors.WrongValueError,
        f"{HOLDER}.stance is “undecided”; it can be “for”, “against” or “conditional”.",
    ),
    (
        ("positions", 1, "holders", 0, "passage"),
        "a2",
        errors.UnknownReferenceError,
        f"{HOLDER}.passage is “a2”; there is no passage of that name.",
    ),
    (
        ("articles", 0, "published"),
        "18 February",
        errors.WrongValueError,
        "articles[0].published is “18 February”; it must be a date such as 2025, 2025-02 or 2025-02-18.",
    ),
    (("articles", 0, "key"), "", errors.WrongValueError, "articles[0].key is “”; it must hold something."),
    (
        ("articles", 1, "key"),
        "a1",
        errors.RepeatedIdError,
        "articles[1].key is “a1”, but another article has that already.",
    ),
    (
        ("articles", 1, "id"),
        "p",
        errors.RepeatedIdError,
        "articles[1].id is “p”, but articles[0].passages[0] has that already.",
    ),
    (
        ("articles", 1, "id"),
        "question",
        errors.RepeatedIdError,
        "articles[1].id is “question”, but question has that already.",
    ),
    (
        ("articles", 1, "id"),
        "a b",
        errors.WrongValueError,
        "articles[1].id is “a b”; it can have letters, digits and - . _ : ~, at most 64 of them.",
    ),
    (
        ("articles", 0, "blocks"),
        [],
        errors.WrongValueError,
        "articles[0].text is “one two two”; it must be left out where there are blocks.",
    ),
    (
        ("articles", 0, "blocks"),
        [{"spans": [{"text": 3}]}],
        errors.WrongValueError,
        "articles[0].blocks[0].spans[0].text is 3; it must be text.",
    ),
    (
        ("articles", 0, "passages", 0, "end"),
        5,
        errors.WrongValueError,
        "articles[0].passages[0].end is 5; it must be 3, where the quote ends.",
    ),
    (
        (*EVIDENCE, "article"),
        "a9",
        errors.UnknownReferenceError,
        f"{PLACE}.evidence[0].article is “a9”; there is no article of that name.",
    ),
    (
        (*EVIDENCE, "quote"),
        "three",
        errors.QuoteNotThereError,
        f"{PLACE}.evidence[0].quote is “three”, which does not stand in article “a1”.",
    ),
    (
        (*EVIDENCE, "quote"),
        ["one", LONG],
        errors.QuoteNotThereError,
        f"{PLACE}.evidence[0].quote[1] is “{LONG[:100]}…”, which does not stand in article “a1”.",
    ),
    (
        (*EVIDENCE, "quote"),
        " \n",
        errors.WrongValueError,
        f"{PLACE}.evidence[0].quote is “”; it must have words.",
    ),
    (
        (*EVIDENCE, "quote"),
        [],
        errors.WrongValueError,
        f"{PLACE}.evidence[0].quote is a list; it must hold something.",
    ),
    (
        (*EVIDENCE, "quote"),
        5,
        errors.WrongValueError,
        f"{PLACE}.evidence[0].quote is 5; it must be text or a list of texts.",
    ),
    (
        (*EVIDENCE, "start"),
        5,
        errors.QuoteNotThereError,
        f"{PLACE}.evidence[0].quote is “two”, which does not stand at 5 in article “a1”.",
    ),
    (
        (*EVIDENCE, "start"),
        10**30,
        errors.QuoteNotThereError,
        f"{PLACE}.evidence[0].quote is “two”, which does not stand at {10**30} in article “a1”.",
    ),
    (
        (*EVIDENCE, "start"),
        [4, 8],
        errors.WrongValueError,
        f"{PLACE}.evidence[0].start is a list; it must have as many entries as there are quotes (1).",
    ),
    (
        (*EVIDENCE, "passages"),
        ["x"],
        errors.UnknownReferenceError,
        f"{PLACE}.evidence[0].passages is “x”; there is no passage of article “a1” of that name.",
    ),
    (
        (*EVIDENCE, "passages"),
        ["p"],
        errors.OtherPassageError,
        f"{PLACE}.evidence[0].passages is “p”, but the quote is not that passage’s words.",
    ),
    (("question",), None, errors.WrongValueError, "question is null; it must be text."),
    (("dissoi",), "1", errors.WrongValueError, "dissoi is “1”; it must be 1, the version of the form."),
    (("dissoi",), True, errors.WrongValueError, "dissoi is true; it must be 1, the version of the form."),
    (
        ("dissoi",),
        2,
        errors.NewerFormError,
        "This was written by a newer Dissoi: it is version 2 of the form, and this Dissoi reads version 1.",
    ),
]

TEXTS: list[tuple[str | bytes, type[errors.InterchangeError], str]] = [
    ("", errors.EmptyFormError, "This is empty; a dossier in JSON is expected."),
    (
        '{"dissoi": 1,\n "question" "q"}',
        errors.NotJsonError,
        "Line 2, column 13 is not valid JSON: expecting ':' delimiter.",
    ),
    ("[]", errors.NotInterchangeError, "This JSON is no dossier: it does not begin with {“dissoi”: 1, …}."),
    (
        '{"title": "x"}',
        errors.NotInterchangeError,
        "This JSON is no dossier: it does not begin with {“dissoi”: 1, …}.",
    ),
    (b"\x93quotes\x94", errors.NotTextError, "This is not text in UTF-8, so it cannot be JSON."),
    ('{"dissoi": NaN}', errors.BadNumberError, "One of the numbers is too long or no number at all."),
    (
        f'{{"dissoi": {"1" * 5000}}}',
        errors.BadNumberError,
        "One of the numbers is too long or no number at all.",
    ),
    (
        '{"dissoi": 1, "positions": [{"statement": "a", "statement": "b"}]}',
        errors.RepeatedKeyError,
        "positions[0].statement is given twice.",
    ),
    *(
        (
            f'{{"dissoi": 1, "question": {opening * 100_000}',
            errors.TooDeepError,
            "The nesting is too deep: answers can stand 200 levels deep in this form.",
        )
        for opening in ("[", '{"a":')
    ),
]


def changed(place: tuple[Step, ...], value: object) -> str:
    """The good dossier with one value put somewhere."""
    form: Any = copy.deepcopy(GOOD)
    inside = form
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    return json.dumps(form)


def test_the_good_dossier_is_good() -> None:
    assert len(dossier_from(json.dumps(GOOD), Counter()).records) == 9


@pytest.mark.parametrize(("place", "value", "kind", "sentence"), WRONG, ids=lambda each: str(each)[:40])
def test_a_wrong_value_is_named_with_its_place(
    place: tuple[Step, ...], value: object, kind: type[errors.InterchangeError], sentence: str
) -> None:
    with pytest.raises(errors.InterchangeError) as caught:
        dossier_from(changed(place, value), Counter())
    assert (str(caught.value), type(caught.value)) == (sentence, kind)
    assert sentence.startswith(caught.value.place) or kind is errors.NewerFormError


@pytest.mark.parametrize(("text", "kind", "sentence"), TEXTS, ids=lambda each: str(each)[:40])
def test_what_is_no_interchange_form_is_told_apart(
    text: str | bytes, kind: type[errors.InterchangeError], sentence: str
) -> None:
    with pytest.raises(errors.InterchangeError) as caught:
        dossier_from(text, Counter())
    assert (str(caught.value), type(caught.value)) == (sentence, kind)


@pytest.mark.parametrize("depth", [201, 300, 450])
def test_answers_too_deep_are_refused_in_both_directions(depth: int) -> None:
    answers: list[dict[str, Any]] = []
    position = Position(id=RecordId("top"), statement="s")
    records: list[Position | Argument] = [position]
    for _ in range(depth):
        answers = [{"side": "con", "claim": "c", "answers": answers}]
        key = RecordId(f"n{len(records)}")
        records.append(Argument(id=key, parent=records[-1].id, side=Side.CON, claim="c"))
    form = {"dissoi": 1, "positions": [{"statement": "s", "arguments": answers}]}
    with pytest.raises(errors.TooDeepError):
        dossier_from(json.dumps(form), Counter())
    with pytest.raises(errors.TooDeepError):
        interchange_of(Dossier.of(records))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=8,
)


def all_places(value: object, above: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [above] if above else []
    return found + [each for step, below in inside for each in all_places(below, (*above, step))]


@given(st.sampled_from(all_places(GOOD)), JSON)
@example(("articles",), [{"\n": None}])
def test_any_value_anywhere_is_read_or_refused_in_a_line(place: tuple[Step, ...], value: object) -> None:
    try:
        told = f"{dossier_from(changed(place, value), Counter()).question.text[:0]}."
    except errors.InterchangeError as error:
        told = str(error)
    assert "\n" not in told
    assert told.endswith(".")


@given(st.binary(max_size=40) | st.text(max_size=40))
def test_rubbish_is_refused(rubbish: bytes | str) -> None:
    with pytest.raises(errors.InterchangeError):
        dossier_from(rubbish, Counter())
