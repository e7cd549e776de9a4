# SPDX-License-Identifier: MIT
"""Word files as drafts of articles.

Kept: headings, lists with their markers, tables as rows, bold, italics, struck words, links, pictures,
captions, text boxes, footnotes and endnotes. Tracked changes are read as accepted. A note's mark stands in
the text as raised digits, and the notes stand at the end, numbered in the order of their marks.
"""

from __future__ import annotations

import posixpath

from lxml import etree

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.prose import BlockKind, Blocks
from dissoi.reading import properties
from dissoi.reading.archive import Archive
from dissoi.reading.credits import Credits, take_credits, with_closing, without_names
from dissoi.reading.docx_body import Body
from dissoi.reading.docx_styles import Numbering, Styles, local
from dissoi.reading.errors import DamagedArticleError, MissingPartError
from dissoi.reading.pictures import picture_of
from dissoi.reading.reading import Detail, Draft, Origin, Proposal

_MAIN = "/officeDocument"
_TEXT = "word/document.xml"


def read_docx(data: bytes, name: str) -> Draft:
    """What a Word file says. Raises a `ReadingError` when it is damaged, closed or larger than the limits."""
    package = _Package(Archive(data, name), name)
    styles = Styles.of(package.part("styles.xml"))
    numbering = Numbering.of(package.part("numbering.xml"))
    body = Body(styles, numbering, package.links, package.picture)
    body.read(package.root(package.main))
    for part, kind in (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")):
        body.read_notes(package.part(part), kind)
    titles, blocks = _title_and_rest(body.finished(), body.title)
    found, blocks = take_credits(blocks, Credits())
    closed = with_closing(found, blocks)
    core = package.core()
    people = (Proposal(closed.authors, Origin.BYLINE if found.authors else Origin.TEXT),)
    proposals = properties.given(
        {
            Detail.TITLE: (*titles, *properties.titles(core.get("title", ""))),
            Detail.AUTHORS: (
                *(people if closed.authors else ()),
                *properties.authors([core.get("creator", "")]),
            ),
            Detail.PUBLISHER: properties.printed(closed.publisher),
            Detail.PUBLISHED: (
                *properties.printed(closed.published),
                *properties.day_made(core.get("created", "")),
            ),
            Detail.LANGUAGE: properties.languages(core.get("language", "") or styles.language),
        }
    )
    blocks = without_names(blocks, properties.repeated(proposals))
    return Draft(blocks, proposals, tuple(body.pictures.values()))


def _title_and_rest(blocks: Blocks, title: str) -> tuple[tuple[Proposal, ...], Blocks]:
    """The title that a style or the first heading says, and the blocks without it."""
    if title:
        return (Proposal(title, Origin.HEADING),), blocks
    if blocks and blocks[0].kind is BlockKind.HEADING and blocks[0].level == 1:
        return (Proposal(blocks[0].text, Origin.HEADING),), blocks[1:]
    return (), blocks


class _Package:
    """The parts of a Word file, as they refer to one another."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        self.main = self._main_part()
        self._folder = posixpath.dirname(self.main)
        self.links: dict[str, str] = {}
        self._inner: dict[str, str] = {}
        for part in (self.main, self._at("footnotes.xml"), self._at("endnotes.xml")):
            self._take_relations(part)

    def root(self, entry: str) -> etree._Element:
        """The root of a part in XML, without a document type."""
        root = self._archive.xml(entry)
        if root.getroottree().docinfo.internalDTD is not None:
            raise DamagedArticleError(self._name)
        return root

    def part(self, file: str) -> etree._Element | None:
        """A part beside the text, if there is one."""
        entry = self._at(file)
        return self.root(entry) if entry in self._archive else None

    def picture(self, relation: str) -> Attachment | None:
        """The picture in the file that a part names so."""
        entry = self._inner.get(relation, "")
        if entry not in self._archive:
            return None
        return picture_of(posixpath.basename(entry), self._archive.read(entry))

    def core(self) -> dict[str, str]:
        """The properties of the file by their names, such as "title" and "creator"."""
        entry = "docProps/core.xml"
        if entry not in self._archive:
            return {}
        return {local(element): element.text or "" for element in self.root(entry)}

    def _main_part(self) -> str:
        found = _TEXT
        if "_rels/.rels" in self._archive:
            for relation in self.root("_rels/.rels"):
                if str(relation.get("Type", "")).endswith(_MAIN):
                    found = str(relation.get("Target", "")).lstrip("/")
        if found not in self._archive:
            raise MissingPartError(self._name, _TEXT)
        return posixpath.normpath(found)

    def _at(self, file: str) -> str:
        return posixpath.join(self._folder, file)

    def _take_relations(self, part: str) -> None:
        folder, file = posixpath.split(part)
        entry = posixpath.join(folder, "_rels", f"{file}.rels")
        if entry not in self._archive:
            return
        for relation in self.root(entry):
            key, target = f"{local_part(file)}{relation.get('Id', '')}", str(relation.get("Target", ""))
            if relation.get("TargetMode") == "External":
                if str(relation.get("Type", "")).endswith("/hyperlink"):
                    self.links[key] = target
            else:
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                self._inner[key] = posixpath.normpath(path)


def local_part(file: str) -> str:
    """What stands before the ids of relations of notes, whose ids are their own: "footnote:"."""
    return {"footnotes.xml": "footnote:", "endnotes.xml": "endnote:"}.get(file, "")
