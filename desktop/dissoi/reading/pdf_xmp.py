# SPDX-License-Identifier: MIT
"""What a PDF file says of itself in its packet of XMP (ISO 16684-1), which lies in it as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from lxml import etree

from dissoi.reading.archive import xml_root
from dissoi.reading.docx_styles import local
from dissoi.reading.errors import ReadingError

_PACKET = re.compile(rb"<x:xmpmeta\b.{1,500000}?</x:xmpmeta>", re.DOTALL)
_KEYS = {
    "title": "Title",
    "creator": "Author",
    "CreateDate": "CreationDate",
    "language": "Language",
    "publicationName": "prism.publicationname",
    "aggregationType": "prism.aggregationtype",
    "volume": "prism.volume",
    "number": "prism.number",
    "startingPage": "prism.startingpage",
    "endingPage": "prism.endingpage",
    "pageRange": "prism.pagerange",
    "issueIdentifier": "prism.issueidentifier",
    "coverDisplayDate": "prism.coverdisplaydate",
    "coverDate": "prism.coverdate",
    "doi": "prism.doi",
    "DOI": "prism.doi",
    "identifier": "dc.identifier",
}
"""Properties by the names that PDF files, or else web pages, have for them elsewhere."""


def said_in_xmp(data: bytes) -> dict[str, str]:
    """What the last packet that can be read says: title, authors (parted by semicolons), and so on."""
    found: dict[str, str] = {}
    for packet in list(_PACKET.finditer(data))[-1:]:
        with suppress(ReadingError):
            for key, text in _properties(xml_root(packet[0], "")):
                found.setdefault(key, text)
    return found


def _properties(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        name = local(element)
        if name in _KEYS:
            texts = [text.strip() for each in element.iter() if (text := each.text or "").strip()]
            yield _KEYS[name], "; ".join(texts if name == "creator" else texts[:1])
        for key, value in element.attrib.items():
            own = str(key).rpartition("}")[2]
            if name == "Description" and own in _KEYS:
                yield _KEYS[own], str(value)
