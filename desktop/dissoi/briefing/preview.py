# SPDX-License-Identifier: MIT
"""A brief set page by page, of which any pages can be drawn by themselves: what a preview shows.

The pages are the very marks that the PDF is drawn from; only outline, links and tags are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO

from dissoi.briefing.booklet import sides_of_sheets
from dissoi.briefing.content import ANY_OCCASION, Occasion
from dissoi.briefing.desk import Desk
from dissoi.briefing.gather import brief_of
from dissoi.briefing.layouts import layout_of
from dissoi.briefing.marks import AnchorMark, AreaMark, BoxMark, LinkMark, Mark, RuleMark, TextMark, shifted
from dissoi.briefing.memory import Memory
from dissoi.briefing.options import WHOLE, LayoutName, Options, checked
from dissoi.briefing.paper import PAPERS, Format
from dissoi.briefing.pdf import OnPage, format_of, language_of_brief
from dissoi.dossier.dossier import Dossier

Place = AreaMark | LinkMark | AnchorMark


@dataclass(frozen=True)
class Sheet:
    """A page: its size in points, where its type area begins, and what is drawn from there on.

    `places` are not drawn: areas of records, links and anchors. Sheets that look alike are equal.
    One side of a sheet of a booklet is two pages: `fold` points from the left the second begins, 0 else.
    `numbers` are those of its pages from left to right, counted from 1, 0 for a blank one.
    """

    width: float
    height: float
    left: float
    top: float
    drawn: tuple[Mark, ...]
    places: tuple[Place, ...] = field(default=(), compare=False)
    fold: float = 0.0
    numbers: tuple[int, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, form: Format, number: int, marks: Sequence[Mark]) -> Sheet:
        """The page of this number, counted from 1."""
        drawn = tuple(_plain(mark) for mark in marks if isinstance(mark, TextMark | RuleMark | BoxMark))
        places = tuple(mark for mark in marks if isinstance(mark, AreaMark | LinkMark | AnchorMark))
        return cls(
            form.paper.width, form.paper.height, form.left(number), form.top, drawn, places, 0.0, (number,)
        )

    def beside(self, right: Sheet) -> Sheet:
        """One side of a sheet with this page on its left and `right` on its right."""
        across = self.width + right.left - self.left
        return Sheet(
            self.width + right.width,
            self.height,
            self.left,
            self.top,
            (*self.drawn, *(shifted(mark, across, 0) for mark in right.drawn)),
            (*self.places, *_moved(right.places, across)),
            self.width,
            (*self.numbers, *right.numbers),
        )

    @cached_property
    def areas(self) -> tuple[AreaMark, ...]:
        """Where the words of records stand, measured from where the type area begins."""
        return tuple(mark for mark in self.places if isinstance(mark, AreaMark))

    def record_at(self, x: float, y: float) -> str:
        """The id of the record whose words stand at a place, in points from the upper left; "" for none."""
        x, y, fold = x - self.left, y - self.top, self.fold - self.left
        near = (each for each in self.areas if (each.x < fold) == (x < fold)) if self.fold else self.areas
        under = (each for each in near if each.x <= x and each.y <= y < each.y + each.height)
        return max(under, key=lambda area: area.x, default=AreaMark(0, 0, 0, "")).record

    def link_at(self, x: float, y: float) -> str:
        """Where a link at a place leads: "#key" within the brief, an address, or ""."""
        x, y = x - self.left, y - self.top
        links = (mark for mark in self.places if isinstance(mark, LinkMark))
        targets = (
            each.target for each in links if 0 <= x - each.x <= each.width and 0 <= y - each.y <= each.height
        )
        return next(targets, "")


def _moved(places: Iterable[Place], across: float) -> Iterator[Place]:
    for mark in places:
        moved = shifted(mark, across, 0)
        if isinstance(moved, Place):
            yield moved


def _plain(mark: Mark) -> Mark:
    """A mark without the part of the brief that it belongs to, which is another in each setting."""
    return TextMark(mark.x, mark.y, mark.pieces) if isinstance(mark, TextMark) else mark


@dataclass(frozen=True)
class Spot:
    """A place in a brief: the sheet, counted from 0, and points from its upper edge.

    `x` is where its page begins on the sheet: 0 but for the right one of two.
    """

    page: int
    y: float
    x: float = 0.0


@dataclass(frozen=True)
class Sheets:
    """All pages of a brief, and the layout they are set in, if any is yet.

    Of a booklet, `pages` are the sides of its sheets in the order in which they are printed, and `read` tells
    of each page in the order of reading on which side it lies, where it begins there, and what is on it.
    """

    pages: tuple[Sheet, ...]
    layout: LayoutName | None = None
    read: tuple[tuple[int, float, Sheet], ...] = ()

    @property
    def folded(self) -> bool:
        """Whether these are the sheets of a booklet."""
        return bool(self.read)

    @cached_property
    def records(self) -> dict[str, Spot]:
        """Where the words of each record begin, by its id."""
        return dict(reversed(list(self._spots(AreaMark))))

    @cached_property
    def anchors(self) -> dict[str, Spot]:
        """Where each link within the brief leads, by its key."""
        return dict(self._spots(AnchorMark))

    def _spots(self, kind: type[AreaMark | AnchorMark]) -> Iterator[tuple[str, Spot]]:
        for number, x, page in self.read or ((number, 0.0, page) for number, page in enumerate(self.pages)):
            for mark in page.places:
                if isinstance(mark, kind):
                    name = mark.record if isinstance(mark, AreaMark) else mark.key
                    yield name, Spot(number, page.top + mark.y, x)


def set_sheets(
    dossier: Dossier,
    memory: Memory,
    options: Options = WHOLE,
    occasion: Occasion = ANY_OCCASION,
    *,
    on_page: OnPage | None = None,
) -> Sheets:
    """The pages of the brief of `dossier`. Raises `OptionsError` for impossible choices.

    What `on_page` raises goes through.
    """
    options = checked(options)
    memory.turn()
    way = layout_of(options.layout)
    brief = brief_of(dossier, memory.parse, options, occasion)
    form = format_of(options, PAPERS[options.paper])
    desk = Desk(memory.setter(language_of_brief(brief)), memory.type, form, options, memory.recall)
    tell = on_page or (lambda _: None)
    book = way.set(brief, desk, lambda: tell(0))
    total = len(book.pages)
    pages = tuple(
        Sheet.of(form, number, [*page.marks, *way.on_every_page(desk, brief, page, number, total)])
        for number, page in enumerate(book.pages, 1)
    )
    return _folded(pages, form, options.layout) if options.booklet else Sheets(pages, options.layout)


def _folded(pages: Sequence[Sheet], form: Format, layout: LayoutName) -> Sheets:
    """The sheets of a booklet, two of its pages on each side, as they are printed."""
    sides = list(sides_of_sheets(len(pages)))
    blank = replace(Sheet.of(form, 0, ()), numbers=(0,))
    filled = [*pages, *[blank] * (2 * len(sides) - len(pages))]
    at = {page: (place, x) for place, side in enumerate(sides) for x, page in enumerate(side)}
    return Sheets(
        tuple(filled[left - 1].beside(filled[right - 1]) for left, right in sides),
        layout,
        tuple(
            (at[number][0], at[number][1] * form.paper.width, page) for number, page in enumerate(pages, 1)
        ),
    )


def draw_sheets(sheets: Sequence[Sheet]) -> bytes:
    """A PDF of nothing but these pages."""
    from reportlab.pdfgen.canvas import Canvas

    from dissoi.briefing.printing.pen import Pen
    from dissoi.briefing.printing.sheet import Sheet as Drawing
    from dissoi.briefing.printing.tags import Tags

    canvas = Canvas(BytesIO(), invariant=1)
    pen = Pen(Tags())
    for number, sheet in enumerate(sheets):
        drawing = Drawing(number)
        canvas.setPageSize((sheet.width, sheet.height))
        pen.turn(drawing, sheet.left, sheet.height - sheet.top)
        pen.draw((), sheet.drawn)
        drawing.finish()
        drawing.write(canvas)
    for font in pen.fonts:
        font.add_to(canvas)
    return bytes(canvas.getpdfdata())  # type: ignore[no-untyped-call]
