# SPDX-License-Identifier: MIT
"""Markup of web pages and e-books into blocks: how each part looks, without a word left out.

Nothing here recurses: trees may be as deep as a parser lets them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.markup_settling import PLAIN, Look, cells_joined, settled
from dissoi.dossier.prose import LINE_BREAK, MAX_LEVEL, Block, BlockKind, Blocks, Span
from dissoi.reading.docx_styles import numeral
from dissoi.reading.html_elements import (
    BLOCKS,
    HEADINGS,
    LISTS,
    NOTE_LIST_TYPES,
    NOTE_TYPES,
    NUMBER,
    PREFORMATTED,
    REFERENCE_TYPES,
    SKIPPED,
    is_hidden,
    is_layout,
    is_tiny,
    look_of,
    name_of,
    types_of,
)

FindPicture = Callable[[str], Attachment | None]
"""From the address that a picture has in the markup to the picture, if the file holds it."""

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""How lists count, by their type."""
_NOTE_MARKER = re.compile(r"\[?(\d{1,4}|[*†‡§])[\].)]?:?\s+")
_DIGITS = re.compile(r"\s*[0-9]{1,4}(?:[,–-]\s?[0-9]{1,4})*\s*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACE = re.compile(r"[ \t\n\r\f]+")


def html_blocks(
    root: etree._Element,
    picture: FindPicture = lambda _source: None,
    *,
    without: Iterable[str] = (),
) -> tuple[Blocks, tuple[Attachment, ...]]:
    """The blocks in an element tree of HTML or XHTML, and the pictures that they name.

    Links lead to the web or to mail, or are none. `without` names tags that are left out besides those
    that no reader sees.
    """
    builder = _Builder(picture, SKIPPED | set(without))
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in {"comment", "pi"}:
            builder.text(element.tail if element is not root else None)
        elif event == "end":
            builder.end(element)
            builder.text(element.tail if element is not root else None)
        elif not builder.start(element):
            walk.skip_subtree()  # its end is told nevertheless
    return builder.finished()


@dataclass
class _Item:
    """What stands before the next block of a list or a footnote; it stands there once."""

    marker: str = ""


@dataclass(frozen=True)
class _Place:
    """Where in the page an element stands, and how its text looks."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 1
    quotes: int = 0
    lists: int = 0
    item: _Item | None = None
    look: Look = PLAIN
    skipped: bool = False
    preformatted: bool = False
    in_cell: bool = False
    is_layout: bool = False
    raised: bool = False
    notes: bool = False
    quoting: int = 0


@dataclass
class _List:
    """A list that is being read; `number` is its next item's, `step` from one to the next, 0 for bullets."""

    number: int = 0
    is_notes: bool = False
    form: str = "decimal"
    step: int = 0


@dataclass
class _Builder:
    """Makes blocks as the elements of a page start and end."""

    picture: FindPicture
    skipped: set[str]
    blocks: list[Block] = field(default_factory=list)
    pictures: dict[str, Attachment] = field(default_factory=dict)
    places: list[_Place] = field(default_factory=list)
    place: _Place = _Place()
    runs: list[tuple[str, Look]] = field(default_factory=list)
    cells: list[tuple[Span, ...]] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)

    def start(self, element: etree._Element) -> bool:
        """An element begins; False when nothing in it is read."""
        tag = name_of(element)
        self.places.append(self.place)
        if tag in self.skipped or is_hidden(element):
            self.place = replace(self.place, skipped=True)
            return False
        if tag in BLOCKS:
            self._edge()
            self._start_block(tag, element)
        elif tag == "br":
            self._break()
        elif tag in {"img", "image"}:
            self._picture(element)
        else:
            self.place = replace(
                self.place,
                look=look_of(self.place.look, tag, element),
                raised=self.place.raised or tag == "sup" or bool(types_of(element) & REFERENCE_TYPES),
                quoting=self.place.quoting + (tag == "q"),
            )
            if tag == "q":
                self._quotation_mark(0)
        self.text(element.text)
        return True

    def end(self, element: etree._Element) -> None:
        """An element ends."""
        tag = name_of(element)
        if not self.place.skipped and tag in BLOCKS:
            self._edge()
            if tag in {"td", "th"} and self.place.in_cell:
                self.cells.append(settled(self.runs))
                self.runs = []
            elif tag == "tr" and self.cells:
                self._add(BlockKind.ROW, cells_joined(self.cells))
                self.cells = []
            elif tag in LISTS:
                self.lists.pop()
        elif not self.place.skipped and tag == "q":
            self._quotation_mark(1)
        self.place = self.places.pop()

    def text(self, text: str | None) -> None:
        """Characters stand here."""
        if not text or self.place.skipped:
            return
        place = self.place
        if place.preformatted:
            self.runs.append((text.replace("\r\n", "\n").replace("\n", LINE_BREAK), place.look))
        elif place.raised and _DIGITS.fullmatch(text):
            self.runs.append((text.strip().translate(_RAISED), place.look))
        else:
            self.runs.append((_SPACE.sub(" ", text), place.look))

    def finished(self) -> tuple[Blocks, tuple[Attachment, ...]]:
        """All blocks, and the pictures that they name."""
        self._flush()
        return tuple(self.blocks), tuple(self.pictures.values())

    def _quotation_mark(self, which: int) -> None:
        """The mark before (0) or behind (1) what a page says is a quotation; browsers draw it."""
        self.runs.append((("“”", "‘’")[(self.place.quoting - 1) % 2][which], self.place.look))

    def _start_block(self, tag: str, element: etree._Element) -> None:
        place = replace(self.place, raised=False)
        if place.in_cell and tag != "table":
            self.place = place
        elif tag in HEADINGS:
            self.place = replace(place, kind=BlockKind.HEADING, level=HEADINGS[tag])
        elif tag == "blockquote":
            quotes = min(place.quotes + 1, MAX_LEVEL)
            self.place = replace(place, kind=BlockKind.QUOTE, level=quotes, quotes=quotes, item=None)
        elif tag in PREFORMATTED:
            self.place = replace(place, preformatted=True)
        elif tag in {"figcaption", "caption"}:
            self.place = replace(place, kind=BlockKind.CAPTION, level=1)
        elif tag == "hr":
            self.blocks.append(Block(kind=BlockKind.RULE))
        elif tag == "table":
            self.place = replace(place, is_layout=place.in_cell or is_layout(element))
        elif tag in {"td", "th"} and not place.is_layout:
            self.place = replace(place, in_cell=True)
        else:
            self.place = self._container(tag, element, place)
        if tag in LISTS:
            self.lists.append(_list(tag, element, is_notes=self.place.notes))

    def _container(self, tag: str, element: etree._Element, place: _Place) -> _Place:
        types = types_of(element)
        if types & NOTE_LIST_TYPES:
            place = replace(place, notes=True, lists=0)
        elif types & NOTE_TYPES and not (tag == "li" and self.lists):
            place = replace(place, kind=BlockKind.NOTE, level=1, item=_Item("?"))
        elif tag in LISTS:
            place = replace(place, lists=place.lists + 1)
        elif tag == "li":
            place = self._item(element, place, types)
        elif tag == "dd":
            level = min(place.lists + 1, MAX_LEVEL)
            place = replace(place, kind=BlockKind.ITEM, level=level, item=_Item("•"))
        elif tag == "dt":
            place = replace(place, look=place.look._replace(bold=True))
        return place

    def _item(self, element: etree._Element, place: _Place, types: set[str]) -> _Place:
        own = self.lists[-1] if self.lists else _List()
        value = element.get("value", "")
        if own.step and NUMBER.fullmatch(value):
            own.number = int(value)
        marker = f"{numeral(own.number, own.form)}." if own.step else "•"
        own.number += own.step
        if own.is_notes or types & NOTE_TYPES:
            return replace(place, kind=BlockKind.NOTE, level=1, item=_Item(marker.rstrip(".")))
        level = min(max(place.lists, 1), MAX_LEVEL)
        return replace(place, kind=BlockKind.ITEM, level=level, item=_Item(marker))

    def _edge(self) -> None:
        """A block begins or ends here; in a cell that is a space."""
        if self.place.in_cell:
            self.runs.append((" ", PLAIN))
        else:
            self._flush()

    def _flush(self) -> None:
        runs, self.runs = self.runs, []
        if self.place.preformatted:
            text = "".join(text for text, _ in runs).strip(LINE_BREAK + "\n").rstrip()
            if text:
                self._add(BlockKind.CODE, (Span(text=text),))
        elif spans := settled(runs):
            self._add(self.place.kind, spans)

    def _add(self, kind: BlockKind, spans: tuple[Span, ...]) -> None:
        place, marker = self.place, ""
        if not spans:
            return
        if place.item and kind in {BlockKind.ITEM, BlockKind.NOTE}:
            marker, place.item.marker = place.item.marker, ""
        if marker == "?":
            marker, spans = _noted(spans)
        level = place.level if kind is place.kind else 1
        self.blocks.append(Block(kind=kind, level=level, marker=marker, spans=spans))

    def _break(self) -> None:
        """A line ends; two in a row end the paragraph."""
        blank = next((text for text, _ in reversed(self.runs) if text.strip(" ")), "") == LINE_BREAK
        if blank and not (self.place.in_cell or self.place.preformatted):
            self._flush()
        else:
            self.runs.append((" " if self.place.in_cell else LINE_BREAK, PLAIN))

    def _picture(self, element: etree._Element) -> None:
        alt = _SPACE.sub(" ", element.get("alt") or "").strip()
        source = element.get("src") or element.get("{http://www.w3.org/1999/xlink}href") or ""
        found = None if is_tiny(element) else self.picture(source)
        if found is None:
            return
        if not self.place.in_cell:
            before = self.runs
            self._flush() if any(text.strip() for text, _ in before) else before.clear()
        self.pictures.setdefault(found.digest, found)
        self.blocks.append(Block(kind=BlockKind.PICTURE, picture=found.digest, alt=alt))


def _list(tag: str, element: etree._Element, *, is_notes: bool) -> _List:
    is_reversed = element.get("reversed") is not None
    usual = sum(1 for each in element if name_of(each) == "li") if is_reversed else 1
    start = element.get("start", "")
    first = int(start) if NUMBER.fullmatch(start) else usual
    form = _FORMS.get(element.get("type", ""), "decimal")
    return _List(first, is_notes, form, (-1 if is_reversed else 1) if tag == "ol" else 0)


def _noted(spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The marker that a footnote begins with, and the footnote without it."""
    first, *rest = spans
    found = _NOTE_MARKER.match(first.text)
    if found is None and rest and (alone := _NOTE_MARKER.fullmatch(first.text + " ")):
        return alone[1], (rest[0].model_copy(update={"text": rest[0].text.lstrip()}), *rest[1:])
    if found is None:
        return "", spans
    left = first.model_copy(update={"text": first.text[found.end() :]})
    return found[1], ((left, *rest) if left.text else tuple(rest))
