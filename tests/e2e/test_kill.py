# SPDX-License-Identifier: MIT
"""The real program, killed at any moment of editing, loses nothing that its window showed as saved."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from tests.e2e.hands import Hands

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import add_position, ask_question
from dissoi.dossier.records import Argument
from dissoi.identity import new_id
from dissoi.storage.file import create, load

ROUNDS = 34
MOST_LINES = 9
"""What the driver tells before it is killed, at most: how quickly it does depends on the machine."""
LONGEST = 0.2
"""Seconds that pass then, at most."""
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Told:
    """What was typed, and what was seen while the window said that all is saved. Claims only ever grow."""

    typed: set[str] = field(default_factory=set)
    saved: set[str] = field(default_factory=set)

    def hear(self, line: str) -> None:
        """Keep what a line of the driver tells."""
        what, _, value = line.partition(" ")
        if what == "typed":
            self.typed.add(json.loads(value))
        elif what == "saved":
            self.saved.update(json.loads(value))
        else:
            assert line == "editing\n", line


@pytest.fixture
def driver(hands: Hands, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """What starts the program, and types into its window with real keys."""
    command = [sys.executable, "-m", "tests.e2e.driver"]
    pipe = subprocess.PIPE
    with (tmp_path / "stderr.txt").open("w+", encoding="utf-8") as errors:
        with subprocess.Popen(
            command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=errors, text=True
        ) as started:
            yield started
            assert started.stdin is not None
            started.stdin.close()
        errors.seek(0)
        assert errors.read() == ""


def kill_while_editing(driver: subprocess.Popen[str], path: Path, chance: Random, told: Told) -> None:
    """Let the program edit for a while, and kill it."""
    assert driver.stdin is not None
    assert driver.stdout is not None
    print(path, chance.randrange(10**9), file=driver.stdin, flush=True)
    process = int(driver.stdout.readline().removeprefix("process "))
    while (line := driver.stdout.readline()) != "editing\n":
        told.hear(line)
    for _ in range(chance.randrange(MOST_LINES)):
        told.hear(driver.stdout.readline())
    time.sleep(chance.uniform(0, LONGEST))
    os.kill(process, signal.SIGKILL)
    while (line := driver.stdout.readline()) != "over\n":
        told.hear(line)


def check(path: Path, told: Told) -> None:
    """The file is whole, and each claim in it is one that was typed and has all that was shown as saved."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    claims = [argument.claim for argument in load(path).all(Argument)]
    invented = [claim for claim in claims if not any(typed.startswith(claim) for typed in told.typed | {""})]
    lost = [saved for saved in told.saved if not any(claim.startswith(saved) for claim in claims)]
    assert (invented, lost) == ([], [])


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_killing_loses_nothing_that_was_shown_as_saved(driver: subprocess.Popen[str], tmp_path: Path) -> None:
    path, told, seed = tmp_path / "case.dissoi", Told(), Random().randrange(10**6)
    dossier = ask_question("Bridge or boat?").run(Dossier())
    create(path, add_position(new_id(), "A bridge").run(dossier))
    print("seed:", seed)
    chance = Random(seed)
    for _ in range(ROUNDS):
        kill_while_editing(driver, path, chance, told)
        check(path, told)
    assert len(told.typed) > ROUNDS
    assert len(told.saved) > ROUNDS / 4
    dissoi = Path(sys.executable).with_name("dissoi")
    outline = subprocess.run([dissoi, "show", path], check=True, capture_output=True, encoding="utf-8").stdout
    assert "A bridge" in outline
