# SPDX-License-Identifier: MIT
"""Opens the cutting of cards from the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dissoi.dossier.records import NO_RECORD, Evidence, RecordId
from dissoi.gui.desk import Desk
from dissoi.gui.editor.evidence import EvidenceView
from dissoi.gui.main_window import MainWindow

if TYPE_CHECKING:
    from dissoi.gui.cutting.dialog import CutCardDialog


class CuttingCommands(QObject):
    """Acts on the evidence that was looked at last, or else on the first of the argument being edited."""

    hint = Signal(str)

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._dialog: CutCardDialog | None = None
        self._looked_at = NO_RECORD
        window.intents.evidence_looked_at.connect(self._look_at)

    def _look_at(self, evidence: str) -> None:
        self._looked_at = RecordId(evidence)

    def cut(self) -> None:
        """Show what is read aloud of the evidence looked at."""
        focus = self._window.focusWidget()
        if isinstance(focus, EvidenceView):
            self.show_evidence(focus.evidence_id)
        elif evidence := self._desk.dossier.evidence_of(self._window.editor.active):
            self.show_evidence(self._last_of(evidence))
        elif not self._window.editor.active:
            self.hint.emit(self.tr("Click the argument whose evidence is to be cut first."))
        else:
            self.hint.emit(self.tr("This argument has no evidence to cut yet: quote a passage for it first."))

    def _last_of(self, evidence: Sequence[Evidence]) -> RecordId:
        """Which of them was looked at last: evidence that was clicked has not the keyboard."""
        ids = [each.id for each in evidence]
        return self._looked_at if self._looked_at in ids else ids[0]

    def show_evidence(self, evidence: RecordId) -> None:
        """Show what is read aloud of one piece of evidence."""
        from dissoi.gui.cutting.dialog import CutCardDialog

        if self._dialog is None:
            self._dialog = CutCardDialog(self._desk, self._window.colours, self._window)
        self._dialog.show_evidence(evidence)
        self._dialog.come_forward()
