# SPDX-License-Identifier: MIT
"""Word files as Word sees them: what a brief's blocks become in it, and how long that takes."""

from __future__ import annotations

from tests.steps import steps

from dissoi.briefing.outputs.about import About
from dissoi.briefing.outputs.elements import Cite, bold, item, plain
from dissoi.briefing.outputs.word import word_file_of

ABOUT = About("Should the bridge be closed?")


def test_styles_of_a_word_file_are_not_sought_for_each_paragraph() -> None:
    blocks = (item(1, "•", plain("It may fall.")), item(2, "1.", plain("Rust.")), Cite(spans=(bold("Ruiz"),)))
    word_file_of(blocks, ABOUT)  # what is loaded once is no part of it
    few, many = (
        steps(lambda: word_file_of(blocks * times, ABOUT))  # noqa: B023 - run at once
        for times in (1, 51)
    )
    # Of five times as many most would be spent on seeking.
    assert (many - few) / (50 * len(blocks)) < 1200
