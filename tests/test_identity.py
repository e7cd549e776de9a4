# SPDX-License-Identifier: MIT
"""New ids are UUIDs of version 7 that sort as they were drawn."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import RFC_4122, UUID

from dissoi.identity import IdSource, new_id, now


def test_an_id_is_a_uuid_of_version_7_with_the_time() -> None:
    before = time.time_ns() // 1_000_000
    drawn = new_id()
    uuid = UUID(drawn)
    assert str(uuid) == drawn
    assert (uuid.version, uuid.variant) == (7, RFC_4122)
    assert before <= uuid.int >> 80 <= time.time_ns() // 1_000_000 + 1


def test_the_example_of_the_standard() -> None:
    chance = 0xCC3 << 62 | 0x18C4DC0C0C07398F
    source = IdSource(milliseconds=lambda: 0x017F22E279B0, bits=lambda _count: chance)
    assert source() == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_ids_sort_as_they_were_drawn() -> None:
    drawn = [new_id() for _ in range(10_000)]
    assert drawn == sorted(set(drawn))


def test_ids_sort_even_when_the_clock_is_set_back() -> None:
    clock = iter([5000, 5000, 4000, 4000, 5001])
    most = (1 << 74) - 1
    source = IdSource(milliseconds=lambda: next(clock), bits=lambda count: most >> (74 - count))
    drawn = [source() for _ in range(5)]
    assert drawn == sorted(set(drawn))
    assert all(UUID(each).version == 7 and UUID(each).variant == RFC_4122 for each in drawn)


def test_threads_draw_different_ids() -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = [
            each for many in pool.map(lambda _: [new_id() for _ in range(2000)], range(4)) for each in many
        ]
    assert len(set(drawn)) == 8000


def test_the_time_has_a_zone() -> None:
    assert now().utcoffset() == timedelta(0)
