# SPDX-License-Identifier: MIT
"""The pictures of the article shown: decoded when they come into view, within limits, never fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from dissoi.dossier.prose import Block, Blocks

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

FORMATS = {b"png", b"jpeg", b"jpg", b"gif", b"webp", b"bmp"}
"""What is decoded; a drawing such as SVG could name other files."""
MOST_PIXELS = 50_000_000
_WIDEST = 1280
"""The width in pixels to which larger pictures are reduced."""
_MOST_KEPT = 40
"""How many pictures of an article are kept decoded."""


class Pictures(QObject):
    """Decodes pictures one at a time while the window is idle, once it knows where they come from."""

    loaded = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._source: Callable[[str], bytes | None] | None = None
        self._kept: dict[str, QImage] = {}
        self._sizes: dict[str, QSize] = {}
        self._wanted: list[str] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._load_one)

    def take_from(self, source: Callable[[str], bytes | None]) -> None:
        """Decode what `source` gives: a picture's bytes by digest."""
        self._source = source
        self._soon.start()

    def forget(self) -> None:
        """Let go of all pictures."""
        self._kept.clear()
        self._sizes.clear()
        self._wanted.clear()

    def image(self, digest: str) -> QImage | None:
        """A picture, null when it cannot be shown; None while it is not known yet."""
        return self._kept.get(digest)

    def size(self, digest: str) -> QSize:
        """How large a picture is, also one that is not kept decoded; empty while that is not known."""
        return self._sizes.get(digest, QSize())

    def want(self, digest: str) -> None:
        """Decode a picture as soon as there is time."""
        if digest not in self._kept and digest not in self._wanted:
            self._wanted.append(digest)
            self._soon.start()

    def _load_one(self) -> None:
        if not self._wanted or self._source is None:
            return
        digest = self._wanted.pop(0)
        data = self._source(digest) if digest else None
        if len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[digest] = image = decoded(data or b"")
        self._sizes[digest] = image.size()
        if self._wanted:
            self._soon.start()
        self.loaded.emit()


def decoded(data: bytes) -> QImage:
    """A picture from the bytes of its file, reduced if it is large; null when it is none or too large."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageReader

    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS:
        return QImage()
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if size.width() > _WIDEST:
        reader.setScaledSize(QSize(_WIDEST, max(1, round(size.height() * _WIDEST / size.width()))))
    return reader.read()


def shown_size(size: QSize, width: int, most_height: int) -> QSize:
    """How large a picture of `size` is shown in a column of this width: never larger than it is."""
    share = min(1.0, width / size.width(), most_height / size.height())
    return QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share)))


def fit(document: QTextDocument, blocks: Blocks, heights: Callable[[Block], float]) -> bool:
    """Make each picture's line as high as it is shown; whether any was not."""
    changed = False
    for block, source in _pictures_of(document, blocks):
        height = ceil(heights(source))
        layout = block.blockFormat()
        if layout.lineHeight() != height:
            layout.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            QTextCursor(block).setBlockFormat(layout)
            changed = True
    return changed


def _pictures_of(document: QTextDocument, blocks: Blocks) -> Iterator[tuple[QTextBlock, Block]]:
    for number, source in enumerate(blocks):
        if source.picture or source.alt:
            yield document.findBlockByNumber(number), source
