# SPDX-License-Identifier: MIT
"""What stands at a path that was remembered or typed: where the system gives no answer, nothing does.

Paths themselves raise instead, for a drive that has gone, a folder that may not be entered, too long a name.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether anything is at a path."""
    return os.path.exists(path)  # noqa: PTH110 - this one never raises


def is_file(path: Path) -> bool:
    """Whether a file is at a path, and no folder, device or pipe."""
    return os.path.isfile(path)  # noqa: PTH113 - this one never raises


def is_folder(path: Path) -> bool:
    """Whether a folder is at a path."""
    return os.path.isdir(path)  # noqa: PTH112 - this one never raises
