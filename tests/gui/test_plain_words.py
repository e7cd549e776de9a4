# SPDX-License-Identifier: MIT
"""Words from files are never markup in the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Position, RecordId, Side
from dissoi.dossier.speech_plan import Planned, SpeechName
from dissoi.gui.brief.choices_panel import TickList
from dissoi.gui.plain_words import plain_words
from dissoi.gui.speeches.left import LeftTree
from dissoi.gui.speeches.tree import PlanTree
from dissoi.gui.theme import LIGHT


@pytest.mark.parametrize(
    "text",
    [
        "A plain title, 3 < 4 & so on",
        "<img src='file:///etc/passwd'>",
        "Two lines\n<b>bold</b>",
        '<a href="https://a.org">here</a> & <table>',
    ],
)
def test_text_shows_to_the_letter_and_opens_nothing(text: str, qtbot: QtBot) -> None:
    shown = plain_words(text)
    document = QTextDocument()
    if shown == text:
        document.setPlainText(shown)
    else:
        document.setHtml(shown)
    assert document.toPlainText() == text
    assert "<img" not in shown


def test_tool_tips_of_lists_show_words_to_the_letter(qtbot: QtBot) -> None:
    hostile = '<img src="//host/share/a.png">'
    position = Position(id=RecordId("p"), statement=f"A <b>{hostile}")
    argument = Argument(id=RecordId("a"), parent=position.id, side=Side.PRO, claim=f"A {hostile}")
    dossier = Dossier.of([position, argument])
    parent = QWidget()
    qtbot.addWidget(parent)
    left, plan, ticks = LeftTree(parent), PlanTree(LIGHT, parent), TickList(parent, ordered=False)
    left.show_arguments(dossier, [argument])
    plan.show_plan(dossier, [Planned(SpeechName("Opening"), None, arguments=(argument,))])
    ticks.fill([("p", position.statement, True)])
    speech = plan.topLevelItem(0)
    rows = [left.topLevelItem(0), left.topLevelItem(1), speech.child(0) if speech else None]
    tips = [*(row.toolTip(0) for row in rows if row), ticks.item(0).toolTip()]
    assert len(tips) == 4
    assert all("&lt;img" in tip and "<img" not in tip for tip in tips)
