# SPDX-License-Identifier: MIT
"""One open dossier: its session, the file it is kept in, and what may be done to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.change import Change
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.records import NewId
from dissoi.dossier.session import Event, Session
from dissoi.gui.bridge import Bridge
from dissoi.storage.lock import DossierLock
from dissoi.storage.saver import Saver, SaveState

CLOSING = 10.0
"""Seconds that a window waits for its last changes; a drive that does not answer must not hold it up."""
TYPING_PAUSE = 1200
"""Milliseconds without a key after which typing makes a new step of history."""


class Desk(QObject):
    """Applies edits to the session and hands every change to the saver.

    `locked` says why nothing may be changed, or is "". A `draft` has no name of its user's choice yet.
    """

    changed = Signal(object)
    saving = Signal(object)
    refused = Signal(str)
    moved = Signal()

    def __init__(
        self,
        session: Session,
        path: Path,
        new_id: NewId,
        *,
        draft: bool = False,
        locked: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._saver: Saver | None = None
        self._lock: DossierLock | None = None
        self._closed = False
        self._attached: tuple[Attachment, ...] = ()
        self.path = path
        self.new_id = new_id
        self.draft = draft
        self.locked = locked
        self._bridge = Bridge(session, self)
        self._bridge.changed.connect(self._pass_on)
        self._bridge.saving.connect(self._tell_saving)
        self._pause = QTimer(self, interval=TYPING_PAUSE, singleShot=True)
        self._pause.timeout.connect(session.end_typing)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it stands."""
        return self._session.dossier

    @property
    def undo_label(self) -> str:
        """What undo would take back, or ""."""
        return "" if self.locked else self._session.undo_label

    @property
    def redo_label(self) -> str:
        """What redo would bring back, or ""."""
        return "" if self.locked else self._session.redo_label

    @property
    def save_state(self) -> SaveState | None:
        """Where saving stands at this moment; None when nothing is being saved."""
        return self._saver.state if self._saver else None

    def keep(self, saver: Saver, lock: DossierLock) -> None:
        """From now on changes are saved by `saver`, in the file that `lock` is for."""
        self._saver = saver
        self._change_lock(lock)

    def move_to(self, path: Path, lock: DossierLock) -> None:
        """The saver has moved to another file: the user's own choice, so this is no draft any more."""
        self._change_lock(lock)
        self.path = path
        self.draft = False
        self.locked = ""
        self.moved.emit()

    def _change_lock(self, lock: DossierLock) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock = lock

    @property
    def saver(self) -> Saver | None:
        """What saves the changes, if anything does."""
        return self._saver

    def report(self, state: SaveState) -> None:
        """News of saving, from any thread; passed on by the signal `saving` on the window's own."""
        self._bridge.report(state)

    def _tell_saving(self) -> None:
        # What was news in the saver's thread may be stale by now: say how it stands at this moment.
        if state := self.save_state:
            self.saving.emit(state)

    def apply(
        self, edit: Edit, initiator: object = None, attachments: tuple[Attachment, ...] = ()
    ) -> Change | None:
        """Make an edit; None when it was refused or changed nothing. `refused` says why.

        `attachments` are files that are kept with what the edit adds.
        """
        if self.locked:
            self.refused.emit(self.locked)
            return None
        self._attached = attachments
        try:
            return self._session.apply(edit, initiator) or None
        except DissoiError as error:
            self.refused.emit(str(error))
            return None
        finally:
            self._attached = ()

    def undo(self) -> None:
        """Take the last step back."""
        if not self.locked:
            self._session.undo(self)

    def redo(self) -> None:
        """Bring the last step taken back again."""
        if not self.locked:
            self._session.redo(self)

    def note_typing(self) -> None:
        """Something was typed: wait for the pause."""
        self._pause.start()

    def leave_field(self) -> None:
        """A field was left: what is typed next is another step, and what was typed is saved now."""
        self._session.end_typing()
        self.flush()

    def flush(self) -> None:
        """Save now what is still waiting, and try again what failed."""
        if self._saver is not None:
            self._saver.flush()

    def settle(self, timeout: float | None = None) -> SaveState | None:
        """Save what is waiting and return how that went."""
        return self._saver.wait(timeout) if self._saver else None

    def close(self) -> None:
        """Save what is still waiting and let go of the file."""
        if not self._closed:
            self._bridge.close()
        self._closed = True
        if self._saver is not None:
            self._saver.close(CLOSING)
            self._saver = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _pass_on(self, event: Event) -> None:
        if self._saver is not None:
            attached, self._attached = self._attached, ()
            self._saver.hear(event, *attached)
            self._tell_saving()
        self.changed.emit(event)
