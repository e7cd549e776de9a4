# SPDX-License-Identifier: MIT
"""Sizes that a user gave to dialogs and columns: they are the same the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from dissoi.gui.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QSplitter  # their classes are made when a dialog is first shown


class Sizes(QObject):
    """The sizes that are remembered, in pixels, each by a name. The main window has them as `kept_sizes`."""

    ending = Signal()
    """The window closes, and takes along what stands beside it."""

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences

    def of(self, name: str) -> tuple[int, ...]:
        """The sizes in pixels that are remembered under a name; () for nothing."""
        return self._preferences.now.splitters.get(name, ())

    def keep(self, name: str, sizes: tuple[int, ...]) -> None:
        """Remember sizes in pixels under a name."""
        self._preferences.change(splitters={**self._preferences.now.splitters, name: sizes})


@runtime_checkable
class _Keeping(Protocol):
    """A window that remembers sizes."""

    kept_sizes: Sizes | None


def sizes_for(widget: QWidget) -> Sizes | None:
    """What remembers the sizes of what is in, or beside, a main window."""
    window = (widget.parentWidget() or widget).window()
    return window.kept_sizes if isinstance(window, _Keeping) else None


def keep_size(dialog: QDialog, name: str) -> None:
    """Let a dialog be as large as it was when it was left last, and remember how it is left this time."""
    if (sizes := sizes_for(dialog)) is not None:
        _Keeper(dialog, sizes, f"dialog {name}")


def keep_halves(halves: QSplitter, dialog: QDialog, name: str) -> None:
    """Let the parts of a dialog share its room as they were left last, and remember it when it is left."""
    if (sizes := sizes_for(dialog)) is None:
        return
    name = f"halves {name}"
    kept = sizes.of(name)
    if len(kept) == halves.count():
        halves.setSizes(list(kept))
    # What was never dragged keeps to the shares that it was made with.
    halves.splitterMoved.connect(lambda: sizes.keep(name, tuple(halves.sizes())))


class _Keeper(QObject):
    """Remembers the size of a dialog when that is put away."""

    def __init__(self, dialog: QDialog, sizes: Sizes, name: str) -> None:
        super().__init__(dialog)
        self._dialog, self._sizes, self._name = dialog, sizes, name
        kept = sizes.of(name)
        if len(kept) == 2:  # noqa: PLR2004 - width and height
            dialog.resize(QSize(*kept).boundedTo(dialog.screen().availableSize()))
        self._kept = dialog.size()
        dialog.finished.connect(self._keep)
        sizes.ending.connect(self._keep)

    def _keep(self) -> None:
        size = self._dialog.size()
        if size != self._kept and not self._dialog.isMaximized():
            self._kept = size
            self._sizes.keep(self._name, (size.width(), size.height()))
