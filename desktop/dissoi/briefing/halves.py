# SPDX-License-Identifier: MIT
"""A long brief in two halves, so that another may set and draw the second (`partner`).

What is set and drawn depends only on the content: the halves are the same whoever does them, and so are the
bytes of the PDF. Positions can be set apart, as each begins a page; what the second half must be told before
it can be drawn are the numbers of its pages and the places that links may lead to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from dissoi.briefing.content import Brief, Point, Stand
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Fonts
from dissoi.briefing.layout_brief import OnPage, drop_dead_links, keys_of, pages_of_stand
from dissoi.briefing.layouts import Layout
from dissoi.briefing.options import LayoutName, Options, Section
from dissoi.briefing.pages import Page
from dissoi.briefing.partner import Partner, Share
from dissoi.briefing.printing.pen import Pen
from dissoi.briefing.printing.sheet import Sheet
from dissoi.briefing.printing.tags import Tags
from dissoi.briefing.typesetting.embedding import Given
from dissoi.dossier.records import Side

_Made = TypeVar("_Made")
_LONG = 400
"""Paragraphs of positions from which on a brief is divided: about 40 pages."""
_FIRST = 0.36
"""The part of them in the first half, whose maker has all else to do."""


class Numbered(NamedTuple):
    """What the second half is told: its first page, how many there are in all, and the keys of all places."""

    first: int
    total: int
    anchors: frozenset[str]


class Ended(NamedTuple):
    """What is told when the second half is drawn: its fonts, and what no font can show."""

    fonts: tuple[Given, ...]
    unshown: str


def second_stands(brief: Brief, options: Options) -> tuple[Stand, ...]:
    """The positions of the second half; none of a brief that is not worth dividing."""
    if options.layout is not LayoutName.BRIEF or options.booklet or Section.ARGUMENTS not in options.parts:
        return ()
    lengths = list(accumulate(map(_length, brief.stands)))
    if not lengths or lengths[-1] < _LONG:
        return ()
    return brief.stands[bisect_left(lengths, _FIRST * lengths[-1]) + 1 :]


def _length(stand: Stand) -> int:
    """About how many paragraphs a position has."""
    return 2 + sum(map(_paragraphs, (point for side in Side for point in stand.of(side))))


def _paragraphs(point: Point) -> int:
    return 1 + point.written.paragraphs + 2 * len(point.proofs) + bool(point.impact)


def second_half(brief: Brief, stands: Sequence[Stand], layout: Layout, desk: Desk, fonts: Fonts) -> Share:
    """Sets and draws positions.

    Makes, of each, its pages with nothing but their places; is told `Numbered`; makes the sheets of each
    position, and `Ended`.
    """
    chapters = []
    for stand in stands:
        pages = list(pages_of_stand(stand, desk, _untold))
        chapters.append(pages)
        yield tuple(page.outline() for page in pages)
    numbered: Numbered = yield None
    pen, number = Pen(Tags(), nth=1), numbered.first
    for pages in chapters:
        sheets = []
        for page in pages:
            drop_dead_links(page, numbered.anchors)
            sheet = Sheet(number - 1)
            pen.turn(sheet, desk.format.left(number), desk.format.paper.height - desk.format.top)
            pen.draw(page.marks, layout.on_every_page(desk, brief, page, number, numbered.total))
            sheet.finish()
            sheets.append(sheet)
            page.marks = []
            number += 1
        yield tuple(sheets)
    yield Ended(tuple(font.given for font in pen.fonts), fonts.unshown)


def _untold() -> None:
    """Whoever does the first half tells of the pages of both."""


class Second:
    """The second half of a brief, for whoever does the first; `on_page` is called for each page of it."""

    def __init__(self, partner: Partner, stands: Sequence[Stand], on_page: OnPage) -> None:
        self._partner = partner
        self._names = [("pages", stand.number) for stand in stands]
        self._on_page = on_page
        self.unshown = ""

    def recalled(self, name: Hashable, given: object, make: Callable[[], _Made]) -> _Made:  # noqa: ARG002 - of the protocol
        """The pages of a position of this half, as far as they are told; all else is made."""
        if name not in self._names:
            return make()
        pages: Any = self._partner.hear()
        for _ in pages:
            self._on_page()
        told: _Made = pages
        return told

    def number(self, pages: Sequence[Page]) -> None:
        """Tell where the half begins among all pages."""
        first = next(number for number, page in enumerate(pages, 1) if page.apart)
        self._partner.tell(Numbered(first, len(pages), keys_of(pages)))

    def sheets(self) -> Iterator[Sheet]:
        """The pages in order, as they are drawn."""
        for _ in self._names:
            yield from self._partner.hear()

    def end(self) -> Ended:
        """What is to be known once all sheets are there."""
        ended: Ended = self._partner.hear()
        self.unshown = ended.unshown
        return ended
