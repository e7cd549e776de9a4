# SPDX-License-Identifier: MIT
"""What is read aloud of quotations, in the interchange form."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.strategies import Counter

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.reading_aloud import words_to_read
from dissoi.dossier.records import Evidence
from dissoi.exchange.errors import WrongValueError
from dissoi.exchange.interchange import dossier_from, interchange_text


def dossier_with(read: object) -> Dossier:
    evidence = {"article": "a", "quote": ["Peace comes first", "then  the force"], "read": read}
    argument = {"side": "pro", "claim": "It deters", "evidence": [evidence]}
    made: dict[str, Any] = {
        "dissoi": 1,
        "articles": [{"key": "a", "text": "Peace comes first, and then the force, and then the peace."}],
        "positions": [{"statement": "Yes", "arguments": [argument]}],
    }
    return dossier_from(json.dumps(made), Counter())


def aloud(dossier: Dossier) -> str:
    (evidence,) = dossier.all(Evidence)
    return words_to_read(dossier, evidence)


@pytest.mark.parametrize(
    ("read", "words"),
    [
        ([], "Peace comes first … then the force"),
        ("comes  first", "comes first"),
        (["Peace", "the force"], "Peace … the force"),
        ([{"words": "e", "quote": 2}], "e"),
        ([{"words": "first", "start": 12}, "force"], "first … force"),
    ],
)
def test_the_words_read_aloud_are_found_in_the_quotes(read: object, words: str) -> None:
    assert aloud(dossier_with(read)) == words


def test_what_is_read_aloud_survives_writing_and_reading() -> None:
    dossier = dossier_with(["Peace", {"words": "e", "quote": 2}])
    (evidence,) = dossier.all(Evidence)
    (again,) = dossier_from(interchange_text(dossier), Counter()).all(Evidence)
    assert evidence.cut
    assert again.cut == evidence.cut


@pytest.mark.parametrize(
    "read",
    [
        "war",
        " ",
        [{"words": "Peace", "quote": 2}],
        [{"words": "Peace", "quote": 3}],
        [{"words": "first", "start": 11}],
    ],
)
def test_words_that_the_quotes_do_not_have_are_told_of(read: object) -> None:
    with pytest.raises(WrongValueError, match=r"positions\[0\].arguments\[0\].evidence\[0\].read\[0\]"):
        dossier_with(read)
