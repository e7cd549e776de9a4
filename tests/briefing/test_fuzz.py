# SPDX-License-Identifier: MIT
"""Texts that mean harm do none: whatever is typed, a brief is made of it, and it prints as typed.

`DISSOI_FUZZED=4000` makes that many dossiers instead of a few, and so does `make bench`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tests.briefing.fuzzed import check, check_forms, check_typed, check_typed_forms, fuzzed, watched
from tests.briefing.standard import faults
from tests.briefing.tagged import contents, opened, structure

from dissoi.briefing.pdf import make_brief

COUNT = int(os.environ.get("DISSOI_FUZZED", "100"))
AT_ONCE = 20


@pytest.mark.parametrize("start", range(0, COUNT, AT_ONCE))
def test_any_texts_make_a_brief_that_reads_no_file_and_no_network(start: int) -> None:
    for seed in range(start, min(start + AT_ONCE, COUNT)):
        check(seed)


@pytest.mark.parametrize("start", range(0, COUNT // 4, AT_ONCE))
def test_markup_entities_and_file_names_print_as_typed(start: int) -> None:
    for seed in range(start, min(start + AT_ONCE, COUNT // 4)):
        check_typed(seed)


@pytest.mark.parametrize("start", range(0, COUNT // 2, AT_ONCE))
def test_any_texts_make_files_of_all_kinds_that_read_no_file_and_no_network(start: int) -> None:
    for seed in range(start, min(start + AT_ONCE, COUNT // 2)):
        check_forms(seed)


@pytest.mark.parametrize("start", range(0, COUNT // 5, AT_ONCE // 5))
def test_markup_entities_and_file_names_are_as_typed_in_all_layouts_of_all_forms(start: int) -> None:
    for seed in range(start, min(start + AT_ONCE // 5, COUNT // 5)):
        check_typed_forms(seed)


@pytest.mark.parametrize("seed", range(0, COUNT, 10))
def test_any_texts_are_read_in_whole_parts(seed: int) -> None:
    case = fuzzed(seed)
    brief = make_brief(case.dossier, case.options)
    assert structure(brief).role == "Document"
    assert faults(brief) == []
    with opened(brief) as pdf:
        assert [page.loose for page in contents(pdf)] == [[]] * len(pdf.pages)
        assert pdf.check_pdf_syntax() == []


def test_files_that_are_opened_are_noticed() -> None:
    with watched() as found, open("/etc/passwd", encoding="utf-8"):  # noqa: PTH123
        pass
    assert found == ["open /etc/passwd"]


def test_modules_are_read_from_where_python_keeps_them_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    module, beside = tmp_path / "compiled" / "module.pyc", tmp_path / "beside.txt"
    module.parent.mkdir()
    for file in (module, beside):
        file.touch()
    with watched() as found:
        for file in (module, beside):
            file.read_bytes()
    assert found == [f"open {beside}"]
