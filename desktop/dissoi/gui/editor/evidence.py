# SPDX-License-Identifier: MIT
"""Evidence on a card: the quotation, its cite and its paragraph; a click shows it in the article."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from dissoi.dossier.anchoring import Found, anchor
from dissoi.dossier.citation import in_quotes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.paragraphs import paragraphs_of
from dissoi.dossier.reading_aloud import Piece, cut_of, pieces_of, spoken
from dissoi.dossier.records import NO_RECORD, Evidence, EvidenceKind, RecordId
from dissoi.gui.editor.card_dragging import drag_evidence, is_dragged
from dissoi.gui.editor.intents import Intents
from dissoi.gui.theme import SERIF, Colours

_PAD = 8


class ShownEvidence(NamedTuple):
    """What a card shows of evidence."""

    id: RecordId
    passage: RecordId
    quotation: str
    cite: str
    found: bool
    confirmed: bool = True
    cut: tuple[Piece, ...] = ()
    """The quotation in pieces that are read aloud or not, where not all of it is."""


def shown_evidence(dossier: Dossier, evidence: Evidence) -> ShownEvidence:
    """What to show of `evidence`."""
    article = dossier.article_of(evidence)
    anchors = [anchor(passage, article.text) for passage in dossier.passages_in(evidence)]
    found = all(each.how is not Found.NOT_FOUND for each in anchors)
    place = f", {paragraphs_of(article, [(each.start, each.end) for each in anchors])}" if found else ""
    kind = "" if evidence.sort is EvidenceKind.QUOTATION else f" · {kind_name(evidence.sort)}"
    cut = bool(cut_of(dossier, evidence))
    return ShownEvidence(
        id=evidence.id,
        passage=evidence.passages[0],
        quotation=dossier.quotation(evidence),
        cite=f"{dossier.cite_of(article.id)}{place}{kind}",
        found=found,
        confirmed=not any(passage.was for passage in dossier.passages_in(evidence)),
        cut=pieces_of(dossier, evidence) if cut else (),
    )


def kind_name(kind: EvidenceKind) -> str:
    """The name of a kind of evidence, to be shown."""
    return QCoreApplication.translate("evidence", kind.value)


class EvidenceView(QAbstractButton):
    """One piece of evidence, set as a quotation over its cite."""

    def __init__(self, intents: Intents, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._intents = intents
        self._colours = colours
        self._shown: ShownEvidence | None = None
        self._heights: dict[int, int] = {}
        self._pressed: QPoint | None = None
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._show_passage)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        if self._shown is not None:
            self._set_text(self._shown)
        self.update()

    @property
    def evidence_id(self) -> RecordId:
        """Which evidence this shows."""
        return self._shown.id if self._shown else NO_RECORD

    def show_evidence(self, shown: ShownEvidence) -> None:
        """Show this; nothing is done when it is shown already."""
        if shown == self._shown:
            return
        self._shown = shown
        self._set_text(shown)
        self.setAccessibleName(self._told(shown))
        self.setToolTip(self._trouble(shown))
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _set_text(self, shown: ShownEvidence) -> None:
        self._document.clear()
        self._document.setDefaultFont(self.font())
        cursor = QTextCursor(self._document)
        self._insert_quotation(cursor, shown)
        cursor.insertBlock(self._cite_block())
        note = self._trouble(shown) or self.tr("passage linked")
        cursor.insertText(f"{shown.cite} — {note}", self._cite_format(shown))

    def _told(self, shown: ShownEvidence) -> str:
        told = f"{shown.quotation} — {shown.cite}"
        return self.tr("{0}. Read aloud: {1}").format(told, spoken(shown.cut)) if shown.cut else told

    def _insert_quotation(self, cursor: QTextCursor, shown: ShownEvidence) -> None:
        """The words in their marks; where they are cut, what is not read aloud is muted."""
        whole, look = in_quotes(shown.quotation), self._quotation_format()
        muted = QTextCharFormat(look)
        muted.setForeground(QColor(self._colours.muted))
        cursor.insertText(whole[0], look)
        for piece in shown.cut or (Piece(shown.quotation, read=True),):
            cursor.insertText(piece.text, look if piece.read else muted)
        cursor.insertText(whole[-1], look)

    def _trouble(self, shown: ShownEvidence) -> str:
        if not shown.found:
            return self.tr("⚠ not found in the article")
        return "" if shown.confirmed else self.tr("⚠ changed with the article, to be confirmed")

    def _quotation_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontFamilies([SERIF, "serif"])
        look.setFontPointSize(self.font().pointSizeF())
        look.setForeground(QColor(self._colours.quote_ink))
        return look

    def _cite_block(self) -> QTextBlockFormat:
        look = QTextBlockFormat()
        look.setTopMargin(2)
        return look

    def _cite_format(self, shown: ShownEvidence) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontPointSize(self.font().pointSizeF() * 0.86)
        look.setForeground(QColor(self._colours.warning if self._trouble(shown) else self._colours.muted))
        look.setFontWeight(QFont.Weight.Normal)
        return look

    def _show_passage(self) -> None:
        if self._shown:
            self._intents.evidence_looked_at.emit(self._shown.id)
            self._intents.show_passage.emit(self._shown.passage)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if is_left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        now = event.position().toPoint()
        if self._shown and self._pressed is not None and is_dragged(self._pressed, now):
            self._pressed = None
            self.setDown(False)
            drag_evidence(self, self._shown.id, self._shown.quotation)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._intents.evidence_menu_wanted.emit(self.evidence_id, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Menu:
            self._intents.evidence_menu_wanted.emit(self.evidence_id, self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._intents.evidence_looked_at.emit(self.evidence_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap(self.width())

    def sizeHint(self) -> QSize:
        return QSize(160, 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(40 + 2 * _PAD + 4, 2 * _PAD)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._wrap(width)
            self._heights[width] = math.ceil(self._document.size().height()) + 2 * _PAD - 2
            self._wrap(self.width())
        return self._heights[width]

    def _wrap(self, width: int) -> None:
        inside = max(40, width - 2 * _PAD - 4)
        if self._document.textWidth() != inside:
            self._document.setTextWidth(inside)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = self._colours.accent if self.hasFocus() else self._colours.quote
        painter.setPen(QPen(QColor(edge), 1.0))
        painter.setBrush(QColor(self._colours.quote))
        painter.drawRoundedRect(area, 4, 4)
        painter.translate(_PAD + 2, _PAD - 2)
        self._document.drawContents(painter)
