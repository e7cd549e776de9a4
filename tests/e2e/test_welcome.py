# SPDX-License-Identifier: MIT
"""The welcome page in the real program, by key alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.e2e.program import Program

PAGE = "Open…    Ctrl+O"


@pytest.mark.parametrize("keys", ["Ctrl+W", "Ctrl+Q"])
def test_keys_end_the_program(start: Callable[..., Program], keys: str) -> None:
    program = start()
    program.see(text=PAGE)
    program.hands.press(keys)
    assert (program.end(), program.errors) == (0, "")


def test_keys_are_listed_and_a_dossier_is_begun(start: Callable[..., Program]) -> None:
    program = start()
    program.see(text=PAGE)
    program.hands.press("F1")
    program.see_focus(inside="Keyboard Shortcuts")
    program.hands.press("Escape")
    program.see_closed(inside="Keyboard Shortcuts")
    program.hands.press("Ctrl+O")
    program.see_focus(inside="Open Dossier")
    program.hands.press("Escape")
    program.see_closed(inside="Open Dossier")
    program.hands.press("Ctrl+N")
    program.fill("Should tolls be raised?", name="Question")
    program.see_gone(text=PAGE)
    program.see_saved()
    program.hands.press("Ctrl+Q")
    program.click(text="&Delete")
    assert (program.end(), program.errors) == (0, "")
