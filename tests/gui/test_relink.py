# SPDX-License-Identifier: MIT
"""Articles corrected and replaced in the window, and the passages that are open afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Answers

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import NO_RECORD, Article, Passage, RecordId
from dissoi.dossier.replanting import replanted
from dissoi.dossier.text_edits import (
    as_replacement,
    correct_text,
    leave_passage,
    open_passages,
    replace_article,
)
from dissoi.gui.assembly import Assembly
from dissoi.gui.editor.evidence import shown_evidence
from dissoi.gui.relink.correction import CorrectionDialog
from dissoi.gui.relink.passages import PassagesDialog
from dissoi.reading.reading import Reading


@dataclass
class Slow:
    """Reads until it is called off."""

    started: bool = False
    stopped: bool = False

    def read(self, cancelled: Callable[[], bool]) -> Reading:
        self.started = True
        while not cancelled():
            sleep(0.01)
        self.stopped = True
        raise DissoiError("called off")


def longest(dossier: Dossier) -> Passage:
    first = dossier.articles[0]
    used = (each for each in dossier.passages_of(first.id) if dossier.evidence_with(each.id))
    return max(used, key=lambda each: len(each.exact))


def mended(dossier: Dossier, passage: Passage) -> tuple[int, str]:
    """The block of a passage, and its text with the passage's longest word misprinted."""
    article = dossier.get(Article, passage.article)
    index = max(at for at, start in enumerate(article.starts) if start <= passage.start)
    word = max(passage.exact.split(), key=len)
    return index, article.blocks[index].text.replace(word, word[:-1] + "zz")


@pytest.fixture
def corrected_window(sample_window: Assembly) -> Assembly:
    """A window in which a passage's words were corrected."""
    dossier = sample_window.desk.dossier
    passage = longest(dossier)
    sample_window.desk.apply(correct_text(passage.article, *mended(dossier, passage)))
    return sample_window


def checked(assembly: Assembly, first: RecordId = NO_RECORD) -> PassagesDialog:
    assembly.commands.relink.check_passages(first)
    dialog = assembly.commands.relink.dialog
    assert dialog is not None
    return dialog


def test_the_form_says_what_becomes_of_the_passages(sample_window: Assembly) -> None:
    dossier = sample_window.desk.dossier
    passage = longest(dossier)
    index, text = mended(dossier, passage)
    dialog = CorrectionDialog(dossier, dossier.get(Article, passage.article), index, sample_window.window)
    assert dialog.told.text() == "Nothing is changed yet."
    dialog.field.setPlainText(text)
    dialog.tell()
    assert dialog.told.text().startswith("To confirm: ")
    # What articles say is no markup.
    assert dialog.told.textFormat() is Qt.TextFormat.PlainText
    # Words with double quotation marks of their own stand in single ones.
    assert "””" not in dialog.told.text()
    dialog.field.setPlainText(" ")
    dialog.tell()
    assert dialog.told.text() == "A paragraph needs words."
    dialog.deleteLater()


def test_a_correction_leaves_all_other_letters_as_they_are(sample_window: Assembly) -> None:
    before = "It costs 10\u00a0000\u202f€,\u2028or mroe."
    article = Article(id=RecordId("odd"), blocks=(plain_block(before),))
    dossier = sample_window.desk.dossier.with_records(article)
    dialog = CorrectionDialog(dossier, article, 0, sample_window.window)
    assert dialog.told.text() == "Nothing is changed yet."
    dialog.field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(dialog.field, Qt.Key.Key_Exclam)
    after = correct_text(article.id, 0, dialog.text()).run(dossier).get(Article, article.id)
    assert after.text == f"{before}!"
    dialog.deleteLater()


def test_a_correction_is_made_by_a_key_and_not_dropped_unasked(sample_window: Assembly, qtbot: QtBot) -> None:
    dossier, asked = sample_window.desk.dossier, [False, True]
    dialog = CorrectionDialog(dossier, dossier.articles[0], 0, sample_window.window, lambda: asked.pop(0))
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.field, "!")
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == CorrectionDialog.DialogCode.Accepted
    assert dialog.text().startswith("!")
    dialog.show()
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not asked
    dialog.deleteLater()


def test_words_that_changed_are_flagged_and_confirmed(corrected_window: Assembly) -> None:
    desk = corrected_window.desk
    opened = open_passages(desk.dossier)
    evidence = desk.dossier.evidence_with(opened[0].id)
    assert not shown_evidence(desk.dossier, evidence[0]).confirmed if evidence else opened
    dialog = checked(corrected_window, opened[0].id)
    assert dialog.list.count() == len(opened)
    assert opened[0].was in dialog.before.text()
    assert opened[0].exact in dialog.now.text()
    dialog.confirm.click()
    assert opened[0].id not in {each.id for each in open_passages(desk.dossier)}
    desk.undo()
    assert open_passages(desk.dossier) == opened
    dialog.reject()


def test_a_passage_is_left_and_then_tied_by_hand(corrected_window: Assembly) -> None:
    desk = corrected_window.desk
    passage = open_passages(desk.dossier)[0]
    dialog = checked(corrected_window, passage.id)
    dialog.leave.click()
    left = desk.dossier.get(Passage, passage.id)
    assert (left.loose, left.exact) == (True, passage.was)
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        if dialog.passage is not None and dialog.passage.id == passage.id:
            break
    dialog.text.select(3, 30)
    assert dialog.tie.isEnabled()
    dialog.tie.click()
    tied = desk.dossier.get(Passage, passage.id)
    text = desk.dossier.get(Article, tied.article).text
    assert not tied.loose
    assert (tied.exact, tied.start <= 3, tied.end >= 30) == (text[tied.start : tied.end], True, True)
    dialog.reject()


def test_passages_are_checked_against_the_copy_that_came_meanwhile(corrected_window: Assembly) -> None:
    desk = corrected_window.desk
    passage = open_passages(desk.dossier)[0]
    desk.apply(leave_passage(passage.id))
    dialog = checked(corrected_window, passage.id)
    old = desk.dossier.get(Article, passage.article)
    copy = old.model_copy(update={"blocks": (plain_block("New."), *old.blocks)})
    desk.apply(replace_article(copy, replanted(desk.dossier, old, copy.blocks)))
    assert dialog.passage is not None
    assert dialog.passage.id == passage.id
    assert dialog.text.toPlainText().startswith("New.")
    dialog.confirm.click()
    tied = desk.dossier.get(Passage, passage.id)
    assert tied.exact in copy.text
    assert tied.exact.split()[-1] == passage.was.split()[-1]
    dialog.reject()


def test_an_article_is_replaced_by_a_file(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    desk = sample_window.desk
    before = desk.dossier
    article = before.articles[0]
    sample_window.window.article.show_article(article.id)
    answers.path = tmp_path / "copy.txt"
    answers.path.write_text("New.\n\n" + article.text.replace("\n", "\n\n"), "utf-8")
    sample_window.commands.relink.replace_article()
    qtbot.waitUntil(lambda: desk.dossier is not before)
    after = desk.dossier.articles[0]
    assert (after.id, after.title) == (article.id, article.title)
    assert after.text.startswith("New.")
    assert not open_passages(desk.dossier)
    assert not sample_window.busy
    desk.undo()
    assert desk.dossier == before


def test_a_file_with_hardly_a_passage_is_asked_about(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    before = sample_window.desk.dossier
    sample_window.window.article.show_article(before.articles[0].id)
    answers.path, answers.choice = tmp_path / "other.txt", 1
    answers.path.write_text("Something else.\n\nIt is about trains.\n", "utf-8")
    sample_window.commands.relink.replace_article()
    qtbot.waitUntil(lambda: bool(answers.asked))
    assert sample_window.desk.dossier == before
    assert "Is “other.txt” another copy of" in answers.asked[0]


@pytest.mark.parametrize("way", ["replace", "add"])
def test_a_question_about_a_copy_waits_until_a_form_is_closed(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot, way: str
) -> None:
    article = sample_window.desk.dossier.articles[0]
    sample_window.window.article.show_article(article.id)
    answers.path, answers.choice = tmp_path / "other.txt", 2
    copy_of(article, answers.path, "New.")
    form = QDialog(sample_window.window)
    form.open()
    if way == "add":
        sample_window.commands.sources.add_files([answers.path])
        qtbot.waitUntil(lambda: not sample_window.commands.sources.adding.busy)
    else:
        answers.path.write_text("Something else.\n\nIt is about trains.\n", "utf-8")
        sample_window.commands.relink.replace_article()
        qtbot.waitUntil(lambda: not sample_window.commands.relink.busy)
    qtbot.wait(300)
    assert not answers.asked
    form.reject()
    qtbot.waitUntil(lambda: len(answers.asked) == 1)


def test_trouble_waits_until_a_form_is_closed(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    form = QDialog(sample_window.window)
    form.open()
    answers.path = tmp_path / "none.txt"
    sample_window.commands.sources.add_files([answers.path])
    sample_window.commands.relink.replace_article()
    qtbot.waitUntil(lambda: not sample_window.busy)
    qtbot.wait(300)
    assert not answers.told
    form.reject()
    qtbot.waitUntil(lambda: len(answers.told) == 2)


def test_another_copy_that_is_added_may_replace(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = sample_window.desk
    before = desk.dossier
    article = before.articles[0]
    file = tmp_path / "copy.txt"
    file.write_text("New.\n\n" + article.text.replace("\n", "\n\n"), "utf-8")
    answers.choice = 1
    sample_window.commands.sources.add_files([file])
    qtbot.waitUntil(lambda: desk.dossier is not before)
    assert f" looks like another copy of article 1, “{article.title}”." in answers.asked[0]
    assert [each.id for each in desk.dossier.articles] == [each.id for each in before.articles]
    assert desk.dossier.articles[0].text.startswith("New.")


def copy_of(article: Article, file: Path, start: str) -> Path:
    file.write_text(f"{start}\n\n" + article.text.replace("\n", "\n\n"), "utf-8")
    return file


def test_copies_among_several_files_are_asked_about_each(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = sample_window.desk
    before = desk.dossier
    files = [copy_of(each, tmp_path / f"{at}.txt", "New.") for at, each in enumerate(before.articles)]
    other = tmp_path / "other.txt"
    other.write_text("Trams\n\nTrams carry more people than cars.\n", "utf-8")
    answers.choice = 1
    sample_window.commands.sources.add_files([*files, other, tmp_path / "none.txt"])
    qtbot.waitUntil(lambda: all(each.text.startswith("New.") for each in desk.dossier.articles[:2]))
    assert len(answers.asked) == 2
    assert [each.id for each in desk.dossier.articles[:2]] == [each.id for each in before.articles]
    assert [each.text for each in desk.dossier.articles[2:]] == ["Trams carry more people than cars."]
    (told,) = answers.told
    assert "none.txt" in told
    dialog = sample_window.commands.sources.confirming.dialog
    assert dialog is not None
    dialog.reject()


def test_a_copy_that_is_being_read_is_called_off(sample_window: Assembly, qtbot: QtBot) -> None:
    relink = sample_window.commands.relink
    before = sample_window.desk.dossier
    reader = Slow()
    relink.replace_with(before.articles[0], "slow.html", reader.read)
    qtbot.waitUntil(lambda: reader.started)
    relink.cancel()
    assert (reader.stopped, relink.busy) == (True, False)
    assert sample_window.desk.dossier == before


def test_a_window_is_closed_while_a_copy_is_being_read(sample_window: Assembly, qtbot: QtBot) -> None:
    reader = Slow()
    article = sample_window.desk.dossier.articles[0]
    sample_window.commands.relink.replace_with(article, "slow.html", reader.read)
    qtbot.waitUntil(lambda: reader.started)
    sample_window.window.close()
    assert reader.stopped  # else Qt ends the program, since a thread outlives its window
    qtbot.wait(50)


def test_a_file_that_is_not_there_is_told(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "none.txt"
    sample_window.commands.relink.replace_article()
    qtbot.waitUntil(lambda: answers.told == ["The article was not replaced."])


def test_the_check_leads_to_the_list(corrected_window: Assembly) -> None:
    corrected_window.window.show_all()
    corrected_window.window.guide.go_to("check", "passage to confirm")
    dialog = corrected_window.commands.relink.dialog
    assert dialog is not None
    dialog.reject()


def test_undo_and_redo_turn_to_the_article_that_they_change(sample_window: Assembly) -> None:
    pane, desk = sample_window.window.article, sample_window.desk
    first, second = desk.dossier.articles[:2]
    pane.show_article(second.id)
    pane.reader.select(0, 12)
    sample_window.commands.articles.quote_selection("highlight")
    pane.show_article(first.id)
    desk.undo()
    assert pane.article_id == second.id
    pane.show_article(first.id)
    desk.redo()
    assert pane.article_id == second.id


def test_enter_in_the_list_confirms_nothing(corrected_window: Assembly) -> None:
    before = open_passages(corrected_window.desk.dossier)
    dialog = checked(corrected_window)
    assert dialog.done_button.isDefault()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert open_passages(corrected_window.desk.dossier) == before
    assert not dialog.isVisible()


def test_a_paragraph_is_not_written_into_a_text_that_came_meanwhile(
    sample_window: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, relink = sample_window.desk, sample_window.commands.relink
    article = desk.dossier.articles[0]
    copy = as_replacement(article, article.model_copy(update={"blocks": article.blocks[::-1]}))
    hints: list[str] = []
    relink.hint.connect(hints.append)

    def answer(dialog: CorrectionDialog) -> int:
        desk.apply(replace_article(copy, replanted(desk.dossier, article, copy.blocks)))
        dialog.field.setPlainText("Other words")
        return int(CorrectionDialog.DialogCode.Accepted)

    monkeypatch.setattr(CorrectionDialog, "exec", answer)
    relink.correct_text()
    assert desk.dossier.get(Article, article.id).blocks == copy.blocks
    assert "changed" in hints[-1]
