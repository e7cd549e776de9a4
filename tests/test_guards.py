# SPDX-License-Identifier: MIT
"""The guards that conftest.py puts around every test, seen at work."""

from __future__ import annotations

import logging
import os
import socket
import urllib.request
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

LOGGING_TESTS = """
import logging, pytest

def test_silent(): pass

def test_unexpected(): logging.getLogger("dissoi").warning("disk is full")

@pytest.mark.expect_logs("is full")
def test_expected(): logging.getLogger("dissoi").warning("disk is full")

@pytest.mark.expect_logs("is full")
def test_absent(): pass

def test_qt():
    from PySide6.QtCore import QtMsgType, qWarning
    qWarning("no such slot")
"""


def test_each_test_has_a_home_of_its_own(home: Path) -> None:
    assert Path.home() == home
    assert os.environ["XDG_CONFIG_HOME"].startswith(str(home))


def test_the_network_cannot_be_reached() -> None:
    with pytest.raises(pytest.fail.Exception, match="network"):
        socket.create_connection(("localhost", 9))
    with pytest.raises(pytest.fail.Exception, match="network"):
        urllib.request.urlopen("http://localhost:9/", timeout=1)


@pytest.mark.expect_logs("as announced")
def test_an_announced_log_record_may_come() -> None:
    logging.getLogger(__name__).warning("as announced")


def test_unexpected_logs_and_qt_warnings_fail_a_test(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nqt_log_level_fail = WARNING\nqt_api = pyside6\n")
    pytester.makepyfile(LOGGING_TESTS)
    done = pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider", "-p", "no:randomly")
    done.assert_outcomes(passed=4, failed=1, errors=2)
