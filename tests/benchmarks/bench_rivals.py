# SPDX-License-Identifier: MIT
"""The time and memory of a brief beside other typesetters on the same content, in one run.

Each is a process of its own, from its start to the finished file, in turn with the others, so that what else
the machine does hits all alike. The bars: not slower than 0.6 of Typst's time and 0.2 of WeasyPrint's on a
brief of 112 pages, be its paragraphs few and long or many and short; a page of 920 takes at most 1.3 times as
long; under 250 MB; 12 pages within 0.6 seconds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from tests.benchmarks.generated import generated_dossier, weighed_dossier
from tests.benchmarks.rivals import WRITERS

from dissoi.briefing.gather import brief_of
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.storage.file import create

SMALL, MIDDLE, LARGE = 34, 520, 4360
"""Arguments that make about 12, 112 and 920 pages."""
PAIRS = 68
"""Pairs of facing arguments, of long paragraphs with sources and answers, that make about 112 pages."""
ROUNDS = {"dissoi": 5, "typst": 5, "weasyprint": 1}
OF_TYPST, OF_WEASYPRINT, GROWTH, MEGABYTES, START = 0.6, 0.2, 1.3, 250, 0.6


@dataclass(frozen=True)
class Run:
    """One process: seconds by the clock and of the processor, most memory in MB, and the pages it made."""

    seconds: float
    worked: float
    megabytes: float
    pages: int


def run(command: list[str], target: Path) -> Run:
    """Run a command that writes a PDF. Compiled modules are kept, as where a program is installed."""
    target.unlink(missing_ok=True)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    with subprocess.Popen(command, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    with pdfium.PdfDocument(target) as pdf:
        return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, len(pdf))


def content(arguments: int) -> Dossier:
    """A dossier of many short paragraphs."""
    return generated_dossier(arguments, passages=arguments)


def ours(folder: Path, dossier: Dossier) -> list[str]:
    """The command that sets the brief of a dossier, which it writes."""
    made = folder / f"{len(dossier.records)}.dissoi"
    if not made.exists():
        create(made, dossier)
    target = folder / "dissoi.pdf"
    target.unlink(missing_ok=True)
    return [sys.executable, "-m", "dissoi", "export", "--force", str(made), str(target)]


def rival(folder: Path, dossier: Dossier, name: str) -> list[str]:
    """The command that sets the same content with another program."""
    ending, written = WRITERS[name]
    source = folder / f"{name}.{ending}"
    source.write_text(written(brief_of(dossier, blocks_of)), encoding="utf-8")
    script = Path(__file__).with_name("set_by_rival.py")
    return [sys.executable, str(script), name, str(source), str(folder / f"{name}.pdf")]


def told(name: str, runs: list[Run]) -> Run:
    """Prints the medians of several runs, and returns them."""
    middle = Run(*(statistics.median(getattr(each, part) for each in runs) for part in Run.__annotations__))
    print(
        f"{name:12} {middle.pages:5.0f} pages {middle.seconds:7.2f} s {middle.worked:7.2f} s of processor"
        f" {middle.megabytes:6.0f} MB"
    )
    return middle


@pytest.mark.parametrize(
    "make", [lambda: content(MIDDLE), lambda: weighed_dossier(PAIRS)], ids=["short", "long"]
)
def test_time_beside_rivals(tmp_path: Path, make: Callable[[], Dossier]) -> None:
    dossier = make()
    present = [name for name in WRITERS if find_spec(name) is not None]
    commands = {"dissoi": ours(tmp_path, dossier)}
    commands |= {name: rival(tmp_path, dossier, name) for name in present}
    for name in ("dissoi", "typst"):
        if name in commands:
            run(commands[name], tmp_path / f"{name}.pdf")
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for place in range(max(ROUNDS.values())):
        for name, command in commands.items():
            if place < ROUNDS[name]:
                runs[name].append(run(command, tmp_path / f"{name}.pdf"))
    print()
    medians = {name: told(name, each) for name, each in runs.items()}
    own = medians["dissoi"]
    for name, bar in (("typst", OF_TYPST), ("weasyprint", OF_WEASYPRINT)):
        if name not in medians:
            print(f"{name} is not installed; `make rivals` installs what is compared with.")
            continue
        ratio = own.seconds / medians[name].seconds
        print(f"of {name}’s time: {ratio:.2f}; of the processor: {own.worked / medians[name].worked:.2f}")
        assert ratio <= bar
    if not present:
        pytest.skip("none of the programs to compare with is installed; `make rivals` installs them")


def test_time_of_a_page_and_memory_of_a_long_brief(tmp_path: Path) -> None:
    target = tmp_path / "dissoi.pdf"
    run(ours(tmp_path, content(MIDDLE)), target)
    print()
    middle = told("112 pages", [run(ours(tmp_path, content(MIDDLE)), target) for _ in range(3)])
    large = told("920 pages", [run(ours(tmp_path, content(LARGE)), target)])
    growth = (large.worked / large.pages) / (middle.worked / middle.pages)
    print(f"a page takes {growth:.2f} times as long")
    assert growth <= GROWTH
    assert large.megabytes < MEGABYTES


def test_a_short_brief_from_the_start_of_the_process(tmp_path: Path) -> None:
    target = tmp_path / "dissoi.pdf"
    run(ours(tmp_path, content(SMALL)), target)
    print()
    small = told("12 pages", [run(ours(tmp_path, content(SMALL)), target) for _ in range(7)])
    assert small.seconds < START
