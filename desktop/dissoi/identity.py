# SPDX-License-Identifier: MIT
"""New ids and the time of day: the only place that asks the clock or chance for what dossiers keep."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock

from dissoi.dossier.records import NewId, RecordId

_CHANCE = 74
"""How many bits of a UUID of version 7 are left to chance: rand_a and rand_b of RFC 9562."""
_LOW = 62
"""How many of them stand behind the variant."""


def _bits(count: int) -> int:
    return int.from_bytes(os.urandom(count // 8 + 1)) & ((1 << count) - 1)


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000


class IdSource:
    """Draws UUIDs of version 7 (RFC 9562, section 5.7), each greater than the one before.

    Within a millisecond, or when the clock is set back, the last id is counted on by a random step
    (section 6.2, method 2). Safe to call from several threads.
    """

    def __init__(
        self,
        milliseconds: Callable[[], int] = _milliseconds,
        bits: Callable[[int], int] = _bits,
    ) -> None:
        self._milliseconds = milliseconds
        self._bits = bits
        self._last = 0
        self._lock = Lock()

    def __call__(self) -> RecordId:
        """A new id, such as "01a2038d-7f70-72b4-b083-ae12a1f769df"."""
        with self._lock:
            drawn = self._milliseconds() << _CHANCE | self._bits(_CHANCE)
            if drawn >> _CHANCE <= self._last >> _CHANCE:
                drawn = self._last + 1 + self._bits(_CHANCE // 2)
            self._last = drawn
        return _written(drawn)


def _written(drawn: int) -> RecordId:
    """Time and chance as the text of a UUID, with version and variant put in."""
    version = drawn >> _LOW << 4 & ~0xFFFF | 7 << 12 | drawn >> _LOW & 0xFFF
    digits = f"{version << 64 | 0b10 << _LOW | drawn & ((1 << _LOW) - 1):032x}"
    return RecordId("-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])))


new_id: NewId = IdSource()
"""Draws the ids of this process; one source, so that ids sort as they were drawn."""


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def today() -> str:
    """The date where the user is, as in "2026-02-18"."""
    return now().astimezone().date().isoformat()
