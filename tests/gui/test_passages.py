# SPDX-License-Identifier: MIT
"""Passages are labelled, noted, listed, followed to where they are used, and removed, by key and mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Answers, first_argument

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.passages import whole_words
from dissoi.dossier.records import Article, Evidence, Holder, Label, Passage, RecordId, Side
from dissoi.dossier.text_edits import leave_passage
from dissoi.gui.app import Windows
from dissoi.gui.article.labels import LABELLINGS
from dissoi.gui.article.reader import ArticleReader
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor.field import Field
from dissoi.gui.passages.note import NoteDialog
from dissoi.gui.passages.panel import PassagesPanel
from dissoi.gui.passages.rows import Filter, passage_rows, uses_of
from dissoi.gui.passages.table import Column, PassageTable
from dissoi.gui.window_state import counts

WORDS = "who said what and when"


def select(assembly: Assembly, words: str = WORDS) -> ArticleReader:
    reader = assembly.window.article.reader
    article = assembly.desk.dossier.get(Article, assembly.window.article.article_id)
    start = article.text.index(words)
    reader.select(start, start + len(words))
    return reader


def marked(assembly: Assembly, words: str = WORDS) -> Passage:
    (found,) = [each for each in assembly.desk.dossier.all(Passage) if each.exact == words]
    return found


def used_passage(dossier: Dossier) -> Passage:
    evidence = dossier.evidence_of(first_argument(dossier).id)[0]
    return dossier.passages_in(evidence)[0]


@pytest.mark.parametrize("digit", [each.digit for each in LABELLINGS])
def test_a_digit_labels_the_selected_words(sample_window: Assembly, digit: str) -> None:
    QTest.keyClicks(select(sample_window), digit)
    (wanted,) = [each.label for each in LABELLINGS if each.digit == digit]
    assert marked(sample_window).label is wanted
    assert sample_window.actions["undo"].text() == "&Undo Label Passage"


def test_another_digit_labels_the_passage_at_the_caret_anew(sample_window: Assembly) -> None:
    reader = select(sample_window)
    QTest.keyClicks(reader, "1")
    assert reader.selected_range() is None
    QTest.keyClicks(reader, "5")
    assert marked(sample_window).label is Label.DOUBTFUL
    (mark,) = [each for each in reader._marks.marks if each.passage.id == marked(sample_window).id]
    assert mark.passage.sign == "?"
    assert mark.passage.label == "Doubtful · Used nowhere yet"


def test_a_paragraph_is_highlighted_and_then_labelled(sample_window: Assembly) -> None:
    reader = sample_window.window.article.reader
    article = sample_window.desk.dossier.get(Article, sample_window.window.article.article_id)
    cursor = reader.textCursor()
    cursor.setPosition(reader.offsets.position(article.starts[1]))
    reader.setTextCursor(cursor)
    reader.setFocus()
    QTest.keyClick(
        reader, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    QTest.keyClicks(reader, "h3")
    assert marked(sample_window, article.blocks[1].text).label is LABELLINGS[2].label


def test_l_opens_a_menu_whose_letters_label(sample_window: Assembly) -> None:
    QTest.keyClick(select(sample_window), Qt.Key.Key_L)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_D)
    assert marked(sample_window).label is Label.DEFINITION


def test_the_menu_bar_labels_and_notes(sample_window: Assembly) -> None:
    select(sample_window)
    sample_window.actions["label_holder"].trigger()
    assert marked(sample_window).label is Label.HOLDER


def test_without_words_or_passage_it_is_said_how_it_is_done(sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    reader = sample_window.window.article.reader
    QTest.keyClick(reader, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(reader, "1")
    assert sample_window.desk.dossier == before
    assert "Select words" in sample_window.window.statusBar().currentMessage()


def write_note(assembly: Assembly, text: str) -> None:
    dialog = assembly.commands.passages.note_dialog
    assert dialog is not None
    QTest.keyClicks(dialog.text, text)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_n_writes_a_note_that_the_tool_tip_shows(sample_window: Assembly) -> None:
    reader = select(sample_window)
    QTest.keyClick(reader, Qt.Key.Key_N)
    write_note(sample_window, "Ask for the source <b>")
    passage = marked(sample_window)
    assert passage.note == "Ask for the source <b>"
    mark = reader._marks.find(passage.id)
    assert mark is not None
    assert mark.passage.sign == "*"
    assert mark.passage.label.endswith("Ask for the source <b>")


def test_a_note_keeps_its_no_break_spaces(sample_window: Assembly) -> None:
    dialog = NoteDialog("Words", "10\u00a0000 votes", sample_window.window)
    assert dialog.note() == "10\u00a0000 votes"
    dialog.deleteLater()


def test_escape_leaves_no_note_and_no_passage(sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    QTest.keyClick(select(sample_window), Qt.Key.Key_N)
    dialog = sample_window.commands.passages.note_dialog
    assert dialog is not None
    QTest.keyClicks(dialog.text, "nothing")
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert sample_window.desk.dossier == before


def test_rows_say_where_a_passage_stands_and_is_used(sample: Dossier) -> None:
    rows = passage_rows(sample)
    assert len(rows) == len(list(sample.all(Passage)))
    passage, argument = used_passage(sample), first_argument(sample)
    (row,) = [each for each in rows if each.id == passage.id]
    assert (argument.id, "1: +1") in row.uses
    assert row.paragraphs.startswith("¶")
    assert [row.place for row in rows] == sorted(row.place for row in rows)


def test_filters_keep_what_they_say(sample: Dossier) -> None:
    rows = passage_rows(sample)
    unused = [row for row in rows if not row.uses]
    assert [row for row in rows if Filter(unused=True).keeps(row)] == unused
    first = sample.articles[0].id
    of_first = [row for row in rows if row.article == first]
    assert 0 < len(of_first) < len(rows)
    assert [row for row in rows if Filter(article=first).keeps(row)] == of_first
    words = rows[0].words[3:20].upper()
    assert Filter(words=words).keeps(rows[0])
    for label in Label:
        kept = [each for each in Label if Filter(label=label).keeps(replace(rows[0], label=each))]
        assert kept == [label]


@pytest.fixture
def panel(sample_window: Assembly) -> PassagesPanel:
    """The list of passages, opened by its key."""
    QTest.keyClick(
        sample_window.window,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    made = sample_window.commands.passages.panel
    assert made is not None
    return made


def index(panel: PassagesPanel, passage: str, column: Column) -> QModelIndex:
    at = next(at for at, row in enumerate(panel.table.rows) if row.id == passage)
    return panel.table.index(at, column)


def test_the_list_opens_with_the_caret_in_it_and_closes(
    sample_window: Assembly, panel: PassagesPanel
) -> None:
    assert panel.view.hasFocus()
    assert len(panel.table.rows) == len(list(sample_window.desk.dossier.all(Passage)))
    sample_window.actions["passages"].trigger()
    assert panel.isHidden()
    assert sample_window.window.article.reader.hasFocus()


def test_used_nowhere_is_said_and_can_be_filtered(
    sample_window: Assembly, panel: PassagesPanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(select(sample_window), "1")
    qtbot.waitUntil(lambda: any(not row.uses for row in panel.table.rows))
    passage = marked(sample_window)
    assert index(panel, passage.id, Column.USED).data() == "nowhere"
    assert index(panel, passage.id, Column.LABEL).data() == "C  Claim"
    panel.unused.click()
    assert {row.id for row in panel.table.rows if not row.uses} == {row.id for row in panel.table.rows}
    assert passage.id in {row.id for row in panel.table.rows}
    panel.label.setCurrentIndex(panel.label.findData("doubtful"))
    assert not panel.table.rows


def test_enter_reveals_a_passage_in_its_article(sample_window: Assembly, panel: PassagesPanel) -> None:
    passage = used_passage(sample_window.desk.dossier)
    other = next(each for each in sample_window.desk.dossier.articles if each.id != passage.article)
    sample_window.window.article.show_article(other.id)
    panel.choose(passage.id)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert sample_window.window.article.article_id == passage.article


def test_a_click_on_where_it_is_used_goes_there(sample_window: Assembly, panel: PassagesPanel) -> None:
    dossier = sample_window.desk.dossier
    passage = used_passage(dossier)
    place = panel.view.visualRect(index(panel, passage.id, Column.USED)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sample_window.window.editor.active in {each.argument for each in dossier.evidence_with(passage.id)}


def test_delete_asks_when_a_passage_is_in_use(
    sample_window: Assembly, panel: PassagesPanel, answers: Answers, qtbot: QtBot
) -> None:
    before = sample_window.desk.dossier
    passage = used_passage(before)
    panel.choose(passage.id)
    answers.choice = 1
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert sample_window.desk.dossier == before
    assert "1: +1" in answers.asked[-1]
    answers.choice = 0
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert sample_window.desk.dossier.find(Passage, passage.id) is None
    qtbot.waitUntil(lambda: passage.id not in {row.id for row in panel.table.rows})
    assert panel.current() is not None


def test_keys_in_the_list_label_and_note(sample_window: Assembly, panel: PassagesPanel) -> None:
    passage = used_passage(sample_window.desk.dossier)
    panel.choose(passage.id)
    QTest.keyClicks(panel.view, "3")
    assert sample_window.desk.dossier.get(Passage, passage.id).label is Label.DEFINITION
    QTest.keyClick(panel.view, Qt.Key.Key_F2)
    write_note(sample_window, "Weak")
    assert sample_window.desk.dossier.get(Passage, passage.id).note == "Weak"


def test_columns_sort(sample_window: Assembly, panel: PassagesPanel) -> None:
    panel.view.sortByColumn(Column.WORDS, Qt.SortOrder.AscendingOrder)
    words = [row.words.casefold() for row in panel.table.rows]
    assert words == sorted(words)
    panel.view.sortByColumn(Column.PLACE, Qt.SortOrder.AscendingOrder)
    assert tuple(panel.table.rows) == passage_rows(sample_window.desk.dossier)


def test_the_menu_of_a_passage_labels_it(sample_window: Assembly) -> None:
    passage = used_passage(sample_window.desk.dossier)
    sample_window.menus.show_passage(passage.id, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (labels,) = menu.findChildren(QMenu)
    (doubtful,) = [each for each in labels.actions() if each.data() == "doubtful"]
    doubtful.trigger()
    menu.close()
    assert sample_window.desk.dossier.get(Passage, passage.id).label is Label.DOUBTFUL


@pytest.mark.parametrize(("left", "right"), [(0, 12), (0, -5), (4, 0), (-4, 6)])
def test_a_passage_is_changed_to_the_selected_words(sample_window: Assembly, left: int, right: int) -> None:
    reader = select(sample_window)
    QTest.keyClicks(reader, "1")
    before = marked(sample_window)
    text = sample_window.desk.dossier.get(Article, before.article).text
    start, end = whole_words(text, before.start + left, before.end + right)
    reader.select(before.start + left, before.end + right)
    sample_window.actions["change_passage"].trigger()
    after = sample_window.desk.dossier.get(Passage, before.id)
    assert (after.start, after.end, after.exact) == (start, end, text[start:end])
    assert after.exact != before.exact
    assert after.label is Label.CLAIM
    assert sample_window.actions["undo"].text() == "&Undo Change Passage"
    assert reader.selected_range() is None
    sample_window.actions["undo"].trigger()
    assert marked(sample_window) == before


def test_only_words_that_share_some_with_a_passage_change_it(sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    reader = select(sample_window)
    sample_window.actions["change_passage"].trigger()
    assert sample_window.desk.dossier == before
    assert reader.selected_range() is not None
    QTest.keyClicks(reader, "1")
    labelled = sample_window.desk.dossier
    select(sample_window)
    sample_window.actions["change_passage"].trigger()
    assert sample_window.desk.dossier == labelled


def test_a_passage_is_changed_to_words_elsewhere_from_its_menu(sample_window: Assembly) -> None:
    passage = used_passage(sample_window.desk.dossier)
    sample_window.window.article.show_article(passage.article)
    words = sample_window.desk.dossier.get(Article, passage.article).blocks[-1].text
    select(sample_window, words)
    sample_window.menus.show_passage(passage.id, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (change,) = [each for each in menu.actions() if each.text() == "Change to Selected Words"]
    change.trigger()
    menu.close()
    assert sample_window.desk.dossier.get(Passage, passage.id).exact == words


def test_removing_an_article_names_the_arguments_that_lose_evidence(
    sample_window: Assembly, answers: Answers
) -> None:
    passage = used_passage(sample_window.desk.dossier)
    sample_window.window.article.show_article(passage.article)
    answers.choice = 1
    sample_window.actions["remove_article"].trigger()
    assert "1: +1" in answers.asked[-1]


def test_a_passage_that_is_not_found_counts_alike_everywhere(sample_window: Assembly, qtbot: QtBot) -> None:
    passage = used_passage(sample_window.desk.dossier)
    window = sample_window.window
    window.article.show_article(passage.article)
    before = window.article.reader._marks.used
    assert before
    sample_window.desk.apply(leave_passage(passage.id))
    assert window.article.reader._marks.find(passage.id) is None
    assert window.article.reader._marks.used == before
    assert "passages in use" in counts(sample_window.desk.dossier)


def test_a_passage_that_shows_a_holder_says_of_which_position(sample: Dossier) -> None:
    passage, position = used_passage(sample).id, sample.positions[0]
    holder = Holder(name="Ruth Okoro", passage=passage)
    shown = sample.with_records(position.model_copy(update={"holders": (holder,)}))
    (row,) = (each for each in passage_rows(shown) if each.id == passage)
    row = replace(row, uses=())
    assert row.shows == ("1",)
    parent = QObject()
    table = PassageTable(parent)
    table.show_rows((row,))
    assert table.index(0, Column.USED).data() == "shows who holds position 1"
    assert not Filter(unused=True).keeps(row)


def test_arguments_that_rest_on_passages_are_named_in_reading_order(sample: Dossier) -> None:
    passages = [each.id for article in sample.articles for each in sample.passages_of(article.id)]
    order = [each.id for position in sample.positions for each in sample.tree_of(position.id)]
    named = [argument for argument, _ in uses_of(sample, passages)]
    assert named == [each for each in order if each in set(named)]
    assert named == [argument for argument, _ in uses_of(sample, reversed(passages))]


def test_words_have_most_room_in_a_narrow_list(sample_window: Assembly, panel: PassagesPanel) -> None:
    sample_window.window.resize(900, 600)
    QApplication.processEvents()
    header = panel.view.horizontalHeader()
    assert header.sectionSize(Column.WORDS) >= 0.4 * panel.view.viewport().width()


def test_the_menu_of_evidence_ticks_its_present_sort(sample_window: Assembly) -> None:
    evidence = next(iter(sample_window.desk.dossier.all(Evidence)))
    sample_window.menus.show_evidence(evidence.id, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    ticked = [each.text() for each in menu.actions() if each.isChecked()]
    assert ticked == [f"Mark as {evidence.sort.value}"]
    menu.close()


def test_an_empty_list_says_how_it_is_filled(windows: Windows, panel: PassagesPanel) -> None:
    panel.words.setText("no such words anywhere")
    assert "fits" in panel.view.nothing
    windows.new()
    empty = windows.assemblies[-1]
    empty.commands.passages.toggle_list()
    other = empty.commands.passages.panel
    assert other is not None
    assert "Select words" in other.view.nothing


def framed(assembly: Assembly) -> set[RecordId]:
    return {mark.passage.id for mark in assembly.window.article.reader._marks.marks if mark.passage.looked_at}


def test_the_quotation_whose_evidence_was_clicked_is_framed_among_those_of_its_card(
    sample_window: Assembly, sample: Dossier
) -> None:
    """Also all that it joins, but not what another argument joins with it."""
    intents, editor = sample_window.window.intents, sample_window.window.editor
    article = sample.articles[0]
    one, other, joined = (each.id for each in sample.passages_of(article.id)[:3])
    first, second = first_argument(sample), first_argument(sample, Side.CON)
    for name, argument, passages in (
        ("a", first, (one,)),
        ("b", first, (other,)),
        ("c", first, (joined, other)),
        ("d", second, (one, joined)),
    ):
        tied = Evidence(id=RecordId(name), argument=argument.id, passages=passages, order="5")
        sample_window.desk.apply(edits.add_evidence(tied))
    editor.reveal(first.id)
    assert framed(sample_window) == set()
    intents.show_passage.emit(one)
    assert framed(sample_window) == {one}
    intents.show_passage.emit(joined)
    assert framed(sample_window) == {joined, other}
    sample_window.window.article.reader.passage_clicked.emit(other)
    assert other in framed(sample_window)
    assert joined not in framed(sample_window)
    editor.reveal(next(each.id for each in sample.arguments if not sample.evidence_of(each.id)))
    assert framed(sample_window) == set()


def test_words_are_used_as_a_definition_and_lead_to_it(sample_window: Assembly, sample: Dossier) -> None:
    select(sample_window)
    sample_window.actions["define"].trigger()
    (added,) = [each for each in sample_window.desk.dossier.definitions if each not in sample.definitions]
    cite = sample.cite_of(sample.articles[0].id)
    assert (added.term, added.meaning) == ("", f"“{WORDS}” ({cite})")
    assert marked(sample_window).label is Label.DEFINITION
    term = QApplication.focusWidget()
    assert isinstance(term, Field)
    QTest.keyClicks(term, "record")
    sample_window.window.editor.tabs.choose(sample.positions[0].id)
    sample_window.window.article.reader.passage_clicked.emit(marked(sample_window).id)
    shown = QApplication.focusWidget()
    assert isinstance(shown, Field)
    assert (shown.accessibleName(), shown.toPlainText()) == ("Term", "record")
    menu = sample_window.commands.passages.menu_for(marked(sample_window).id, sample_window.window)
    assert "Show Definition" in [each.text() for each in menu.actions()]
    count = len(sample_window.desk.dossier.definitions)
    sample_window.commands.passages.define(marked(sample_window).id)
    assert len(sample_window.desk.dossier.definitions) == count
    sample_window.actions["undo"].trigger()  # the term
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier == sample


def test_a_passage_is_used_as_a_definition_from_its_menu(sample_window: Assembly, sample: Dossier) -> None:
    passage = used_passage(sample)
    menu = sample_window.commands.passages.menu_for(passage.id, sample_window.window)
    next(each for each in menu.actions() if each.text() == "Use as Definition").trigger()
    assert " ".join(passage.exact.split()) in sample_window.desk.dossier.definitions[-1].meaning
    # Its evidence comes first when it is clicked.
    sample_window.window.article.reader.passage_clicked.emit(passage.id)
    assert sample_window.window.editor.active == first_argument(sample).id
