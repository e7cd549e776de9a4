# SPDX-License-Identifier: MIT
"""Suggested positions in the window: nothing is added but what was ticked, in one step of undo."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QMessageBox,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.strategies import Counter

from dissoi.dossier.article_edits import add_article
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, Label, Passage, RecordId, Stance
from dissoi.dossier.suggestion_edits import AcceptedHolder, AcceptedPosition, add_suggested_positions
from dissoi.dossier.text_edits import correct_text
from dissoi.gui import suggestion_commands
from dissoi.gui.assembly import Assembly
from dissoi.gui.suggestion_commands import place_beside
from dissoi.gui.suggestions.dialog import SuggestionsDialog
from dissoi.gui.theme import DARK, dress
from dissoi.reasoning.attribution import Suggestion, proposals, suggestions

TEXT = "Ruth Okoro rejected a toll on the bridge. Mayor Paul Hale offered a loan to the town."


def dossier_about(text: str) -> Dossier:
    article = Article(id=RecordId("article"), title="The ferry", blocks=(plain_block(text),))
    empty = Dossier().with_records(Dossier().question)
    return add_article(article).run(empty)


def with_dialog(assembly: Assembly, qtbot: QtBot, act: Callable[[SuggestionsDialog], None]) -> None:
    """Run the command, and do something in its dialog once the article is read."""
    act(shown(assembly, qtbot))
    assert assembly.commands.suggesting.dialog is None


def shown(assembly: Assembly, qtbot: QtBot) -> SuggestionsDialog:
    """The dialog, once the article is read."""
    assembly.actions["suggest"].trigger()
    qtbot.waitUntil(lambda: assembly.commands.suggesting.dialog is not None)
    dialog = assembly.commands.suggesting.dialog
    assert dialog is not None
    return dialog


def tick(dialog: SuggestionsDialog, group: int, row: int = 0) -> None:
    item = row_of(dialog, group, row)
    dialog.tree.setCurrentItem(item)
    item.setCheckState(0, Qt.CheckState.Checked)


def row_of(dialog: SuggestionsDialog, group: int, row: int = 0) -> QTreeWidgetItem:
    parent = dialog.tree.topLevelItem(group)
    item = parent.child(row) if parent else None
    assert item is not None
    return item


def test_what_is_ticked_becomes_a_position_in_one_step(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    assembly = opened(dossier_about(TEXT))

    def accept(dialog: SuggestionsDialog) -> None:
        tick(dialog, 0)
        assert "rejected a toll" in dialog.words.text()
        assert assembly.window.article.selected_range() == (0, 40)
        dialog.accept()

    with_dialog(assembly, qtbot, accept)
    (position,) = assembly.desk.dossier.positions
    (holder,) = position.holders
    assert position.statement == "A toll on the bridge"
    assert assembly.window.editor.position == position.id
    assert (holder.name, holder.stance) == ("Ruth Okoro", Stance.AGAINST)
    assert holder.passage is not None
    passage = assembly.desk.dossier.get(Passage, holder.passage)
    assert (passage.exact, passage.label) == ("Ruth Okoro rejected a toll on the bridge", Label.HOLDER)
    assert assembly.desk.undo_label == "Add Suggested Positions"
    assembly.desk.undo()
    assert not assembly.desk.dossier.positions

    def leave(dialog: SuggestionsDialog) -> None:
        dialog.accept()

    with_dialog(assembly, qtbot, leave)
    assert not assembly.desk.dossier.positions


def test_trouble_in_reading_is_told_and_ends(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_article: Article, _progress: object) -> None:
        raise RecursionError("too deep")

    assembly = opened(dossier_about(TEXT))
    with monkeypatch.context() as broken:
        broken.setattr(suggestion_commands, "_read", fail)
        with qtbot.waitSignal(
            assembly.commands.suggesting.hint, check_params_cb=lambda told: "RecursionError: too deep" in told
        ):
            assembly.actions["suggest"].trigger()
    assert not assembly.commands.suggesting.busy
    with_dialog(assembly, qtbot, lambda dialog: dialog.put_away())


def test_what_is_ticked_for_a_position_that_went_is_not_lost() -> None:
    dossier = dossier_about(TEXT)
    held = AcceptedHolder("Ruth Okoro", "", Stance.AGAINST, 0, 10)
    accepted = AcceptedPosition("No toll", (held,), RecordId("gone"))
    edit = add_suggested_positions(RecordId("article"), [accepted], Counter())
    (position,) = edit.run(dossier).positions
    assert (position.statement, position.holders[0].name) == ("No toll", "Ruth Okoro")


def test_groups_merge_and_holders_join_a_position(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    assembly = opened(dossier_about(TEXT))

    def merge(dialog: SuggestionsDialog) -> None:
        dialog.tree.setCurrentItem(row_of(dialog, 1))
        dialog.merge.click()
        tick(dialog, 0, 0)
        dialog.accept()

    def join(dialog: SuggestionsDialog) -> None:
        assert "already" in row_of(dialog, 0).text(1)
        tick(dialog, 1)
        dialog.target.setCurrentIndex(1)
        dialog.target.activated.emit(1)
        dialog.accept()

    with_dialog(assembly, qtbot, merge)
    with_dialog(assembly, qtbot, join)
    (position,) = assembly.desk.dossier.positions
    assert [each.name for each in position.holders] == ["Ruth Okoro", "Paul Hale"]
    assert position.holders[1].role == "Mayor"


def test_an_article_that_quotes_nobody_says_so(opened: Callable[[Dossier], Assembly], qtbot: QtBot) -> None:
    assembly = opened(dossier_about("The bridge was closed in March."))

    def look(dialog: SuggestionsDialog) -> None:
        assert dialog.tree.topLevelItemCount() == 0
        assert not dialog.ticked()
        dialog.reject()

    with_dialog(assembly, qtbot, look)


def test_the_suggestions_go_beside_the_article_where_there_is_room() -> None:
    wanted, screen = QSize(760, 560), QRect(0, 0, 1440, 900)
    assert place_beside(QPoint(700, 80), wanted, screen) == QRect(712, 92, 727, 560)
    assert place_beside(QPoint(1000, 80), wanted, screen) is None
    assert place_beside(QPoint(100, 700), wanted, screen) is None


def test_the_article_can_be_read_while_suggestions_are_shown(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    assembly = opened(dossier_about(TEXT))
    dialog = shown(assembly, qtbot)
    assert QApplication.activeModalWidget() is None
    assert assembly.window.isEnabled()
    # The first row is looked at at once, and its words are selected in the article.
    assert assembly.window.article.selected_range() == (0, 40)
    dialog.tree.setCurrentItem(row_of(dialog, 1))
    assert assembly.window.article.selected_range() == (42, 84)
    again = shown_again(assembly, dialog, qtbot)
    again.reject()


def shown_again(assembly: Assembly, dialog: SuggestionsDialog, qtbot: QtBot) -> SuggestionsDialog:
    """The dialog that takes the place of another."""
    assembly.actions["suggest"].trigger()
    assert not dialog.isVisible()
    commands = assembly.commands.suggesting
    qtbot.waitUntil(lambda: commands.dialog is not None)
    assert commands.dialog is not None
    assert commands.dialog is not dialog
    return commands.dialog


def test_suggestions_of_a_text_that_changed_are_put_away(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    assembly = opened(dossier_about(TEXT))
    dialog = shown(assembly, qtbot)
    tick(dialog, 0)
    assembly.desk.apply(correct_text(RecordId("article"), 0, "Nobody said a word."))
    assert assembly.commands.suggesting.dialog is None
    assert not assembly.desk.dossier.positions


def test_a_window_is_put_away_while_the_article_is_read(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    assembly = opened(dossier_about(TEXT * 500))
    assembly.actions["suggest"].trigger()
    assembly.dismantle()
    QApplication.processEvents()
    assert assembly.commands.suggesting.dialog is None


def test_a_window_is_closed_while_its_article_is_being_read(
    opened: Callable[[Dossier], Assembly], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    begun, ended = Event(), Event()

    def slow(_article: Article) -> tuple[Suggestion, ...]:
        begun.set()
        time.sleep(0.3)
        ended.set()
        return ()

    monkeypatch.setattr("dissoi.reasoning.attribution.suggestions", slow)
    assembly = opened(dossier_about(TEXT))
    assembly.actions["suggest"].trigger()
    assert begun.wait(10)
    assembly.window.close()
    assert ended.is_set()  # else Qt ends the program, since a thread outlives its window
    qtbot.wait(50)


@pytest.mark.parametrize("discard", [False, True])
def test_ticks_are_thrown_away_only_when_that_is_wanted(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, discard: bool
) -> None:
    button = QMessageBox.StandardButton
    usual: list[object] = []

    def answer(*given: object) -> object:
        usual.append(given[-1])
        return button.Discard if discard else button.Cancel

    monkeypatch.setattr(QMessageBox, "question", answer)
    assembly = opened(dossier_about(TEXT))
    dialog = shown(assembly, qtbot)
    tick(dialog, 0)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert usual == [button.Cancel]
    assert (assembly.commands.suggesting.dialog is None) is discard
    if not discard:
        assembly.actions["suggest"].trigger()
        assert assembly.commands.suggesting.dialog is dialog
        dialog.put_away()


@pytest.mark.parametrize("discard", [False, True])
def test_ticks_go_with_the_window_only_when_that_is_wanted(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, discard: bool
) -> None:
    button = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "question", lambda *_: button.Discard if discard else button.Cancel)
    assembly = opened(dossier_about(TEXT))
    dialog = shown(assembly, qtbot)
    tick(dialog, 0)
    assert assembly.window.close() is discard
    assert dialog.isVisible() is not discard
    dialog.put_away()


def test_suggestions_wait_until_a_form_is_closed(opened: Callable[[Dossier], Assembly], qtbot: QtBot) -> None:
    assembly = opened(dossier_about(TEXT))
    assembly.actions["suggest"].trigger()
    form = QDialog(assembly.window)
    form.open()
    qtbot.wait(500)
    assert assembly.commands.suggesting.dialog is None
    form.reject()
    qtbot.waitUntil(lambda: assembly.commands.suggesting.dialog is not None)
    assembly.commands.suggesting.cancel()


def test_f2_on_somebody_words_the_position_anew(opened: Callable[[Dossier], Assembly], qtbot: QtBot) -> None:
    assembly = opened(dossier_about(TEXT))
    dialog = shown(assembly, qtbot)
    dialog.tree.setCurrentItem(row_of(dialog, 0))
    QTest.keyClick(dialog.tree, Qt.Key.Key_F2)
    (line,) = dialog.tree.findChildren(QLineEdit)
    assert line.text() == "A toll on the bridge"
    dialog.reject()


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    """The colours of the night, for one test."""
    style, palette, font = qapp.style().objectName(), qapp.palette(), qapp.font()
    qapp.setStyle("Fusion")
    dress(qapp, DARK)
    yield
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def lightest(image: QImage) -> int:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixel.lightness() for pixel in pixels)


@pytest.mark.usefixtures("dark")
def test_boxes_to_tick_are_seen_on_dark_ground(qtbot: QtBot) -> None:
    box = QCheckBox("")
    qtbot.addWidget(box)
    box.resize(40, 24)
    assert lightest(box.grab().toImage()) - QColor(DARK.window).lightness() > 80


@pytest.mark.usefixtures("dark")
def test_boxes_in_a_list_and_the_words_of_its_chosen_line_are_seen_on_dark_ground(qtbot: QtBot) -> None:
    dossier = dossier_about(TEXT)
    article = dossier.articles[0]
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SuggestionsDialog(article, proposals(suggestions(article)), dossier, parent)
    dialog.show()
    tree = dialog.tree
    tree.setFocus()
    tree.setCurrentItem(row_of(dialog, 0))
    QApplication.processEvents()
    view = tree.viewport()
    other = tree.visualItemRect(row_of(dialog, 1))
    box = QRect(other.left(), other.top(), 16, other.height())
    assert lightest(view.grab(box).toImage()) - QColor(DARK.card).lightness() > 80
    first = tree.visualItemRect(row_of(dialog, 0))
    words = view.grab(QRect(first.left() + 18, first.top(), 180, first.height())).toImage()
    ground = words.pixelColor(170, first.height() // 2)
    assert ground.name() == DARK.accent
    dialog.put_away()
