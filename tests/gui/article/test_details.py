# SPDX-License-Identifier: MIT
"""The form for what an article is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPalette, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from dissoi.dossier.citation import short_cite
from dissoi.dossier.cite_styles import CiteStyle, cites_of
from dissoi.dossier.records import Article, Author, RecordId
from dissoi.gui.article.details import DetailsDialog
from dissoi.gui.theme import warning_ink
from dissoi.reading.reading import Detail, Origin, Proposal


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the form opens over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "author",
    [
        Author(name="Ana Ruiz", credentials="professor of law; Lisbon"),
        Author(name="J. (Jim) Smith"),
        Author(name="Ana (b"),
        Author(name="Ruiz", credentials="ed. (ret.)"),
        Author(name="Ruiz; Weber"),
    ],
)
def test_what_is_left_alone_stays(window: QWidget, author: Author) -> None:
    article = Article(id=RecordId("a"), title="Why trams", authors=(author, Author(name="Jo Weber")))
    dialog = DetailsDialog(article, window)
    assert dialog.article() == article


@pytest.mark.parametrize("written", ["J. (Jim) Smith", "Ana (b", "(anonymous)", "Ruiz & Weber"])
def test_no_author_that_was_typed_is_dropped(window: QWidget, written: str) -> None:
    dialog = DetailsDialog(Article(id=RecordId("a")), window)
    QTest.keyClicks(dialog.authors.rows[0].name, written)
    assert dialog.article().authors == (Author(name=written),)


RUIZ, WEBER, HALD = (
    Author(name="Ana Ruiz", credentials="professor of law"),
    Author(name="Jo Weber"),
    Author(name="Tove Hald", credentials="shopkeeper"),
)


def with_authors(window: QWidget, *authors: Author) -> DetailsDialog:
    return DetailsDialog(Article(id=RecordId("a"), title="Why trams", authors=authors), window)


def test_each_author_has_a_row_of_name_and_credentials(window: QWidget) -> None:
    rows = with_authors(window, RUIZ, WEBER).authors.rows
    assert [(row.name.text(), row.credentials.text()) for row in rows] == [
        ("Ana Ruiz", "professor of law"),
        ("Jo Weber", ""),
    ]
    assert [row.name.accessibleName() for row in rows] == ["Author 1: name", "Author 2: name"]


def test_authors_are_added_removed_and_moved(window: QWidget) -> None:
    dialog = with_authors(window, RUIZ, WEBER)
    authors = dialog.authors
    authors.add_button.click()
    QTest.keyClicks(authors.rows[2].name, HALD.name)
    QTest.keyClicks(authors.rows[2].credentials, HALD.credentials)
    assert dialog.article().authors == (RUIZ, WEBER, HALD)
    authors.rows[2].raise_button.click()
    assert dialog.article().authors == (RUIZ, HALD, WEBER)
    assert not authors.rows[0].raise_button.isEnabled()
    authors.rows[0].remove_button.click()
    assert dialog.article().authors == (HALD, WEBER)
    for _ in range(2):
        authors.rows[0].remove_button.click()
    assert dialog.article().authors == ()
    assert len(authors.rows) == 1


SEVERAL = "Ingrid Sørensen; Wei-Ling Chua;Daniel Achterberg; "


def test_names_parted_by_semicolons_become_rows_when_the_line_is_left(window: QWidget, qtbot: QtBot) -> None:
    dialog = with_authors(window, RUIZ, WEBER)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    first = dialog.authors.rows[0]
    first.name.setFocus()
    first.name.selectAll()
    QTest.keyClicks(first.name, SEVERAL)
    QTest.keyClick(first.name, Qt.Key.Key_Tab)
    assert first.credentials.hasFocus()
    names = [row.name.text() for row in dialog.authors.rows]
    assert names == ["Ingrid Sørensen", "Wei-Ling Chua", "Daniel Achterberg", "Jo Weber"]
    assert [row.name.accessibleName()[:8] for row in dialog.authors.rows[:2]] == ["Author 1", "Author 2"]
    assert dialog.article().authors == (
        RUIZ.model_copy(update={"name": "Ingrid Sørensen"}),
        Author(name="Wei-Ling Chua"),
        Author(name="Daniel Achterberg"),
        WEBER,
    )


def test_names_parted_by_semicolons_are_several_authors_on_enter(window: QWidget, qtbot: QtBot) -> None:
    dialog = with_authors(window)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    name = dialog.authors.rows[0].name
    name.setFocus()
    QTest.keyClicks(name, SEVERAL)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert dialog.result() == DetailsDialog.DialogCode.Accepted
    assert short_cite(dialog.article()) == "Sørensen et al. n.d."


def test_an_empty_row_is_no_author(window: QWidget) -> None:
    dialog = with_authors(window, RUIZ)
    dialog.authors.add_button.click()
    assert dialog.article().authors == (RUIZ,)


def test_the_day_on_which_a_file_was_made_is_offered_but_not_filled_in(window: QWidget, qtbot: QtBot) -> None:
    made = {Detail.PUBLISHED: (Proposal("2026-11-26", Origin.FILE_MADE),)}
    dialog = DetailsDialog(Article(id=RecordId("a"), title="Why trams"), window, made)
    dialog.show()
    published = dialog.field("published")
    assert published.text == ""
    published.line.setFocus()
    QTest.keyClick(published.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["2026-11-26\twhen the file was made"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: published.text == "2026-11-26")
    assert dialog.article().published == "2026-11-26"


def test_credentials_without_a_name_are_asked_about(window: QWidget) -> None:
    dialog = with_authors(window)
    QTest.keyClicks(dialog.authors.rows[0].credentials, "professor of law")
    assert "author’s name" in dialog.missing
    QTest.keyClicks(dialog.authors.rows[0].name, "Ana Ruiz")
    assert dialog.article().authors == (RUIZ,)
    assert "author’s name" not in dialog.missing


def test_where_the_authors_were_found_is_said(window: QWidget) -> None:
    proposals = {
        Detail.AUTHORS: (Proposal((RUIZ,), Origin.BYLINE), Proposal((RUIZ, WEBER), Origin.META)),
    }
    article = Article(id=RecordId("a"), title="Why trams", authors=(RUIZ,))
    authors = DetailsDialog(article, window, proposals).authors
    assert authors.said() == "from the byline"
    authors.set_authors((RUIZ, WEBER))
    assert authors.said() == "from a meta tag"
    QTest.keyClicks(authors.rows[1].name, "s")
    assert authors.said() == "as you wrote it"
    assert not authors.choices.isHidden()


def test_many_authors_leave_room_for_all_else(window: QWidget, qtbot: QtBot) -> None:
    dialog = with_authors(window, *(Author(name=f"Ana Ruiz {at}", credentials="jurist") for at in range(9)))
    with qtbot.waitExposed(dialog):
        dialog.show()
    parts = [dialog.authors.rows[0].name, dialog.authors.rows[3].name, dialog.authors.add_button]
    places = [QRect(each.mapTo(dialog, QPoint(0, 0)), each.size()) for each in parts]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    button = dialog.authors.add_button
    assert button.visibleRegion().boundingRect().height() >= button.sizeHint().height() - 1
    assert places[-1].bottom() < dialog.field("publisher").mapTo(dialog, QPoint(0, 0)).y()
    dialog.close()


def test_labels_stand_beside_their_lines_also_above_a_note(window: QWidget) -> None:
    proposals = {Detail.TITLE: (Proposal("Why trams", Origin.HEADING),)}
    dialog = DetailsDialog(Article(id=RecordId("a"), title="Why trams"), window, proposals)
    dialog.show()
    form = dialog.findChild(QFormLayout)
    assert form is not None
    for detail in ("title", "url"):
        field = dialog.field(detail)
        middle = field.y() + field.line.geometry().center().y()
        assert form.labelForField(field).geometry().center().y() == middle
    dialog.reject()


def test_a_date_that_cannot_be_taken_is_told_in_the_ink_of_warnings(window: QWidget) -> None:
    dialog = DetailsDialog(Article(id=RecordId("a"), title="Why trams"), window)
    told = next(each for each in dialog.findChildren(QLabel) if each.text() == dialog.missing)
    plain = told.palette().color(QPalette.ColorRole.WindowText)
    dialog.field("published").line.setText("soon")
    assert told.palette().color(QPalette.ColorRole.WindowText) == warning_ink(dialog.palette()) != plain
    dialog.field("published").line.setText("2025")
    assert told.palette().color(QPalette.ColorRole.WindowText) == plain


def cite_shown(dialog: DetailsDialog) -> str:
    """The cite at the foot of the form, with its marks."""
    (label,) = (each for each in dialog.findChildren(QLabel) if each.textFormat() is Qt.TextFormat.RichText)
    return label.text()


def test_the_cite_is_told_from_those_of_other_articles(window: QWidget) -> None:
    ruiz = Author(name="Ana Ruiz")
    mine = Article(id=RecordId("a"), title="Steel", authors=(ruiz,), published="2024")
    other = Article(id=RecordId("b"), title="Aging", authors=(ruiz,), published="2024-05")
    dialog = DetailsDialog(mine, window, others=(mine, other))
    assert "<b>Ruiz 24b</b>" in cite_shown(dialog)
    dialog.field("published").line.setText("1924")
    assert "<b>Ruiz 1924</b>" in cite_shown(dialog)


def test_the_cite_is_set_as_in_print(window: QWidget) -> None:
    title = "Rails & roads: is <1 % enough?"
    article = Article(id=RecordId("a"), title=title, authors=(RUIZ,), published="2024", publisher="Atlas")
    cite = QTextDocument()
    cite.setHtml(cite_shown(DetailsDialog(article, window)))
    (printed,) = cites_of([article], CiteStyle.DEBATE).values()
    assert cite.toPlainText() == "".join(span.text for span in printed[1])
    assert cite.find(title).charFormat().fontItalic()
    assert not cite.find("Atlas").charFormat().fontItalic()
