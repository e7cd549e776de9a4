# SPDX-License-Identifier: MIT
"""What cannot be opened, or not be changed: the real program says so in a sentence, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.e2e.debater import Debater
from tests.e2e.program import Program

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import ask_question
from dissoi.storage.file import create, load

DISSOI = Path(sys.executable).with_name("dissoi")
READ_ONLY = "You can read it here, but not change it."

Start = Callable[..., Program]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier that asks a question."""
    path = tmp_path / "case.dissoi"
    create(path, ask_question("Why?").run(Dossier()))
    return path


def made_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "does not exist."),
    "folder": (made_a_folder, "is a folder, not a file."),
    "empty": (lambda path: path.write_bytes(b""), "is empty."),
    "rubbish": (lambda path: path.write_bytes(bytes(range(256)) * 40), "is not a Dissoi dossier."),
    "newer": (made_newer, "was made by a newer Dissoi. Please open it with that version."),
    "truncated": (
        lambda path: path.write_bytes(path.read_bytes()[:20_000]),
        "is damaged or incomplete and cannot be opened.",
    ),
}


@pytest.mark.parametrize("case", SPOILED)
def test_a_file_that_cannot_be_opened(dossier: Path, case: str) -> None:
    spoil, sentence = SPOILED[case]
    spoil(dossier)
    before = dossier.read_bytes() if dossier.is_file() else None
    done = subprocess.run([DISSOI, dossier], check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"dissoi: “{dossier}” {sentence}\n"
    assert (dossier.read_bytes() if dossier.is_file() else None) == before


def test_the_window_goes_on_after_files_that_it_cannot_open(
    start: Start, dossier: Path, tmp_path: Path
) -> None:
    program = start(dossier)
    debater = Debater(program)
    program.see(name="Question", text="Why?")
    for case in ("empty", "rubbish", "newer", "truncated"):
        spoil, sentence = SPOILED[case]
        spoiled = tmp_path / f"{case}.dissoi"
        create(spoiled, Dossier())
        spoil(spoiled)
        debater.answer_dialog("Ctrl+O", "Open Dossier", spoiled)
        program.see(text=f"“{spoiled}” {sentence}")
        program.see_focus(kind="QPushButton")
        program.hands.press("Return")
        program.see_closed(kind="QMessageBox")
    debater.ask("Why not?")
    program.see_saved()
    program.hands.press("Ctrl+Q")
    assert (program.end(), program.errors) == (0, "")
    assert load(dossier).question.text == "Why not?"


def check_read_only(program: Program, because: str) -> None:
    """The window says why nothing can be changed, and so it is."""
    program.see(kind="QLabel", text=lambda text: because in text and text.endswith(READ_ONLY))
    program.see(text="Read only")
    program.hands.click(program.see_still(name="Question").middle)
    program.see_focus(name="Question")
    program.hands.type("x")
    program.hands.press("Ctrl+Shift+N")
    program.see(name="Question", text="Why?")
    assert not program.all(name="Position")


def without_rights() -> list[str | Path]:
    """What starts a program so that a file's permissions bind it, whoever runs it."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("this user may write everything")
    return [setpriv, "--bounding-set", "-dac_override,-dac_read_search"]


def test_a_file_without_permission_to_write(start: Start, dossier: Path) -> None:
    dossier.chmod(0o444)
    before = dossier.read_bytes()
    program = start(dossier, by=without_rights())
    check_read_only(program, f"There is no permission to write “{dossier}”.")
    program.hands.press("Ctrl+W")
    assert (program.end(), program.errors) == (0, "")
    assert dossier.read_bytes() == before


def test_a_file_without_permission_to_read(dossier: Path) -> None:
    dossier.chmod(0)
    command = [*without_rights(), DISSOI, dossier]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"dissoi: There is no permission to read “{dossier}”.\n"


def test_a_second_window_only_reads(start: Start, dossier: Path) -> None:
    first = start(dossier)
    first.see(name="Question", text="Why?")
    second = start(dossier)
    check_read_only(second, f"“{dossier}” is open in another window, used by ")
    second.hands.press("Ctrl+Q")
    assert (second.end(), second.errors) == (0, "")
    Debater(first).ask("Why not?")
    first.see_saved()
    first.hands.press("Ctrl+Q")
    assert (first.end(), first.errors) == (0, "")
    assert load(dossier).question.text == "Why not?"
