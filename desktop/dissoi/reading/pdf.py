# SPDX-License-Identifier: MIT
"""PDF files with a text layer as drafts of articles.

Kept: paragraphs, headings, bold and italics, lists, quotations, tables whose rows are of one line each,
footnotes (at the end), pictures. Left out: running heads, page numbers, links.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from dissoi.dossier.prose import Block, BlockKind
from dissoi.reading import properties
from dissoi.reading.credits import Credits, take_credits, with_closing, without_names
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
from dissoi.reading.pdf_imprint import dated, work_said
from dissoi.reading.pdf_legibility import is_legible
from dissoi.reading.pdf_lines import Line, Page
from dissoi.reading.pdf_pages import page_lines
from dissoi.reading.pdf_paragraphs import Flow, body_size
from dissoi.reading.pdf_pictures import Drawn, Gallery, line_above, without_ornaments
from dissoi.reading.pdf_settling import settled_blocks
from dissoi.reading.pdf_xmp import said_in_xmp
from dissoi.reading.reading import Detail, Draft, Origin, Proposal, Proposals
from dissoi.reading.work_details import Details

MOST_PAGES = 2_000
_LONGEST_LANGUAGE = 64


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
        pages, drawn = _pages(document, name)
        said = _said(document, data)
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise ScannedArticleError(name)
    if not is_legible(pages):
        raise IllegibleArticleError(name)
    bodies = without_running_lines(pages)
    flow, columns = Flow(body_size(bodies), pictures=_placed(bodies, drawn)), Columns()
    laid = [
        (each, page.rules) for page, lines in zip(pages, bodies, strict=True) for each in columns.of(lines)
    ]
    neighbours = ((), *(column for column, _ in laid), ())
    for at, (column, rules) in enumerate(laid):
        flow.add(column, rules, neighbours[at], neighbours[at + 2])
    settled = settled_blocks(flow, bodies[0])
    found, blocks = take_credits(settled.blocks, Credits(), titled=bool(settled.title))
    work = work_said(said, pages[0], settled.title)
    proposals = _proposals(said, settled.title, found, with_closing(found, blocks), work)
    kept = {each.picture.digest: each.picture for page in drawn for each in page}
    return Draft(without_names(blocks, properties.repeated(proposals)), proposals, tuple(kept.values()))


def _said(document: Any, data: bytes) -> dict[str, str]:
    """The properties of the file that can be read, and what only its XMP says."""
    said = {}
    for key in ("Title", "Author", "Subject", "CreationDate"):
        with suppress(ValueError):  # what is declared as UTF-16 may be none
            said[key] = str(document.get_metadata_value(key))
    letters = (ctypes.c_ushort * _LONGEST_LANGUAGE)()
    if pdfium.FPDFCatalog_GetLanguage(document, letters, ctypes.sizeof(letters)):
        said["Language"] = "".join(map(chr, letters)).partition("\0")[0]
    said |= {key: text for key, text in said_in_xmp(data).items() if text and not said.get(key)}
    return said


def _pages(document: Any, name: str) -> tuple[list[Page], list[list[Drawn]]]:
    """The lines and the pictures of all pages; a page that cannot be loaded is left out."""
    count = len(document)
    if not count:
        raise NoPagesError(name)
    if count > MOST_PAGES:
        raise TooManyPagesError(name, f"{MOST_PAGES:,}")
    pages, drawn, gallery = [], [], Gallery()
    for at in range(count):
        try:
            page = document[at]
        except pypdfium2.PdfiumError:
            continue
        try:
            pages.append(page_lines(page))
            drawn.append(gallery.of(page))
        finally:
            page.close()
    if not pages:
        raise DamagedArticleError(name)
    return pages, without_ornaments(drawn)


def _placed(pages: Sequence[Sequence[Line]], drawn: Sequence[Sequence[Drawn]]) -> dict[int, list[Block]]:
    """The pictures of pages by the `id` of the line behind which each belongs."""
    placed: dict[int, list[Block]] = {}
    for lines, own in zip(pages, drawn, strict=True):
        for each in sorted(own, key=lambda each: -each.box[3]):
            if line := line_above(each, lines):
                block = Block(kind=BlockKind.PICTURE, picture=each.picture.digest)
                placed.setdefault(id(line), []).append(block)
    return placed


def _proposals(said: dict[str, str], title: str, found: Credits, closed: Credits, work: Details) -> Proposals:
    journals = {str(each.value).casefold() for each in work[Detail.PUBLISHER]}
    heading = (Proposal(title, Origin.HEADING),) if title and title.casefold() not in journals else ()
    byline = Origin.BYLINE if found.authors else Origin.TEXT
    people = (Proposal(closed.authors, byline),) if closed.authors else ()
    published = (Proposal(closed.published, Origin.BYLINE),) if closed.published else ()
    return properties.given(
        {
            **{detail: tuple(each) for detail, each in work.items()},
            Detail.PUBLISHER: (*work[Detail.PUBLISHER], *properties.printed(found.publisher)),
            Detail.TITLE: (*heading, *properties.titles(said.get("Title", ""))),
            Detail.AUTHORS: (*people, *work[Detail.AUTHORS], *properties.authors([said.get("Author", "")])),
            Detail.PUBLISHED: (
                *dated(published, work[Detail.PUBLISHED]),
                *properties.day_made(said.get("CreationDate", "")),
            ),
            Detail.LANGUAGE: properties.languages(said.get("Language", "")),
        }
    )
