# SPDX-License-Identifier: MIT
"""What sort of file something is, by its content first and its name second."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """The sorts of files that there are readers for."""

    HTML = "html"
    MHTML = "mhtml"
    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"
    RTF = "rtf"
    TEXT = "text"
    MARKUP = "markup"
    """What was copied from a page or a document: all of it is wanted."""


READERS = {
    Kind.HTML: ("dissoi.reading.html", "read_html"),
    Kind.MHTML: ("dissoi.reading.mhtml", "read_mhtml"),
    Kind.PDF: ("dissoi.reading.pdf", "read_pdf"),
    Kind.DOCX: ("dissoi.reading.docx", "read_docx"),
    Kind.EPUB: ("dissoi.reading.epub", "read_epub"),
    Kind.RTF: ("dissoi.reading.rtf", "read_rtf"),
    Kind.TEXT: ("dissoi.reading.plain", "read_plain"),
    Kind.MARKUP: ("dissoi.reading.html", "read_markup"),
}
"""The module and the function `(data: bytes, name: str) -> Draft` that reads each kind, in a process apart.

Short text, Markdown among it, is read in this process: see `article.py`.
"""

MEDIA_TYPES = {
    Kind.HTML: "text/html",
    Kind.MHTML: "multipart/related",
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.EPUB: "application/epub+zip",
    Kind.RTF: "application/rtf",
    Kind.TEXT: "text/plain",
    Kind.MARKUP: "text/html",
}

_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_OTHER_ARCHIVES = (
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"xl/workbook", "a spreadsheet"),
    (b"ppt/presentation", "a set of slides"),
)
_EPUB = (b"application/epub+zip", b"META-INF/container.xml")
_WORD = b"word/"
_ARCHIVE = b"PK\x03\x04"
_HEAD = 4096
"""In how many bytes at its start a file shows what it is."""
_PDF = b"%PDF-"
_PDF_HEAD = 1024
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|frameset)\b",
    re.IGNORECASE | re.DOTALL,
)
_WEB_PAGE_NAMES = {".html", ".htm", ".xhtml", ".xht"}
_MHTML_NAMES = {".mhtml", ".mht"}
_MAIL_HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z-]*:[ \t]")
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_DOSSIER = b"SQLite format 3\0"

_MARKDOWN_NAMES = {".md", ".markdown", ".mdown", ".mkd", ".mdwn"}
_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"\[[^][\n]+\]\((?:https?://|mailto:)[^)\s]+\)"),
    re.compile(r"\*\*[^*\s][^*\n]*\*\*"),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"\A---\n(?:\w+:.*\n)+---\n"),
)
_ENOUGH_SIGNS = 2


def is_dossier(data: bytes) -> bool:
    """Whether the bytes of a file are a dossier's."""
    return data.startswith(_DOSSIER)


def kind_of(data: bytes, name: str) -> Kind:
    """Of what kind a file is; text, unless it shows or its name says that it is something else."""
    head = data[:_HEAD]
    suffix = PurePath(name).suffix.lower()
    if _PDF in head[:_PDF_HEAD]:
        return Kind.PDF
    if head.startswith(b"{\\rtf"):
        return Kind.RTF
    if head.startswith(_ARCHIVE):
        return Kind.EPUB if any(sign in data for sign in _EPUB) else Kind.DOCX
    if _MAIL_HEADER.match(head) and (_RELATED.search(head) or suffix in _MHTML_NAMES):
        return Kind.MHTML
    if _WEB_PAGE.match(_head_text(head)) or suffix in _WEB_PAGE_NAMES | _MHTML_NAMES:
        return Kind.HTML
    return Kind.TEXT


def unsupported_kind(data: bytes) -> str:
    """Of what kind a file is, as in "a picture", when only other programs read it; else ""."""
    if data.startswith(_ARCHIVE) and _WORD not in data and not any(sign in data for sign in _EPUB):
        return next((kind for sign, kind in _OTHER_ARCHIVES if sign in data), "an archive")
    return next((kind for signature, kind in _OTHERS if data.startswith(signature)), "")


def is_encrypted_office_file(data: bytes) -> bool:
    """Whether a file is a Word file, or another of Office, that a password keeps closed."""
    return data.startswith(_OTHERS[0][0]) and "EncryptedPackage".encode("utf-16-le") in data


def _head_text(head: bytes) -> str:
    """The start of a file as text, as far as its signs of being a web page go."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def is_markdown(text: str, name: str) -> bool:
    """Whether a text is Markdown: its name says so, or it has marks of more than one sort."""
    if PurePath(name).suffix.lower() in _MARKDOWN_NAMES:
        return True
    return sum(bool(sign.search(text)) for sign in _MARKDOWN_SIGNS) >= _ENOUGH_SIGNS
