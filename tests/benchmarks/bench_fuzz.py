# SPDX-License-Identifier: MIT
"""4,000 hostile dossiers: no brief raises, hangs, reads a file or the network, or loses what was typed.

All processors share the work. What failed is told with its seed: `check(seed)` makes it again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from tests.briefing.fuzzed import check, check_forms, check_typed, check_typed_forms

COUNT, TYPED, FORMS = 4_000, 400, 200
AT_ONCE = 20
Check = Callable[[int], None]


def checked(check_one: Check, seeds: range) -> str:
    """What is wrong with the first of these that is not as it should be; "" if nothing is."""
    for seed in seeds:
        try:
            check_one(seed)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            return f"{check_one.__name__}({seed}): {type(error).__name__}: {error}"
    return ""


def tasks() -> Iterator[tuple[Check, range]]:
    """All that is to be checked, in portions."""
    for check_one, count in (
        (check, COUNT),
        (check_typed, TYPED),
        (check_forms, FORMS),
        (check_typed_forms, FORMS),
    ):
        for first in range(0, count, AT_ONCE):
            yield check_one, range(first, min(first + AT_ONCE, count))


def test_thousands_of_hostile_dossiers() -> None:
    began = time.perf_counter()
    failed: list[str] = []
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        given: list[Future[str]] = [pool.submit(checked, *task) for task in tasks()]
        for done, future in enumerate(as_completed(given), 1):
            failed += filter(None, [future.result()])
            if not done % 20:
                told = f"{done} of {len(given)} portions, {len(failed)} failed"
                print(f"\n{told}, {time.perf_counter() - began:.0f} s", end="", flush=True)
    print(f"\n{COUNT} hostile dossiers: {time.perf_counter() - began:.0f} s")
    assert not failed, "\n".join(failed)
