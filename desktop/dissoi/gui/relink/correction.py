# SPDX-License-Identifier: MIT
"""A small form in which one paragraph of an article is corrected; it says what becomes of the passages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dissoi.dossier.citation import in_quotes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.planting import Site
from dissoi.dossier.prose import LINE_BREAK
from dissoi.dossier.records import Article
from dissoi.dossier.replanting import Fate, Replanting
from dissoi.dossier.text_edits import corrected
from dissoi.gui.letters import letters_in
from dissoi.gui.sizes import keep_size
from dissoi.gui.without_icons import without_icons

PAUSE = 250
"""Milliseconds without a key after which it is said what becomes of the passages."""
_MOST_TOLD = 4


def _sure() -> bool:
    return True


class CorrectionDialog(QDialog):
    """Asks for another text of block `index` of an article; `text()` is what was written.

    `may_drop` is asked before a correction that was typed is dropped.
    """

    def __init__(
        self,
        dossier: Dossier,
        article: Article,
        index: int,
        parent: QWidget,
        may_drop: Callable[[], bool] = _sure,
    ) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._article = article
        self._index = index
        self._may_drop = may_drop
        self.setWindowTitle(self.tr("Correct Text"))
        self.resize(640, 420)
        keep_size(self, "correction")
        before = article.blocks[index].text.replace(LINE_BREAK, "\n")
        self.field = QPlainTextEdit(before, self)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("The paragraph"))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        standard = QDialogButtonBox.StandardButton
        self._box = QDialogButtonBox(standard.Ok | standard.Cancel, parent=self)
        without_icons(self._box)
        self._box.button(standard.Ok).setText(self.tr("C&orrect"))
        self._box.button(standard.Cancel).setText(self.tr("&Cancel"))
        self._box.button(standard.Ok).setToolTip(self.tr("Ctrl+Enter"))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._correct)
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(
            QLabel(
                self.tr("Correct what was misread or misprinted in this paragraph. Ctrl+Enter corrects."),
                self,
            )
        )
        layout.addWidget(self.field, 1)
        layout.addWidget(self.told)
        layout.addWidget(self._box)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.tell)
        self.field.textChanged.connect(self._pause.start)
        self.tell()

    def _correct(self) -> None:
        self.tell()
        self._box.button(QDialogButtonBox.StandardButton.Ok).click()

    def reject(self) -> None:
        if not self._is_changed() or self._may_drop():
            super().reject()

    def _is_changed(self) -> bool:
        return self.text() != self._article.blocks[self._index].text.replace(LINE_BREAK, "\n").strip()

    def text(self) -> str:
        """The paragraph as written."""
        return letters_in(self.field.document()).strip()

    def tell(self) -> None:
        """Say what becomes of the passages."""
        text = self.text()
        changed = self._is_changed()
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(text) and changed)
        if not text:
            self.told.setText(self.tr("A paragraph needs words."))
        elif not changed:
            self.told.setText(self.tr("Nothing is changed yet."))
        else:
            _, found = corrected(self._dossier, self._article.id, self._index, text)
            self.told.setText(self._worded(found))

    def _worded(self, found: Replanting) -> str:
        lines = [
            self.tr("To confirm: {0} → {1}").format(
                in_quotes(each.passage.exact), in_quotes(_words(found, each.places[0]))
            )
            for each in found.of(Fate.ALTERED)
        ]
        lost = found.of(Fate.TO_CONFIRM, Fate.NOT_FOUND)
        lines += [self.tr("⚠ Not found any more: {0}").format(in_quotes(each.passage.exact)) for each in lost]
        told = lines[:_MOST_TOLD]
        if len(lines) > _MOST_TOLD:
            told.append(self.tr("and {0} more").format(len(lines) - _MOST_TOLD))
        return "\n".join(told) or self.tr("All passages keep their words.")


def _words(found: Replanting, place: Site) -> str:
    return found.text[place.start : place.end]
