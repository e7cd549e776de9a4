# SPDX-License-Identifier: MIT
"""The form for what an article is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dissoi.dossier.records import Article, Author, RecordId
from dissoi.gui.article.details import DetailsDialog


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


@pytest.mark.parametrize("written", ["J. (Jim) Smith", "Ana (b", "(anonymous)"])
def test_no_author_that_was_typed_is_dropped(window: QWidget, written: str) -> None:
    dialog = DetailsDialog(Article(id=RecordId("a")), window)
    dialog.authors.setText(written)
    assert dialog.article().authors == (Author(name=written),)
