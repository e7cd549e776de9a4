# SPDX-License-Identifier: MIT
"""What a document of ReportLab is given that is not text or bytes: links, and streams that are compressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFObject, PDFStream

from dissoi.briefing.printing.links import Link, Place


class Annotation(PDFObject):
    """A link as an object of a document."""

    def __init__(self, link: Link, places: Mapping[str, Place]) -> None:
        self._link = link
        self._places = places

    @property
    def name(self) -> str:
        """What ReportLab calls it, once it is in a document."""
        return str(vars(self)["__InternalName__"])

    def format(self, document: Any) -> bytes:
        """The object as ReportLab writes it, when all pages are there."""
        return self._link.written(document, self._places)


def compressed(content: bytes) -> PDFStream:
    """A stream of what zlib has compressed."""
    stream = PDFStream(content=content)
    stream.dictionary["Filter"] = PDFArray(["/FlateDecode"])
    return stream
