# SPDX-License-Identifier: MIT
"""Pictures of an article: shown in the column, or told in words; nothing of them is fetched or run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage
from tests.gui.article.conftest import article

from dissoi.dossier.prose import Block, BlockKind, Span, plain_block
from dissoi.gui.article import pictures
from dissoi.gui.article.geometry import line_slot
from dissoi.gui.article.pictures import decoded, shown_size

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from dissoi.gui.article.reader import ArticleReader


def png(width: int, height: int, colour: str = "#00aa00") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    return bytes(data.data())


def test_a_large_picture_is_reduced() -> None:
    image = decoded(png(2560, 1000))
    assert (image.width(), image.height()) == (1280, 500)


@pytest.mark.parametrize(
    "data", [b"", b"no picture", png(4, 4)[:40], b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>']
)
def test_what_is_no_picture_is_not_shown(data: bytes) -> None:
    assert decoded(data).isNull()


def test_a_picture_of_too_many_pixels_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 99)
    assert decoded(png(10, 10)).isNull()
    assert not decoded(png(9, 10)).isNull()


def test_a_picture_fits_the_column_and_is_never_enlarged() -> None:
    wide, small = decoded(png(1000, 100)), decoded(png(50, 40))
    assert shown_size(wide.size(), 500, 400).height() == 50
    assert shown_size(small.size(), 500, 400).width() == 50
    assert shown_size(decoded(png(100, 1000)).size(), 500, 400).height() == 400


PICTURE = Block(kind=BlockKind.PICTURE, picture="sha256:a", alt="A green field")
BLOCKS = (
    plain_block("Before."),
    PICTURE,
    plain_block("What it shows", BlockKind.CAPTION),
    plain_block("After."),
    Block(kind=BlockKind.NOTE, marker="2", spans=(Span(text="A footnote."),)),
)


def picture_place(reader: ArticleReader) -> QRectF:
    """The line in which the picture stands, over the whole column."""
    block = reader.document().findBlockByNumber(1)
    place = line_slot(reader.document(), block.position())
    return QRectF(52, place.top(), reader.viewport().width() - 82, place.height())


def test_a_picture_takes_its_room_once_it_is_there(empty_reader: ArticleReader, qtbot: QtBot) -> None:
    empty_reader.pictures.take_from({"sha256:a": png(200, 123)}.get)
    with qtbot.waitSignal(empty_reader.pictures.loaded):
        empty_reader.show_article(article(*BLOCKS))
    place = picture_place(empty_reader)
    assert round(place.height()) == 123
    shown = empty_reader.grab().toImage()
    ratio = shown.devicePixelRatio()
    spot = place.center() * ratio
    assert shown.pixelColor(spot.toPoint()) == QColor("#00aa00")


def test_a_picture_that_is_not_there_is_told_in_words(empty_reader: ArticleReader, qtbot: QtBot) -> None:
    empty_reader.pictures.take_from(lambda _digest: None)
    with qtbot.waitSignal(empty_reader.pictures.loaded):
        empty_reader.show_article(article(*BLOCKS))
    image = empty_reader.pictures.image("sha256:a")
    assert image is not None
    assert image.isNull()
    assert picture_place(empty_reader).height() > 30
    empty_reader.set_zoom(2.0)
    assert picture_place(empty_reader).height() > 60


def test_a_picture_keeps_its_room_when_others_push_it_out(
    empty_reader: ArticleReader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "_MOST_KEPT", 1)
    empty_reader.pictures.take_from({"sha256:a": png(200, 123), "sha256:b": png(20, 20)}.get)
    with qtbot.waitSignal(empty_reader.pictures.loaded):
        empty_reader.show_article(article(*BLOCKS))
    with qtbot.waitSignal(empty_reader.pictures.loaded):
        empty_reader.pictures.want("sha256:b")
    assert empty_reader.pictures.image("sha256:a") is None
    assert round(picture_place(empty_reader).height()) == 123


def test_captions_and_notes_are_set_smaller(empty_reader: ArticleReader) -> None:
    empty_reader.show_article(article(*BLOCKS))
    blocks = [empty_reader.document().findBlockByNumber(number) for number in (0, 2, 4)]
    body, caption, note = (block.charFormat().fontPointSize() for block in blocks)
    assert caption < body
    assert note < body
    assert blocks[2].blockFormat().leftMargin() > 0
