# SPDX-License-Identifier: MIT
"""The structure of a brief as PDF has it (ISO 32000-1, 14.7 and 14.8): which text belongs to which part.

What a page draws for a part stands between marks that carry a number (MCID). The structure tree lists for
each part its numbers, the links in it, and the parts within it; the parent tree leads back from page and
number to the part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dissoi.briefing.printing.appending import Update, to_come
from dissoi.briefing.printing.links import Link, text_string
from dissoi.briefing.printing.sheet import Sheet
from dissoi.briefing.structure import Part, Role

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_TREE = "StructTreeRoot"
_HEADINGS = (Role.H1, Role.H2, Role.H3, Role.H4, Role.H5, Role.H6)


class Marked(NamedTuple):
    """What a page draws between two marks: the page, from 0, and the number there."""

    page: int
    number: int


def will_have_tags(canvas: Canvas) -> None:
    """Let a document have a structure tree, which is written with the update."""
    catalog = canvas._doc.Catalog  # type: ignore[attr-defined]  # noqa: SLF001
    catalog.StructTreeRoot, catalog.MarkInfo = to_come(canvas, _TREE), "<</Marked true>>"


class Tags:
    """Notes what is drawn for each part, and writes the structure tree with the pages."""

    def __init__(self) -> None:
        self.root = Part(Role.DOCUMENT)
        self._kids: dict[Part, list[Part | Marked | Link]] = {self.root: []}
        self._links: list[Link] = []

    def mark(self, part: Part, sheet: Sheet) -> str:
        """Begin to draw on a sheet what belongs to a part; returns the operator that says so."""
        number = len(sheet.parts)
        sheet.parts.append(part)
        self._mark(part, Marked(sheet.number, number))
        return f"/{part.role} <</MCID {number}>> BDC"

    def adopt(self, sheet: Sheet) -> None:
        """Note what was drawn on a sheet for other tags, in the order in which it was."""
        for number, part in enumerate(sheet.parts):
            self._mark(part, Marked(sheet.number, number))
        for link in sheet.links:
            self.add_link(link)

    def _mark(self, part: Part, marked: Marked) -> None:
        if part not in self._kids:
            self._place(part)
        self._kids[part].append(marked)

    def add_link(self, link: Link) -> None:
        """Let a link belong to its part."""
        self._place(link.part)
        self._kids[link.part].append(link)
        self._links.append(link)

    def _place(self, part: Part) -> None:
        """Let a part, and what it stands in, stand behind what was drawn before."""
        below: Part | None = None
        while part not in self._kids:
            self._kids[part] = [] if below is None else [below]
            below, part = part, part.within or self.root
        if below is not None:
            self._kids[part].append(below)

    def number_links(self, pages: int) -> None:
        """Give each link its key in the parent tree, behind those of so many pages."""
        for key, link in enumerate(self._links, pages):
            link.key = key

    def add_to(self, update: Update, sheets: Sequence[Sheet]) -> None:
        """Write the structure tree. The links have numbers."""
        first, root = update.next, update.number_of(_TREE)
        parts = list(self._in_order())
        numbers = dict(zip(parts, range(first, first + len(parts)), strict=True))
        for part, role in zip(parts, _roles(parts), strict=True):
            around = numbers[part.within or self.root] if part is not self.root else root
            listed = self._listed(part, numbers, update.pages)
            update.add(f"<</S/{role}/P {around} 0 R{_attributes(part)}{listed}>>")
        tree, ends = update.next, len(update.pages) + len(self._links)
        update.add(f"<</Nums[{self._parents(numbers, sheets)}]>>")
        update.say(
            _TREE, f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {ends}>>"
        )

    def _in_order(self) -> Iterator[Part]:
        """All parts in the order in which they are read, each before what it holds."""
        waiting = [self.root]
        while waiting:
            part = waiting.pop()
            yield part
            waiting += [kid for kid in reversed(self._kids[part]) if isinstance(kid, Part)]

    def _listed(self, part: Part, numbers: Mapping[Part, int], pages: Sequence[int]) -> str:
        """The entries of what a part holds; `pages` are the numbers of the pages' objects."""
        page = -1
        listed = []
        for kid in self._kids[part]:
            if isinstance(kid, Marked):
                page = kid.page if page < 0 else page
                elsewhere = kid.page != page
                where = f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.number}>>" if elsewhere else ""
                listed.append(where or str(kid.number))
            elif isinstance(kid, Part):
                listed.append(f"{numbers[kid]} 0 R")
            else:
                listed.append(f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {pages[kid.page]} 0 R>>")
        on_page = f"/Pg {pages[page]} 0 R" if page >= 0 else ""
        return f"{on_page}/K {listed[0]}" if len(listed) == 1 else f"{on_page}/K[{' '.join(listed)}]"

    def _parents(self, numbers: Mapping[Part, int], sheets: Sequence[Sheet]) -> str:
        """Of each page, the part of each of its marks; then the part of each link."""
        marked = (
            f"{sheet.number} [{' '.join([f'{numbers[part]} 0 R' for part in sheet.parts])}]"
            for sheet in sheets
        )
        linked = (f"{link.key} {numbers[link.part]} 0 R" for link in self._links)
        return "\n".join([*marked, *linked])


def _roles(parts: Sequence[Part]) -> Iterator[Role]:
    """The roles of parts in order. Headings rank right below the one they stand under, without a gap."""
    open_ranks: list[int] = []
    for part in parts:
        if part.role not in _HEADINGS:
            yield part.role
            continue
        rank = _HEADINGS.index(part.role)
        while open_ranks and open_ranks[-1] >= rank:
            open_ranks.pop()
        open_ranks.append(rank)
        yield _HEADINGS[len(open_ranks) - 1]


def _attributes(part: Part) -> str:
    written = f"/Lang{text_string(part.language)}" if part.language else ""
    written += f"/Alt{text_string(part.alt)}" if part.alt else ""
    written += f"/ActualText{text_string(part.actual)}" if part.actual else ""
    match part.role:
        case Role.HEAD_CELL:
            written += f"/A<</O/Table/Scope/{part.name or 'Column'}>>"
        case _ if part.name:
            written += f"/T{text_string(part.name)}"
    return written
