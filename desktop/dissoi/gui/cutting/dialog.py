# SPDX-License-Identifier: MIT
"""Cuts a card: marks which words of a quotation are read aloud."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QLabel, QTextEdit, QVBoxLayout, QWidget

from dissoi.dossier.reading_aloud import Piece, cut_of, mark_read, pieces_of, read_whole, spoken
from dissoi.dossier.records import NO_RECORD, Evidence, RecordId
from dissoi.dossier.session import Event
from dissoi.dossier.speaking_time import seconds_to_say, spoken_words
from dissoi.gui.article.offsets import Offsets
from dissoi.gui.beside import DialogBeside
from dissoi.gui.desk import Desk
from dissoi.gui.sizes import keep_size
from dissoi.gui.theme import SERIF, Colours, scaled

_LONGEST = 60
"""Characters of a quotation in the list of cards."""
_LARGER = 1.25


class QuotationView(QTextEdit):
    """A quotation to select words in, by mouse or by keys; R asks for them to be marked."""

    mark_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours
        self._offsets = Offsets()
        self._pieces: tuple[Piece, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        keys, mouse = (
            Qt.TextInteractionFlag.TextSelectableByKeyboard,
            Qt.TextInteractionFlag.TextSelectableByMouse,
        )
        self.setTextInteractionFlags(keys | mouse)
        self.setAccessibleName(self.tr("The quotation: select words, R marks them to be read aloud"))
        font = scaled(self.font(), _LARGER)
        font.setFamilies([SERIF, "serif"])
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(12)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show a quotation; the caret and what is selected stay where they are if the words do."""
        text = "".join(piece.text for piece in pieces)
        kept = self.textCursor() if text == self.toPlainText() else None
        place = (kept.anchor(), kept.position()) if kept else (0, 0)
        self._offsets, self._pieces = Offsets.of(text), pieces
        self.clear()
        cursor = self.textCursor()
        for piece in pieces:
            cursor.insertText(piece.text, self._look(piece))
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        self._colours = colours
        self.show_pieces(self._pieces)

    def _look(self, piece: Piece) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(QColor(self._colours.quote_ink if piece.read else self._colours.muted))
        if piece.read:
            look.setBackground(QColor(self._colours.quote))
            look.setFontWeight(QFont.Weight.Bold)
        return look

    def chosen(self) -> tuple[int, int]:
        """The whole words that are selected, or that the caret is in, in code points of the quotation."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, self.toPlainText())
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        words.setPosition(start)
        start = start if words.isAtBoundary() else words.toPreviousBoundary()
        words.setPosition(end)
        end = end if words.isAtBoundary() else words.toNextBoundary()
        return self._offsets.offset(start), self._offsets.offset(end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R and not event.modifiers():
            self.mark_wanted.emit()
        else:
            super().keyPressEvent(event)


class CutCardDialog(DialogBeside):
    """Shows one quotation of a desk's dossier."""

    def __init__(self, desk: Desk, colours: Colours, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._shown = NO_RECORD
        self.setWindowTitle(self.tr("Cut Card"))
        self.resize(680, 340)
        keep_size(self, "cut card")
        self.cards = QComboBox(self)
        self.quotation = QuotationView(colours, self)
        self.told = QLabel(self)
        self.mark = self._button(self.tr("&Read Aloud"), self._mark)
        self.clear = self._button(self.tr("&Clear"), self._clear)
        self._arrange()
        self.cards.activated.connect(lambda: self.show_evidence(RecordId(self.cards.currentData())))
        self.quotation.mark_wanted.connect(self._mark)

    def _arrange(self) -> None:
        told = self.tr(
            "Select words, or put the caret into one, and press R: they are read aloud, or no longer. "
            "The rest stays quoted, so that it can be checked. Where nothing is marked, all is read."
        )
        hint = QLabel(told, self)
        hint.setWordWrap(True)
        self.cards.setAccessibleName(self.tr("Evidence of this argument"))
        self.mark.setToolTip(self.tr("Mark the selected words to be read aloud, or take the mark away (R)"))
        self.clear.setToolTip(self.tr("Take all marks away: the whole quotation is read"))
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.cards)
        layout.addWidget(self.quotation, 1)
        layout.addWidget(self.told)
        layout.addLayout(self._foot(self.tr("&Done"), self.mark, self.clear))

    def show_evidence(self, evidence: RecordId) -> None:
        """Show a quotation, with the others of its argument to choose from."""
        self._shown = evidence
        self._show()
        self.quotation.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, _event: Event) -> None:
        """Show the quotation as it is now."""
        self._show()

    def _show(self) -> None:
        dossier = self._desk.dossier
        evidence = dossier.find(Evidence, self._shown)
        if evidence is None:
            self.reject()
            return
        pieces = pieces_of(dossier, evidence)
        self._list_cards(evidence)
        self.quotation.show_pieces(pieces)
        self.told.setText(self._time(pieces))
        self.mark.setEnabled(not self._desk.locked)
        self.clear.setEnabled(not self._desk.locked and bool(cut_of(dossier, evidence)))

    def _list_cards(self, evidence: Evidence) -> None:
        dossier = self._desk.dossier
        cards = dossier.evidence_of(evidence.argument)
        self.cards.clear()
        for each in cards:
            words = dossier.quotation(each)
            short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
            self.cards.addItem(f"{dossier.cite_of(dossier.article_of(each).id)}: {short}", each.id)
        self.cards.setCurrentIndex(cards.index(evidence))
        self.cards.setVisible(len(cards) > 1)

    def _time(self, pieces: tuple[Piece, ...]) -> str:
        pace, aloud = self._desk.dossier.question.pace, spoken(pieces)
        words, all_words = spoken_words(aloud), spoken_words("".join(piece.text for piece in pieces))
        told = self.tr("Read aloud: {0} of {1} words, {2} s at {3} words a minute")
        return told.format(round(words), round(all_words), round(seconds_to_say(aloud, pace)), pace)

    def _mark(self) -> None:
        if not self._desk.locked:
            self._desk.apply(mark_read(self._shown, *self.quotation.chosen()))

    def _clear(self) -> None:
        self._desk.apply(read_whole(self._shown))
