# SPDX-License-Identifier: MIT
"""The speech plan in the window: assigned from a card, moved by keys and by dragging, named and timed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent, QKeySequence, QPainter, QPixmap, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from dissoi.dossier import edits
from dissoi.dossier.debate import FORMAT_ID, DebateFormat, Floor, Speech
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.format_edits import choose_format
from dissoi.dossier.records import RecordId
from dissoi.dossier.speaking_time import time_used
from dissoi.dossier.speech_plan import (
    SpeechName,
    move_to_speech,
    planned_speeches,
    said_in,
    take_from_speech,
    unassigned,
)
from dissoi.gui.assembly import Assembly
from dissoi.gui.brief.debate_format import FormatDialog
from dissoi.gui.crossfire.dialog import CrossfireDialog
from dissoi.gui.editor.card_dragging import argument_mime
from dissoi.gui.speeches.dialog import SpeechPlanDialog
from dissoi.gui.speeches.dragging import MIME, Dragged, dragged_in
from dissoi.gui.speeches.time_bar import TIME, Time, TimeBar
from dissoi.gui.theme import LIGHT
from dissoi.storage.file import load
from dissoi.storage.formats import load_formats

FIRST, SECOND, CROSSFIRE = (
    SpeechName("First constructive"),
    SpeechName("Second constructive"),
    SpeechName("Crossfire"),
)
UNGUARDED, WITHOUT = RecordId("unguarded"), RecordId("without-washington")


@pytest.fixture
def plan(sample_window: Assembly, qtbot: QtBot) -> SpeechPlanDialog:
    """The plan of the sample dossier, open beside its window."""
    sample_window.actions["speech_plan"].trigger()
    dialog = sample_window.window.findChildren(SpeechPlanDialog)[0]
    qtbot.waitExposed(dialog)
    return dialog


def said(assembly: Assembly, name: SpeechName) -> list[str]:
    dossier = assembly.desk.dossier
    planned = planned_speeches(dossier, dossier.debate)
    return next([one.id for one in each.arguments] for each in planned if each.name == name)


def lines(plan: SpeechPlanDialog) -> list[str]:
    return [item.text(0) for item in plan.tree._items()]


def test_it_shows_the_speeches_in_order_with_what_they_say(plan: SpeechPlanDialog) -> None:
    shown = lines(plan)
    speeches = [item.text(0) for item in plan.tree._items() if item.parent() is None]
    assert shown[0] == "+ First constructive"
    assert shown[1] == "1: +1   A ceasefire that nobody guards will be broken."
    assert speeches == [
        f"{sign} {name}"
        for sign, name in (
            ("+", "First constructive"),
            ("−", "Second constructive"),
            ("±", "Crossfire"),
            ("+", "First rebuttal"),
            ("−", "Second rebuttal"),
            ("±", "Crossfire"),
            ("+", "First summary"),
            ("−", "Second summary"),
            ("±", "Grand crossfire"),
            ("+", "First final focus"),
            ("−", "Second final focus"),
        )
    ]


def test_time_used_is_shown_of_time_allowed(plan: SpeechPlanDialog, sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    planned = planned_speeches(dossier, dossier.debate)[0]
    item = plan.tree.topLevelItem(0)
    assert item is not None
    assert item.data(2, TIME) == Time(time_used(dossier, planned), 240)
    assert item.text(2) == "2:36 of 4:00, 1:24 left"
    plan.pace.setFocus()
    plan.pace.selectAll()
    QTest.keyClicks(plan.pace, "75")
    QTest.keyClick(plan.pace, Qt.Key.Key_Return)
    item = plan.tree.topLevelItem(0)
    assert item is not None
    assert item.text(2) == "5:13 of 4:00, 1:13 over"
    assert sample_window.desk.dossier.question.pace == 75


@pytest.mark.parametrize(
    ("used", "allowed", "told"),
    [(0, 240, "4:00"), (0, 0, ""), (30, 0, "0:30"), (250, 240, "4:10 of 4:00, 0:10 over")],
)
def test_times_as_words(used: float, allowed: float, told: str) -> None:
    assert Time(used, allowed).told == told


@pytest.mark.parametrize(("used", "warns"), [(240.3, False), (240.6, True)])
def test_the_bar_warns_only_of_what_is_told_as_over(qapp: QApplication, used: float, *, warns: bool) -> None:
    bar = QPixmap(200, 40)
    option = QStyleOptionViewItem()
    option.rect = bar.rect()
    model = QStandardItemModel(1, 1)
    model.setData(model.index(0, 0), Time(used, 240), TIME)
    holder = QWidget()
    painter = QPainter(bar)
    TimeBar(LIGHT, holder).paint(painter, option, model.index(0, 0))
    painter.end()
    tint = QColor(bar.toImage().pixelColor(20, 36))
    assert (tint.name() == LIGHT.warning) is warns
    assert (tint.name() == LIGHT.accent) is not warns


def test_keys_move_an_argument_within_its_speech_and_into_the_next(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    before = said(sample_window, FIRST)
    plan.tree.look_at((FIRST, UNGUARDED))
    plan.tree.setFocus()
    QTest.keyClick(plan.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: said(sample_window, FIRST)[:2] == [WITHOUT, UNGUARDED])
    assert plan.tree.place == (FIRST, UNGUARDED)
    for _ in range(len(before) - 1):
        QTest.keyClick(plan.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        QTest.qWait(1)
    qtbot.waitUntil(lambda: said(sample_window, SECOND)[0] == UNGUARDED)
    assert UNGUARDED not in said(sample_window, FIRST)
    assert plan.tree.place == (SECOND, UNGUARDED)
    QTest.keyClick(plan.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: said(sample_window, FIRST)[-1] == UNGUARDED)


def test_delete_takes_an_argument_out_and_undo_brings_it_back(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    plan.tree.look_at((FIRST, WITHOUT))
    plan.tree.setFocus()
    QTest.keyClick(plan.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: WITHOUT not in said(sample_window, FIRST))
    left = [each.id for each in unassigned(sample_window.desk.dossier)]
    assert WITHOUT in left
    assert WITHOUT in plan.left._arguments()
    plan.activateWindow()
    qtbot.waitUntil(plan.isActiveWindow)
    QTest.keyClick(plan.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: WITHOUT in said(sample_window, FIRST))


def test_arguments_are_taken_out_one_after_the_other(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    def is_left(count: int) -> bool:
        return len(said(sample_window, FIRST)) == count

    first, second, *_, before_last, last = said(sample_window, FIRST)
    plan.tree.look_at((FIRST, RecordId(first)))
    plan.tree.setFocus()
    QTest.keyClick(plan.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: plan.tree.place == (FIRST, second))
    plan.tree.look_at((FIRST, RecordId(last)))
    QTest.keyClick(plan.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: plan.tree.place == (FIRST, before_last))
    for left in range(len(said(sample_window, FIRST)) - 1, -1, -1):
        QTest.keyClick(plan.tree, Qt.Key.Key_Delete)
        qtbot.waitUntil(partial(is_left, left))
    qtbot.waitUntil(lambda: plan.tree.place == (FIRST, None))


def test_enter_says_what_is_not_said_yet_in_the_speech_looked_at(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    plan.tree.look_at((SECOND, None))
    argument = plan.left.argument
    assert argument is not None
    assert plan.say.text() == "← &Say in Second constructive"
    plan.left.setFocus()
    QTest.keyClick(plan.left, Qt.Key.Key_Return)
    assert said(sample_window, SECOND)[-1] == argument
    assert argument not in plan.left._arguments()
    assert plan.left.argument is not None


def test_a_drag_carries_an_argument_between_speeches() -> None:
    for dragged in (Dragged(UNGUARDED), Dragged(UNGUARDED, SpeechName("Crossfire", 2))):
        assert dragged_in(dragged.data()) == dragged
    for data in (b"", b"{}", b"[]", b'["a", "b"]', b'["a", "b", "c"]', b"7", b"\xff"):
        foreign = QMimeData()
        foreign.setData(MIME, data)
        assert dragged_in(foreign) is None


def dropped(
    plan: SpeechPlanDialog,
    data: QMimeData,
    place: QPoint,
    action: Qt.DropAction = Qt.DropAction.CopyAction,
) -> None:
    """A drop as Qt delivers it to the tree."""
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    plan.tree.dragEnterEvent(QDragEnterEvent(place, action, data, left, none))
    plan.tree.dragMoveEvent(QDragMoveEvent(place, action, data, left, none))
    plan.tree.dropEvent(QDropEvent(QPointF(place), action, data, left, none))


def test_dropping_on_a_speech_says_it_there_last(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    item = plan.tree.topLevelItem(1)
    assert item is not None
    dropped(plan, Dragged(UNGUARDED, FIRST).data(), plan.tree.visualItemRect(item).center())
    qtbot.waitUntil(lambda: said(sample_window, SECOND)[-1] == UNGUARDED)
    assert UNGUARDED not in said(sample_window, FIRST)


def test_dropping_between_two_arguments_says_it_there(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    item = plan.tree.topLevelItem(1)
    child = item and item.child(1)
    assert child is not None
    top = plan.tree.visualItemRect(child).topLeft() + QPoint(40, 0)
    dropped(plan, Dragged(UNGUARDED, FIRST).data(), top)
    qtbot.waitUntil(lambda: said(sample_window, SECOND)[1] == UNGUARDED)


def test_a_card_is_dropped_from_the_window(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    left = unassigned(sample_window.desk.dossier)[0]
    item = plan.tree.topLevelItem(1)
    assert item is not None
    place = plan.tree.visualItemRect(item).center()
    dropped(plan, argument_mime(left.id, left.claim), place, Qt.DropAction.MoveAction)
    qtbot.waitUntil(lambda: said(sample_window, SECOND)[-1] == left.id)


def test_moving_down_within_a_speech_by_a_drop_counts_itself(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    plan.tree.drop(Dragged(UNGUARDED, FIRST), FIRST, 2)
    qtbot.waitUntil(lambda: said(sample_window, FIRST)[:2] == [WITHOUT, UNGUARDED])


def test_a_speaker_is_named_in_place(plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot) -> None:
    plan.tree.look_at((SpeechName("Grand crossfire"), None))
    item = plan.tree.currentItem()
    assert item is not None
    assert item.text(1) == "all"
    plan.tree.setFocus()
    QTest.keyClick(plan.tree, Qt.Key.Key_F2)
    editor = plan.tree.findChildren(QLineEdit)[0]
    assert editor.text() == ""
    QTest.keyClicks(editor, "Everyone")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    grand = SpeechName("Grand crossfire").plan
    qtbot.waitUntil(lambda: grand in sample_window.desk.dossier.records)
    qtbot.waitUntil(lambda: "Everyone" in [each.text(1) for each in plan.tree._items()])


def test_giving_up_a_name_shows_again_whose_turn_it_is(plan: SpeechPlanDialog, qtbot: QtBot) -> None:
    plan.tree.look_at((SpeechName("Grand crossfire"), None))
    plan.tree.setFocus()
    QTest.keyClick(plan.tree, Qt.Key.Key_F2)
    QTest.keyClick(plan.tree.findChildren(QLineEdit)[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "all" in [each.text(1) for each in plan.tree._items()])


def test_a_note_is_written_on_the_speech_looked_at(plan: SpeechPlanDialog, sample_window: Assembly) -> None:
    plan.tree.look_at((FIRST, UNGUARDED))
    plan.note.setFocus()
    QTest.keyClicks(plan.note, "Slow")
    dossier = sample_window.desk.dossier
    assert planned_speeches(dossier, dossier.debate)[0].note == "Slow"
    assert plan.note.text() == "Slow"
    sample_window.desk.undo()
    assert plan.note.text() == ""


def test_one_side_can_be_shown_alone(plan: SpeechPlanDialog) -> None:
    plan.side.setCurrentIndex(1)
    plan.side.activated.emit(1)
    speeches = [item.text(0) for item in plan.tree._items() if item.parent() is None]
    assert {each[0] for each in speeches} == {"+", "±"}


def test_what_a_new_format_lacks_is_kept_and_shown_as_such(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    formats = load_formats(Path("nowhere")).known
    sample_window.desk.apply(choose_format("world-schools", formats["world-schools"]))
    assert "? First constructive – not in this format" in lines(plan)
    assert "1: +1   A ceasefire that nobody guards will be broken." in lines(plan)
    sample_window.desk.undo()
    assert "+ First constructive" in lines(plan)


def test_the_menu_of_an_argument_moves_it_or_says_it_once_more(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    plan.tree.look_at((FIRST, UNGUARDED))
    move, also = plan.menu().findChildren(QMenu)
    {each.text(): each for each in also.actions()}["± Crossfire"].trigger()
    assert set(said_in(sample_window.desk.dossier, UNGUARDED)) >= {FIRST, CROSSFIRE}
    {each.text(): each for each in move.actions()}["± Crossfire (2)"].trigger()
    assert UNGUARDED not in said(sample_window, FIRST)


def test_go_to_shows_the_argument_in_the_window(plan: SpeechPlanDialog, sample_window: Assembly) -> None:
    plan.tree.look_at((SECOND, RecordId("hostages")))
    next(each for each in plan.menu().actions() if each.text() == "&Go to the Argument").trigger()
    assert sample_window.window.editor.active == "hostages"


def test_an_argument_is_said_in_a_speech_from_its_card(sample_window: Assembly) -> None:
    argument = sample_window.desk.dossier.tree_of(sample_window.desk.dossier.positions[2].id)
    wanted = next(each for each in argument if not said_in(sample_window.desk.dossier, each.id))
    sample_window.window.guide.show_record(wanted.id)
    menu = sample_window.commands.speeches.menu()
    assert menu is not None
    actions = menu.actions()
    assert actions[0].text() == "&1  + First constructive, Pro 1"
    assert not any(each.isChecked() for each in actions)
    actions[5].trigger()
    assert said_in(sample_window.desk.dossier, wanted.id) == (SpeechName("Crossfire", 2),)
    menu = sample_window.commands.speeches.menu()
    assert menu is not None
    assert [each.isChecked() for each in menu.actions()].index(True) == 5
    menu.actions()[5].trigger()
    assert not said_in(sample_window.desk.dossier, wanted.id)


def test_keys_open_the_menu_of_speeches_the_plan_and_the_questions(
    sample_window: Assembly, qtbot: QtBot
) -> None:
    window = sample_window.window
    window.editor.edit_claim(UNGUARDED)
    field = window.focusWidget()
    assert field is not None
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field, Qt.Key.Key_J, control)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: SECOND in said_in(sample_window.desk.dossier, UNGUARDED))
    QTest.keyClick(field, Qt.Key.Key_J, control | Qt.KeyboardModifier.ShiftModifier)
    assert window.findChildren(SpeechPlanDialog)[0].isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(field, Qt.Key.Key_X, control | Qt.KeyboardModifier.ShiftModifier)
    assert window.findChildren(CrossfireDialog)[0].isVisible()


def test_saying_keeps_the_format_that_an_older_dossier_only_names(
    opened: Callable[[Dossier], Assembly], sample: Dossier
) -> None:
    assembly = opened(sample.without([RecordId("format")]))
    assembly.window.guide.show_record(UNGUARDED)
    menu = assembly.commands.speeches.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert assembly.desk.dossier.debate is not None
    assembly.actions["undo"].trigger()
    assert assembly.desk.dossier.debate is None


def test_the_plan_keeps_the_format_that_an_older_dossier_only_names(
    opened: Callable[[Dossier], Assembly], sample: Dossier, qtbot: QtBot
) -> None:
    assembly = opened(sample.without([RecordId("format")]))
    assembly.actions["speech_plan"].trigger()
    dialog = assembly.window.findChildren(SpeechPlanDialog)[0]
    qtbot.waitExposed(dialog)
    QTest.keyClicks(dialog.note, "Slow")
    assert assembly.desk.dossier.debate is not None
    assert dialog.note.text() == "Slow"


def test_a_plan_that_is_closed_catches_up_when_it_is_opened(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    plan.close()
    sample_window.desk.apply(take_from_speech(UNGUARDED, FIRST))
    assert "1: +1   A ceasefire that nobody guards will be broken." in lines(plan)[:2]
    sample_window.actions["speech_plan"].trigger()
    assert "1: +1   A ceasefire that nobody guards will be broken." not in lines(plan)[:2]


def test_nothing_can_be_changed_in_a_dossier_that_is_only_read(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    before = sample_window.desk.dossier
    sample_window.desk.locked = "Somebody else has it open."
    plan.refresh()
    plan.tree.look_at((FIRST, UNGUARDED))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(plan.tree, key)
    QTest.keyClick(plan.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(5)
    assert not plan.say.isEnabled()
    assert plan.note.isReadOnly()
    assert not plan.choose.isEnabled()
    assert sample_window.desk.dossier == before


def test_undo_brings_back_the_format_that_was_only_named(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    desk, formats = sample_window.desk, load_formats().known
    desk.apply(choose_format("apda"))
    desk.apply(choose_format("world-schools", formats["world-schools"]))
    desk.undo()
    first = SpeechName(formats["apda"].speeches[0].name)
    plan.tree.look_at((first, None))
    plan.left.chosen.emit(WITHOUT)
    assert desk.dossier.question.format == "apda"
    assert first in said_in(desk.dossier, WITHOUT)


def test_the_plan_comes_back_to_the_front_when_its_format_was_asked_for(
    plan: SpeechPlanDialog, sample_window: Assembly, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def ask(_dialog: FormatDialog) -> int:
        sample_window.window.activateWindow()
        return 0

    monkeypatch.setattr(FormatDialog, "exec", ask)
    plan.choose.click()
    qtbot.waitUntil(plan.isActiveWindow)


def test_a_format_that_is_not_on_this_computer_is_named(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    sample_window.desk.apply(choose_format("club-night"))
    assert "The debate format “club-night” is not on this computer." in [
        label.text() for label in plan.findChildren(QLabel)
    ]


def test_an_ampersand_in_the_name_of_a_speech_is_shown(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    debate = DebateFormat(
        id=FORMAT_ID, key="club", name="Club", speeches=(Speech(name="Q&A", side=Floor.BOTH, minutes=5),)
    )
    sample_window.desk.apply(choose_format("club", debate))
    plan.tree.look_at((SpeechName("Q&A"), None))
    assert plan.say.text() == "← &Say in Q&&A"
    assert QKeySequence.mnemonic(plan.say.text()).toString() == "Alt+S"
    assert "N&ote on Q&&A" in [label.text() for label in plan.findChildren(QLabel)]


def test_a_pace_that_is_typed_is_kept_when_the_window_is_closed_at_once(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    plan.pace.setFocus()
    plan.pace.selectAll()
    QTest.keyClicks(plan.pace, "222")
    sample_window.window.close()
    assert load(sample_window.desk.path).question.pace == 222


def test_a_note_and_a_pace_have_no_history_of_their_own(
    plan: SpeechPlanDialog, sample_window: Assembly
) -> None:
    desk, control = sample_window.desk, Qt.KeyboardModifier.ControlModifier
    before = desk.dossier
    for field, typed in ((plan.note, "Slowly"), (plan.pace, "222")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
        shown, after = plan.pace.value(), desk.dossier
        assert after != before
        QTest.keyClick(field, Qt.Key.Key_Z, control)
        assert (desk.dossier, plan.note.text(), plan.pace.value()) == (before, "", 150)
        assert desk.redo_label
        QTest.keyClick(field, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
        assert (desk.dossier, plan.pace.value()) == (after, shown)
        desk.undo()


def test_typing_a_pace_is_one_step_to_undo(plan: SpeechPlanDialog, sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    plan.pace.setFocus()
    plan.pace.selectAll()
    QTest.keyClicks(plan.pace, "100")
    for _ in range(3):
        QTest.keyClick(plan.pace, Qt.Key.Key_Up)
    assert sample_window.desk.dossier.question.pace == 115
    plan.tree.setFocus()
    sample_window.desk.undo()
    assert sample_window.desk.dossier == before


def test_that_an_argument_is_the_other_sides_is_seen_however_long_it_is(
    plan: SpeechPlanDialog, sample_window: Assembly, qtbot: QtBot
) -> None:
    claim = "It provokes, as anybody knows who has read what was written about it so far. " * 3
    sample_window.desk.apply(edits.write_claim(UNGUARDED, claim))
    sample_window.desk.apply(move_to_speech(UNGUARDED, FIRST, SECOND, 0))
    foreign = next(each for each in plan.tree._items() if "other side" in each.text(0))
    plan.resize(plan.minimumSizeHint())
    area = plan.tree.visualItemRect(foreign)
    sign = foreign.text(0).partition(")")[0] + ")"
    room = plan.tree.columnWidth(0) + plan.tree.columnWidth(1) - area.left()
    assert plan.tree.fontMetrics().horizontalAdvance(f"{sign}…") < room
