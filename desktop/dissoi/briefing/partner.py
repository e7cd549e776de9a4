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
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Protocol

Share = Generator[object, Any, None]

_ROOM = 1 << 20
"""Bytes that a pipe is to hold."""
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

    What is made is sent as it is made, as far as the pipe has room: so it is taken in meanwhile. Where the
    process fails or cannot begin, for whatever reason, its share is done here.
    """

    def __init__(self, begin: Callable[[], Share]) -> None:
        self._begin = begin
        self._told: list[object] = []
        self._heard = 0
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
        _enlarge(made)
        if not self._process:
            _do(begin, told, made, others=(hear, tell))
        os.close(made)
        os.close(told)
        self._from, self._to = os.fdopen(hear, "rb"), os.fdopen(tell, "wb", buffering=0)

    def hear(self) -> Any:
        """The next that the share has made."""
        if self._instead is None:
            with suppress(EOFError, OSError, pickle.PickleError):
                made = pickle.load(self._from)  # noqa: S301 - our own process wrote it
                self._heard += 1
                return made
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
        with os.fdopen(told, "rb") as source:
            _work(begin(), source, _Outbox(made))
        status = 0
    finally:
        os._exit(status)


def _work(share: Share, told: BinaryIO, outbox: _Outbox) -> None:
    made = next(share, _END)
    while made is not _END:
        if made is None:
            outbox.empty()
            made = share.send(pickle.load(told))  # noqa: S301 - the process that we come from wrote it
        else:
            outbox.put(made)
            made = next(share, _END)
    outbox.empty()


class _Outbox:
    """What goes into a pipe: at once what it has room for, and the rest before anything is waited for."""

    def __init__(self, end: int) -> None:
        self._end = end
        self._left = bytearray()

    def put(self, made: object) -> None:
        """Add a value, and do not wait for who reads it."""
        self._left += pickle.dumps(made)
        os.set_blocking(self._end, False)
        with suppress(BlockingIOError):
            self._write()

    def empty(self) -> None:
        """Wait until all is in the pipe."""
        os.set_blocking(self._end, True)
        self._write()

    def _write(self) -> None:
        while self._left:
            del self._left[: os.write(self._end, self._left)]


def _enlarge(pipe: int) -> None:
    """Let a pipe hold as much as a system usually allows, a hundred pages or so; it works with less."""
    from fcntl import F_SETPIPE_SZ, fcntl

    with suppress(OSError):
        fcntl(pipe, F_SETPIPE_SZ, _ROOM)
