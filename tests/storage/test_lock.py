# SPDX-License-Identifier: MIT
"""One window edits, others read and are told why."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.storage.conftest import Unprivileged
from tests.storage.test_file import claim

from dissoi.dossier import edits
from dissoi.dossier.change import difference
from dissoi.dossier.dossier import Dossier
from dissoi.storage.errors import (
    DamagedError,
    NoFolderError,
    StorageError,
    UnwritableError,
    UnwritableFolderError,
)
from dissoi.storage.file import Commit, append, create, read
from dissoi.storage.lock import HeldError, Owner, take_lock, this_owner
from dissoi.storage.opening import open_dossier

ANNA = Owner("anna", "laptop", 4711, datetime(2026, 1, 2, 12, 0, tzinfo=UTC))
HOLDER = """
import sys, time
from pathlib import Path
from dissoi.identity import now
from dissoi.storage.lock import this_owner
from dissoi.storage.opening import open_dossier
opened = open_dossier(Path(sys.argv[1]), this_owner(now()))
print(opened.lock is not None, flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path, dossier: Dossier) -> Path:
    """The small dossier's file."""
    return create(tmp_path / "a.dissoi", dossier).path


def test_a_second_window_reads_and_says_who_edits(path: Path, dossier: Dossier) -> None:
    first = open_dossier(path, ANNA)
    second = open_dossier(path, this_owner(ANNA.since))
    assert first.lock is not None
    assert first.read_only is None
    assert second.lock is None
    assert isinstance(second.read_only, HeldError)
    assert second.read_only.owner == ANNA
    since = ANNA.since.astimezone().strftime("%Y-%m-%d %H:%M")
    assert (
        str(second.read_only) == f"“{path}” is open in another window, used by anna on laptop since {since}."
    )
    assert second.dossier == dossier


def test_a_lock_ends_with_its_window_and_leaves_nothing(path: Path) -> None:
    opened = open_dossier(path, ANNA)
    assert opened.lock is not None
    opened.lock.release()
    opened.lock.release()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    with take_lock(path, ANNA), pytest.raises(HeldError):
        take_lock(path, ANNA)
    take_lock(path, ANNA).release()


def test_a_lock_dies_with_its_program(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        refused = open_dossier(path, ANNA).read_only
        assert isinstance(refused, HeldError)
        assert refused.owner is not None
        assert refused.owner.pid == other.pid
        other.send_signal(signal.SIGKILL)
        other.wait()
    opened = open_dossier(path, ANNA)
    assert opened.lock is not None
    opened.lock.release()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_link_is_locked_as_the_file_itself(path: Path) -> None:
    link = path.with_name("link.dissoi")
    link.symlink_to(path)
    with take_lock(path, ANNA), pytest.raises(HeldError):
        take_lock(link, ANNA)


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"since": "never"}', None])
def test_a_note_that_says_nothing_does_no_harm(path: Path, note: str | None) -> None:
    with take_lock(path, ANNA):
        written = path.with_name(f".{path.name}.lock.json")
        assert json.loads(written.read_text())["user"] == "anna"
        written.unlink()
        if note is not None:
            written.write_text(note)
        with pytest.raises(HeldError, match=r"is open in another window\.$"):
            take_lock(path, ANNA)


def test_what_cannot_be_opened_is_not_locked(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(DamagedError):
        open_dossier(path, ANNA)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_changed_before_it_was_locked_is_read_again(
    path: Path, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dissoi.storage import opening

    def take_late(*arguments: object) -> object:
        append(read(path).head, claim(dossier, "It deters"))
        return take_lock(path, ANNA)

    monkeypatch.setattr(opening, "take_lock", take_late)
    opened = open_dossier(path, ANNA)
    assert opened.dossier == read(path).dossier != dossier
    edit = edits.ask_question("Why?")
    change = difference(opened.dossier, edit.run(opened.dossier))
    append(opened.head, Commit(change, ANNA.since))
    assert opened.lock is not None
    opened.lock.release()


def test_a_file_that_goes_away_while_it_is_opened_is_not_kept_locked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dissoi.storage import opening

    def take_and_lose(*_arguments: object) -> object:
        lock = take_lock(path, ANNA)
        path.unlink()
        return lock

    monkeypatch.setattr(opening, "take_lock", take_and_lose)
    with pytest.raises(StorageError):
        open_dossier(path, ANNA)
    assert not list(path.parent.iterdir())


def test_a_file_or_folder_that_may_not_be_written_is_only_read(
    shared: Path, dossier: Dossier, unprivileged: Unprivileged
) -> None:
    path = create(shared / "a.dissoi", dossier).path
    path.chmod(0o444)
    take_lock(path, ANNA).release()
    with unprivileged():
        assert isinstance(open_dossier(path, ANNA).read_only, UnwritableError)
    path.chmod(0o666)
    shared.chmod(0o555)
    with unprivileged():
        opened = open_dossier(path, ANNA)
    assert isinstance(opened.read_only, UnwritableFolderError)
    assert opened.dossier == dossier


def test_a_folder_is_not_made_for_a_lock(tmp_path: Path) -> None:
    with pytest.raises(NoFolderError):
        take_lock(tmp_path / "nowhere" / "a.dissoi", ANNA)
    assert not list(tmp_path.iterdir())


def test_this_program_knows_who_it_is() -> None:
    owner = this_owner(ANNA.since)
    assert owner.pid == os.getpid()
    assert owner.user
    assert owner.host
