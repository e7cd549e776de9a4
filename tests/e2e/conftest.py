# SPDX-License-Identifier: MIT
"""A display of their own for the programs that these tests start; the tests' own process opens no window."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hands import Hands
    from tests.e2e.program import Program

SCREEN = "1440x900x24"

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed, so that a picture is taken of it."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@contextmanager
def a_display() -> Iterator[str]:
    """The name of a display, such as ":99", that nobody else uses, with a window manager."""
    from tests.e2e.window_manager import managed

    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("there is no Xvfb to open a window on")
    answer, tell = os.pipe()
    command = [server, "-displayfd", str(tell), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=(tell,), stderr=subprocess.DEVNULL) as running:
        try:
            os.close(tell)
            with os.fdopen(answer, encoding="ascii") as number:
                name = f":{number.readline().strip()}"
            with managed(name):
                yield name
        finally:
            running.terminate()


@pytest.fixture(scope="session")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    """Hands on the display of these tests. Of the session, since tests may open no connection.

    They can type where the files of the tests lie, whatever the folders there are called.
    """
    from tests.e2e.hands import Hands

    folders = f"{Path(__file__).parent}{tmp_path_factory.getbasetemp()}"
    also = "".join(character for character in folders if not character.isascii())
    with a_display() as name, closing(Hands(name, also)) as made:
        yield made


@pytest.fixture(autouse=True)
def on_display(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the programs that a test starts open their windows there, as a user's would."""
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", hands.display)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")


@pytest.fixture
def start(hands: Hands, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[..., Program]]:
    """Starts the program with arguments, until its window has the keyboard.

    Where the test fails, a picture of the display is left.
    """
    from tests.e2e.program import Program

    programs: list[Program] = []

    def start_(*arguments: str | Path, by: Sequence[str | Path] = ()) -> Program:
        programs.append(Program(hands, tmp_path / f"stderr-{len(programs)}.txt", *arguments, by=by))
        programs[-1].see_ready()
        return programs[-1]

    yield start_
    if request.node.stash.get(_FAILED, False):
        print(f"The display when it failed: {hands.picture(tmp_path / 'failed.png')}")
        print(*(program.errors for program in programs), sep="\n")
    for program in programs:
        with suppress(OSError):
            program.clear_away()
