# SPDX-License-Identifier: MIT
"""The first line of a card, of which the claim goes below where there is no room for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

_FEWEST = 16
"""Letters of a claim that a line has at least where it stands beside a number."""
_SPACING = 6
_TOP = Qt.AlignmentFlag.AlignTop


class Heading(QVBoxLayout):
    """Sets a claim between what stands `before` and `behind` it; `fit` puts it below in a narrow card."""

    def __init__(self, before: Sequence[QWidget], claim: QWidget, behind: Sequence[QWidget]) -> None:
        super().__init__()
        self._claim, self._beside, self._place = claim, (*before, *behind), len(before)
        self._row = QHBoxLayout()
        self._row.setSpacing(_SPACING)
        for each in before:
            self._row.addWidget(each, 0, _TOP)
        self._row.addWidget(claim, 1, _TOP)
        self._row.addStretch(0)
        for each in behind:
            self._row.addWidget(each, 0, _TOP)
        self.setSpacing(2)
        self.addLayout(self._row)

    def fit(self, width: int) -> None:
        """Put the claim where a card that has so many pixels within its margins has room for it."""
        taken = sum(each.sizeHint().width() + _SPACING for each in self._beside if not each.isHidden())
        below = width - taken < _FEWEST * self._claim.fontMetrics().averageCharWidth()
        if below == (self.indexOf(self._claim) >= 0):
            return
        box: QBoxLayout = self if not below else self._row
        box.removeWidget(self._claim)
        if below:
            self.addWidget(self._claim)
        else:
            self._row.insertWidget(self._place, self._claim, 1, _TOP)
