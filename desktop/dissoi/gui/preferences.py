# SPDX-License-Identifier: MIT
"""The settings as the window uses them: a value that is replaced, and kept on disk when it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dissoi.storage.presence import is_folder
from dissoi.storage.settings import Settings, documents_folder


class Preferences:
    """Holds the settings. `keep` writes them; settings that cannot be written are used all the same.

    Files below `passing`, the system's folder of temporary files, are not remembered: they are soon gone.
    """

    def __init__(
        self, settings: Settings, keep: Callable[[Settings], None], passing: Path | None = None
    ) -> None:
        self.now = settings
        self._keep = keep
        self._passing = passing

    def change(self, **values: object) -> None:
        """Change some settings, named as the fields of `Settings`, and have them kept if they differ."""
        changed = self.now.model_copy(update=values)
        if changed != self.now:
            self.now = changed
            self._keep(changed)

    def hold(self, **values: object) -> None:
        """Change some settings as `change` does, while they are typed: `keep` writes them down."""
        self.now = self.now.model_copy(update=values)

    def read(self, path: Path, shown: tuple[str, str], places: Mapping[str, tuple[int, int]]) -> None:
        """Remember what was shown of a dossier and where its articles were left."""
        self.now = self.now.with_reading(path, shown, places)
        self._keep(self.now)

    def note(self, path: Path) -> None:
        """Put a file on top of those opened before; `keep` writes that down."""
        if not self._passes(path):
            self.now = self.now.with_recent(path)

    def folder(self, beside: Path | None = None) -> Path:
        """The folder to offer for a file, perhaps `beside` another.

        Failing that it is the one used last, else the user's documents; never one of temporary files.
        """
        return self._first_of(str(beside.parent) if beside else "", self.now.last_folder)

    def brief_folder(self, dossier: Path, *, draft: bool) -> Path:
        """The folder to offer for the brief of a dossier: where its last one is, else its own.

        A `draft` is nowhere that its user knows: its brief is offered the user's documents.
        """
        return self._first_of(self.now.export_of(dossier), "" if draft else str(dossier.parent))

    def note_brief(self, dossier: Path, brief: Path) -> None:
        """Remember where the brief of a dossier was written to."""
        self.now = self.now.with_export(dossier, brief.parent)
        self.keep()

    def _first_of(self, *wished: str) -> Path:
        folders = (Path(each) for each in wished if each)
        found = (each for each in folders if is_folder(each) and not self._passes(each))
        return next(found, None) or documents_folder()

    def _passes(self, path: Path) -> bool:
        return self._passing is not None and path.resolve().is_relative_to(self._passing.resolve())

    def keep(self) -> None:
        """Write the settings down as they are now."""
        self._keep(self.now)

    def remember(self, path: Path) -> None:
        """Put a file on top of those opened before, and write that down."""
        self.note(path)
        self.keep()
