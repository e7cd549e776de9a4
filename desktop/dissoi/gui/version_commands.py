# SPDX-License-Identifier: MIT
"""What a user does with the history of a dossier: look through it, open an earlier version, restore one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from dissoi.dossier.edits import restore
from dissoi.dossier.errors import DissoiError
from dissoi.gui.desk import CLOSING, Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.services import Services
from dissoi.identity import now

if TYPE_CHECKING:
    from dissoi.gui.versions.dialog import VersionsDialog


class VersionCommands(QObject):
    """Acts on the versions that the file of a desk keeps."""

    hint = Signal(str)

    def __init__(self, desk: Desk, services: Services, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._services = services
        self._dialogs = dialogs
        self._window = window
        self.dialog: VersionsDialog | None = None
        """The list, while it is shown."""

    def choose(self) -> None:
        """List what there is."""
        from dissoi.gui.versions.dialog import VersionsDialog
        from dissoi.storage.versions import versions

        self._desk.settle(CLOSING)
        try:
            found = versions(self._desk.path)
        except DissoiError as error:
            self._tell(error)
            return
        today = now().astimezone().date()
        self.dialog = dialog = VersionsDialog(found, today, self._desk.locked, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_wanted.connect(self.open)
        dialog.restore_wanted.connect(self.restore)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def open(self, sequence: int) -> None:
        """Open the version that the change of this number left, as a draft of its own."""
        try:
            self._services.opener.show(self._services.library.earlier(self._desk.path, sequence))
        except DissoiError as error:
            self._tell(error)

    def restore(self, sequence: int) -> None:
        """Make the dossier what the change of this number left, in one step of undo."""
        from dissoi.storage.history import dossier_at

        try:
            earlier = dossier_at(self._desk.path, sequence)
        except DissoiError as error:
            self._tell(error)
            return
        if self._desk.apply(restore(earlier)):
            self.hint.emit(self.tr("The earlier version is back. Undo takes you to where you were."))
        elif not self._desk.locked:
            self.hint.emit(self.tr("The dossier is like this already."))

    def _tell(self, error: DissoiError) -> None:
        self._dialogs.tell(self.tr("Earlier Versions"), str(error))
