# SPDX-License-Identifier: MIT
"""The layouts by name: which sheet each wants, how it is set, and what stands on every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from dissoi.briefing.content import Brief
from dissoi.briefing.desk import Desk
from dissoi.briefing.layout_brief import Book, book_of, furniture, set_brief
from dissoi.briefing.marks import Mark
from dissoi.briefing.options import LayoutName
from dissoi.briefing.pages import Page
from dissoi.briefing.paper import Format, Paper, page_format

OnPage = Callable[[], None]


class Layout(NamedTuple):
    """A way to set a brief. `on_every_page` is told the page, its number and how many there are."""

    format: Callable[[Paper], Format]
    set: Callable[[Brief, Desk, OnPage], Book]
    on_every_page: Callable[[Desk, Brief, Page, int, int], list[Mark]]


def layout_of(name: LayoutName) -> Layout:
    """The layout of a name. A brief is set in one of them, and the others are not loaded for it."""
    return _LAYOUTS[name]()


def _brief() -> Layout:
    return Layout(page_format, set_brief, furniture)


def _one_page() -> Layout:
    from dissoi.briefing.layout_one_page import one_page_format, set_one_page

    return Layout(one_page_format, set_one_page, _nothing)


def _cards() -> Layout:
    from dissoi.briefing.layout_cards import card_format, set_cards

    return Layout(card_format, _loose(set_cards), _nothing)


def _blocks() -> Layout:
    from dissoi.briefing.layout_blocks import set_blocks

    return Layout(page_format, set_blocks, furniture)


def _evidence() -> Layout:
    from dissoi.briefing.layout_evidence import set_evidence

    return Layout(page_format, set_evidence, furniture)


def _crossfire() -> Layout:
    from dissoi.briefing.layout_crossfire import set_crossfire

    return Layout(page_format, set_crossfire, furniture)


def _large_print() -> Layout:
    from dissoi.briefing.layout_large_print import large_format, large_furniture, set_large_print

    return Layout(large_format, set_large_print, large_furniture)


def _flow() -> Layout:
    from dissoi.briefing.layout_flow import flow_format, set_flow

    return Layout(flow_format, _loose(set_flow), _nothing)


def _loose(set_pages: Callable[[Brief, Desk, OnPage], list[Page]]) -> Callable[[Brief, Desk, OnPage], Book]:
    """A book of pages that have no headings."""
    return lambda brief, desk, on_page: book_of(set_pages(brief, desk, on_page))


def _nothing(_desk: Desk, _brief: Brief, _page: Page, _number: int, _total: int) -> list[Mark]:
    """Pages of which each says what it is have no running heads."""
    return []


_LAYOUTS: Mapping[LayoutName, Callable[[], Layout]] = MappingProxyType(
    {
        LayoutName.BRIEF: _brief,
        LayoutName.ONE_PAGE: _one_page,
        LayoutName.CARDS: _cards,
        LayoutName.BLOCKS: _blocks,
        LayoutName.EVIDENCE: _evidence,
        LayoutName.CROSSFIRE: _crossfire,
        LayoutName.LARGE_PRINT: _large_print,
        LayoutName.FLOW: _flow,
    }
)
