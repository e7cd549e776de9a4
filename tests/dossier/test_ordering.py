# SPDX-License-Identifier: MIT
"""Keys that sort siblings: there is always room between two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dissoi.dossier.ordering import DIGITS, key_at, key_between, order_at, place_of
from dissoi.dossier.records import Position, RecordId

keys = st.text(DIGITS, max_size=6).map(lambda key: key.rstrip("0"))


@given(keys, keys)
def test_a_key_lies_between_its_neighbours(one: str, other: str) -> None:
    before, after = sorted((one, other))
    key = key_between(before, after if before != after else "")
    assert key > before
    assert before == after or key < after


@given(keys, keys)
def test_a_key_never_ends_in_a_zero(one: str, other: str) -> None:
    before, after = sorted((one, other))
    assert not key_between(before, after).endswith("0")


@given(st.lists(st.integers(0, 30), max_size=60))
def test_keys_sort_as_they_were_put_in(places: list[int]) -> None:
    found: list[str] = []
    for place in places:
        found.insert(min(place, len(found)), key_at(found, place))
    assert found == sorted(set(found))


def test_keys_stay_short_when_a_list_grows_at_its_end() -> None:
    found: list[str] = []
    for _ in range(1000):
        found.append(key_at(found, len(found)))
    assert len(found[-1]) <= 70


def test_keys_stay_short_when_a_list_grows_at_one_place() -> None:
    found = ["4", "8"]
    for _ in range(200):
        found.insert(1, key_at(found, 1))
    assert max(map(len, found)) <= 60


def test_a_place_out_of_range_is_the_nearest() -> None:
    assert key_at(["4"], -3) < "4" < key_at(["4"], 99)


def test_equal_keys_are_no_trouble() -> None:
    assert key_between("8", "8") > "8"
    assert key_between("", "")


def test_what_is_moved_makes_room_for_itself() -> None:
    siblings = [Position(id=RecordId(key), order=key) for key in ("4", "8", "C")]
    assert "8" < order_at(siblings, 1, moved="4") < "C"
    assert "4" < order_at(siblings, 1) < "8"


def test_ids_tell_equal_keys_apart() -> None:
    two = [Position(id=RecordId(key), order="8") for key in ("b", "a")]
    assert [each.id for each in sorted(two, key=place_of)] == ["a", "b"]
