# SPDX-License-Identifier: MIT
"""Cutting cards in the window, by keys and by mouse; cards show what is read aloud."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.strategies import after

from dissoi.dossier import article_edits, edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import plain_block
from dissoi.dossier.reading_aloud import words_to_read
from dissoi.dossier.records import Article, Evidence, RecordId, Side
from dissoi.gui.assembly import Assembly
from dissoi.gui.cutting.dialog import CutCardDialog
from dissoi.gui.editor.evidence import EvidenceView

CARD, SECOND, PRO = RecordId("card"), RecordId("second"), RecordId("pro")
TEXT = "🇺🇦 Soldiers from anywhere would be targets. Peace comes first."
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def dossier() -> Dossier:
    article = Article(id=RecordId("article"), title="Article", blocks=(plain_block(TEXT),))
    end = TEXT.index(" Peace")
    return after(
        [
            article_edits.add_article(article),
            article_edits.quote_passage(passage_at(article, 0, end, RecordId("p1"))),
            article_edits.quote_passage(passage_at(article, end + 1, len(TEXT), RecordId("p2"))),
            edits.add_position(RecordId("yes"), "Yes"),
            edits.add_argument(PRO, RecordId("yes"), Side.PRO, "It deters"),
            edits.add_argument(RecordId("bare"), RecordId("yes"), Side.CON, "It provokes"),
            edits.add_evidence(Evidence(id=CARD, argument=PRO, passages=(RecordId("p1"),))),
            edits.add_evidence(Evidence(id=SECOND, argument=PRO, passages=(RecordId("p2"),))),
        ]
    )


@pytest.fixture
def assembly(opened: Callable[[Dossier], Assembly]) -> Assembly:
    return opened(dossier())


@pytest.fixture
def dialog(assembly: Assembly, qtbot: QtBot) -> CutCardDialog:
    """The first card, opened by its key."""
    assembly.window.guide.show_record(PRO)
    QTest.keyClick(assembly.window, Qt.Key.Key_R, CONTROL | SHIFT)
    (found,) = assembly.window.findChildren(CutCardDialog)
    qtbot.waitExposed(found)
    qtbot.waitUntil(found.quotation.hasFocus)
    return found


def aloud(assembly: Assembly, card: RecordId = CARD) -> str:
    now = assembly.desk.dossier
    return words_to_read(now, now.get(Evidence, card))


def choose(dialog: CutCardDialog, words: str) -> None:
    assert dialog.quotation.find(words) or dialog.quotation.find(words, QTextDocument.FindFlag.FindBackward)


def word_right(dialog: CutCardDialog, times: int, keys: Qt.KeyboardModifier = CONTROL) -> None:
    for _ in range(times):
        QTest.keyClick(dialog.quotation, Qt.Key.Key_Right, keys)


def test_words_are_marked_by_keys_alone(dialog: CutCardDialog, assembly: Assembly) -> None:
    choose(dialog, "Soldiers")
    QTest.keyClick(dialog.quotation, Qt.Key.Key_R)
    assert aloud(assembly) == "Soldiers"
    word_right(dialog, 3)
    word_right(dialog, 3, CONTROL | SHIFT)
    QTest.keyClick(dialog.quotation, Qt.Key.Key_R)
    assert aloud(assembly) == "Soldiers … would be targets"
    assert dialog.told.text() == "Read aloud: 4 of 6 words, 2 s at 150 words a minute"


def test_the_caret_in_a_word_means_that_word_and_r_again_takes_the_mark(
    dialog: CutCardDialog, assembly: Assembly
) -> None:
    choose(dialog, "any")
    cursor = dialog.quotation.textCursor()
    cursor.clearSelection()
    dialog.quotation.setTextCursor(cursor)
    QTest.keyClick(dialog.quotation, Qt.Key.Key_R)
    assert aloud(assembly) == "anywhere"
    QTest.keyClick(dialog.quotation, Qt.Key.Key_R)
    assert assembly.desk.dossier == dossier()


def test_half_a_word_means_the_whole_word(dialog: CutCardDialog, assembly: Assembly) -> None:
    choose(dialog, "ldiers from any")
    QTest.keyClick(dialog.quotation, Qt.Key.Key_R)
    assert aloud(assembly) == "Soldiers from anywhere"


def test_marks_show_and_the_button_clear_and_undo_take_them_back(
    dialog: CutCardDialog, assembly: Assembly
) -> None:
    assert not dialog.clear.isEnabled()
    choose(dialog, "would be")
    QTest.mouseClick(dialog.mark, Qt.MouseButton.LeftButton)
    assert dialog.quotation.textCursor().selectedText() == "would be"
    assert dialog.quotation.textCursor().charFormat().fontWeight() > 400
    choose(dialog, "Soldiers")
    assert dialog.quotation.textCursor().charFormat().fontWeight() == 400
    QTest.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    assert aloud(assembly) == assembly.desk.dossier.quotation(assembly.desk.dossier.get(Evidence, CARD))
    QTest.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert aloud(assembly) == "would be"
    assert assembly.desk.undo_label == "Mark to Be Read"


def test_the_other_cards_of_the_argument_are_chosen_there(dialog: CutCardDialog, assembly: Assembly) -> None:
    assert dialog.cards.count() == 2
    dialog.cards.setFocus()
    QTest.keyClick(dialog.cards, Qt.Key.Key_Down)
    choose(dialog, "Peace")
    QTest.keyClick(dialog.quotation, Qt.Key.Key_R)
    assert aloud(assembly, SECOND) == "Peace"
    assert aloud(assembly) == TEXT[: TEXT.index(" Peace")]


def test_the_card_in_the_editor_says_what_is_read(dialog: CutCardDialog, assembly: Assembly) -> None:
    choose(dialog, "targets")
    QTest.keyClick(dialog.quotation, Qt.Key.Key_R)
    views = assembly.window.findChildren(EvidenceView)
    (view,) = (each for each in views if each.evidence_id == CARD)
    assert view.accessibleName().endswith("Read aloud: targets")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_evidence_with_the_focus_is_the_one_that_is_cut(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.window.guide.show_record(PRO)
    views = assembly.window.findChildren(EvidenceView)
    (view,) = (each for each in views if each.evidence_id == SECOND)
    view.setFocus()
    assembly.actions["cut_card"].trigger()
    (dialog,) = assembly.window.findChildren(CutCardDialog)
    assert dialog.quotation.toPlainText() == "Peace comes first."
    dialog.reject()


def test_the_menu_of_evidence_opens_its_card(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.menus.show_evidence(SECOND, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = (each for each in menu.actions() if each.text() == "Cut Card…")
    action.trigger()
    menu.close()
    (dialog,) = assembly.window.findChildren(CutCardDialog)
    assert dialog.quotation.toPlainText() == "Peace comes first."
    dialog.reject()


def test_an_argument_without_evidence_says_what_to_do_first(assembly: Assembly) -> None:
    assembly.window.guide.show_record(RecordId("bare"))
    told: list[str] = []
    assembly.commands.cutting.hint.connect(told.append)
    assembly.actions["cut_card"].trigger()
    assert told == ["This argument has no evidence to cut yet: quote a passage for it first."]
    assert not assembly.window.findChildren(CutCardDialog)


def test_a_card_that_is_removed_closes_its_window(dialog: CutCardDialog, assembly: Assembly) -> None:
    assembly.desk.apply(edits.remove_evidence(CARD))
    assert not dialog.isVisible()


def test_nothing_is_marked_in_a_dossier_that_is_only_read(dialog: CutCardDialog, assembly: Assembly) -> None:
    assembly.desk.locked = "Open elsewhere."
    choose(dialog, "targets")
    QTest.keyClick(dialog.quotation, Qt.Key.Key_R)
    assert assembly.desk.dossier == dossier()


@pytest.mark.parametrize("card", [CARD, SECOND])
def test_the_evidence_that_was_clicked_is_cut(assembly: Assembly, qtbot: QtBot, card: RecordId) -> None:
    assembly.window.guide.show_record(PRO)
    views = {each.evidence_id: each for each in assembly.window.editor.findChildren(EvidenceView)}
    for each in (*(other for other in views if other != card), card):
        QTest.mouseClick(views[each], Qt.MouseButton.LeftButton)
    QTest.keyClick(assembly.window, Qt.Key.Key_R, CONTROL | SHIFT)
    (found,) = assembly.window.findChildren(CutCardDialog)
    qtbot.waitExposed(found)
    assert found.cards.currentData() == card


def test_evidence_that_was_reached_by_tab_is_cut_from_the_claim_too(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.window.guide.show_record(PRO)
    (second,) = (
        each for each in assembly.window.editor.findChildren(EvidenceView) if each.evidence_id == SECOND
    )
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assembly.window.guide.edit_argument(PRO)
    QTest.keyClick(assembly.window, Qt.Key.Key_R, CONTROL | SHIFT)
    (found,) = assembly.window.findChildren(CutCardDialog)
    qtbot.waitExposed(found)
    assert found.cards.currentData() == SECOND
