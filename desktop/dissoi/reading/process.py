# SPDX-License-Identifier: MIT
"""Has a file from outside read in a process of its own, which may break without harm."""

from __future__ import annotations

import json
import logging
import os
import signal
import site
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from threading import Thread
from time import monotonic
from typing import Self

from dissoi.reading.answer import MOST_BYTES, NonsenseError, draft_in
from dissoi.reading.detect import Kind
from dissoi.reading.errors import (
    BrokenReaderError,
    CancelledReadingError,
    OverflowingArticleError,
    SlowArticleError,
)
from dissoi.reading.reading import Draft

PATIENCE = 20.0
"""For how many seconds a file is read, unless a user is more patient."""
_POLL = 0.02
_PIECE = 1 << 16
_LOG = logging.getLogger(__name__)


def never() -> bool:
    """Nobody calls it off."""
    return False


def read_apart(
    kind: Kind,
    data: bytes,
    path: Path | str,
    *,
    cancelled: Callable[[], bool] = never,
    patience: float = PATIENCE,
) -> Draft:
    """The draft that the reader of a kind makes of a file's bytes, in a process of its own.

    Raises a `ReadingError` naming `path`, when there is none, `cancelled` returns True, or `patience`
    (seconds) is over.
    """
    asked = {"kind": kind.value, "name": PurePath(path).name, "seconds": int(patience) + 1}
    try:
        running = _Running(json.dumps(asked).encode() + b"\n", data)
    except OSError as error:
        _LOG.info("no reader could be started: %s", error)
        raise BrokenReaderError(path) from error
    with running:
        end = monotonic() + patience
        while not running.is_over(_POLL):
            if cancelled():
                raise CancelledReadingError(path)
            if monotonic() > end:
                raise SlowArticleError(path, f"{patience:g} seconds")
        if running.is_out_of_time:
            raise SlowArticleError(path, f"{patience:g} seconds")
        if len(running.answer) > MOST_BYTES:
            raise OverflowingArticleError(path)
        try:
            return draft_in(bytes(running.answer), path)
        except NonsenseError as error:
            raise BrokenReaderError(path) from error


def command() -> list[str]:
    """How the process is started: apart from whatever the user's surroundings add to Python."""
    user_site = site.getusersitepackages() if site.ENABLE_USER_SITE else ""
    apart = ["-E", "-P"] if user_site and __file__.startswith(user_site) else ["-I"]
    return [sys.executable, *apart, "-m", "dissoi.reading.child"]


class _Running:
    """The process, fed and heard by a thread each; left, it is no more."""

    def __init__(self, head: bytes, data: bytes) -> None:
        self.answer = bytearray()
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._threads = [
            Thread(target=self._feed, args=(head, data), daemon=True),
            Thread(target=self._hear, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()

    def is_over(self, timeout: float) -> bool:
        """Whether the process has said all, after waiting for that for `timeout` seconds."""
        self._threads[1].join(timeout)
        if self._threads[1].is_alive():
            return False
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout)
            return True
        # It closed its output and works on, or says more than anyone listens to.
        return len(self.answer) > MOST_BYTES

    @property
    def is_out_of_time(self) -> bool:
        """Whether the system ended the process for the time it used."""
        return self._process.returncode == -getattr(signal, "SIGXCPU", 0) != 0

    def _feed(self, head: bytes, data: bytes) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        with suppress(OSError):
            pipe.write(head)
            pipe.write(data)
            pipe.close()

    def _hear(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        with suppress(OSError, ValueError):
            while len(self.answer) <= MOST_BYTES and (piece := os.read(pipe.fileno(), _PIECE)):
                self.answer += piece
