# SPDX-License-Identifier: MIT
"""Words of the article become arguments, evidence and highlights, by key, bar, menu and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Answers, first_argument, first_position

from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, Passage, Side
from dissoi.gui.article.dragging import passage_mime
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.column import SideColumn

entering = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")


def shown_article(assembly: Assembly) -> Article:
    return assembly.desk.dossier.get(Article, assembly.window.article.article_id)


def words_at(article: Article, words: str) -> tuple[int, int]:
    start = article.text.index(words)
    return start, start + len(words)


def test_p_makes_a_pro_argument_tied_to_its_passage(sample_window: Assembly) -> None:
    article = shown_article(sample_window)
    start, end = words_at(article, "who said what and when")
    sample_window.commands.articles.quote("pro", start, end)
    dossier = sample_window.desk.dossier
    added = dossier.arguments_of(first_position(dossier).id, Side.PRO)[-1]
    assert dossier.quotation(dossier.evidence_of(added.id)[0]) == "who said what and when"
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Claimed")
    assert sample_window.desk.dossier.get(type(added), added.id).claim == "Claimed"


def test_a_word_cut_by_the_selection_is_quoted_whole(sample_window: Assembly) -> None:
    start, end = words_at(shown_article(sample_window), "ho said what and whe")
    sample_window.commands.articles.quote("con", start, end)
    dossier = sample_window.desk.dossier
    added = dossier.arguments_of(first_position(dossier).id, Side.CON)[-1]
    assert dossier.quotation(dossier.evidence_of(added.id)[0]) == "who said what and when"


def test_e_needs_an_argument_being_edited_and_says_so(sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    start, end = words_at(shown_article(sample_window), "who said what")
    sample_window.commands.articles.quote("evidence", start, end)
    assert sample_window.desk.dossier == before
    assert "Click the argument" in sample_window.window.statusBar().currentMessage()


def test_e_ties_evidence_once(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    sample_window.window.editor.reveal(argument.id)
    before = len(sample_window.desk.dossier.evidence_of(argument.id))
    start, end = words_at(shown_article(sample_window), "who said what")
    for _ in range(2):
        sample_window.commands.articles.quote("evidence", start, end)
    assert len(sample_window.desk.dossier.evidence_of(argument.id)) == before + 1
    assert sample_window.actions["undo"].text() == "&Undo Add Evidence"


def test_what_evidence_was_added_to_is_told(sample_window: Assembly) -> None:
    second = sample_window.desk.dossier.arguments_of(first_position(sample_window.desk.dossier).id, Side.PRO)[
        1
    ]
    sample_window.window.editor.reveal(second.id)
    start, end = words_at(shown_article(sample_window), "who said what")
    sample_window.commands.articles.quote("evidence", start, end)
    assert sample_window.window.statusBar().currentMessage() == "Evidence added to +2."


def test_words_stay_in_hand_while_a_position_is_chosen_by_key(sample_window: Assembly) -> None:
    window, second = sample_window.window, sample_window.desk.dossier.positions[1]
    reader = window.article.reader
    start, end = words_at(shown_article(sample_window), "who said what")
    reader.setFocus()
    reader.select(start, end)
    QTest.keyClick(reader, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.position == second.id
    before = sample_window.desk.dossier
    assert QApplication.focusWidget() is reader
    QTest.keyClick(reader, Qt.Key.Key_E)
    assert sample_window.desk.dossier == before
    QTest.keyClick(reader, Qt.Key.Key_P)
    added = sample_window.desk.dossier.arguments_of(second.id, Side.PRO)[-1]
    assert [item.argument for item in sample_window.desk.dossier.evidence_of(added.id)] == [added.id]
    assert before.find(type(added), added.id) is None


def test_without_words_a_position_chosen_by_key_has_the_caret(sample_window: Assembly) -> None:
    reader = sample_window.window.article.reader
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Position"


def test_h_marks_and_unmarks(sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    start, end = words_at(shown_article(sample_window), "who said what")
    sample_window.commands.articles.quote("highlight", start, end)
    assert len(list(sample_window.desk.dossier.all(Passage))) == len(list(before.all(Passage))) + 1
    sample_window.commands.articles.quote("highlight", start, end)
    assert sample_window.desk.dossier == before


def drop(target: ArgumentCard | SideColumn, mime: QMimeData) -> None:
    place = QPoint(20, 5)
    # Qt delivers a drop only where a drag has entered.
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(place, copy, mime, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(place), copy, mime, left, none))


@entering
def test_words_dropped_on_a_card_become_its_evidence(sample_window: Assembly) -> None:
    article = shown_article(sample_window)
    argument = first_argument(sample_window.desk.dossier)
    cards = sample_window.window.findChildren(ArgumentCard)
    target = next(each for each in cards if each.argument_id == argument.id)
    before = len(sample_window.desk.dossier.evidence_of(argument.id))
    mime = passage_mime(article, *words_at(article, "who said what"))
    drop(target, mime)
    assert len(sample_window.desk.dossier.evidence_of(argument.id)) == before + 1


@entering
def test_words_dropped_on_a_column_become_an_argument(sample_window: Assembly) -> None:
    article = shown_article(sample_window)
    position = first_position(sample_window.desk.dossier)
    before = len(sample_window.desk.dossier.arguments_of(position.id))
    mime = passage_mime(article, *words_at(article, "who said what"))
    drop(sample_window.window.findChildren(SideColumn)[0], mime)
    assert len(sample_window.desk.dossier.arguments_of(position.id)) == before + 1


@entering
def test_words_of_a_copy_of_the_dossier_that_reads_otherwise_are_not_taken_for_others(
    sample_window: Assembly,
) -> None:
    article = shown_article(sample_window)
    place = words_at(article, "who said what")
    there = article.model_copy(update={"blocks": (plain_block("New."), *article.blocks)})
    before = sample_window.desk.dossier
    argument = first_argument(before)
    cards = sample_window.window.findChildren(ArgumentCard)
    card = next(each for each in cards if each.argument_id == argument.id)
    for target in (card, sample_window.window.findChildren(SideColumn)[0]):
        drop(target, passage_mime(there, place[0] + 5, place[1] + 5))
        drop(target, passage_mime(there, *place))
    assert sample_window.desk.dossier == before
    assert "another dossier" in sample_window.window.statusBar().currentMessage()


@entering
def test_a_drag_of_anything_else_is_not_taken(sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    mime = QMimeData()
    mime.setText("who said what")
    drop(sample_window.window.findChildren(SideColumn)[0], mime)
    assert sample_window.desk.dossier == before


def test_a_click_on_a_passage_shows_its_argument(sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    evidence = dossier.evidence_of(dossier.arguments_of(dossier.positions[2].id)[0].id)[0]
    sample_window.window.article.reader.passage_clicked.emit(evidence.passages[0])
    assert sample_window.window.editor.active in {
        each.argument for each in dossier.evidence_with(evidence.passages[0])
    }


def test_keys_in_the_reader_quote_the_selection(sample_window: Assembly, qtbot: QtBot) -> None:
    reader = sample_window.window.article.reader
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        QTest.keyClick(
            reader,
            Qt.Key.Key_Right,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert reader.selected_range() is not None
    before = len(sample_window.desk.dossier.records)
    QTest.keyClick(reader, Qt.Key.Key_P)
    assert len(sample_window.desk.dossier.records) == before + 3


def test_removing_an_article_says_what_goes_with_it(sample_window: Assembly, answers: Answers) -> None:
    before = sample_window.desk.dossier
    answers.choice = 1
    sample_window.actions["remove_article"].trigger()
    assert sample_window.desk.dossier == before
    assert "Pieces of evidence" in answers.asked[-1]
    answers.choice = 0
    sample_window.actions["remove_article"].trigger()
    assert len(sample_window.desk.dossier.articles) == len(before.articles) - 1
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier == before


def test_a_right_click_on_a_passage_offers_its_arguments_and_removal(sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    argument = first_argument(dossier)
    passage = dossier.evidence_of(argument.id)[0].passages[0]
    sample_window.menus.show_passage(passage, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = {action.text(): action for action in menu.actions()}
    assert f"Show {dossier.number_of(argument.id)}" in texts
    texts["Remove Highlight and Its Evidence"].trigger()
    menu.close()
    assert sample_window.desk.dossier.find(Passage, passage) is None
    assert not sample_window.desk.dossier.evidence_of(argument.id)
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier == dossier


def test_a_click_on_an_unused_mark_selects_its_words_for_the_keys(sample_window: Assembly) -> None:
    start, end = words_at(shown_article(sample_window), "who said what")
    sample_window.commands.articles.quote("highlight", start, end)
    dossier = sample_window.desk.dossier
    (mark,) = [each for each in dossier.all(Passage) if each.exact == "who said what"]
    sample_window.window.article.reader.passage_clicked.emit(mark.id)
    QTest.keyClick(sample_window.window.article.reader, Qt.Key.Key_C)
    uses = sample_window.desk.dossier.evidence_with(mark.id)
    assert len(uses) == 1
