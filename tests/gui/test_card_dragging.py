# SPDX-License-Identifier: MIT
"""Cards are carried to other places in their column, or to the other side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import first_argument, first_position

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, RecordId, Side
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor import card as cards
from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.card_dragging import ARGUMENT_TYPE, argument_mime, dragged_argument
from dissoi.gui.editor.column import SideColumn

COPY, MOVE, LEFT = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def column(assembly: Assembly, side: Side) -> SideColumn:
    return assembly.window.findChildren(SideColumn)[list(Side).index(side)]


def carry(target: SideColumn, mime: QMimeData, height: int) -> None:
    place = QPoint(20, height)
    for event in (
        QDragEnterEvent(place, MOVE, mime, LEFT, NONE),
        QDragMoveEvent(place, MOVE, mime, LEFT, NONE),
    ):
        QApplication.sendEvent(target, event)
        assert event.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(place), MOVE, mime, LEFT, NONE))


def order(dossier: Dossier, side: Side) -> list[RecordId]:
    return [each.id for each in dossier.arguments_of(first_position(dossier).id, side)]


def test_a_card_is_carried_to_the_end_of_its_column_and_back(sample_window: Assembly) -> None:
    desk, target = sample_window.desk, column(sample_window, Side.PRO)
    before = order(desk.dossier, Side.PRO)
    mime = argument_mime(before[0], "")
    carry(target, mime, target.height() - 1)
    assert order(desk.dossier, Side.PRO) == [*before[1:], before[0]]
    assert desk.undo_label == "Move Argument"
    carry(target, mime, 1)
    assert order(desk.dossier, Side.PRO) == before


def test_a_card_dropped_where_it_was_changes_nothing(sample_window: Assembly) -> None:
    desk, target = sample_window.desk, column(sample_window, Side.PRO)
    before = desk.dossier
    carry(target, argument_mime(first_argument(before).id, ""), 1)
    assert desk.dossier is before


def test_a_card_is_carried_to_the_other_side(sample_window: Assembly) -> None:
    desk = sample_window.desk
    moved = first_argument(desk.dossier)
    carry(column(sample_window, Side.CON), argument_mime(moved.id, ""), 1)
    assert desk.dossier.get(Argument, moved.id).side is Side.CON
    assert desk.dossier.number_of(moved.id) == "−1"


def test_an_answer_is_made_an_argument_of_its_own(sample_window: Assembly) -> None:
    desk = sample_window.desk
    answer = next(each for each in desk.dossier.arguments if desk.dossier.find(Argument, each.parent))
    carry(column(sample_window, Side.CON), argument_mime(answer.id, ""), 1)
    assert desk.dossier.get(Argument, answer.id).parent == first_position(desk.dossier).id


def test_a_card_of_another_dossier_is_refused_in_words(sample_window: Assembly, qtbot: QtBot) -> None:
    before = sample_window.desk.dossier
    with qtbot.waitSignal(sample_window.commands.arguments.hint):
        carry(column(sample_window, Side.PRO), argument_mime(RecordId("elsewhere"), ""), 1)
    assert sample_window.desk.dossier is before


def test_pulling_a_card_by_its_edge_carries_it(
    sample_window: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[RecordId] = []
    monkeypatch.setattr(cards, "drag_card", lambda _card, argument, _claim: carried.append(argument))
    argument = first_argument(sample_window.desk.dossier)
    found = [
        each for each in sample_window.window.findChildren(ArgumentCard) if each.argument_id == argument.id
    ]
    QTest.mousePress(found[0], LEFT, pos=QPoint(4, 20))
    QTest.mouseMove(found[0], QPoint(6, 21))
    assert not carried
    QTest.mouseMove(found[0], QPoint(40, 60))
    QTest.mouseRelease(found[0], LEFT, pos=QPoint(40, 60))
    assert carried == [argument.id]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"x" * 101])
def test_other_data_names_no_argument(data: bytes) -> None:
    mime = QMimeData()
    mime.setData(ARGUMENT_TYPE, data)
    assert dragged_argument(mime) is None
    assert dragged_argument(QMimeData()) is None
