# SPDX-License-Identifier: MIT
"""Adds objects to a PDF that is written, as an incremental update (ISO 32000-1, 7.5.6).

A tagged brief has thousands of small objects for its structure, its links and its outline, which ReportLab
would write one by one with all the care that it takes of any.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def to_come(canvas: Canvas, name: str) -> object:
    """A reference to an object that an `Update` says when the document is written; till then it is null."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    return document.Reference("null", name)


class Update:
    """ASCII objects to be added to a canvas whose pages are all there, and which it writes.

    `pages` are the numbers of the objects that its pages are.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._pdf: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
        self._document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        self.pages = [self.number_of(page.__InternalName__) for page in self._document.Pages.pages]
        self._first: int = self._document.objectcounter + 1
        self._new: list[str] = []
        self._instead: dict[int, str] = {}

    def number_of(self, name: str) -> int:
        """The number of an object that the document has by this name."""
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    @property
    def next(self) -> int:
        """The number of the object that is added next; those after it follow."""
        return self._first + len(self._new)

    def add(self, *contents: str) -> None:
        """Add objects."""
        self._new += contents

    def say(self, name: str, content: str) -> None:
        """Say what an object is that was `to_come`."""
        self._instead[self.number_of(name)] = content

    def written(self) -> bytes:
        """The PDF with all objects."""
        numbered = [*self._instead.items(), *enumerate(self._new, self._first)]
        written = [f"{number} 0 obj\n{content}\nendobj\n" for number, content in numbered]
        *places, end = accumulate(map(len, written), initial=len(self._pdf))
        lines = [f"{place:010d} 00000 n \n" for place in places]
        count = len(self._instead)
        instead = (f"{number} 1\n{line}" for number, line in zip(self._instead, lines, strict=False))
        table = ["xref\n", *instead, f"{self._first} {len(self._new)}\n", *lines[count:]]
        return b"".join([self._pdf, "".join([*written, *table]).encode("ascii"), self._trailer(end)])

    def _trailer(self, table: int) -> bytes:
        """What ends the file: where the `table` lies, and where the one before."""
        # The tags are told by both halves of a brief, of which only the first writes it.
        from reportlab.pdfbase.pdfdoc import PDFTrailer

        document = self._document
        trailer = PDFTrailer(
            startxref=table,
            Size=self.next,
            Prev=int(self._pdf[self._pdf.rindex(b"startxref") :].split()[1]),
            Root=document.Reference(document.Catalog),
            Info=document.Reference(document.info),
            ID=document.ID(),
        )
        return bytes(trailer.format(document))
