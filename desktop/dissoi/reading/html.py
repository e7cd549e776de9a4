# SPDX-License-Identifier: MIT
"""Saved web pages, and markup that was copied, as drafts of articles."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree, html

from dissoi.dossier.prose import Block, BlockKind, Blocks
from dissoi.dossier.records import Author
from dissoi.reading.credits import Credits, take_credits, with_closing
from dissoi.reading.dates import find_date
from dissoi.reading.decode import decoded
from dissoi.reading.errors import (
    ArticleTooLargeError,
    DamagedArticleError,
    NotTextError,
    TooDeepArticleError,
)
from dissoi.reading.html_blocks import html_blocks, is_too_deep
from dissoi.reading.reading import Detail, Draft, Origin, Proposal

_MOST_BYTES = 10_000_000
_FRAGMENT = re.compile(r"<!--StartFragment-->(.*)<!--EndFragment-->", re.DOTALL | re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->", re.IGNORECASE)
_SIGNS = re.compile(r"\W+")
_LONG = 25
"""From how many letters on a block may be a part of what is wanted, not the whole of a line."""
_AROUND = ("nav", "header", "footer", "aside", "form")
_MOST_ELEMENTS = 50_000
_META: dict[Detail, tuple[str, ...]] = {
    Detail.TITLE: ("citation_title", "og:title", "dc.title", "twitter:title"),
    Detail.PUBLISHER: ("og:site_name", "citation_journal_title", "publisher"),
    Detail.PUBLISHED: ("article:published_time", "citation_publication_date", "dc.date", "date", "pubdate"),
    Detail.URL: ("og:url",),
}
_AUTHORS = ("citation_author", "author", "dc.creator", "article:author", "byl")


def read_markup(data: bytes, name: str) -> Draft:
    """What was copied from a page or a document: all of it is wanted."""
    text = data.decode("utf-8", "replace")
    found = _FRAGMENT.search(text)
    blocks, pictures = html_blocks(page_of(found[1] if found else text, name))
    return Draft(blocks, pictures=pictures)


def read_html(data: bytes, name: str) -> Draft:
    """The article of a saved page, without what stands around it, and what the page says of it."""
    text = _text_of(data, name)
    page = page_of(text, name)
    proposals = _proposals(page, text)
    titles = {str(each.value).casefold() for each in proposals.get(Detail.TITLE, ())}
    blocks, _ = html_blocks(page, without=_AROUND)
    blocks = _wanted(blocks, page)
    if blocks and blocks[0].kind is BlockKind.HEADING and blocks[0].text.casefold() in titles:
        blocks = blocks[1:]
    found, blocks = take_credits(blocks, Credits())
    closed = with_closing(found, blocks)
    _add(proposals, Detail.AUTHORS, closed.authors, Origin.BYLINE)
    _add(proposals, Detail.PUBLISHED, closed.published, Origin.BYLINE)
    return Draft(blocks, proposals)


def page_of(text: str, name: str) -> etree._Element:
    """The element tree of a page. Raises a `ReadingError` when it is too large, too deep or none."""
    if len(text) > _MOST_BYTES:
        raise ArticleTooLargeError(name, f"{_MOST_BYTES // 1_000_000} MB")
    if is_too_deep(text):
        raise TooDeepArticleError(name)
    parser = html.HTMLParser(no_network=True, huge_tree=True, encoding="utf-8")
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DamagedArticleError(name) from error


def _text_of(data: bytes, name: str) -> str:
    """The characters of a page: by its byte order mark, as UTF-8, as declared, or by what they look like."""
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode()
        except UnicodeDecodeError:
            pass
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass
    try:
        return decoded(data)
    except UnicodeError:
        raise NotTextError(name) from None


def _wanted(blocks: Blocks, page: etree._Element) -> Blocks:
    """The blocks that belong to the article; all, where nothing is known of that."""
    text = _main_text(page)
    lines = {_letters(line) for line in text.split("\n")}
    whole = _letters(text)

    def is_wanted(block: Block) -> bool:
        letters = _letters(block.text)
        return bool(letters) and (letters in lines or (len(letters) >= _LONG and letters in whole))

    kept = tuple(block for block in blocks if is_wanted(block))
    return kept or blocks


def _main_text(page: etree._Element) -> str:
    """The text of the article in a page, as far as it can be told from what stands around it."""
    if sum(1 for _ in page.iter()) > _MOST_ELEMENTS:
        return ""
    from trafilatura import extract

    markup = etree.tostring(page, encoding="unicode", method="html")
    return extract(markup, fast=True, include_comments=False) or ""


def _letters(text: str) -> str:
    return _SIGNS.sub("", text).casefold()


def _proposals(page: etree._Element, text: str) -> dict[Detail, tuple[Proposal, ...]]:
    """What the tags of a page say of it."""
    said = _meta_of(page)
    result: dict[Detail, tuple[Proposal, ...]] = {}
    for detail, keys in _META.items():
        fit: Callable[[str], str] = _day if detail is Detail.PUBLISHED else _as_it_is
        for key in keys:
            _add(result, detail, fit(said.get(key, [""])[0]), Origin.META)
    for key in _AUTHORS:
        names = [each for each in said.get(key, []) if not each.startswith(("http", "@"))]
        _add(result, Detail.AUTHORS, tuple(Author(name=each) for each in names), Origin.META)
    for tag in page.iter("title"):
        _add(result, Detail.TITLE, " ".join("".join(map(str, tag.itertext())).split()), Origin.META)
    for link in page.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            _add(result, Detail.URL, link.get("href") or "", Origin.META)
    if saved := _SAVED_FROM.search(text[:4096]):
        _add(result, Detail.URL, saved[1], Origin.ADDRESS)
    web = tuple(each for each in result.pop(Detail.URL, ()) if str(each.value).startswith("http"))
    if web:
        result[Detail.URL] = web
    _add(result, Detail.LANGUAGE, page.get("lang") or "", Origin.META)
    return result


def _meta_of(page: etree._Element) -> dict[str, list[str]]:
    """What the meta tags of a page say, by their names."""
    said: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        key = (meta.get("property") or meta.get("name") or "").lower()
        if key and (value := " ".join((meta.get("content") or "").split())):
            said.setdefault(key, []).append(value)
    return said


def _add(
    proposals: dict[Detail, tuple[Proposal, ...]],
    detail: Detail,
    value: str | tuple[Author, ...],
    origin: Origin,
) -> None:
    if value:
        proposals[detail] = (*proposals.get(detail, ()), Proposal(value, origin))


def _day(text: str) -> str:
    found = find_date(text.replace("/", "-"))
    return found.partial if found and not found.start else ""


def _as_it_is(text: str) -> str:
    return text
