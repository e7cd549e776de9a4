# SPDX-License-Identifier: MIT
"""Ways to run the command `dissoi`, in a folder of the test's own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dissoi.cli.commands import program

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Runs a command within the test's process."""

    def run(*arguments: str, text: str = "") -> Result:
        result = CliRunner().invoke(program, arguments, input=text, prog_name="dissoi")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def start() -> Start:
    """Runs a command as a user does: in a process."""

    def start(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "dissoi", *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")

    return start


@pytest.fixture
def sample(run: Run) -> str:
    """The name of a file with the sample dossier."""
    assert run("sample", "sample.dissoi").exit_code == 0
    return "sample.dissoi"
