# SPDX-License-Identifier: MIT
"""Words on their way to a card."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, RecordId
from dissoi.gui.article.dragging import PASSAGE_TYPE, dragged_range, passage_mime

ARTICLE = Article(id=RecordId("a1"), blocks=(plain_block("One 🕊 line\nand its second"), plain_block("Two")))


def offered(data: bytes) -> QMimeData:
    mime = QMimeData()
    mime.setData(PASSAGE_TYPE, data)
    return mime


def test_words_carry_their_place() -> None:
    mime = passage_mime(ARTICLE, 4, 14)
    assert dragged_range(mime) == ("a1", 4, 14, ARTICLE.text[4:14].replace("\u2028", "\n"))
    place = json.loads(bytes(mime.data(PASSAGE_TYPE).data()))
    assert {**place, "words": ""} == {"article": "a1", "start": 4, "end": 14, "words": ""}


def test_words_are_plain_text_to_other_programs() -> None:
    assert passage_mime(ARTICLE, 0, len(ARTICLE.text)).text() == "One 🕊 line\nand its second\nTwo"


def test_other_data_names_no_place() -> None:
    mime = QMimeData()
    mime.setText("words")
    assert dragged_range(mime) is None


@pytest.mark.parametrize(
    "place",
    [
        [],
        None,
        {"article": "a", "start": 1, "words": "b"},
        {"article": 1, "start": 1, "end": 2, "words": "b"},
        {"article": "a", "start": -1, "end": 2, "words": "b"},
        {"article": "a", "start": 2, "end": 2, "words": "b"},
        {"article": "a", "start": True, "end": 2, "words": "b"},
        {"article": "a", "start": 1.0, "end": 2, "words": "b"},
        {"article": "a", "start": 1, "end": 2**31, "words": "b"},
        {"article": "a", "start": 1, "end": 2},
        {"article": "a", "start": 1, "end": 2, "words": 1},
    ],
)
def test_wrong_places_are_none(place: object) -> None:
    assert dragged_range(offered(json.dumps(place).encode())) is None


@given(st.binary(max_size=40))
def test_rubbish_is_none(data: bytes) -> None:
    assert dragged_range(offered(data)) is None


def test_deep_rubbish_is_none() -> None:
    assert dragged_range(offered(b"[" * 100_000)) is None
