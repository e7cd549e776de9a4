# SPDX-License-Identifier: MIT
"""The file of a PDF and its bookmarks, read back by qpdf."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dissoi.briefing.printing.objects import Objects, text_string
from dissoi.briefing.printing.outline import Bookmark, put_outline


def read(objects: Objects, catalog: str) -> pikepdf.Pdf:
    """The file of some objects, in which qpdf finds no fault. It has one page."""
    tree = objects.number()
    page = objects.put(f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 9 9]>>")
    objects.put(f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>", tree)
    root = objects.put(f"<</Type/Catalog/Pages {tree} 0 R{catalog}>>")
    pdf = pikepdf.Pdf.open(BytesIO(objects.file(root, objects.put("<<>>"))))
    assert pdf.check_pdf_syntax() == []
    return pdf


@given(some.text())
def test_texts_are_read_as_they_were_written(text: str) -> None:
    objects = Objects()
    number = objects.put(f"[{text_string(text)}]")
    fit = text.encode("utf-16", "replace").decode("utf-16")
    assert str(read(objects, "").get_object(number, 0)[0]) == fit


@given(some.binary())
def test_streams_are_read_as_they_were_written(content: bytes) -> None:
    objects = Objects()
    packed, plain = objects.put_stream(content, "/Length1 7"), objects.put_plain_stream(content)
    pdf = read(objects, "")
    assert pdf.get_object(packed, 0).read_bytes() == content
    assert int(pdf.get_object(packed, 0).Length1) == 7
    assert pdf.get_object(plain, 0).read_raw_bytes() == content


def test_an_object_may_be_put_in_after_what_leads_to_it() -> None:
    objects = Objects()
    later = objects.number()
    first = objects.put(f"[{later} 0 R]")
    assert objects.put("(here)", later) == later
    assert str(read(objects, "").get_object(first, 0)[0]) == "here"


def test_a_number_that_leads_nowhere_is_noticed() -> None:
    objects = Objects()
    objects.number()
    with pytest.raises(AssertionError, match="not put in"):
        objects.file(1, 1)


def test_files_are_told_apart_by_what_is_in_them() -> None:
    def mark(text: str) -> bytes:
        objects = Objects()
        objects.put(text_string(text))
        return bytes(read(objects, "").trailer.ID[0])

    assert len(mark("one")) == 16
    assert mark("one") == mark("one")
    assert mark("one") != mark("two")


@given(some.lists(some.integers(0, 3)))
def test_bookmarks_stand_below_the_last_one_of_a_lower_rank(ranks: list[int]) -> None:
    objects = Objects()
    marks = [Bookmark(rank, f"{place}", "[null]") for place, rank in enumerate(ranks)]
    with read(objects, f"/Outlines {put_outline(objects, marks)} 0 R").open_outline() as outline:
        found = list(told(outline.root))
    assert [title for title, _ in found] == [mark.title for mark in marks]
    assert [parent for _, parent in found] == [above(ranks, place) for place in range(len(ranks))]


def told(items: list[pikepdf.OutlineItem], parent: str = "") -> list[tuple[str, str]]:
    """Each bookmark in order, with what it stands under."""
    assert all(item.is_closed for item in items if item.children)
    return [
        pair
        for item in items
        for pair in [(str(item.title), parent), *told(list(item.children), str(item.title))]
    ]


def above(ranks: list[int], place: int) -> str:
    return next((f"{up}" for up in reversed(range(place)) if ranks[up] < ranks[place]), "")
