# SPDX-License-Identifier: MIT
"""Brings changes to the disk: in order, off the caller's thread, and never claiming more than is there."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Condition, Lock, Thread
from time import monotonic
from typing import NamedTuple

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.change import Change
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.session import Cause, Event
from dissoi.identity import now
from dissoi.storage.errors import DiskTroubleError
from dissoi.storage.file import Commit, Head, append, save_copy

_LOG = logging.getLogger(__name__)


class Saving(StrEnum):
    """Where saving stands."""

    SAVED = "saved"
    PENDING = "pending"
    FAILED = "failed"


class SaveState(NamedTuple):
    """Where saving stands; `committed` is how many of the changes submitted so far are on the disk.

    `SAVED` means all of them. `error` is there when, and as long as, saving fails.
    """

    saving: Saving
    committed: int
    error: DissoiError | None = None


class Timing(NamedTuple):
    """When changes are written, in seconds.

    What alters records that are there, as typing does, is written once it pauses for `pause`, and at the
    latest after `longest`; what adds or removes records at once.
    What failed is tried again after `again`.
    """

    pause: float = 0.4
    longest: float = 2.0
    again: float = 2.0


USUAL = Timing()


class _Waiting(NamedTuple):
    """A commit, and how many changes were submitted before it."""

    commit: Commit
    earlier: int


class Saver:
    """Writes submitted changes to the file of `head` on a thread of its own.

    `on_state` is called from that thread whenever the state is another; a listener that passes the news on
    to another thread shows what `state` says by then. Changes that cannot be written are kept and tried
    again, until they are written there or by `save_as`.
    """

    def __init__(
        self,
        head: Head,
        on_state: Callable[[SaveState], None],
        *,
        timing: Timing = USUAL,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._head = head
        self._on_state = on_state
        self._timing = timing
        self._clock = clock
        self._waiting: list[_Waiting] = []
        self._writing: list[_Waiting] = []
        self._submitted = 0
        self._failures = 0
        self._error: DissoiError | None = None
        self._oldest = 0.0
        self._due = math.inf
        self._busy = False
        self._closed = False
        self._news = Condition()
        self._file = Lock()
        self._thread = Thread(target=self._work, name="dissoi-saver", daemon=True)
        self._thread.start()

    @property
    def path(self) -> Path:
        """The file that is written to."""
        return self._head.path

    @property
    def state(self) -> SaveState:
        """Where saving stands at this moment."""
        with self._news:
            return self._state()

    def hear(self, event: Event, *attachments: Attachment) -> None:
        """Submit what a `Session` tells: hand this to `Session.listen`.

        `attachments` come with the event's change. Files once kept stay, so that redo needs none.
        """
        named = {Cause.UNDO: f"Undo {event.change.label}", Cause.REDO: f"Redo {event.change.label}"}
        self.submit(event.change._replace(label=named.get(event.cause, event.change.label)), *attachments)

    def submit(self, change: Change, *attachments: Attachment) -> None:
        """Have a change written, after all submitted before it. Returns at once."""
        with self._news:
            if self._closed:
                raise RuntimeError("a change was submitted after closing")
            if not self._waiting:
                self._oldest = monotonic()
            self._keep(Commit(change, self._clock(), attachments))
            self._submitted += 1
            self._due = self._when(change)
            self._news.notify_all()

    def flush(self) -> None:
        """Have written now what is waiting or has failed. Notices a file that is gone in any case."""
        with self._news:
            self._due = monotonic()
            self._news.notify_all()

    def wait(self, timeout: float | None = None) -> SaveState:
        """Write what is waiting and return once it is on the disk, or failed, or `timeout` seconds passed."""
        with self._news:
            failures = self._failures
            if not self._closed:
                self.flush()
                self._news.wait_for(lambda: self._is_idle() or self._failures > failures, timeout)
            return self._state()

    def save_as(self, path: Path, dossier: Dossier, *, force: bool = False) -> None:
        """Write `dossier`, which holds all submitted changes, to another file, and go on there.

        Its history goes along if the old file can still be read. Returns when it is on the disk; raises
        a `StorageError` and goes on with the old file when it could not be written.
        """
        with self._file:
            with self._news:
                waiting = list(self._waiting)
            head = save_copy(self._head, path, dossier, [each.commit for each in waiting], force=force)
            with self._news:
                self._waiting = self._waiting[len(waiting) :]
                self._settle(head)

    def close(self, timeout: float | None = None) -> SaveState:
        """Write what is waiting, end the thread, and return how it went. `save_as` still works then."""
        state = self.wait(timeout)
        with self._news:
            self._closed = True
            self._news.notify_all()
        self._thread.join(timeout)
        return state

    def _keep(self, commit: Commit) -> None:
        last = self._waiting[-1] if self._waiting else None
        if last is None or not _goes_on(last.commit, commit):
            self._waiting.append(_Waiting(commit, self._submitted))
            return
        self._waiting.pop()
        if whole := last.commit.change.then(commit.change):
            commit = last.commit._replace(change=whole, time=commit.time)
            self._waiting.append(last._replace(commit=commit))

    def _when(self, change: Change) -> float:
        """When to write what is waiting, now that `change` has joined it."""
        time = monotonic()
        if self._due <= time:
            return self._due
        if self._error is not None:
            return min(self._due, time + self._timing.again)
        if not _amends(change):
            return time
        return min(time + self._timing.pause, self._oldest + self._timing.longest)

    def _state(self) -> SaveState:
        left = [*self._writing, *self._waiting]
        committed = left[0].earlier if left else self._submitted
        if self._error is not None:
            return SaveState(Saving.FAILED, committed, self._error)
        return SaveState(Saving.PENDING if left else Saving.SAVED, committed)

    def _is_idle(self) -> bool:
        return self._due == math.inf and not self._busy

    def _work(self) -> None:
        told: SaveState | None = None
        while True:
            with self._news:
                while self._state() == told and monotonic() < self._due and not self._closed:
                    self._news.wait(None if self._due == math.inf else self._due - monotonic())
                state, over = self._state(), self._closed
            if state != told:
                self._tell(state)
                told = state
            elif over:
                return
            else:
                self._write()

    def _tell(self, state: SaveState) -> None:
        try:
            self._on_state(state)
        except Exception:  # noqa: BLE001 - it is logged
            # The listener's trouble must not end the thread that everybody's work depends on.
            _LOG.exception("could not tell that saving is %s", state.saving)

    def _write(self) -> None:
        with self._file:
            with self._news:
                self._writing, self._waiting = self._waiting, []
                self._due, self._busy = math.inf, True
            try:
                head = append(self._head, *(each.commit for each in self._writing))
            except DissoiError as error:
                self._fail(error)
            except Exception as error:  # noqa: BLE001 - whatever it is, work is kept and the user is told
                self._fail(DiskTroubleError(self.path, f"{type(error).__name__}: {error}"))
            else:
                with self._news:
                    self._settle(head)

    def _settle(self, head: Head) -> None:
        self._head, self._writing, self._error, self._busy = head, [], None, False
        if not self._waiting:
            self._due = math.inf
        self._news.notify_all()

    def _fail(self, error: DissoiError) -> None:
        with self._news:
            self._waiting, self._writing = [*self._writing, *self._waiting], []
            if (type(error), str(error)) != (type(self._error), str(self._error)):
                self._error = error
            self._busy = False
            self._failures += 1
            self._due = monotonic() + self._timing.again
            self._news.notify_all()


def _amends(change: Change) -> bool:
    """Whether a change alters records that are there before and after, as typing does."""
    return all(each.before and each.after for each in change.differences.values())


def _goes_on(earlier: Commit, later: Commit) -> bool:
    """Whether a change goes on where the one before it stopped, so that both are one in the history."""
    first, second = earlier.change, later.change
    alike = (first.label, first.who, first.differences.keys()) == (
        second.label,
        second.who,
        second.differences.keys(),
    )
    return alike and _amends(first) and _amends(second) and not later.attachments
