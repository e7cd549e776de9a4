# SPDX-License-Identifier: MIT
"""Where no window can open, the program says so instead of letting Qt abort it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Start

from dissoi.cli.display import why_no_window

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have one")
ADVICE = "The commands work without one: see dissoi --help."


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on a machine without a screen."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@linux_only
@pytest.mark.usefixtures("no_display")
def test_no_display(start: Start) -> None:
    done = start()
    told = f"dissoi: There is no display to open a window on. {ADVICE}\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


@linux_only
@pytest.mark.usefixtures("no_display")
def test_a_display_that_nobody_serves(start: Start, sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    done = start(sample)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("dissoi: ")
    assert done.stderr.endswith(f"{ADVICE}\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "environment",
    [{"QT_QPA_PLATFORM": "offscreen"}, {"QT_QPA_PLATFORM": "minimal:x"}, {"WAYLAND_DISPLAY": "wayland-0"}],
    ids=str,
)
def test_displays_that_need_no_x_server(environment: dict[str, str]) -> None:
    assert why_no_window(environment) == ""


@pytest.mark.usefixtures("no_display")
def test_the_window_gets_the_file(run: Run, sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def show(file: Path | None) -> int:
        opened.append(file)
        return 3

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("dissoi.gui.app.run", show)
    Path("new").write_bytes(Path(sample).read_bytes())
    assert [run(*arguments).exit_code for arguments in ((), (sample,), ("./new",))] == [3, 3, 3]
    assert opened == [None, Path(sample), Path("new")]
