# SPDX-License-Identifier: MIT
"""The session's events and the saver's states as Qt signals on the GUI thread, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dissoi.dossier.session import Event, Session
from dissoi.storage.saver import SaveState


class Bridge(QObject):
    """`changed` carries an `Event`; `saving` a `SaveState`, which may come from the saver's thread."""

    changed = Signal(object)
    saving = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = session.listen(self._tell)

    def report(self, state: SaveState) -> None:
        """Pass a state of saving on; may be called from any thread (the signal is queued)."""
        self.saving.emit(state)

    def close(self) -> None:
        """Hear no more."""
        self._stop()

    def _tell(self, event: Event) -> None:
        self.changed.emit(event)
