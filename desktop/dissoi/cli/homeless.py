# SPDX-License-Identifier: MIT
"""A home for a user who has none, as in a container or under a number that the system has no account for."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path


def give_home(environment: MutableMapping[str, str]) -> None:
    """Name a folder for temporary files as the home of whoever has none: settings and drafts want a place.

    It lasts as long as such folders do, and is this user's own.
    """
    if environment.get("HOME") or os.name != "posix":
        return
    try:
        Path.home()
    except RuntimeError:
        environment["HOME"] = str(_own_folder())


def _own_folder() -> Path:
    from tempfile import gettempdir, mkdtemp

    folder = Path(gettempdir()) / f"dissoi-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700)
    except OSError:
        # Nobody else's folder, nor one that others may look into: they could have laid it there.
        if folder.is_symlink() or not folder.is_dir() or not _is_own(folder):
            return Path(mkdtemp(prefix="dissoi-"))
    return folder


def _is_own(folder: Path) -> bool:
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o077
