# SPDX-License-Identifier: MIT
"""Ctrl+K finds what is written anywhere in a dossier and its articles, and leads to the words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.gui.conftest import first_argument

from dissoi.dossier import article_edits, crossfire_edits, edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.records import QUESTION_ID, Article, Author, Holder, RecordId, Stance
from dissoi.dossier.speech_plan import SpeechName, note_speech
from dissoi.gui.assembly import Assembly
from dissoi.gui.crossfire.dialog import CrossfireDialog
from dissoi.gui.editor.field import Field
from dissoi.gui.palette.palette import Palette
from dissoi.gui.palette.texts import MOST, Texts, hits, where
from dissoi.gui.speeches.dialog import SpeechPlanDialog

HARBOUR = RecordId("harbour")


def search(assembly: Assembly, words: str) -> list[str]:
    """Type words into the palette and press Enter; what it showed, with what stands beside."""
    shown: list[str] = []

    def type_() -> None:
        palette = QApplication.activePopupWidget()
        assert isinstance(palette, Palette)
        QTest.keyClicks(palette.line, words)
        rows = (palette.list.model().index(row, 0) for row in range(palette.list.count()))
        shown.extend(f"{row.data()} | {row.data(256)}" for row in rows)
        palette.line.returnPressed.emit()
        palette.close()

    QTimer.singleShot(0, type_)
    assembly.commands.views.palette()
    return shown


def selected(assembly: Assembly) -> str:
    field = assembly.window.focusWidget()
    assert isinstance(field, Field)
    return field.textCursor().selectedText()


@pytest.mark.parametrize(
    ("write", "part"),
    [(edits.write_reasoning, "Reasoning of 1: +1"), (edits.write_impact, "So what of 1: +1")],
)
def test_words_of_an_argument_are_found_and_selected(
    sample_window: Assembly, write: object, part: str
) -> None:
    argument = first_argument(sample_window.desk.dossier)
    assert callable(write)
    edit = write(argument.id, "😀 Because Zürich’s\nhabits *formed* early stay.")
    assert isinstance(edit, Edit)
    sample_window.desk.apply(edit)
    sample_window.commands.views.next()
    (shown,) = search(sample_window, "zurich's habits")
    formed = "formed" if write is edits.write_reasoning else "*formed*"
    assert shown == f"😀 Because Zürich’s habits {formed} early stay. | {part}"
    assert selected(sample_window).replace("\u2029", " ") == "Zürich’s habits"
    assert sample_window.window.editor.active == argument.id


def test_enter_on_an_argument_puts_the_caret_into_its_claim(sample_window: Assembly) -> None:
    argument = sample_window.desk.dossier.arguments_of(sample_window.desk.dossier.positions[1].id)[0]
    search(sample_window, argument.claim)
    field = sample_window.window.focusWidget()
    assert isinstance(field, Field)
    QTest.keyClicks(field, "XX")
    assert "XX" in sample_window.desk.dossier.arguments_of(argument.parent)[0].claim


def test_words_of_an_article_are_found_and_selected(sample_window: Assembly) -> None:
    window = sample_window.window
    article = sample_window.desk.dossier.articles[1]
    words = article.blocks[-1].text[30:60].strip()
    assert window.article.article_id != article.id
    shown = search(sample_window, words.upper())
    assert sample_window.desk.dossier.cite_of(article.id) in shown[0]
    assert "¶" in shown[0]
    assert window.article.article_id == article.id
    range_ = window.article.selected_range()
    assert range_ is not None
    assert article.text[slice(*range_)] == words


def test_definitions_and_background_lead_to_the_question(sample_window: Assembly) -> None:
    sample_window.desk.apply(edits.write_background("An unheardof harbour"))
    sample_window.desk.apply(edits.add_definition(HARBOUR, "Quay", "Where ships are mooredfast"))
    assert search(sample_window, "unheardof") == ["An unheardof harbour | Background"]
    assert (selected(sample_window), sample_window.window.editor.current) == ("unheardof", QUESTION_ID)
    assert search(sample_window, "mooredfast") == ["Where ships are mooredfast | Definition"]
    assert selected(sample_window) == "mooredfast"


def test_notes_quotations_and_holders_are_found(sample: Dossier) -> None:
    evidence = next(each for argument in sample.arguments for each in sample.evidence_of(argument.id))
    passage, position = evidence.passages[0], sample.positions[0]
    dossier = article_edits.note_passage(passage, "Compare qwertz").run(sample)
    holder = Holder(name="Ada Asdfgh", role="", stance=Stance.FOR)
    dossier = edits.name_holders(position.id, [holder]).run(dossier)
    texts = Texts().of(dossier)
    (note,), (held,) = hits(texts, "QWERTZ"), hits(texts, "asdfgh ada")
    assert where(note, dossier).startswith("Note in ")
    assert where(held, dossier) == "Who holds 1"
    places = [where(each, dossier) for each in hits(texts, dossier.quotation(evidence)[:40])]
    assert f"Evidence of {dossier.reference_to(evidence.argument)}" in places


def test_articles_are_found_by_who_wrote_and_who_published_them(sample_window: Assembly) -> None:
    desk = sample_window.desk
    authors = (Author(name="Jörg Asdfgh"), Author(name="Bo Yxcvbn"))
    article = Article(id=HARBOUR, authors=authors, publisher="Qwertz Weekly", published="2025")
    desk.apply(article_edits.add_article(article))
    for words in ("jorg asdfgh", "yxcvbn", "asdfgh and yxcvbn 25", "qwertz"):
        assert search(sample_window, words) == ["Untitled article | Asdfgh and Yxcvbn 25"]
    assert sample_window.window.article.article_id == HARBOUR


def test_few_letters_and_many_places(sample: Dossier) -> None:
    texts = Texts().of(sample)
    assert hits(texts, "e") == hits(texts, "  ") == []
    assert len(hits(texts, "the")) == MOST
    assert hits(texts, "no such words as these") == []


def test_articles_are_folded_once(sample: Dossier) -> None:
    texts = Texts()
    first, again = texts.of(sample), texts.of(edits.write_background("New").run(sample))
    assert first[-1] is again[-1]
    other = sample.articles[-1].model_copy(update={"blocks": sample.articles[0].blocks})
    assert texts.of(sample.with_records(other))[-1] is not first[-1]


def test_what_is_found_is_shown_without_signs_of_markdown(sample_window: Assembly) -> None:
    argument = first_argument(sample_window.desk.dossier)
    written = "The **guards** of *quiet* lines; see [the report](https://example.org), 3 * 4 `x`."
    sample_window.desk.apply(edits.write_reasoning(argument.id, written))
    (hit,) = hits(Texts().of(sample_window.desk.dossier), "the **guards")
    assert hit.excerpt == "The guards of quiet lines; see the report, 3 4 x."


def test_questions_for_crossfire_and_notes_on_speeches_are_found(sample_window: Assembly) -> None:
    desk, position = sample_window.desk, sample_window.desk.dossier.positions[1]
    first, then = RecordId("first"), RecordId("then")
    desk.apply(crossfire_edits.add_cross_question(first, position.id, "Who pays?"))
    desk.apply(crossfire_edits.add_cross_question(then, first, "With whose qwertz?"))
    desk.apply(note_speech(SpeechName("Rebuttal"), "Begin with asdfgh"))
    assert search(sample_window, "qwertz") == ["With whose qwertz? | Crossfire on 2"]
    crossfire = next(each for each in sample_window.window.findChildren(CrossfireDialog))
    assert crossfire.isVisible()
    assert crossfire.tree.record == then
    crossfire.close()
    assert search(sample_window, "asdfgh") == ["Begin with asdfgh | Note on Rebuttal"]
    assert next(each for each in sample_window.window.findChildren(SpeechPlanDialog)).isVisible()


def test_commands_of_submenus_are_named_with_them_and_found_by_them(sample_window: Assembly) -> None:
    reader = sample_window.window.article.reader
    sample_window.window.guide.show_record(sample_window.desk.dossier.articles[0].id)
    reader.select(0, 9)
    shown = search(sample_window, "evidence")
    assert "Label: Evidence | " in shown
    assert "Layout: Evidence Cards | " in shown
    assert not [each for each in shown if each.startswith("Evidence |")]
    assert search(sample_window, "theme dark")[0] == "Theme: Dark | "
    assert search(sample_window, "position 1")[0].startswith("Position 1 | ")


def test_enter_on_a_layout_chooses_it(sample_window: Assembly) -> None:
    before = sample_window.desk.dossier
    assert search(sample_window, "layout evidence") == ["Layout: Evidence Cards | "]
    assert sample_window.actions["layout_evidence"].isChecked()
    assert sample_window.desk.dossier == before
