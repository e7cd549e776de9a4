# SPDX-License-Identifier: MIT
"""Arguments are taken to other positions by menu, key, tab and outline; evidence to other arguments."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import first_argument, first_position

from dissoi.dossier.records import Argument, Evidence, RecordId, Side
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor import evidence as shown
from dissoi.gui.editor.card_dragging import argument_mime, evidence_mime
from dissoi.gui.editor.evidence import EvidenceView

MOVE, LEFT, NONE = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def hold(target: QWidget, mime: QMimeData, place: QPoint) -> bool:
    """Carry something over a place; whether it could be dropped there."""
    QApplication.sendEvent(target, QDragEnterEvent(place, MOVE, mime, LEFT, NONE))
    move = QDragMoveEvent(place, MOVE, mime, LEFT, NONE)
    QApplication.sendEvent(target, move)
    return move.isAccepted()


def drop(target: QWidget, mime: QMimeData, place: QPoint) -> None:
    hold(target, mime, place)
    QApplication.sendEvent(target, QDropEvent(QPointF(place), MOVE, mime, LEFT, NONE))


def bar_of(assembly: Assembly) -> QTabBar:
    return assembly.window.editor.tabs.findChildren(QTabBar)[0]


def test_the_menu_moves_an_argument_to_a_position(sample_window: Assembly) -> None:
    desk, editor = sample_window.desk, sample_window.window.editor
    moved = first_argument(desk.dossier, Side.CON)
    editor.reveal(moved.id)
    menu = sample_window.commands.moving.move_menu
    menu.aboutToShow.emit()
    assert len(menu.actions()) == len(desk.dossier.positions)
    menu.actions()[2].trigger()
    target = desk.dossier.positions[2].id
    assert desk.dossier.arguments_of(target, Side.CON)[-1].id == moved.id
    assert (editor.current, editor.active) == (target, moved.id)
    assert desk.undo_label == "Move to Position"
    assert "already" not in sample_window.window.statusBar().currentMessage()
    menu.aboutToShow.emit()
    before = desk.dossier
    menu.actions()[2].trigger()
    assert desk.dossier is before
    assert "already" in sample_window.window.statusBar().currentMessage()


def test_a_key_and_a_digit_move_it(sample_window: Assembly, qtbot: QtBot) -> None:
    desk, window = sample_window.desk, sample_window.window
    moved = first_argument(desk.dossier)
    window.editor.edit_claim(moved.id)
    field = window.focusWidget()
    assert field is not None
    QTest.keyClick(
        field, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    menu = sample_window.commands.moving.move_menu
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_2)
    assert desk.dossier.get(Argument, moved.id).parent == desk.dossier.positions[1].id


def test_the_menu_copies_an_argument(sample_window: Assembly) -> None:
    desk, editor = sample_window.desk, sample_window.window.editor
    original = first_argument(desk.dossier)
    editor.reveal(original.id)
    menu = sample_window.commands.moving.copy_menu
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    copy = desk.dossier.arguments_of(desk.dossier.positions[1].id, Side.PRO)[-1]
    assert copy.claim == original.claim
    assert editor.active == copy.id != original.id
    assert desk.undo_label == "Copy to Position"
    assert desk.dossier.get(Argument, original.id) == original


def test_a_card_is_dropped_on_a_tab(sample_window: Assembly) -> None:
    desk, bar = sample_window.desk, bar_of(sample_window)
    moved = first_argument(desk.dossier)
    mime = argument_mime(moved.id, "")
    assert not hold(bar, mime, bar.tabRect(0).center())
    drop(bar, mime, bar.tabRect(3).center())
    target = desk.dossier.positions[2].id
    assert desk.dossier.arguments_of(target, Side.PRO)[-1].id == moved.id
    assert sample_window.window.editor.current == target


def test_a_tab_opens_under_a_card_that_is_held_there(sample_window: Assembly, qtbot: QtBot) -> None:
    bar, mime = bar_of(sample_window), argument_mime(first_argument(sample_window.desk.dossier).id, "")
    assert hold(bar, mime, bar.tabRect(2).center())
    second = sample_window.desk.dossier.positions[1].id
    qtbot.waitUntil(lambda: sample_window.window.editor.current == second)


def test_a_card_is_dropped_on_a_position_in_the_outline(sample_window: Assembly) -> None:
    desk, outline = sample_window.desk, sample_window.window.outline
    moved = first_argument(desk.dossier)
    mime = argument_mime(moved.id, "")
    line = outline.findItems("2  ", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)[0]
    article = outline.findItems("ARTICLES", Qt.MatchFlag.MatchExactly)[0].child(0)
    assert article is not None
    assert not hold(outline.viewport(), mime, outline.visualItemRect(article).center())
    drop(outline.viewport(), mime, outline.visualItemRect(line).center())
    assert desk.dossier.get(Argument, moved.id).parent == desk.dossier.positions[1].id
    assert not line.font(0).bold()


def test_what_is_of_another_dossier_is_refused_in_words(sample_window: Assembly, qtbot: QtBot) -> None:
    before, bar = sample_window.desk.dossier, bar_of(sample_window)
    with qtbot.waitSignal(sample_window.commands.moving.hint):
        drop(bar, argument_mime(RecordId("elsewhere"), ""), bar.tabRect(2).center())
    with qtbot.waitSignal(sample_window.commands.moving.hint):
        sample_window.window.intents.evidence_dropped.emit(first_argument(before).id, "elsewhere")
    assert sample_window.desk.dossier is before


def test_evidence_is_carried_to_another_card(
    sample_window: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[RecordId] = []
    monkeypatch.setattr(shown, "drag_evidence", lambda _view, evidence, _words: carried.append(evidence))
    desk, window = sample_window.desk, sample_window.window
    view = next(each for each in window.findChildren(EvidenceView) if each.isVisible())
    QTest.mousePress(view, LEFT, pos=QPoint(10, 10))
    QTest.mouseMove(view, QPoint(40, 60))
    QTest.mouseRelease(view, LEFT, pos=QPoint(40, 60))
    assert carried == [view.evidence_id]
    given = desk.dossier.get(Evidence, view.evidence_id)
    there = desk.dossier.arguments_of(first_position(desk.dossier).id)
    other = next(
        each
        for each in there
        if given.passages not in [one.passages for one in desk.dossier.evidence_of(each.id)]
    )
    card = window.editor.card_of(other.id)
    assert card is not None
    drop(card, evidence_mime(given.id, ""), QPoint(5, 5))
    assert desk.dossier.get(Evidence, given.id).argument == other.id
    assert desk.undo_label == "Move Evidence"
