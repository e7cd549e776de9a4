# SPDX-License-Identifier: MIT
"""The buttons below a card that answer its argument."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dissoi.dossier.records import Side
from dissoi.gui.editor import marks
from dissoi.gui.editor.buttons import LinkToolButton
from dissoi.gui.theme import scaled, ui_font

_SMALL = 0.88


class AnswerButtons(QWidget):
    """Attack and support, each with the sign of the side that would speak in the answer."""

    wanted = Signal(str)
    """An answer that is against (`con`) or for (`pro`) the argument."""

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._attack, self._support = self._button(Side.CON), self._button(Side.PRO)
        row.addWidget(self._attack)
        row.addWidget(self._support)
        self.show_side(side)

    def show_side(self, side: Side) -> None:
        """The argument speaks for this side."""
        self._attack.setText(self.tr("↳ {0} Attack it").format(marks.sign(side.other)))
        self._support.setText(self.tr("↳ {0} Support it").format(marks.sign(side)))

    def _button(self, relation: Side) -> LinkToolButton:
        button = LinkToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFont(scaled(ui_font(), _SMALL))
        button.clicked.connect(lambda: self.wanted.emit(relation.value))
        return button
