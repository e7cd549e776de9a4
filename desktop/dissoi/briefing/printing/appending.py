# SPDX-License-Identifier: MIT
"""Adds objects to a PDF that is written, as an incremental update (ISO 32000-1, 7.5.6).

A tagged brief has thousands of small objects for its structure, which ReportLab would write one by one with
all the care that it takes of any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple


class Objects(NamedTuple):
    """Objects that a PDF has not yet, numbered on from `first`, and others `instead` of those it has."""

    first: int
    new: Sequence[str]
    instead: Mapping[int, str]


def with_objects(pdf: bytes, document: Any, objects: Objects) -> bytes:
    """A PDF that was just written from a document of ReportLab, with ASCII objects behind it."""
    numbered = [*objects.instead.items(), *enumerate(objects.new, objects.first)]
    written = [f"{number} 0 obj\n{content}\nendobj\n" for number, content in numbered]
    *places, end = accumulate(map(len, written), initial=len(pdf))
    lines = [f"{place:010d} 00000 n \n" for place in places]
    count = len(objects.instead)
    instead = (f"{number} 1\n{line}" for number, line in zip(objects.instead, lines, strict=False))
    table = ["xref\n", *instead, f"{objects.first} {len(objects.new)}\n", *lines[count:]]
    return b"".join([pdf, "".join([*written, *table]).encode("ascii"), _trailer(pdf, document, objects, end)])


def _trailer(pdf: bytes, document: Any, objects: Objects, table: int) -> bytes:
    """What ends the file: where the `table` lies, and where the one before."""
    # The tags are told by both halves of a brief, of which only the first writes it.
    from reportlab.pdfbase.pdfdoc import PDFTrailer

    before = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    trailer = PDFTrailer(
        startxref=table,
        Size=objects.first + len(objects.new),
        Prev=before,
        Root=document.Reference(document.Catalog),
        Info=document.Reference(document.info),
        ID=document.ID(),
    )
    return bytes(trailer.format(document))
