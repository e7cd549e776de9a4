# SPDX-License-Identifier: MIT
"""Killed at any moment, the program leaves a dossier that opens and has all that was said to be saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from tests.storage.editing import edits_in

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.session import Session
from dissoi.storage.file import create, load

ROUNDS = 40
LONGEST = 0.12
"""Seconds that a round may take before it is killed."""


def killed_after(program: subprocess.Popen[str], path: Path, round_: int, seconds: float) -> int:
    """Let the program edit for a while, kill it, and return how many edits it had said to be saved."""
    assert program.stdin is not None
    assert program.stdout is not None
    print(path, round_, file=program.stdin, flush=True)
    process = int(program.stdout.readline().removeprefix("process "))
    lines = [program.stdout.readline()]
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    while (line := program.stdout.readline()) != "over\n":
        lines.append(line)
    assert all(line.startswith("saved ") for line in lines), lines
    return int(lines[-1].removeprefix("saved "))


def is_reached(before: Dossier, round_: int, after: Dossier, least: int) -> bool:
    """Whether at least so many of a round's edits make `after` of `before`."""
    session = Session(before)
    if not least and before == after:
        return True
    return any(
        number >= least and session.dossier == after for number, _ in enumerate(edits_in(round_, session), 1)
    )


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_killing_loses_nothing_that_was_said_to_be_saved(tmp_path: Path) -> None:
    path, chance, saved = tmp_path / "a.dissoi", Random(), list[int]()
    create(path, Dossier())
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("editing.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        for round_ in range(ROUNDS):
            before = load(path)
            said = killed_after(program, path, round_, chance.uniform(0, LONGEST))
            assert is_reached(before, round_, load(path), said), f"round {round_}: {said} were saved"
            saved.append(said)
        assert program.stdin is not None
        program.stdin.close()
    assert max(saved) > 10
