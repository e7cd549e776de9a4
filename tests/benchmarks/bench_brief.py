# SPDX-License-Identifier: MIT
"""How long a brief takes. The bar: 120 pages in under 4 seconds, in proportion up to 1,000 pages."""

from __future__ import annotations

import time

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from tests.benchmarks.generated import generated_dossier

from dissoi.briefing.content import Occasion
from dissoi.briefing.pdf import make_brief

SIZES = (36, 560, 4700)
"""Arguments that make about 13, 120 and 1,000 pages."""
MOST_SECONDS, FOR_PAGES = 4.0, 120
MOST_GROWTH = 1.6
"""A page of the largest brief may take this many times as long as one of the middle one."""


def timed_brief(arguments: int) -> tuple[int, float, float]:
    """Pages of a generated brief, and the seconds it took, by the clock and of the processor."""
    dossier = generated_dossier(arguments, passages=arguments)
    clock, processor = time.perf_counter(), time.process_time()
    brief = make_brief(dossier, occasion=Occasion(made_on="2026-01-12"))
    seconds, worked = time.perf_counter() - clock, time.process_time() - processor
    with pdfium.PdfDocument(brief) as pdf:
        return len(pdf), seconds, worked


def test_time_of_a_brief() -> None:
    measured = [timed_brief(arguments) for arguments in SIZES]
    print()
    for pages, seconds, worked in measured:
        print(f"brief: {pages:5} pages {seconds:7.2f} s {pages / worked:5.0f} pages/s")
    _, (pages, seconds, worked), (most_pages, _, most_worked) = measured
    assert pages >= FOR_PAGES
    assert seconds < MOST_SECONDS
    assert most_worked / most_pages < MOST_GROWTH * worked / pages


if __name__ == "__main__":
    test_time_of_a_brief()
