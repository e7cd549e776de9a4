# SPDX-License-Identifier: MIT
"""Forms by the keyboard alone: Tab goes as one reads, reaches all, and says what it reached."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import first_argument, first_position

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Author, Holder, Stance
from dissoi.gui.article.details import DetailsDialog
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor.column import AddButton
from dissoi.gui.editor.evidence import EvidenceView
from dissoi.gui.editor.field import Field
from dissoi.gui.editor.holders import HoldersDialog
from dissoi.gui.editor.position_page import PositionPage
from dissoi.gui.speeches.dialog import SpeechPlanDialog

SETTLING = 600
"""Milliseconds until all cards of a position are made."""
LEFT_TO_RIGHT = 12
"""Pixels by which what stands in one line may differ in height."""


@pytest.fixture
def above(qtbot: QtBot) -> QWidget:
    """What a dialog stands over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def show(dialog: QDialog, qtbot: QtBot) -> None:
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tabbed(dialog: QDialog) -> list[QWidget]:
    """What Tab goes through, from where the focus is at first."""
    found = [focused()]
    for _ in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is found[0]:
            break
        found.append(focused())
    assert len(set(found)) == len(found) < 60
    return found


def test_the_form_of_an_article_is_gone_through_from_its_title_down(
    sample: Dossier, above: QWidget, qtbot: QtBot
) -> None:
    authors = (Author(name="Ada Rail"), Author(name="Bo Tram"))
    article = sample.articles[0].model_copy(update={"authors": authors})
    dialog = DetailsDialog(article, above)
    show(dialog, qtbot)
    dialog.authors.add()
    dialog.field("title").line.setFocus()
    found = tabbed(dialog)
    assert found[0] is dialog.field("title").line
    names = [row.name for row in dialog.authors.rows]
    assert [each for each in found if each in names] == names
    assert found.index(dialog.authors.add_button) < found.index(dialog.rows.kinds.box)
    assert found.index(dialog.rows.kinds.box) < found.index(dialog.field("publisher").line)
    heights = [each.mapTo(dialog, each.rect().center()).y() for each in found]
    assert all(after > before - LEFT_TO_RIGHT for before, after in pairwise(heights))


def test_the_plan_is_gone_through_from_its_head_down(sample_window: Assembly, qtbot: QtBot) -> None:
    sample_window.actions["speech_plan"].trigger()
    (dialog,) = sample_window.window.findChildren(SpeechPlanDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert focused() is dialog.tree
    dialog.choose.setFocus()
    order = [dialog.choose, dialog.side, dialog.pace, dialog.tree, dialog.left, dialog.again, dialog.say]
    assert tabbed(dialog)[:7] == order


def test_a_position_is_gone_through_as_one_reads(sample_window: Assembly) -> None:
    window, dossier = sample_window.window, sample_window.desk.dossier
    position = first_position(dossier)
    window.editor.edit_position(position.id)
    start, pressed = focused(), [focused()]
    while window.editor.isAncestorOf(focused()):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        pressed.append(focused())
        assert len(pressed) < 300
    shown = [each.evidence_id for each in pressed if isinstance(each, EvidenceView)]
    texts = [each.text for each in pressed if isinstance(each, Field) and each.accessibleName() == "Claim"]
    arguments = list(dossier.tree_of(position.id))
    assert texts == [each.claim for each in arguments]
    assert shown == [each.id for argument in arguments for each in dossier.evidence_of(argument.id)]
    assert len(set(pressed)) == len(pressed)
    for before in reversed(pressed[:-1]):
        if window.editor.isAncestorOf(focused()):
            QTest.keyClick(focused(), Qt.Key.Key_Backtab)
        else:
            before.setFocus()
    assert focused() is start


def test_the_question_is_gone_through_from_above_with_definitions_that_were_just_added(
    sample_window: Assembly, qtbot: QtBot
) -> None:
    editor = sample_window.window.editor
    editor.show_question()
    editor.add_definition()
    qtbot.waitUntil(lambda: focused().accessibleName() == "Term" and focused().isVisible())
    QTest.keyClicks(focused(), "Toll")
    editor.show_question()
    pressed = [focused()]
    while editor.isAncestorOf(focused()):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        pressed.append(focused())
        assert len(pressed) < 100
    inside = pressed[:-1]
    names = [each.accessibleName() for each in inside if isinstance(each, Field)]
    count = len(sample_window.desk.dossier.definitions)
    assert names == ["Question", "Background", *["Term", "Meaning"] * count]
    assert isinstance(inside[-1], AddButton)
    assert len(inside) == len(names) + count + 2  # what removes each, and what adds


def page_of(assembly: Assembly, qtbot: QtBot) -> PositionPage:
    """The page of the first position, once all its cards are made."""
    qtbot.wait(SETTLING)
    (page,) = assembly.window.editor.findChildren(PositionPage)
    return page


def gone_through(start: QWidget, key: Qt.Key) -> list[QWidget]:
    """What a key goes through from a widget until it is back there."""
    start.setFocus()
    found: list[QWidget] = []
    while start not in found:
        QTest.keyClick(focused(), key)
        found.append(focused())
        assert len(found) < 300
    return found


def test_tab_goes_round_the_window_with_the_position_as_one_part_of_it(
    sample_window: Assembly, qtbot: QtBot
) -> None:
    page, reader = page_of(sample_window, qtbot), sample_window.window.article.reader
    there = gone_through(reader, Qt.Key.Key_Tab)
    assert sample_window.window.outline in there
    back = list(reversed(gone_through(reader, Qt.Key.Key_Backtab)))
    for found in (there, back):
        inside = [page.isAncestorOf(each) for each in found]
        first, count = inside.index(True), sum(inside)
        assert all(inside[first : first + count])
        assert found[first].accessibleName() == "Position"
        assert isinstance(found[first + count - 1], AddButton)


def test_what_tab_comes_to_in_a_position_is_in_view(sample_window: Assembly, qtbot: QtBot) -> None:
    page, reader = page_of(sample_window, qtbot), sample_window.window.article.reader
    there = gone_through(reader, Qt.Key.Key_Tab)
    inside = [page.isAncestorOf(each) for each in there]
    first, bar = inside.index(True), page.verticalScrollBar()
    bar.setValue(bar.maximum())
    there[first - 1].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert not focused().visibleRegion().isEmpty()
    bar.setValue(0)
    there[first + sum(inside)].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is there[first + sum(inside) - 1]
    assert not focused().visibleRegion().isEmpty()


def test_a_card_is_gone_through_with_its_evidence(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    sample_window.window.editor.edit_claim(argument.id)
    names = []
    for _ in range(6):
        names.append(focused().accessibleName() or type(focused()).__name__)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert names[:3] == ["Claim", "Reasoning", "Impact"]
    assert "recorded violations" in names[3]
    assert names[4] == "Weight 5 of 5"


@pytest.fixture
def holders(sample: Dossier, above: QWidget, qtbot: QtBot) -> HoldersDialog:
    """The form of a position that two hold."""
    held = (Holder(name="Ada"), Holder(name="Bo", stance=Stance.AGAINST))
    position = first_position(sample).model_copy(update={"holders": held})
    dialog = HoldersDialog(position, above)
    show(dialog, qtbot)
    return dialog


def test_holders_are_named_and_their_stances_chosen_by_keys(holders: HoldersDialog) -> None:
    table = holders._table
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    stance = focused()
    assert isinstance(stance, QComboBox)
    assert stance.accessibleName() == "Stance"
    QTest.keyClick(stance, Qt.Key.Key_Down)
    QTest.keyClick(stance, Qt.Key.Key_Tab)
    assert (table.currentRow(), table.currentColumn()) == (1, 0)
    assert focused() is table
    QTest.keyClick(table, Qt.Key.Key_Backtab)
    assert focused() is stance
    assert [each.stance for each in holders.holders()] == [Stance.CONDITIONAL, Stance.AGAINST]


def test_tab_leaves_the_table_behind_the_last_holder(holders: HoldersDialog, qtbot: QtBot) -> None:
    table = holders._table
    table.setFocus()
    table.setCurrentCell(1, 1)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    add = focused()
    assert isinstance(add, QPushButton)
    assert add.text() == "&Add"
    QTest.keyClick(add, Qt.Key.Key_Space)
    line = focused()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Cy")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.name for each in holders.holders()] == ["Ada", "Bo", "Cy"])


def test_the_holder_whose_stance_was_clicked_is_the_one_removed(holders: HoldersDialog) -> None:
    table = holders._table
    table.setCurrentCell(0, 0)
    table.cellWidget(1, 2).setFocus(Qt.FocusReason.MouseFocusReason)
    holders.remove_row()
    assert [each.name for each in holders.holders()] == ["Ada"]
