# SPDX-License-Identifier: MIT
"""The layout `brief`: the case on one page, contents, question, positions, sources, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dissoi.briefing.argument import Columns, anchor_of
from dissoi.briefing.back import Back
from dissoi.briefing.content import Brief, Stand
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.front import UNASKED, Front, Heading, stand_key
from dissoi.briefing.pages import Page, Press
from dissoi.briefing.paper import MM
from dissoi.briefing.rows import AnchorMark, Mark, Row, RuleMark
from dissoi.briefing.styles import H1, HEAD, KICKER, Style
from dissoi.dossier.records import Side

CONTENTS = "contents"
_LONGEST_TITLE = 200
"""Code points of a heading in the bookmarks, which have no lines to break into."""


@dataclass(frozen=True)
class Book:
    """All pages of a brief, in order, and the headings that bookmarks lead to."""

    pages: tuple[Page, ...]
    headings: tuple[Heading, ...]


def set_brief(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> Book:
    """Lay out a brief. The contents are set last, once the pages of the rest are known."""
    headings = tuple(headings_of(brief))
    body = Press(desk.format, on_page)
    _set_question(body, desk, brief)
    for stand in brief.stands:
        _set_stand(body, desk, stand)
    _set_sources(body, desk, brief)
    title = Press(desk.format, on_page)
    title.turn("")
    title.anchor("title")
    title.flow(Front(desk).title(brief))
    notes = _notes_pages(desk, on_page)
    places = _places([*body.pages, *notes[:1]])
    count = len(_contents(desk, headings, places, 0, on_page))
    contents = _contents(desk, headings, places, count + len(title.pages), on_page)
    pages = [*title.pages, *contents, *body.pages, *notes]
    # An even number of pages, so that no sheet ends with an empty side.
    return Book(tuple(pages if len(pages) % 2 == 0 else pages[:-1]), headings)


def headings_of(brief: Brief) -> Iterator[Heading]:
    """The headings of a brief, in order."""
    yield Heading(0, "Contents", CONTENTS)
    yield Heading(0, "The question", "question")
    yield Heading(1, "Background", "background")
    yield Heading(1, "Definitions", "definitions")
    yield Heading(1, "Who holds what", "holders")
    if brief.debate is not None:
        yield Heading(1, "Speaking order", "speeches")
    for stand in brief.stands:
        yield Heading(0, stand.statement or "Not stated yet", stand_key(stand), f"POSITION {stand.number}")
        for side in Side:
            for point in stand.arguments(side):
                yield Heading(1, point.claim or "No claim yet", anchor_of(stand, point), point.number)
    yield Heading(0, "Sources", "sources")
    yield Heading(0, "Notes", "notes")


def bookmark(heading: Heading) -> str:
    """A heading as the bookmarks name it."""
    number = heading.number.capitalize() + (": " if heading.rank == 0 else " ") if heading.number else ""
    title = " ".join(heading.title.split())
    cut = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
    return f"{number}{cut}"


def furniture(desk: Desk, brief: Brief, page: Page, number: int, total: int) -> list[Mark]:
    """The running head and foot of a page: section and page number outside, the question inside."""
    layout, marks = desk.format, list[Mark]()
    right_hand = number % 2 == 1
    foot = layout.height + layout.bottom - 12 * MM
    marks.append(_aside(desk, f"Page {number} of {total}", HEAD, foot, right=right_hand))
    if page.section:
        head = 12 * MM - layout.top
        bold = replace(HEAD, family=Family.SANS, cut=Cut.SEMIBOLD)
        marks.append(_aside(desk, page.section, bold, head, right=right_hand))
        question = " ".join((brief.question or UNASKED).split())
        marks.append(_aside(desk, question, HEAD, head, right=not right_hand))
        y = 13.6 * MM - layout.top
        marks.append(RuleMark(0, y, layout.width, y, 0.4))
    return marks


def _aside(desk: Desk, text: str, style: Style, baseline: float, *, right: bool) -> Mark:
    """A short line of text at the left or right edge of the type area."""
    width = desk.format.width
    room = width * 0.7
    line = desk.line_to_right(text, style, width, room) if right else desk.line(text, style, 0, room)
    return line._replace(y=baseline)


def _chapter(press: Press, desk: Desk, title: str, key: str, section: str) -> None:
    """Begin a chapter on a new page."""
    press.turn(section)
    press.anchor(key)
    galley = desk.galley(desk.format.width)
    galley.text([desk.run(title, H1)], H1)
    press.flow(galley.rows)
    press.space(H1.after)


def _set_question(press: Press, desk: Desk, brief: Brief) -> None:
    _chapter(press, desk, "The question", "question", "The question")
    for key, rows in Front(desk).question(brief):
        anchored = rows[0]._replace(marks=(AnchorMark(0, 0, key), *rows[0].marks))
        if key == "question":
            anchored = rows[0]
        press.flow([Row(0, keep=True), anchored, *rows[1:]], desk.format.labels)
        press.space(22)


def _set_stand(press: Press, desk: Desk, stand: Stand) -> None:
    """A position on a page of its own: statement, who holds it, and its facing columns."""
    press.turn(f"Position {stand.number}")
    press.anchor(stand_key(stand))
    galley = desk.galley(desk.format.width)
    galley.text([desk.run(f"POSITION {stand.number}", KICKER)], replace(KICKER, after=2))
    galley.text([desk.run(stand.statement or "Not stated yet", H1)], H1)
    press.flow(galley.rows)
    press.space(H1.after)
    columns = Columns(desk)
    press.face(columns.of(stand, Side.PRO), columns.of(stand, Side.CON))


def _set_sources(press: Press, desk: Desk, brief: Brief) -> None:
    _chapter(press, desk, "Sources", "sources", "Sources")
    press.flow(Back(desk).sources(brief.sources, brief.also_read))


def _notes_pages(desk: Desk, on_page: Callable[[], None]) -> list[Page]:
    press = Press(desk.format, on_page)
    _chapter(press, desk, "Notes", "notes", "Notes")
    press.flow(Back(desk).notes(press.room))
    press.turn()
    press.flow(Back(desk).notes(press.room))
    return press.pages


def _contents(
    desk: Desk,
    headings: Sequence[Heading],
    places: dict[str, int],
    before: int,
    on_page: Callable[[], None],
) -> list[Page]:
    """The contents pages, when `before` pages stand before the first of `places`."""
    press = Press(desk.format, on_page)
    _chapter(press, desk, "Contents", CONTENTS, "Contents")
    listed = [heading for heading in headings if heading.key != CONTENTS]
    press.flow(Front(desk).contents(listed, lambda key: places[key] + before + 1))
    return press.pages


def _places(pages: Sequence[Page]) -> dict[str, int]:
    """On which of these pages each anchor lies, counted from 0."""
    return {
        mark.key: place
        for place, page in enumerate(pages)
        for mark in page.marks
        if isinstance(mark, AnchorMark)
    }
