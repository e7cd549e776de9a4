# SPDX-License-Identifier: MIT
"""What is chosen about the brief of a window; the settings remember it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dissoi.briefing.options import Options
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import RecordId
from dissoi.gui.brief.choices import recalled, remembered
from dissoi.gui.preferences import Preferences


class Choosing(QObject):
    """Holds the choices; `changed` tells that one is another."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._positions: tuple[RecordId, ...] = ()

    def options(self, dossier: Dossier) -> Options:
        """What is chosen; positions that the dossier no longer has are not among it."""
        now = self._preferences.now
        options = recalled(now.layout, now.paper, now.choices)
        there = {position.id for position in dossier.positions}
        return replace(options, positions=tuple(each for each in self._positions if each in there))

    def choose(self, options: Options) -> None:
        """From now on, these."""
        kept = remembered(options, self._preferences.now.choices)
        self._positions = options.positions
        self._preferences.change(layout=options.layout.value, paper=options.paper.value, choices=kept)
        self.changed.emit()

    def choose_layout(self, layout: str) -> None:
        """Choose how briefs are laid out; what was chosen for that layout before comes back."""
        self._preferences.change(layout=layout)
        self.changed.emit()

    def choose_paper(self, paper: str) -> None:
        """Choose the paper of briefs."""
        self._preferences.change(paper=paper)
        self.changed.emit()
