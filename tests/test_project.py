# SPDX-License-Identifier: MIT
"""What the project promises about its packaging: the lock, the licences, the wheel."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

LOCK_LINE = re.compile(
    r"#.*|[a-z0-9-]+==[\w.+!]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?",
)


def needed_by(names: set[str]) -> set[str]:
    """These distributions and all that they need here, extras left out."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        wanted = [Requirement(line) for line in distribution(name).requires or ()]
        here = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
        waiting |= {canonicalize_name(one.name) for one in here} - found
    return found


def licence_of(name: str) -> str:
    """What a distribution says of its licence, in any of the places where it may say so."""
    metadata = distribution(name).metadata
    said = [text for field in ("License-Expression", "License") for text in metadata.get_all(field, [])]
    said += [text for text in metadata.get_all("Classifier", []) if text.startswith("License ::")]
    return " | ".join(said)


def runtime_names() -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}


def test_the_lock_holds_names_and_hashes_only() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if not LOCK_LINE.fullmatch(line)]


def test_the_lock_holds_what_the_program_needs() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    assert needed_by(runtime_names()) <= locked


@pytest.mark.parametrize("name", sorted(needed_by(runtime_names())))
def test_no_dependency_is_gpl_only(name: str) -> None:
    licence = licence_of(name)
    assert licence, f"{name} does not tell its licence"
    assert "LGPL" in licence or not re.search(r"A?GPL|Affero|GNU General", licence), licence


def test_each_dependency_is_explained() -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    names = [Requirement(line).name for line in PROJECT["dependencies"]]
    assert not [name for name in names if f"| {name} " not in explained]


@pytest.mark.slow
def test_the_wheel_carries_the_program_and_its_resources(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("dissoi-*-py3-none-any.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT / "desktop").as_posix() for path in (ROOT / "desktop").rglob("*.py")}
    resources = {
        f"dissoi/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert modules | resources | {"dissoi/py.typed"} <= names
    assert not [name for name in names if not name.startswith(("dissoi/", "dissoi-"))]
