# SPDX-License-Identifier: MIT
"""A debater at work in the window, who knows the keys and has a mouse."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.hands import Point
from tests.e2e.plan import Node
from tests.e2e.program import Program, Seen, wait_until

CLAIM = "Claim"


class Debater:
    """Works with the program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.hands = program.hands

    def confirm_details(self) -> None:
        """Confirm what is proposed of an article that was added."""
        self.program.see_focus(inside="Article Details")
        self.hands.press("Return")
        self.program.see_closed(kind="DetailsDialog")

    def ask(self, question: str) -> None:
        """Type the question, in place of what stands there."""
        self.hands.press("Ctrl+Shift+Q")
        self.program.see_focus(name="Question")
        self.hands.press("Ctrl+A")
        self.program.fill(question, name="Question")

    def state(self, statement: str) -> None:
        """Type the statement of a position that was just added."""
        self.program.fill(statement, name="Position", text="")

    def write(self, node: Node) -> None:
        """Type an argument or answer that was just added."""
        self.program.fill(node.claim, name=CLAIM, text="")
        if node.reasoning or node.impact:
            self.hands.press("Tab")
            self.program.fill(node.reasoning, name="Reasoning")
            self.hands.press("Tab")
            self.program.fill(node.impact, name="Impact")

    def claim(self, node: Node) -> Seen:
        """The claim of an argument on the page."""
        return self.program.see_still(name=CLAIM, text=node.claim)

    def edit(self, node: Node) -> None:
        """Click into an argument's claim."""
        self.hands.click(self.claim(node).middle)
        self.program.see_focus(name=CLAIM, text=node.claim)

    def select(self, words: str) -> None:
        """Select words of the article with the mouse, and wait for the bar beside them."""
        self.hands.drag(*self.program.places(words))
        self.see_bar()

    def select_by_key(self, words: str) -> None:
        """Select words of the article with the keyboard, from a click on."""
        start, _ = self.program.places(words)
        self.hands.click(start)
        self.program.see_focus(name="Article")
        self.hands.press("Shift+Right", len(words))
        self.see_bar()

    def see_bar(self) -> None:
        """Wait for the bar beside the selected words."""
        self.program.see(kind="SelectionBar")

    def choose_in_bar(self, key: str) -> None:
        """Click on the button with this key in the bar beside the selected words."""
        self.program.click(kind="BarButton", tip=lambda tip: tip.endswith(f"({key})"))

    def drag(self, words: str, to: Point) -> None:
        """Select words of the article, and drag them somewhere by their first letters."""
        self.select(words)
        start, _ = self.program.places(words)
        self.hands.drag(Point(start.x + 8, start.y), to)

    def see_evidence(self, words: str) -> Seen:
        """Wait until words stand on a card."""
        return self.program.see(kind="EvidenceView", name=lambda name: name.startswith(f"{words} — "))

    def save_as(self, file: Path) -> None:
        """Give the dossier a name by the dialog."""
        self.answer_dialog("Ctrl+Shift+S", "Save Dossier", file)
        wait_until(file.exists, f"file {file}")
        self.program.see_saved()

    def export(self, file: Path) -> None:
        """Export the brief by the dialog, and wait until the window says where it is."""
        self.answer_dialog("Ctrl+E", "Export Brief", file)
        self.program.see(text=f"The brief is in {file}")

    def answer_dialog(self, keys: str, title: str, file: Path) -> None:
        """Open a dialog with keys, and type a file into it."""
        self.hands.press(keys)
        self.program.see_focus(inside=title)
        self.hands.type(f"{file}\n")
        self.program.see_closed(kind="QFileDialog")
