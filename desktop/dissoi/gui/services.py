# SPDX-License-Identifier: MIT
"""What all windows share, and what they ask of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.library import Library
from dissoi.gui.preferences import Preferences


class Opener(Protocol):
    """What opens windows."""

    def new(self) -> None:
        """Open a window on a new dossier. Raises a `StorageError`."""

    def open(self, path: Path) -> None:
        """Open a window on a file. Raises a `DissoiError`."""

    def open_sample(self) -> None:
        """Open a window on a copy of the sample. Raises a `StorageError`."""

    def show(self, desk: Desk) -> None:
        """Open a window on a desk."""

    def redress(self) -> None:
        """Give all windows the colours that are chosen now."""

    def quit(self) -> None:
        """Close all windows."""


class Services(NamedTuple):
    """What all windows share."""

    library: Library
    preferences: Preferences
    opener: Opener
    dialogs: Callable[[QWidget], Dialogs] = Dialogs
