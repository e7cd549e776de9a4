# SPDX-License-Identifier: MIT
"""`make run`, as far as its script goes: whether a window can open, and what is made where none can."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "run_sample.py"


@pytest.fixture
def script() -> ModuleType:
    """tools/run_sample.py as a module."""
    spec = importlib.util.spec_from_file_location("run_sample", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_display_is_noticed(script: ModuleType) -> None:
    assert script.has_display()


def test_a_display_that_nobody_serves_is_none(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    assert not script.has_display()


def test_without_a_display_the_brief_and_a_picture_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    brief, picture = tmp_path / "sample-brief.pdf", tmp_path / "sample-window.png"
    assert brief.read_bytes().startswith(b"%PDF-")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert str(brief) in done.stdout
    assert str(picture) in done.stdout
