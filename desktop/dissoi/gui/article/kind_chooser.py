# SPDX-License-Identifier: MIT
"""Which kind of work an article is, and where that was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from dissoi.dossier.records import ArticleKind
from dissoi.gui.article.kinds import kind_words
from dissoi.gui.article.proposed_line import mute, set_small
from dissoi.gui.form_combo import FormCombo
from dissoi.gui.theme import Colours

ProposedKinds = Sequence[tuple[ArticleKind, str]]
"""Kinds that were found, each with words for where; the likeliest first."""


class KindChooser(QWidget):
    """A list of the kinds, of which one is chosen."""

    changed = Signal()

    def __init__(self, kind: ArticleKind, proposed: ProposedKinds, parent: QWidget) -> None:
        super().__init__(parent)
        self._proposed = tuple(proposed)
        self.box = FormCombo(self)
        self.origin = QLabel(self)
        self._arrange()
        self.choose(kind)
        self.box.currentIndexChanged.connect(self._tell)
        self._tell()

    @property
    def kind(self) -> ArticleKind:
        """The kind that is chosen."""
        return ArticleKind(self.box.currentData())

    def choose(self, kind: ArticleKind) -> None:
        """Choose a kind."""
        self.box.setCurrentIndex(self.box.findData(kind.value))

    def said(self) -> str:
        """Where this kind was found; that it was corrected, when another was."""
        corrected = self.tr("as you chose it") if self._proposed else ""
        return next((origin for found, origin in self._proposed if found is self.kind), corrected)

    def dress(self, _colours: Colours) -> None:
        """Be in the colours of the palette."""
        mute(self.origin)

    def _arrange(self) -> None:
        set_small(self.origin)
        for kind, words in kind_words().items():
            self.box.addItem(words, kind.value)
        self.box.setAccessibleName(self.tr("Kind"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self.box)
        layout.addWidget(self.origin)
        self.origin.setVisible(bool(self._proposed))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _tell(self) -> None:
        said = self.said()
        self.origin.setText(said)
        self.box.setAccessibleDescription(said)
        self.changed.emit()
