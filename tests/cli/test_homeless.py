# SPDX-License-Identifier: MIT
"""The command for users without a home: no HOME is set, and the system has no account for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dissoi.cli.homeless import give_home

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere everybody has a home")


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The system knows no home, and temporary files go into the folder of the test."""

    def fail() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def home() -> Path:
    environment: dict[str, str] = {}
    give_home(environment)
    return Path(environment["HOME"])


def test_who_has_no_home_is_given_the_same_one_each_time(tmp_path: Path) -> None:
    given = home()
    assert given.parent == tmp_path
    assert given.stat().st_mode & 0o777 == 0o700
    assert home() == given


def test_a_home_is_not_taken_away() -> None:
    environment = {"HOME": "/somewhere"}
    give_home(environment)
    assert environment == {"HOME": "/somewhere"}


def test_a_folder_that_others_may_look_into_is_no_home() -> None:
    given = home()
    given.chmod(0o755)
    assert home() != given
    assert home().stat().st_mode & 0o777 == 0o700


def test_a_link_is_no_home(tmp_path: Path) -> None:
    given = home()
    given.rmdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    given.symlink_to(elsewhere)
    assert not home().is_symlink()


def test_a_brief_is_made_for_a_user_without_account(tmp_path: Path) -> None:
    apart = ["unshare", "--user", "--map-user=12345", "--map-group=12345", "env", "-i", f"TMPDIR={tmp_path}"]
    apart.append(f"PYTHONPATH={os.pathsep.join(sys.path)}")
    try:
        subprocess.run([*apart, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("the system lets nobody be without an account")
    for arguments in (("sample", "s.dissoi"), ("export", "s.dissoi", "s.pdf"), ("formats",)):
        made = subprocess.run(
            [*apart, sys.executable, "-m", "dissoi", *arguments], check=False, capture_output=True, text=True
        )
        assert (made.returncode, made.stderr) == (0, "")
    assert Path("s.pdf").stat().st_size > 0
