# SPDX-License-Identifier: MIT
"""What holds for every test: a home of its own, no network, no log record that was not expected."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# Before Qt is imported. tests/e2e gives the programs it starts a display of their own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# Shared machines stall now and then; what must be quick is measured by `make bench`.
settings.register_profile("dissoi", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("dissoi")

HOME_VARIABLES = ("HOME", "USERPROFILE")
FOLDER_VARIABLES = {
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_RUNTIME_DIR": ".run",
    "XDG_STATE_HOME": ".local/state",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no test reads or leaves settings."""
    folder = tmp_path_factory.mktemp("home")
    for name in HOME_VARIABLES:
        monkeypatch.setenv(name, str(folder))
    for name, inside in FOLDER_VARIABLES.items():
        (folder / inside).mkdir(parents=True, mode=0o700, exist_ok=True)
        monkeypatch.setenv(name, str(folder / inside))
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every attempt to look up or reach a host fail the test: Dissoi never uses the network."""

    def refuse(*args: object, **_keywords: object) -> NoReturn:
        pytest.fail(f"The network was used: {args}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture(autouse=True)
def no_unexpected_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on warnings and errors that were logged and not named by `@pytest.mark.expect_logs("text")`."""
    yield
    texts = [text for marker in request.node.iter_markers("expect_logs") for text in marker.args]
    logged = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    unexpected = [message for message in logged if not any(text in message for text in texts)]
    absent = [text for text in texts if not any(text in message for message in logged)]
    assert not unexpected, f"Logged, though not expected: {unexpected}"
    assert not absent, f"Expected, though not logged: {absent}"


@pytest.fixture(scope="session")
def real_articles() -> Path:
    """The folder of real articles beside the checkout; they are copyrighted, so the project has none."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "articles"
    if not folder.is_dir():
        pytest.skip("there are no real articles beside this checkout")
    return folder
