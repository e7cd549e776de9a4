# SPDX-License-Identifier: MIT
"""Objects that are added to a PDF which is written."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from dissoi.briefing.printing.appending import Objects, with_objects


def _canvas() -> Canvas:
    canvas = Canvas(BytesIO(), invariant=1)
    canvas.drawString(72, 72, "One page")
    canvas.showPage()
    return canvas


@settings(max_examples=20)
@given(st.lists(st.integers(0, 99).map(lambda number: f"<</Told {number}>>"), min_size=1, max_size=12))
def test_added_objects_are_read_back_and_the_document_before_them_is_whole(contents: list[str]) -> None:
    canvas = _canvas()
    document = canvas._doc  # type: ignore[attr-defined]
    document.Catalog.Extra = document.Reference("null", "Extra")
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "Extra"]
    before = bytes(canvas.getpdfdata())  # type: ignore[no-untyped-call]
    replaced, _ = document.idToObjectNumberAndVersion["Extra"]
    first = document.objectcounter + 1
    listed = " ".join(f"{first + place} 0 R" for place in range(len(contents)))
    made = with_objects(before, document, Objects(first, contents, {replaced: f"[{listed}]"}))
    assert made.startswith(before)
    with pikepdf.open(BytesIO(before)) as whole:
        assert len(whole.pages) == 1
        assert "/Extra" not in whole.Root
    with pikepdf.open(BytesIO(made)) as whole:
        assert not whole.check_pdf_syntax()
        assert len(whole.pages) == 1
        assert [f"<</Told {each.Told}>>" for each in whole.Root.Extra] == contents


def test_every_object_stands_where_the_table_says() -> None:
    canvas = _canvas()
    document = canvas._doc  # type: ignore[attr-defined]
    before = bytes(canvas.getpdfdata())  # type: ignore[no-untyped-call]
    first = document.objectcounter + 1
    made = with_objects(before, document, Objects(first, ["[1]", "[22]", "[333]"], {}))
    table = made[int(made[made.rindex(b"startxref") :].split()[1]) :]
    places = [int(entry) for entry in re.findall(rb"^(\d{10}) 00000 n $", table, re.MULTILINE)]
    assert [made[place:].split(b"\n", 1)[0] for place in places] == [
        f"{first + place} 0 obj".encode() for place in range(3)
    ]


def test_what_both_halves_of_a_brief_load_writes_no_pdf() -> None:
    loaded = (
        "import sys, dissoi.briefing.pdf; print(any(name.startswith('reportlab') for name in sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
