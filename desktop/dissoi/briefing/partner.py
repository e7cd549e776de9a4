# SPDX-License-Identifier: MIT
"""Someone who does a share of the work: a process of its own where it may be, else whoever asks, in turn.

A share is a generator. It yields what it has made, bit by bit; where it needs to be told something, it yields
None and is sent what it was told. So both ways make the same: a share does not know who does it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Protocol

Share = Generator[object, Any, None]

_END = object()
"""A share has made all."""


class Partner(Protocol):
    """Does a share of the work."""

    def hear(self) -> Any:
        """The next that the share has made."""

    def tell(self, told: object) -> None:
        """Tell what the share will ask for; once for each time."""

    def dismiss(self) -> None:
        """Nothing more is wanted."""


Engage = Callable[[Callable[[], Share]], Partner]
"""Has a share done by someone. It may be begun more than once."""


class InTurn:
    """Does a share when its fruits are asked for."""

    def __init__(self, begin: Callable[[], Share]) -> None:
        self._share = begin()
        self._told: list[object] = []

    def hear(self) -> Any:
        """The next that the share has made."""
        made = next(self._share)
        return self._share.send(self._told.pop(0)) if made is None else made

    def tell(self, told: object) -> None:
        """Tell what the share will ask for."""
        self._told.append(told)

    def dismiss(self) -> None:
        """Nothing more is wanted."""
        self._share.close()


class Forked:
    """Does a share in a process that begins as a copy of this one, which must have no threads.

    What is made is sent together when something is asked for, and at the end: a pipe holds little, and who
    writes to a full one waits. Where the process fails or cannot begin, for whatever reason, its share is
    done here.
    """

    def __init__(self, begin: Callable[[], Share]) -> None:
        self._begin = begin
        self._told: list[object] = []
        self._heard = 0
        self._made: deque[object] = deque()
        self._instead: InTurn | None = None
        self._process = 0
        ends: list[int] = []
        try:
            ends += os.pipe()
            ends += os.pipe()
            self._process = os.fork()
        except OSError:
            # The system has no room for another process, or allows none.
            for end in ends:
                os.close(end)
            self._instead = InTurn(begin)
            return
        hear, made, told, tell = ends
        if not self._process:
            _do(begin, told, made, others=(hear, tell))
        os.close(made)
        os.close(told)
        self._from, self._to = os.fdopen(hear, "rb"), os.fdopen(tell, "wb", buffering=0)

    def hear(self) -> Any:
        """The next that the share has made."""
        if self._instead is None:
            with suppress(EOFError, OSError, pickle.PickleError):
                if not self._made:
                    self._made = deque(pickle.load(self._from))  # noqa: S301 - our own process wrote it
                self._heard += 1
                return self._made.popleft()
            self._instead = self._do_here()
        return self._instead.hear()

    def _do_here(self) -> InTurn:
        """Do the share again up to what was heard of it."""
        self.dismiss()
        instead = InTurn(self._begin)
        for told in self._told:
            instead.tell(told)
        for _ in range(self._heard):
            instead.hear()
        return instead

    def tell(self, told: object) -> None:
        """Tell what the share will ask for."""
        self._told.append(told)
        if self._instead is not None:
            self._instead.tell(told)
            return
        with suppress(OSError):
            left = memoryview(pickle.dumps(told))
            while left:
                # A signal may come when only a part is written.
                left = left[self._to.write(left) :]

    def dismiss(self) -> None:
        """Nothing more is wanted."""
        if not self._process:
            return
        process, self._process = self._process, 0
        self._from.close()
        self._to.close()
        with suppress(OSError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def engaged(*, is_alone: bool) -> Engage:
    """Whoever does a share soonest: a process, if this one `is_alone` and there are two processors for them.

    Tried on Linux alone.
    """
    if is_alone and sys.platform == "linux":
        with suppress(OSError):
            # A debugger or whatever else runs in here may have begun threads that nobody knows of.
            if len(os.sched_getaffinity(0)) > 1 and len(list(Path("/proc/self/task").iterdir())) == 1:
                return Forked
    return InTurn


def _do(begin: Callable[[], Share], told: int, made: int, others: Iterable[int]) -> None:
    """Do a share and end the process. Whatever goes wrong is noticed by who waits for it.

    `others` are the ends of pipes that are not for this process: left open, they would hide that the other
    process has ended.
    """
    status = 1
    try:
        for end in others:
            os.close(end)
        with os.fdopen(told, "rb") as source, os.fdopen(made, "wb") as to:
            for batch in _batches(begin(), source):
                pickle.dump(batch, to)
                to.flush()
        status = 0
    finally:
        os._exit(status)


def _batches(share: Share, told: BinaryIO) -> Iterator[Sequence[object]]:
    """What a share makes up to each question, and up to its end."""
    batch: list[object] = []
    made = next(share, _END)
    while made is not _END:
        if made is None:
            yield batch
            batch = []
            made = share.send(pickle.load(told))  # noqa: S301 - the process that we come from wrote it
        else:
            batch.append(made)
            made = next(share, _END)
    yield batch
