# SPDX-License-Identifier: MIT
"""PDFium is not made for two threads at once: a window draws pages in one, tests read pages in another."""

from __future__ import annotations

import ast
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TimeIsUpError
from pathlib import Path

import pytest
from tests.briefing.printed import opened, page_texts

from dissoi.briefing.options import Options
from dissoi.dossier.dossier import Dossier
from dissoi.gui.brief.export import made_brief
from dissoi.gui.brief.rendering import PDFIUM, PrintedPages


def test_pages_are_read_only_while_none_are_drawn(sample: Dossier) -> None:
    made = made_brief(sample, ".pdf", Options(), lambda _: None)
    with ThreadPoolExecutor(1) as beside:
        with PDFIUM:
            reading = beside.submit(page_texts, made)
            with pytest.raises(TimeIsUpError):
                reading.result(timeout=0.2)
        assert reading.result()[0]


def test_pages_are_drawn_only_while_none_are_read(sample: Dossier) -> None:
    made = made_brief(sample, ".pdf", Options(), lambda _: None)
    with ThreadPoolExecutor(1) as beside, PrintedPages(made) as pages:
        with opened(made):
            drawing = beside.submit(pages.picture, 0, 0.5)
            with pytest.raises(TimeIsUpError):
                drawing.result(timeout=0.2)
        assert not drawing.result().isNull()


def test_no_test_of_the_window_opens_a_pdf_by_itself() -> None:
    for module in sorted(Path(__file__).parent.rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        imported = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert "pypdfium2" not in " ".join(map(ast.unparse, imported)), f"{module.name}: use `opened`"
