# SPDX-License-Identifier: MIT
"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from tests.storage.conftest import Unprivileged

from dissoi.storage.atomic import open_atomically, replacing, write_atomically
from dissoi.storage.errors import (
    AlreadyExistsError,
    DiskTroubleError,
    IsFolderError,
    NoFolderError,
    SpecialFileError,
    UnwritableError,
    UnwritableFolderError,
)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.pdf", b"brief")
    assert (tmp_path / "a.pdf").read_bytes() == b"brief"
    assert names(tmp_path) == ["a.pdf"]


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "a.pdf", b"brief")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_existing_file_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(AlreadyExistsError, match=r"a\.pdf” exists already"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    write_atomically(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.pdf"]


def test_the_permissions_of_a_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new", force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("a.pdf")
    write_atomically(tmp_path / "link.pdf", b"new", force=True)
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pytest.raises(AlreadyExistsError), open_atomically(path):
        path.write_bytes(b"theirs")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.pdf"]


def test_a_drive_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    write_atomically(tmp_path / "a.pdf", b"brief")
    assert names(tmp_path) == ["a.pdf"]
    path = tmp_path / "b.pdf"
    with pytest.raises(AlreadyExistsError), open_atomically(path):
        path.write_bytes(b"theirs")
    assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize("force", [False, True])
def test_an_error_on_the_way_leaves_nothing(tmp_path: Path, *, force: bool) -> None:
    path = tmp_path / "a.pdf"
    with pytest.raises(TypeError), open_atomically(path, force=force) as file:
        file.writelines([b"half" * 9999, "no bytes"])  # type: ignore[list-item]
    assert not names(tmp_path)


def test_trouble_with_another_file_is_not_blamed_on_this_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "a.pdf"):
        (tmp_path / "other").read_bytes()


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.pdf", b"brief")
    with pytest.raises(IsFolderError, match="is a folder"):
        write_atomically(tmp_path, b"new", force=True)
    with pytest.raises(NoFolderError, match=r"The folder “.*nowhere” does not exist"):
        write_atomically(tmp_path / "nowhere" / "a.pdf", b"new")
    with pytest.raises(NoFolderError):
        write_atomically(tmp_path / "a.pdf" / "b.pdf", b"new")
    with pytest.raises(DiskTroubleError, match="name too long"):
        write_atomically(tmp_path / ("a" * 300), b"new")
    assert names(tmp_path) == ["a.pdf"]


def test_a_device_or_a_pipe_is_not_put_out_of_the_way(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    path = tmp_path / "a.pdf"
    os.mkfifo(path)
    for force in (False, True):
        with pytest.raises(SpecialFileError, match="is a device or a pipe"):
            write_atomically(path, b"new", force=force)
    assert path.is_fifo()


def test_the_longest_name_will_do(tmp_path: Path) -> None:
    longest = "a" * os.pathconf(tmp_path, "PC_NAME_MAX")
    write_atomically(tmp_path / longest, b"brief")
    assert names(tmp_path) == [longest]


def test_files_and_folders_that_may_not_be_written(shared: Path, unprivileged: Unprivileged) -> None:
    path = shared / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with unprivileged(), pytest.raises(UnwritableError, match=r"no permission to write “.*a\.pdf”"):
        write_atomically(path, b"new", force=True)
    shared.chmod(0o555)
    with unprivileged(), pytest.raises(UnwritableFolderError):
        write_atomically(shared / "b.pdf", b"new")
    assert path.read_bytes() == b"old"
