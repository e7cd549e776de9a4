# SPDX-License-Identifier: MIT
"""The lines of the outline that say what is missing, and where they lead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import first_position

from dissoi.dossier import article_edits, edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, RecordId, Side
from dissoi.dossier.speech_plan import SpeechName, set_pace
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor.field import Field
from dissoi.gui.speeches.dialog import SpeechPlanDialog
from dissoi.reasoning.checks import Gap


def test_an_empty_dossier_lacks_its_question(opened: Callable[[Dossier], Assembly]) -> None:
    assembly = opened(Dossier())
    assembly.window.guide.go_to("check", Gap.NO_QUESTION.value)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Field)
    assert focus.accessibleName() == "Question"


def test_an_empty_claim_takes_the_caret(sample_window: Assembly, qtbot: QtBot) -> None:
    position = first_position(sample_window.desk.dossier)
    sample_window.desk.apply(edits.add_argument(RecordId("new"), position.id, Side.PRO))
    qtbot.waitUntil(lambda: Gap.EMPTY_CLAIM in {each.gap for each in sample_window.window.guide.findings})
    sample_window.window.guide.go_to("check", Gap.EMPTY_CLAIM.value)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Now it has one")
    assert sample_window.desk.dossier.get(Argument, RecordId("new")).claim == "Now it has one"


def test_a_speech_over_its_time_opens_the_plan_there(sample_window: Assembly, qtbot: QtBot) -> None:
    sample_window.desk.apply(set_pace(60))
    over = Gap.SPEECH_OVER_TIME
    qtbot.waitUntil(lambda: over in {each.gap for each in sample_window.window.guide.findings})
    sample_window.window.guide.go_to("check", over.value)
    sample_window.window.guide.go_to("check", over.value)
    plan = sample_window.window.findChildren(SpeechPlanDialog)[0]
    assert plan.isVisible()
    assert plan.tree.place == (SpeechName("Second constructive"), None)


def test_an_incomplete_cite_asks_for_the_details(
    sample_window: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = sample_window.desk.dossier.articles[0]
    sample_window.desk.apply(article_edits.describe_article(article.model_copy(update={"publisher": ""})))
    qtbot.waitUntil(
        lambda: Gap.INCOMPLETE_CITATION in {each.gap for each in sample_window.window.guide.findings}
    )
    asked: list[str] = []
    sample_window.window.guide.details_wanted.disconnect()
    sample_window.window.guide.details_wanted.connect(asked.append)
    sample_window.window.guide.go_to("check", Gap.INCOMPLETE_CITATION.value)
    assert asked == [article.id]
