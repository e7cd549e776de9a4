# SPDX-License-Identifier: MIT
"""A whole session with the real program: read, argue, tie, weigh, undo, export, reopen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.briefing.printed import page_texts, running
from tests.e2e.debater import Debater
from tests.e2e.hands import Point
from tests.e2e.plan import QUESTION, Node, Plan, Stand, plan_for
from tests.e2e.program import Program

from dissoi.dossier.dossier import Dossier
from dissoi.storage.file import create, load

OWN = Path(__file__).with_name("island.txt")
REAL = "lieven-european-force.txt"

Start = Callable[..., Program]


@pytest.fixture(params=["own", "real"])
def plan(request: pytest.FixtureRequest) -> Plan:
    """A session on our own article, and one on a real article where there is one."""
    if request.param == "own":
        return plan_for(OWN)
    folder: Path = request.getfixturevalue("real_articles")
    return plan_for(folder / REAL)


def argue_by_keys(debater: Debater, stand: Stand) -> None:
    """A position that is added, argued and answered with the keyboard."""
    hands, (pro, con) = debater.hands, stand.nodes
    hands.press("Ctrl+Shift+N")
    debater.state(stand.statement)
    debater.select(pro.quotes[0])
    hands.press("P")
    debater.write(pro)
    hands.press("Alt+5")
    debater.select_by_key(con.quotes[0])
    hands.press("C")
    debater.write(con)
    hands.press("Alt+2")
    attack, support = con.answers
    hands.press("Ctrl+Return")
    debater.write(attack)
    hands.press("Ctrl+Return")
    debater.write(attack.answers[0])
    debater.edit(con)
    debater.program.click(text=lambda text: "Support it" in text)
    debater.write(support)


def argue_by_mouse(debater: Debater, stand: Stand) -> None:
    """A position that is added, argued and answered with the mouse."""
    program, (pro, con) = debater.program, stand.nodes
    program.click(tip="Add a position")
    debater.state(stand.statement)
    program.click(text=lambda text: text.startswith("+ Add pro argument"))
    debater.write(pro)
    debater.select(pro.quotes[0])
    debater.hands.press("E")
    debater.see_evidence(pro.quotes[0])
    program.click(text=lambda text: text.startswith("+ Add con argument"))
    debater.write(con)
    debater.select(con.quotes[0])
    debater.choose_in_bar("E")
    debater.see_evidence(con.quotes[0])
    program.click(text=lambda text: "Attack it" in text)
    debater.write(con.answers[0])


def argue_by_dragging(debater: Debater, stand: Stand) -> None:
    """A position whose words are dragged: onto a card, and onto an empty column."""
    program, (pro, con) = debater.program, stand.nodes
    program.click(text="+ Position")
    debater.state(stand.statement)
    debater.hands.press("Ctrl+Shift+P")
    debater.write(pro)
    debater.drag(pro.quotes[0], debater.claim(pro).middle)
    debater.see_evidence(pro.quotes[0])
    dots = program.see_still(kind="WeightDots")
    fourth = Point(dots.area[0] + dots.area[2] * 7 // 10, dots.middle.y)
    debater.hands.click(fourth)
    program.see(kind="WeightDots", tip="Weight 4 of 5")
    heading = program.see_still(text=lambda text: text.startswith("− CON"))
    debater.drag(con.quotes[0], Point(heading.middle.x, heading.middle.y + 200))
    debater.write(con)


def argue_without_evidence(debater: Debater, stand: Stand) -> None:
    """A position with bare arguments."""
    hands, (pro, con) = debater.hands, stand.nodes
    hands.press("Ctrl+Shift+N")
    debater.state(stand.statement)
    hands.press("Ctrl+Shift+P")
    debater.write(pro)
    hands.press("Ctrl+Shift+Return")
    debater.write(pro.answers[0])
    hands.press("Ctrl+Shift+O")
    debater.write(con)


def change_mind(debater: Debater, kept: Node) -> None:
    """Add an argument, weigh it and throw another away; take it all back, bring it back, take it back."""
    program, hands, slip = debater.program, debater.hands, Node("con", "A slip of the mind")
    hands.press("Ctrl+Shift+O")
    debater.write(slip)
    hands.press("Alt+1")
    debater.edit(kept)
    hands.press("Ctrl+Shift+Delete")
    program.see_gone(text=kept.claim)
    program.see(tip="Undo Remove Argument (Ctrl+Z)")
    hands.press("Ctrl+Z")
    debater.claim(kept)
    hands.press("Ctrl+Z", 3)
    program.see_gone(text=slip.claim)
    program.see_gone(name="Claim", text="")
    hands.press("Ctrl+Shift+Z", 3)
    debater.claim(slip)
    program.see(kind="WeightDots", tip="Weight 1 of 5")
    hands.press("Ctrl+Z", 3)
    program.see_gone(text=slip.claim)
    program.see(tip="Redo Add Argument (Ctrl+Shift+Z)")


def argue(debater: Debater, plan: Plan) -> None:
    """All that is done with the article before the brief is exported."""
    debater.ask(QUESTION)
    argue_by_keys(debater, plan.yes)
    argue_by_mouse(debater, plan.money)
    argue_by_dragging(debater, plan.smaller)
    argue_without_evidence(debater, plan.early)
    debater.select(plan.highlight)
    debater.hands.press("H")
    change_mind(debater, plan.early.nodes[0])
    debater.program.see_saved()


def as_stand(position: dict[str, Any]) -> Stand:
    """A position of the interchange form, as planned."""
    return Stand(position["statement"], tuple(map(as_node, position["arguments"])))


def as_node(argument: dict[str, Any]) -> Node:
    """An argument of the interchange form, as planned."""
    texts = {name: argument[name] for name in ("side", "claim", "reasoning", "impact", "weight")}
    quotes = tuple(each["quote"] for each in argument["evidence"])
    return Node(**texts, quotes=quotes, answers=tuple(map(as_node, argument["answers"])))


def shown_as_json(dossier: Path) -> dict[str, Any]:
    """What `dissoi show --json` prints."""
    dissoi = Path(sys.executable).with_name("dissoi")
    shown = subprocess.run([dissoi, "show", "--json", dossier], check=True, capture_output=True)
    form: dict[str, Any] = json.loads(shown.stdout)
    return form


def check_file(dossier: Path, plan: Plan) -> None:
    """What is in the file is what was typed, and what was tied are the article's own words."""
    form = shown_as_json(dossier)
    assert form["question"] == QUESTION
    assert tuple(map(as_stand, form["positions"])) == plan.stands
    (article,) = form["articles"]
    quotes = [each["quote"] for each in article["passages"]]
    tied = [quote for stand in plan.stands for node in stand.nodes for quote in node.quotes]
    assert sorted(quotes) == sorted([*tied, plan.highlight])


def squeezed(text: str) -> str:
    """A text with one space for each stretch of white space."""
    return " ".join(text.split())


def check_brief(brief: Path, plan: Plan) -> None:
    """What was tied stands in the brief to the letter."""
    text = running(" ".join(page_texts(brief.read_bytes())))
    source = squeezed(plan.article.read_text(encoding="utf-8"))
    for stand in plan.stands:
        assert squeezed(stand.statement) in text
        for node in stand.nodes:
            assert squeezed(node.claim) in text
            for quote in node.quotes:
                assert squeezed(quote) in source
                assert squeezed(quote) in text


def check_window(debater: Debater, plan: Plan) -> None:
    """The window shows on each page what was made there."""
    program = debater.program
    for number, stand in enumerate(plan.stands, 1):
        debater.hands.press(f"Ctrl+{number}")
        program.see(name="Position", text=stand.statement)
        for node in stand.nodes:
            debater.claim(node)
            for quote in node.quotes:
                debater.see_evidence(quote)
    debater.hands.press("Ctrl+Shift+Q")
    program.see_focus(name="Question", text=QUESTION)


def test_a_session(start: Start, plan: Plan, tmp_path: Path) -> None:
    dossier, brief = tmp_path / "case.dissoi", tmp_path / "case.pdf"
    program = start(plan.article)
    debater = Debater(program)
    program.see(name="Article", text=lambda text: plan.highlight in text)
    debater.confirm_details()
    argue(debater, plan)
    debater.export(brief)
    debater.save_as(dossier)
    debater.hands.press("Ctrl+Q")
    assert (program.end(), program.errors) == (0, "")
    check_file(dossier, plan)
    check_brief(brief, plan)

    again = start(dossier)
    check_window(Debater(again), plan)
    again.hands.press("Ctrl+W")
    assert (again.end(), again.errors) == (0, "")
    check_file(dossier, plan)


def test_what_was_typed_last_is_kept_when_the_window_closes_at_once(start: Start, tmp_path: Path) -> None:
    dossier = tmp_path / "case.dissoi"
    create(dossier, Dossier())
    program = start(dossier)
    program.hands.press("Ctrl+Shift+Q")
    program.see_focus(name="Question")
    program.hands.type(QUESTION)
    program.hands.press("Ctrl+Q")
    assert (program.end(), program.errors) == (0, "")
    assert load(dossier).question.text == QUESTION


def test_words_stay_selected_until_they_can_be_used(start: Start) -> None:
    plan = plan_for(OWN)
    debater = Debater(start(OWN))
    debater.confirm_details()
    words = plan.yes.nodes[0].quotes[0]
    debater.select(words)
    debater.hands.press("P")
    debater.program.see_gone(kind="SelectionBar")
    debater.hands.press("Ctrl+Shift+N")
    debater.state(plan.yes.statement)
    debater.hands.press("F6")
    debater.program.see_focus(name="Article")
    debater.hands.press("P")
    debater.program.see_focus(name="Claim", text="")
    debater.see_evidence(words)
