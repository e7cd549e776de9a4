# SPDX-License-Identifier: MIT
"""Code points and UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dissoi.gui.article.offsets import Offsets

TEXTS = st.text(st.sampled_from("ab \n\u2028é\u05d0\uffff\U00010000🕊\U0010ffff"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_each_offset_has_the_position_that_utf_16_gives_it(text: str) -> None:
    offsets = Offsets.of(text)
    for offset in range(len(text) + 1):
        assert offsets.position(offset) == units(text[:offset])
        assert offsets.offset(offsets.position(offset)) == offset


def test_the_middle_of_a_character_is_its_start() -> None:
    assert Offsets.of("a🕊b").offset(2) == 1


def test_what_lies_outside_is_moved_to_the_ends() -> None:
    offsets = Offsets.of("🕊b")
    assert (offsets.position(-3), offsets.position(9)) == (0, 3)
    assert (offsets.offset(-3), offsets.offset(9)) == (0, 2)


def test_text_of_one_unit_a_character_keeps_no_table() -> None:
    assert Offsets.of("é" * 1000) == Offsets(length=1000)
