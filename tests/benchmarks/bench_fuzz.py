# SPDX-License-Identifier: MIT
"""4,000 hostile dossiers: no brief raises, hangs, reads a file or the network, or loses what was typed."""

from __future__ import annotations

import time

from tests.briefing.fuzzed import check, check_forms, check_typed, check_typed_forms

COUNT, TYPED, FORMS = 4_000, 400, 200


def test_thousands_of_hostile_dossiers() -> None:
    began = time.perf_counter()
    for seed in range(COUNT):
        check(seed)
    for seed in range(TYPED):
        check_typed(seed)
    for seed in range(FORMS):
        check_forms(seed)
        check_typed_forms(seed)
    print(f"\n{COUNT} hostile dossiers: {time.perf_counter() - began:.0f} s")
