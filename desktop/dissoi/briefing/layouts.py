# SPDX-License-Identifier: MIT
"""The layouts by name: which sheet each wants, how it is set, and what stands on every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from dissoi.briefing.content import Brief
from dissoi.briefing.desk import Desk
from dissoi.briefing.layout_blocks import set_blocks
from dissoi.briefing.layout_brief import Book, book_of, furniture, set_brief
from dissoi.briefing.layout_cards import card_format, no_furniture, set_cards
from dissoi.briefing.layout_crossfire import set_crossfire
from dissoi.briefing.layout_evidence import set_evidence
from dissoi.briefing.layout_flow import flow_format, set_flow
from dissoi.briefing.layout_large_print import large_format, large_furniture, set_large_print
from dissoi.briefing.layout_one_page import one_page_format, set_one_page
from dissoi.briefing.options import LayoutName
from dissoi.briefing.pages import Page
from dissoi.briefing.paper import Format, Paper, page_format
from dissoi.briefing.rows import Mark

OnPage = Callable[[], None]


class Layout(NamedTuple):
    """A way to set a brief. `on_every_page` is told the page, its number and how many there are."""

    format: Callable[[Paper], Format]
    set: Callable[[Brief, Desk, OnPage], Book]
    on_every_page: Callable[[Desk, Brief, Page, int, int], list[Mark]]


def _loose(set_pages: Callable[[Brief, Desk, OnPage], list[Page]]) -> Callable[[Brief, Desk, OnPage], Book]:
    """A book of pages that have no headings."""
    return lambda brief, desk, on_page: book_of(set_pages(brief, desk, on_page))


LAYOUTS: Mapping[LayoutName, Layout] = MappingProxyType(
    {
        LayoutName.BRIEF: Layout(page_format, set_brief, furniture),
        LayoutName.ONE_PAGE: Layout(one_page_format, set_one_page, no_furniture),
        LayoutName.CARDS: Layout(card_format, _loose(set_cards), no_furniture),
        LayoutName.BLOCKS: Layout(page_format, set_blocks, furniture),
        LayoutName.EVIDENCE: Layout(page_format, set_evidence, furniture),
        LayoutName.CROSSFIRE: Layout(page_format, set_crossfire, furniture),
        LayoutName.LARGE_PRINT: Layout(large_format, set_large_print, large_furniture),
        LayoutName.FLOW: Layout(flow_format, _loose(set_flow), no_furniture),
    }
)
