# SPDX-License-Identifier: MIT
"""How well PDF files are read that Chromium and LibreOffice printed of articles of which all is known.

The bars: paragraphs exactly right at least .97 in one column and .93 in two.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.benchmarks.prints import (
    BROWSER,
    CHROMIUM,
    OFFICE,
    PANDOC,
    Piece,
    Print,
    browser_print,
    office_print,
    pieces,
)

from dissoi.dossier.markup_settling import CELL
from dissoi.reading.pdf import read_pdf
from dissoi.reading.reading import Detail, Draft

BARS = {1: 0.97, 2: 0.93}
SEEDS = range(20, 24)
"""Articles that no rule was made for."""
KINDS = ("paragraph", "heading", "item", "quote", "row", "note")


def gold(made: list[Piece]) -> Counter[tuple[str, str]]:
    return Counter((each.kind, CELL.join(each.cells) or each.text) for each in made if each.kind != "title")


def shares(name: str, files: list[tuple[list[Piece], Draft]]) -> float:
    """Print which share of each kind of block is exactly right; a block too many counts as one wrong."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    titles = 0
    for made, draft in files:
        there = gold(made)
        found = Counter((block.kind.value, block.text) for block in draft.blocks)
        for (kind, _), count in (there & found).items():
            right[kind] += count
        for kind in KINDS:
            real, read = (sum(n for (k, _), n in each.items() if k == kind) for each in (there, found))
            wanted[kind] += max(real, read) if kind == "paragraph" else real
        titles += any(each.value == made[0].text for each in draft.proposals.get(Detail.TITLE, ()))
    told = ", ".join(
        f"{kind} {right[kind] / wanted[kind]:.3f} of {wanted[kind]}" for kind in KINDS if wanted[kind]
    )
    print(f"\n{name}: {told}, title {titles} of {len(files)}", end="")
    return right["paragraph"] / wanted["paragraph"]


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")
@pytest.mark.parametrize("style", BROWSER, ids=lambda style: style.name)
def test_prints_of_a_browser(style: Print, tmp_path: Path) -> None:
    files = []
    for seed in SEEDS:
        made = pieces(seed)
        files.append((made, read_pdf(browser_print(made, style, tmp_path), "x.pdf")))
    assert shares(f"Chromium, {style.name}", files) >= BARS[style.columns]


@pytest.mark.skipif(not (PANDOC and OFFICE), reason="there is no pandoc or no LibreOffice here")
@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_prints_of_a_word_processor(kind: str, tmp_path: Path) -> None:
    files = []
    for seed in SEEDS:
        made = pieces(seed)
        files.append((made, read_pdf(office_print(made, tmp_path, kind), "x.pdf")))
    assert shares(f"LibreOffice, {kind}", files) >= BARS[1]
