# SPDX-License-Identifier: MIT
"""E-books (EPUB 2 and 3) as drafts of articles: all chapters in reading order, with their pictures."""

from __future__ import annotations

import html.entities
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree
from lxml import html as lxml_html

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.prose import Block, BlockKind, Blocks, plain_block
from dissoi.dossier.records import ArticleKind
from dissoi.reading import properties
from dissoi.reading.archive import Archive, xml_root
from dissoi.reading.credits import Credits, take_credits, without_names
from dissoi.reading.docx_styles import local, value
from dissoi.reading.errors import (
    DamagedArticleError,
    MissingPartError,
    OverflowingArticleError,
    ProtectedArticleError,
    TooDeepArticleError,
)
from dissoi.reading.html_blocks import html_blocks
from dissoi.reading.html_elements import is_too_deep
from dissoi.reading.pictures import picture_of
from dissoi.reading.properties import one_line
from dissoi.reading.reading import Detail, Draft, Origin, Proposal, Proposals
from dissoi.reading.work_details import kind_named

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS_ONLY = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
"""Ways of encrypting that hide fonts, which are not read."""
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
_MOST_PICTURES = 100_000_000
"""How many bytes all pictures have together at most; those beyond are left out."""
_MOST_CHAPTERS = 5_000
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_IN_XML = {b"amp", b"lt", b"gt", b"quot", b"apos"}
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>", re.IGNORECASE)


def read_epub(data: bytes, name: str) -> Draft:
    """What an e-book says. Raises a `ReadingError` when it is damaged, protected or too large."""
    return _Book(Archive(data, name), name).draft()


@dataclass
class _Item:
    path: str
    media_type: str
    properties: str


@dataclass
class _Book:
    archive: Archive
    name: str
    pictures: dict[str, Attachment | None] = field(default_factory=dict)
    picture_bytes: int = 0

    def draft(self) -> Draft:
        """The book's text, pictures and what its metadata say."""
        opf = self._package_path()
        package = self.archive.xml(opf)
        items = self._items(package, posixpath.dirname(opf))
        pages = [page for page in self._spine(package, items) if page in self.archive]
        self._refuse_protected(pages)
        labels = self._labels(items)
        blocks: list[Block] = []
        pictures: dict[str, Attachment] = {}
        for path in pages:
            chapter, found = self._page(path)
            blocks += _with_title(chapter, labels.get(path, ""))
            pictures |= {each.digest: each for each in found}
        proposals = properties.given(_details(package))
        text = without_names(tuple(blocks), properties.repeated(proposals))
        credits_, text = take_credits(text, _known(proposals))
        proposals = properties.given(_with_credits(proposals, credits_))
        return Draft(text, proposals, tuple(pictures.values()))

    def _package_path(self) -> str:
        if _CONTAINER in self.archive:
            for element in self.archive.xml(_CONTAINER).iter():
                path = value(element, "full-path") if local(element) == "rootfile" else ""
                if path in self.archive:
                    return path
        found = next((entry for entry in self.archive.names if entry.lower().endswith(".opf")), "")
        if not found:
            raise MissingPartError(self.name, "table of contents (OPF)")
        return found

    def _items(self, package: etree._Element, folder: str) -> dict[str, _Item]:
        return {
            value(each, "id"): _Item(
                _path(folder, value(each, "href")), value(each, "media-type"), value(each, "properties")
            )
            for each in package.iter()
            if local(each) == "item"
        }

    def _spine(self, package: etree._Element, items: dict[str, _Item]) -> list[str]:
        """The pages in reading order, each once, without the table of contents."""
        ids = [value(each, "idref") for each in package.iter() if local(each) == "itemref"]
        if len(ids) > _MOST_CHAPTERS:
            raise OverflowingArticleError(self.name)
        named = [items[key] for key in dict.fromkeys(ids) if key in items]
        pages = [item for item in named if item.media_type in _PAGES and "nav" not in item.properties.split()]
        return list(dict.fromkeys(item.path for item in pages))

    def _refuse_protected(self, pages: list[str]) -> None:
        if _ENCRYPTION not in self.archive:
            return
        for encrypted in self.archive.xml(_ENCRYPTION).iter("{*}EncryptedData"):
            ways = {value(each, "Algorithm") for each in encrypted.iter("{*}EncryptionMethod")}
            paths = {_path("", value(each, "URI")) for each in encrypted.iter("{*}CipherReference")}
            if not ways <= _FONTS_ONLY and paths & set(pages):
                raise ProtectedArticleError(self.name)

    def _labels(self, items: dict[str, _Item]) -> dict[str, str]:
        """The titles of chapters by the page that they begin on."""
        labels: dict[str, str] = {}
        for item in items.values():
            is_contents = "nav" in item.properties.split() or item.media_type == "application/x-dtbncx+xml"
            if is_contents and item.path in self.archive:
                for path, label in _entries(self._tree(item.path), posixpath.dirname(item.path)):
                    labels.setdefault(path, label)
        return labels

    def _page(self, path: str) -> tuple[Blocks, tuple[Attachment, ...]]:
        folder = posixpath.dirname(path)
        return html_blocks(self._tree(path), lambda source: self._picture(_path(folder, source)))

    def _tree(self, path: str) -> etree._Element:
        """A page as a tree; one that is not well-formed is read as browsers read it."""
        data = self.archive.read(path)
        try:
            return xml_root(_ENTITY.sub(_reference, _DOCTYPE.sub(b"", data, count=1)), self.name)
        except DamagedArticleError:
            text = data.decode("utf-8", "replace")
        if is_too_deep(text):
            raise TooDeepArticleError(self.name)
        parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
        try:
            return lxml_html.document_fromstring(text.encode() or b"<html></html>", parser=parser)
        except (etree.LxmlError, ValueError):
            return etree.Element("html")

    def _picture(self, path: str) -> Attachment | None:
        if path not in self.pictures:
            self.pictures[path] = self._read_picture(path)
        return self.pictures[path]

    def _read_picture(self, path: str) -> Attachment | None:
        if path not in self.archive or self.picture_bytes > _MOST_PICTURES:
            return None
        found = picture_of(posixpath.basename(path), self.archive.read(path))
        self.picture_bytes += len(found.data) if found else 0
        return found


def _path(folder: str, address: str) -> str:
    """Where in the file an address leads; somewhere that is not there when it leads out of the file."""
    return posixpath.normpath(posixpath.join(folder, unquote(address.partition("#")[0])))


def _reference(found: re.Match[bytes]) -> bytes:
    """A named entity of HTML as a character reference, which XML knows without a DTD."""
    number = html.entities.name2codepoint.get(found[1].decode())
    return found[0] if found[1] in _IN_XML or number is None else b"&#%d;" % number


def _entries(contents: etree._Element, folder: str) -> Iterator[tuple[str, str]]:
    for element in contents.iter():
        if local(element) == "a" and element.get("href"):
            yield _path(folder, str(element.get("href"))), _text_of(element)
        elif local(element) == "navPoint":
            source = next((value(each, "src") for each in element if local(each) == "content"), "")
            label = next((each for each in element if local(each) == "navLabel"), None)
            yield _path(folder, source), "" if label is None else _text_of(label)


def _text_of(element: etree._Element) -> str:
    return one_line("".join(str(text) for text in element.itertext()))


def _with_title(blocks: Blocks, label: str) -> Blocks:
    """A chapter with its title from the table of contents where it has no heading of its own."""
    has_title = any(block.kind is BlockKind.HEADING for block in blocks)
    if not label or has_title or not any(block.text for block in blocks):
        return blocks
    rest = blocks[1:] if blocks[0].text.casefold() == label.casefold() else blocks
    return (plain_block(label, BlockKind.HEADING), *rest)


def _known(proposals: Proposals) -> Credits:
    """What the properties of a book say of author and date."""
    authors, dates = (proposals.get(detail, ()) for detail in (Detail.AUTHORS, Detail.PUBLISHED))
    people = authors[0].value if authors else ()
    return Credits(people if isinstance(people, tuple) else (), str(dates[0].value) if dates else "")


def _with_credits(proposals: Proposals, found: Credits) -> dict[Detail, tuple[Proposal, ...]]:
    """The proposals with what only the first lines of the book say."""
    people = (Proposal(found.authors, Origin.BYLINE),) if found.authors else ()
    return {
        **proposals,
        Detail.AUTHORS: (*proposals.get(Detail.AUTHORS, ()), *people),
        Detail.PUBLISHED: (*proposals.get(Detail.PUBLISHED, ()), *properties.printed(found.published)),
        Detail.PUBLISHER: (*proposals.get(Detail.PUBLISHER, ()), *properties.printed(found.publisher)),
    }


def _details(package: etree._Element) -> dict[Detail, tuple[Proposal, ...]]:
    found: dict[str, list[str]] = {}
    for element in package.iter():
        if local(element) in {"title", "creator", "publisher", "date", "language", "type"} and element.text:
            found.setdefault(local(element), []).append(element.text)
    kinds = [kind for each in found.get("type", ()) if (kind := kind_named(each))]
    first = {key: values[0] for key, values in found.items()}
    return {
        Detail.SORT: tuple(Proposal(kind, Origin.PROPERTIES) for kind in (*kinds, ArticleKind.BOOK.value)),
        Detail.TITLE: properties.titles(first.get("title", "")),
        Detail.AUTHORS: properties.authors(found.get("creator", ())),
        Detail.PUBLISHER: properties.titles(first.get("publisher", "")),
        Detail.PUBLISHED: properties.dates(first.get("date", "")),
        Detail.LANGUAGE: properties.languages(first.get("language", "")),
    }
