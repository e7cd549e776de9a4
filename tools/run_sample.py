# SPDX-License-Identifier: MIT
"""Opens the window on a fresh copy of the sample dossier; without a display, makes files of it instead."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(__file__).resolve().parents[1] / "build"
A_WINDOW_OPENS = "from PySide6.QtGui import QGuiApplication as A; A([])"


def main() -> int:
    """Return the exit status of the first step that failed, or 0. An argument names the folder for files."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BUILD
    return in_a_window() if has_display() else in_files(folder)


def has_display() -> bool:
    """Whether Qt can open a window here. Where one is promised, Qt itself is asked: it aborts on failure."""
    promised = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not promised:
        return False
    asked = subprocess.run([sys.executable, "-c", A_WINDOW_OPENS], check=False, stderr=subprocess.DEVNULL)
    return asked.returncode == 0


def in_a_window() -> int:
    """Open the sample where nothing of the user's can be overwritten."""
    sample = Path(tempfile.mkdtemp(prefix="dissoi-")) / "Sample.dissoi"
    return dissoi("sample", sample) or dissoi(sample)


def in_files(folder: Path) -> int:
    """Write the sample's brief and a picture of its window into a folder, and name both."""
    sample, brief, picture = (folder / f"sample{end}" for end in (".dissoi", "-brief.pdf", "-window.png"))
    folder.mkdir(parents=True, exist_ok=True)
    sample.unlink(missing_ok=True)
    print("There is no display here, so the sample is made into files instead.", flush=True)
    status = dissoi("sample", sample) or dissoi("export", sample, brief, "--force") or draw(sample, picture)
    if status == 0:
        print(f"The brief: {brief}\nThe window: {picture}")
    return status


def dissoi(*arguments: str | Path) -> int:
    """Run the program that is installed beside this Python, and return its exit status."""
    return run(Path(sys.executable).with_name("dissoi"), *arguments)


def draw(dossier: Path, picture: Path) -> int:
    """Draw the window on a dossier into a PNG file."""
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return run(sys.executable, "-m", "dissoi.gui.picture", dossier, picture, environment=offscreen)


def run(*command: str | Path, environment: dict[str, str] | None = None) -> int:
    """Run a command and return its exit status."""
    return subprocess.run(command, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
