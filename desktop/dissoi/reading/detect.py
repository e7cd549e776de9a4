# SPDX-License-Identifier: MIT
"""What sort of file something is, by its content first and its name second."""

from __future__ import annotations

import re
from pathlib import PurePath

_SIGNATURES = (
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_ARCHIVES = (
    (b"application/epub+zip", "an EPUB file"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"word/", "a Word file"),
)
_HEAD = 4096
"""In how many bytes at its start a file shows what it is."""
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_WEB_PAGE_NAMES = {".html", ".htm", ".xhtml", ".mhtml"}
_DOSSIER = b"SQLite format 3\0"

_MARKDOWN_NAMES = {".md", ".markdown", ".mdown", ".mkd", ".mdwn"}
_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"\[[^\]\n]+\]\((?:https?://|mailto:)[^)\s]+\)"),
    re.compile(r"\*\*[^*\s][^*\n]*\*\*"),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"\A---\n(?:\w+:.*\n)+---\n"),
)
_ENOUGH_SIGNS = 2


def is_dossier(data: bytes) -> bool:
    """Whether the bytes of a file are a dossier's."""
    return data.startswith(_DOSSIER)


def unsupported_kind(data: bytes, name: str) -> str:
    """Of what kind a file is, as in "a PDF file", when only other programs read it; else ""."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "a PDF file"
    if head.startswith(b"PK\x03\x04"):
        return next((kind for sign, kind in _ARCHIVES if sign in data), "an archive")
    if (
        _WEB_PAGE.match(head.removeprefix(b"\xef\xbb\xbf"))
        or PurePath(name).suffix.lower() in _WEB_PAGE_NAMES
    ):
        return "a web page"
    return next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), "")


def is_markdown(text: str, name: str) -> bool:
    """Whether a text is Markdown: its name says so, or it has marks of more than one sort."""
    if PurePath(name).suffix.lower() in _MARKDOWN_NAMES:
        return True
    return sum(bool(sign.search(text)) for sign in _MARKDOWN_SIGNS) >= _ENOUGH_SIGNS
