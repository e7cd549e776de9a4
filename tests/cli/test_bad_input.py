# SPDX-License-Identifier: MIT
"""What cannot be done ends with status 1, one sentence on stderr, and every file as it was."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Start


def files() -> dict[str, bytes]:
    """Every file in the folder with what it holds."""
    found = (path for path in sorted(Path().rglob("*")) if path.is_file())
    return {str(path): path.read_bytes() if os.access(path, os.R_OK) else b"" for path in found}


def newer(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


UNKNOWN = "“sample.dissoi” is not a Dissoi dossier."
SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "“sample.dissoi” does not exist."),
    "folder": (a_folder, "“sample.dissoi” is a folder, not a file."),
    "empty": (lambda path: path.write_bytes(b""), "“sample.dissoi” is empty."),
    "rubbish": (lambda path: path.write_bytes(bytes(range(256)) * 40), UNKNOWN),
    "text": (lambda path: path.write_text("Hello."), UNKNOWN),
    "newer": (newer, "“sample.dissoi” was made by a newer Dissoi. Please open it with that version."),
    "truncated": (truncated, "“sample.dissoi” is damaged or incomplete and cannot be opened."),
}
READING = (
    ("show", "sample.dissoi"),
    ("show", "sample.dissoi", "--json"),
    ("check", "sample.dissoi"),
    ("export", "sample.dissoi", "out.pdf"),
    ("add", "sample.dissoi", "good.txt"),
)


@pytest.mark.parametrize("command", READING, ids=" ".join)
@pytest.mark.parametrize("case", SPOILED)
def test_a_dossier_that_cannot_be_read(run: Run, sample: str, case: str, command: tuple[str, ...]) -> None:
    spoil, sentence = SPOILED[case]
    Path("good.txt").write_text("A title\n\nSome words.\n", encoding="utf-8")
    spoil(Path(sample))
    before = files()
    result = run(*command)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"dissoi: {sentence}\n")
    assert files() == before


EXISTS = "exists already. --force overwrites it."
UNSUPPORTED = "which cannot be read yet. Please save it as text or Markdown first."
FAILING: dict[str, tuple[tuple[str, ...], str]] = {
    "output exists": (("export", "sample.dissoi", "old.pdf"), f"“old.pdf” {EXISTS}"),
    "output folder": (("export", "sample.dissoi", "none/a.pdf"), "The folder “none” does not exist."),
    "output is a folder": (("export", "sample.dissoi", "folder"), "“folder” is a folder, not a file."),
    "forced onto a folder": (
        ("export", "sample.dissoi", "folder", "--force"),
        "“folder” is a folder, not a file.",
    ),
    "new exists": (("new", "sample.dissoi"), f"“sample.dissoi” {EXISTS}"),
    "sample exists": (("sample", "sample.dissoi"), f"“sample.dissoi” {EXISTS}"),
    "new folder": (("new", "none/a.dissoi"), "The folder “none” does not exist."),
    "no form": (("new", "a.dissoi", "--from", "none.json"), "“none.json” does not exist."),
    "form is a folder": (("new", "a.dissoi", "--from", "folder"), "“folder” is a folder, not a file."),
    "form is no JSON": (
        ("new", "a.dissoi", "--from", "bad.json"),
        "bad.json: Line 1, column 2 is not valid JSON: expecting property name enclosed in double quotes.",
    ),
    "form is wrong": (
        ("new", "a.dissoi", "--from", "wrong.json"),
        "wrong.json: positions[0].arguments[0].side is “maybe”; it can be “pro” or “con”.",
    ),
    "form misquotes": (
        ("new", "a.dissoi", "--from", "misquoted.json"),
        "misquoted.json: articles[0].passages[0].quote is “two three”, which does not stand in article “a”.",
    ),
    "no article": (("new", "a.dissoi", "--article", "none.txt"), "“none.txt” does not exist."),
    "article is a folder": (("add", "sample.dissoi", "folder"), "“folder” is a folder, not a file."),
    "article is empty": (("add", "sample.dissoi", "empty.txt"), "“empty.txt” is empty."),
    "article is a dossier": (
        ("new", "a.dissoi", "--article", "sample.dissoi"),
        "“sample.dissoi” is a dossier, not an article; open it instead.",
    ),
    "article is no text": (("add", "sample.dissoi", "rubbish"), "“rubbish” holds no text that can be read."),
    "one of two articles": (
        ("new", "a.dissoi", "--article", "good.txt", "--article", "none.txt"),
        "“none.txt” does not exist.",
    ),
    "no file": (("none.dissoi",), "“none.dissoi” does not exist."),
    "no file, no command": (
        ("xyz",),
        "“xyz” is neither a file nor a command. See dissoi --help.",
    ),
    "no file, nearly a command": (
        ("shwo",),
        "“shwo” is neither a file nor a command. Did you mean “show”? See dissoi --help.",
    ),
}


MISSPELT = {
    "dissoi": 1,
    "positions": [{"statement": "", "arguments": [{"side": "maybe", "claim": ""}]}],
}
MISQUOTED = {
    "dissoi": 1,
    "articles": [{"key": "a", "text": "one two", "passages": [{"quote": "two three"}]}],
}


@pytest.fixture
def around(sample: str) -> None:
    """Files of every sort beside the sample."""
    Path("folder").mkdir()
    for name, text in {
        "old.pdf": "old",
        "good.txt": "A title\n\nSome words.\n",
        "empty.txt": "",
        "bad.json": "{",
        "wrong.json": json.dumps(MISSPELT),
        "misquoted.json": json.dumps(MISQUOTED),
    }.items():
        Path(name).write_text(text, encoding="utf-8")
    Path("rubbish").write_bytes(bytes(range(256)) * 40)


@pytest.mark.usefixtures("around")
@pytest.mark.parametrize("case", FAILING)
def test_what_cannot_be_done_changes_nothing(run: Run, case: str) -> None:
    command, sentence = FAILING[case]
    before = files()
    result = run(*command)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"dissoi: {sentence}\n")
    assert files() == before


@pytest.mark.usefixtures("around")
def test_files_without_permission(run: Run, sample: str) -> None:
    for path in (Path(sample), Path("good.txt"), Path("bad.json")):
        path.chmod(0)
    if os.access(sample, os.R_OK):
        pytest.skip("this user may read everything")
    unreadable = "dissoi: There is no permission to read “{}”.\n"
    assert run("show", sample).stderr == unreadable.format(sample)
    assert run("new", "a.dissoi", "--article", "good.txt").stderr == unreadable.format("good.txt")
    assert run("new", "a.dissoi", "--from", "bad.json").stderr == unreadable.format("bad.json")
    assert not Path("a.dissoi").exists()


WRONG_USAGE: dict[str, tuple[str, ...]] = {
    "no dossier": ("new",),
    "no output": ("export", "sample.dissoi"),
    "unknown option": ("show", "sample.dissoi", "--xml"),
    "unknown option of the program": ("--xml",),
    "unknown paper": ("export", "sample.dissoi", "a.pdf", "--paper", "a3"),
    "unknown layout": ("export", "sample.dissoi", "a.pdf", "--layout", "poster"),
    "two files": ("sample.dissoi", "sample.dissoi"),
    "misspelt command": ("shwo", "sample.dissoi"),
    "nothing to add": ("add", "sample.dissoi"),
    "unknown kind": ("add", "sample.dissoi", "good.txt", "--kind", "poem"),
    "no pace": ("speeches", "sample.dissoi", "--pace", "0"),
    "a pace nobody speaks at": ("speeches", "sample.dissoi", "--pace", "5000"),
}


@pytest.mark.parametrize("case", WRONG_USAGE)
def test_wrong_usage(run: Run, sample: str, case: str) -> None:
    before = files()
    result = run(*WRONG_USAGE[case])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: dissoi" in result.stderr
    assert files() == before


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("exprot", " Did you mean “export”?"), ("shwo", " Did you mean “show”?"), ("xyz", "")],
)
def test_the_nearest_command_is_named(run: Run, sample: str, typed: str, meant: str) -> None:
    told = run(typed, sample).stderr
    assert told.endswith(f"“{typed}” is not a command, and a file to open stands alone.{meant}\n")


def test_a_dossier_open_elsewhere_is_left_alone(run: Run, sample: str) -> None:
    from dissoi.identity import now
    from dissoi.storage.lock import take_lock, this_owner

    Path("good.txt").write_text("A title\n\nSome words.\n", encoding="utf-8")
    with take_lock(Path(sample), this_owner(now())):
        before = Path(sample).read_bytes()
        result = run("add", sample, "good.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("dissoi: “sample.dissoi” is open in another window, used by ")
    assert Path(sample).read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_has_bytes_that_are_no_letters(run: Run, sample: str) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text("A title\n\nSome words.\n", encoding="utf-8")
    assert run("add", sample, name).exit_code == 0


def test_processes_end_the_same_way(start: Start) -> None:
    missing = start("show", "none.dissoi")
    assert (missing.returncode, missing.stdout, missing.stderr) == (
        1,
        "",
        "dissoi: “none.dissoi” does not exist.\n",
    )
    usage = start("new")
    assert (usage.returncode, usage.stdout) == (2, "")
    assert "Missing argument 'DOSSIER'" in usage.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
@pytest.mark.parametrize("command", ["show sample.dissoi", "layouts", "--help", "export --help"])
def test_an_output_that_takes_nothing_more(sample: str, command: str) -> None:
    dissoi = [sys.executable, "-m", "dissoi", *command.split()]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(dissoi, check=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == b"dissoi: The output could not be read or written (No space left on device).\n"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX shells can limit the size of files")
@pytest.mark.parametrize(
    "command", ["sample a.dissoi", "new sample.dissoi --force", "export sample.dissoi a.pdf"]
)
def test_a_disk_that_takes_no_more(sample: str, command: str) -> None:
    before = files()
    limited = f"ulimit -f 8; exec '{sys.executable}' -B -m dissoi {command}"
    done = subprocess.run(["/bin/sh", "-c", limited], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    told = (
        "dissoi: (There is no space left on the disk to save “.*”|“.*” could not be read or written .*)[.]\n"
    )
    assert re.fullmatch(told, done.stderr)
    assert files() == before
