# SPDX-License-Identifier: MIT
"""What this program wrote is read without pydantic; the rest is left to pydantic, and means the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from tests.strategies import dossiers

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Passage, RecordId, Side
from dissoi.storage.encoding import body_of, record_of
from dissoi.storage.exact import InexactError, exactly, parsed
from dissoi.storage.file import create
from dissoi.storage.settings import Settings, save_settings

OPEN = """
import sys
from pathlib import Path
from dissoi.storage.file import load
from dissoi.storage.settings import load_settings
load(Path(sys.argv[1]))
load_settings(Path(sys.argv[2]))
print("pydantic" in sys.modules)
"""
ARGUMENT = Argument(id=RecordId("a"), parent=RecordId("p"), side=Side.PRO, claim="It “deters”")


def test_opening_a_file_of_ones_own_takes_no_validator(dossier: Dossier, tmp_path: Path) -> None:
    path, settings = create(tmp_path / "a.dissoi", dossier).path, tmp_path / "settings.json"
    save_settings(settings, Settings(splitters={"panes": (1, 2)}).with_recent(path))
    done = subprocess.run([sys.executable, "-c", OPEN, path, settings], capture_output=True, check=True)
    assert done.stdout == b"False\n"


def test_settings_that_a_newer_version_wrote_take_no_validator_either(tmp_path: Path) -> None:
    path, settings = create(tmp_path / "a.dissoi", Dossier()).path, tmp_path / "settings.json"
    settings.write_text(json.dumps({"theme": "dark", "of a newer version": {"a": [1.5]}}))
    done = subprocess.run([sys.executable, "-c", OPEN, path, settings], capture_output=True, check=True)
    assert done.stdout == b"False\n"


@given(dossiers())
def test_every_record_is_read_exactly(dossier: Dossier) -> None:
    for record in dossier.records.values():
        body = body_of(record)
        if "\\u" not in body:
            assert exactly(type(record), parsed(body)) == record


@pytest.mark.parametrize(
    "other",
    [
        {"weight": "4"},
        {"weight": 4.0},
        {"weight": True},
        {"side": "both"},
        {"claim": None},
        {"claim": ["a"]},
        {"parent": 1},
        {"colour": "red"},
        {"kind": "passage"},
    ],
)
def test_what_is_any_different_is_left_to_the_validator(other: dict[str, object]) -> None:
    found = json.loads(body_of(ARGUMENT)) | other
    with pytest.raises(InexactError):
        exactly(Argument, found)


def test_a_number_that_was_written_as_text_is_understood() -> None:
    body = json.dumps(json.loads(body_of(ARGUMENT)) | {"weight": "4"})
    assert record_of(body) == ARGUMENT.model_copy(update={"weight": 4})


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "7",
        "{}",
        '{"kind": []}',
        '{"kind": "argument"}',
        "[" * 100_000,
        body_of(ARGUMENT)[:-1] + ',"colour":"red"}',
        body_of(ARGUMENT).replace("It", "\\ud800"),
        body_of(ARGUMENT).replace('"weight":3', '"weight":6'),
    ],
)
def test_what_is_no_record_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        record_of(body)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 2), (0, 3)])
def test_a_passage_covers_its_words(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="as many code points"):
        Passage(id=RecordId("q"), article=RecordId("a"), start=start, end=end, exact="ab")
