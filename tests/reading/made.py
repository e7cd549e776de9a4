# SPDX-License-Identifier: MIT
"""Word files, e-books and PDF files made by hand, for the tests of their readers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)

Parts = Mapping[str, str | bytes]


def archive(parts: Parts) -> bytes:
    """A ZIP file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


def part(root: str, content: str, namespace: str = WORD) -> str:
    """A part of a Word file."""
    names = f'xmlns:w="{namespace}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}" xmlns:mc="{MARKUP}"'
    return f'<?xml version="1.0"?><w:{root} {names}>{content}</w:{root}>'


def relations(content: str) -> str:
    """The relations of a part."""
    return f'<Relationships xmlns="{PACKAGE}">{content}</Relationships>'


def docx(body: str, more: Parts | None = None, namespace: str = WORD) -> bytes:
    """A Word file with this between `<w:body>` and `</w:body>`."""
    main = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    document = part("document", f"<w:body>{body}</w:body>", namespace)
    return archive({"_rels/.rels": relations(main), "word/document.xml": document, **(more or {})})


def run(text: str, properties: str = "") -> str:
    """A run of a Word file."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of a Word file; text without markup is one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if '<' in content else run(content)}</w:p>"


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def epub(pages: Mapping[str, str], metadata: str = "", items: str = "", more: Parts | None = None) -> bytes:
    """An e-book with these pages by name, in this order; each is what stands in its body."""
    manifest = "".join(
        f'<item id="p{at}" href="{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="p{at}"/>' for at, _ in enumerate(pages))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{manifest}{items}</manifest><spine>{spine}</spine></package>"
    )
    bodies = {f"OPS/{name}": page(body) for name, body in pages.items() if body}
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": opf}
    return archive({**parts, **bodies, **(more or {})})


def page(body: str) -> str:
    """A page of an e-book."""
    return (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{body}</body></html>'
    )
