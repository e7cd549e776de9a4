# SPDX-License-Identifier: MIT
"""The editor: cards are edited in place, and every change can be undone by its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.briefing import cases
from tests.briefing.cases import REPORT, bridge
from tests.gui.conftest import first_argument, first_position

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Holder, Position, RecordId, Side
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor import marks
from dissoi.gui.editor.answering import AnswerButtons
from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.column import AddButton
from dissoi.gui.editor.evidence import EvidenceView, shown_evidence
from dissoi.gui.editor.field import Field
from dissoi.gui.editor.position_page import PositionPage
from dissoi.gui.editor.weight import WeightDots
from dissoi.gui.outline.outline import Outline


def card(assembly: Assembly, argument: str) -> ArgumentCard:
    found = [each for each in assembly.window.findChildren(ArgumentCard) if each.argument_id == argument]
    assert len(found) == 1
    return found[0]


def field(parent: ArgumentCard, name: str) -> Field:
    """The field of the card itself, not of an answer in it."""
    own = parent.findChildren(Field, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next(each for each in own if each.accessibleName() == name)


def click(widget: Field) -> None:
    QTest.mouseClick(widget.viewport(), Qt.MouseButton.LeftButton)


def typed(widget: Field, text: str) -> None:
    click(widget)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


def test_what_is_typed_into_a_claim_is_in_the_dossier(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    typed(field(card(sample_window, argument.id), "Claim"), "Fewer words")
    assert sample_window.desk.dossier.get(Argument, argument.id).claim == "Fewer words"


def test_typing_is_one_step_and_undo_names_it(sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    argument = first_argument(before)
    claim = field(card(sample_window, argument.id), "Claim")
    typed(claim, "One")
    assert sample_window.actions["undo"].text() == "&Undo Edit Claim"
    sample_window.actions["undo"].trigger()
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier == before
    assert claim.toPlainText() == argument.claim
    sample_window.actions["redo"].trigger()
    assert sample_window.desk.dossier != before


@pytest.mark.parametrize(
    ("typed_keys", "text"),
    [
        ("- One\rtwo", "- One\n- two"),
        ("- One\r\rNo item", "- One\n\nNo item"),
        ("9. One\rtwo", "9. One\n10. two"),
        ("1) One\rtwo\r\rNo item", "1) One\n2) two\n\nNo item"),
        ("  * One\rtwo", "  * One\n  * two"),
        ("-One\rtwo", "-One\ntwo"),
        ("In 1990. One\rtwo", "In 1990. One\ntwo"),
    ],
)
def test_return_goes_on_with_a_list(sample_window: Assembly, typed_keys: str, text: str) -> None:
    argument = first_argument(sample_window.desk.dossier)
    before = sample_window.desk.dossier
    reasoning = field(card(sample_window, argument.id), "Reasoning")
    typed(reasoning, typed_keys)
    assert sample_window.desk.dossier.get(Argument, argument.id).reasoning == text
    sample_window.actions["undo"].trigger()
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier == before


def test_return_within_the_mark_of_an_item_is_a_line(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    reasoning = field(card(sample_window, argument.id), "Reasoning")
    typed(reasoning, "- One")
    QTest.keyClick(reasoning, Qt.Key.Key_Home)
    QTest.keyClick(reasoning, Qt.Key.Key_Return)
    assert sample_window.desk.dossier.get(Argument, argument.id).reasoning == "\n- One"
    QTest.keyClick(reasoning, Qt.Key.Key_Right)
    QTest.keyClick(reasoning, Qt.Key.Key_Right)
    QTest.keyClick(reasoning, Qt.Key.Key_Return)
    assert sample_window.desk.dossier.get(Argument, argument.id).reasoning == "\n- \nOne"


def test_ctrl_z_in_a_field_undoes_in_the_window(sample_window: Assembly, qtbot: QtBot) -> None:
    before = sample_window.desk.dossier
    argument = first_argument(before)
    reasoning = field(card(sample_window, argument.id), "Reasoning")
    click(reasoning)
    QTest.keyClicks(reasoning, "x")
    assert sample_window.desk.dossier != before
    QTest.keyClick(reasoning, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sample_window.desk.dossier == before)


def test_a_left_field_shows_its_look_and_an_edited_one_its_source(
    opened: Callable[[Dossier], Assembly],
) -> None:
    position, argument = RecordId("p"), RecordId("a")
    dossier = Dossier()
    for edit in (
        edits.add_position(position, "Yes"),
        edits.add_argument(argument, position, Side.PRO, "Claim"),
        edits.write_reasoning(argument, "It is **so**"),
    ):
        dossier = edit.run(dossier)
    shown = card(opened(dossier), argument)
    reasoning = field(shown, "Reasoning")
    assert reasoning.toPlainText() == "It is so"
    reasoning.setFocus()
    assert reasoning.toPlainText() == "It is **so**"
    field(shown, "Claim").setFocus()
    assert reasoning.toPlainText() == "It is so"
    assert reasoning.text == "It is **so**"


def test_an_edit_made_elsewhere_keeps_the_caret_where_its_words_are(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    claim = field(card(sample_window, argument.id), "Claim")
    typed(claim, "x")
    claim.insertPlainText(" The 😀 end")
    caret = claim.textCursor()
    caret.setPosition(7)
    claim.setTextCursor(caret)
    sample_window.desk.apply(edits.write_claim(argument.id, "x The 😀 other end"))
    assert claim.toPlainText() == "x The 😀 other end"


def test_adding_an_argument_puts_the_caret_into_its_claim(sample_window: Assembly, qtbot: QtBot) -> None:
    sample_window.actions["add_con"].trigger()
    dossier = sample_window.desk.dossier
    added = dossier.arguments_of(first_position(dossier).id, Side.CON)[-1]
    focus = QApplication.focusWidget()
    assert isinstance(focus, Field)
    QTest.keyClicks(focus, "New one")
    assert sample_window.desk.dossier.get(Argument, added.id).claim == "New one"
    assert sample_window.actions["undo"].text() == "&Undo Edit Claim"


def test_the_button_under_a_column_adds_there(sample_window: Assembly) -> None:
    position = first_position(sample_window.desk.dossier)
    before = len(sample_window.desk.dossier.arguments_of(position.id, Side.PRO))
    buttons = sample_window.window.editor.findChildren(QPushButton)
    button = next(each for each in buttons if "pro argument" in each.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(sample_window.desk.dossier.arguments_of(position.id, Side.PRO)) == before + 1


def test_an_answer_is_added_below_the_argument_being_edited(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    shown = card(sample_window, argument.id)
    before = len(sample_window.desk.dossier.answers_to(argument.id))
    click(field(shown, "Claim"))
    (buttons,) = shown.findChildren(AnswerButtons, options=Qt.FindChildOption.FindDirectChildrenOnly)
    attack, support = buttons.findChildren(QToolButton)
    assert (attack.text(), support.text()) == ("↳ − Attack it", "↳ + Support it")
    assert attack.isVisible()
    QTest.mouseClick(attack, Qt.MouseButton.LeftButton)
    answers = sample_window.desk.dossier.answers_to(argument.id)
    assert len(answers) == before + 1
    assert answers[-1].side is Side.CON
    assert sample_window.window.editor.active == answers[-1].id


def test_an_answer_has_the_sign_of_the_side_that_speaks_and_its_number(sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    tops = dossier.arguments_of(first_position(dossier).id, Side.CON)
    attacks = (each for top in tops for each in dossier.answers_to(top.id) if each.side is Side.CON)
    attack = next(attacks)
    added = RecordId("own")
    sample_window.desk.apply(edits.answer(added, attack.id, Side.CON, "Ours"))
    number, own = sample_window.desk.dossier.number_of(added), card(sample_window, added)
    assert [each.text() for each in own.findChildren(QLabel)][:2] == ["↳ −", number]
    assert card(sample_window, attack.id).findChildren(QLabel)[0].text() == "↳ +"
    above = dossier.number_of(attack.id)
    assert own.accessibleName() == f"{number} against, answers {above}: Ours"
    click(field(own, "Claim"))
    (buttons,) = own.findChildren(AnswerButtons, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert [each.text() for each in buttons.findChildren(QToolButton)] == ["↳ + Attack it", "↳ − Support it"]


DEEP = "Weapons delivered at the last moment arrive without the crews that were to use them"


def test_a_deep_claim_that_is_edited_goes_below_its_number(sample_window: Assembly, qtbot: QtBot) -> None:
    argument = first_argument(sample_window.desk.dossier).id
    for level in range(5):
        added = RecordId(f"deep{level}")
        sample_window.desk.apply(edits.answer(added, argument, Side.PRO, DEEP))
        argument = added
    sample_window.window.guide.edit_argument(argument)
    deep, top = (
        card(sample_window, argument),
        card(sample_window, first_argument(sample_window.desk.dossier).id),
    )
    claim, dots = field(deep, "Claim"), deep.findChildren(WeightDots)[0]
    letters = claim.fontMetrics().averageCharWidth()
    qtbot.waitUntil(lambda: claim.hasFocus() and claim.geometry().top() >= dots.geometry().bottom())
    assert claim.width() > 16 * letters
    assert claim.geometry().right() <= deep.width()
    assert field(top, "Claim").geometry().top() < top.findChildren(WeightDots)[0].geometry().bottom()
    sample_window.window.resize(2600, 900)
    qtbot.waitUntil(lambda: claim.geometry().top() < dots.geometry().bottom())
    assert claim.hasFocus()
    assert claim.geometry().right() < dots.geometry().left()


def test_numbers_of_deep_answers_are_shortened_where_room_is_scarce() -> None:
    assert marks.short_number("−1.2.3.4") == "−1.2.3.4"
    assert marks.short_number("+10.2.3.4.5.60") == "level 6 …5.60"
    chain = ["+1" + ".1" * level for level in range(12)]
    assert len(set(map(marks.short_number, chain))) == len(chain)


def test_weight_side_place_and_removal_by_action(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    click(field(card(sample_window, argument.id), "Claim"))
    actions, desk = sample_window.actions, sample_window.desk
    actions["weight_1"].trigger()
    assert desk.dossier.get(Argument, argument.id).weight == 1
    actions["move_down"].trigger()
    assert desk.dossier.number_of(argument.id) == "+2"
    actions["move_up"].trigger()
    assert desk.dossier.number_of(argument.id) == "+1"
    actions["switch_side"].trigger()
    assert desk.dossier.get(Argument, argument.id).side is Side.CON
    assert card(sample_window, argument.id).accessibleName().startswith("−")
    actions["remove_argument"].trigger()
    assert desk.dossier.find(Argument, argument.id) is None
    actions["undo"].trigger()
    assert desk.dossier.find(Argument, argument.id) is not None


def test_once_an_argument_is_removed_its_neighbour_is_edited(sample_window: Assembly) -> None:
    desk, editor = sample_window.desk, sample_window.window.editor
    position = first_position(desk.dossier)
    there = [each.id for each in desk.dossier.arguments_of(position.id, Side.PRO)]
    editor.edit_claim(there[1])
    sample_window.actions["remove_argument"].trigger()
    assert editor.active == there[2]
    sample_window.actions["remove_argument"].trigger()
    assert editor.active == there[0]
    sample_window.actions["remove_argument"].trigger()
    assert (editor.active, desk.dossier.arguments_of(position.id, Side.PRO)) == ("", ())


def test_cutting_outside_a_card_says_what_it_needs(sample_window: Assembly) -> None:
    sample_window.window.editor.edit_position(first_position(sample_window.desk.dossier).id)
    sample_window.actions["cut_card"].trigger()
    assert "Click the argument" in sample_window.window.statusBar().currentMessage()


def test_a_digit_brings_the_caret_into_a_position(sample_window: Assembly) -> None:
    sample_window.window.article.reader.setFocus()
    sample_window.actions["position_2"].trigger()
    focus = sample_window.window.focusWidget()
    assert isinstance(focus, Field)
    assert focus.text == sample_window.desk.dossier.positions[1].statement


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_buttons_that_look_like_links_are_pressed_by_return(sample_window: Assembly, key: Qt.Key) -> None:
    desk = sample_window.desk
    before = desk.dossier
    button = next(each for each in sample_window.window.findChildren(AddButton) if each.isVisible())
    button.setFocus()
    QTest.keyClick(button, key)
    assert len(desk.dossier.arguments) == len(before.arguments) + 1


def test_a_click_on_a_dot_weighs(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    dots = card(sample_window, argument.id).findChildren(WeightDots)[0]
    QTest.mouseClick(dots, Qt.MouseButton.LeftButton, pos=QPoint(15, 9))
    assert sample_window.desk.dossier.get(Argument, argument.id).weight == 2
    assert dots.accessibleName() == "Weight 2 of 5"


def test_a_weight_is_given_from_the_keyboard(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    dots = card(sample_window, argument.id).findChildren(WeightDots)[0]
    assert dots.focusPolicy() & Qt.FocusPolicy.TabFocus
    dots.setFocus()
    for key, weight in ((Qt.Key.Key_2, 2), (Qt.Key.Key_Right, 3), (Qt.Key.Key_Down, 2), (Qt.Key.Key_9, 2)):
        QTest.keyClick(dots, key)
        assert sample_window.desk.dossier.get(Argument, argument.id).weight == weight


def test_evidence_leads_to_its_passage(sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    argument = next(each for each in dossier.arguments if dossier.evidence_of(each.id))
    evidence = dossier.evidence_of(argument.id)[0]
    view = card(sample_window, argument.id).findChildren(EvidenceView)[0]
    assert dossier.quotation(evidence) in view.accessibleName()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    assert sample_window.window.article.article_id == dossier.article_of(evidence).id


def test_evidence_makes_its_argument_the_one_being_edited(sample_window: Assembly) -> None:
    dossier, editor = sample_window.desk.dossier, sample_window.window.editor
    arguments = [
        each for each in dossier.arguments_of(first_position(dossier).id) if dossier.evidence_of(each.id)
    ]
    for argument in (arguments[1], arguments[0]):
        evidence = dossier.evidence_of(argument.id)[0]
        view = card(sample_window, argument.id).findChildren(EvidenceView)[0]
        QTest.mouseClick(view, Qt.MouseButton.LeftButton)
        assert editor.active == argument.id
        shown = sample_window.window.article.reader._marks.find(evidence.passages[0])
        assert shown is not None
        assert shown.passage.current


def test_positions_are_tabs_that_come_and_go(sample_window: Assembly) -> None:
    tabs = sample_window.window.editor.tabs
    assert tabs.current == first_position(sample_window.desk.dossier).id
    sample_window.actions["add_position"].trigger()
    added = sample_window.desk.dossier.positions[-1]
    assert tabs.current == added.id
    focus = QApplication.focusWidget()
    assert isinstance(focus, Field)
    QTest.keyClicks(focus, "A fifth way")
    assert sample_window.desk.dossier.get(Position, added.id).statement == "A fifth way"
    sample_window.actions["remove_position"].trigger()
    assert sample_window.desk.dossier.find(Position, added.id) is None
    assert tabs.current in {each.id for each in sample_window.desk.dossier.positions}


def test_a_position_is_moved(sample_window: Assembly) -> None:
    first = first_position(sample_window.desk.dossier)
    sample_window.actions["position_right"].trigger()
    assert sample_window.desk.dossier.positions[1].id == first.id
    assert sample_window.window.editor.tabs.current == first.id


def test_the_question_page_edits_question_background_and_definitions(
    sample_window: Assembly, qtbot: QtBot
) -> None:
    sample_window.actions["question"].trigger()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Field)
    typed(focus, "Why?")
    assert sample_window.desk.dossier.question.text == "Why?"
    before = len(sample_window.desk.dossier.definitions)
    sample_window.actions["definition"].trigger()
    term = QApplication.focusWidget()
    assert isinstance(term, Field)
    qtbot.waitUntil(term.isVisible)
    QTest.keyClicks(term, "Truce")
    QTest.keyClick(term, Qt.Key.Key_Return)
    meaning = QApplication.focusWidget()
    assert isinstance(meaning, Field)
    assert meaning.accessibleName() == "Meaning"
    QTest.keyClicks(meaning, "A pause")
    definitions = sample_window.desk.dossier.definitions
    assert len(definitions) == before + 1
    assert (definitions[-1].term, definitions[-1].meaning) == ("Truce", "A pause")


def test_undo_shows_where_it_changed_something(sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    argument = first_argument(dossier)
    typed(field(card(sample_window, argument.id), "Claim"), "Elsewhere soon")
    sample_window.window.editor.tabs.choose(dossier.positions[2].id)
    sample_window.actions["undo"].trigger()
    assert sample_window.window.editor.tabs.current == dossier.positions[0].id
    assert sample_window.window.editor.active == argument.id


def test_many_arguments_are_made_while_idle_and_found_at_once(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    position = RecordId("p")
    dossier = edits.add_position(position, "Yes").run(Dossier())
    for number in range(60):
        dossier = edits.add_argument(RecordId(f"a{number}"), position, Side.PRO, f"Claim {number}").run(
            dossier
        )
    assembly = opened(dossier)
    assembly.window.editor.reveal(RecordId("a59"))
    assert assembly.window.editor.active == "a59"
    shown = [each.argument_id for each in assembly.window.findChildren(ArgumentCard)]
    qtbot.waitUntil(lambda: len(assembly.window.findChildren(ArgumentCard)) == 60)
    assert "a59" in shown


def test_a_page_beside_is_brought_up_to_date_when_it_is_shown(sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    tabs = sample_window.window.editor.tabs
    tabs.choose(dossier.positions[1].id)
    argument = dossier.arguments_of(dossier.positions[1].id)[0]
    tabs.choose(dossier.positions[0].id)
    sample_window.desk.apply(edits.write_claim(argument.id, "Changed meanwhile"))
    tabs.choose(dossier.positions[1].id)
    assert field(card(sample_window, argument.id), "Claim").text == "Changed meanwhile"


def test_a_page_beside_is_as_narrow_as_the_editor_has_become(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    held = cases.position("p1", "Build", Holder(name="Tomas Lind"))
    long = cases.argument("long", "p1", claim="Whoever builds must ask every tenant what they lose. " * 20)
    assembly = opened(Dossier().with_records(cases.question(), held, cases.position("p2", "Wait"), long))
    control, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    pressed = (
        (Qt.Key.Key_1, control),
        (Qt.Key.Key_2, control),
        (Qt.Key.Key_F8, none),
        (Qt.Key.Key_1, control),
    )
    for key, held_down in pressed:
        QTest.keyClick(assembly.window, key, held_down)
        qtbot.wait(250)  # what is shown settles
    shown = card(assembly, "long")
    page = next(each for each in assembly.window.findChildren(PositionPage) if each.isVisible())
    assert shown.mapTo(page, shown.rect().topRight()).x() < page.viewport().width()


def test_an_argument_that_is_shown_can_be_answered_at_once(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    assert not sample_window.actions["attack"].isEnabled()
    sample_window.window.editor.reveal(argument.id)
    assert sample_window.actions["attack"].isEnabled()


def test_an_argument_out_of_sight_is_not_the_one_being_edited(sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    sample_window.window.editor.reveal(first_argument(dossier).id)
    sample_window.window.editor.tabs.choose(dossier.positions[1].id)
    assert not sample_window.window.editor.active
    assert not sample_window.actions["remove_argument"].isEnabled()


def test_no_break_spaces_stay_when_something_is_typed_beside_them(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    claim = field(card(sample_window, argument.id), "Claim")
    sample_window.desk.apply(edits.write_claim(argument.id, "25\u00a0% more"))
    click(claim)
    QTest.keyClick(claim, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(claim, "!")
    assert sample_window.desk.dossier.get(Argument, argument.id).claim == "25\u00a0% more!"


def test_all_words_of_a_card_show_from_the_first_picture(
    opened: Callable[[Dossier], Assembly], sample: Dossier
) -> None:
    shown = opened(sample).window.editor.findChildren(Field)
    seen = [each for each in shown if not each.visibleRegion().isEmpty()]
    assert len(seen) > 5
    for each in seen:
        assert each.height() == each.heightForWidth(each.width())
        assert each.document().size().height() <= each.height()


def test_a_field_grows_with_what_is_typed(sample_window: Assembly, qtbot: QtBot) -> None:
    argument = first_argument(sample_window.desk.dossier)
    claim = field(card(sample_window, argument.id), "Claim")
    before = claim.height()
    typed(claim, "many words " * 12)
    qtbot.waitUntil(lambda: claim.height() > before)
    assert claim.document().size().height() <= claim.height()


def test_cards_in_view_are_there_at_once_and_the_rest_soon(
    opened: Callable[[Dossier], Assembly], sample: Dossier, qtbot: QtBot
) -> None:
    position = first_position(sample)
    for number in range(30):
        added = RecordId(f"added-{number}")
        sample = edits.add_argument(added, position.id, Side.PRO).run(sample)
        sample = edits.write_claim(added, f"Claim {number}").run(sample)
    window = opened(sample).window
    expected = {argument.id for argument in sample.tree_of(position.id)}

    def made() -> list[ArgumentCard]:
        return window.editor.findChildren(ArgumentCard)

    assert len(made()) < len(expected)
    lowest = max(each.mapTo(window, QPoint(0, each.height())).y() for each in made())
    assert lowest > window.editor.height()
    qtbot.waitUntil(lambda: {each.argument_id for each in made()} == expected)


def test_evidence_of_alike_cites_is_told_apart() -> None:
    """No widgets: what a card shows of evidence."""
    dossier = bridge()
    evidence = next(iter(dossier.evidence_of(RecordId("a1"))))
    assert shown_evidence(dossier, evidence).cite.startswith("Ruiz 24,")
    twin = REPORT.model_copy(update={"id": RecordId("twin"), "title": "A twin"})
    assert shown_evidence(dossier.with_records(twin), evidence).cite.startswith("Ruiz 24b,")


@pytest.mark.parametrize("added", ["argument", "position"])
def test_the_keyboard_stays_in_the_editor_when_undo_takes_what_has_it(
    sample_window: Assembly, added: str
) -> None:
    window = sample_window.window
    sample_window.actions[f"add_{'pro' if added == 'argument' else added}"].trigger()
    focus = window.focusWidget()
    assert focus is not None
    assert window.editor.isAncestorOf(focus)
    given: list[QWidget | None] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(lambda _before, now: given.append(now))
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert [each for each in given if isinstance(each, Field | Outline)] == []
    now = window.focusWidget()
    assert now is not None
    assert window.editor.isAncestorOf(now)
    assert not window.editor.active
