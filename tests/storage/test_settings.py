# SPDX-License-Identifier: MIT
"""Settings are remembered, and never in the way."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from dissoi.storage.errors import IsFolderError, StorageError
from dissoi.storage.settings import (
    Settings,
    Theme,
    drafts_folder,
    load_settings,
    save_settings,
    settings_path,
)


def test_settings_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "settings.json"
    chosen = Settings(
        theme=Theme.DARK,
        made_by="Łucja “Lu” Nowak",
        paper="letter",
        choices={"brief.notes": ("no",)},
        splitters={"main": (200, 700, 540)},
        geometry="AdnQyw==",
        reader_zoom=1.25,
    ).with_recent(tmp_path / "👩‍👩‍👧.dissoi")
    save_settings(path, chosen)
    assert load_settings(path) == chosen
    save_settings(path, Settings())
    assert load_settings(path) == Settings()
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"a":' * 5000, b'"text"'])
def test_a_damaged_file_means_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert load_settings(tmp_path) == Settings()


def test_what_makes_no_sense_is_left_out_and_the_rest_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    found = {
        "theme": "dark",
        "paper": ["papyrus"],
        "reader_zoom": 99,
        "preview_zoom": 0.01,
        "preview_fit": "sideways",
        "recent": [1],
        "of a newer version": {},
    }
    path.write_text(json.dumps(found))
    assert load_settings(path) == Settings(theme=Theme.DARK)


def test_recent_files_are_listed_once_newest_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in (*range(20), 15):
        settings = settings.with_recent(tmp_path / f"{number}.dissoi")
    assert [Path(each).stem for each in settings.recent][:3] == ["15", "19", "18"]
    assert len(settings.recent) == 12
    assert settings.last_folder == str(tmp_path)


def test_settings_are_values() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().theme = Theme.DARK  # type: ignore[misc]


def test_settings_that_cannot_be_saved_are_told(tmp_path: Path) -> None:
    with pytest.raises(IsFolderError):
        save_settings(tmp_path, Settings())
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        save_settings(tmp_path / "file" / "settings.json", Settings())


def test_folders_are_the_users_own(home: Path) -> None:
    assert home in settings_path().parents
    assert not settings_path().parent.exists()
    assert drafts_folder().is_dir()
    assert home in drafts_folder().parents


def test_a_home_that_takes_no_folder_is_no_error(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "file"))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "file"))
    monkeypatch.setenv("HOME", str(home / "file"))
    assert not drafts_folder().exists()


def test_where_the_brief_of_a_dossier_was_written_is_remembered(tmp_path: Path) -> None:
    settings = Settings()
    for name in ("elsewhere", "prints"):
        settings = settings.with_export(tmp_path / "case.dissoi", tmp_path / name)
    save_settings(tmp_path / "settings.json", settings)
    found = load_settings(tmp_path / "settings.json")
    assert found.export_of(tmp_path / "case.dissoi") == str(tmp_path / "prints")
    assert found.export_of(tmp_path / "other.dissoi") == ""


def test_where_a_dossier_was_read_is_remembered_for_the_last_ones(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(20):
        settings = settings.with_reading(
            tmp_path / f"{number}.dissoi", ("a", "p"), {str(each): (each, 7) for each in range(30)}
        )
    assert len(settings.shown) == 12
    assert len(settings.places) == 300
    assert settings.reading_of(tmp_path / "19.dissoi") == (
        ("a", "p"),
        {str(each): (each, 7) for each in range(30)},
    )
    assert settings.reading_of(tmp_path / "0.dissoi") == (("", ""), {})
    file = tmp_path / "settings.json"
    save_settings(file, settings)
    assert load_settings(file) == settings
