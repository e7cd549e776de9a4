# SPDX-License-Identifier: MIT
"""Objects that are added to a PDF which is written."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from dissoi.briefing.printing.appending import Update, to_come
from dissoi.briefing.printing.outline import Bookmark, add_outline, will_have_outline


def _canvas() -> Canvas:
    canvas = Canvas(BytesIO(), invariant=1)
    canvas.drawString(72, 72, "One page")
    canvas.showPage()
    return canvas


@settings(max_examples=20)
@given(st.lists(st.integers(0, 99).map(lambda number: f"<</Told {number}>>"), min_size=1, max_size=12))
def test_added_objects_are_read_back_and_the_document_before_them_is_whole(contents: list[str]) -> None:
    canvas = _canvas()
    catalog = canvas._doc.Catalog  # type: ignore[attr-defined]
    catalog.Extra = to_come(canvas, "Extra")
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "Extra"]
    before = bytes(canvas.getpdfdata())  # type: ignore[no-untyped-call]
    update = Update(canvas)
    listed = " ".join(f"{update.next + place} 0 R" for place in range(len(contents)))
    update.add(*contents)
    update.say("Extra", f"[{listed}]")
    made = update.written()
    assert made.startswith(before)
    with pikepdf.open(BytesIO(before)) as whole:
        assert len(whole.pages) == 1
        assert "/Extra" not in whole.Root
    with pikepdf.open(BytesIO(made)) as whole:
        assert not whole.check_pdf_syntax()
        assert len(whole.pages) == 1
        assert [f"<</Told {each.Told}>>" for each in whole.Root.Extra] == contents


def test_every_object_stands_where_the_table_says() -> None:
    update = Update(_canvas())
    first = update.next
    update.add("[1]", "[22]", "[333]")
    made = update.written()
    table = made[int(made[made.rindex(b"startxref") :].split()[1]) :]
    places = [int(entry) for entry in re.findall(rb"^(\d{10}) 00000 n $", table, re.MULTILINE)]
    assert [made[place:].split(b"\n", 1)[0] for place in places] == [
        f"{first + place} 0 obj".encode() for place in range(3)
    ]


@settings(max_examples=40)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=20))
def test_an_outline_is_read_back_as_it_was_told(deeper: list[int]) -> None:
    ranks = [0]
    for each in deeper:
        ranks.append(min(each, ranks[-1] + 1))
    canvas = _canvas()
    will_have_outline(canvas)
    update = Update(canvas)
    add_outline(update, [Bookmark(f"{place} (ß)", rank, (0, 72.0)) for place, rank in enumerate(ranks)])
    with pikepdf.open(BytesIO(update.written())) as whole:
        assert not whole.check_pdf_syntax()
        with whole.open_outline() as outline:
            assert list(_told(outline.root)) == [(rank, f"{place} (ß)") for place, rank in enumerate(ranks)]
            assert all(each.is_closed for each in outline.root if each.children)


def _told(items: Sequence[pikepdf.OutlineItem], rank: int = 0) -> Iterator[tuple[int, str]]:
    for each in items:
        yield rank, each.title
        yield from _told(each.children, rank + 1)


def test_what_both_halves_of_a_brief_load_writes_no_pdf() -> None:
    loaded = (
        "import sys, dissoi.briefing.pdf; print(any(name.startswith('reportlab') for name in sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
