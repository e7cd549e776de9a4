# SPDX-License-Identifier: MIT
"""PDF files with a text layer as drafts of articles.

Kept: paragraphs, headings, bold and italics, lists, footnotes (at the end). Left out: running heads, page
numbers, pictures, links. Tables are read row by row or column by column, as they are set.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from dissoi.reading import properties
from dissoi.reading.credits import Credits, take_credits, with_closing
from dissoi.reading.errors import (
    DamagedArticleError,
    FormArticleError,
    IllegibleArticleError,
    NoPagesError,
    ProtectedArticleError,
    ScannedArticleError,
    TooManyPagesError,
)
from dissoi.reading.pdf_columns import Columns, without_running_lines
from dissoi.reading.pdf_legibility import is_legible
from dissoi.reading.pdf_lines import Page
from dissoi.reading.pdf_pages import page_lines
from dissoi.reading.pdf_paragraphs import Flow, body_size, settled_blocks
from dissoi.reading.reading import Detail, Draft, Origin, Proposal, Proposals

MOST_PAGES = 2_000


def read_pdf(data: bytes, name: str) -> Draft:
    """What a PDF file says. Raises a `ReadingError` when it is closed by a password, or holds no text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        cause = ProtectedArticleError if "password" in str(error).lower() else DamagedArticleError
        raise cause(name) from error
    try:
        if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
            raise FormArticleError(name)
        pages = _pages(document, name)
        said = _said(document)
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise ScannedArticleError(name)
    if not is_legible(pages):
        raise IllegibleArticleError(name)
    bodies = without_running_lines(pages)
    flow, columns = Flow(body_size(bodies)), Columns()
    for lines in bodies:
        for column in columns.of(lines):
            flow.add(column)
    settled = settled_blocks(flow, bodies[0])
    found, blocks = take_credits(settled.blocks, Credits())
    return Draft(blocks, _proposals(said, settled.title, found, with_closing(found, blocks)))


def _said(document: Any) -> dict[str, str]:
    """The properties of the file that can be read."""
    said = {}
    for key in ("Title", "Author", "CreationDate"):
        with suppress(ValueError):  # what is declared as UTF-16 may be none
            said[key] = str(document.get_metadata_value(key))
    return said


def _pages(document: Any, name: str) -> list[Page]:
    """The lines of all pages; a page that cannot be loaded is empty."""
    count = len(document)
    if not count:
        raise NoPagesError(name)
    if count > MOST_PAGES:
        raise TooManyPagesError(name, f"{MOST_PAGES:,}")
    pages = []
    for at in range(count):
        try:
            page = document[at]
        except pypdfium2.PdfiumError:
            continue
        try:
            pages.append(page_lines(page))
        finally:
            page.close()
    if not pages:
        raise DamagedArticleError(name)
    return pages


def _proposals(said: dict[str, str], title: str, found: Credits, closed: Credits) -> Proposals:
    heading = (Proposal(title, Origin.HEADING),) if title else ()
    byline = Origin.BYLINE if found.authors else Origin.TEXT
    people = (Proposal(closed.authors, byline),) if closed.authors else ()
    published = (Proposal(closed.published, Origin.BYLINE),) if closed.published else ()
    return properties.given(
        {
            Detail.TITLE: (*heading, *properties.titles(said.get("Title", ""))),
            Detail.AUTHORS: (*people, *properties.authors([said.get("Author", "")])),
            Detail.PUBLISHED: (*published, *properties.dates(said.get("CreationDate", ""))),
        }
    )
