# SPDX-License-Identifier: MIT
"""The form for an article asks for what its kind of work has, and for nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import turn

from dissoi.dossier.article_kinds import DETAILS_OF
from dissoi.dossier.records import Article, ArticleKind, Author, RecordId
from dissoi.gui.article.details import DetailsDialog
from dissoi.gui.article.kinds import detail_label, kind_words
from dissoi.reading.reading import Detail, Origin, Proposal

TRAMS = Article(id=RecordId("a"), title="Why trams", authors=(Author(name="Ana Ruiz"),))
ALWAYS = {"title", "published", "url", "language"}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the form opens over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> DetailsDialog:
    """The form for an article of no particular kind, as it is on the screen."""
    return shown(window, qtbot, TRAMS)


def shown(window: QWidget, qtbot: QtBot, article: Article, **proposals: Proposal) -> DetailsDialog:
    found = {Detail(name): (each,) for name, each in proposals.items()}
    made = DetailsDialog(article, window, found)
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(dialog: DetailsDialog) -> set[str]:
    return {name for name, line in dialog.rows.lines.items() if line.isVisible()}


def label(dialog: DetailsDialog, detail: str) -> str:
    form = dialog.findChild(QFormLayout)
    assert form is not None
    named = form.labelForField(dialog.field(detail))
    assert isinstance(named, QLabel)
    return named.text()


@pytest.mark.parametrize("kind", ArticleKind)
def test_the_rows_are_those_of_the_kind(dialog: DetailsDialog, kind: ArticleKind) -> None:
    dialog.rows.kinds.choose(kind)
    assert rows(dialog) == ALWAYS | set(DETAILS_OF[kind])
    assert dialog.article().sort is kind


def test_a_kind_is_chosen_and_its_details_written_with_keys_alone(dialog: DetailsDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert dialog.rows.kinds.box.hasFocus()
    QTest.keyClicks(dialog.rows.kinds.box, "J")
    assert dialog.rows.kind is ArticleKind.JOURNAL
    written = []
    for text in ("Tramways", "12", "3", "40-51", "2024", "10.1000/182"):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClicks(dialog.focusWidget(), text)
        written.append(dialog.focusWidget().accessibleName())
    assert written == ["Journal", "Volume", "Number", "Pages", "Date", "DOI"]
    article = dialog.article()
    assert (article.publisher, article.volume, article.issue, article.pages) == (
        "Tramways",
        "12",
        "3",
        "40-51",
    )
    assert (article.published, article.doi) == ("2024", "10.1000/182")
    assert "vol. 12, no. 3, pp. 40–51" in "".join(each.text() for each in dialog.findChildren(QLabel))


def test_what_another_kind_had_comes_back_with_it(dialog: DetailsDialog) -> None:
    dialog.rows.kinds.choose(ArticleKind.BOOK)
    dialog.field("edition").line.setText("2nd")
    dialog.rows.kinds.choose(ArticleKind.PAGE)
    assert "edition" not in rows(dialog)
    assert "2nd" not in "".join(each.text() for each in dialog.findChildren(QLabel))
    dialog.rows.kinds.choose(ArticleKind.BOOK)
    assert dialog.field("edition").text == "2nd"
    assert dialog.article().edition == "2nd"


def test_what_is_missing_is_what_this_kind_needs(dialog: DetailsDialog) -> None:
    dialog.field("url").line.setText("https://example.org")
    assert dialog.missing.endswith("publisher, date, date of access")
    dialog.rows.kinds.choose(ArticleKind.BOOK)
    assert dialog.missing.endswith("author’s credentials, publisher, year")


def test_a_date_that_is_not_shown_hinders_nobody(dialog: DetailsDialog) -> None:
    dialog.field("accessed").line.setText("soon")
    assert "Write a date" in dialog.missing
    dialog.rows.kinds.choose(ArticleKind.BOOK)
    assert "Write a date" not in dialog.missing
    assert dialog.article().accessed == ""


def test_where_the_kind_was_found_is_said(window: QWidget, qtbot: QtBot) -> None:
    book = TRAMS.model_copy(update={"sort": ArticleKind.BOOK})
    dialog = shown(window, qtbot, book, sort=Proposal("book", Origin.PROPERTIES))
    assert dialog.rows.kind is ArticleKind.BOOK
    assert dialog.rows.kinds.said() == "from the file’s properties"
    dialog.rows.kinds.choose(ArticleKind.REPORT)
    assert dialog.rows.kinds.said() == "as you chose it"
    assert shown(window, qtbot, TRAMS).rows.kinds.said() == ""


def test_all_that_is_known_of_an_article_stays_if_it_is_left_alone(window: QWidget, qtbot: QtBot) -> None:
    chapter = TRAMS.model_copy(
        update={
            "sort": ArticleKind.CHAPTER,
            "container": "Tracks",
            "contributors": "Bo Lee",
            "volume": "3",
            "accessed": "2025",
        }
    )
    assert shown(window, qtbot, chapter).article() == chapter


@pytest.mark.parametrize("kind", ArticleKind)
def test_each_row_has_a_key_of_its_own(dialog: DetailsDialog, kind: ArticleKind) -> None:
    dialog.rows.kinds.choose(kind)
    form = dialog.findChild(QFormLayout)
    assert form is not None
    names = [label(dialog, name) for name in rows(dialog)]
    keys = [name[name.index("&") + 1].lower() for name in [*names, "&Authors", "&Kind", "C&onfirm", "Lea&ve"]]
    assert len(set(keys)) == len(keys)


def test_every_kind_has_a_name_and_every_detail_a_label() -> None:
    assert set(kind_words()) == set(ArticleKind)
    assert all(detail_label(kind, name) for kind, names in DETAILS_OF.items() for name in names)


def test_rows_for_which_the_screen_has_no_room_are_scrolled_to(
    dialog: DetailsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = dialog.screen().availableGeometry()
    monkeypatch.setattr("dissoi.gui.article.details._AROUND_ROWS", screen.height() - 200)
    dialog.rows.kinds.choose(ArticleKind.JOURNAL)
    last = dialog.field("language").line
    while dialog.focusWidget() is not last:
        assert dialog.height() < screen.height()
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert last.visibleRegion().boundingRect().height() >= last.height() - 1


def test_turning_the_wheel_over_the_form_chooses_no_other_kind(dialog: DetailsDialog) -> None:
    box = dialog.rows.kinds.box
    chosen = []
    for each in (dialog.field("title").line, box):
        each.setFocus()
        turn(box)
        chosen.append(dialog.rows.kind)
    assert chosen == [ArticleKind.PAGE, ArticleKind.NEWS]
