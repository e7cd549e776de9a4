# SPDX-License-Identifier: MIT
"""What the elements of web pages and e-books are: which begin a block, how they look, which nobody sees."""

from __future__ import annotations

import re

from lxml import etree

from dissoi.dossier.markup_settling import Look, safe_link

DEEPEST = 512
"""How deep elements may lie in one another."""

_TAGS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)[^<>]*?(/?)>")
_UNCLOSED = {
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "param", "rb", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr",
    "track", "wbr",
}  # fmt: skip
"""Elements that need no end tag."""

SKIPPED = {
    "annotation", "annotation-xml", "applet", "audio", "button", "canvas", "datalist", "dialog", "embed",
    "frame", "frameset", "head", "iframe", "input", "link", "meta", "noframes", "noscript", "object",
    "optgroup", "option", "param", "rp", "rt", "script", "select", "source", "style", "svg", "template",
    "textarea", "title", "track", "video",
}  # fmt: skip
"""Elements that no reader sees, or that are no text."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "listing",
    "xmp",
}  # fmt: skip
"""Elements that begin a line of their own."""
_BOLD = {"b", "strong"}
_ITALIC = {"i", "em", "cite", "dfn", "var"}
_STRIKE = {"s", "del", "strike"}
_CODE = {"code", "kbd", "samp", "tt"}
PREFORMATTED = {"pre", "listing", "xmp"}
LISTS = {"ul", "ol", "menu", "dir"}
REFERENCE_TYPES = {"noteref", "doc-noteref"}
NOTE_TYPES = {"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"}
NOTE_LIST_TYPES = {"footnotes", "endnotes", "rearnotes", "doc-endnotes", "references", "footnote-list"}
"""What roles and classes call a footnote, what leads to one, and a list of them."""
_BACK_LINK = re.compile(r"[\s↩↑^⏎︎⤴⬆\ufe0e\ufe0f]*")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NUMBER = re.compile(r"[0-9]{1,6}")
_LONG_CELL = 1_000
"""From how many characters on a cell lays out a page and is none of a table."""
_SMALLEST = 20
"""A picture of fewer pixels, as the markup says, is a spacer or counts visitors."""


def is_too_deep(markup: str) -> bool:
    """Whether elements of a markup lie too deep in one another to be read; quick, and before any parser."""
    depth = deepest = 0
    for found in _TAGS.finditer(markup):
        if found[3] or found[2].lower() in _UNCLOSED:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest > DEEPEST


def name_of(element: etree._Element) -> str:
    """The local name of an element in small letters."""
    return str(element.tag).rpartition("}")[2].lower()


def look_of(look: Look, tag: str, element: etree._Element) -> Look:
    """How the text of an element looks that stands in text of a look."""
    if tag == "a":
        return look._replace(link=safe_link((element.get("href") or "").strip()))
    return look._replace(
        bold=look.bold or tag in _BOLD,
        italic=look.italic or tag in _ITALIC,
        strike=look.strike or tag in _STRIKE,
        code=look.code or tag in _CODE,
    )


def is_hidden(element: etree._Element) -> bool:
    """Whether a browser does not show an element, or it only leads back from a footnote."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style") or ""):
        return True
    # The arrow behind a footnote that leads back into the text.
    href = element.get("href") or ""
    return "#" in href and len(element) == 0 and bool(element.text and _BACK_LINK.fullmatch(element.text))


def is_tiny(element: etree._Element) -> bool:
    """Whether a picture is too small to show anything."""
    sizes = (element.get("width") or "", element.get("height") or "")
    return any(NUMBER.fullmatch(size) and int(size) < _SMALLEST for size in sizes)


def types_of(element: etree._Element) -> set[str]:
    """What an element is, as its roles and classes say."""
    named = (
        element.get("role"),
        element.get("class"),
        element.get("{http://www.idpf.org/2007/ops}type"),
        element.get("epub:type"),
    )
    return {word for names in named if names for word in names.lower().split()}


def is_layout(table: etree._Element) -> bool:
    """Whether a table only lays out a page: it holds another, a long text, or a single cell."""
    if next(table.iterdescendants("{*}table"), None) is not None:
        return True
    cells = list(table.iterdescendants("{*}td", "{*}th"))
    return len(cells) <= 1 or any(_is_long(cell) for cell in cells)


def _is_long(cell: etree._Element) -> bool:
    length = 0
    for text in cell.itertext():
        length += len(text)
        if length > _LONG_CELL:
            return True
    return False
