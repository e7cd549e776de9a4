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
    """Holds the choices; `changed` tells that one is another, `signed` that another name is typed."""

    changed = Signal()
    signed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._positions: tuple[RecordId, ...] = ()
        self._is_unkept = False

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

    @property
    def made_by(self) -> str:
        """Who makes the briefs, as it was typed; "" for nobody named."""
        return self._preferences.now.made_by

    def sign(self, name: str) -> None:
        """Name who makes the briefs, of all dossiers; `keep` has it remembered."""
        self._preferences.hold(made_by=name)
        self._is_unkept = True
        self.signed.emit()

    def keep(self) -> None:
        """Have the settings keep the name, if another was typed."""
        if self._is_unkept:
            self._is_unkept = False
            self._preferences.keep()

    def choose_layout(self, layout: str) -> None:
        """Choose how briefs are laid out; what was chosen for that layout before comes back."""
        self._preferences.change(layout=layout)
        self.changed.emit()

    def choose_paper(self, paper: str) -> None:
        """Choose the paper of briefs."""
        self._preferences.change(paper=paper)
        self.changed.emit()
