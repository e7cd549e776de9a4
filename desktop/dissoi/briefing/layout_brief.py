# SPDX-License-Identifier: MIT
"""The layout `brief`: the case on one page, contents, question, positions, sources, notes."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from copy import copy
from itertools import groupby
from typing import NamedTuple

from dissoi.briefing.argument import Columns, anchor_of
from dissoi.briefing.back import Back
from dissoi.briefing.content import Brief, OpenGaps, Stand
from dissoi.briefing.contents import Contents
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.front import OPENING, UNASKED, UNSTATED, Front, Heading, stand_key
from dissoi.briefing.marks import AnchorMark, LinkMark, Mark, RuleMark
from dissoi.briefing.options import WHOLE, Options, Section
from dissoi.briefing.pages import Page, Press
from dissoi.briefing.paper import MM
from dissoi.briefing.rows import Row
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import H1, HEAD, KICKER, NOTE, Style
from dissoi.dossier.records import QUESTION_ID, Side

OnPage = Callable[[], None]
CONTENTS = "contents"
_SMALLER = ((16, 20), (13, 16.5))
"""Sizes, and their leading, for positions of many words."""
_LONGEST_TITLE = 200
"""Code points of a heading in the bookmarks, which have no lines to break into."""


class Book(NamedTuple):
    """All pages of a brief, in order, and the headings that bookmarks lead to."""

    pages: tuple[Page, ...]
    headings: tuple[Heading, ...]


class Draft(NamedTuple):
    """A brief whose contents, at `contents` among its chapters, do not name pages yet.

    `chapters` are the pages of each; `entries` are listed in the contents, if there are any.
    """

    chapters: tuple[Sequence[Page], ...]
    headings: tuple[Heading, ...]
    contents: int = -1
    entries: Sequence[tuple[Heading, Row]] = ()

    @property
    def pages(self) -> Sequence[Page]:
        """All pages, in order."""
        return [page for chapter in self.chapters for page in chapter]


def set_brief(brief: Brief, desk: Desk, on_page: OnPage) -> Book:
    """Lay out a brief."""
    return finished(drafted(brief, desk, on_page), desk, on_page)


def drafted(brief: Brief, desk: Desk, on_page: OnPage) -> Draft:
    """Lay out a brief, but for the numbers in its contents, which take as many pages without them."""
    parts = list(_chapters(desk.options.parts))
    headings = tuple(headings_of(brief, desk.options))
    contents = parts.index((Section.CONTENTS,)) if (Section.CONTENTS,) in parts else -1
    entries = _entries(desk, headings) if contents >= 0 else []
    made = {contents: _contents(desk, [row for _, row in entries], on_page)} if contents >= 0 else {}
    # Positions last, as their second half may be under way elsewhere.
    order = sorted(range(len(parts)), key=lambda place: parts[place][0] is Section.ARGUMENTS)
    gaps = _gaps_pages(brief.gaps, desk, on_page) if brief.gaps is not None else []
    notes = _notes_pages(desk, on_page) if desk.options.notes else []
    made |= {place: _pages_of(parts[place], brief, desk, on_page) for place in order if place not in made}
    chapters = [*(made[place] for place in range(len(parts))), gaps]
    # An even number of pages, so that no sheet ends with an empty side.
    drop = len(notes) > 1 and (len(notes) + sum(map(len, chapters))) % 2
    chapters.append(notes[:-1] if drop else notes)
    if not any(chapters):
        chapters = [_pages_of_nothing(desk, on_page)]
    return Draft(tuple(chapters), headings, contents, entries)


def finished(draft: Draft, desk: Desk, on_page: OnPage) -> Book:
    """The book of a draft, the pages named in its contents."""
    chapters = list(draft.chapters)
    if draft.contents >= 0:
        numbered, places = Contents(desk).numbered, _places(draft.pages)
        rows = [numbered(entry, heading, places[heading.key] + 1) for heading, entry in draft.entries]
        chapters[draft.contents] = _contents(desk, rows, on_page)
    return book_of([page for chapter in chapters for page in chapter], draft.headings)


def book_of(pages: Sequence[Page], headings: Sequence[Heading] = ()) -> Book:
    """A book of these pages; links to places that are not in it are left out, as PDF allows none."""
    keys = keys_of(pages)
    for page in pages:
        drop_dead_links(page, keys)
    return Book(tuple(pages), tuple(each for each in headings if each.key in keys))


def keys_of(pages: Sequence[Page]) -> frozenset[str]:
    """The keys of all places in a book."""
    return frozenset(mark.key for page in pages for mark in page.marks if isinstance(mark, AnchorMark))


def drop_dead_links(page: Page, keys: Container[str]) -> None:
    """Leave out links of a page that lead to a place that is not in the book."""
    page.marks = [
        mark
        for mark in page.marks
        if not (isinstance(mark, LinkMark) and mark.target.startswith("#") and mark.target[1:] not in keys)
    ]


def ending_pages(brief: Brief, desk: Desk, on_page: OnPage) -> list[Page]:
    """What stands at the end of a document: sources, open gaps and notes, as far as they are chosen."""
    press = Press(desk.format, on_page)
    if Section.SOURCES in desk.options.parts:
        _set_sources(press, desk, brief)
    gaps = _gaps_pages(brief.gaps, desk, on_page) if brief.gaps is not None else []
    notes = _notes_pages(desk, on_page)[:1] if desk.options.notes else []
    return [*press.pages, *gaps, *notes]


def ending_headings(options: Options) -> Iterator[Heading]:
    """The headings of what `ending_pages` sets."""
    if Section.SOURCES in options.parts:
        yield Heading(0, "Sources", "sources")
    if options.gaps:
        yield Heading(0, "Open gaps", "gaps")
    if options.notes:
        yield Heading(0, "Notes", "notes")


def headings_of(brief: Brief, options: Options = WHOLE) -> Iterator[Heading]:
    """The headings of a brief, in order."""
    opened = False
    for chapter in _chapters(options.parts):
        match chapter[0]:
            case Section.CONTENTS:
                yield Heading(0, "Contents", CONTENTS)
            case Section.ARGUMENTS:
                yield from _headings_of_stands(brief)
            case Section.SOURCES:
                yield Heading(0, "Sources", "sources")
            case part if part in OPENING:
                if not opened:
                    yield Heading(0, "The question", "question")
                # What stands apart from the question is not below what stands before it.
                yield from _headings_of_opening(brief, chapter, 0 if opened else 1)
                opened = True
    if options.gaps:
        yield Heading(0, "Open gaps", "gaps")
    if options.notes:
        yield Heading(0, "Notes", "notes")


def _headings_of_opening(brief: Brief, chapter: Sequence[Section], rank: int) -> Iterator[Heading]:
    absent = {
        Section.BACKGROUND: not brief.background,
        Section.DEFINITIONS: not brief.terms,
        Section.SPEECHES: not brief.has_speeches,
    }
    for part in chapter:
        if not absent.get(part):
            yield Heading(rank, OPENING[part], part.value)


def _headings_of_stands(brief: Brief) -> Iterator[Heading]:
    for stand in brief.stands:
        yield Heading(0, stand.statement or UNSTATED, stand_key(stand), f"POSITION {stand.number}")
        for side in Side:
            for point in stand.arguments(side):
                yield Heading(1, point.claim or "No claim yet", anchor_of(stand, point), point.number)


def _chapters(parts: Sequence[Section]) -> Iterator[tuple[Section, ...]]:
    """Sections that share a chapter, in order: those about the question where they follow one another."""
    for opening, group in groupby(parts, key=lambda part: part in OPENING):
        chapter = tuple(group)
        if opening:
            yield chapter
        else:
            yield from ((part,) for part in chapter)


def _pages_of(chapter: Sequence[Section], brief: Brief, desk: Desk, on_page: OnPage) -> list[Page]:
    """The pages of a chapter; none yet of the contents."""
    press = Press(desk.format, on_page)
    match chapter[0]:
        case Section.CONTENTS:
            pass
        case Section.CASE:
            press.turn("")
            press.anchor("title")
            press.flow(Front(desk).title(brief))
        case Section.ARGUMENTS:
            return [page for stand in brief.stands for page in pages_of_stand(stand, desk, on_page)]
        case Section.SOURCES:
            _set_sources(press, desk, brief)
        case _:
            _set_question(press, desk, brief, chapter)
    return press.pages


def _pages_of_nothing(desk: Desk, on_page: OnPage) -> list[Page]:
    """What is printed where only arguments are chosen and there are none: a PDF has at least one page."""
    press = Press(desk.format, on_page)
    press.turn("")
    galley = desk.galley(desk.format.width)
    galley.text([desk.run("No positions yet.", NOTE)], NOTE)
    press.flow(galley.rows)
    return press.pages


def pages_of_stand(stand: Stand, desk: Desk, on_page: OnPage) -> Iterator[Page]:
    """The pages of a position; they depend on nothing but it."""

    def make() -> tuple[Page, ...]:
        press = Press(desk.format, on_page)
        _set_stand(press, desk, stand)
        return tuple(press.pages)

    # Copies, as links of a page are taken out of it where they would lead nowhere.
    return map(copy, desk.recalled(("pages", stand.number), stand, make))


def bookmark(heading: Heading) -> str:
    """A heading as the bookmarks name it."""
    number = heading.number.capitalize() + (": " if heading.rank == 0 else " ") if heading.number else ""
    title = " ".join(heading.title.split())
    cut = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
    return f"{number}{cut}"


def furniture(desk: Desk, brief: Brief, page: Page, number: int, total: int) -> list[Mark]:
    """The running head and foot of a page: section and page number outside, the question inside."""
    layout, marks = desk.format, list[Mark]()
    right_hand = layout.right_hand(number)
    foot = layout.height + layout.bottom - 12 * MM
    marks.append(aside(desk, f"Page {number} of {total}", HEAD, foot, right=right_hand))
    if page.section:
        head = 12 * MM - layout.top
        bold = HEAD._replace(family=Family.SANS, cut=Cut.SEMIBOLD)
        marks.append(aside(desk, page.section, bold, head, right=right_hand))
        question = " ".join((brief.question or UNASKED).split())
        marks.append(aside(desk, question, HEAD, head, right=not right_hand))
        y = 13.6 * MM - layout.top
        marks.append(RuleMark(0, y, layout.width, y, 0.4))
    return marks


def aside(desk: Desk, text: str, style: Style, baseline: float, *, right: bool) -> Mark:
    """A short line of text at the left or right edge of the type area."""
    width = desk.format.width
    room = width * 0.7
    line = desk.line_to_right(text, style, width, room) if right else desk.line(text, style, 0, room)
    return line._replace(y=baseline)


def _chapter(press: Press, desk: Desk, title: str, key: str, section: str) -> None:
    """Begin a chapter on a new page."""
    press.turn(section)
    if key:
        press.anchor(key)
    galley = desk.galley(desk.format.width)
    galley.text([desk.run(title, H1)], H1)
    press.flow(galley.rows)
    press.space(H1.after)


def _set_question(press: Press, desk: Desk, brief: Brief, parts: Sequence[Section]) -> None:
    """The question with what is chosen of its background; a second such chapter does not ask it again."""
    opens = parts[0] is next(part for part in desk.options.parts if part in OPENING)
    _chapter(press, desk, "The question", "question" if opens else "", "The question")
    front = Front(desk)
    if opens:
        press.flow([Row(0, keep=True), *_of_question(front.lead(brief))], desk.format.labels)
        press.space(22)
    for part in parts:
        rows = front.opening(part, brief)
        if rows:
            anchored = rows[0]._replace(marks=(AnchorMark(0, 0, part.value), *rows[0].marks))
            press.flow([Row(0, keep=True), *_of_question([anchored, *rows[1:]])], desk.format.labels)
            press.space(22)


def _of_question(rows: Sequence[Row]) -> Iterator[Row]:
    return (row._replace(record=QUESTION_ID) for row in rows)


def _set_stand(press: Press, desk: Desk, stand: Stand) -> None:
    """A position on a page of its own: statement, who holds it, and its facing columns."""
    press.turn(f"Position {stand.number}")
    press.anchor(stand_key(stand))
    galley = desk.galley(desk.format.width)
    galley.shows(stand.record)
    heading = Part(Role.H1)
    galley.text([desk.run(f"POSITION {stand.number} ", KICKER)], KICKER._replace(after=2), part=heading)
    statement = stand.statement or UNSTATED
    style = desk.fitted(statement, H1, galley.width, _SMALLER)
    galley.text([desk.run(statement, style)], style, part=heading)
    press.flow(galley.rows)
    press.space(H1.after)
    sides = desk.options.sides.chosen
    if len(sides) > 1 and desk.format.facing:
        columns = Columns(desk, desk.format.column)
        press.face([columns.of(stand, side) for side in sides])
        return
    alone = Columns(desk, desk.format.single[1])
    for side in sides:
        press.face([alone.of(stand, side)], following=side is not sides[-1])


def _set_sources(press: Press, desk: Desk, brief: Brief) -> None:
    _chapter(press, desk, "Sources", "sources", "Sources")
    press.flow(Back(desk).sources(brief.sources, brief.also_read))


def _gaps_pages(gaps: Sequence[OpenGaps], desk: Desk, on_page: OnPage) -> list[Page]:
    press = Press(desk.format, on_page)
    _chapter(press, desk, "Open gaps", "gaps", "Open gaps")
    press.flow(Back(desk).gaps(gaps))
    return press.pages


def _notes_pages(desk: Desk, on_page: OnPage) -> list[Page]:
    press = Press(desk.format, on_page)
    _chapter(press, desk, "Notes", "notes", "Notes")
    press.flow(Back(desk).notes(press.room))
    press.turn()
    press.flow(Back(desk).notes(press.room))
    return press.pages


def _entries(desk: Desk, headings: Sequence[Heading]) -> list[tuple[Heading, Row]]:
    """What the contents list, in the order of the pages; these are not told yet."""
    listed = [heading for heading in headings if heading.key != CONTENTS]
    return list(zip(listed, Contents(desk).entries(listed), strict=True))


def _contents(desk: Desk, entries: Sequence[Row], on_page: OnPage) -> list[Page]:
    press = Press(desk.format, on_page)
    _chapter(press, desk, "Contents", CONTENTS, "Contents")
    press.flow(entries)
    return press.pages


def _places(pages: Sequence[Page]) -> dict[str, int]:
    """On which of these pages each anchor lies, counted from 0."""
    return {
        mark.key: place
        for place, page in enumerate(pages)
        for mark in page.marks
        if isinstance(mark, AnchorMark)
    }
