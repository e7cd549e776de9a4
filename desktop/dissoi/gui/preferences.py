# SPDX-License-Identifier: MIT
"""The settings as the window uses them: a value that is replaced, and kept on disk when it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dissoi.storage.settings import Settings


class Preferences:
    """Holds the settings. `keep` writes them; settings that cannot be written are used all the same."""

    def __init__(self, settings: Settings, keep: Callable[[Settings], None]) -> None:
        self.now = settings
        self._keep = keep

    def change(self, **values: object) -> None:
        """Change some settings, named as the fields of `Settings`, and have them kept if they differ."""
        changed = self.now.model_copy(update=values)
        if changed != self.now:
            self.now = changed
            self._keep(changed)

    def read(self, path: Path, shown: tuple[str, str], places: Mapping[str, tuple[int, int]]) -> None:
        """Remember what was shown of a dossier and where its articles were left."""
        self.now = self.now.with_reading(path, shown, places)
        self._keep(self.now)

    def note(self, path: Path) -> None:
        """Put a file on top of those opened before; `keep` writes that down."""
        self.now = self.now.with_recent(path)

    def keep(self) -> None:
        """Write the settings down as they are now."""
        self._keep(self.now)

    def remember(self, path: Path) -> None:
        """Put a file on top of those opened before, and write that down."""
        self.note(path)
        self.keep()
