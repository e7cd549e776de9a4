# SPDX-License-Identifier: MIT
"""Opens the cutting of cards from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dissoi.dossier.records import RecordId
from dissoi.gui.desk import Desk
from dissoi.gui.editor.evidence import EvidenceView
from dissoi.gui.main_window import MainWindow

if TYPE_CHECKING:
    from dissoi.gui.cutting.dialog import CutCardDialog


class CuttingCommands(QObject):
    """Acts on the evidence that has the focus, or else on that of the argument being edited."""

    hint = Signal(str)

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._dialog: CutCardDialog | None = None

    def cut(self) -> None:
        """Show what is read aloud of the evidence looked at."""
        focus = self._window.focusWidget()
        if isinstance(focus, EvidenceView):
            self.show_evidence(focus.evidence_id)
        elif evidence := self._desk.dossier.evidence_of(self._window.editor.active):
            self.show_evidence(evidence[0].id)
        elif not self._window.editor.active:
            self.hint.emit(self.tr("Click the argument whose evidence is to be cut first."))
        else:
            self.hint.emit(self.tr("This argument has no evidence to cut yet: quote a passage for it first."))

    def show_evidence(self, evidence: RecordId) -> None:
        """Show what is read aloud of one piece of evidence."""
        from dissoi.gui.cutting.dialog import CutCardDialog

        if self._dialog is None:
            self._dialog = CutCardDialog(self._desk, self._window.colours, self._window)
        self._dialog.show_evidence(evidence)
        self._dialog.come_forward()
