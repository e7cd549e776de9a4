# SPDX-License-Identifier: MIT
"""The open dossier and the one door through which it is replaced."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from dissoi.dossier.change import Change, difference
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit


class Cause(StrEnum):
    """Which way a change came about."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


class Event(NamedTuple):
    """What listeners are told: the dossier now, what changed, and who asked for it.

    `initiator` is the object that asked, so that a view can pass over its own echo.
    """

    dossier: Dossier
    change: Change
    cause: Cause
    initiator: object = None


Listener = Callable[[Event], None]


class _Step(NamedTuple):
    change: Change
    typing: str


class Session:
    """Holds the open dossier. `apply`, `undo` and `redo` are the only ways to replace it."""

    def __init__(self, dossier: Dossier, who: str = "") -> None:
        self._dossier = dossier
        self._who = who
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._open_step = False
        self._listeners: list[Listener] = []

    @property
    def dossier(self) -> Dossier:
        """The dossier as it stands."""
        return self._dossier

    @property
    def undo_label(self) -> str:
        """What undo would take back, or ""."""
        return self._done[-1].change.label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What redo would bring back, or ""."""
        return self._undone[-1].change.label if self._undone else ""

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; returns the function that stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit, initiator: object = None) -> Change:
        """Make an edit. An edit that raises, or changes nothing, leaves all as it was."""
        after = edit.run(self._dossier)
        change = difference(self._dossier, after, edit.label, self._who)
        if change:
            self._dossier = after
            self._remember(change, edit.typing)
            self._tell(change, Cause.EDIT, initiator)
        return change

    def end_typing(self) -> None:
        """From here on, typing makes a new step of history (a field was left, or a pause was made)."""
        self._open_step = False

    def undo(self, initiator: object = None) -> Change | None:
        """Take the last step back; None when there is none."""
        return self._travel(self._done, self._undone, Cause.UNDO, initiator)

    def redo(self, initiator: object = None) -> Change | None:
        """Bring the last step taken back again; None when there is none."""
        return self._travel(self._undone, self._done, Cause.REDO, initiator)

    def _travel(
        self, source: list[_Step], target: list[_Step], cause: Cause, initiator: object
    ) -> Change | None:
        self._open_step = False
        if not source:
            return None
        step = source.pop()
        change = step.change.inverse() if cause is Cause.UNDO else step.change
        self._dossier = change.applied_to(self._dossier)
        target.append(step)
        self._tell(change, cause, initiator)
        return change

    def _remember(self, change: Change, typing: str) -> None:
        last = self._done[-1] if self._done else None
        if typing and self._open_step and last is not None and last.typing == typing:
            self._extend(last, change)
        else:
            self._done.append(_Step(change, typing))
            self._open_step = bool(typing)
        self._undone.clear()

    def _extend(self, last: _Step, change: Change) -> None:
        self._done.pop()
        if whole := last.change.then(change):
            self._done.append(last._replace(change=whole))
        else:
            # Nothing is left of this step; what is typed next must not join the one before it.
            self._open_step = False

    def _tell(self, change: Change, cause: Cause, initiator: object) -> None:
        event = Event(self._dossier, change, cause, initiator)
        for listener in tuple(self._listeners):
            listener(event)
