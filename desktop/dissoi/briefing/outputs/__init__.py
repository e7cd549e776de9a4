# SPDX-License-Identifier: MIT
"""The content of a brief in forms other than PDF: Markdown, plain text, a web page, a Word file.

The way: dossier -> `content.Brief` -> blocks in reading order (`linear` for the whole brief, a module for
each other layout) -> one of the writers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dissoi.briefing.content import ANY_OCCASION, Brief, Occasion
from dissoi.briefing.gather import brief_of
from dissoi.briefing.options import WHOLE, LayoutName, Options
from dissoi.briefing.outputs.about import About
from dissoi.briefing.outputs.blocks import blocks_in_order
from dissoi.briefing.outputs.cards import speaking_cards_in_order
from dissoi.briefing.outputs.crossfire import crossfire_in_order
from dissoi.briefing.outputs.cut_cards import cards_in_order
from dissoi.briefing.outputs.flow import flow_in_order
from dissoi.briefing.outputs.linear import linear
from dissoi.briefing.outputs.one_page import short_case_in_order
from dissoi.briefing.paper import PAPERS
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.prose import Blocks

OnPart = Callable[[], None]
"""Told again and again while a file is made. May raise, to stop."""


Writer = Callable[[Blocks, About, OnPart], bytes]
"""Writes blocks, with what a file tells about itself."""


def _markdown(blocks: Blocks, _about: About, _on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.markdown import markdown_file_of

    return markdown_file_of(blocks).encode()


def _text(blocks: Blocks, _about: About, _on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.text import text_of

    return text_of(blocks).encode()


def _web_page(blocks: Blocks, about: About, _on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.web_page import web_page_of

    return web_page_of(blocks, about).encode()


def _word(blocks: Blocks, about: About, on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.word import word_file_of

    return word_file_of(blocks, about, on_part)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {".md": _markdown, ".txt": _text, ".html": _web_page, ".docx": _word}
)
"""By the ending of the file's name, in lower case."""
_UNMARKED = {".txt"}
"""Forms that cannot mark words, and so have quotations alone where others have cut cards."""
_IN_ORDER: Mapping[LayoutName, Callable[[Brief, Options], Blocks]] = MappingProxyType(
    {
        LayoutName.BRIEF: linear,
        LayoutName.ONE_PAGE: short_case_in_order,
        LayoutName.CARDS: speaking_cards_in_order,
        LayoutName.BLOCKS: blocks_in_order,
        LayoutName.EVIDENCE: cards_in_order,
        LayoutName.FLOW: flow_in_order,
        LayoutName.CROSSFIRE: crossfire_in_order,
        LayoutName.LARGE_PRINT: linear,
    }
)
"""What each layout says, in order, as blocks."""


def make_output(
    dossier: Dossier,
    suffix: str,
    options: Options = WHOLE,
    occasion: Occasion = ANY_OCCASION,
    *,
    on_part: OnPart = lambda: None,
) -> bytes:
    """The brief of `dossier` as a file of the kind that `suffix` names, a key of `WRITERS`.

    The same dossier and occasion give the same bytes. What `on_part` raises goes through.
    """
    is_cut = options.layout is LayoutName.BLOCKS and suffix not in _UNMARKED
    brief = brief_of(dossier, blocks_of, options, occasion, cut=is_cut)
    on_part()
    blocks = _IN_ORDER[options.layout](brief, options)
    on_part()
    about = About(
        brief.question,
        brief.made_by,
        is_large=options.layout is LayoutName.LARGE_PRINT,
        paper=PAPERS[options.paper],
    )
    return WRITERS[suffix](blocks, about, on_part)
