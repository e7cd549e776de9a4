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
"""Seconds that a round may go on before it is killed, after the edits that it has in any case."""
MOST = 16
"""Edits that are waited for: however busy the machine is, there is something to lose."""


def killed_after(program: subprocess.Popen[str], path: Path, round_: int, least: int, seconds: float) -> int:
    """Let the program save `least` edits and go on for a while, kill it; how many it had said to be saved."""
    assert program.stdin is not None
    assert program.stdout is not None
    print(path, round_, file=program.stdin, flush=True)
    process = int(program.stdout.readline().removeprefix("process "))
    lines = [program.stdout.readline()]
    while _saved(lines[-1]) < least:
        lines.append(program.stdout.readline())
    time.sleep(seconds)
    os.kill(process, signal.SIGKILL)
    while (line := program.stdout.readline()) != "over\n":
        lines.append(line)
    return max(map(_saved, lines))


def _saved(line: str) -> int:
    """How many edits a line says to be saved."""
    assert line.startswith("saved "), line
    return int(line.removeprefix("saved "))


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
            said = killed_after(program, path, round_, round_ % (MOST + 1), chance.uniform(0, LONGEST))
            assert is_reached(before, round_, load(path), said), f"round {round_}: {said} were saved"
            saved.append(said)
        assert program.stdin is not None
        program.stdin.close()
    assert max(saved) >= MOST
