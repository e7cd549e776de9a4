# SPDX-License-Identifier: MIT
"""The preview in the real program: opened, turned, written beside, and put away."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.program import Program


def test_the_brief_is_read_and_written_beside_each_other(start: Callable[..., Program]) -> None:
    program = start()
    program.click(text=lambda text: text.startswith("Look at the Sample"))
    program.see(name="Position")
    program.hands.press("F8")
    view = program.see_focus(kind="PagesView")
    count = program.see(text=lambda text: text.startswith("of ")).text
    program.see(name="Page", text="1")
    program.hands.press("Right", 2)
    program.see(name="Page", text="3")
    program.hands.turn(view.middle, -1)
    program.hands.press("End")
    program.see(name="Page", text=count.removeprefix("of "))
    program.hands.press("Home")
    program.see(name="Page", text="1")
    claim = program.see(name="Claim")
    program.hands.click(claim.middle)
    program.see_focus(name="Claim")
    program.see(name="Page", text=lambda text: int(text) > 3)  # the page of that argument
    program.hands.press("Ctrl+A")
    program.hands.type("A claim typed beside the preview")
    program.see_saved()
    program.hands.press("F8")
    program.see_gone(kind="PagesView")
    program.hands.press("Ctrl+Q")
    program.see(text="This dossier has no name yet.")
    program.click(text="&Delete")
    assert (program.end(), program.errors) == (0, "")
