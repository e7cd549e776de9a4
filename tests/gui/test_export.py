# SPDX-License-Identifier: MIT
"""The brief as the window writes it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dissoi.briefing import pdf
from dissoi.dossier.dossier import Dossier
from dissoi.gui.brief.export import BriefExport
from dissoi.storage.settings import Paper


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")
def test_a_brief_has_the_date_of_the_place_where_it_is_made(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dates: list[str] = []

    def make_brief(_dossier: Dossier, *, made_on: str, **_rest: object) -> bytes:
        dates.append(made_on)
        return b""

    monkeypatch.setattr(pdf, "make_brief", make_brief)
    monkeypatch.setattr("dissoi.identity.now", lambda: datetime(2026, 1, 1, 20, tzinfo=UTC))
    monkeypatch.setenv("TZ", "XYZ-12")
    time.tzset()
    try:
        window = QWidget()
        qtbot.addWidget(window)
        export = BriefExport(window)
        with qtbot.waitSignal(export.done):
            export.start(Dossier(), tmp_path / "brief.pdf", Paper.A4)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert dates == ["2026-01-02"]
