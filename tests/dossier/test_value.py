# SPDX-License-Identifier: MIT
"""Values are equal when they are of one kind and their fields are, and they cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dissoi.dossier.prose import Block, BlockKind, Span
from dissoi.dossier.records import Argument, Article, Author, Definition, RecordId, Side


@given(some.text(), some.booleans(), some.text(), some.booleans())
def test_spans_are_equal_when_their_fields_are(text: str, bold: bool, other: str, strong: bool) -> None:  # noqa: FBT001
    one, two = Span(text=text, bold=bold), Span(text=other, bold=strong)
    same = (one.text, one.bold) == (two.text, two.bold)
    assert (one == two) is same
    assert not same or hash(one) == hash(two)


def test_values_of_other_kinds_are_never_equal() -> None:
    key = RecordId("1")
    argument = Argument(id=key, parent=RecordId("2"), side=Side.PRO)
    assert argument != Definition(id=key)
    assert argument != "1"
    assert argument == argument.model_copy()
    assert len({argument, argument.model_copy()}) == 1


def test_what_was_derived_from_a_value_does_not_count() -> None:

    one, two = (Article(id=RecordId("1"), blocks=(Block(spans=(Span(text="A"),)),)) for _ in range(2))
    assert one.text == "A"
    assert one == two
    assert hash(one) == hash(two)


def test_a_value_says_what_it_is() -> None:
    assert repr(Author(name="Ann")) == "Author(name='Ann', credentials='')"
    assert repr(Block(kind=BlockKind.RULE)).startswith("Block(kind=<BlockKind.RULE: 'rule'>, spans=()")


def test_a_value_cannot_be_changed() -> None:
    author = Author(name="Ann")
    with pytest.raises(FrozenInstanceError):
        author.name = "Bea"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del author.name


@pytest.mark.parametrize("fields", [{}, {"name": "Ann", "age": 30}, {"credentials": "MP"}, {"age": 30}])
def test_a_value_is_made_of_its_fields_alone(fields: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Author"):
        Author(**fields)
