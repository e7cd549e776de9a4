# SPDX-License-Identifier: MIT
"""The paragraphs, tables and notes of a Word file, as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.markup_settling import PLAIN, Look, cells_joined, safe_link, settled
from dissoi.dossier.prose import LINE_BREAK, MAX_LEVEL, Block, BlockKind, Blocks, Span
from dissoi.reading.docx_styles import Looks, Numbering, Style, Styles, child, list_of, local, value
from dissoi.reading.properties import one_line

_SKIPPED = {
    "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rPr", "pPr", "sectPr", "tblPr",
    "tblGrid", "trPr", "tcPr", "annotationRef", "footnoteRef", "endnoteRef", "comment", "sdtPr", "ruby",
}  # fmt: skip
_HYPHENS = {"noBreakHyphen": "‑", "softHyphen": ""}
_BREAKS = {"br", "cr"}
_REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PRIVATE = 0xF000
"""Characters of symbol fonts stand this much higher; those of Symbol and Wingdings are made bullets."""
_BULLETS = {0x6C, 0x6E, 0xA7, 0xA8, 0xB7}
_SEEN = range(0x20, 0xD800)
_UNSEEN_NOTES = {"separator", "continuationSeparator", "continuationNotice"}

Run = tuple[str, Look]


@dataclass
class _Open:
    """A paragraph that is being read: its text, the pictures in it, and the text boxes tied to it."""

    style: Style
    runs: list[Run] = field(default_factory=list)
    pictures: list[Block] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)


@dataclass
class Body:
    """Gathers the blocks of a Word file. `find_picture` finds a picture by the id of its relation."""

    styles: Styles
    numbering: Numbering
    links: Mapping[str, str]
    find_picture: Callable[[str], Attachment | None]
    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    note_blocks: list[Block] = field(default_factory=list)
    pictures: dict[str, Attachment] = field(default_factory=dict)
    prefix: str = ""

    def read(self, root: etree._Element) -> None:
        """Read the text itself."""
        body = child(root, "body")
        for block in self._blocks(root if body is None else body):
            self.blocks.append(block)

    def read_notes(self, root: etree._Element | None, kind: str) -> None:
        """Read the notes of a kind that marks in the text name."""
        self.prefix = f"{kind}:"
        for note in root if root is not None else ():
            number = self.notes.get((kind, value(note, "id")))
            if number is None or value(note, "type") in _UNSEEN_NOTES:
                continue
            for at, block in enumerate(self._blocks(note)):
                marker = str(number) if not at else ""
                if block.spans:
                    self.note_blocks.append(
                        Block(kind=BlockKind.NOTE, marker=marker, spans=_stripped(block.spans))
                    )

    def finished(self) -> Blocks:
        """All blocks, the notes at the end in the order of their marks."""
        ordered: list[tuple[int, Block]] = []
        number = 0
        for block in self.note_blocks:
            number = int(block.marker) if block.marker else number
            ordered.append((number, block))
        return (*self.blocks, *(block for _, block in sorted(ordered, key=lambda each: each[0])))

    def _blocks(self, parent: etree._Element) -> Iterator[Block]:
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name not in _SKIPPED:
                yield from self._blocks(element)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        properties = child(element, "pPr")
        style = self.styles.named(value(child(properties, "pStyle")))
        open_ = _Open(style)
        self._runs(element, open_, _look(style.looks))
        kind, level, marker = self._kind(style, properties)
        plain = (look._replace(bold=False) if kind is BlockKind.HEADING else look for _, look in open_.runs)
        spans = settled([(text, look) for (text, _), look in zip(open_.runs, plain, strict=True)])
        if kind is BlockKind.CODE:
            spans = _code("".join(text for text, _ in open_.runs))
        if kind is BlockKind.HEADING and all(span.italic for span in spans):
            spans = tuple(span.model_copy(update={"italic": False}) for span in spans)
        if spans and style.is_title and not self.title and not self.blocks:
            self.title = one_line("".join(span.text for span in spans))
        elif spans:
            yield Block(kind=kind, level=level, marker=marker, spans=spans)
        yield from open_.pictures
        yield from open_.boxes

    def _kind(self, style: Style, properties: etree._Element | None) -> tuple[BlockKind, int, str]:
        outline = value(child(properties, "outlineLvl"))
        rank = int(outline) + 1 if outline.isdecimal() and int(outline) < MAX_LEVEL else style.level
        if rank or style.is_title:
            return BlockKind.HEADING, max(1, min(rank, 6)), ""
        list_ = list_of(properties) or style.list_
        if list_ and list_[0] != "0":
            depth = min(list_[1], MAX_LEVEL - 1)
            return BlockKind.ITEM, depth + 1, self.numbering.marker(list_[0], depth)
        return style.kind, 1, ""

    def _table(self, element: etree._Element) -> Iterator[Block]:
        for row in _rows(element):
            cells, within = [], []
            for cell in _named(row, "tc"):
                blocks = [*self._blocks(cell)]
                within += [block for block in blocks if block.picture]
                cells.append(_in_one(blocks))
            if any(cells):
                yield Block(kind=BlockKind.ROW, spans=cells_joined(cells))
            yield from within

    def _runs(self, parent: etree._Element, open_: _Open, look: Look) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, open_, look)
            elif name == "hyperlink":
                target = self.links.get(self.prefix + value(element, "id"), "")
                self._runs(element, open_, look._replace(link=safe_link(target) or look.link))
            elif name == "ruby":
                self._runs(element, open_, look)
            elif name not in _SKIPPED and name not in {"p", "tbl"}:
                self._runs(element, open_, look) if name != "t" else open_.runs.append(
                    (element.text or "", look)
                )

    def _run(self, run: etree._Element, open_: _Open, look: Look) -> None:
        own = Looks.of(child(run, "rPr"))
        named = self.styles.named(value(child(run, "rPr", "rStyle"))).looks
        looks = own.over(named)
        if looks.hidden:
            return
        look = _look(looks.over(Looks(look.bold, look.italic, look.strike)))._replace(link=look.link)
        is_raised = value(child(run, "rPr", "vertAlign")) == "superscript"
        for element in run:
            self._piece(element, open_, look, is_raised=is_raised)

    def _piece(self, element: etree._Element, open_: _Open, look: Look, *, is_raised: bool) -> None:
        name = local(element)
        if name in {"t", "tab", "ptab", "sym"} or name in _BREAKS or name in _HYPHENS:
            text = _text(element, name)
            is_number = is_raised and text.strip().isdecimal()
            open_.runs.append((text.translate(_RAISED) if is_number else text, look))
        elif name in _REFERENCES:
            key = (_REFERENCES[name], value(element, "id"))
            number = self.notes.setdefault(key, len(self.notes) + 1)
            open_.runs.append((str(number).translate(_RAISED), PLAIN))
        elif name == "txbxContent":
            open_.boxes += self._blocks(element)
        elif name == "blip":
            self._picture(element, open_)
        elif name not in _SKIPPED:
            for inner in element:
                self._piece(inner, open_, look, is_raised=is_raised)

    def _picture(self, blip: etree._Element, open_: _Open) -> None:
        found = self.find_picture(self.prefix + value(blip, "embed"))
        if found is None:
            return
        frame = next((each for each in blip.iterancestors() if local(each) in {"inline", "anchor"}), None)
        alt = one_line(value(child(frame, "docPr"), "descr"))
        self.pictures.setdefault(found.digest, found)
        open_.pictures.append(Block(kind=BlockKind.PICTURE, picture=found.digest, alt=alt))


def _code(text: str) -> tuple[Span, ...]:
    """Code with the spaces at the start of its lines, which mean something."""
    text = text.strip(LINE_BREAK).rstrip()
    return (Span(text=text),) if text else ()


def _look(looks: Looks) -> Look:
    return PLAIN._replace(bold=bool(looks.bold), italic=bool(looks.italic), strike=bool(looks.strike))


def _text(element: etree._Element, name: str) -> str:
    if name == "t":
        return element.text or ""
    if name in _BREAKS:
        return " " if value(element, "type") in {"page", "column"} else LINE_BREAK
    if name == "sym":
        return _symbol(value(element, "char"))
    return _HYPHENS.get(name, " ")


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    number -= _PRIVATE if _PRIVATE <= number < _PRIVATE + 0x100 else 0
    return "•" if number in _BULLETS else chr(number) if number in _SEEN else ""


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table but those that a tracked change takes out."""
    return (row for row in _named(table, "tr") if child(row, "trPr", "del") is None)


def _named(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _named(element, name)


def _in_one(blocks: list[Block]) -> tuple[Span, ...]:
    """The text of several blocks as that of one cell."""
    runs: list[Span] = []
    for block in blocks:
        if block.spans:
            runs += [Span(text=" "), *block.spans] if runs else block.spans
    return tuple(runs)


def _stripped(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    first, *rest = spans
    return (first.model_copy(update={"text": first.text.lstrip()}), *rest)
