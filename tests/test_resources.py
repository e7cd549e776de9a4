# SPDX-License-Identifier: MIT
"""Resources are found in the checkout and in an installed package alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from dissoi import resources


def test_the_checkout_has_them() -> None:
    assert resources.resource("sample", "european-force.json").is_file()
    assert resources.fonts() == resources.resource("fonts")
    assert resources.sample_text().startswith("{")


def test_an_installed_package_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_INSTALLED", tmp_path)
    assert resources.resource("sample", "x.json") == tmp_path / "sample" / "x.json"
