# SPDX-License-Identifier: MIT
"""The real program does without the network; in other tests the eyes listen for Python's own use of it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.e2e.debater import Debater
from tests.e2e.program import Program


@pytest.fixture
def strace() -> str:
    """The program that sees every call to the system."""
    found = shutil.which("strace")
    if found is None or subprocess.run([found, "-o", "/dev/null", "true"], check=False).returncode:
        pytest.skip("there is no strace that works")
    return found


def test_the_window_and_the_brief_open_no_connection(
    start: Callable[..., Program], strace: str, tmp_path: Path
) -> None:
    calls, brief = tmp_path / "calls.txt", tmp_path / "brief.pdf"
    program = start(by=[strace, "-f", "-e", "trace=network", "-o", calls])
    program.click(text=lambda text: text.startswith("Look at the Sample"))
    program.see(name="Position")
    Debater(program).export(brief)
    program.hands.press("Ctrl+Q")
    program.see(text="This dossier has no name yet.")
    program.click(text="&Delete")
    assert (program.end(), program.errors) == (0, "")
    lines = calls.read_text(encoding="utf-8").splitlines()
    assert any("AF_UNIX" in line for line in lines)
    assert [line for line in lines if "AF_INET" in line] == []
